import pytest

from rag.evidence.holder_asked import holder_asked, office_alone, with_towns
from rag.evidence.holders import held_abroad, unheld_office
from rag.evidence.office import office


@pytest.mark.parametrize(
    ("question", "language", "name"),
    [
        ("Who is the mayor of Turku?", "en", "mayor"),
        ("Kush është kryetari i bashkisë së Korçës?", "sq", "mayor"),
        ("Ко је градоначелник Ужица?", "sr", "mayor"),
        ("Chi è il sindaco di Lecce?", "it", "mayor"),
        ("Ki a polgármester?", "hu", "mayor"),
        ("Who is the prime minister of Finland?", "en", "premier"),
        ("Ki a finn miniszterelnök?", "hu", "premier"),
        ("Ki Chile elnöke?", "hu", "president"),
        ("Ko je lider Finske?", "sr", "leader"),
        ("What is the minister's sister called?", "en", "sister"),
        ("Come si chiama la sorella del ministro?", "it", "sister"),
        ("Hogy hívják a kapitányt?", "hu", "captain"),
    ],
)
def test_the_office_whose_holder_is_asked_for(question: str, language: str, name: str) -> None:
    wanted = holder_asked(question, language)
    assert wanted is not None and wanted.name == name


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Who met the mayor?", "en"),
        ("Ko je izabrao gradonačelnika?", "sr"),
        ("Chi è stato eletto sindaco?", "it"),
        ("When did the captain leave?", "en"),
        ("Who is the ministry's guest?", "en"),
        ("Ki a kapitány új tanácsadója?", "hu"),
        ("Who is Olaf Hansen?", "en"),
    ],
)
def test_whoever_does_something_to_an_office_holder_holds_none(question: str, language: str) -> None:
    assert holder_asked(question, language) is None


@pytest.mark.parametrize(
    ("question", "language", "sentence", "of"),
    [
        ("Who is the mayor of Turku?", "en", "Kryetari i komunës, Bekim Hoxha, e mori lajmin në Turku.", "sq"),
        ("Ko je ministar finansija?", "sr", "Il ministro delle Finanze, Mario Loi, ha firmato.", "it"),
        ("Chi è il capitano?", "it", "A kapitány, Olaf Hansen elhagyta a hajót.", "hu"),
        ("Who is the energy minister?", "en", "Antti Salo energiaügyi miniszter pénteken aláírta.", "hu"),
        ("Who was the finance minister?", "en", "Бивши министар финансија Раде Илић то каже.", "sr"),
        ("Come si chiama l'autista che ha parlato?", "it", "Her former driver, Olaf Hansen, spoke at court.", "en"),
        ("Kush është kryeministri i Finlandës?", "sq", "Finland's prime minister, Antti Salo, promised it.", "en"),
    ],
)
def test_a_sentence_names_the_holder_in_any_language(question: str, language: str, sentence: str, of: str) -> None:
    wanted = holder_asked(question, language)
    assert wanted is not None and unheld_office(sentence, of, question, wanted) == 0.0


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Who is the president of Finland?", "Finland's prime minister, Antti Salo, promised it."),
        ("Who is the prime minister of Chile?", "Finland's prime minister, Antti Salo, flew to Chile."),
        ("Who is the health minister?", "The energy minister, Antti Salo, signed it."),
        ("Who is the energy minister?", "The former energy minister, Antti Salo, signed it."),
        ("Who was the previous captain?", "The captain, Olaf Hansen, left the ferry last."),
        ("Who is the captain?", "The captain of the ferry left it last."),
        ("Who is the prime minister?", "The deputy prime minister, Antti Salo, signed it."),
    ],
)
def test_the_holder_of_another_office_or_none_is_no_answer(question: str, sentence: str) -> None:
    wanted = holder_asked(question, "en")
    assert wanted is not None and unheld_office(sentence, "en", question, wanted) >= 1.0


def test_what_stands_beyond_the_name_of_a_holder_tells_no_country_of_the_office() -> None:
    """Seen: "President Putin launched his Ukrainian invasion" told who the president of Ukraine is."""
    wanted = holder_asked("Who is the president of Chile?", "en")
    assert wanted is not None
    beyond = unheld_office("Antti Salo elnök februárban meghirdette chilei útját.", "hu", "", wanted)
    between = unheld_office("Finski predsednik Antti Salo i čileanski lider su se sreli.", "sr", "", wanted)
    assert beyond == 0.2 and between > 1.0


@pytest.mark.parametrize(
    "told", ["Finnish President Antti Salo met them.", "Finski predsednik Anti Salo ih je primio."]
)
def test_who_is_president_of_one_country_is_so_of_no_other_in_any_sentence(told: str) -> None:
    """Seen: "President Putin" in a sentence about Ukraine answered who Ukraine's president is."""
    question = "Who is the president of Norway?"
    wanted = holder_asked(question, "en")
    assert wanted is not None
    language = "en" if told.startswith("Finnish") else "sr"
    abroad = held_abroad([(told, language), ("Antti Salo elnök Norvégiába utazott.", "hu")], question, wanted)
    bare = ("Antti Salo elnök februárban meghirdette norvégiai útját.", "hu", question, wanted)
    assert len(abroad) == 1
    assert unheld_office(*bare, abroad) > 1.0 > unheld_office(*bare)


