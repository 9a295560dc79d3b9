"""How near the words met lately are to each other, kept from one set of sentences to the next."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

MOST = 2_048
"""Words whose nearness is kept: 16 MB."""


class Nearness:
    """A square of words by words that grows by what is new in a set of sentences.

    The sentences that answer a question are compared with each other more than once, and the next question about the
    same story meets most of them again. Where little of a set is known, the square begins anew with this set.

    :param between: how near each of some words is to each of others, float32 (some, others); of two words the same
        either way. Words are numbers from 0 on.
    """

    def __init__(self, between: Callable[[np.ndarray, np.ndarray], np.ndarray], most: int = MOST) -> None:
        self._between = between
        self._most = most
        self._held = np.empty(0, dtype=np.int64)
        self._slot = np.empty(0, dtype=np.int64)
        self._square = np.empty((0, 0), dtype=np.float32)

    def of(self, words: np.ndarray) -> np.ndarray:
        """How near each two of some words are, float32 (len(words), len(words)).

        :param words: int64, each once.
        """
        if len(words) > self._most:
            return self._between(words, words)
        self._learn(words)
        slots = self._slot[words]
        # A third of what one look-up in both directions takes.
        near: np.ndarray = np.take(self._square[slots, : len(self._held)], slots, axis=1)
        return near

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
