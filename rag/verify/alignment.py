"""A claim and a sentence of one language, aligned word by word in order, and what stands between the aligned words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from rag.verify.clauses import Reading
from rag.verify.cues import Words, cues
from rag.verify.roles import Mention, converse, mentions
from rag.verify.support import MET, Met

_FREE_ORDER = frozenset({"hu", "sr"})  # endings tell there who does what
_PASSIVE = Words("by stato stata stati state viene vengono venne")
_LIGHT_VERBS = Words(
    """have has had having went goes made makes took taken get got put set must need needs sta stava avuto aveva hanno
    fatto messo ka kane pati patur ben beri bere ima imaju imao imala imali ide isao van volt vannak lett tett ad"""
)
"""Verbs that mean little without what stands beside them: "had problems" for "faced problems"."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between two pairs of aligned words: rows of the claim and columns of the source."""

    rows: range
    columns: range


class Alignment:
    """The content words of a claim (rows) against those of a sentence (columns).

    `near` is float32 (rows, columns) in [0, 1], 1 or 0 where either is a place's name; `free` are the rows that need no
    word of their own in the source: figures, verbs of saying, wishes, verbs that mean little.

    :param without: places of the claim that another check compares, such as figures.
    """

    def __init__(self, claim: Reading, source: Reading, met: Met, without: frozenset[int]) -> None:
        self.claim, self.source, self.met = claim, source, met
        self.asked = {place: one for one in mentions(claim) for place in one.places if place not in without}
        self.known = {place: one for one in mentions(source) for place in one.places}
        self.near = self._nearness()
        self.free = self._free(without)
        self.pairs = _aligned(np.where(self.near >= MET, self.near, 0.0))

    @property
    def is_free_order(self) -> bool:
        """Whether the order of words does not tell who does what."""
        return self.claim.language in _FREE_ORDER

    @cached_property
    def gaps(self) -> list[Gap]:
        """Where the claim has words that are not aligned, in order."""
        bounds = [(-1, -1), *self.pairs, self.near.shape]
        return [Gap(range(i + 1, k), range(j + 1, m)) for (i, j), (k, m) in pairwise(bounds) if k > i + 1]

    def share(self, *, names: bool) -> float:
        """The share of the claim's words that are aligned, in [0, 1]; without its names if they are not to count."""
        rows = {row for row, _ in self.pairs}
        counted = [row for row in range(len(self.met.claim)) if row not in self.free or row in rows]
        counted = [row for row in counted if names or self.met.claim[row] not in self.asked]
        return sum(row in rows for row in counted) / (len(counted) or 1)

    @cached_property
    def is_converse(self) -> bool:
        """Whether one side tells it the other way round: in the passive, or of who sells what another buys."""
        here, there = ([token.folded for token in reading.tokens] for reading in (self.claim, self.source))
        if any(word in _PASSIVE for word in here) != any(word in _PASSIVE for word in there):
            return True
        return any(converse(one, other) and one not in there for one in here for other in there)

    def word(self, row: int) -> str:
        """A word of the claim as written."""
        return self.claim.tokens[self.met.claim[row]].text

    def asked_in(self, rows: Iterable[int]) -> list[Mention]:
        """The names of some rows of the claim."""
        return _names(self.asked, self.met.claim, rows)

    def known_in(self, columns: Iterable[int]) -> list[Mention]:
        """The names of some columns of the source."""
        return _names(self.known, self.met.source, columns)

    def same(self, one: Mention, other: Mention) -> bool:
        """Whether a name of the claim and one of the source are of the same place, begin alike, or abbreviate."""
        if one.known or other.known:
            return bool(one.known & other.known)
        here = [self.claim.tokens[place].folded for place in one.places]
        there = [self.source.tokens[place].folded for place in other.places]
        if _initials(here) in there or _initials(there) in here:
            return True
        return any(word.startswith(like[:3]) or like.startswith(word[:3]) for word in there for like in here)

    def _nearness(self) -> np.ndarray:
        near = self.met.near.copy()
        for row, place in enumerate(self.met.claim):
            for column, other in enumerate(self.met.source):
                one, two = self.asked.get(place), self.known.get(other)
                if (one and one.known) or (two and two.known):
                    near[row, column] = float(bool(one and two and one.known & two.known))
        return near

    def _free(self, without: frozenset[int]) -> set[int]:
        code, table = self.claim.language, cues(self.claim.language)
        places = without | {cue.place for cue in self.claim.reports}
        if self.source.withheld or self.source.denials:  # "did not accept" of "refused", and the other way round
            places |= {place for cue in self.claim.negations for place in cue.heads}
        if self.source.negations:
            places |= {cue.place for cue in self.claim.withheld}
        free = set()
        for row, place in enumerate(self.met.claim):
            word = self.claim.tokens[place].folded
            if place in places or word in _LIGHT_VERBS or (table is not None and table.modal(word, code)):
                free.add(row)
        return free


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


def _names(some: dict[int, Mention], places: Sequence[int], rows: Iterable[int]) -> list[Mention]:
    return list(dict.fromkeys(some[places[row]] for row in rows if places[row] in some))


def _aligned(near: np.ndarray) -> list[tuple[int, int]]:
    """The pairs of rows and columns, both rising, with the greatest sum."""
    rows, columns = near.shape
    cells = near.tolist()
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        own, below, line = best[row], best[row + 1], cells[row]
        for column in range(columns - 1, -1, -1):
            value = max(below[column], own[column + 1])
            own[column] = max(value, below[column + 1] + line[column]) if line[column] else value
    row = column = 0
    pairs = []
    while row < rows and column < columns:
        if cells[row][column] and best[row][column] == best[row + 1][column + 1] + cells[row][column]:
            pairs.append((row, column))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return pairs
