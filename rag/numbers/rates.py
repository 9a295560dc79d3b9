"""What sums in two currencies are worth beside each other, roughly: rates move, and papers round what they convert."""

from __future__ import annotations

from typing import Final

from rag.numbers.values import Kind, Value

_EUROS: Final[dict[str, float]] = {
    "EUR": 1.0,
    "USD": 0.91,
    "GBP": 1.17,
    "CHF": 1.03,
    "RSD": 0.0085,
    "HUF": 0.0026,
    "ALL": 0.0098,
    "MKD": 0.0162,
    "BAM": 0.5113,
}
"""Euros for one unit, an average of 2021 to 2025 (European Central Bank)."""
_DRIFT = 1.3
"""How many times apart one sum may seem, told in two currencies and years."""


def worth_the_same(one: Value, other: Value) -> bool | None:
    """Whether two sums in two currencies may be one; None for one currency, an unknown one, and what is no sum."""
    if one.kind is not Kind.MONEY or other.kind is not Kind.MONEY or one.unit == other.unit:
        return None
    if not {one.unit, other.unit} <= _EUROS.keys() or min(one.low, other.low) <= 0:
        return None
    worth, against = in_euros(one), in_euros(other)
    return max(worth, against) <= _DRIFT * min(worth, against)


def in_euros(value: Value) -> float:
    """What a sum is worth in euros; as it is where it is no sum or its currency is not known."""
    return value.low * (_EUROS.get(value.unit, 1.0) if value.kind is Kind.MONEY else 1.0)
