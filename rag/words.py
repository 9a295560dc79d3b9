"""Which words of a question a text answers to, in any language: a soft alignment of words.

Each word of the question looks for its nearest word in the text by the vectors of the bundled multilingual model, as
ColBERT's late interaction does with contextual vectors (arXiv 2004.12832). A text's coverage is the share of the
question it meets that way. Unlike the cosine of two whole texts it shows what is *missing*, "tanks" in a sentence about
shells; and it compares a question with a passage in another language nearly as well as with one in its own.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from index.fold import fold
from index.language_tables import SMALL_WORDS

_WORD = re.compile(r"[^\W_]+")
_SMALL_WORDS = frozenset().union(*SMALL_WORDS.values())
_SMALL_WORD = 0.15  # what "what" or "to" still weighs
_SAME_COSINE = 0.5  # from here on two words of different languages mean the same
_SHARPNESS = 2  # a word half as near counts a quarter: chance neighbours add up in long sentences


class WordModel(Protocol):
    """What the alignment needs of a model."""

    def embed_words(self, words: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        """Unit vectors, float32 (len(words), dim), and how much each word means, float32 (len(words),), at least 0."""
        ...


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return _WORD.findall(fold(text))


@dataclass(frozen=True, slots=True)
class Alignment:
    """How the words of a question meet some texts.

    `terms` are the words of the question as written, each once. `match` is float32 (len(terms), number of texts), in
    [0, 1]: how near the nearest word of the text is. `weight` is float32 (len(terms),); it sums to 1, or to 0 for a
    question without a known word.
    """

    terms: tuple[str, ...]
    weight: np.ndarray
    match: np.ndarray

    @property
    def coverage(self) -> np.ndarray:
        """Share of the question that each text meets, float32 (number of texts,), in [0, 1]."""
        return np.asarray(self.weight @ self.match, dtype=np.float32)


class WordAligner:
    """Aligns questions with texts; safe in several threads.

    :param keep: words whose vectors are kept from question to question (a kilobyte each); past it all are forgotten.
    """

    def __init__(self, model: WordModel, keep: int = 40_000) -> None:
        self._vocabulary = _Vocabulary(model)
        self._model = model
        self._keep = keep
        self._guard = threading.Lock()

    def align(self, question: str, texts: Sequence[str]) -> Alignment:
        """Find for each word of the question the nearest word of each text."""
        surface = {fold(word): word for word in reversed(_WORD.findall(question))}
        terms = tuple(reversed(surface))
        with self._guard:
            if len(self._vocabulary) > self._keep:
                self._vocabulary = _Vocabulary(self._model)
            match = self._match(terms, texts)
            weight = self._weights(terms, match)
        return Alignment(tuple(surface[term] for term in terms), weight, match)

    def _match(self, terms: Sequence[str], texts: Sequence[str]) -> np.ndarray:
        rows = self._vocabulary.rows_of(texts)
        asked = self._vocabulary.rows(terms)
        match = np.zeros((len(terms), len(texts)), dtype=np.float32)
        filled = [place for place, some in enumerate(rows) if len(some)]
        if len(terms) and filled:
            flat = np.concatenate([rows[place] for place in filled])
            starts = np.cumsum([0, *(len(rows[place]) for place in filled[:-1])])
            used, column = np.unique(flat, return_inverse=True)
            near = self._similarity(asked, used)
            match[:, filled] = np.maximum.reduceat(near[:, column], starts, axis=1)
        return match

    def _similarity(self, asked: np.ndarray, used: np.ndarray) -> np.ndarray:
        """Float32 (len(asked), len(used)) in [0, 1]; a word equals itself, and a figure only itself."""
        known = self._vocabulary
        near = np.clip((known.vectors[asked] @ known.vectors[used].T) / _SAME_COSINE, 0.0, 1.0) ** _SHARPNESS
        near[known.is_figure[asked]] = 0.0
        near[:, known.is_figure[used]] = 0.0
        near[asked[:, None] == used] = 1.0
        return np.asarray(near, dtype=np.float32)

    def _weights(self, terms: Sequence[str], match: np.ndarray) -> np.ndarray:
        """What each term counts: a word that means much, is no question word, and is not met by every text alike."""
        meaning = self._vocabulary.meaning[self._vocabulary.rows(terms)]
        small = np.array([_SMALL_WORD if term in _SMALL_WORDS else 1.0 for term in terms], dtype=np.float32)
        telling = np.log1p(match.shape[1] / (1.0 + match.sum(axis=1)))
        weight = meaning * small * telling
        return np.asarray(weight / (weight.sum() or 1.0), dtype=np.float32)


class _Vocabulary:
    """The words seen so far, a row each, and the texts seen so far as rows."""

    def __init__(self, model: WordModel) -> None:
        self._model = model
        self._row: dict[str, int] = {}
        self._texts: dict[str, np.ndarray] = {}
        self.vectors, self.meaning = model.embed_words(["a"] * 1024)
        self.is_figure = np.zeros(1024, dtype=bool)

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

    def _learn(self, unknown: Iterable[str]) -> None:
        new = list(dict.fromkeys(unknown))
        if not new:
            return
        first, last = len(self._row), len(self._row) + len(new)
        while last > len(self.meaning):
            self.vectors = np.concatenate([self.vectors, np.zeros_like(self.vectors)])
            self.meaning = np.concatenate([self.meaning, np.zeros_like(self.meaning)])
            self.is_figure = np.concatenate([self.is_figure, np.zeros_like(self.is_figure)])
        self.vectors[first:last], self.meaning[first:last] = self._model.embed_words(new)
        self.is_figure[first:last] = [word.isdigit() for word in new]
        self._row.update(zip(new, range(first, last), strict=True))
