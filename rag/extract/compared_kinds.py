"""What kind of figure or time a question about differences compares, and which of a sentence's may be the answer.

"The number of passengers" is no sum and no span of time, and "the length of the pipeline" no volume: of a sentence with
four figures only those of the kind are looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from index.fold import fold
from rag.asked import Asked, asked, units
from rag.evidence import Sentence
from rag.extract.comparing_tables import (
    AGE_NOUNS,
    AMOUNT_NOUNS,
    COUNT_NOUNS,
    MEASURE_NOUNS,
    MONEY_NOUNS,
    NAME_NOUNS,
    NUMBER_NOUNS,
    TIME_NOUNS,
    WHEN,
)
from rag.numbers.values import SPAN_UNITS, TIMES, Kind, Value
from rag.records import Query

RARE = frozenset({Asked.MONEY, Asked.SHARE, Asked.CLOCK, Asked.DURATION, Asked.SIZE})
"""Kinds of which a sentence seldom holds two."""
_FIGURES = frozenset({*RARE, Asked.AGE, Asked.NUMBER})
_WHENS = frozenset({*TIMES, Kind.CLOCK})
_MILLION = 1e6
_OLDEST = 120
_YEAR_DAYS, _YEAR_MONTHS = 364, 12

_ANY: frozenset[str] = frozenset()
_COUNT = frozenset({""})


@dataclass(frozen=True, slots=True)
class _Sort:
    """The kind that is compared, the units that alone may be the answer (none for any), and whether it may last.

    A figure that may not last is no span of time, and no share either.
    """

    kind: Asked | None
    units: frozenset[str] = _ANY
    lasts: bool = True


def compared_kind(query: Query) -> Asked | None:
    """The kind of answer that is compared: a figure of some kind, a time or a name; None for any other."""
    return _sort(query.text, query.language, query.subject).kind


@lru_cache(maxsize=256)
def _sort(text: str, language: str, subject: str) -> _Sort:
    kind = asked(text, language) or asked(subject, language)
    folded = fold(text)
    if kind is Asked.SIZE:
        return _Sort(kind, units(text), lasts=False)
    if kind is Asked.NUMBER and not COUNT_NOUNS.search(folded):
        worth = bool(MONEY_NOUNS.search(folded))
        return _Sort(Asked.MONEY if worth else kind, lasts=not AMOUNT_NOUNS.search(folded))
    if kind in _FIGURES:
        return _Sort(kind, _COUNT if kind is Asked.NUMBER else _ANY)
    if kind is Asked.DAY or WHEN.search(folded) or WHEN.search(fold(subject)):
        return _Sort(Asked.TIME)
    return next((sort for nouns, sort in _NOUNS if nouns.search(folded)), _Sort(None))


_NOUNS = (
    *((nouns, _Sort(Asked.NUMBER, frozenset(of))) for nouns, of in MEASURE_NOUNS),
    (MONEY_NOUNS, _Sort(Asked.MONEY)),
    (COUNT_NOUNS, _Sort(Asked.NUMBER, _COUNT)),
    (AMOUNT_NOUNS, _Sort(Asked.NUMBER, lasts=False)),
    (NUMBER_NOUNS, _Sort(Asked.NUMBER)),
    (NAME_NOUNS, _Sort(Asked.NAME)),
    (AGE_NOUNS, _Sort(Asked.AGE)),
    (TIME_NOUNS, _Sort(Asked.TIME)),
)
"""What nouns ask for; the first that is met decides."""


def compared_values(query: Query, sentence: Sentence) -> list[Value]:
    """The figures or times of a sentence that are of the kind that is compared."""
    sort = _sort(query.text, query.language, query.subject)
    if sort.kind is None or sort.kind is Asked.NAME:
        return []
    found: Sequence[Value] = sentence.values()
    if sort.kind is Asked.MONEY:
        found = tuple(with_bare_sums(found))
    return [_in_years(value) if sort.kind is Asked.AGE else value for value in found if _is_of(value, sort)]


def with_bare_sums(some: Sequence[Value]) -> Iterator[Value]:
    """The figures, with millions of no unit as money of the one unit: "790 million euros, of which 480 million"."""
    currencies = {value.unit for value in some if value.kind is Kind.MONEY}
    for value in some:
        is_sum = len(currencies) == 1 and value.kind is Kind.NUMBER and value.low >= _MILLION
        yield replace(value, kind=Kind.MONEY, unit=min(currencies)) if is_sum else value


def _is_of(value: Value, sort: _Sort) -> bool:
    if sort.kind in _HOLDS:
        return _HOLDS[sort.kind](value)
    if value.kind in _WHENS or value.kind is Kind.ORDINAL:
        return False
    if sort.kind is Asked.SIZE and value.kind is not Kind.MEASURE:
        return False
    if sort.units:
        return value.unit in sort.units and value.kind is not Kind.PERCENT
    return sort.lasts or not (value.unit in SPAN_UNITS or value.kind is Kind.PERCENT)


def _is_of_age(value: Value) -> bool:
    """Whole years, a bare number, or the year from which something dates."""
    of_years = value.kind is Kind.DATE and value.high - value.low >= _YEAR_DAYS
    return value.kind is Kind.NUMBER or of_years or (value.unit == "month" and value.low % _YEAR_MONTHS == 0)


_HOLDS: dict[Asked | None, Callable[[Value], bool]] = {
    Asked.MONEY: lambda value: value.kind is Kind.MONEY,
    Asked.SHARE: lambda value: value.kind is Kind.PERCENT,
    Asked.CLOCK: lambda value: value.kind is Kind.CLOCK,
    Asked.TIME: lambda value: value.kind in _WHENS,
    Asked.DURATION: lambda value: value.kind is Kind.MEASURE and value.unit in SPAN_UNITS,
    Asked.AGE: _is_of_age,
}
"""Kinds that hold all that is of one sort."""


def _in_years(value: Value) -> Value:
    """A bare number as so many years of age: "Anna Kis, 52, said"."""
    if value.kind is not Kind.NUMBER or value.high > _OLDEST:
        return value
    low, high = _YEAR_MONTHS * value.low, _YEAR_MONTHS * value.high
    return replace(value, kind=Kind.MEASURE, unit="month", low=low, high=high)
