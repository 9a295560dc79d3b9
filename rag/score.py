"""One score for a candidate passage, whatever leg and language it came from.

Four parts, in two steps. All candidates: the cosine of the best sentence and of the whole passage, and how much of the
question's spelling the passage holds. The best of those: how much of the question its words meet, by the best sentence
and by the passage as a whole (rag/words.py).

Fusing ranks instead of scores buries the foreign passages, because the lexical leg ranks same-language noise above
foreign truth; and a lexical score compared across languages does so again. So the spelling of a passage counts only by
how far it stands above what is usual among the candidates of its own language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.records import StoredPassage
from rag.ngrams import spelling_overlap
from rag.records import Hit, Query
from rag.words import WordAligner

ALIGNED = 48
"""Passages whose words are aligned; aligning all of a few hundred candidates would cost most of a question's time."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each part of the score counts; chosen by eval/bench/scoring_grid.py."""

    sentence: float = 0.5
    passage: float = 0.5
    spelling: float = 0.3
    sentence_words: float = 0.5
    passage_words: float = 0.5


def rank(
    query: Query, candidates: Sequence[StoredPassage], aligner: WordAligner, weights: Weights = Weights()
) -> list[Hit]:
    """Score the candidates of one question and put the best first.

    A zero query vector leaves the spelling and the words.
    """
    if not candidates:
        return []
    legs = _legs(query, candidates)
    languages = [candidate.article.language for candidate in candidates]
    first = (
        weights.sentence * legs["sentence"]
        + weights.passage * legs["passage"]
        + weights.spelling * within_language(legs["spelling"], languages)
    )
    best = np.argsort(-first, kind="stable")[:ALIGNED]
    legs["sentence_words"], legs["passage_words"] = _words(query, candidates, best, aligner)
    fused = first + weights.sentence_words * legs["sentence_words"] + weights.passage_words * legs["passage_words"]
    return [
        Hit(candidates[place], float(fused[place]), {name: float(part[place]) for name, part in legs.items()})
        for place in np.argsort(-fused, kind="stable")
    ]


def _legs(query: Query, candidates: Sequence[StoredPassage]) -> dict[str, np.ndarray]:
    """The parts that every candidate gets, each float32 (len(candidates),)."""
    passage = np.stack([candidate.vector for candidate in candidates]) @ query.vector
    counts = np.array([len(candidate.sentence_vectors) for candidate in candidates])
    sentence = passage.copy()
    if counts.any():
        cosines = np.concatenate([candidate.sentence_vectors for candidate in candidates]) @ query.vector
        sentence[counts > 0] = np.maximum.reduceat(cosines, (np.cumsum(counts) - counts)[counts > 0])
    spelling = spelling_overlap(query.sought, [candidate.passage.text for candidate in candidates])
    return {"sentence": sentence, "passage": passage, "spelling": spelling}


def within_language(spelling: np.ndarray, languages: Sequence[str]) -> np.ndarray:
    """How far each overlap stands above what is usual among the candidates of its language."""
    code = np.unique(np.array(languages), return_inverse=True)[1]
    above = np.empty_like(spelling)
    for language in range(code.max() + 1):
        own = code == language
        above[own] = spelling[own] - np.median(spelling[own])
    return above


def _words(
    query: Query, candidates: Sequence[StoredPassage], best: np.ndarray, aligner: WordAligner
) -> tuple[np.ndarray, np.ndarray]:
    """How much of the question the words of the best sentence, and of all sentences together, meet; 0 if not best."""
    sentence, passage = np.zeros(len(candidates), dtype=np.float32), np.zeros(len(candidates), dtype=np.float32)
    spoken = [candidates[place].passage for place in best if candidates[place].passage.sentences]
    places = [place for place in best if candidates[place].passage.sentences]
    if places:
        alignment = aligner.align(query.sought, [some.quote(span) for some in spoken for span in some.sentences])
        counts = np.array([len(some.sentences) for some in spoken])
        starts = np.cumsum(counts) - counts
        sentence[places] = np.maximum.reduceat(alignment.coverage, starts)
        passage[places] = alignment.weight @ np.maximum.reduceat(alignment.match, starts, axis=1)
    return sentence, passage
