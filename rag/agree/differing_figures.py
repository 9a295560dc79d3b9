"""Figures and dates that two sentences state differently of the same thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from rag.agree.beside import Told
from rag.agree.differing_names import two_countries
from rag.agree.fates import clause_of, fates
from rag.agree.figure_odds import FITTED, SURE, may_differ, row
from rag.agree.pairs import Pair
from rag.agree.same_value import conflict, left_over, same_rounded
from rag.agree.scope import of_unlike
from rag.agree.statement import Statement, around
from rag.numbers.values import TIMES, Value
from rag.numbers.values import Kind as Counted
from rag.records import Kind

_SAME_CONTEXT, _SOME_CONTEXT = 0.3, 0.15
_FEW = 3
"""So few are often told of something else than what a larger figure leaves of another."""

Found = tuple[float, Value, Value]
"""A figure or a time of either sentence, and how surely they are of the same thing."""


def figures(pair: Pair) -> Iterator[tuple[Kind, str, str]]:
    """Figures of one kind and unit that only one of the sentences has, next to the same words."""
    yield from _differing(pair, Kind.FIGURE)


def dates(pair: Pair) -> Iterator[tuple[Kind, str, str]]:
    """Days, months and years that cannot be the same time."""
    yield from _differing(pair, Kind.DATE)


def figures_of_one_event(
    one: Statement, other: Statement, pair: Callable[[], Pair], told: Told
) -> Iterator[tuple[Kind, str, str, float]]:
    """Figures and times of two articles on one event that are surely of one thing, whatever else the sentences say."""
    found = [
        (sure, mine, theirs)
        for mine, theirs in left_over(one, other)
        if may_differ(mine, theirs, told) and not _is_none(one, mine, other, theirs)
        if (sure := FITTED.chance(row(pair(), mine, theirs, told))) >= SURE
        if not _of_two(pair(), mine, theirs) and not of_unlike(one, mine, other, theirs)
    ]
    for mine, theirs in _each_once(found):
        yield *_as_written(one, mine, other, theirs), 0.0


def _differing(pair: Pair, kind: Kind) -> Iterator[tuple[Kind, str, str]]:
    """What only one of the sentences has of figures, or of times, next to the same words."""
    ones, others = (
        [value for value in statement.values() if (value.kind in TIMES) is (kind is Kind.DATE)]
        for statement in (pair.one, pair.other)
    )
    left = [value for value in ones if not any(same_rounded(value, other) for other in others)]
    right = [value for value in others if not any(same_rounded(one, value) for one in ones)]
    needed = _SAME_CONTEXT if kind is Kind.FIGURE or len(left) + len(right) > 2 else _SOME_CONTEXT
    found = [
        (context, one, other)
        for one in left
        for other in right
        if conflict(one, other) and not _two_fates(pair, one, other)
        if not of_unlike(pair.one, one, pair.other, other) and (context := _alike(pair, one, other)) >= needed
    ]
    for one, other in _each_once(found):
        yield _as_written(pair.one, one, pair.other, other)


def _each_once(found: Iterable[Found]) -> Iterator[tuple[Value, Value]]:
    """Each two values, the surest first, no value twice."""
    ones: set[int] = set()
    others: set[int] = set()
    for _, one, other in sorted(found, key=lambda each: -each[0]):
        if one.start not in ones and other.start not in others:
            ones.add(one.start)
            others.add(other.start)
            yield one, other


def _as_written(one: Statement, mine: Value, other: Statement, theirs: Value) -> tuple[Kind, str, str]:
    kind = Kind.DATE if mine.kind in TIMES else Kind.FIGURE
    return kind, one.text[mine.start : mine.end], other.text[theirs.start : theirs.end]


def _alike(pair: Pair, one: Value, other: Value) -> float:
    return pair.context(around(pair.one, one.start, one.end), around(pair.other, other.start, other.end))


def _of_two(pair: Pair, one: Value, other: Value) -> bool:
    """Whether two figures are of two countries, or count people of whom two things became."""
    return _two_fates(pair, one, other) or two_countries(pair, clause_of(pair.one, one), clause_of(pair.other, other))


def _two_fates(pair: Pair, one: Value, other: Value) -> bool:
    """Whether they count people of whom other things became, or it is known of the one alone."""
    mine, theirs = fates(pair.one, one), fates(pair.other, other)
    return bool(mine or theirs) and mine.isdisjoint(theirs)


def _is_none(one: Statement, mine: Value, other: Statement, theirs: Value) -> bool:
    """Whether two values are no difference: "yesterday", one weekday, a whole and its part."""
    if mine.kind not in TIMES:
        rest = abs(mine.low - theirs.low)  # 181 on board, seven of them crew, and 174 passengers
        return rest > _FEW and any(
            v.low == v.high == rest for s in (one, other) for v in s.values() if v.kind is mine.kind
        )
    here, there = _undated(one, mine), _undated(other, theirs)
    if any(time.kind is Counted.RELATIVE and time.unit == "day" for time in (here, there)):
        return True
    return here.kind is there.kind is Counted.WEEKDAY and here.low == there.low


def _undated(statement: Statement, value: Value) -> Value:
    """A time as it is read without the day of publication."""
    written = replace(statement, published=None).values()
    return next((one for one in written if one.start == value.start), value)
