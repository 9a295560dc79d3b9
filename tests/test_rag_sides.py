"""Sides are chosen through the answerer, with the hand-made vectors of tests.test_rag_extract."""

import numpy as np
import pytest

from index.bundled import BundledEmbedder
from rag.evidence import Sentence
from rag.extract import Draft, ExtractiveAnswerer
from rag.extract.compared import told
from rag.extract.sides import Sides, choose, contradictions
from rag.records import Hit, Query
from rag.words import WordAligner
from tests.builders import hit
from tests.test_rag_extract import RAIN, SNOW, HandModel

JULY = hit("The rain came in July to Oslo.", article="a", vector=RAIN, outlet="BBC")
AUGUST = hit("Kiša je u Oslo stigla u avgustu.", article="b", language="sr", vector=RAIN, outlet="Tanjug")
AGAIN = hit("La pioggia a Oslo a luglio.", article="c", language="it", vector=RAIN, outlet="Ansa")
SNOWED = hit("Sneg je pao u Oslo.", article="b", language="sr", vector=RAIN, outlet="Tanjug")
OFF = hit("The snow melted on Friday morning.", article="d", vector=SNOW, outlet="AFP")


def compare(*hits: Hit, question: str = "Do the outlets agree on when it began?", language: str = "en") -> Draft:
    query = Query(question, language, np.array(RAIN, dtype=np.float32), subject="when rain oslo")
    return ExtractiveAnswerer(WordAligner(HandModel())).answer(query, hits)


def test_times_that_cannot_both_hold_are_a_difference_with_the_words_of_both_sides() -> None:
    statement, *sides = compare(JULY, AUGUST, OFF).claims
    assert statement.text == "The articles differ: “July” (BBC, en), “avgustu” (Tanjug, sr)."
    assert statement.language == "en" and [claim.text for claim in sides] == [JULY.passage.text, AUGUST.passage.text]


def test_what_is_said_of_the_sides_cites_every_side_word_for_word() -> None:
    statement, *_ = compare(JULY, AUGUST).claims
    assert {citation.article_id: citation.quote for citation in statement.citations} == {
        "a": JULY.passage.text,
        "b": AUGUST.passage.text,
    }


@pytest.mark.parametrize(
    ("language", "question", "said"),
    [
        ("sq", "A pajtohen mediat?", "Artikujt ndryshojnë: “July” (BBC, en), “avgustu” (Tanjug, sr)."),
        ("sr", "Da li se mediji slažu?", "Članci se razlikuju: “July” (BBC, en), “avgustu” (Tanjug, sr)."),
        ("sr", "Да ли се медији слажу?", "Чланци се разликују: “July” (BBC, en), “avgustu” (Tanjug, sr)."),
        ("it", "Le testate concordano?", "Gli articoli differiscono: “July” (BBC, en), “avgustu” (Tanjug, sr)."),
        ("hu", "Egyetértenek a lapok?", "A cikkek eltérnek: “July” (BBC, en), “avgustu” (Tanjug, sr)."),
    ],
)
def test_the_difference_is_told_in_the_language_and_script_of_the_question(
    language: str, question: str, said: str
) -> None:
    assert compare(JULY, AUGUST, language=language, question=question).claims[0].text == said


def test_articles_that_say_the_same_are_not_said_to_differ() -> None:
    statement, side = compare(JULY, AGAIN).claims
    assert statement.text == "The articles that speak of this say the same."
    assert side.text == JULY.passage.text and [other.article_id for other in side.agreement.same] == ["c"]


def test_what_one_article_says_is_no_difference() -> None:
    statement, side = compare(JULY).claims
    assert statement.text == "Only one article was found that speaks of this." and side.text == JULY.passage.text


def test_a_side_that_others_share_is_shown_once() -> None:
    _, *sides = compare(JULY, AUGUST, AGAIN).claims
    assert [claim.citations[0].article_id for claim in sides] == ["a", "b"]
    assert [other.article_id for other in sides[0].agreement.same] == ["c"]


def test_nothing_found_is_an_empty_draft() -> None:
    assert compare().claims == ()


def test_articles_that_put_it_differently_say_nothing_of_whether_two_others_agree() -> None:
    question = "Do Oslo and Bergen agree on the rain?"
    assert [claim.language for claim in compare(JULY, SNOWED, question=question).claims] == ["en", "sr"]


