"""A question of words that nothing is known of asks nothing; a name that is cut to crumbs stands in the articles."""

from __future__ import annotations

import numpy as np
import pytest

from index.bundled import BundledEmbedder
from rag.evidence.gibberish import asks_nothing_known
from rag.pipeline import Pipeline
from rag.records import Query, Status
from rag.words import WordAligner


@pytest.mark.parametrize(
    "question", ["asdfgh", "zzzz", "hjkl?", "lorem", "What is asdfgh?", "Šta je blorf?", "kjhgfd asdf"]
)
def test_gibberish_is_refused(seeds_pipeline: Pipeline, question: str) -> None:
    """Seen: "asdfgh" answered with a confidence of .94."""
    answer = seeds_pipeline.ask(question)
    assert answer.status is Status.REFUSED and not answer.claims


@pytest.mark.parametrize(
    "question",
    [
        "Putyin",
        "Pjongjang",
        "Пјонгјанг",
        "Pheniani",
        "Kim",
        "Donjeck",
        "UAV",
        "szankciók",
        "dronët",
        "Bajden",
        "munkaerő",
    ],
)
def test_a_name_or_a_word_alone_is_still_answered(seeds_pipeline: Pipeline, question: str) -> None:
    assert seeds_pipeline.ask(question).claims


@pytest.mark.parametrize(
    ("question", "text", "nothing"),
    [
        ("Putyin", "President Putin arrived on Monday.", False),
        ("Putyin", "The ferry sank off Bari on Monday.", True),
        ("Putyin and the ferry", "The train left on Monday.", False),  # a word that is known
        ("Pjongjang", "The ferry sank off Bari on Monday.", False),  # a place that is known
        ("When?", "The ferry sank off Bari on Monday.", False),  # not for this to judge
    ],
)
def test_only_a_question_of_unknown_words_alone_that_no_text_spells_asks_nothing(
    question: str, text: str, nothing: bool
) -> None:
    query = Query(question, "en", np.zeros(2))
    assert asks_nothing_known(query, [text], WordAligner(BundledEmbedder())) is nothing
