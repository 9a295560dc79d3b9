"""Whether two figures or two times are the same, rounded, converted or open at one end, or cannot both hold."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import floor, isclose, log10

from rag.agree.statement import Statement
from rag.numbers import compatible, same_time
from rag.numbers.amounts import NEAR, UP_TO
from rag.numbers.rates import worth_the_same
from rag.numbers.values import TIMES, Kind, Value

_SMALL, _LARGE = 3, 1e5
_CONVERTED, _CONVERSION = 4, 0.08
"""Digits of metres or grams beyond which they were written in another unit, and how far that may be off."""
_DIGITS = 2
"""86 million and 85.7 million are one figure, rounded; 57 and 60 are two."""


def told_when(some: Sequence[Value], others: Sequence[Value]) -> bool:
    """Whether two sentences that both say when name one time surely; "July" and "last month" may be two."""
    mine, theirs = ([value for value in each if value.kind in TIMES] for each in (some, others))
    return not mine or not theirs or any(same_rounded(one, other) for one in mine for other in theirs)


@lru_cache(maxsize=8192)
def left_over(one: Statement, other: Statement) -> tuple[tuple[Value, Value], ...]:
    """Each two figures or dates that cannot both hold, where neither stands in the other sentence too."""
    found: list[tuple[Value, Value]] = []
    for timely in (False, True):
        mine = [value for value in one.values() if (value.kind in TIMES) is timely]
        theirs = [value for value in other.values() if (value.kind in TIMES) is timely]
        left = [value for value in mine if not _stands_in(value, theirs)]
        right = [value for value in theirs if not _stands_in(value, mine)]
        found += [
            (here, there) for here in left for there in right if conflict(here, there) and not same_rounded(here, there)
        ]
    return tuple(found)


def _stands_in(value: Value, others: Sequence[Value]) -> bool:
    """Whether one of some others may be the same, but not just because it may be anything, as "dozens" may."""
    return any(same_rounded(value, other) and (other.kind in TIMES or _told(other)) for other in others)


def known_in(statement: Statement, values: Sequence[Value]) -> frozenset[int]:
    """Offsets of the figures and times of a statement that stand among the values of an article, of their unit."""
    return frozenset(
        value.start
        for value in statement.values()
        if any(_of_one_unit(value, other) and same_rounded(value, other) for other in values)
    )


def shared(one: Statement, other: Statement) -> int:
    """How many figures and times of the one the other states too; "two" and "three" may be of anything."""
    large = {value.start for value in one.values() if value.kind in TIMES or value.low > _SMALL}
    return len(known_in(one, other.values()) & large)


def _of_one_unit(one: Value, other: Value) -> bool:
    if one.kind in TIMES:
        return other.kind in TIMES
    return (one.kind, one.unit) == (other.kind, other.unit)


def may_be_one(one: Value, other: Value) -> bool:
    """Whether two figures or times may be told of one thing: as they are, or one of two figures rounded."""
    if _is_open(one) and _is_open(other):  # "at least 19" and "at least 12" can both hold, and are two figures
        return same_rounded(one, other)
    return compatible([one], [other]) or (one.kind not in TIMES and same_rounded(one, other))


def same_rounded(one: Value, other: Value) -> bool:
    """Whether two figures may be one, rounded or converted, or two times surely are one."""
    if one.kind in TIMES:
        return same_time(one, other) is True
    sums = _is_a_sum(one, other) or _is_a_sum(other, one)
    if (one.kind, one.unit) != (other.kind, other.unit) and not sums:
        # "five" people against "5 000": never; but a sum without its currency is the same sum.
        same = one.low == other.low and one.high == other.high and one.low > _DIGITS
        return same or worth_the_same(one, other) is True
    if one.kind is Kind.MEASURE and max(map(_significant, (one.low, other.low))) > _CONVERTED:
        return isclose(one.low, other.low, rel_tol=_CONVERSION)
    mine, theirs = _told(one), _told(other)
    if not mine or not theirs or (_is_open(one) and _is_open(other)):
        return one.low == other.low if mine and theirs else one.low <= other.high and other.low <= one.high
    loose = [told[0] for value, told in ((one, mine), (other, theirs)) if value.low < value.high]
    digits = (
        min(map(_significant, loose)) if loose else max(_DIGITS, min(_significant(one.low), _significant(other.low)))
    )
    return any(_rounded(here, digits) == _rounded(there, digits) for here in mine for there in theirs)


def _told(value: Value) -> tuple[float, ...]:
    """The figure that was written with "about", "at least" or "at most", or alone; none of "dozens" and "30 to 40"."""
    if value.low == value.high:
        return (value.low,)
    if _is_open(value):
        return value.low, value.high
    middle = (value.low + value.high) / 2
    return (middle,) if isclose(value.high - value.low, 2 * NEAR * middle) else ()


def _is_open(value: Value) -> bool:
    """Whether a figure was written with "at least" or "at most"."""
    return value.low < value.high and isclose(value.high, UP_TO * value.low)


def _is_a_sum(one: Value, other: Value) -> bool:
    """Whether the one is money and the other as large without a currency: "480 milionë do t'i japë hua"."""
    return one.kind is Kind.MONEY and other.kind is Kind.NUMBER and other.low >= _LARGE


def conflict(one: Value, other: Value) -> bool:
    """Whether two values are of one sort, so that they cannot both be told of one thing unless they may be the same."""
    if one.kind in TIMES:
        return same_time(one, other) is False
    if (one.kind, one.unit) != (other.kind, other.unit):
        return worth_the_same(one, other) is False or _is_a_sum(one, other) or _is_a_sum(other, one)
    if not (_told(one) and _told(other)):  # "millions" are told of anything
        return False
    return one.kind is not Kind.ORDINAL


def _significant(value: float) -> int:
    """How many digits a figure has but for the zeros that end it."""
    return len(f"{abs(value):.12g}".replace(".", "").strip("0").partition("e")[0]) or 1


def _rounded(value: float, digits: int) -> float:
    """A figure with so many digits that are not rounded away."""
    return round(value, digits - 1 - floor(log10(abs(value)))) if value else 0.0
