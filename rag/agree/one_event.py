"""Whether two articles tell of one event, by more than the two sentences that are compared.

Articles on one event share names that no dictionary translates, and have several sentences that speak of the same. Then
a figure beside the same words is of the same thing even where the rest of the two sentences has little in common.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np

from rag.agree.differing_names import placed
from rag.agree.pairs import Statement, sounds
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
        self._names: dict[str, frozenset[str]] = {}

    def joins(self, one: str, other: str, row: int, column: int) -> bool:
        """Whether two articles do, the two sentences in these rows of theirs aside."""
        rows = [at for _, at in self._told.get(one, ()) if at != row]
        columns = [at for _, at in self._told.get(other, ()) if at != column]
        if not rows or not columns:
            return False
        near = float(self._agreement[np.ix_(rows, columns)].max())
        if near >= _AS_NEAR:
            return True
        return near >= _NEAR_WITH_NAME and bool(self._names_of(one) & self._names_of(other))

    def _names_of(self, article: str) -> frozenset[str]:
        found = self._names.get(article)
        if found is None:
            each = (_names(statement) for statement, _ in self._told.get(article, ()))
            found = self._names[article] = frozenset().union(*each)
        return found


@lru_cache(maxsize=4096)
def _names(statement: Statement) -> frozenset[str]:
    """How the names of a sentence begin to sound, but for places that are known and for days and months."""
    known = [*placed(statement), *((v.start, v.end) for v in statement.values() if v.kind in TIMES)]
    return frozenset(
        sounds(word.folded)[:_TOLD]
        for word in statement.words()
        if word.capital and not word.opens and len(word.folded) >= 4
        if not any(start <= word.start < end for start, end in known)
    )
