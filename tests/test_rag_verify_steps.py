"""By how much something rose or fell, against what it came to."""

from __future__ import annotations

import pytest

from rag.verify import Verifier
from tests.test_rag_verify import checked

SOURCES = {
    "en": "The number of inhabitants fell to 870,000 last year.",
    "sq": "Numri i banorëve ra në 870 000 vitin e kaluar.",
    "sr": "Broj stanovnika pao je na 870.000 prošle godine.",
    "it": "Il numero degli abitanti è sceso a 870.000 l'anno scorso.",
    "hu": "A lakosok száma tavaly 870 000-re csökkent.",
}
LIES = {
    "en": "The number of inhabitants fell by 870,000 last year.",
    "sq": "Numri i banorëve ra me 870 000 vitin e kaluar.",
    "sr": "Broj stanovnika opao je za 870.000 prošle godine.",
    "it": "Il numero degli abitanti è sceso di 870.000 l'anno scorso.",
    "hu": "A lakosok száma tavaly 870 000-rel csökkent.",
}


@pytest.mark.parametrize("language", SOURCES)
def test_a_fall_by_what_it_fell_to_is_rejected(verifier: Verifier, language: str) -> None:
    assert checked(verifier, LIES[language], SOURCES[language], language).check == "figures"


@pytest.mark.parametrize("language", ["sq", "sr", "it", "hu"])
def test_so_is_one_in_another_language(verifier: Verifier, language: str) -> None:
    assert checked(verifier, LIES["en"], SOURCES[language], "en", of=language).check == "figures"


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The number of inhabitants fell to 870,000.", SOURCES["en"]),
        ("870,000 inhabitants were counted last year.", SOURCES["en"]),
        ("Prices rose by 4 percent.", "Prices rose 4 percent."),
        ("Turnout rose by 4 points to 61 percent.", "Turnout rose by 4 points to 61 percent."),
    ],
)
def test_what_its_source_says_is_kept(verifier: Verifier, claim: str, source: str) -> None:
    assert checked(verifier, claim, source).check == ""


def test_of_two_figures_of_one_change_each_keeps_its_place(verifier: Verifier) -> None:
    told = "Turnout rose by 4 percentage points to 61 percent."
    assert checked(verifier, "Turnout rose by 61 percent.", told).check == "figures"
