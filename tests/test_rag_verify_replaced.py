from __future__ import annotations

import pytest

from rag.records import Citation
from rag.verify import Source, Verifier

TIES = "Ukraine immediately cut off all diplomatic ties with North Korea."


def source(sentence: str, language: str = "en", article: str = "a") -> Source:
    return Source(Citation(article, "", "", language, 0, len(sentence), sentence), sentence)


@pytest.mark.parametrize(
    ("language", "sentence", "false", "true"),
    [
        (
            "en",
            TIES,
            "Ukraine restored all diplomatic ties with North Korea.",
            "Ukraine cut off ties with North Korea.",
        ),
        (
            "it",
            "Il vescovo di Gorizia ha celebrato domenica una messa davanti alla fabbrica.",
            "Il vescovo di Gorizia ha filmato domenica una messa davanti alla fabbrica.",
            "Domenica il vescovo di Gorizia ha celebrato una messa davanti alla fabbrica.",
        ),
        (
            "sr",
            "Srbija je, na molbu Tirane, ponudila tim od osam ronilaca.",
            "Srbija je, na molbu Tirane, uhapsila tim od osam ronilaca.",
            "Srbija je na zahtev Tirane ponudila tim od osam ronilaca.",
        ),
        (
            "hu",
            "A fekete dobozt csütörtökön kiemelték a búvárok.",
            "A fekete dobozt csütörtökön kiemelték a halászok.",
            "A búvárok csütörtökön kiemelték a fekete dobozt.",
        ),
        (
            "sq",
            "Konsulli shqiptar Edlira Kokona vizitoi grevistët të dielën.",
            "Konsulli shqiptar Edlira Kokona kritikoi grevistët të dielën.",
            "Edlira Kokona, konsulli shqiptar, vizitoi grevistët të dielën.",
        ),
    ],
)
def test_a_word_in_the_place_of_another_is_rejected(
    verifier: Verifier, language: str, sentence: str, false: str, true: str
) -> None:
    assert not verifier.check(false, language, [source(sentence, language)]).holds
    assert verifier.check(true, language, [source(sentence, language)]).reason == ""


@pytest.mark.parametrize(
    ("false", "sentence"),
    [
        ("North Korea cut off all diplomatic ties with Ukraine.", TIES),
        ("Russia cut off all diplomatic ties with North Korea, which it had with Ukraine.", TIES),
        ("Iran faced technical problems with Russian drones.", "Russia faced technical problems with Iranian drones."),
        ("France blamed Poland for the crisis.", "France met Poland on Monday, blaming Austria for the crisis."),
        ("The state must return the workers after 2019.", "The state must return the workers by 2019."),
        ("The company demanded what the unions offered.", "The unions demanded what the company offered."),
    ],
)
def test_names_and_words_that_have_changed_parts_are_rejected(verifier: Verifier, false: str, sentence: str) -> None:
    assert not verifier.check(false, "en", [source(sentence)]).holds


def test_in_hungarian_the_accusative_tells_who_is_blamed(verifier: Verifier) -> None:
    cited = [source("Kim rezsimje az Egyesült Államokat tette felelőssé a konfliktusért.", "hu")]
    assert not verifier.check("Az Egyesült Államok Kim rezsimjét tette felelőssé a konfliktusért.", "hu", cited).holds
    assert verifier.check("A konfliktusért az Egyesült Államokat tette felelőssé Kim rezsimje.", "hu", cited).holds


@pytest.mark.parametrize(
    ("true", "sentence"),
    [
        ("The harbour was closed by the coastguard.", "The coastguard closed the harbour."),
        ("Egypt sold gas to Turkey for ten years.", "Turkey bought gas from Egypt for ten years."),
        ("Envoys from Luhansk and Donetsk met in July.", "In July envoys from Donetsk and Luhansk met."),
        ("The bank lowered its main rate on Wednesday.", "The bank cut its main rate on Wednesday."),
        ("Spain purchased twelve new trams on Monday.", "Spain procured twelve new trams on Monday."),
    ],
)
def test_the_same_told_otherwise_is_kept(verifier: Verifier, true: str, sentence: str) -> None:
    assert verifier.check(true, "en", [source(sentence)]).reason == ""


def test_further_citations_do_not_make_a_rejected_claim_pass(verifier: Verifier) -> None:
    said = source("An official said the mine was closed.")
    padding = [source("The mine employs two hundred people.", article="b"), source("Snow fell in Oslo.", article="c")]
    assert verifier.check("The mine was closed.", "en", [said]).check == "attribution"
    assert not verifier.check("The mine was closed.", "en", [said, *padding]).holds


def test_each_part_of_a_claim_is_checked_against_the_sentence_that_carries_it(verifier: Verifier) -> None:
    cited = [source(TIES), source("Heavy rain closed the old bridge in Oslo.", article="b")]
    true = "Ukraine cut off all diplomatic ties with North Korea, while heavy rain closed the old bridge in Oslo."
    assert verifier.check(true, "en", cited).carried == (0, 1)
    assert not verifier.check(true.replace("cut off", "restored"), "en", cited).holds


def test_a_citation_that_carries_nothing_is_not_among_those_that_carry(verifier: Verifier) -> None:
    cited = [source("Snow fell in Oslo.", article="b"), source("The mine was closed on Monday.")]
    assert verifier.check("The mine was closed on Monday, at last.", "en", cited).carried == (1,)
    assert verifier.check("The mine was closed on Monday.", "en", cited).carried == (1,)
