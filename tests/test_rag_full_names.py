"""Full names set beside each other."""

import pytest

from index.fold import fold
from rag.names.full import related, two_names, written_alike


def both(one: str, other: str) -> tuple[list[str], list[str]]:
    return fold(one).split(), fold(other).split()


@pytest.mark.parametrize(
    ("one", "other"),
    [("Vincze Ilonának", "Ilona Vincze"), ("Kardos Tibor", "Tibor Kardos"), ("Goran Petrevszki", "Горан Петревски")],
)
def test_the_order_of_its_parts_and_the_spelling_of_a_language_make_no_other_name(one: str, other: str) -> None:
    assert written_alike(*both(one, other))
    assert not two_names(*both(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ilona Vincze", "Ilona Bodnar"),
        ("Goran Petrevski", "Zoran Petrevski"),
        ("Milice Radulović", "Milica Radunović"),
    ],
)
def test_a_shared_part_with_another_beside_it_is_another_name(one: str, other: str) -> None:
    assert related(*both(one, other)) and two_names(*both(one, other))
    assert not written_alike(*both(one, other))


def test_an_ending_makes_no_other_name() -> None:
    assert not two_names(*both("Milice Radulović", "Milica Radulović"))


def test_names_of_two_people_are_not_related() -> None:
    assert not related(*both("Roberto Ferrante", "Anna Kis"))
