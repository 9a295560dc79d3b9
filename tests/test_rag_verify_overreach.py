from __future__ import annotations

import pytest

from rag.verify import Verifier
from tests.verifying import judged


@pytest.mark.parametrize(
    ("check", "claim", "sentence", "languages"),
    [
        ("attribution", "Isporuke struje počele su u maju.", "Isporuke struje trebalo bi da počnu u maju.", "sr sr"),
        ("attribution", "Italy has paid 20 million euros.", "Italia premtoi 20 milionë euro.", "en sq"),
        ("attribution", "Sve putnike izvukli su ribari.", "Većinu putnika izvukli su ribari.", "sr sr"),
        ("attribution", "Il ponte è chiuso per mancanza di fondi.", "Il ponte è chiuso da lunedì.", "it it"),
        (
            "figures",
            "214 crew and 38 passengers were on board.",
            "214 passengers and 38 crew were on board.",
            "en en",
        ),
        ("negation", "Il recupero è impossibile.", "Recovery is possible.", "it en"),
        ("figures", "A tárgyalást háromszor halasztották el.", "A tárgyalást kétszer halasztották el.", "hu hu"),
        ("negation", "The mayor left before the vote.", "The mayor left after the vote.", "en en"),
    ],
)
def test_a_claim_that_says_more_than_its_sentence_is_dropped(
    verifier: Verifier, check: str, claim: str, sentence: str, languages: str
) -> None:
    assert judged(verifier, claim, sentence, languages).check == check


@pytest.mark.parametrize(
    ("claim", "sentence", "languages"),
    [
        ("Isporuke struje počeće u maju.", "Isporuke struje trebalo bi da počnu u maju.", "sr sr"),
        ("Italy has pledged 20 million euros.", "Italia premtoi 20 milionë euro.", "en sq"),
        ("Svi putnici su spaseni.", "Të gjithë udhëtarët u shpëtuan.", "sr sq"),
        ("38 crew and 214 passengers were on board.", "214 passengers and 38 crew were on board.", "en en"),
        ("Strong winds fell before the search resumed.", "The search resumed after strong winds fell.", "en en"),
        ("La Guardia costiera ha soccorso i passeggeri.", "Roja Bregdetare shpëtoi udhëtarët.", "it sq"),
        ("Vozovi neće saobraćati do subote.", "Saobraćaj vozova biće obustavljen do subote.", "sr sr"),
        ("Alarm je isključen od 15 časova.", "The alarm has been off since 3 p.m.", "sr en"),
        ("Suđenje je dva puta odloženo.", "A tárgyalást kétszer elhalasztották.", "sr hu"),
        ("Fatmir rescued nineteen people.", '"We heard cries," said Fatmir, who rescued nineteen people.', "en en"),
    ],
)
def test_a_claim_in_other_words_is_kept(verifier: Verifier, claim: str, sentence: str, languages: str) -> None:
    verdict = judged(verifier, claim, sentence, languages)
    assert verdict.holds, verdict.reason
