"""Who is said to have been the first to report: "first reported by Radio Golfo", "Kapuvonal was the first to write"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rag.agree.among_tables import FIRST
from rag.agree.differing_sources import outlet_among
from rag.agree.statement import Statement, matches
from rag.names.sounds import alike
from rag.records import Kind

_LEAST = 0.1
_SOURCE, _NOUNS = 9, 3
"""Words beside those for being first among which stands who was, and words of content behind a name that are of it."""


def firsts(one: Statement, other: Statement) -> Iterator[tuple[Kind, str, str, float]]:
    """Two sources that are each said to have been the first to report."""
    mine, theirs = first_source(one), first_source(other)
    if mine and theirs and not one_source(one, mine, other, theirs):
        yield Kind.ATTRIBUTION, one.part(*mine), other.part(*theirs), _LEAST


def one_source(one: Statement, mine: tuple[int, int], other: Statement, theirs: tuple[int, int]) -> bool:
    """Whether two sentences may name one source, each by the places of its first and last word."""
    return _names_one_of(other, one, mine) or _names_one_of(one, other, theirs)


def _names_one_of(statement: Statement, by: Statement, run: tuple[int, int]) -> bool:
    """Whether a sentence has one of the names in a run of words of another, or the same outlet by another name."""
    outlet = outlet_among(by, range(run[0], min(run[1] + 3, len(by.words()))))
    if outlet and outlet == outlet_among(statement, range(len(statement.words()))):
        return True
    names = [word.folded for word in by.words()[run[0] : run[1] + 1] if word.capital and len(word.folded) > 2]
    return any(word.capital and alike(name, word.folded) for word in statement.words() for name in names)


@lru_cache(maxsize=2048)
def first_source(statement: Statement) -> tuple[int, int] | None:
    """The words that name who was the first to report, as places of the first and the last; None for nobody."""
    pattern = FIRST.get(statement.grammar)
    found = next(matches(statement, pattern), None) if pattern else None
    if found is None:
        return None
    words, (first, last) = statement.words(), found
    # "The Kapuvonal, as the first, wrote that Erion Dalipi …": who stands next to the words is their subject.
    if first > 1 and words[first - 1].capital:
        named = _named(statement, range(max(0, first - _SOURCE), first), before=True)
        if named:
            return named
    behind = _named(statement, range(last + 1, min(last + 1 + _SOURCE, len(words))))
    return behind or _named(statement, range(max(0, first - _SOURCE), first), before=True)


def _named(statement: Statement, places: Sequence[int], *, before: bool = False) -> tuple[int, int] | None:
    """The first name among some words with the words of content before it; or the last name alone."""
    words = statement.words()
    known = [(v.start, v.end) for v in statement.values()]
    kept = [p for p in places if not any(start <= words[p].start < end for start, end in known)]
    capital = [p for p in kept if words[p].capital and p]
    if not capital:
        return None
    first = last = capital[-1] if before else capital[0]
    while last + 1 in capital:
        last += 1
    while first - 1 in capital:
        first -= 1
    # "the Italian coastguard", "bilten Balkan monitor": the words of content behind belong to the name.
    end, nouns = last, 0
    while end + 1 in kept and not words[end + 1].opens and (words[end + 1].capital or not words[end + 1].small):
        nouns += not words[end + 1].capital
        if nouns > _NOUNS:
            break
        end += 1
    return first if before else next((p for p in kept if not words[p].small and p <= last), first), end
