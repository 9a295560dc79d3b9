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
    rows = np.flatnonzero(kept).tolist()
    for source, met in zip(sources, some, strict=True):
        best = np.maximum(best, met.near.max(axis=1, initial=0.0))
        best[rows] = akin(claim, source, met, rows, best[rows])
    weight = some[0].weight * kept
    total = float(weight.sum())
    return float(weight @ best) / total if total else 0.0


def akin(claim: Reading, source: Reading, met: Met, rows: Sequence[int], best: np.ndarray) -> np.ndarray:
    """How far some words of a claim are met, raised where the tables put one beside a word of a sentence.

    :param rows: of `met.near`.
    :param best: how far each of them is met so far, (len(rows),).
    """
    words = [source.tokens[place].folded for place in met.source]
    raised = best.copy()
    for at in np.flatnonzero(best < _AKIN):
        word = claim.tokens[met.claim[rows[int(at)]]].folded
        if any(synonymous(word, other) or alike(word, other) for other in words):
            raised[at] = _AKIN
    return raised
