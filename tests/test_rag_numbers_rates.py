"""Sums in two currencies beside each other."""

from __future__ import annotations

import pytest

from rag.numbers import Value, values
from rag.numbers.rates import in_euros, worth_the_same


def sum_of(text: str) -> Value:
    [value] = values(text, "en")
    return value


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("250 million lek", "€2.5 million", True),
        ("250 million lek", "€5 million", False),
        ("£1,700", "€2,000", True),
        ("€5 million", "$7.5 million", False),
        ("€5 million", "€5 million", None),
        ("€5 million", "5 million roubles", None),
        ("€5 million", "5 million", None),
    ],
)
def test_two_currencies_are_compared_by_what_they_are_worth(one: str, other: str, same: bool | None) -> None:
    assert worth_the_same(sum_of(one), sum_of(other)) is same
    assert worth_the_same(sum_of(other), sum_of(one)) is same


def test_a_sum_is_worth_its_euros_and_a_number_itself() -> None:
    assert in_euros(sum_of("300 million lek")) == pytest.approx(2.94e6)
    assert in_euros(sum_of("300 million")) == 3e8
