"""The words that were seen so far with their vectors, and how near each is to another: what `rag.words` aligns by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

import numpy as np

from index.fold import fold, shared_start
from index.language_tables import ALL_SMALL_WORDS
from rag.nearness import Nearness

_WORD = re.compile(r"[^\W_]+")
_SMALL_WORD = 0.15  # what "what" or "to" still weighs
_SAME_COSINE = 0.5  # from here on two words of different languages mean the same
_STEM, _SHARED, _ENDINGS = 4, 0.6, 5  # letters, the share of the shorter word, and the most letters behind them
_SAME_STEM = 0.8  # what a word meets in one of the same stem that the model does not know
_SHARPNESS = 2  # a word half as near counts a quarter: chance neighbours add up in long sentences


class WordModel(Protocol):
    """What the alignment needs of a model."""

    def embed_words(self, words: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        """Unit vectors, float32 (len(words), dim), and how much each word means, float32 (len(words),), at least 0."""
        ...

    def known(self, words: Sequence[str]) -> Sequence[bool]:
        """Whether the vector of each folded word tells of it, not of crumbs that it is cut to."""
        ...


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return _WORD.findall(fold(text))


class Vocabulary:
    """The words seen so far, a row each, and the texts seen so far as rows."""

    def __init__(self, model: WordModel) -> None:
        self._model = model
        self._row: dict[str, int] = {}
        self._texts: dict[str, np.ndarray] = {}
        self.vectors, self.meaning = model.embed_words(["a"] * 1024)
        self.is_figure = np.zeros(1024, dtype=bool)
        self.content = np.zeros(1024)
        self.is_unknown = np.zeros(1024, dtype=bool)
        self.beginning = np.zeros(1024, dtype=np.int64)
        self._words: list[str] = []
        self._beginnings: dict[str, int] = {}
        self.nearness = Nearness(self.similarity)

    def __len__(self) -> int:
        return len(self._row)

    def rows(self, some: Iterable[str]) -> np.ndarray:
        """The row of each folded word."""
        some = list(some)
        self._learn(word for word in some if word not in self._row)
        return np.array([self._row[word] for word in some], dtype=np.int64)

    def rows_of(self, texts: Sequence[str]) -> list[np.ndarray]:
        """The rows of the words of each text, each word once."""
        new = [text for text in dict.fromkeys(texts) if text not in self._texts]
        spoken = [dict.fromkeys(words(text)) for text in new]
        self._learn(word for some in spoken for word in some if word not in self._row)
        for text, some in zip(new, spoken, strict=True):
            self._texts[text] = np.array([self._row[word] for word in some], dtype=np.int64)
        return [self._texts[text] for text in texts]

    def distinct(self, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The rows that there are, each once and in order, and the place of each of some rows among these.

        As `np.unique` gives them, whose sorting takes ten times as long.
        """
        there = np.zeros(len(self), dtype=bool)
        there[rows] = True
        used = np.flatnonzero(there)
        place = np.empty(len(self), dtype=np.int64)
        place[used] = np.arange(len(used))
        return used, place[rows]

    def similarity(self, asked: np.ndarray, used: np.ndarray) -> np.ndarray:
        """Float32 (len(asked), len(used)) in [0, 1]; a word equals itself, and a figure only itself."""
        near: np.ndarray = self.vectors[asked] @ self.vectors[used].T
        near /= _SAME_COSINE
        np.minimum(np.maximum(near, 0.0, out=near), 1.0, out=near)
        near **= _SHARPNESS
        near[self.is_figure[asked]] = 0.0
        near[:, self.is_figure[used]] = 0.0
        near[asked[:, None] == used] = 1.0
        return near

    def spell(self, near: np.ndarray, asked: np.ndarray, used: np.ndarray) -> None:
        """Raise `near`, as from `similarity`, between words spelled alike of which the model does not know one.

        It has no vector for many a form of a loanword: "drónokból" is met by "drones" through its spelling alone.
        """
        unknown = self.is_unknown[asked][:, None] | self.is_unknown[used]
        alike = unknown & (self.beginning[asked][:, None] == self.beginning[used]) & (self.beginning[used] > 0)
        for one, other in np.argwhere(alike).tolist():
            if _of_one_stem(self._words[asked[one]], self._words[used[other]]):
                near[one, other] = max(near[one, other], _SAME_STEM)

    def _learn(self, unknown: Iterable[str]) -> None:
        new = list(dict.fromkeys(unknown))
        if not new:
            return
        first, last = len(self._row), len(self._row) + len(new)
        while last > len(self.meaning):
            self.vectors = np.concatenate([self.vectors, np.zeros_like(self.vectors)])
            self.meaning = np.concatenate([self.meaning, np.zeros_like(self.meaning)])
            self.is_figure = np.concatenate([self.is_figure, np.zeros_like(self.is_figure)])
            self.content = np.concatenate([self.content, np.zeros_like(self.content)])
            self.is_unknown = np.concatenate([self.is_unknown, np.zeros_like(self.is_unknown)])
            self.beginning = np.concatenate([self.beginning, np.zeros_like(self.beginning)])
        self.vectors[first:last], self.meaning[first:last] = self._model.embed_words(new)
        self.is_figure[first:last] = [word.isdigit() for word in new]
        small = [_SMALL_WORD if word in ALL_SMALL_WORDS else 1.0 for word in new]
        self.content[first:last] = self.meaning[first:last] * np.array(small)
        self.is_unknown[first:last] = np.logical_not(self._model.known(new))
        self.beginning[first:last] = [self._beginning(word) for word in new]
        self._words += new
        self._row.update(zip(new, range(first, last), strict=True))

    def _beginning(self, word: str) -> int:
        """A number for the first letters of a word; 0 for a shorter one and for what is no word."""
        if len(word) < _STEM or not word.isalpha():
            return 0
        return self._beginnings.setdefault(word[:_STEM], len(self._beginnings) + 1)


def _of_one_stem(one: str, other: str) -> bool:
    """Whether two words begin alike for most of the shorter one, and what follows may be endings."""
    shared = shared_start(one, other)
    short, long = sorted((len(one), len(other)))
    return shared >= _SHARED * short and long - shared <= _ENDINGS
