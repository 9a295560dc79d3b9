"""The record of a figure or a date in a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a value counts. Values of different kinds do not conflict, but the last four speak of time together."""

    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    MEASURE = "measure"
    ORDINAL = "ordinal"
    CLOCK = "clock"
    SCORE = "score"
    DATE = "date"
    DAY_OF_YEAR = "day of year"
    WEEKDAY = "weekday"
    RELATIVE = "relative"


TIMES = frozenset({Kind.DATE, Kind.DAY_OF_YEAR, Kind.WEEKDAY, Kind.RELATIVE})
"""The kinds that speak of time together."""
SPAN_UNITS = frozenset({"s", "day", "month"})
"""The units in which a MEASURE is one of time."""


@dataclass(frozen=True, slots=True)
class Value:
    """A figure or a date in a text, as the closed range [`low`, `high`] of what it may be.

    MONEY is in units of the ISO 4217 code in `unit`, a MEASURE in "m", "m2", "m3", "g", "s", "day", "month", "deg",
    "l", "W", a CLOCK in minutes from midnight.
    A DATE is a range of days (`date.toordinal`), a DAY_OF_YEAR one of days in a leap year (1 January is 1), a WEEKDAY
    counts from Monday as 0, and a RELATIVE counts `unit`s ("day", "week", "month", "year") from the publication.
    A SCORE has the smaller of its two numbers as `low`.
    `start` and `end` are its offsets in the text.
    """

    kind: Kind
    low: float
    high: float
    unit: str
    start: int
    end: int