def test_sides_without_a_contradiction_are_only_said_to_put_it_differently() -> None:
    statement, *sides = compare(JULY, SNOWED, question="How do the outlets describe it?").claims
    assert (
        statement.text == "The articles put this differently; whether they contradict each other could not be told."
        and len(sides) == 2
    )


LONG = (
    "The ferry that carried 12 cars and a lorry full of oranges across the windy strait to the island on Monday had "
    "{} passengers on board, the harbour said."
)
ABOARD = hit(LONG.format(214), article="a", vector=RAIN, outlet="BBC")
OTHERS_ABOARD = hit(LONG.format(221), article="b", vector=RAIN, outlet="AFP")


@pytest.fixture(scope="module")
def aligner() -> WordAligner:
    return WordAligner(BundledEmbedder())


def sides_of(question: str, subject: str, aligner: WordAligner, *hits: Hit) -> Sides:
    query = Query(question, "en", np.array(RAIN, dtype=np.float32), subject)
    sentences = ExtractiveAnswerer(aligner).answer(query, hits).evidence
    return choose(query, sentences, aligner, max_words=120, differ=contradictions(aligner))


def test_of_the_figures_of_a_long_sentence_the_one_beside_the_subject_is_named(aligner: WordAligner) -> None:
    question = "Do the papers report the same number of passengers?"
    sides = sides_of(question, "passengers", aligner, ABOARD, OTHERS_ABOARD)
    assert sides.told == "sides_differ" and sides.words == ("214", "221")


def test_articles_with_one_figure_beside_the_subject_say_the_same_whatever_else_they_tell(aligner: WordAligner) -> None:
    other = hit("The harbour counted 214 passengers.", article="c", vector=RAIN, outlet="Ansa")
    sides = sides_of("Do the papers agree on the number of passengers?", "passengers", aligner, ABOARD, other)
    assert sides.told == "sides_same" and len(sides.groups) == 1


def test_the_day_of_something_is_no_difference_in_what_it_is_worth(aligner: WordAligner) -> None:
    deals = [hit(f"The deal was signed here on {day}.", article=day, vector=RAIN) for day in ("Monday", "Friday")]
    assert sides_of("Do the papers agree on what the deal is worth?", "deal worth", aligner, *deals).told == "sides_put"


def test_names_spelled_differently_are_named_and_those_of_two_people_are_not(aligner: WordAligner) -> None:
    question = "Do the papers write the name of the director alike?"
    dahl = hit("The director Henrik Dahl rejected the offer.", article="a", vector=RAIN, outlet="BBC")
    dall = hit("The director Henrik Dall rejected every offer.", article="b", vector=RAIN, outlet="AFP")
    union = hit("In Hungary, where 310 were sent home, union leader Anna Kis fears for work.", article="b", vector=RAIN)
    assert sides_of(question, "director", aligner, dahl, dall).words == ("Henrik Dahl", "Henrik Dall")
    assert sides_of(question, "director", aligner, dahl, union).words == ("", "")


def asked(question: str, language: str, *hits: Hit) -> str:
    query = Query(question, language, np.array(RAIN, dtype=np.float32), subject=question)
    return ExtractiveAnswerer(WordAligner(BundledEmbedder())).answer(query, hits).claims[0].text


def test_who_was_first_is_compared_by_the_sentences_that_tell_it() -> None:
    hits = (
        hit("The captain of the ship was the first to leave it.", article="c", vector=RAIN),
        hit("The accident was first reported by the Radio Golfo.", article="a", vector=RAIN, outlet="Post"),
        hit("Vest je prvi objavio list Blic.", article="b", language="sr", vector=RAIN, outlet="Politika"),
    )
    said = asked("Do the papers agree on who first reported the accident?", "en", *hits)
    assert said == "The articles differ: “Radio Golfo” (Post, en), “list Blic” (Politika, sr)."


def test_a_state_that_a_question_names_is_compared_whatever_words_tell_it() -> None:
    hits = (
        hit("The captain spoke to reporters.", article="c", vector=RAIN),
        hit("The captain is in custody.", article="a", vector=RAIN, outlet="Post"),
        hit("Il comandante resta a piede libero.", article="b", language="it", vector=RAIN, outlet="Ansa"),
    )
    said = asked("Is the captain behind bars or free? How do the reports differ?", "en", *hits)
    assert said == "The articles differ: “a piede libero” (Ansa, it), “in custody” (Post, en)."


