"""Sides are chosen through the answerer, with the hand-made vectors of tests.test_rag_extract."""

import numpy as np
import pytest

from rag.extract import Draft, ExtractiveAnswerer
from rag.records import Hit, Query
from rag.words import WordAligner
from tests.builders import hit
from tests.test_rag_extract import RAIN, SNOW, HandModel

JULY = hit("The rain came in July to Oslo.", article="a", vector=RAIN, outlet="BBC")
AUGUST = hit("Kiša je u Oslo stigla u avgustu.", article="b", language="sr", vector=RAIN, outlet="Tanjug")
AGAIN = hit("La pioggia a Oslo a luglio.", article="c", language="it", vector=RAIN, outlet="Ansa")
SNOWED = hit("Sneg je pao u Oslo.", article="b", language="sr", vector=RAIN, outlet="Tanjug")
OFF = hit("The snow melted on Friday morning.", article="d", vector=SNOW, outlet="AFP")


def compare(*hits: Hit, question: str = "Do the outlets agree on when it began?", language: str = "en") -> Draft:
    query = Query(question, language, np.array(RAIN, dtype=np.float32), subject="when rain oslo")
    return ExtractiveAnswerer(WordAligner(HandModel())).answer(query, hits)


def test_times_that_cannot_both_hold_are_a_difference_with_the_words_of_both_sides() -> None:
    statement, *sides = compare(JULY, AUGUST, OFF).claims
    assert statement.text == "The articles differ: “July” (BBC, en), “avgustu” (Tanjug, sr)."
    assert statement.language == "en" and [claim.text for claim in sides] == [JULY.passage.text, AUGUST.passage.text]


def test_what_is_said_of_the_sides_cites_every_side_word_for_word() -> None:
    statement, *_ = compare(JULY, AUGUST).claims
    assert {citation.article_id: citation.quote for citation in statement.citations} == {
        "a": JULY.passage.text,
        "b": AUGUST.passage.text,
    }


@pytest.mark.parametrize(
    ("language", "question", "said"),
    [
        ("sq", "A pajtohen mediat?", "Artikujt ndryshojnë: “July” (BBC, en), “avgustu” (Tanjug, sr)."),
        ("sr", "Da li se mediji slažu?", "Članci se razlikuju: “July” (BBC, en), “avgustu” (Tanjug, sr)."),
        ("sr", "Да ли се медији слажу?", "Чланци се разликују: “July” (BBC, en), “avgustu” (Tanjug, sr)."),
        ("it", "Le testate concordano?", "Gli articoli differiscono: “July” (BBC, en), “avgustu” (Tanjug, sr)."),
        ("hu", "Egyetértenek a lapok?", "A cikkek eltérnek: “July” (BBC, en), “avgustu” (Tanjug, sr)."),
    ],
)
def test_the_difference_is_told_in_the_language_and_script_of_the_question(
    language: str, question: str, said: str
) -> None:
    assert compare(JULY, AUGUST, language=language, question=question).claims[0].text == said


def test_articles_that_say_the_same_are_not_said_to_differ() -> None:
    statement, side = compare(JULY, AGAIN).claims
    assert statement.text == "The articles that speak of this say the same."
    assert side.text == JULY.passage.text and [other.article_id for other in side.agreement.same] == ["c"]


def test_what_one_article_says_is_no_difference() -> None:
    statement, side = compare(JULY).claims
    assert statement.text == "Only one article speaks of this." and side.text == JULY.passage.text


def test_a_side_that_others_share_is_shown_once() -> None:
    _, *sides = compare(JULY, AUGUST, AGAIN).claims
    assert [claim.citations[0].article_id for claim in sides] == ["a", "b"]
    assert [other.article_id for other in sides[0].agreement.same] == ["c"]


def test_nothing_found_is_an_empty_draft() -> None:
    assert compare().claims == ()


def test_articles_that_put_it_differently_say_nothing_of_whether_two_others_agree() -> None:
    question = "Do Oslo and Bergen agree on the rain?"
    assert [claim.language for claim in compare(JULY, SNOWED, question=question).claims] == ["en", "sr"]


def test_sides_without_a_contradiction_are_only_said_to_put_it_differently() -> None:
    statement, *sides = compare(JULY, SNOWED, question="How do the outlets describe it?").claims
    assert statement.text == "The articles put this differently." and len(sides) == 2
