"""A question to passages, in whatever languages they are: candidates from both indexes, then one fused score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np

from index.records import Filter, StoredPassage
from index.store import Store
from rag.ngrams import spelling_overlap
from rag.records import Hit, Query
from rag.score import Weights, rank
from rag.words import WordAligner

DENSE, DENSE_EACH_LANGUAGE, LEXICAL = 100, 20, 50
"""Candidates: the nearest overall, the nearest of each language so that none is crowded out, and the best by words."""
_COPY_COSINE, _COPY_OVERLAP = 0.93, 0.75


class Retriever(Protocol):
    """Finds the passages that may answer a question."""

    def retrieve(self, query: Query, k: int, where: Filter = ...) -> list[Hit]:
        """The best `k` passages, best first."""
        ...


class HybridRetriever:
    """Dense and lexical candidates, scored by one function whatever leg they came from."""

    def __init__(self, store: Store, aligner: WordAligner, weights: Weights = Weights()) -> None:
        self._store = store
        self._aligner = aligner
        self._weights = weights

    def retrieve(self, query: Query, k: int, where: Filter = Filter()) -> list[Hit]:
        """The best `k` passages, best first; near-copies are folded into the best of them.

        :return: [] when nothing passes the filter.
        """
        with self._store.reading() as view:
            keys = set(view.lexical(query.sought, LEXICAL, where))
            if query.vector.any():
                keys |= view.dense(query.vector, DENSE, where).keys()
                keys |= view.dense_by_language(query.vector, DENSE_EACH_LANGUAGE, where).keys()
            candidates = view.passages(sorted(keys))
        return best_of(rank(query, candidates, self._aligner, self._weights), k)


def best_of(ranked: Sequence[Hit], k: int) -> list[Hit]:
    """What is kept of ranked candidates: the best `k`, near-copies folded, and no language crowded out."""
    return with_every_language(fold_copies(ranked[: 4 * k]), k)


def with_every_language(ranked: Sequence[Hit], k: int) -> list[Hit]:
    """The best `k`, with the last of them given up for the best hit of a language that has none among them.

    At most half the places are given up, to the languages in the order of their best hits.
    """
    top = list(ranked[:k])
    spoken = {hit.article.language for hit in top}
    others: dict[str, Hit] = {}
    for hit in ranked[k:]:
        if hit.article.language not in spoken:
            others.setdefault(hit.article.language, hit)
    for hit in list(others.values())[: k // 2]:
        counts = [other.article.language for other in top]
        last = max((p for p, language in enumerate(counts) if counts.count(language) > 1), default=None)
        if last is not None:
            del top[last]
            top.append(hit)
    return top


def fold_copies(ranked: Sequence[Hit]) -> list[Hit]:
    """Fold passages with nearly the same words into the best-ranked of them; each stays citable as its copy."""
    if not ranked:
        return []
    vectors = np.stack([hit.stored.vector for hit in ranked])
    near = vectors @ vectors.T >= _COPY_COSINE
    kept: list[int] = []
    copies: dict[int, list[StoredPassage]] = {}
    for place, hit in enumerate(ranked):
        alike = (other for other in kept if near[place, other] and _same_words(hit.stored, ranked[other].stored))
        first = next(alike, None)
        if first is None:
            kept.append(place)
        else:
            copies.setdefault(first, []).append(hit.stored)
    return [replace(ranked[place], copies=tuple(copies[place])) if place in copies else ranked[place] for place in kept]


def _same_words(one: StoredPassage, other: StoredPassage) -> bool:
    """Nearly the same letters, in two articles."""
    if one.article.id == other.article.id:
        return False
    there = spelling_overlap(one.passage.text, [other.passage.text])[0]
    back = spelling_overlap(other.passage.text, [one.passage.text])[0]
    return bool((there + back) / 2 >= _COPY_OVERLAP)