@pytest.mark.parametrize(
    ("judge", "said"),
    [
        ("Милица Радуновић", "The articles differ: “Милица Радуновић” (Politika, sr), “Milica Radulović” (Post, en)."),
        ("Милица Радуловић", "The articles that speak of this say the same."),
    ],
)
def test_who_holds_an_office_is_compared_letter_by_letter(judge: str, said: str) -> None:
    hits = (
        hit("The ruling was read by judge Milica Radulović.", article="a", vector=RAIN, outlet="Post"),
        hit(f"Пресуду је изрекла судија {judge}.", article="b", language="sr", vector=RAIN, outlet="Politika"),
    )
    assert asked("Do the papers agree on the name of the judge?", "en", *hits) == said


def test_of_two_figures_side_by_side_each_counts_what_stands_with_it(aligner: WordAligner) -> None:
    """Seen: "38" of the crew in one set against "214" in the other, which has 38 of the crew too."""
    one = hit(
        "A bordo c'erano 221 passeggeri, oltre a 38 membri dell'equipaggio.", article="a", language="it", vector=RAIN
    )
    other = hit(
        "Në bord ndodheshin 214 udhëtarë dhe 38 anëtarë të ekuipazhit, ndërsa shumica u nxorën nga uji.",
        article="b",
        language="sq",
        vector=RAIN,
    )
    question = "I giornali concordano sul numero dei membri dell'equipaggio?"
    assert sides_of(question, "membri dell equipaggio", aligner, one, other).told == "sides_same"
    sides = sides_of("Do the papers agree on the number of passengers?", "passengers", aligner, one, other)
    assert sides.words == ("221", "214")


def test_the_figure_that_a_sentence_gives_is_the_same_in_another_that_names_the_thing_otherwise(
    aligner: WordAligner,
) -> None:
    """Seen: "put differently"."""
    one = hit(
        "Környezetvédők attól tartanak, hogy a 118 méter magas gát végleg elvágja az angolnákat a tengertől.",
        article="a",
        language="hu",
        vector=RAIN,
    )
    other = hit(
        "Alto 118 metri, lo sbarramento darà vita a un lago di undici chilometri quadrati.",
        article="b",
        language="it",
        vector=RAIN,
    )
    sides = sides_of("Do the articles agree on the height of the dam?", "height of the dam", aligner, one, other)
    assert sides.told == "sides_same"


def test_figures_far_apart_are_not_of_the_same_thing(aligner: WordAligner) -> None:
    one = hit("Three people protested on the bridge.", article="a", vector=RAIN, outlet="BBC")
    other = hit("600,000 people protested in the country.", article="b", vector=RAIN, outlet="AFP")
    sides = sides_of("Do the articles agree on how many people protested?", "people protested", aligner, one, other)
    assert sides.told != "sides_differ"


def test_who_holds_one_office_is_not_set_against_who_holds_another(aligner: WordAligner) -> None:
    """Seen: a former minister of finance as a third side of who the minister of energy is."""
    hits = (
        hit("Delegaciju predvodi ministar energetike Zoran Petrevski.", article="a", language="sr", vector=RAIN),
        hit("Бивши министар финансија Стево Трајановски каже да је скупо.", article="b", language="sr", vector=RAIN),
        hit("Ministri i Energjetikës, Goran Petrevski, foli.", article="c", language="sq", vector=RAIN),
    )
    sides = sides_of("Do the articles agree on the minister's name?", "minister", aligner, *hits)
    assert sorted(filter(None, sides.words)) == ["Goran Petrevski", "Zoran Petrevski"]


def test_a_question_about_an_office_alone_asks_who_holds_it(aligner: WordAligner) -> None:
    hits = (
        hit("L'amministratore delegato Henrik Dahl tratta.", article="a", language="it", vector=RAIN, outlet="Ansa"),
        hit("Drejtori Henrik Dall foli dje.", article="b", language="sq", vector=RAIN, outlet="ATSH"),
    )
    sides = sides_of("Po čemu se razlikuju podaci o direktoru?", "direktoru", aligner, *hits)
    assert set(sides.words) == {"Henrik Dahl", "Henrik Dall"}


