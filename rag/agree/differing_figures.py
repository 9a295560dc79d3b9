"""Figures and dates that two sentences state differently of the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor, isclose, log10

from rag.agree.fates import fates
from rag.agree.pairs import Pair, Statement, around
from rag.numbers import same_time
from rag.numbers.values import TIMES, Value
from rag.numbers.values import Kind as Counted
from rag.records import Kind

_SAME_CONTEXT, _SOME_CONTEXT = 0.3, 0.15
_DIGITS = 2
"""86 million and 85.7 million are one figure, rounded; 57 and 60 are two."""


def figures(pair: Pair) -> Iterator[tuple[Kind, str, str]]:
    """Figures of one kind and unit that only one of the sentences has, next to the same words."""
    yield from _differing(pair, Kind.FIGURE, [v for v in pair.one.values() if v.kind not in TIMES])


def dates(pair: Pair) -> Iterator[tuple[Kind, str, str]]:
    """Days, months and years that cannot be the same time."""
    yield from _differing(pair, Kind.DATE, [v for v in pair.one.values() if v.kind in TIMES])


def _differing(pair: Pair, kind: Kind, ones: Sequence[Value]) -> Iterator[tuple[Kind, str, str]]:
    others = [value for value in pair.other.values() if (value.kind in TIMES) == (kind is Kind.DATE)]
    left = [value for value in ones if not any(_meet(value, other) for other in others)]
    right = [value for value in others if not any(_meet(one, value) for one in ones)]
    ranked = sorted(
        (
            (_alike(pair, one, other), one.start, other.start, one, other)
            for one in left
            for other in right
            if _conflict(one, other) and not _of_two_fates(pair, one, other)
        ),
        key=lambda found: -found[0],
    )
    taken: set[int] = set()
    needed = _SAME_CONTEXT if kind is Kind.FIGURE or len(left) + len(right) > 2 else _SOME_CONTEXT
    for context, at, there, one, other in ranked:
        if context >= needed and at not in taken and ~there not in taken:
            taken |= {at, ~there}
            yield kind, pair.one.text[one.start : one.end], pair.other.text[other.start : other.end]


def told_when(some: Sequence[Value], others: Sequence[Value]) -> bool:
    """Whether two sentences that both say when name one time surely; "July" and "last month" may be two."""
    mine, theirs = ([value for value in each if value.kind in TIMES] for each in (some, others))
    return not mine or not theirs or any(_meet(one, other) for one in mine for other in theirs)


def left_over(one: Statement, other: Statement) -> Iterator[tuple[Value, Value]]:
    """Each two figures or dates that cannot both hold, where neither stands in the other sentence too."""
    for timely in (False, True):
        mine = [value for value in one.values() if (value.kind in TIMES) is timely]
        theirs = [value for value in other.values() if (value.kind in TIMES) is timely]
        left = [value for value in mine if not any(_meet(value, against) for against in theirs)]
        right = [value for value in theirs if not any(_meet(against, value) for against in mine)]
        yield from ((here, there) for here in left for there in right if _conflict(here, there))


def _of_two_fates(pair: Pair, one: Value, other: Value) -> bool:
    """Whether they count people of whom other things became, or it is known of the one alone."""
    mine, theirs = fates(pair.one, one), fates(pair.other, other)
    return bool(mine or theirs) and mine.isdisjoint(theirs)


def _alike(pair: Pair, one: Value, other: Value) -> float:
    return pair.context(around(pair.one, one.start, one.end), around(pair.other, other.start, other.end))


def _meet(one: Value, other: Value) -> bool:
    if one.kind in TIMES:
        return same_time(one, other) is True
    if (one.kind, one.unit) != (other.kind, other.unit):
        # "five" people against "5 000": never; but a sum without its currency is the same sum.
        return one.low == other.low and one.high == other.high and one.low > _DIGITS
    if one.low < one.high and isclose(one.high * other.low, other.high * one.low):
        return one.low == other.low  # "at least 41" and "at least 57" are read as ranges that overlap
    digits = max(_DIGITS, min(_significant(one.low), _significant(other.low)))
    return (one.low <= other.high and other.low <= one.high) or _rounded(one.low, digits) == _rounded(other.low, digits)


def _conflict(one: Value, other: Value) -> bool:
    if one.kind in TIMES:
        return same_time(one, other) is False
    return (one.kind, one.unit) == (other.kind, other.unit) and one.kind is not Counted.ORDINAL


def _significant(value: float) -> int:
    return len(f"{abs(value):.12g}".replace(".", "").strip("0").partition("e")[0]) or 1


def _rounded(value: float, digits: int) -> float:
    return round(value, digits - 1 - floor(log10(abs(value)))) if value else 0.0
