"""The pairs that "differs" is measured on, and the measure."""

from __future__ import annotations

from collections import Counter

import pytest

from eval.agreement.__main__ import main
from eval.agreement.cases import KINDS, RELATED, SAME, SPLITS, Case, Text, load
from eval.agreement.measure import Judged, judge, precision, recall, wilson
from index.bundled import BundledEmbedder
from rag.agree.agreeing import Agreeing
from rag.words import WordAligner

CASES = {split: load(split) for split in SPLITS}
LANGUAGES = {"en", "sq", "sr", "it", "hu"}


def test_there_are_sixty_changed_and_sixty_unchanged_pairs_in_two_halves_of_other_stories() -> None:
    both = [case for split in SPLITS for case in CASES[split]]
    kinds = Counter(case.kind for case in both)
    assert sum(kinds[kind] for kind in KINDS) >= 60
    assert kinds[SAME] >= 60
    assert kinds[RELATED] >= 40
    assert all(kinds[kind] >= 5 for kind in KINDS)
    for split in SPLITS:
        assert {case.other.language for case in CASES[split]} == LANGUAGES
        assert {case.kind for case in CASES[split]} == {*KINDS, SAME, RELATED}
    assert not {case.story for case in CASES["dev"]} & {case.story for case in CASES["test"]}


def test_what_was_put_in_stands_in_the_changed_text_and_not_in_the_other() -> None:
    for case in (case for split in SPLITS for case in CASES[split] if case.changed):
        assert case.there.split()[0].casefold() in case.other.text.casefold(), case


def test_rates_count_what_they_say() -> None:
    one, other = Text("a", "It rained.", "en"), Text("b", "It snowed.", "en")
    changed, same = Case("s", "figure", one, other, "snowed"), Case("s", SAME, one, other)
    found = (object(),)
    judged = [
        Judged(changed, found, False, 0),  # type: ignore[arg-type]
        Judged(changed, (), False, 0),
        Judged(same, found, False, 0),  # type: ignore[arg-type]
        Judged(Case("s", RELATED, one, other), found, False, 0),  # type: ignore[arg-type]
    ]
    assert (recall(judged).hits, recall(judged).n) == (1, 2)
    assert (precision(judged).hits, precision(judged).n) == (1, 2)
    assert wilson(5, 10) == pytest.approx((0.2366, 0.7634), abs=1e-4)


def test_differences_are_found_as_surely_as_the_development_half_was_left() -> None:
    agreeing = Agreeing(WordAligner(BundledEmbedder()))
    judged = [judge(agreeing, case) for case in CASES["dev"]]
    assert (recall(judged).value or 0) >= 0.85
    assert (precision(judged).value or 0) >= 0.95


def test_the_command_prints_both_rates_with_their_n(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--split", "test"]) == 0
    printed = capsys.readouterr().out
    assert "precision" in printed
    assert "(n = 36)" in printed