def test_the_order_of_a_name_is_no_difference_and_another_family_name_is_one(aligner: WordAligner) -> None:
    hits = (
        hit("Sokan egy ápolónak, Vincze Ilonának köszönhetik az életüket.", article="a", language="hu", vector=RAIN),
        hit("He meant Ilona Vincze, a nurse who hauled nine people along.", article="b", vector=RAIN),
        hit("E tërhoqi një infermiere, Ilona Bodnar, nga tymi.", article="c", language="sq", vector=RAIN),
    )
    sides = sides_of("Do the papers agree on the nurse's name?", "nurse", aligner, *hits)
    named = set(filter(None, sides.words))
    assert "Ilona Bodnar" in named and len(named) == 2


def test_every_stage_of_the_act_asked_about_is_named() -> None:
    hits = (
        hit("Zvaničnik nije precizirao koliko oružja Rusija planira da kupi.", article="d", language="sr", vector=RAIN),
        hit("Russia is buying weapons from North Korea.", article="a", vector=RAIN, outlet="Post"),
        hit("Oroszország fegyvereket vásárolt Észak-Koreától.", article="b", language="hu", vector=RAIN, outlet="Lap"),
        hit(
            "La Russia è in procinto di acquistare armi dalla Corea.",
            article="c",
            language="it",
            vector=RAIN,
            outlet="Ansa",
        ),
    )
    query = Query(
        "Do they agree on it?", "en", np.array(RAIN, dtype=np.float32), "whether Russia has bought the weapons"
    )
    aligner = WordAligner(BundledEmbedder())
    evidence = ExtractiveAnswerer(aligner).answer(query, hits).evidence
    sides = choose(query, evidence, aligner, max_words=120)
    assert sides.told == "sides_differ"
    assert set(sides.words) == {"is buying", "vásárolt", "in procinto di acquistare"}


def test_a_figure_that_two_articles_share_stands_against_figures_of_other_things(aligner: WordAligner) -> None:
    """Seen: "put differently", with the customers of a bank in one and passports found on a forum in the other."""
    hits = (
        hit("The bank counts 1.3 million customers.", article="a", vector=RAIN, outlet="Post"),
        hit("An Italian lender with 1.3m customers was robbed.", article="b", vector=RAIN, outlet="AFP"),
        hit("Passports of some 28,000 customers were found on a forum.", article="c", vector=RAIN, outlet="BBC"),
    )
    sides = sides_of("Do the papers agree on the number of customers?", "customers", aligner, *hits)
    assert sides.told == "sides_same"


def test_what_the_whole_sentences_part_in_is_named_only_if_it_is_of_the_kind_asked_for(aligner: WordAligner) -> None:
    """Seen: “four and a half years” and “пет година” named for the amount of a bribe."""
    hits = (
        hit("She was sentenced to four and a half years in prison for the bribe.", article="a", vector=RAIN),
        hit("She was sentenced to five years in prison for the bribe.", article="b", vector=RAIN),
    )
    sides = sides_of("Do the articles agree on the amount of the bribe?", "amount of the bribe", aligner, *hits)
    assert sides.told != "sides_differ"


def test_neither_the_dead_nor_those_led_out_are_another_number_of_the_hurt(aligner: WordAligner) -> None:
    """Seen: “sessantuno” led out against seventeen hurt, and then “Quattro” dead."""
    led_out = hit(
        "Quattro le vittime, tutte anziane; sessantuno le persone portate fuori dall'edificio.",
        article="a",
        language="it",
        vector=RAIN,
    )
    hurt = hit("Zjarri mori katër jetë dhe la shtatëmbëdhjetë të lënduar.", article="b", language="sq", vector=RAIN)
    question = "Do the papers agree on how many people were injured?"
    query = Query(question, "en", np.array(RAIN, dtype=np.float32), "how many people were injured")
    one, other = (
        told(query, Sentence(some, 0, 0, some.passage.text, 0.5, 0.5, 0.5), aligner) for some in (led_out, hurt)
    )
    assert other.text == "shtatëmbëdhjetë"
    assert not one.differs(other)
