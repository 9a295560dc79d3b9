"""Two statements side by side, word for word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rag.agree.spelling import spelled_alike
from rag.agree.statement import Statement
from rag.words import WordAligner

_SPELLED = 0.8
"""How near two words are that are forms of one by their spelling, where their vectors do not know it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements and how near their words are: `near` is float32 (words of one, words of other), in [0, 1]."""

    one: Statement
    other: Statement
    near: np.ndarray

    @classmethod
    def of(cls, one: Statement, other: Statement, aligner: WordAligner) -> Pair:
        """Align two statements."""
        mine, theirs = one.words(), other.words()
        near, _ = aligner.pairs([word.folded for word in mine], [word.folded for word in theirs])
        one_language = one.grammar == other.grammar
        # Between two languages only names are spelled alike.
        among = [place for place, word in enumerate(theirs) if one_language or word.capital]
        for row in np.flatnonzero(near.max(axis=1, initial=0.0) < _SPELLED).tolist():
            for column in among if one_language or mine[row].capital else ():
                if spelled_alike(mine[row], theirs[column], one_language):
                    near[row, column] = _SPELLED
        return cls(one, other, near)

    def turned(self) -> Pair:
        """The same two, the other first."""
        return Pair(self.other, self.one, self.near.T)

    def context(self, one: Sequence[int], other: Sequence[int]) -> float:
        """How near some words of the one are to some of the other: the mean of what either meets of the other."""
        if not one or not other:
            return 0.0
        return mutual(self.near[np.ix_(one, other)])


def mutual(near: np.ndarray) -> float:
    """How near some words are to some others, from how near each is to each: the mean of what either meets."""
    return float((near.max(axis=1).mean() + near.max(axis=0).mean()) / 2)
