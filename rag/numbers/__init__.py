"""Figures, dates and units in English, Albanian, Serbian, Italian and Hungarian as values that can be compared.

Own tables (`rag.numbers.tables`), because the libraries for this do not serve it: dateparser reads "2,5 milijardi" as a
day in February and misses "5. septembra", and importing it takes 77 ms, babel's dates and numbers 56 and 36.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from rag.numbers.ages import as_age
from rag.numbers.amounts import read_amount
from rag.numbers.clock import read_clock
from rag.numbers.dates import read_date
from rag.numbers.elided import with_units_beside
from rag.numbers.scores import read_score
from rag.numbers.stated import unlicensed
from rag.numbers.tokens import tokens
from rag.numbers.values import TIMES, Kind, Value

__all__ = ["Kind", "Value", "compatible", "same_time", "unlicensed", "values"]

_SERBIAN = dict.fromkeys(("bs", "cnr", "hr", "sh"), "sr")  # one grammar of figures; the months of both are in the table
_ROUNDING = 1e-9  # relative; 0.1 + 0.2 is 0.3


def values(text: str, language: str, published: date | None = None) -> list[Value]:
    """Every figure and date of a text, in order; linear in its length, and never an error.

    :param language: ISO 639-1, also with a script ("sr-Cyrl"); of an unknown one only numerals and signs are read.
    :param published: resolves "last month", "on Monday" and dates without a year; without it they stay as they are.
    """
    code = language.partition("-")[0]
    code = _SERBIAN.get(code, code)
    found = tokens(text, code)
    read: list[Value] = []
    place = taken = 0
    while place < len(found):
        token = found[place]
        if token.roles or token.number is not None or token.text[:1].isdigit():
            result = (
                read_clock(text, found, place, code)
                or read_date(text, found, place, published)
                or read_score(found, place)
                or read_amount(found, place, taken)
            )
            if result is not None:
                value, after = result
                read.append(as_age(text, value, found[place - 1] if place else None))
                place = taken = after
                continue
        place += 1
    return with_units_beside(text, read, code)


def compatible(one: Sequence[Value], other: Sequence[Value]) -> bool:
    """Whether two sentences may state the same figures.

    For each kind and unit that both state, one pair must agree; so must one pair of all that can be compared in time.
    What only one of them states is no conflict.
    """
    groups = {(value.kind, value.unit) for value in one} & {(value.kind, value.unit) for value in other}
    for kind, unit in groups:
        if kind not in TIMES and not _meet(_of(one, kind, unit), _of(other, kind, unit)):
            return False
    verdicts = [
        verdict
        for value in one
        if value.kind in TIMES
        for against in other
        if against.kind in TIMES and (verdict := same_time(value, against)) is not None
    ]
    return not verdicts or any(verdicts)


def _of(some: Iterable[Value], kind: Kind, unit: str) -> list[tuple[float, float]]:
    return [(value.low, value.high) for value in some if (value.kind, value.unit) == (kind, unit)]


def _meet(one: Sequence[tuple[float, float]], other: Sequence[tuple[float, float]]) -> bool:
    return any(_overlap(*first, *second) for first in one for second in other)


def _overlap(low: float, high: float, other_low: float, other_high: float) -> bool:
    slack = _ROUNDING * max(abs(high), abs(other_high), 1.0)
    return low <= other_high + slack and other_low <= high + slack


def same_time(one: Value, other: Value) -> bool | None:
    """Whether two times may be the same; None where that cannot be known."""
    if one.kind is other.kind:
        if one.unit != other.unit:
            return None
        return _overlap(one.low, one.high, other.low, other.high)
    if other.kind is Kind.DATE:
        one, other = other, one
    if one.kind is not Kind.DATE:
        return None
    if other.kind is Kind.WEEKDAY and one.low == one.high:
        return date.fromordinal(int(one.low)).weekday() == other.low
    if other.kind is Kind.DAY_OF_YEAR and one.high - one.low < 32:
        first, last = (_day_of_year(date.fromordinal(int(day))) for day in (one.low, one.high))
        return _overlap(first, last, other.low, other.high) if first <= last else None
    return None


def _day_of_year(day: date) -> int:
    return day.replace(year=2000).timetuple().tm_yday
