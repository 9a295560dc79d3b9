"""Full names set beside each other, in whatever order of their parts: Vincze Ilonának, Ilona Vincze."""

from __future__ import annotations

from collections.abc import Sequence

from rag.names.sounds import alike, distance, one_letter_apart

_SAME = 0.01
"""The distance of Petrevski and Petrevszki, which sound alike letter by letter."""

Words = Sequence[str]
"""The folded words of a full name."""


def written_alike(one: Words, other: Words) -> bool:
    """Whether each word of the shorter name stands in the other with the same letters or sounds, endings aside."""
    fewer, more = sorted((one, other), key=len)
    return all(any(_begins(word, against) or distance(word, against) <= _SAME for against in more) for word in fewer)


def related(one: Words, other: Words) -> bool:
    """Whether two names share a word, however it is spelled."""
    return any(alike(here, there) for here in one for there in other)


def two_names(one: Words, other: Words) -> bool:
    """Whether each name has a word that is no spelling of one of the other's: Goran and Zoran Petrevski."""
    return _has_own(one, other) and _has_own(other, one)


def _has_own(one: Words, other: Words) -> bool:
    return any(not any(_may_be_one(word, against) for against in other) for word in one)


def _may_be_one(one: str, other: str) -> bool:
    return _begins(one, other) or (alike(one, other) and not one_letter_apart(one, other))


def _begins(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short)
