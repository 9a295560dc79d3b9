"""One score for a candidate passage: its best sentence, itself as a whole, and how much of the question it spells.

Fusing ranks instead of scores buries the foreign passages, because the lexical leg ranks same-language noise above
foreign truth; and a lexical score compared across languages does so again. So the spelling of a passage counts only by
how far it stands out among the candidates of its own language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.records import StoredPassage
from rag.ngrams import spelling_overlap
from rag.records import Query


@dataclass(frozen=True, slots=True)
class Weights:
    """What each part of the score counts."""

    sentence: float = 0.5
    passage: float = 0.5
    spelling: float = 1.0


DEFAULT = Weights()


@dataclass(frozen=True, slots=True)
class Scores:
    """Fused scores and their parts, each float32 (number of candidates,), in the order of the candidates."""

    fused: np.ndarray
    sentence: np.ndarray
    passage: np.ndarray
    spelling: np.ndarray

    def legs(self, place: int) -> dict[str, float]:
        """The parts of one candidate's score, by name."""
        return {
            "sentence": float(self.sentence[place]),
            "passage": float(self.passage[place]),
            "spelling": float(self.spelling[place]),
        }


def score(query: Query, candidates: Sequence[StoredPassage], weights: Weights = DEFAULT) -> Scores:
    """Score the candidates of one question; a zero query vector leaves only the spelling."""
    if not candidates:
        nothing = np.zeros(0, dtype=np.float32)
        return Scores(nothing, nothing, nothing, nothing)
    passage = np.stack([candidate.vector for candidate in candidates]) @ query.vector
    sentence = _best_sentence(query.vector, candidates, passage)
    spelling = spelling_overlap(query.text, [candidate.passage.text for candidate in candidates])
    fused = weights.sentence * sentence + weights.passage * passage
    fused = fused + weights.spelling * _within_language(spelling, [c.article.language for c in candidates])
    return Scores(fused.astype(np.float32), sentence, passage, spelling)


def _best_sentence(query_vector: np.ndarray, candidates: Sequence[StoredPassage], passage: np.ndarray) -> np.ndarray:
    """Cosine of the best sentence; of the passage where it has no sentence."""
    counts = np.array([len(candidate.sentence_vectors) for candidate in candidates])
    best = passage.copy()
    if counts.any():
        cosines = np.concatenate([candidate.sentence_vectors for candidate in candidates]) @ query_vector
        starts = (np.cumsum(counts) - counts)[counts > 0]
        best[counts > 0] = np.maximum.reduceat(cosines, starts)
    return np.asarray(best, dtype=np.float32)


def _within_language(spelling: np.ndarray, languages: Sequence[str]) -> np.ndarray:
    """How far each overlap stands above what is usual among the candidates of its language."""
    code = np.unique(np.array(languages), return_inverse=True)[1]
    above = np.empty_like(spelling)
    for language in range(code.max() + 1):
        own = code == language
        above[own] = spelling[own] - np.median(spelling[own])
    return above
