"""Differences between articles on one event, found by what stands beside them.

A long sentence holds several facts, so that two of them may state the same figure otherwise and have little else in
common. Between articles on one event (`rag.agree.one_event`) the words next to the figure, the date or the verb are
enough, where they are alike; every rule says how far the whole sentences must agree all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from rag.agree.among_tables import FIRST
from rag.agree.beside import Beside, Told
from rag.agree.differing_causes import caused, causes
from rag.agree.differing_figures import left_over, of_two_fates
from rag.agree.differing_names import countries_of, placed, two_countries
from rag.agree.differing_polarity import denied_else, negated
from rag.agree.differing_roles import namesakes, origins, persons, roles
from rag.agree.differing_sources import outlet_among
from rag.agree.differing_wording import wording
from rag.agree.fates import clause_of
from rag.agree.figure_odds import SURE, chance, may_differ, row
from rag.agree.pairs import Pair
from rag.agree.scope import of_unlike
from rag.agree.stages import apart, staged
from rag.agree.statement import Statement, Word, around, matches
from rag.agree.states import sides, states
from rag.names.sounds import alike, one_letter_apart
from rag.numbers.values import TIMES, Value
from rag.numbers.values import Kind as Counted
from rag.records import Kind

Found = tuple[Kind, str, str, float]
_LEAST = 0.2
_FEW = 3
"""So few are often told of something else than what a larger figure leaves of another."""
_BESIDE = 0.38
"""How alike the words beside two words must be that are of one subject. Chosen on the development corpora."""
_PERHAPS_SAME_VERB, _SAME_VERB, _SURELY_SAME_VERB = 1.0, 1.3, 1.5
_LEAST_OF_VERB = 0.4
_SAME_DENIED = 0.85
_LEAST_OF_FIRST, _LEAST_OF_NAMES = 0.1, 0.15
_SOURCE, _NOUNS = 9, 3


def figures(one: Statement, other: Statement, pair: Callable[[], Pair], told: Told) -> Iterator[Found]:
    """Figures and times that are surely of one thing, the surest first, each once."""
    found = []
    for mine, theirs in left_over(one, other):
        if may_differ(mine, theirs, told) and not _is_none(one, mine, other, theirs):
            sure = chance(row(pair(), mine, theirs, told))
            if sure >= SURE and not _of_two(pair(), mine, theirs) and not of_unlike(one, mine, other, theirs):
                found.append((sure, mine, theirs))
    taken: set[tuple[int, int]] = set()
    for _, mine, theirs in sorted(found, key=lambda each: -each[0]):
        if (0, mine.start) not in taken and (1, theirs.start) not in taken:
            taken |= {(0, mine.start), (1, theirs.start)}
            kind = Kind.DATE if mine.kind in TIMES else Kind.FIGURE
            yield kind, one.text[mine.start : mine.end], other.text[theirs.start : theirs.end], 0.0


def _of_two(pair: Pair, one: Value, other: Value) -> bool:
    """Whether two figures are of two countries, or count people of whom two things became."""
    return of_two_fates(pair, one, other) or two_countries(pair, clause_of(pair.one, one), clause_of(pair.other, other))


def _is_none(one: Statement, mine: Value, other: Statement, theirs: Value) -> bool:
    """Whether two values are no difference: "yesterday", one weekday, a whole and its part."""
    if mine.kind not in TIMES:
        rest = abs(mine.low - theirs.low)  # 181 on board, seven of them crew, and 174 passengers
        return rest > _FEW and any(
            v.low == v.high == rest for s in (one, other) for v in s.values() if v.kind is mine.kind
        )
    here, there = _as_written(one, mine), _as_written(other, theirs)
    if any(time.kind is Counted.RELATIVE and time.unit == "day" for time in (here, there)):
        return True
    return here.kind is there.kind is Counted.WEEKDAY and here.low == there.low


def _as_written(statement: Statement, value: Value) -> Value:
    """A time as it is read without the day of publication."""
    written = replace(statement, published=None).values()
    return next((one for one in written if one.start == value.start), value)


def one_verb(pair: Pair, nearest: bool) -> Iterator[Found]:
    """One verb with one object at two stages."""
    for mine, other, strength in apart(pair):
        if strength >= (_PERHAPS_SAME_VERB if nearest else _SURELY_SAME_VERB):
            yield Kind.STAGE, mine, other, _LEAST if strength >= _SAME_VERB else _LEAST_OF_VERB
            return


def polarity(pair: Pair) -> Iterator[Found]:
    """The very verb that the other denies, beside words or a name that both have."""
    for turned in (False, True):
        each = pair.turned() if turned else pair
        theirs = {verb for _, verb in negated(each.other)} | set(denied_else(each.other))
        for first, verb in negated(each.one):
            place = int(each.near[verb].argmax())
            if each.near[verb, place] >= _SAME_DENIED and place not in theirs and _one_subject(each, verb, place):
                denied, said = each.one.part(min(first, verb), max(first, verb)), each.other.part(place, place)
                yield Kind.NEGATION, *((said, denied) if turned else (denied, said)), _LEAST
                return


def _one_subject(pair: Pair, one: int, other: int) -> bool:
    """Whether two sentences hold one name, or two words stand in them beside the same ones."""
    words, others = pair.one.words(), pair.other.words()
    known = placed(pair.one)
    named = [w for w in words[1:] if w.capital and len(w.folded) >= 4 and not any(a <= w.start < b for a, b in known)]
    if any(each.capital and alike(name.folded, each.folded) for name in named for each in others):
        return True
    mine, theirs = around(pair.one, *_span(words[one])), around(pair.other, *_span(others[other]))
    return pair.context(mine, theirs) >= _BESIDE


def _span(word: Word) -> tuple[int, int]:
    return word.start, word.end


def firsts(one: Statement, other: Statement) -> Iterator[Found]:
    """Two sources that are each said to have been the first to report."""
    mine, theirs = first_source(one), first_source(other)
    if mine and theirs and not one_source(one, mine, other, theirs):
        yield Kind.ATTRIBUTION, one.part(*mine), other.part(*theirs), _LEAST_OF_FIRST


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


def people(one: Statement, other: Statement) -> Iterator[Found]:
    """A person of one name in both, whose other name is spelled with another letter."""
    for name, place in _full_names(one):
        for against, there in _full_names(other):
            for same, changed in ((0, 1), (1, 0)):
                if one_letter_apart(name[changed], against[changed]) and alike(name[same], against[same]):
                    yield Kind.NAME, one.part(place, place + 1), other.part(there, there + 1), _LEAST_OF_NAMES
                    return


@lru_cache(maxsize=2048)
def _full_names(statement: Statement) -> tuple[tuple[tuple[str, str], int], ...]:
    """Each two capitalised words that stand together, folded, with the place of the first; no known places."""
    words = statement.words()
    known = placed(statement)
    return tuple(
        ((one.folded, other.folded), place)
        for place, (one, other) in enumerate(pairwise(words))
        if one.capital and other.capital and not other.opens and min(len(one.folded), len(other.folded)) >= 4
        if not any(start <= word.start < end for start, end in known for word in (one, other))
    )


def between(one: Statement, other: Statement, pair: Callable[[], Pair], beside: Beside) -> Iterator[Found]:
    """What two sentences of articles on one event state differently: kind, words of either, least agreement.

    :param pair: sets the words of the two side by side; called only where that is needed.
    :param beside: where each is not the nearest to the other, a verb alone says too little.
    """
    yield from firsts(one, other)
    yield from people(one, other)
    yield from roles(one, other, pair)
    yield from namesakes(one, other, pair)
    if persons(one) and persons(other) and countries_of(one) and countries_of(other):
        yield from origins(pair())
    yield from figures(one, other, pair, beside.told)
    if any((name, not side) in sides(other) for name, side in sides(one)):
        yield from states(pair(), beside.settled, beside.nearest)
    if caused(one) and caused(other):
        yield from causes(pair())
    if {found.stage for found in staged(one)} != {found.stage for found in staged(other)}:
        yield from one_verb(pair(), beside.nearest)
    if beside.nearest:
        yield from polarity(pair())
        yield from ((*found, _LEAST) for found in wording(pair()))
