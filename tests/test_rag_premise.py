import pytest

from rag.evidence.premise import named, persons, unheld


@pytest.mark.parametrize(
    ("question", "language", "text", "stranger"),
    [
        ("Did Finland buy ships from Chile?", "en", "Finland is buying ships from Chile.", ()),
        ("Did Finland buy ships from China?", "en", "Finland is buying ships from Chile.", ("China",)),
        ("Da li je Finska kupila brodove?", "sr", "Finland is buying ships from Chile.", ()),
        ("Perché la Finlandia compra navi?", "it", "Chile kauft Schiffe.", ("Finlandia",)),
        ("what did they buy?", "en", "Finland is buying ships from Chile.", ()),
    ],
)
def test_a_name_of_the_question_is_a_stranger_where_no_text_holds_it_in_any_language(
    question: str, language: str, text: str, stranger: tuple[str, ...]
) -> None:
    assert unheld(question, language, (text,)) == stranger


def test_a_capital_stands_for_its_country_and_the_country_for_it() -> None:
    assert unheld("Why did Helsinki buy the ships?", "en", ("Finland is buying ships.",)) == ()
    assert unheld("Why did Finland buy the ships?", "en", ("L'acquisto di Helsinki riguarda le navi.",)) == ()
    assert unheld("Why did Helsinki buy the ships?", "en", ("Chile is buying ships.",)) == ("Helsinki",)


@pytest.mark.parametrize(
    ("question", "language", "text", "stranger"),
    [
        ("Koliki kredit daje EBRD?", "sr", "The European Bank for Reconstruction and Development lends.", ()),
        ("Quanto presta la BERS?", "it", "The European Bank for Reconstruction and Development lends.", ()),
        ("Mit mond az EKB?", "hu", "The European Central Bank raised its rates.", ()),
        ("What did NATO say?", "en", "L'OTAN ha approvato il piano.", ()),
        ("What did NATO say?", "en", "L'OPEC ha approvato il piano.", ("NATO",)),
        ("What did NATO say?", "en", "The European Bank for Reconstruction and Development lends.", ("NATO",)),
        ("How many Albanians came?", "en", "Erdhën njëqind shqiptarë.", ()),
        ("Hány Lengyelországból jött?", "hu", "Poljaci su došli.", ()),
    ],
)
def test_an_acronym_and_a_people_are_known_by_what_they_stand_for_in_other_languages(
    question: str, language: str, text: str, stranger: tuple[str, ...]
) -> None:
    assert unheld(question, language, (text,)) == stranger


def test_the_question_word_is_no_name_though_it_sounds_like_a_country() -> None:
    assert named("Cilat shtete e blenë?", "sq") == ()


def test_a_town_is_named_by_an_adjective_of_it_too() -> None:
    """Seen: "il museo tarantino" was said not to be of Taranto."""
    assert unheld("Who runs the Livorno museum?", "en", ("Il museo livornese è chiuso.",)) == ()
    assert unheld("Who runs the Livorno museum?", "en", ("Il museo livella tutti.",)) == ("Livorno",)


def test_who_is_from_a_town_of_the_question_is_not_named_so() -> None:
    assert persons("Жена из села, Ливорнанка, лежи.", "sr", "Како се зове жена из Ливорна?") == []
