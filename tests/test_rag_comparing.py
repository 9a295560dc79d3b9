import pytest

from rag.extract.comparing import subject
from rag.extract.marked import asked_for


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("Do the outlets agree on when the ferry sank?", "when the ferry sank"),
        ("How tall is the tower, according to the various papers?", "How tall is the tower"),
        ("How do the newspapers spell the name of the mayor?", "mayor"),
        ("In what words do the articles describe the flood?", "flood"),
        ("Was the bridge closed, or do the papers differ on that?", "bridge closed"),
        ("The articles disagree about the height of the tower: what does each one say?", "height of the tower"),
        ("What does each paper say about the toll?", "toll"),
        (
            "How does Oslo see the U.S.–Danish talks, by the various papers?",
            "How does Oslo see the U S Danish talks",
        ),
        ("A pajtohen mediat se kur u mbyt trageti?", "kur u mbyt trageti"),
        ("Kur u mbyt trageti sipas mediave të ndryshme?", "Kur u mbyt trageti"),
        ("A japin artikujt të njëjtin numër pasagjerësh?", "pasagjerësh"),
        ("A është mbyllur ura apo jo, sipas gazetave?", "mbyllur ura"),
        ("A thonë të gjithë të njëjtën gjë se pse ra ura?", "pse ra ura"),
        ("Da li se mediji slažu oko toga kada je trajekt potonuo?", "kada je trajekt potonuo"),
        ("Када је, према различитим медијима, трајект потонуо?", "трајект потонуо"),
        ("Razilaze li se listovi o tome ko je srušio most?", "ko je srušio most"),
        ("Је ли мост срушен? Шта каже који лист?", "мост срушен"),
        ("Quando è affondato il traghetto secondo le diverse testate?", "Quando è affondato il traghetto"),
        ("Le fonti concordano sul numero dei morti?", "morti"),
        ("Su quanto è alta la torre i giornali dicono cose diverse?", "quanto è alta la torre"),
        ("Perché è crollato il ponte? Le versioni coincidono?", "Perché è crollato il ponte"),
        ("Egyetértenek-e a lapok abban, mikor süllyedt el a komp?", "mikor süllyedt el a komp"),
        ("Hányan haltak meg az egyes cikkek szerint?", "Hányan haltak"),
        ("Miben térnek el a cikkek arról, mikor indult a hajó?", "mikor indult a hajó"),
        ("Ugyanannyi hajóról írnak a lapok?", "hajóról"),
        ("Másként írják-e a lapok, ki építette a tornyot?", "ki építette a tornyot"),
        ("Milyen magas a torony az egyik és a másik lap szerint?", "Milyen magas a torony"),
        ("What do the different sources say about whether the leak was shut?", "whether the leak was shut"),
        ("Che cosa dicono le diverse fonti sulla fuga di gas?", "fuga di gas"),
        ("Who led the rescue? The articles don't seem to agree.", "Who led the rescue"),
        ("Is the bridge open or not? Compare the reports.", "bridge open"),
        ("По чему се разликују вести о мосту?", "мосту"),
        ("Miben mondanak ellent egymásnak a cikkek a hídról?", "hídról"),
        ("Mást írnak-e a lapok arról, hogy megnyitották-e a hidat?", "megnyitották e a hidat"),
        ("A thonë të gjitha gazetat se ura është mbyllur?", "ura është mbyllur"),
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
        "What does one of the papers say about the toll?",
        "Mit ír az egyik lap a toronyról?",
        "According to the papers, how tall is the tower?",
        "",
    ],
)
def test_any_other_question_compares_nothing(question: str) -> None:
    assert subject(question) == ""


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Do the articles agree on who the director is?", "office"),
        ("Do the papers give the same name for the director?", "office"),
        ("Do the articles agree on whether the director was suspended?", ""),
    ],
)
def test_an_office_is_compared_only_where_its_holder_is_asked_for(question: str, asks: str) -> None:
    """Seen: "The articles differ" over the directors of two hospitals, to whether one of them was suspended."""
    assert asked_for(question, "en")[0] == asks
