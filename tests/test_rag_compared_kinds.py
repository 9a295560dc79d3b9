"""Of the figures of a sentence those are compared that are of the kind asked about."""

import numpy as np
import pytest

from rag.asked import Asked
from rag.evidence import Sentence
from rag.extract.compared_kinds import compared_kind, compared_values
from rag.records import Query
from tests.builders import hit

LOAN = "The firm would lend 480 million euros for 22 years at 3.4 percent in three parts, for a dam 118 metres high."


def query(question: str, language: str = "en") -> Query:
    return Query(question, language, np.zeros(2, dtype=np.float32), subject="loan")


def compared(question: str, text: str, language: str = "en") -> list[str]:
    sentence = Sentence(hit(text), 0, 0, text, 0.5, 0.5, 0.5)
    return [text[value.start : value.end] for value in compared_values(query(question, language), sentence)]


@pytest.mark.parametrize(
    ("question", "language", "values"),
    [
        ("Egyeznek a cikkek a kölcsön összegéről?", "hu", ["480 million euros"]),
        ("Do the articles agree on the cost of it?", "en", ["480 million euros"]),
        ("Do the articles agree on the amount of it?", "en", ["480 million euros", "three", "118 metres"]),
        ("Gli articoli concordano sull'altezza della diga?", "it", ["118 metres"]),
        ("Slažu li se članci o dužini zajma?", "sr", ["22 years", "118 metres"]),
        ("A pajtohen artikujt për numrin e pjesëve?", "sq", ["three"]),
    ],
)
def test_the_noun_of_a_question_tells_which_figures_may_answer_it(
    question: str, language: str, values: list[str]
) -> None:
    """Seen: "three parts" was the sum of a loan, and four years of prison the amount of a bribe."""
    assert compared(question, LOAN, language) == values


def test_a_volume_is_no_length() -> None:
    """Seen: “1,2 milliárd köbméter” for the length of a pipeline."""
    text = "The 68-kilometre pipeline will carry 1.2 billion cubic metres a year."
    assert compared("Gli articoli concordano sulla lunghezza del gasdotto?", text, "it") == ["68-kilometre"]


@pytest.mark.parametrize(
    "question",
    ["Do they agree on the deadline?", "Слажу ли се чланци о року?", "A pajtohen artikujt për afatin?"],
)
def test_a_deadline_is_a_time(question: str) -> None:
    assert compared_kind(query(question)) is Asked.TIME


def test_an_hour_tells_when_as_a_day_does() -> None:
    text = "The fire broke out at 3.15pm on Wednesday."
    asked = Query("Do the papers agree on when it began?", "en", np.zeros(2), subject="when it began")
    values = compared_values(asked, Sentence(hit(text), 0, 0, text, 0.5, 0.5, 0.5))
    assert [text[value.start : value.end] for value in values] == ["3.15pm", "Wednesday"]


def test_years_and_months_of_prison_are_no_age() -> None:
    asked = "Gli articoli concordano sull'età dell'ex ministra?"
    assert compared(asked, "She got four years and six months; she is 52 years old.", "it") == ["52 years"]


def test_a_bare_number_may_be_an_age() -> None:
    asked = query("Do the articles agree on the age of the minister?")
    text = "Anna Kis, 52, stood still."
    (value,) = compared_values(asked, Sentence(hit(text), 0, 0, text, 0.5, 0.5, 0.5))
    assert (value.unit, value.low) == ("month", 52 * 12)
