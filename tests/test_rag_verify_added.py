from __future__ import annotations

import pytest

from rag.records import Citation
from rag.verify import Source, Verdict, Verifier
from rag.verify.clauses import parts, read


def judged(verifier: Verifier, claim: str, languages: str, *sentences: str) -> Verdict:
    language, of = languages.split()
    cited = [Citation(f"a{at}", "", "", of, 0, len(one), one) for at, one in enumerate(sentences)]
    return verifier.check(claim, language, [Source(one, one.quote) for one in cited])


FERRY = "The ferry Aurora ran aground off Vlora on Monday with 120 passengers on board."
TRAGETI = "Trageti Aurora ngeci të hënën pranë Vlorës me 120 udhëtarë në bord."


@pytest.mark.parametrize(
    ("claim", "languages", "sentence", "clause"),
    [
        (f"{FERRY[:-1]}, and the captain had been drinking.", "en en", FERRY, "captain had been drinking"),
        (
            "The ferry Aurora, which had sold too many tickets, ran aground off Vlora on Monday with 120 passengers.",
            "en en",
            FERRY,
            "which had sold too many tickets",
        ),
        (f"{TRAGETI[:-1]}, dhe kompania falimentoi.", "sq sq", TRAGETI, "kompania falimentoi"),
        (
            "Il traghetto Aurora si è incagliato lunedì con 120 passeggeri a bordo, e un medico è morto.",
            "it en",
            FERRY,
            "e un medico è morto",
        ),
        (
            "Trajekt Aurora nasukao se u ponedeljak sa 120 putnika, a jedno dete je poginulo.",
            "sr en",
            FERRY,
            "a jedno dete je poginulo",
        ),
        (
            "A bíróság hétfőn bizonyíték hiányában felmentette a volt igazgatót, és a szakszervezet sztrájkba lépett.",
            "hu hu",
            "A bíróság hétfőn bizonyíték hiányában felmentette a kórház volt igazgatóját.",
            "szakszervezet sztrájkba lépett",
        ),
    ],
)
def test_a_clause_that_the_sentence_knows_nothing_of_is_not_carried_by_the_rest(
    verifier: Verifier, claim: str, languages: str, sentence: str, clause: str
) -> None:
    verdict = judged(verifier, claim, languages, sentence)
    assert verdict.check == "support" and clause in verdict.reason


@pytest.mark.parametrize(
    ("claim", "languages", "sentence"),
    [
        ("On Monday, the ferry Aurora, with 120 people on board, got stuck near Vlora.", "en en", FERRY),
        ("U ponedeljak se kod Vlore nasukao trajekt Aurora, na kome je bilo 120 putnika.", "sr en", FERRY),
        (
            "Il traghetto Aurora si è incagliato lunedì davanti a Valona, con 120 passeggeri a bordo.",
            "it en",
            FERRY,
        ),
        (
            "The contract also covers maintenance for ten years but not the training of drivers.",
            "en sq",
            "Kontrata parashikon gjithashtu mirëmbajtjen për dhjetë vjet, por jo trajnimin e shoferëve.",
        ),
    ],
)
def test_a_clause_told_in_other_words_is_carried(verifier: Verifier, claim: str, languages: str, sentence: str) -> None:
    assert judged(verifier, claim, languages, sentence).holds


def test_a_clause_is_cut_at_and_but_not_at_a_word_that_looks_like_it() -> None:
    def cut(text: str, language: str) -> list[str]:
        reading = read(text, language)
        return [" ".join(reading.tokens[place].text for place in part) for part in parts(reading)]

    assert cut("Il ponte è chiuso e il treno è fermo", "it") == ["Il ponte è chiuso", "e il treno è fermo"]
    assert cut("Kërkesa e prokurorisë u rrëzua dhe vila mbeti", "sq") == [
        "Kërkesa e prokurorisë u rrëzua",
        "dhe vila mbeti",
    ]
    assert cut("Partizan lost 3–1 in Budapest", "en") == ["Partizan lost 3 1 in Budapest"]


STRIKE = "Port workers ended their strike on Friday, minister Ilir Gjoka said."
ADRIAPORT = "Adriaport offered 310 million euros, but was disqualified for missing documents."


def test_each_half_of_a_claim_needs_a_source_of_its_own(verifier: Verifier) -> None:
    honest = (
        "Port workers ended their strike on Friday, minister Ilir Gjoka said, and Adriaport offered 310 million euros."
    )
    assert judged(verifier, honest, "en en", STRIKE, ADRIAPORT).carried == (0, 1)
    lie = "Port workers ended their strike on Friday, minister Ilir Gjoka said, and a child died in the harbour."
    assert judged(verifier, lie, "en en", STRIKE, ADRIAPORT).check == "support"


def test_a_further_citation_does_not_take_away_who_said_it_or_that_it_is_not_so(verifier: Verifier) -> None:
    offer = "A román Carpatia légitársaság érdeklődik a Pannon Air megvásárlása iránt, de ajánlatot még nem tett."
    other = "A Pannon Air légitársaság hétfőn csődvédelmet kért, miután 2,3 milliárd forintos tartozást halmozott fel."
    claim = "The Romanian airline Carpatia has made an offer for Pannon Air."
    assert judged(verifier, claim, "en hu", offer, other).check == "negation"
    opposition = "Opozita tha se tenderi ishte i parregullt dhe paralajmëroi se do ta çojë çështjen në gjykatë."
    port = (
        "Qeveria njoftoi të enjten se porti i Durrësit do t'i jepet me koncesion për 35 vjet kompanisë turke Marmara."
    )
    assert judged(verifier, "The tender was irregular.", "en sq", opposition, port).check == "attribution"
