import pytest

from rag.extract.comparing import subject


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("Do the outlets agree on when the ferry sank?", "Do the on when the ferry sank"),
        ("How tall is the tower, according to the various papers?", "How tall is the tower to the"),
        ("How do the newspapers spell the name of the mayor?", "How do the the name of the mayor"),
        ("In what words do the articles describe the flood?", "do the the flood"),
        ("A pajtohen mediat se kur u mbyt trageti?", "A se kur u mbyt trageti"),
        ("Kur u mbyt trageti sipas mediave të ndryshme?", "Kur u mbyt trageti të"),
        ("Da li se mediji slažu oko toga kada je trajekt potonuo?", "Da li se oko toga kada je trajekt potonuo"),
        ("Када је, према различитим медијима, трајект потонуо?", "Када је трајект потонуо"),
        ("Quando è affondato il traghetto secondo le diverse testate?", "Quando è affondato il traghetto le"),
        ("Le fonti concordano sul numero dei morti?", "Le sul numero dei morti"),
        ("Egyetértenek-e a lapok abban, mikor süllyedt el a komp?", "e a abban mikor süllyedt el a komp"),
        ("Hányan haltak meg az egyes cikkek szerint?", "Hányan haltak meg az"),
        ("Miben térnek el a cikkek arról, mikor indult a hajó?", "Miben el a arról mikor indult a hajó"),
    ],
)
def test_a_question_about_differences_is_about_what_is_left_without_its_words_about_outlets(
    question: str, about: str
) -> None:
    assert subject(question) == about


@pytest.mark.parametrize(
    "question", ["Do Oslo and Bergen agree on the toll?", "Da li se Oslo i Bergen slažu oko putarine?"]
)
def test_two_sides_may_be_named_in_place_of_the_outlets(question: str) -> None:
    assert subject(question) and "Bergen" in subject(question)


@pytest.mark.parametrize(
    "question",
    [
        "When did the ferry sink?",
        "Which newspaper reported the sinking first?",
        "Did Oslo and Bergen agree to share the toll?",
        "How many sources of water does the valley have?",
        "Kush e raportoi lajmin i pari?",
        "Koji list je prvi objavio vest?",
        "Quale giornale ha pubblicato la notizia?",
        "Melyik lap írta meg először a hírt?",
        "Do the outlets agree?",
        "",
    ],
)
def test_any_other_question_compares_nothing(question: str) -> None:
    assert subject(question) == ""
