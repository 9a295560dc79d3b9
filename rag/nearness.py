"""How near the words met lately are to each other and to the texts met lately, kept from one set to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

MOST = 2_048
"""Words whose nearness is kept: 16 MB."""
MOST_TEXTS = 1_024
"""Texts whose nearness to each of those words is kept: 8 MB."""
_NONE = np.empty(0, dtype=np.float32)


class Nearness:
    """A square of words by words that grows by what is new in a set of texts, and of each text what is nearest in it.

    The sentences that answer a question are compared with each other more than once, and the next question about the
    same story meets most of them again. Where little of a set is known, the square begins anew with this set.

    :param between: how near each of some words is to each of others, float32 (some, others); of two words the same
        either way. Words are numbers from 0 on.
    """

    def __init__(
        self, between: Callable[[np.ndarray, np.ndarray], np.ndarray], most: int = MOST, most_texts: int = MOST_TEXTS
    ) -> None:
        self._between = between
        self._most = most
        self._most_texts = most_texts
        self._held = np.empty(0, dtype=np.int64)
        self._slot = np.empty(0, dtype=np.int64)
        self._square = np.empty((0, 0), dtype=np.float32)
        self._texts: dict[bytes, np.ndarray] = {}

    def met(self, words: np.ndarray, texts: Sequence[np.ndarray]) -> np.ndarray:
        """How near the nearest word of each text is to each word, float32 (len(words), len(texts)).

        :param words: int64, each once, in order, with all those of the texts.
        :param texts: the words of each, int64; at least one text, and none is empty.
        """
        if len(words) > self._most:
            near = self._between(words, words)
            places = (np.searchsorted(words, text) for text in texts)
            return np.stack([near.take(some, axis=0).max(axis=0) for some in places], axis=1)
        self._learn(words)
        if len(self._texts) + len(texts) > self._most_texts:
            self._texts.clear()
        slots = self._slot[words]
        return np.stack([self._nearest_in(text)[slots] for text in texts], axis=1)

    def _nearest_in(self, text: np.ndarray) -> np.ndarray:
        """How near the nearest word of a text is to each word held, float32 (words held,)."""
        key = text.tobytes()
        nearest = self._texts.get(key, _NONE)
        known, last = len(nearest), len(self._held)
        if known < last:
            more = self._square[self._slot[text], known:last].max(axis=0)
            nearest = self._texts[key] = np.concatenate([nearest, more])
        return nearest

    def _learn(self, words: np.ndarray) -> None:
        last = int(words.max(initial=-1))
        if last >= len(self._slot):
            grown = np.full(2 * last + 2, -1, dtype=np.int64)
            grown[: len(self._slot)] = self._slot
            self._slot = grown
        new = words[self._slot[words] < 0]
        known, together = len(self._held), len(self._held) + len(new)
        if together > self._most or len(new) * together > len(words) ** 2:
            self._slot[self._held] = -1
            self._texts.clear()
            self._held, new, known = self._held[:0], words, 0
        if len(new):
            self._add(new, known)

    def _add(self, new: np.ndarray, known: int) -> None:
        self._held = np.concatenate([self._held, new])
        if len(self._held) > len(self._square):
            size = min(self._most, 2 * len(self._held))
            grown = np.empty((size, size), dtype=np.float32)
            grown[:known, :known] = self._square[:known, :known]
            self._square = grown
        last = len(self._held)
        self._slot[new] = np.arange(known, last)
        near = self._between(new, self._held)
        self._square[known:last, :last] = near
        self._square[:known, known:last] = near[:, :known].T
