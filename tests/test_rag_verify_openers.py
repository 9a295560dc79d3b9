from __future__ import annotations

import pytest

from rag.verify import Verifier
from rag.verify.clauses import read
from tests.verifying import judged


@pytest.mark.parametrize(
    ("claim", "sentence", "languages"),
    [
        ("Overall, 310 houses burned, the mayor said.", "The mayor said 310 houses burned.", "en en"),
        ("According to the mayor, 310 houses burned.", "Gradonačelnik je rekao da je izgorelo 310 kuća.", "en sr"),
        (
            "Ferries to Bari may be halted, Besnik Hysa said.",
            "Tragetet për në Bari mund të ndalen, tha Besnik Hysa.",
            "en sq",
        ),
        ("Otprilike 310 kuća izgorelo je u selu Potos.", "U selu Potos izgorelo je oko 310 kuća.", "sr sr"),
        ("Complessivamente sono bruciate 310 case.", "Sono bruciate 310 case.", "it it"),
        ("Összesen 310 ház égett le.", "310 ház égett le.", "hu hu"),
        ("Afërsisht 310 shtëpi u dogjën në fshat.", "Në fshat u dogjën rreth 310 shtëpi.", "sq sq"),
    ],
)
def test_a_common_word_that_opens_a_claim_is_no_name(
    verifier: Verifier, claim: str, sentence: str, languages: str
) -> None:
    assert judged(verifier, claim, sentence, languages).holds


@pytest.mark.parametrize(
    "claim", ["Boeing delivered 67 planes.", "Radnički delivered 67 planes.", "Close Air delivered 67 planes."]
)
def test_a_name_that_opens_a_claim_is_still_one(verifier: Verifier, claim: str) -> None:
    assert judged(verifier, claim, "Airbus delivered 67 planes in May.", "en en").check == "names"


@pytest.mark.parametrize(
    ("claim", "sentence", "languages"),
    [
        ("Помоћ у Нишу тражи град.", "Град Ниш тражи помоћ.", "sr sr"),
        ("Pomoć u Nisu traži grad.", "Grad Niš traži pomoć.", "sr sr"),
        (
            "Oko 620 zaposlenih moglo bi da ostane bez posla.",
            "Mintegy 620 alkalmazott veszítheti el az állását.",
            "sr hu",
        ),
        (
            "Kompania është e interesuar, por ende nuk ka bërë ofertë.",
            "A cég érdeklődik, de ajánlatot még nem tett.",
            "sq hu",
        ),
    ],
)
def test_what_only_looks_like_a_negation_or_says_it_otherwise_is_kept(
    verifier: Verifier, claim: str, sentence: str, languages: str
) -> None:
    assert judged(verifier, claim, sentence, languages).holds


def test_nisu_is_a_negation_where_it_is_no_town() -> None:
    assert read("Nisu potpisali sporazum.", "sr").negations
    assert read("Ministri nisu potpisali sporazum.", "sr").negations
    assert not read("U Nišu su potpisali sporazum.", "sr").negations


@pytest.mark.parametrize(
    ("claim", "sentence", "languages"),
    [
        (
            "Most of the houses were insured, the insurers said.",
            "Most of the houses were not insured, the insurers said.",
            "en en",
        ),
        (
            "A házak többsége biztosított volt, közölték a biztosítók.",
            "A házak többsége nem volt biztosított, közölték a biztosítók.",
            "hu hu",
        ),
    ],
)
def test_a_lost_negation_is_found_beside_a_word_of_the_same_stem(
    verifier: Verifier, claim: str, sentence: str, languages: str
) -> None:
    assert judged(verifier, claim, sentence, languages).check == "negation"
