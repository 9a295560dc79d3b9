from __future__ import annotations

import pytest

from rag.followup import Leaning, Subject, carried, leaning, says_nothing
from rag.records import Citation, Claim

BEFORE = {
    "en": "Who recognised Donetsk and Luhansk?",
    "sq": "Kush i njohu Donjeckun dhe Luhanskun?",
    "sr": "Ko je priznao Donjeck i Lugansk?",
    "it": "Chi ha riconosciuto Donetsk e Luhansk?",
    "hu": "Ki ismerte el Donyecket és Luhanszkot?",
}
FERRY = {
    "en": "Why did the ferry Astra sink off Oslo?",
    "sq": "Pse u mbyt trageti Astra pranë Oslos?",
    "sr": "Zašto je potonuo trajekt Astra kod Osla?",
    "it": "Perché è affondato il traghetto Astra davanti a Oslo?",
    "hu": "Miért süllyedt el az Astra komp Oslónál?",
}


def subject(language: str, questions: dict[str, str] = BEFORE) -> Subject:
    return Subject.of(questions[language], language)


@pytest.mark.parametrize(
    ("language", "question", "about"),
    [
        ("en", "And when was that?", "recognised Donetsk and Luhansk"),
        ("sq", "Po kur ishte kjo?", "njohu Donjeckun dhe Luhanskun"),
        ("sr", "A kada je to bilo?", "priznao Donjeck i Lugansk"),
        ("sr", "А када је то било?", "priznao Donjeck i Lugansk"),
        ("it", "E quando?", "riconosciuto Donetsk e Luhansk"),
        ("hu", "És az mikor volt?", "ismerte, Donyecket és Luhanszkot"),
        ("en", "Why?", "recognised Donetsk and Luhansk"),
        ("en", "What happened then?", "recognised Donetsk and Luhansk"),
        ("en", "And Iran?", "recognised Donetsk and Luhansk"),
        ("en", "What about China?", "recognised Donetsk and Luhansk"),
        ("it", "E l'Iran?", "riconosciuto Donetsk e Luhansk"),
        ("it", "Quando è successo?", "riconosciuto Donetsk e Luhansk"),
        ("hu", "Mikor történt ez?", "ismerte, Donyecket és Luhanszkot"),
    ],
)
def test_a_question_that_says_nothing_takes_all_that_the_one_before_was_about(
    language: str, question: str, about: str
) -> None:
    assert leaning(question, language) is Leaning.WHOLLY
    assert carried(question, language, subject(language)) == about


@pytest.mark.parametrize(
    ("language", "question", "about"),
    [
        ("en", "And how many passengers did it carry?", "ferry Astra, Oslo"),
        ("en", "Has it been raised?", "ferry Astra, Oslo"),
        ("sq", "Sa udhëtarë kishte ai në bord?", "trageti Astra, Oslos"),
        ("sr", "A ko ga je podigao?", "trajekt Astra, Osla"),
        ("sr", "А ко га је подигао?", "trajekt Astra, Osla"),
        ("it", "E chi lo costruì?", "traghetto Astra, Oslo"),
        ("hu", "És kik mentették ki az utasait?", "Astra komp Oslónál"),
    ],
)
def test_a_question_with_a_verb_of_its_own_takes_names_and_nouns_alone(
    language: str, question: str, about: str
) -> None:
    assert leaning(question, language) is Leaning.PARTLY
    assert carried(question, language, subject(language, FERRY)) == about


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "How many were injured?"),
        ("it", "quanti missili?"),
        ("hu", "Ki a polgármester?"),
        ("sr", "Ko je kapetan?"),
    ],
)
def test_a_question_of_one_word_may_lean(language: str, question: str) -> None:
    assert leaning(question, language) is Leaning.PERHAPS


@pytest.mark.parametrize(
    ("language", "question"),
    [
        *BEFORE.items(),
        *FERRY.items(),
        ("en", "Who is the new governor of the national bank?"),
        ("en", "Why is Russia buying shells from North Korea?"),
        ("en", "Did Russia say that it buys weapons?"),
        ("en", "How many ballistic missiles has North Korea fired this year?"),
        ("en", "And what did the White House say about the Iranian drones?"),
        ("en", "which newspaper first reported the discovery of the wreck?"),
        ("sr", "A šta Rusija kupuje od Severne Koreje?"),
        ("sq", "A ka blerë Rusia predha nga Koreja e Veriut?"),
        ("sq", "E kujt është anija Astra që u mbyt?"),
        ("it", "È affondato il traghetto Astra davanti a Oslo?"),
        ("hu", "És mit vásárol Oroszország Észak-Koreától?"),
        ("en", ""),
        ("en", "?!"),
        ("de", "Und warum?"),
    ],
)
def test_a_question_that_stands_by_itself_is_left_alone(language: str, question: str) -> None:
    assert leaning(question, language) is Leaning.NOT


