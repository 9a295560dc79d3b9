from __future__ import annotations

import pytest

from rag.verify import Verifier
from tests.verifying import judged


@pytest.mark.parametrize(
    ("claim", "sentence", "languages"),
    [
        (
            "The council closed the bridge in March.",
            "The mayor wants a new ferry if the council closes the bridge in March.",
            "en en",
        ),
        ("Il tribunale ha respinto il ricorso.", "Se il tribunale respinge il ricorso, la miniera chiude.", "it it"),
        ("Sud je odbio žalbu rudnika.", "Ако суд одбије жалбу рудника, радници ће остати без посла.", "sr sr"),
        ("A bíróság elutasította a fellebbezést.", "Ha a bíróság elutasítja a fellebbezést, a bánya bezár.", "hu hu"),
        (
            "The mine dismissed 300 workers.",
            "Ha a bíróság elutasítja a kérelmet, a bánya 300 embert bocsát el.",
            "en hu",
        ),
        ("Gjykata rrëzoi ankesën.", "Nëse gjykata rrëzon ankesën, miniera mbyllet.", "sq sq"),
    ],
)
def test_a_condition_told_as_so_is_dropped(verifier: Verifier, claim: str, sentence: str, languages: str) -> None:
    assert judged(verifier, claim, sentence, languages).check == "attribution"


@pytest.mark.parametrize(
    ("claim", "sentence", "languages"),
    [
        (
            "The mine will close if the court rejects the appeal.",
            "Se il tribunale respinge il ricorso, la miniera chiude.",
            "en it",
        ),
        ("The mayor wants a new ferry.", "The mayor wants a new ferry if the council closes the bridge.", "en en"),
        ("The court rejected the appeal.", "The court rejected the appeal even if the mine is safe.", "en en"),
        ("Il pilota ha messo in salvo sé stesso.", "Il pilota ha messo in salvo sé stesso e due colleghi.", "it it"),
        ("A tűzben 50 ha erdő égett le.", "A tűzben kedden 50 ha erdő égett le.", "hu hu"),
        ("The US provided weapons to Ukraine.", "The US provided many weapons to Ukraine.", "en en"),
    ],
)
def test_what_keeps_a_condition_or_has_none_stays(
    verifier: Verifier, claim: str, sentence: str, languages: str
) -> None:
    assert judged(verifier, claim, sentence, languages).holds


@pytest.mark.parametrize(
    ("claim", "sentence", "languages"),
    [
        (
            "Coach Rosa Neri sold the tickets.",
            "Coach Rosa Neri told the club that Ivo Babić had sold the tickets.",
            "en en",
        ),
        ("Kapiteni Gent Hoti e dogji anijen.", "Kapiteni Gent Hoti tha se Ilir Gjoka e dogji anijen.", "sq sq"),
        ("Sudija Mira Tadić uzela je mito.", "Судија Мира Тадић тврди да је Лазар Антић узео мито.", "sr sr"),
        ("Tóth Anna elégette az iratokat.", "Tóth Anna szerint Balogh Pál égette el az iratokat.", "hu hu"),
        (
            "La preside Ada Fermi ha rubato i fondi.",
            "La preside Ada Fermi ha accusato Ugo Bassi di aver rubato i fondi.",
            "it it",
        ),
        ("Tóth Anna ha bruciato i documenti.", "Tóth Anna szerint Balogh Pál égette el az iratokat.", "it hu"),
    ],
)
def test_who_only_speaks_of_another_has_not_done_it(
    verifier: Verifier, claim: str, sentence: str, languages: str
) -> None:
    assert judged(verifier, claim, sentence, languages).check == "direction"


@pytest.mark.parametrize(
    ("claim", "sentence", "languages"),
    [
        (
            "Coach Rosa Neri said Ivo Babić had sold the tickets.",
            "Coach Rosa Neri told the club that Ivo Babić had sold the tickets.",
            "en en",
        ),
        (
            "Rosa Neri will leave the club in May.",
            "Coach Rosa Neri said she would leave the club in May, as Ivo Babić had.",
            "en en",
        ),
        (
            "Ada Fermi ha accusato Ugo Bassi.",
            "La preside Ada Fermi ha accusato Ugo Bassi di aver rubato i fondi.",
            "it it",
        ),
        ("Mira Tadić je sudija.", "Sudija Mira Tadić tvrdi da je Lazar Antić uzeo mito.", "sr sr"),
    ],
)
def test_who_speaks_may_be_told_of(verifier: Verifier, claim: str, sentence: str, languages: str) -> None:
    assert judged(verifier, claim, sentence, languages).holds


@pytest.mark.parametrize(
    ("check", "claim", "sentence", "languages"),
    [
        ("attribution", "Malta has received six boats from France.", "Malta has asked France for six boats.", "en en"),
        (
            "attribution",
            "Malta ha ricevuto sei barche dalla Francia.",
            "Malta has asked France for six boats.",
            "it en",
        ),
        ("attribution", "The nurses won a shorter week.", "Infermierët kërkuan një javë më të shkurtër.", "en sq"),
        (
            "negation",
            "The port handled less coal in March than in June.",
            "The port handled more coal in March than in June.",
            "en en",
        ),
        (
            "negation",
            "Luka je u junu pretovarila više uglja nego u martu.",
            "The port handled more coal in March than in June.",
            "sr en",
        ),
        ("negation", "The guard left after the alarm rang.", "The alarm rang after the guard left.", "en en"),
    ],
)
def test_what_is_turned_round_is_dropped(
    verifier: Verifier, check: str, claim: str, sentence: str, languages: str
) -> None:
    assert judged(verifier, claim, sentence, languages).check == check


@pytest.mark.parametrize(
    ("claim", "sentence", "languages"),
    [
        (
            "The mayor received the envoy on Monday.",
            "Kryetari priti të hënën të dërguarin dhe i kërkoi ndihmë.",
            "en sq",
        ),
        (
            "The port handled less coal in June than in March.",
            "The port handled more coal in March than in June.",
            "en en",
        ),
        (
            "Luka je u martu pretovarila više uglja nego u junu.",
            "The port handled more coal in March than in June.",
            "sr en",
        ),
        ("The alarm rang after the guard left.", "After the guard left, the alarm rang.", "en en"),
    ],
)
def test_what_is_only_told_otherwise_stays(verifier: Verifier, claim: str, sentence: str, languages: str) -> None:
    assert judged(verifier, claim, sentence, languages).holds
