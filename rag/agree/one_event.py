"""Whether two articles tell of one event, by more than the two sentences that are compared.

Articles on one event share names that no dictionary translates, and have several sentences that speak of the same. Then
a figure beside the same words is of the same thing even where the rest of the two sentences has little in common.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np

from rag.agree.differing_names import placed
from rag.agree.pairs import Statement, Word, sounds
from rag.numbers.values import TIMES

_AS_NEAR, _NEAR_WITH_NAME = 0.34, 0.25
"""How far two more sentences agree: alone, and with a name that both articles hold. Chosen on the development corpora,
where two articles on one event reach it in 37 of 40 cases and two on other events in none."""
_TOLD = 5


class OneEvent:
    """Tells of some articles, by id, which of them tell of one event.

    :param told: their statements, each with its row in `agreement`.
    :param agreement: float32 (texts, texts), how far each two say the same.
    """

    def __init__(self, told: Mapping[str, Sequence[tuple[Statement, int]]], agreement: np.ndarray) -> None:
        self._told = told
        self._agreement = agreement
        self._sharing: dict[tuple[str, str], bool] = {}

    def joins(self, one: str, other: str, row: int, column: int) -> bool:
        """Whether two articles do, the two sentences in these rows of theirs aside."""
        rows = [at for _, at in self._told.get(one, ()) if at != row]
        columns = [at for _, at in self._told.get(other, ()) if at != column]
        if not rows or not columns:
            return False
        near = float(self._agreement[np.ix_(rows, columns)].max())
        if near >= _AS_NEAR:
            return True
        return near >= _NEAR_WITH_NAME and self._share_a_name(one, other)

    def _share_a_name(self, one: str, other: str) -> bool:
        found = self._sharing.get((one, other))
        if found is None:
            found = self._sharing[one, other] = self._find_a_name(one, other)
        return found

    def _find_a_name(self, one: str, other: str) -> bool:
        """Whether both hold a name; only sentences that may hold one of both are read for places and dates."""
        mine, theirs = self._capitals(one), self._capitals(other)
        shared = mine.keys() & theirs.keys()
        return any(_named(mine[name], name) and _named(theirs[name], name) for name in shared)

    def _capitals(self, article: str) -> dict[str, list[Statement]]:
        """The statements of an article by what may be names in them."""
        found: dict[str, list[Statement]] = {}
        for statement, _ in self._told.get(article, ()):
            for name in _capitals(statement):
                found.setdefault(name, []).append(statement)
        return found


def _named(statements: Sequence[Statement], name: str) -> bool:
    return any(name in _names(statement) for statement in statements)


@lru_cache(maxsize=4096)
def _capitals(statement: Statement) -> dict[str, tuple[Word, ...]]:
    """How the words that may be names begin to sound, each with these words."""
    found: dict[str, tuple[Word, ...]] = {}
    for word in statement.words():
        if word.capital and not word.opens and len(word.folded) >= 4:
            sound = sounds(word.folded)[:_TOLD]
            found[sound] = (*found.get(sound, ()), word)
    return found


@lru_cache(maxsize=4096)
def _names(statement: Statement) -> frozenset[str]:
    """How the names of a sentence begin to sound, but for places that are known and for days and months."""
    known = [*placed(statement), *((v.start, v.end) for v in statement.values() if v.kind in TIMES)]
    return frozenset(
        sound
        for sound, words in _capitals(statement).items()
        if any(not any(start <= word.start < end for start, end in known) for word in words)
    )