def test_a_pronoun_for_a_person_takes_the_one_name_of_the_question_before() -> None:
    before = Subject.of("When was the banker Anna Berg elected by parliament?", "en")
    assert carried("How old is she?", "en", before) == "Anna Berg"
    assert carried("Quanti anni ha lei?", "it", before) == "Anna Berg"


def test_only_a_few_words_are_carried_and_names_before_others() -> None:
    long = "Which inspector of harbours found rotten planks, broken pumps, leaking pipes and torn sails on Astra?"
    taken = carried("Why?", "en", Subject.of(long, "en"))
    assert taken.endswith("Astra") and len(taken.replace(",", "").replace(" of", "").split()) == 5


def test_a_new_name_takes_the_place_of_the_one_after_the_same_word() -> None:
    before = Subject.of("Šta Rusija kupuje od Severne Koreje?", "sr")
    assert carried("A od Irana?", "sr", before) == "Rusija kupuje"


def test_what_the_question_says_itself_is_not_carried() -> None:
    assert carried("And the ferry?", "en", subject("en", FERRY)) == "Astra, Oslo"


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Why?"),
        ("en", "hello"),
        ("en", "And when was that?"),
        ("sq", "Dhe kush tjetër?"),
        ("sr", "Зашто?"),
        ("it", "E perché?"),
        ("hu", "És az mikor volt?"),
    ],
)
def test_a_question_of_small_words_alone_is_no_whole_question(language: str, question: str) -> None:
    assert says_nothing(question, language)


@pytest.mark.parametrize(
    ("language", "question"),
    [("en", "What happened?"), ("en", "Iran?"), ("it", "nome del traghetto"), ("de", "Warum?"), ("en", "")],
)
def test_a_question_with_a_word_of_its_own_may_be_asked(language: str, question: str) -> None:
    assert not says_nothing(question, language)


def claim(article: str, language: str, text: str) -> Claim:
    return Claim(text, language, (Citation(article, "", "", language, 0, len(text), text),))


SERBIAN = claim("one", "sr", "Скупштина је јуче изабрала економисткињу Миру Костић.")
ALBANIAN = claim("two", "sq", "Dje parlamenti zgjodhi ekonomisten Mira Kostiq guvernatore.")
OTHER = claim("three", "it", "Il consorzio era guidato da Strade Adriatiche fino a ieri.")


def test_who_the_answer_names_is_carried_in_the_script_of_the_question() -> None:
    assert Subject.of("Who is the new governor?", "en", (SERBIAN, ALBANIAN)).name == "Mira Kostiq"
    assert Subject.of("Ко је нови гувернер?", "sr", (ALBANIAN, SERBIAN)).name == "Миру Костић"


def test_a_name_that_one_article_alone_holds_is_not_taken_for_who_was_asked_for() -> None:
    assert Subject.of("Who is the new governor?", "en", (OTHER, SERBIAN, ALBANIAN)).name == "Mira Kostiq"
    assert Subject.of("Who is the new governor?", "en", (OTHER, SERBIAN)).name == ""
    assert Subject.of("When was the governor elected?", "en", (SERBIAN, ALBANIAN)).name == ""


MAYOR = claim("one", "en", "The mayor of Lecce, Anna Berg, resigned on Monday.")


def test_whom_only_the_answer_named_is_never_said_to_be_what_was_asked() -> None:
    """Seen: "And the mayor? (Ardita Kolaj, director of the Taranto museum)", who directs another one."""
    before = Subject.of("Who is the director of the Lecce museum?", "en", (MAYOR,))
    assert before.name == "Anna Berg"
    assert carried("When was that?", "en", before) == "director of the Lecce museum"
    assert carried("And the mayor?", "en", before) == "Lecce museum"
    assert carried("Did she resign?", "en", before) == "Anna Berg"


@pytest.mark.parametrize(
    ("language", "question"),
    [("sr", "Da li je podneo ostavku?"), ("it", "Si è dimesso?"), ("sq", "A dha dorëheqjen?"), ("hu", "Lemondott?")],
)
def test_a_verb_without_a_subject_is_of_the_person_spoken_of(language: str, question: str) -> None:
    """Seen: "Da li je podneo ostavku?" was asked of everybody after a question for a minister."""
    assert leaning(question, language) in {Leaning.WHOLLY, Leaning.PARTLY}
    assert carried(question, language, Subject("Who is the mayor?", "en", "Anna Berg")) == "Anna Berg"


@pytest.mark.parametrize(
    ("language", "question"), [("sr", "Da li je fabrika obnovila proizvodnju?"), ("it", "Ha vinto il Lecce?")]
)
def test_a_verb_with_its_subject_is_of_nobody_else(language: str, question: str) -> None:
    assert leaning(question, language) is Leaning.NOT
