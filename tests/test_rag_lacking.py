import numpy as np
import pytest

from index.bundled import BundledEmbedder
from rag.asked import Asked
from rag.confidence import REFUSE_BELOW, Judgement, judge
from rag.confidence.refusal import why_refused
from rag.evidence.lacking import lacking
from rag.evidence.need import need
from rag.extract import Draft, ExtractiveAnswerer
from rag.records import Hit, Query
from rag.words import WordAligner
from tests.builders import hit

MODEL = BundledEmbedder()
ALIGNER = WordAligner(MODEL)


def passage(text: str, language: str = "en") -> Hit:
    found = hit(text, language=language, article=text)
    sentences = MODEL.embed_passages([text[start:end] for start, end in found.passage.sentences])
    vectors = tuple(tuple(row) for row in sentences.tolist())
    return hit(text, language=language, article=text, vector=tuple(MODEL.embed_query(text)), sentence_vectors=vectors)


def asked(question: str, language: str, *texts: str) -> tuple[Query, Draft]:
    return answered(question, language, *((text, language) for text in texts))


def answered(question: str, language: str, *texts: tuple[str, str]) -> tuple[Query, Draft]:
    """A draft by passages, each with its language."""
    query = Query(question, language, MODEL.embed_query(question))
    return query, ExtractiveAnswerer(ALIGNER).answer(query, [passage(*text) for text in texts])


def judged(question: str, *texts: str, language: str = "en") -> Judgement:
    return judge(*asked(question, language, *texts), ALIGNER)


FERRIES = (
    "Finland is buying twelve ferries from Chile because its own shipyards are closed, the minister said on Monday."
)


@pytest.mark.parametrize(
    ("question", "holding", "lacks"),
    [
        ("How much did the ferry cost?", "The ferry cost 12 million euros.", "The ferry was dear for 12 towns."),
        (
            "How many ferries did it lose?",
            "It lost twelve ferries in the storm.",
            "The ferries sank with twelve trucks of fish.",
        ),
        ("How many ferries sank?", "He did not say how many ferries sank.", "The ferries sank in the storm."),
        ("What share of the ferries sank?", "A tenth of the ferries sank there.", "The ferries sank in 2022 there."),
        ("What share of the ferries sank?", "He did not say what part sank.", "The ferries sank off Turku."),
        ("How old is the captain?", "The 54-year-old captain was saved.", "The captain was saved after 3 hours."),
        ("How many people were saved?", "He saved nineteen persons off Turku.", "The ferry was built in 30 months."),
        ("How much will the families get?", "They get 10,000 euros each there.", "The families get some help."),
        ("At what time did it sink?", "The ferry sank at 9.52pm in the storm.", "The ferry sank on Monday in a storm."),
        ("At what time did it sink?", "The ferry sank shortly before midnight.", "The ferry sank within 3 hours."),
        (
            "At what time did it sink?",
            "The ferry sank at dawn in the storm.",
            "The ferry of Alba Lines sank there.",
        ),
        ("How old is the captain?", "Captain Olaf Hansen (54) was saved.", "The ferry lost 54 of its trucks there."),
        ("How old is the captain?", "The captain was saved, 54 years old.", "A 38-year-old passenger was saved there."),
        ("How far did the stock fall?", "The stock of the firm lost 31 per cent.", "The stock fell within 3 days."),
        (
            "What is the name of the captain?",
            "The captain, 61-year-old Olaf Hansen, left last.",
            "The captain left, said the lawyer of the firm, which is Chilean, Olaf Hansen.",
        ),
        ("How deep does the ferry lie?", "The ferry lies at 48 metres there.", "The ferry lies there for 3 days."),
        ("How heavy is the ferry?", "The ferry weighs 900 tonnes there.", "The ferry is 140 metres long."),
        ("How long is the ferry?", "The ferry is 140 metres long.", "The ferry has sunk on Monday."),
        ("On which day did it sink?", "It sank on Monday in the storm.", "It sank last year in the storm."),
        ("How long did it take?", "It took three days to mend.", "It was mended on Monday in Helsinki."),
        ("Why did the ferry sink?", "The ferry sank because of the storm.", "The ferry sank in the storm there."),
        (
            "What is the name of the captain?",
            "The captain, Olaf Hansen, left the ferry last.",
            "The captain of the ferry left for Finland.",
        ),
    ],
)
def test_a_sentence_lacks_the_kind_of_answer_or_holds_it(question: str, holding: str, lacks: str) -> None:
    query, draft = asked(question, "en", holding, lacks)
    found = {sentence.text: lacking(sentence, need(query), ALIGNER) for sentence in draft.evidence}
    assert found[holding] < 0.5 < found[lacks]


