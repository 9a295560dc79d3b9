"""The questions with their supporting sentences, and when an answer counts as showing one."""

from collections import Counter
from pathlib import Path

import pytest

from eval import support
from eval.records import Split
from eval.sources import read_articles
from eval.support import LANGUAGES, Wanted, corpora, load_wanted, table
from rag.pipeline import SEEDS
from rag.records import Answer, Claim, Status

READ = {corpus.wanted[0].corpus: corpus for corpus in corpora()}
CORPORA = {name: corpus.wanted for name, corpus in READ.items()}
WANTED = CORPORA["seeds"]
NEAR = {name: near for name, wanted in CORPORA.items() if (near := [one for one in wanted if one.trap == "near"])}
ACTS = {name: acts for name, wanted in CORPORA.items() if (acts := [one for one in wanted if one.trap == "acts"])}
ARTICLE = "The ferry Aulona sails at nine."
OWN = 'facts: {}\nquestions: [{id: port, reason: near_miss, en: "Which port?"}]\n'
BESIDE = """
split: dev
facts: {nine: {0: [sails at nine]}}
questions:
  - {id: captain, kind: role, reason: near_miss, en: "Who is the captain?"}
  - {id: hour, kind: detail, wants: [nine], it: "A che ora parte?"}
"""


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


@pytest.mark.parametrize("name", NEAR)
def test_near_questions_are_of_every_language_and_of_every_kind(name: str) -> None:
    unanswered = [one for one in NEAR[name] if not one.sides]
    assert (len(unanswered), len(NEAR[name])) == (24, 44)
    assert min(Counter(one.language for one in unanswered).values()) >= 4
    assert Counter(one.kind for one in unanswered) == {
        "role": 4, "act": 4, "exchanged": 4, "detail": 4, "why": 3, "name": 3, "everyday": 2,
    }  # fmt: skip


@pytest.mark.parametrize("name", NEAR)
def test_most_near_questions_are_answered_in_another_language_only(name: str) -> None:
    answered = [one for one in NEAR[name] if one.sides]
    articles = READ[name].articles
    own = [
        one
        for one in answered
        if any(_holds(article.text, one) for article in articles if article.language == one.language)
    ]
    assert len(own) <= len(answered) // 4


@pytest.mark.parametrize("name", ACTS)
def test_as_many_acts_are_told_as_not_in_every_language_and_asked_in_all_ways(name: str) -> None:
    asked = Counter((one.kind, bool(one.sides)) for one in ACTS[name])
    assert asked == {
        (kind, told): 5 if kind == "did" else 1
        for kind in ("did", "who", "when", "why", "how", "where")
        for told in (True, False)
    }
    assert {one.language for one in ACTS[name]} == set(LANGUAGES)


def _holds(text: str, one: Wanted) -> bool:
    return any(snippet in " ".join(text.split()) for side in one.sides for snippet in side)


@pytest.fixture
def two_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus with near questions, in place of all."""
    corpus = tmp_path / "ferry"
    corpus.mkdir()
    (corpus / "000_en.txt").write_text(ARTICLE, encoding="utf-8")
    (corpus / "articles.yaml").write_text("000_en.txt: {language: en}\n", encoding="utf-8")
    (corpus / "questions.yaml").write_text(OWN, encoding="utf-8")
    (corpus / "near.yaml").write_text(BESIDE, encoding="utf-8")
    monkeypatch.setattr(support, "CORPORA", tmp_path)
    return corpus


def test_near_questions_stand_beside_those_of_the_corpus_with_their_own_kinds(two_files: Path) -> None:
    _, corpus = corpora()
    assert [(one.topic, one.trap, one.kind) for one in corpus.wanted] == [
        ("port", "", "near_miss"),
        ("captain", "near", "role"),
        ("hour", "near", "detail"),
    ]


def test_a_corpus_without_near_questions_has_the_others(two_files: Path) -> None:
    (two_files / "near.yaml").unlink()
    _, corpus = corpora()
    assert [one.topic for one in corpus.wanted] == ["port"]


def test_near_questions_are_counted_apart(two_files: Path) -> None:
    _, corpus = corpora()
    asked = [(one, answer(ARTICLE)) for one in corpus.wanted]
    lines = [line.split() for line in table(asked)]
    assert ["dev", "1", "–", "–", "0%"] in lines
    assert ["dev,", "near", "2", "100%", "0%", "0%"] in lines
    assert ["detail", "1", "100%", "0%", "–"] in lines


def test_a_snippet_that_no_article_holds_is_named(tmp_path) -> None:
    path = tmp_path / "support.yaml"
    path.write_text("facts: {ferry: {0: [sails at nine]}}\nquestions: []\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"ferry.*sails at nine"):
        load_wanted(read_articles(SEEDS), path)
