"""What a day or a month in a question is met by: a sentence that tells of it.

Word vectors put one month near the next, and "May" is met by whoever "may" do something.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np

from rag.evidence import values_of
from rag.numbers.values import Kind, Value
from rag.records import Hit, Query
from rag.words import Alignment, words

OTHER_TIME = 0.3
"""How far a month is met at most by a sentence that does not tell of it."""
_LEAP = 2000
"""Days are counted from the first of January as in a leap year."""
_MONTH = 31


def with_months(alignment: Alignment, query: Query, found: Sequence[tuple[Hit, int, str]]) -> Alignment:
    """An alignment in which days and months of a question are met by sentences that tell of them, and by those alone.

    :param found: the sentences that are aligned: hit, place in its passage, text.
    """
    asked = [value for value in values_of(query.sought, query.language, None) if value.kind is Kind.DAY_OF_YEAR]
    if not asked:
        return alignment
    told = [list(_days(values_of(text, hit.article.language, hit.article.published))) for hit, _, text in found]
    for value in asked:
        own = set(words(query.sought[value.start : value.end]))
        rows = alignment.rows(own.__contains__)
        there = np.array(
            [any(low <= value.high and value.low <= high for low, high in days) for days in told], dtype=bool
        )
        alignment = alignment.met_alone(rows, there, ~there, OTHER_TIME)
    return alignment


def _days(values: Sequence[Value]) -> Iterator[tuple[float, float]]:
    """The days of the year that some values tell of, as closed ranges."""
    for value in values:
        if value.kind is Kind.DAY_OF_YEAR:
            yield float(value.low), float(value.high)
        elif value.kind is Kind.DATE and value.high - value.low < _MONTH:
            yield _of_year(int(value.low)), _of_year(int(value.high))


def _of_year(ordinal: int) -> float:
    day = date.fromordinal(ordinal)
    return float(day.replace(year=_LEAP).timetuple().tm_yday)
