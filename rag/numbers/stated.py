"""Whether a source states a figure or a date of a claim: as it stands, rounded, or more exactly than the claim does."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rag.numbers.values import Kind, Value

_AMOUNTS = frozenset({Kind.NUMBER, Kind.PERCENT, Kind.MONEY, Kind.MEASURE})
_SCALES = (1e3, 1e6, 1e9)
_EQUAL = 1e-9  # relative; 0.1 + 0.2 is 0.3
_ROUNDED = 0.006
"""How far a rounded figure may be off, as a share of it: 2.5 billion for 2,487 million, but not 30 for 31."""
_PERIODS = {"day": ("day", 1.0), "week": ("day", 7.0), "month": ("month", 1.0), "year": ("month", 12.0)}
_VAGUE = 3.0
"""A range this many times as high as low is vague: "millions", "several thousand"."""
_AS_VAGUE = 2.5
"""How far the low ends of two vague figures may lie apart: "millions" and "több millió", not "tens of thousands"."""


def unlicensed(claim: Sequence[Value], source: Sequence[Value]) -> list[Value]:
    """The figures and dates of a claim that its source does not state.

    A figure is stated by its equal in kind and unit, by one that it rounds (by 0.6 % at most, to fewer digits), by one
    that a looser figure holds ("millions" is said of 2.5 million, "about 30" of 31, "more than 30" of 35), and a vague
    one by another as vague. The reverse is never so: "30" is not stated by "about 30" or "millions", nor "more than 30"
    by "30", which it does not hold. A date is stated by one within it: September by 5 September; a day with its year
    also by a day without where the source names the year.
    """
    return [
        value
        for value in claim
        if not any(_states(other, value, source) for other in source) and not _pieced(value, claim, source)
    ]


def _pieced(value: Value, claim: Sequence[Value], source: Sequence[Value]) -> bool:
    """Whether a source states a figure with its unit, its scale or its other end elsewhere.

    "From 12 to 14 billion euros" is one range, two figures without a unit, or a figure without a scale.
    """
    if value.kind is Kind.SCORE:
        return any(_same_ends(value, other) or _is_clock(value, other) for other in source)
    if value.kind not in _AMOUNTS:
        return False
    if value.low < value.high:
        ends = {end for other in source for end in (other.low, other.high) if other.kind in _AMOUNTS}
        return any(_same_ends(value, other) for other in source) or {value.low, value.high} <= ends
    return any(_is_clock(other, value) or _bare_of(other, value, claim, source) for other in source)


def _bare_of(other: Value, value: Value, claim: Sequence[Value], source: Sequence[Value]) -> bool:
    """Whether a figure of a source is a claim's, but for what stands beside another figure in either."""
    if other.kind is Kind.ORDINAL:  # "the third defeat in a row": three defeats
        return _holds(other, value)
    if other.kind is Kind.NUMBER and any((one.kind, one.unit) == (value.kind, value.unit) for one in source):
        return _holds(other, value)
    if other.kind is value.kind and other.low < other.high and value.low in {other.low, other.high}:
        return {other.low, other.high} <= {one.low for one in claim}
    largest = max(one.high for one in claim)
    return value.kind is Kind.NUMBER and any(
        largest >= scale and _close(value.low * scale, end) for scale in _SCALES for end in (other.low, other.high)
    )


def _is_clock(score: Value, number: Value) -> bool:
    """Whether a number is a time of day: 4.12 is 4:12."""
    return (score.kind, number.kind) == (Kind.SCORE, Kind.NUMBER) and _close(number.low, score.low + score.high / 100)


def _same_ends(one: Value, other: Value) -> bool:
    return Kind.SCORE in {one.kind, other.kind} and (one.low, one.high) == (other.low, other.high)


def _states(stated: Value, claimed: Value, source: Sequence[Value]) -> bool:
    if (claimed.kind, claimed.unit) == (stated.kind, stated.unit) and claimed.kind is not Kind.SCORE:
        return _holds(stated, claimed) if claimed.kind in _AMOUNTS else _within(stated, claimed)
    match claimed.kind, stated.kind:
        case Kind.DATE, _:
            return _states_date(stated, claimed, source)
        case Kind.DAY_OF_YEAR | Kind.WEEKDAY, Kind.DATE:
            return _falls_on(stated, claimed)
        case Kind.RELATIVE, Kind.MEASURE:
            return _is_long(stated, claimed)
        case Kind.MEASURE, Kind.CLOCK:
            return _is_hour(stated, claimed)
    return claimed.kind is Kind.NUMBER and _states_number(stated, claimed)