@pytest.mark.parametrize(
    ("question", "language", "perhaps", "none"),
    [
        ("Why did the ferry turn?", "en", "The ferry turned after a storm warning.", "The ferry turned on Monday."),
        (
            "Perché il traghetto ha virato?",
            "it",
            "Il traghetto ha virato per evitare gli scogli.",
            "Il traghetto ha virato.",
        ),
        (
            "Miért fordult meg a komp?",
            "hu",
            "A komp megfordult, miután vihar tört ki.",
            "A komp hétfőn megfordult ott.",
        ),
    ],
)
def test_what_came_before_or_was_meant_is_perhaps_the_reason(
    question: str, language: str, perhaps: str, none: str
) -> None:
    query, draft = asked(question, language, perhaps, none)
    found = {sentence.text: lacking(sentence, need(query), ALIGNER) for sentence in draft.evidence}
    assert 0 < found[perhaps] < found[none]


def test_a_figure_of_them_tells_how_many_better_than_one_of_something_else_and_any_better_than_none() -> None:
    beside, them, other, none = (
        "There were twelve sailors on the ferry.",
        "The sailors were lost; the owner counted twelve of them.",
        "The sailors were all lost and so were twelve trucks of fish.",
        "The sailors were lost in the storm there.",
    )
    query, draft = asked("How many sailors were lost?", "en", beside, them, other, none)
    found = {sentence.text: lacking(sentence, need(query), ALIGNER) for sentence in draft.evidence}
    assert found[beside] < found[them] < found[other] < found[none] == 1.0


def test_the_age_of_somebody_named_stands_beside_a_name() -> None:
    age, years = (
        "Captain Roberto Ferrante, 54 years old, was heard on Monday.",
        "Captain Roberto Ferrante said that the inquiry will end in two years.",
    )
    query, draft = asked("How old is Roberto Ferrante?", "en", age, years)
    found = {sentence.text: lacking(sentence, need(query), ALIGNER) for sentence in draft.evidence}
    assert found[age] < found[years]


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Why is Finland buying ferries from Chile?", "en"),
        ("How many ferries is Finland buying?", "en"),
        ("Da quale paese compra traghetti la Finlandia?", "it"),
    ],
)
def test_a_question_that_a_sentence_answers_is_not_refused(question: str, language: str) -> None:
    assert judged(question, FERRIES, language=language).confidence >= REFUSE_BELOW


def test_the_hour_that_is_asked_for_is_no_noun_to_be_met() -> None:
    """Seen: "A che ora è stato trovato?" looked for "ora" in a sentence that tells "06:20"."""
    query, _ = asked("A che ora è stato trovato il custode?", "it", FERRIES)
    assert (need(query).kind, need(query).head) == (Asked.CLOCK, "")


def test_the_age_of_an_office_holder_is_told_where_the_holder_is_named() -> None:
    """Seen: the age of a suspect answered how old the director is."""
    director, other = "The director, Anna Berg, resigned on Monday.", "A 38-year-old man was arrested on Monday."
    aged = "Berg, 54, said that she was tired of it all."
    query, draft = asked("How old is the director?", "en", director, other, aged)
    needed = need(query, draft.evidence)
    found = {sentence.text: lacking(sentence, needed, ALIGNER) for sentence in draft.evidence}
    assert found[aged] == 0.0 and found[other] == found[director] == 1.0


