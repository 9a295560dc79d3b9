"""The word for an office in a question for its holder is met by a sentence that names the office, in any language."""

import numpy as np
import pytest

from rag.extract.office_words import with_offices
from rag.records import Query
from rag.words import Alignment
from tests.builders import hit

VECTOR = np.zeros(3, dtype=np.float32)


def met(question: str, language: str, *sentences: tuple[str, str]) -> list[list[float]]:
    """How far each word of a question is met by each sentence that no word meets otherwise."""
    terms = tuple(question.rstrip("?").split())
    weight = np.full(len(terms), 1.0 / len(terms), dtype=np.float32)
    match = np.zeros((len(terms), len(sentences)), dtype=np.float32)
    found = [(hit(text, language=code), 0, text) for text, code in sentences]
    before = Alignment(terms, np.zeros(len(terms), dtype=bool), weight, match)
    return [list(row) for row in with_offices(before, Query(question, language, VECTOR), found).match]


@pytest.mark.parametrize(
    ("question", "language"), [("Kush është kryebashkiaku?", "sq"), ("Ko je gradonačelnik?", "sr")]
)
def test_the_word_for_an_office_is_met_by_whoever_holds_it(question: str, language: str) -> None:
    """Seen: "kryebashkiaku" was met by no word of a sentence about a "sindaco"."""
    *others, word = met(question, language, ("Il sindaco ha parlato.", "it"), ("Il giudice ha parlato.", "it"))
    assert word == [1.0, 0.0]
    assert not np.any(others)


def test_a_question_that_asks_for_no_holder_is_left_as_it_is() -> None:
    assert not np.any(met("When did the mayor leave?", "en", ("Il sindaco ha parlato.", "it")))
