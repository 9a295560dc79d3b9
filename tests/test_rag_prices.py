"""What something costs is told by a sum, surely beside another word for a price, in any of the five languages."""

import numpy as np
import pytest

from rag.extract.prices import with_prices
from rag.records import Query
from rag.words import Alignment
from tests.builders import hit

VECTOR = np.zeros(3, dtype=np.float32)
WORTH = ("Vepra kushton 790 milionë euro.", "sq")
LENT = ("The bank lends 480 million euros.", "en")
NONE = ("The bridge is 790 metres long.", "en")


def met(question: str, language: str, *sentences: tuple[str, str]) -> dict[str, list[float]]:
    """How far each word of a question is met by each sentence that no word meets otherwise."""
    terms = tuple(question.rstrip("?").split())
    weight = np.full(len(terms), 1.0 / len(terms), dtype=np.float32)
    match = np.zeros((len(terms), len(sentences)), dtype=np.float32)
    found = [(hit(text, language=code), 0, text) for text, code in sentences]
    names = np.zeros(len(terms), dtype=bool)
    after = with_prices(Alignment(terms, names, weight, match), Query(question, language, VECTOR), found)
    return dict(zip(after.terms, after.match.tolist(), strict=True))


@pytest.mark.parametrize(
    ("question", "language", "word"),
    [
        ("How much will the bridge cost?", "en", "cost"),
        ("Sa do të kushtojë ura?", "sq", "kushtojë"),
        ("Koliko će koštati most?", "sr", "koštati"),
        ("Колико вреди мост?", "sr", "вреди"),
        ("Quanto costerà il ponte?", "it", "costerà"),
        ("Mennyibe kerül a híd?", "hu", "kerül"),
    ],
)
def test_the_word_for_a_price_is_met_by_a_sum(question: str, language: str, word: str) -> None:
    worth, lent, none = met(question, language, WORTH, LENT, NONE)[word]
    assert worth == 1.0 > lent > none == 0.0


def test_what_costs_it_is_not_met_by_a_sum() -> None:
    assert met("How much will the bridge cost?", "en", WORTH)["bridge"] == [0.0]


@pytest.mark.parametrize("question", ["Who paid the cost of the bridge?", "Why does the bridge cost so much?"])
def test_a_question_for_something_else_is_left_alone(question: str) -> None:
    assert met(question, "en", WORTH)["cost"] == [0.0]