def test_no_name_is_said_to_be_missing_where_a_close_sentence_names_somebody() -> None:
    """Seen: "do not give the name" above a sentence that did."""
    question = "What is the name of the captain of the ferry?"
    silent = "The captain of the ferry was saved from the storm on Monday, the coast guard said."
    assert judged(question, silent).lacks is Asked.NAME
    told = "The captain of the ferry was saved; the coast guard named no one but Olaf Hansen of the ferry line."
    assert judged(question, silent, told).lacks is None


def test_no_name_of_an_office_is_said_to_be_missing_where_nothing_speaks_of_it() -> None:
    found = judged("Who is the mayor of Turku?", "The city of Turku was flooded on Monday, the police said.")
    assert found.confidence < REFUSE_BELOW and found.lacks is None


def test_a_sum_that_no_sentence_names_is_said_to_be_missing() -> None:
    found = judged("How much does Finland pay for the ferries?", FERRIES)
    assert found.confidence < REFUSE_BELOW
    reason = why_refused(Query("How much does Finland pay for the ferries?", "en", np.zeros(1)), found)
    assert reason == "The articles speak of this, but name no sum of money."


def test_a_buyer_whom_the_articles_do_not_name_is_named_in_the_refusal() -> None:
    question = "Why is Sweden buying ferries from Chile?"
    found = judged(question, FERRIES)
    assert found.confidence < REFUSE_BELOW and found.strangers == ("Sweden",)
    assert found.sentence is not None and found.sentence.text == FERRIES
    assert "Sweden" in why_refused(Query(question, "en", np.zeros(1)), found)


def test_a_purchase_asked_about_the_wrong_way_round_is_refused_as_such() -> None:
    texts = (
        FERRIES,
        "Finland buys ferries from Chile.",
        "The ministry of Finland is buying the ferries from Chile.",
    )
    question = "Why is Chile buying ferries from Finland?"
    found = judged(question, *texts)
    assert found.confidence < REFUSE_BELOW and found.turned
    assert "other way round" in why_refused(Query(question, "en", np.zeros(1)), found)
    assert judged("Why is Finland buying ferries from Chile?", *texts).confidence >= REFUSE_BELOW


@pytest.mark.parametrize(
    ("question", "language", "told"),
    [
        (
            "Who is the mayor of Malësi e Madhe?",  # read as two names, of which the one has the other for its mayor
            "en",
            "Ekspedita nuk kishte leje nga bashkia Malësi e Madhe, deklaroi kryetari i bashkisë, Tonin Marinaj.",
        ),
        (
            "Ko će dobiti luku Durrës (Marmara Holding)?",
            "sr",
            "Qeveria njoftoi se porti i Durrësit do t'i jepet me koncesion kompanisë turke Marmara Holding.",
        ),
    ],
)
def test_who_holds_an_office_and_what_stands_in_brackets_turn_nothing_round(
    question: str, language: str, told: str
) -> None:
    query, draft = answered(question, language, (told, "sq"))
    assert not judge(query, draft, ALIGNER).turned


def test_without_a_claim_there_is_no_confidence() -> None:
    assert judged("Why?").confidence == 0.0


def test_whose_name_is_asked_for_is_told_by_what_is_no_place() -> None:
    assert need(Query("Hogy hívják az oslói nagykövetet?", "hu", np.zeros(1))).of[-1] == "nagykovetet"
    assert "osloi" not in need(Query("Hogy hívják az oslói nagykövetet?", "hu", np.zeros(1))).of


def test_how_articles_write_a_name_asks_for_no_name_of_it() -> None:
    text = "How do the newspapers spell the names of the ships?"
    assert need(Query(text, "en", np.zeros(1))).kind is Asked.NAME
    assert need(Query(text, "en", np.zeros(1), subject="the names of the ships")).kind is None
