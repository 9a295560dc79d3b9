"""A month in a question is met by whoever tells of that month, and by nothing that only sounds like it."""

import numpy as np
import pytest

from rag.extract.months import OTHER_TIME, with_months
from rag.records import Query
from rag.words import Alignment
from tests.builders import hit

VECTOR = np.zeros(3, dtype=np.float32)


def met(question: str, language: str, text: str, of: str) -> dict[str, float]:
    """How far each word of a question is met by a sentence that meets all of them by its words."""
    terms = tuple(question.rstrip("?").split())
    rows = (np.zeros(len(terms), dtype=bool), np.ones(len(terms), dtype=np.float32))
    alignment = Alignment(terms, *rows, np.ones((len(terms), 1), dtype=np.float32))
    after = with_months(alignment, Query(question, language, VECTOR), [(hit(text, language=of), 0, text)])
    return {term: float(after.match[place, 0]) for place, term in enumerate(after.terms)}


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("U maju su dve zemlje uložile veto.", "sr"),
        ("The veto was cast on 12 May 2022.", "en"),
        ("Il veto è arrivato il 3 maggio.", "it"),
    ],
)
def test_a_month_is_met_by_a_day_of_it_in_any_language(text: str, of: str) -> None:
    assert met("What happened in May?", "en", text, of)["May"] == 1.0


def test_a_month_is_hardly_met_by_a_word_that_is_spelled_alike() -> None:
    """Seen: "Russia may buy more" told what happened in May."""
    found = met("What happened in May?", "en", "Russia may buy more weapons there.", "en")
    assert found == {"What": 1.0, "happened": 1.0, "in": 1.0, "May": np.float32(OTHER_TIME)}


def test_another_day_of_the_month_is_not_the_one_asked_for() -> None:
    assert met("Šta će biti 20. marta?", "sr", "Potpisano je 12. marta u Strugi.", "sr")["marta"] < 1.0


def test_a_question_without_a_date_is_left_alone() -> None:
    assert set(met("May we know who may sign?", "en", "Russia may buy more.", "en").values()) == {1.0}
