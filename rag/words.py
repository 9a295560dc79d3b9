"""Which words of a question a sentence answers to, in any language: a soft alignment of words.

Each word of the question looks for its nearest word in the sentence, by the vectors of the bundled multilingual model
and by spelling, as ColBERT's late interaction does with contextual vectors (arXiv 2004.12832). A sentence's coverage is
the share of the question it meets that way, each word weighted by how rare it is in the language. Unlike the cosine of
two whole sentences it shows what is *missing*: "tanks" finds nothing in a sentence about shells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from index.fold import fold

_WORD = re.compile(r"[^\W_]+")
_UNRELATED, _SAME = 0.25, 0.75  # cosines of two words: at most the first counts nothing, from the second on everything


class WordModel(Protocol):
    """What the alignment needs of a model: word vectors, and how rare a word is."""

    def embed_passages(self, texts: Sequence[str]) -> np.ndarray:
        """Unit vectors of words, float32 (len(texts), dim)."""
        ...

    def rarity(self, word: str) -> float:
        """Between 0 for a function word and 1 for a rare word or name."""
        ...


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return _WORD.findall(fold(text))


@dataclass(frozen=True, slots=True)
class Alignment:
    """How the words of a question meet some sentences.

    `terms` are the words of the question as written, each once. `match` is float32 (len(terms), number of sentences),
    in [0, 1]: how near the nearest word of the sentence is. `weight` is float32 (len(terms),), rarer words weigh more;
    it sums to 1, or to 0 for a question of function words.
    """

    terms: tuple[str, ...]
    weight: np.ndarray
    match: np.ndarray

    @property
    def coverage(self) -> np.ndarray:
        """Share of the question that each sentence meets, float32 (number of sentences,), in [0, 1]."""
        return np.asarray(self.weight @ self.match, dtype=np.float32)


class WordAligner:
    """Aligns questions with sentences; keeps the vectors of the words it has seen."""

    def __init__(self, model: WordModel, keep: int = 200_000) -> None:
        self._model = model
        self._keep = keep
        self._vectors: dict[str, np.ndarray] = {}

    def align(self, question: str, sentences: Sequence[str]) -> Alignment:
        """Find for each word of the question the nearest word of each sentence."""
        surface = {fold(word): word for word in reversed(_WORD.findall(question))}
        terms = tuple(reversed(surface))
        weight = np.array([self._model.rarity(term) for term in terms], dtype=np.float32)
        if weight.sum() > 0:
            weight /= weight.sum()
        spoken = [words(sentence) for sentence in sentences]
        match = np.zeros((len(terms), len(sentences)), dtype=np.float32)
        filled = [place for place, some in enumerate(spoken) if some]
        if terms and filled:
            match[:, filled] = self._nearest(terms, [spoken[place] for place in filled])
        return Alignment(tuple(surface[term] for term in terms), weight, match)

    def _nearest(self, terms: Sequence[str], spoken: Sequence[Sequence[str]]) -> np.ndarray:
        vocabulary = {word: place for place, word in enumerate(dict.fromkeys(w for some in spoken for w in some))}
        near = self._similarity(terms, list(vocabulary))
        flat = np.array([vocabulary[word] for some in spoken for word in some])
        starts = np.cumsum([0, *(len(some) for some in spoken[:-1])])
        return np.asarray(np.maximum.reduceat(near[:, flat], starts, axis=1), dtype=np.float32)

    def _similarity(self, terms: Sequence[str], vocabulary: Sequence[str]) -> np.ndarray:
        """Float32 (len(terms), len(vocabulary)) in [0, 1]; figures match only themselves."""
        cosine = self._embed(terms) @ self._embed(vocabulary).T
        near = np.clip((cosine - _UNRELATED) / (_SAME - _UNRELATED), 0.0, 1.0)
        place_of = {word: place for place, word in enumerate(vocabulary)}
        figures = [place for word, place in place_of.items() if word.isdigit()]
        near[:, figures] = 0.0
        for row, term in enumerate(terms):
            if term.isdigit():
                near[row] = 0.0
            if term in place_of:
                near[row, place_of[term]] = 1.0
        return np.asarray(near, dtype=np.float32)

    def _embed(self, some: Sequence[str]) -> np.ndarray:
        new = [word for word in dict.fromkeys(some) if word not in self._vectors]
        if len(self._vectors) + len(new) > self._keep:
            self._vectors.clear()
            new = list(dict.fromkeys(some))
        if new:
            self._vectors.update(zip(new, self._model.embed_passages(new), strict=True))
        return np.stack([self._vectors[word] for word in some])
