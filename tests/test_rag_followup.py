from __future__ import annotations

import pytest

from rag.followup import carried, leans

BEFORE = {
    "en": "Who recognised Donetsk and Luhansk?",
    "sq": "Kush i njohu Donjeckun dhe Luhanskun?",
    "sr": "Ko je priznao Donjeck i Lugansk?",
    "it": "Chi ha riconosciuto Donetsk e Luhansk?",
    "hu": "Ki ismerte el Donyecket és Luhanszkot?",
}


@pytest.mark.parametrize(
    ("language", "question", "about"),
    [
        ("en", "And when was that?", "recognised Donetsk and Luhansk"),
        ("sq", "Po kur ishte kjo?", "njohu Donjeckun dhe Luhanskun"),
        ("sr", "A kada je to bilo?", "priznao Donjeck i Lugansk"),
        ("sr", "А када је то било?", "priznao Donjeck i Lugansk"),
        ("it", "E quando?", "riconosciuto Donetsk e Luhansk"),
        ("hu", "És az mikor volt?", "ismerte el Donyecket és Luhanszkot"),
        ("en", "Why?", "recognised Donetsk and Luhansk"),
        ("en", "What happened then?", "recognised Donetsk and Luhansk"),
        ("en", "When did this happen?", "recognised Donetsk and Luhansk"),
        ("en", "And Iran?", "recognised Donetsk and Luhansk"),
        ("en", "What about China?", "recognised Donetsk and Luhansk"),
        ("it", "E l'Iran?", "riconosciuto Donetsk e Luhansk"),
        ("it", "Quando è successo?", "riconosciuto Donetsk e Luhansk"),
        ("hu", "Mikor történt ez?", "ismerte el Donyecket és Luhanszkot"),
        ("en", "And how many missiles did it fire?", "Donetsk Luhansk"),
        ("sr", "Koliko raketa je ona ispalila?", "Donjeck Lugansk"),
        ("sq", "Sa raketa lëshoi ajo?", "Donjeckun Luhanskun"),
    ],
)
def test_a_question_that_leans_takes_what_the_one_before_was_about(language: str, question: str, about: str) -> None:
    assert leans(question)
    assert carried(question, BEFORE[language]) == f"{question} ({about})"


@pytest.mark.parametrize(
    "question",
    [
        *BEFORE.values(),
        "Why is Russia buying shells from North Korea?",
        "Did Russia say that it buys weapons?",
        "How many ballistic missiles has North Korea fired this year?",
        "A šta Rusija kupuje od Severne Koreje?",
        "És mit vásárol Oroszország Észak-Koreától?",
        "And what did the White House say about the Iranian drones?",
        "What is the price of the shells?",
        "which newspaper first reported the discovery?",
        "quanti missili?",
        "",
        "?!",
    ],
)
def test_a_question_that_stands_by_itself_is_left_alone(question: str) -> None:
    assert not leans(question)


def test_what_was_carried_into_a_question_is_carried_on() -> None:
    second = carried("And when was that?", BEFORE["en"])
    assert carried("And why?", second) == "And why? (recognised Donetsk and Luhansk)"


def test_nothing_to_carry_leaves_the_question_as_it_is() -> None:
    assert carried("And when?", "Why?") == "And when?"
