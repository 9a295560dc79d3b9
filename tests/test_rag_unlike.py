"""Sentences on one matter that do not answer a question alike, however near their words are."""

from __future__ import annotations

import numpy as np
import pytest

from rag.evidence import Sentence
from rag.extract.unlike import unlike
from rag.records import Query
from tests.builders import hit


@pytest.mark.parametrize(
    ("question", "one", "other", "apart"),
    [
        (
            "Was the director suspended?",
            "The director has been suspended.",
            "The ministry denied that the director was suspended.",
            True,
        ),
        ("Was the director suspended?", "The director has been suspended.", "They suspended the director.", False),
        ("Was the rise 280 euros?", "They asked for a rise of 280 euros.", "The pay rises by 190 euros.", True),
        ("Did they agree on a rise?", "They agreed on 190 euros more.", "They settled at 190 euros more.", False),
        ("When were the talks held?", "The talks were held on Wednesday.", "The talks were held on Friday.", True),
        ("Were the talks held?", "The talks were held on Wednesday.", "The talks were held on Friday.", False),
        ("Who led the delegation?", "Ermal Dushku led it to Struga.", "The delegation went to a lake there.", True),
        ("Who led the delegation?", "Ermal Dushku led it to Struga.", "It was led by minister Dushku.", False),
    ],
)
def test_who_denies_counts_or_names_otherwise_does_not_answer_alike(
    question: str, one: str, other: str, apart: bool
) -> None:
    query = Query(question, "en", np.zeros(2))
    here, there = (Sentence(hit(text, article=text, language="en"), 0, 0, text, 0.0, 0.0, 0.0) for text in (one, other))
    assert unlike(query, here, there) is apart
