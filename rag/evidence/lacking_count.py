"""How far a sentence is from telling how many there are of what a question counts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from rag.asked import Asked, holds, is_counter
from rag.evidence import Sentence
from rag.evidence.beside import PlacedWords
from rag.evidence.need import Need
from rag.numbers.values import Kind, Value
from rag.words import WordAligner

_BEFORE, _AFTER = 2, 5
"""Words before and after a figure among which stands what it counts."""
_ANOTHER = 0.8
"""How far a sentence is from telling how many, if it counts something else alone."""
_ELSEWHERE, _THEM, _STANDS_FOR = 0.3, 0.7, 0.4
"""What the noun counted is worth elsewhere in a sentence with a figure, or with one of "them"; and "them" alone."""
_COUNTS = frozenset({Kind.NUMBER, Kind.PERCENT, Kind.MEASURE})


def uncounted(sentence: Sentence, needed: Need, aligner: WordAligner) -> float:
    """How far a sentence is from telling how many there are.

    1 without any figure, less with one, least where the thing counted stands beside it.
    """
    if not needed.of:
        told = any(value.kind in _COUNTS or value.kind is Kind.MONEY for value in sentence.values())
        return float(not (told or holds(sentence.text, Asked.NUMBER)))
    figures = [value for value in sentence.values() if value.kind in _COUNTS]
    if not figures:
        return 1.0
    words = PlacedWords.of(sentence.text)
    near = words.near(needed.of, aligner)
    places = [words.around(figure.start, figure.end, _BEFORE, _AFTER) for figure in figures]
    beside = max(float(near[some].max(initial=0.0)) for some in places)
    there, them = float(near.max(initial=0.0)), _counts_them(words, figures)
    if them and any(is_counter(word) for word in needed.of):  # "How many people?" – "nineteen persons"
        return 0.0
    return _ANOTHER * (1.0 - max(beside, (_THEM if them else _ELSEWHERE) * there, _STANDS_FOR * them))


def _counts_them(words: PlacedWords, figures: Sequence[Value]) -> bool:
    """Whether a figure counts whoever the sentence speaks of: "23 of them", "nëntëmbëdhjetë veta"."""
    ends = [bisect_left(words.starts, figure.end) for figure in figures]
    return any(is_counter(word) for place in ends for word in words.folded[place : place + 2])
