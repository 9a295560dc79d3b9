from __future__ import annotations

import pytest

from rag.verify import Verifier
from tests.verifying import judged


@pytest.mark.parametrize(
    ("claim", "sentence", "languages", "word"),
    [
        ("The court neglected to hear the witnesses.", "The court heard the witnesses.", "en en", "neglected"),
        ("The mayor hardly read the report.", "The mayor read the report.", "en en", "hardly"),
        ("Il sindaco ha finto di leggere il rapporto.", "Il sindaco ha letto il rapporto.", "it it", "finto"),
        ("A polgármester majdnem elolvasta a jelentést.", "A polgármester elolvasta a jelentést.", "hu hu", "majdnem"),
        (
            "Gradonačelnik je zaboravio da pročita izveštaj.",
            "Gradonačelnik je pročitao izveštaj.",
            "sr sr",
            "zaboravio",
        ),
        ("Градоначелник је намерно прочитао извештај.", "Gradonačelnik je pročitao izveštaj.", "sr sr", "намерно"),
        ("Kryetari harroi të lexojë raportin.", "Kryetari lexoi raportin.", "sq sq", "harroi"),
        ("The mayor pretended to read the report.", "Il sindaco ha letto il rapporto.", "en it", "pretended"),
    ],
)
def test_a_word_that_undoes_or_colours_the_verb_is_no_part_of_what_was_said(
    verifier: Verifier, claim: str, sentence: str, languages: str, word: str
) -> None:
    verdict = judged(verifier, claim, sentence, languages)
    assert verdict.check == "negation" and word in verdict.reason


@pytest.mark.parametrize(
    ("claim", "sentence", "languages"),
    [
        ("The mayor refused to read the report.", "The mayor would not read the report.", "en en"),
        ("The mayor failed to read the report.", "The mayor did not read the report.", "en en"),
        ("In May, sales of cars declined.", "Sales of cars fell in May.", "en en"),
        ("About 400 houses burned, almost half of them.", "About half of the houses, 400, burned.", "en en"),
        ("Il sindaco ha evitato di leggere il rapporto.", "Il sindaco non ha letto il rapporto.", "it it"),
        ("Gradonačelnik je odbio da pročita izveštaj.", "Il sindaco ha rifiutato di leggere il rapporto.", "sr it"),
        ("He secretly recorded the meeting.", "He recorded the meeting in secret.", "en en"),
    ],
)
def test_what_the_sentence_undoes_too_or_tells_in_other_words_is_kept(
    verifier: Verifier, claim: str, sentence: str, languages: str
) -> None:
    assert judged(verifier, claim, sentence, languages).holds
