"""Whether two articles tell of one event, by more than the two sentences that are compared.

Articles on one event share names that no dictionary translates, and have several sentences that speak of the same. Then
a figure beside the same words is of the same thing even where the rest of the two sentences has little in common.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import islice

import numpy as np

from rag.agree.differing_names import placed
from rag.agree.spelling import sounds
from rag.agree.statement import Statement, Word
from rag.numbers.values import TIMES

_AS_NEAR, _NEAR_WITH_NAME = 0.33, 0.26
"""How far more sentences agree: the three best on average, and the best where both articles hold a name. Chosen on the
development corpora and the seeds taken together."""
_MOST = 3
_DAYS = 60
"""News of one event comes within two months."""
HEARD = 5
"""Letters of how a name sounds that are compared."""


class OneEvent:
    """Tells of some articles, by id, which of them tell of one event.

    :param told: their statements, each with its row in `agreement`.
    :param agreement: float32 (texts, texts), how far each two say the same.
    """

    def __init__(self, told: Mapping[str, Sequence[tuple[Statement, int]]], agreement: np.ndarray) -> None:
        self._told = told
        self._agreement = agreement
        self._names: dict[str, frozenset[str]] = {}
        self._sharing: dict[tuple[str, str], bool] = {}
        self._ordered: dict[tuple[str, str], list[tuple[float, int, int]]] = {}
        self._found: dict[tuple[str, str, int, int], bool] = {}
        self._thirds: dict[tuple[str, int], list[str]] = {}

    def joins(self, one: str, other: str, row: int, column: int) -> bool:
        """Whether two articles do, the two sentences in these rows of theirs aside: by themselves or by a third."""
        if self._near(one, other, row, column):
            return True
        return any(self._near(third, other, -1, column) for third in self._beside(one, row) if third != other)

    def _beside(self, one: str, row: int) -> list[str]:
        """The articles that are near one by other sentences of it than that in a row."""
        found = self._thirds.get((one, row))
        if found is None:
            found = [third for third in self._told if third != one and self._near(one, third, row, -1)]
            self._thirds[one, row] = found
        return found

    def _near(self, one: str, other: str, row: int, column: int) -> bool:
        """Kept, because every sentence of an answer and of an article is asked about by way of the same third ones."""
        asked = one, other, row, column
        found = self._found.get(asked)
        if found is None:
            found = self._found[asked] = self._find_near(*asked)
        return found

    def _find_near(self, one: str, other: str, row: int, column: int) -> bool:
        others = (how for how, at, there in self._nearest(one, other) if at != row and there != column)
        near = list(islice(others, _MOST))
        if not near or self._apart(one, other):
            return False
        if sum(near) / len(near) >= _AS_NEAR:
            return True
        return near[0] >= _NEAR_WITH_NAME and self._share_a_name(one, other)

    def _nearest(self, one: str, other: str) -> list[tuple[float, int, int]]:
        """How far the statements of two articles agree, with the rows of both, the most first.

        As many as leave `_MOST` when those of any one row and any one column are taken away.
        """
        found = self._ordered.get((one, other))
        if found is None:
            rows, columns = (np.array([at for _, at in self._told.get(article, ())], int) for article in (one, other))
            near = self._agreement[np.ix_(rows, columns)].ravel()
            order = np.argsort(-near, kind="stable")[: _MOST + len(rows) + len(columns)]
            at, there = rows[order // max(1, len(columns))], columns[order % max(1, len(columns))]
            found = list(zip(near[order].tolist(), at.tolist(), there.tolist(), strict=True))
            self._ordered[one, other] = found
        return found

    def _apart(self, one: str, other: str) -> bool:
        """Whether the days on which two articles were published lie too far apart."""
        days = [next((s.published for s, _ in self._told.get(article, ())), None) for article in (one, other)]
        return bool(days[0] and days[1] and abs((days[0] - days[1]).days) > _DAYS)

    def names_of(self, article: str) -> frozenset[str]:
        """How the names of an article begin to sound."""
        found = self._names.get(article)
        if found is None:
            each = (_names(statement) for statement, _ in self._told.get(article, ()))
            found = self._names[article] = frozenset().union(*each)
        return found

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
            sound = sounds(word.folded)[:HEARD]
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
