"""Which words of a claim the words of a cited sentence meet, in one language or across languages."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from index.fold import shared_start
from rag.verify.clauses import Reading
from rag.words import WordAligner

MET = 0.45
"""From here on a word of the claim is met by a word of the sentence."""
_STEM = 4  # letters that two words of one stem share at least
_LEAST_MEANING = 0.2  # a word that the model does not know still has to be met


@dataclass(frozen=True, slots=True)
class Met:
    """The content words of a claim against those of its cited sentences.

    `claim` and `source` are their places in the readings (a source's readings one after another), `near` is float32
    (len(claim), len(source)) in [0, 1], `weight` float32 (len(claim),). `found` are for each word of the claim the
    places of the words that mean the same.
    """

    claim: tuple[int, ...]
    source: tuple[int, ...]
    near: np.ndarray
    weight: np.ndarray
    found: tuple[tuple[int, ...], ...]

    def of(self, place: int) -> tuple[int, ...]:
        """The places in the source of the words that mean the same as the claim's word at a place."""
        return self.found[self.claim.index(place)] if place in self.claim else ()


def share(met: Met, scope: Collection[int], without: Collection[int] = (), beside: Collection[int] = ()) -> float:
    """The share of the claim's met words whose best place is in a scope.

    :param without: places of the claim, and `beside` of the source, that do not count.
    """
    if not met.source:
        return 0.0
    inside = total = 0.0
    for place, row, weight in zip(met.claim, met.near, met.weight, strict=True):
        best = int(row.argmax())
        if place not in without and row[best] > 0 and met.source[best] not in beside:
            total += float(weight)
            inside += float(weight) * (met.source[best] in scope)
    return inside / total if total else 0.0


def meet(claim: Reading, source: Reading, aligner: WordAligner) -> Met:
    """Compare the content words of a claim with those of its source."""
    asked, used = claim.content, source.content
    some = [claim.tokens[place].folded for place in asked]
    others = [source.tokens[place].folded for place in used]
    near, meaning = aligner.pairs(some, others)
    if claim.language == source.language:
        near = np.maximum(near, _stems(some, others))
    found = tuple(_found(row, used) for row in near)
    return Met(tuple(asked), tuple(used), near, np.maximum(meaning, _LEAST_MEANING), found)


def _found(row: np.ndarray, used: Sequence[int]) -> tuple[int, ...]:
    if not row.size or row.max() < MET:
        return ()
    return tuple(used[int(column)] for column in np.flatnonzero(row >= max(MET, 0.8 * float(row.max()))))


def _stems(some: Sequence[str], others: Sequence[str]) -> np.ndarray:
    """1 where two words of one language share their stem."""
    return np.array([[_one_stem(one, other) for other in others] for one in some], dtype=np.float32).reshape(
        len(some), len(others)
    )


def _one_stem(one: str, other: str) -> bool:
    shared = shared_start(one, other)
    return one == other if shared < _STEM else shared >= 0.6 * max(len(one), len(other))
