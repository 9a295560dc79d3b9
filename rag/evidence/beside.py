"""The words of a sentence by their places: what stands beside a figure or a name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from index.fold import fold
from rag.words import WordAligner

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class PlacedWords:
    """The words of a sentence, folded, and the offset at which each begins."""

    folded: tuple[str, ...]
    starts: tuple[int, ...]

    @classmethod
    @lru_cache(maxsize=4096)
    def of(cls, text: str) -> PlacedWords:
        """Those of a text."""
        found = list(_WORD.finditer(text))
        return cls(tuple(fold(match.group()) for match in found), tuple(match.start() for match in found))

    def around(self, start: int, end: int, before: int, after: int) -> list[int]:
        """Places of so many words before and after those that begin between two offsets; [] where none begins there."""
        own = [place for place, at in enumerate(self.starts) if start <= at < end]
        if not own:
            return []
        last = min(len(self.starts), own[-1] + 1 + after)
        return [*range(max(0, own[0] - before), own[0]), *range(own[-1] + 1, last)]

    def near(self, some: Iterable[str], aligner: WordAligner) -> np.ndarray:
        """How near each word is to the nearest of some others, float32 (words,), in [0, 1]."""
        [alignment] = aligner.align_words(" ".join(some), [self.folded])
        return np.asarray(alignment.match.max(axis=0, initial=0.0))
