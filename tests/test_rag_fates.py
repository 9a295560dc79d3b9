"""Figures of people are compared where the same became of them."""

import pytest

from index.bundled import BundledEmbedder
from rag.agree.beside import Beside
from rag.agree.differences import differences
from rag.agree.statement import Statement
from rag.records import Kind
from rag.words import WordAligner

FIVE = Statement("Five people died in the fire at the hospital.", "en")


@pytest.fixture(scope="module")
def aligner() -> WordAligner:
    return WordAligner(BundledEmbedder())


@pytest.mark.parametrize(
    ("text", "language", "differs"),
    [
        ("У пожару у болници живот су изгубиле четири особе.", "sr", True),
        ("Троје пацијената пребачено је из болнице у пожару у Суботицу.", "sr", False),
        ("Three people were taken to another hospital after the fire.", "en", False),
    ],
)
def test_the_dead_are_not_set_against_those_who_were_moved(
    aligner: WordAligner, text: str, language: str, differs: bool
) -> None:
    """Seen: “five” who died in one article against “Троје” who were moved in another."""
    beside = Beside(one_event=True, nearest=True)
    found = differences(FIVE, Statement(text, language), aligner, beside)
    assert any(one.kind is Kind.FIGURE for one in found) is differs
