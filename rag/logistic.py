"""How surely something is so, by a logistic of a handful of features."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from functools import lru_cache
from math import exp
from operator import mul


@dataclass(frozen=True, slots=True)
class Logistic:
    """A bias; a subclass has the weight of each feature behind it, in the order of the features of a row."""

    bias: float

    def chance(self, row: Sequence[float]) -> float:
        """How surely it is so by the features of a row, in [0, 1]."""
        bias, *weights = _weights(self)
        return 1.0 / (1.0 + exp(-bias - sum(map(mul, weights, row))))


@lru_cache(maxsize=16)
def _weights(model: Logistic) -> tuple[float, ...]:
    """Kept, because taking a dataclass apart costs more than weighing a row."""
    return astuple(model)
