"""The questions with their supporting sentences, and when an answer counts as showing one."""

import pytest

from eval.records import Split
from eval.sources import read_articles
from eval.support import LANGUAGES, Wanted, corpora, load_wanted
from rag.pipeline import SEEDS
from rag.records import Answer, Claim, Status

CORPORA = {corpus.wanted[0].corpus: corpus.wanted for corpus in corpora()}
WANTED = CORPORA["seeds"]


def answer(*texts: str) -> Answer:
    claims = tuple(Claim(text, "en", ()) for text in texts)
    return Answer(question="?", question_language="en", status=Status.ANSWERED, claims=claims)


def wanted(*sides: tuple[str, ...]) -> Wanted:
    return Wanted("port", "ferry", "en", "When does the ferry sail?", "own", sides, Split.DEV)


def test_every_language_asks_at_least_thirty_questions() -> None:
    assert [language for language in LANGUAGES if sum(one.language == language for one in WANTED) < 30] == []


def test_a_topic_with_all_its_questions_is_in_one_half() -> None:
    halves = {one.topic: {other.split for other in WANTED if other.topic == one.topic} for one in WANTED}
    assert [topic for topic, some in halves.items() if len(some) > 1] == []


def test_another_event_is_all_in_one_half() -> None:
    halves = {name: {one.split for one in wanted} for name, wanted in CORPORA.items() if name != "seeds"}
    assert [name for name, some in halves.items() if len(some) > 1] == []


@pytest.mark.parametrize("name", CORPORA)
def test_no_question_is_asked_twice(name: str) -> None:
    assert len({one.text for one in CORPORA[name]}) == len(CORPORA[name])


@pytest.mark.parametrize(("second", "shown"), [("It sails at noon.", True), ("It sails at dawn.", False)])
def test_one_sentence_of_each_side_must_be_shown(second: str, shown: bool) -> None:
    both = wanted(("at nine", "at 9"), ("at noon",))
    assert both.supported(answer("The ferry sails at nine.", second)) is shown


def test_what_stands_after_the_first_words_is_not_shown() -> None:
    assert not wanted(("at nine",)).supported(answer("word " * 118, "The ferry sails at nine."))


def test_a_snippet_that_no_article_holds_is_named(tmp_path) -> None:
    path = tmp_path / "support.yaml"
    path.write_text("facts: {ferry: {0: [sails at nine]}}\nquestions: []\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"ferry.*sails at nine"):
        load_wanted(read_articles(SEEDS), path)
