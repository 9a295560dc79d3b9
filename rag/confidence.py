"""How sure Chorus is that the sentences it found answer the question.

A cosine threshold alone does not separate answered from unanswerable questions (best published F1 0.38), because a near
miss is about the same things. What separates them better is what of the question stays unmet: words by the best
sentence, names by its passage, words by all sentences together. The probability is a logistic of these and the cosine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rag.evidence import Sentence
from rag.extract import Draft
from rag.words import Alignment

REFUSE_BELOW, PARTIAL_BELOW = 0.25, 0.5
_UNMET = 0.35
_RARE = 0.12
"""A term is missing when no shown sentence matches it better than the first, and it weighs at least the second."""


@dataclass(frozen=True, slots=True)
class Logistic:
    """Weights of the features, in their order after the bias, fitted by eval/bench/fit_confidence.py."""

    bias: float = -0.3
    cosine: float = 2.6
    coverage: float = 1.1
    unmet: float = -4.7
    strange: float = -1.6
    absent: float = -2.2


def confidence(draft: Draft, model: Logistic = Logistic()) -> float:
    """Probability that the draft answers its question, in [0, 1]; 0 for an empty draft."""
    if not draft.claims:
        return 0.0
    weights = (model.cosine, model.coverage, model.unmet, model.strange, model.absent)
    z = model.bias + float(np.dot(weights, features(draft)))
    return float(1.0 / (1.0 + np.exp(-z)))


def features(draft: Draft) -> tuple[float, float, float, float, float]:
    """What the probability rests on, of a draft with evidence, in the order of `Logistic`."""
    best = draft.evidence[0]
    return best.cosine, best.coverage, best.unmet, best.strange, _absent(draft.alignment)


def _absent(alignment: Alignment) -> float:
    """Weight of the one word of the question that all sentences together fail most."""
    if not alignment.match.size:
        return 1.0
    return float((alignment.weight * (1.0 - alignment.match.max(axis=1))).max())


def missing(draft: Draft, names_only: bool) -> tuple[str, ...]:
    """The weighty words of the question, as written, that no shown sentence speaks of."""
    alignment = draft.alignment
    met = alignment.match[:, [sentence.place for sentence in draft.shown]].max(axis=1, initial=0.0)
    return tuple(
        term
        for term, is_name, share, weight in zip(alignment.terms, alignment.is_name, met, alignment.weight, strict=True)
        if share < _UNMET and weight >= _RARE and (is_name or not names_only)
    )


def closest(evidence: Sequence[Sentence], most: int = 3) -> tuple[Sentence, ...]:
    """The nearest sentences of different articles, for a refusal."""
    best: dict[str, Sentence] = {}
    for sentence in evidence:
        best.setdefault(sentence.stored.article.id, sentence)
    return tuple(best.values())[:most]
