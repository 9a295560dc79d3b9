from collections import Counter

import pytest

from eval.answerability import Asked, Figures, Question, table
from eval.records import Split
from eval.twins import load_twins


def asked(answerable: bool, confidence: float, refused: bool, language: str = "en") -> Asked:
    question = Question("twins", Split.DEV, language, "?", answerable, "" if answerable else "near_miss")
    return Asked(question, confidence, refused)


def test_figures_count_refusals_and_rank_pairs() -> None:
    some = [asked(True, 0.9, False), asked(True, 0.5, True), asked(False, 0.6, False), asked(False, 0.1, True)]
    figures = Figures.of(some)
    assert (figures.answerable, figures.unanswerable) == (2, 2)
    assert figures.auroc == 0.75 and figures.refusal_recall == figures.false_refusal == 0.5
    assert figures.recall_at_bar == 0.5


def test_what_cannot_be_told_is_no_figure() -> None:
    assert Figures.of([asked(True, 0.9, False)]) == Figures(1, 0, None, None, 0.0, None)
    assert "–" in Figures.of([]).line("nothing")


def test_the_table_holds_the_halves_that_were_asked_and_each_language() -> None:
    lines = list(table([asked(True, 0.9, False), asked(False, 0.1, True, "hu")]))
    assert [line[:16].strip() for line in lines[1:]] == ["twins, dev", "en", "hu", "near_miss"]


def test_the_twins_are_balanced_enough_in_both_halves_and_no_question_stands_twice() -> None:
    twins = load_twins()
    assert len({twin.question for twin in twins}) == len(twins) >= 250
    counts = Counter((twin.split, twin.language, twin.answerable) for twin in twins)
    assert len(counts) == 20 and min(counts.values()) >= 9
    assert {twin.reason for twin in twins} == {"", "near_miss", "false_premise", "off_topic"}


@pytest.mark.parametrize("split", Split)
def test_a_topic_is_in_one_half(split: Split) -> None:
    other = {twin.topic for twin in load_twins() if twin.split is not split}
    assert not other & {twin.topic for twin in load_twins() if twin.split is split}