def _states_number(stated: Value, claimed: Value) -> bool:
    """Whether a number is a year, the hour of a time of day, or an amount whose unit the claim leaves out."""
    if stated.kind is Kind.DATE:
        return claimed.low == claimed.high == _year(stated)
    if stated.kind is Kind.CLOCK:
        return _is_hour(stated, claimed)
    # The claim leaves the currency out, or the years of an age.
    bare = stated.kind is Kind.MONEY or (stated.kind is Kind.MEASURE and stated.unit == "month")
    return bare and _holds(_bare(stated), claimed)


def _is_hour(clock: Value, claimed: Value) -> bool:
    """Whether a number, or a count of hours, names a time of day: "od 15 časova", "three in the afternoon"."""
    hours = claimed.low / 3600 if claimed.unit == "s" else claimed.low
    hour, minutes = divmod(clock.low, 60)
    whole = claimed.low == claimed.high and claimed.unit in {"", "s"} and not minutes
    return whole and hours in {hour, (hour - 1) % 12 + 1}


def _is_long(length: Value, ago: Value) -> bool:
    """Whether a length is that of a time ago: a three-month low is the lowest for three months."""
    unit, factor = _PERIODS.get(ago.unit, ("", 0.0))
    return length.unit == unit and length.low == length.high == -ago.low * factor


def _bare(stated: Value) -> Value:
    """The number that stands before a currency or "years"."""
    return stated if stated.kind is Kind.MONEY else replace(stated, low=stated.low / 12, high=stated.high / 12)


def _falls_on(stated: Value, claimed: Value) -> bool:
    """Whether a date falls on a weekday, or on days of any year."""
    if claimed.kind is Kind.DAY_OF_YEAR:
        return _day_within(stated, claimed)
    return stated.low == stated.high and date.fromordinal(int(stated.low)).weekday() == claimed.low


def _within(inner: Value, outer: Value) -> bool:
    return outer.low <= inner.low and inner.high <= outer.high


def _holds(stated: Value, claimed: Value) -> bool:
    """Whether what is claimed of a figure is true of the one stated."""
    if _close(stated.low, claimed.low) and _close(stated.high, claimed.high):
        return True
    if claimed.low == claimed.high:
        return stated.low == stated.high and _rounds(claimed.low, stated.low)
    at_an_end = stated.low == stated.high and (_close(stated.low, claimed.low) or _close(stated.low, claimed.high))
    if _within(stated, claimed):
        return not at_an_end
    return _is_vague(stated) and _is_vague(claimed) and _near(stated.low, claimed.low)


def _close(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=_EQUAL, abs_tol=_EQUAL)


def _rounds(rounded: float, exact: float) -> bool:
    """Whether a figure is another with fewer digits."""
    if not exact or abs(rounded - exact) > _ROUNDED * abs(exact):
        return False
    digits = _digits(rounded)
    return digits < _digits(exact) and _close(float(f"{exact:.{max(digits, 2) - 1}e}"), rounded)


def _digits(value: float) -> int:
    """How many digits a figure has before the zeros at its end."""
    return len(f"{abs(value):.12e}".partition("e")[0].replace(".", "").rstrip("0"))


def _is_vague(value: Value) -> bool:
    return value.low > 0 and value.high / value.low >= _VAGUE


def _near(one: float, other: float) -> bool:
    return max(one, other) <= _AS_VAGUE * min(one, other)


def _states_date(stated: Value, claimed: Value, source: Sequence[Value]) -> bool:
    if stated.kind is Kind.NUMBER:
        return stated.low == stated.high == _year(claimed)
    if stated.kind is not Kind.DAY_OF_YEAR:
        return False
    dated = (other for other in source if other.kind is Kind.DATE)
    return _day_within(claimed, stated, within=False) and any(
        other.low <= claimed.low and claimed.high <= other.high for other in dated
    )


def _day_within(dated: Value, yearless: Value, *, within: bool = True) -> bool:
    """Whether the days of a date lie within days of any year, or hold them."""
    if dated.high - dated.low > 31:
        return False
    low, high = (date.fromordinal(int(day)).replace(year=2000).timetuple().tm_yday for day in (dated.low, dated.high))
    if within:
        return yearless.low <= low and high <= yearless.high
    return low <= yearless.low and yearless.high <= high


def _year(dated: Value) -> int | None:
    """The year that a date is the whole of."""
    first, last = date.fromordinal(int(dated.low)), date.fromordinal(int(dated.high))
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year
    return first.year if whole else None