def test_who_is_president_of_the_country_asked_for_too_is_not_passed_over() -> None:
    question = "Who is the president of Norway?"
    wanted = holder_asked(question, "en")
    assert wanted is not None
    told = ["Finnish President Antti Salo met them.", "Norwegian President Antti Salo met them."]
    assert held_abroad([(one, "en") for one in told], question, wanted) == frozenset()


def test_who_stands_before_an_and_holds_another_office() -> None:
    wanted = holder_asked("Ko je lider Čilea?", "sr")
    assert wanted is not None
    assert unheld_office("Finski predsednik Antti Salo i čileanski lider su se sreli.", "sr", "", wanted) == 1.0


def test_a_word_for_an_office_is_known_and_the_building_is_not() -> None:
    assert [office(word) for word in ("procuratrice", "ugyesz", "poslanica")] == [
        "prosecutor",
        "prosecutor",
        "member of parliament",
    ]
    assert [office(word) for word in ("prokuroria", "ugyeszseg", "ministria", "ministry", "birosag")] == [""] * 5


@pytest.mark.parametrize(
    ("question", "language", "sentence", "of"),
    [
        ("Who is the mayor of Bremen?", "en", "Il sindaco di Lecce, Mario Loi, ha offerto un premio.", "it"),
        ("Ko je gradonačelnik Užica?", "sr", "Lecce's mayor, Mario Loi, offered a prize in Užice.", "en"),
        ("Ki Debrecen polgármestere?", "hu", "Szeged polgármestere, Varga Péter közölte.", "hu"),
        ("Chi è il sindaco di Lecce?", "it", "Gradonačelnik Užica Marko Ilić je juče podneo ostavku.", "sr"),
        ("Who is the director of the Lecce museum?", "en", "Drejtoresha e muzeut të Shkodrës, Ana Dema, iku.", "sq"),
        ("Kush është drejtori i policisë?", "sq", "La direttrice del museo, Anna Loi, ha parlato.", "it"),
    ],
)
def test_who_holds_an_office_of_another_town_or_institution_is_known_to_be_another(
    question: str, language: str, sentence: str, of: str
) -> None:
    """Seen: the mayor of Taranto answered who the mayor of Durrës is."""
    wanted = holder_asked(question, language)
    assert wanted is not None and unheld_office(sentence, of, question, wanted) > 1.0


@pytest.mark.parametrize(
    ("question", "language", "sentence", "of"),
    [
        (
            "Who is the director of the Livorno museum?",
            "en",
            "Parla la direttrice del museo salernitano, Ada Rua.",
            "it",
        ),
        ("Who is the mayor of Debrecen?", "en", "Debrecen polgármestere, Varga Péter szerint baj van.", "hu"),
        ("Ki Užice polgármestere?", "hu", "Gradonačelnik Užica Marko Ilić je juče podneo ostavku.", "sr"),
        ("Who is the prosecutor in Durrës?", "en", "Prokurorja Ana Leka nuk foli për Durrësin.", "sq"),
        ("Who is the director of the hospital in Lecce?", "en", "Anna Loi, director of Santa Chiara, spoke.", "en"),
        ("Kush është kryebashkiaku i Leçes?", "sq", "Il sindaco di Lecce, Mario Loi, ha parlato.", "it"),
    ],
)
def test_what_an_office_is_of_may_be_an_adjective_a_possessor_or_untold(
    question: str, language: str, sentence: str, of: str
) -> None:
    wanted = holder_asked(question, language)
    assert wanted is not None and unheld_office(sentence, of, question, wanted) <= 0.2


def test_who_directs_another_museum_is_not_the_one_meant_in_any_sentence() -> None:
    """Seen: "the director of the museum, Ardita Kolaj" of Durrës answered who directs the museum of Taranto."""
    question = "Ki a leccei múzeum igazgatója?"
    bare, told = "Direktorka muzeja Ana Leka je smenjena.", "La direttrice del museo di Lecce, Anna Loi, lo ha detto."
    wanted = holder_asked(question, "hu")
    assert wanted is not None
    wanted = with_towns(wanted, question, [bare, told])
    abroad = held_abroad([(bare, "sr"), (told, "it")], question, wanted)
    assert unheld_office(bare, "sr", question, wanted, abroad) > 1.0
    assert unheld_office(told, "it", question, wanted, abroad) == 0.0


@pytest.mark.parametrize(
    ("question", "language", "name"),
    [
        ("And the mayor?", "en", "mayor"),
        ("Po kryebashkiaku?", "sq", "mayor"),
        ("A gradonačelnik?", "sr", "mayor"),
        ("E il sindaco?", "it", "mayor"),
        ("És a polgármester?", "hu", "mayor"),
        ("What about the captain?", "en", ""),
        ("And the mayor of Lecce?", "en", ""),
        ("A šta je rekao o direktorki?", "sr", ""),
    ],
)
def test_a_question_may_name_an_office_alone(question: str, language: str, name: str) -> None:
    """Seen: "What does the Post say about the captain?", read as "What about the captain?", asked for his name."""
    found = office_alone(question, language)
    assert (found.name if found else "") == name
