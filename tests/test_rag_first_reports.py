"""A question for who reported first is met by a sentence that says so, in whatever words and language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from eval.build import pipeline_over
from index.records import Article
from rag.extract.first_reports import asks_who_was_first, tells_who_was_first
from rag.pipeline import Pipeline
from rag.records import Status

ARTICLES = (
    Article(
        id="it",
        language="it",
        text=(
            "La diga sul fiume Salto perde acqua da tre settimane, ammette il gestore.\n\n"
            "Il caso è stato rivelato per primo dal quotidiano «Il Ponte».\n\n"
            "Il sindaco ha chiesto una verifica agli ingegneri della regione."
        ),
    ),
    Article(
        id="hu",
        language="hu",
        text="A gát szivárgásáról a mérnökök már márciusban írtak a minisztériumnak, a lakók pedig a polgármesternek.",
    ),
    *(Article(id=f"bus{line}", text=f"Bus {line} in Lyon stops at night.", language="en") for line in range(6)),
)


@pytest.fixture(scope="module")
def pipeline() -> Iterator[Pipeline]:
    with pipeline_over(ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    "question",
    [
        "Which newspaper broke the story of the dam?",
        "Who was the first to report that the dam leaks?",
        "Ko je prvi objavio vest o brani?",
        "Chi ha dato per primo la notizia della diga?",
        "Ki írt elsőként a gátról?",
        "Kush e raportoi i pari lajmin për digën?",
    ],
)
def test_who_reported_first_is_found_in_another_language(pipeline: Pipeline, question: str) -> None:
    answer = pipeline.ask(question)
    assert answer.status is not Status.REFUSED
    assert any("Il Ponte" in claim.text for claim in answer.claims)


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Where does the information come from?"),
        ("it", "Da dove arriva la notizia?"),
        ("sr", "Odakle je vest?"),
        ("hu", "Honnan származik az értesülés?"),
        ("sq", "Nga vjen lajmi?"),
    ],
)
def test_where_the_news_comes_from_is_a_question_for_who_was_first(language: str, question: str) -> None:
    assert asks_who_was_first(question, language)


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Who was the first woman on the council?"),
        ("en", "Where does the ship come from?"),
        ("en", "When did the fire break out?"),
        ("it", "Da dove arriva la nave?"),
        ("sr", "Ko je prvi stigao?"),
        ("hu", "Ki az első helyezett?"),
    ],
)
def test_other_firsts_and_origins_are_none(language: str, question: str) -> None:
    assert not asks_who_was_first(question, language)


def test_a_sentence_tells_who_was_first_in_its_own_language() -> None:
    assert tells_who_was_first("The leak was first reported by Radio Salto.", "en")
    assert not tells_who_was_first("The leak was reported to the mayor.", "en")
    assert not tells_who_was_first("The leak was first reported by Radio Salto.", "de")
