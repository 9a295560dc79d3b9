"""How surely two figures or times of two articles on one event are of the same thing, told differently: a logistic.

Long sentences hold several facts, so that no sentence as a whole says of which of them a figure is. What tells it are
the words near the figure, how far the two are apart, and where in the article they stand: what papers differ about
mostly stands in front. eval/bench/fit_figures.py fits the weights on the development corpora.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log, log10

import numpy as np

from rag.agree.beside import Told
from rag.agree.fates import fates
from rag.agree.pairs import Pair
from rag.agree.statement import around_by_distance
from rag.logistic import Logistic
from rag.numbers.rates import in_euros
from rag.numbers.values import TIMES, Value

SURE = 0.5
"""From which chance on two figures are said to differ."""
_NEAR = 4.0
"""Words behind which a word beside a figure counts a third as much."""
_MOST_APART, _MOST_SIZE, _MOST_DEPTH = 4.0, 3.0, 3.0
_TWICE = log(2.0)


@dataclass(frozen=True, slots=True)
class OfFigures(Logistic):
    """Weights: `context` is how near the words around the one are to those around the other, `timed` the same of times.

    `known` is how many of the two stand in the other article as well; `apart` the natural logarithm of their ratio, at
    most 4, `length` the same of two lengths of time: a day, a year; `depth` how far into their articles the sentences
    begin, both together, in thousands of characters, at most 3; `fate` is 1 for people of whom the same became, up to
    twice as many; `size` the powers of ten of the smaller figure, at most 3; `agreement` is how far the whole sentences
    say the same.
    """

    bias: float = -3.5
    context: float = 9.96
    timed: float = 1.4
    known: float = -1.46
    apart: float = -2.47
    length: float = -0.71
    depth: float = -0.7
    fate: float = 3.49
    size: float = 0.58
    agreement: float = 4.05


FITTED = OfFigures()
Row = tuple[float, ...]


def row(pair: Pair, one: Value, other: Value, told: Told) -> Row:
    """What `OfFigures` weighs, in order."""
    same_fate = not fates(pair.one, one).isdisjoint(fates(pair.other, other))
    return _row((one, other), told, _context(pair, one, other), same_fate)


def may_differ(one: Value, other: Value, told: Told) -> bool:
    """Whether some context could make two figures sure; tells without aligning the sentences."""
    return FITTED.chance(_row((one, other), told, 1.0, same_fate=True)) >= SURE


def _row(values: tuple[Value, Value], told: Told, context: float, same_fate: bool) -> Row:
    one, other = values
    is_time = one.kind in TIMES
    apart = 0.0 if is_time else min(_MOST_APART, abs(log(_size(one, other) / _size(other, one))))
    length = abs(log((one.high - one.low + 1) / (other.high - other.low + 1))) if is_time else 0.0
    size = 0.0 if is_time else min(_MOST_SIZE, log10(max(1.0, min(one.low, other.low))))
    return (
        context,
        context * is_time,
        float(told.known(one, other)),
        apart,
        length,
        min(_MOST_DEPTH, told.depth / 1000),
        float(same_fate and not is_time and apart <= _TWICE),
        size,
        told.agreement,
    )


def _size(value: Value, beside: Value) -> float:
    """A figure, in euros beside a sum in another currency."""
    return max(1e-9, in_euros(value) if value.unit != beside.unit else value.low)


def _context(pair: Pair, one: Value, other: Value) -> float:
    """How near the words around two values are to each other: a word counts less the further it stands from its value.

    A word that stands far from the other value is met by half as much.
    """
    mine, theirs = (around_by_distance(s, v.start, v.end) for s, v in ((pair.one, one), (pair.other, other)))
    if not mine or not theirs:
        return 0.0
    near = pair.near[np.ix_([place for place, _ in mine], [place for place, _ in theirs])]
    ones, others = (np.array([distance for _, distance in each], float) for each in (mine, theirs))
    return float((_met(near, ones, others) + _met(near.T, others, ones)) / 2)


def _met(near: np.ndarray, distance: np.ndarray, against: np.ndarray) -> float:
    weight = np.exp(-distance / _NEAR)
    met = (near * np.exp(-(against - 1) / (2 * _NEAR))).max(axis=1)
    return float(weight @ met / weight.sum())
