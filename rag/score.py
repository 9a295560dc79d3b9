"""One score for how well a passage answers a question, from vectors and from letters.

A passage counts by its best sentence and as a whole (both by vector), and by the folded character n-grams that it
shares with the question, which carry names and figures across languages. The lexical part is compared within a
language only, then put beside the dense part: otherwise any passage in the question's own language, which shares its
little words, would crowd out the foreign passage that holds the answer.

Weights were chosen by `eval/bench/scoring_grid.py`, which prints the grid.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.fold import fold

GRAM_SIZES = (3, 4, 5)
# Hash buckets for n-grams: enough that a question's few hundred n-grams rarely meet another's.
_BUCKET_BITS = 18
_BUCKETS = 1 << _BUCKET_BITS
_MULTIPLIER = np.uint32(0x01000193)


@dataclass(frozen=True)
class Weights:
    """How much each signal counts. `saturation` and `length` are BM25's k1 and b, over n-grams."""

    sentence: float = 0.5
    passage: float = 0.5
    lexical: float = 1.25
    saturation: float = 0.6
    length: float = 0.4
    within_language: float = 1.0


DEFAULT = Weights()


@dataclass(frozen=True)
class Candidate:
    """A passage that may answer.

    `vector` has shape (dim,) and length 1; `sentence_vectors` has shape (sentences, dim), of length 1, or int8 of
    length 127.
    """

    text: str
    language: str
    vector: np.ndarray
    sentence_vectors: np.ndarray


def fused_scores(
    question: str, query_vector: np.ndarray, candidates: Sequence[Candidate], weights: Weights = DEFAULT
) -> np.ndarray:
    """A score for each candidate; higher answers better, and only the order within one call has a meaning.

    :param query_vector: shape (dim,), length 1.
    :return: float32, shape (len(candidates),).
    """
    if not candidates:
        return np.zeros(0, dtype=np.float32)
    whole = np.stack([candidate.vector for candidate in candidates]).astype(np.float32) @ query_vector
    best = best_sentence_scores(query_vector, [candidate.sentence_vectors for candidate in candidates])
    languages = [candidate.language for candidate in candidates]
    letters = lexical_scores(question, grams_of([candidate.text for candidate in candidates]), languages, weights)
    letters = within_language(letters, languages, weights.within_language)
    fused: np.ndarray = weights.sentence * best + weights.passage * whole + weights.lexical * letters
    return fused.astype(np.float32)


def best_sentence_scores(query_vector: np.ndarray, sentence_vectors: Sequence[np.ndarray]) -> np.ndarray:
    """The likeness of each candidate's best sentence to the question; shape (candidates,), 0 without sentences."""
    counts = np.array([len(vectors) for vectors in sentence_vectors])
    best = np.zeros(len(counts), dtype=np.float32)
    if not counts.any():
        return best
    stacked = np.concatenate([vectors for vectors in sentence_vectors if len(vectors)])
    unit = np.float32(127) if stacked.dtype == np.int8 else np.float32(1)
    likeness = (stacked.astype(np.float32) @ query_vector.astype(np.float32)) / unit
    starts = np.cumsum(counts) - counts
    best[counts > 0] = np.maximum.reduceat(likeness, starts[counts > 0])
    return best


@dataclass(frozen=True)
class Grams:
    """The n-grams of some texts: `bucket` and `text` have one entry an n-gram, `lengths` (bytes) one a text."""

    bucket: np.ndarray
    text: np.ndarray
    lengths: np.ndarray


def grams_of(texts: Sequence[str]) -> Grams:
    """The folded 3-, 4- and 5-grams of texts, hashed."""
    data = _bytes(texts)
    bucket, places = _hashed(data)
    text_of_byte = np.cumsum(data == 0) - (data == 0)
    return Grams(bucket, text_of_byte[places], np.bincount(text_of_byte).astype(np.float32))


def lexical_scores(question: str, held: Grams, languages: Sequence[str], weights: Weights = DEFAULT) -> np.ndarray:
    """BM25 over folded character n-grams, as a share of the score of a text that has them all.

    How rare an n-gram is, is counted among the candidates of the same language: "the" is rare in Italian, and says
    nothing there.

    :return: float32 in [0, 1), shape (texts,).
    """
    counts = _counts(np.unique(_hashed(_bytes([question]))[0]), held)
    scores = np.zeros(len(counts), dtype=np.float32)
    if not counts.size:
        return scores
    slow = weights.saturation * (1 - weights.length + weights.length * held.lengths / held.lengths.mean())
    present = counts / (counts + slow[:, None])
    codes = np.unique(np.array(languages), return_inverse=True)[1]
    for code in range(codes.max() + 1):
        of_language = codes == code
        holding = (counts[of_language] > 0).sum(axis=0)
        rarity = np.log1p(of_language.sum() / (0.5 + holding)).astype(np.float32)
        scores[of_language] = present[of_language] @ rarity / rarity.sum()
    return scores


def _counts(wanted: np.ndarray, held: Grams) -> np.ndarray:
    """How often each text has each wanted bucket, float32 (texts, wanted)."""
    column = np.full(_BUCKETS, -1, dtype=np.int32)
    column[wanted] = np.arange(len(wanted), dtype=np.int32)
    columns = column[held.bucket]
    hit = np.flatnonzero(columns >= 0)
    shape = (len(held.lengths), len(wanted))
    cells = held.text[hit] * len(wanted) + columns[hit]
    return np.bincount(cells, minlength=shape[0] * shape[1]).reshape(shape).astype(np.float32)


def within_language(scores: np.ndarray, languages: Sequence[str], strength: float) -> np.ndarray:
    """Scores between what they are (`strength` 0) and what they are beside the best of their language (1).

    The best of each language is lifted towards the best of all, and the others of that language with it.
    """
    codes = np.unique(np.array(languages), return_inverse=True)[1]
    best = np.zeros(codes.max() + 1, dtype=np.float32)
    np.maximum.at(best, codes, scores)
    factor = (best.max() / np.maximum(best, 1e-6)) ** strength
    lifted: np.ndarray = scores * factor[codes]
    return lifted


def _bytes(texts: Sequence[str]) -> np.ndarray:
    """Folded texts as bytes, words apart by one space, a NUL after each text."""
    joined = "\0".join(" " + " ".join(fold(text).replace("\0", " ").split()) + " " for text in texts) + "\0"
    return np.frombuffer(joined.encode("utf-8", "replace"), dtype=np.uint8)


def _hashed(data: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Hashes of all n-grams, and where each starts; those across two texts are left out."""
    hashes, places = [], []
    ends = np.flatnonzero(data == 0)
    rolling = data.astype(np.uint32)
    for size in range(2, max(GRAM_SIZES) + 1):
        rolling = rolling[:-1] * _MULTIPLIER ^ data[size - 1 :]
        if size in GRAM_SIZES:
            inside = np.ones(len(rolling), dtype=bool)
            across = (ends[:, None] - np.arange(size)).ravel()
            inside[across[(across >= 0) & (across < len(inside))]] = False
            places.append(np.flatnonzero(inside))
            mixed = rolling[inside]
            mixed ^= mixed >> np.uint32(15)
            hashes.append((mixed * np.uint32(0x85EBCA6B) >> np.uint32(32 - _BUCKET_BITS)).astype(np.int32))
    return np.concatenate(hashes), np.concatenate(places)
