"""What became of the people that a figure counts: five died, three were taken out. Two fates are no two counts."""

from __future__ import annotations

from functools import lru_cache

from rag.agree.among_tables import CASUALTIES
from rag.agree.statement import Statement
from rag.numbers.values import TIMES, Kind, Value

_LEAST_TOLD = 2


def clause_of(statement: Statement, value: Value) -> tuple[int, int]:
    """Offsets of what stands around a value, up to a comma, a dash or a quote.

    A date that stands there almost alone goes with the words behind: "Back in July, North Korea became …".
    """
    words = statement.words()
    inside = [place for place, word in enumerate(words) if value.start <= word.start < value.end]
    if not inside:
        return value.start, value.end
    first, last = inside[0], inside[-1]
    while first > 0 and not words[first].opens:
        first -= 1
    told = sum(not word.small for word in words[first : inside[0]]) if value.kind in TIMES else _LEAST_TOLD
    while last + 1 < len(words) and (told < _LEAST_TOLD or not words[last + 1].opens):
        last += 1
        told += not words[last].small
    return words[first].start, words[last].end


@lru_cache(maxsize=2048)
def fates(statement: Statement, value: Value) -> frozenset[str]:
    """What became of the people that a number counts."""
    if value.kind is not Kind.NUMBER:
        return frozenset()
    start, end = clause_of(statement, value)
    text = " ".join(word.folded for word in statement.words() if start <= word.start < end)
    return frozenset(name for name, pattern in CASUALTIES.items() if pattern.search(text))
