"""A sentence that says "he" answers only of whoever was named before it."""

import numpy as np
import pytest

from rag.evidence import Sentence, follows
from rag.evidence.binding import opens_with_a_pronoun, speaks_of_another
from rag.records import Query
from tests.builders import hit

NAMED = "Anna Berg, the mayor of Lecce, spoke on Monday."
NOBODY = "The city council met on Monday."
HE = "He said he would not resign."


def of_another(question: str, *texts: str, carried: str = "") -> bool:
    """Whether the last of some sentences of a passage speaks of another than the one whom a question means."""
    found = hit(" ".join(texts))
    some = [Sentence(found, row, row, text, 0.5, 0.5, 0.5) for row, text in enumerate(texts)]
    before = {follows(found.passage, sentence.row): sentence for sentence in some}
    query = Query(question, "en", np.zeros(3, dtype=np.float32), carried=carried)
    return speaks_of_another(some[-1], before, query)


@pytest.mark.parametrize("question", ["Did Mario Loi resign?", "Did the health minister resign?"])
def test_he_who_was_named_as_another_before_is_not_the_one_meant(question: str) -> None:
    """Seen: "He said he would not resign", of a company's head, answered whether the health minister resigned."""
    assert of_another(question, NAMED, HE)
    assert of_another(question, NAMED, "He had been asked.", HE)


def test_whom_a_follow_up_carries_is_meant_too() -> None:
    assert of_another("Did he resign?", NAMED, HE, carried="Mario Loi")
    assert not of_another("Did he resign?", NAMED, HE, carried="Anna Berg")


@pytest.mark.parametrize("question", ["Did Anna Berg resign?", "Did the mayor resign?", "Did anybody resign?"])
def test_he_who_was_named_before_as_the_one_meant_or_not_at_all_may_be_meant(question: str) -> None:
    assert not of_another(question, NAMED, HE)


def test_where_nobody_is_named_before_nothing_is_known() -> None:
    assert not of_another("Did Mario Loi resign?", NOBODY, HE)
    assert not of_another("Did Mario Loi resign?", HE)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("„On je odbio zahtev”, kaže list.", "sr"),
        ("Рекао је да одлази.", "sr"),
        ("Ajo tha se do të ikte.", "sq"),
        ("Lei ha smentito tutto.", "it"),
        ("Ő ezt tagadja.", "hu"),
    ],
)
def test_a_pronoun_opens_a_sentence_in_any_language(text: str, language: str) -> None:
    assert opens_with_a_pronoun(text, language)
