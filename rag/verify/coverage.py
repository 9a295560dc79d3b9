"""How far the cited sentences carry a claim: the share of its words that they meet."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rag.verify.clauses import Reading
from rag.verify.opposites import alike
from rag.verify.support import Met
from rag.verify.synonyms import synonymous

_FEW = 3  # words; of fewer no share is to be had
_AKIN = 0.7  # what a word counts that the tables put beside one of the sentence


def coverage(
    claim: Reading, sources: Sequence[Reading], some: Sequence[Met], figures: frozenset[int], told: frozenset[int]
) -> float:
    """The share of the claim that its sources meet together, by weight, in [0, 1]; 0 for a claim without content.

    Words that the tables of synonyms and opposites put side by side meet each other too, whatever their vectors.

    :param some: the claim against each of its sources, at least one.
    :param figures: places of the claim that another check compares.
    :param told: places of names, verbs of saying and the like, which only count where little else is left.
    """
    kept = np.array([place not in figures for place in some[0].claim], dtype=bool)
    common = kept & np.array([place not in told for place in some[0].claim], dtype=bool)
    kept = common if common.sum() >= _FEW else kept
    best = np.zeros(len(kept), dtype=np.float32)
    for source, met in zip(sources, some, strict=True):
        best = np.maximum(best, met.near.max(axis=1, initial=0.0))
        words = [source.tokens[place].folded for place in met.source]
        for row in np.flatnonzero(kept & (best < _AKIN)):
            word = claim.tokens[met.claim[row]].folded
            if any(synonymous(word, other) or alike(word, other) for other in words):
                best[row] = _AKIN
    weight = some[0].weight * kept
    total = float(weight.sum())
    return float(weight @ best) / total if total else 0.0
