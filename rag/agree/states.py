"""States that exclude each other, told by other words: "in custody" against "at liberty", "accepted", "rejected"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from rag.agree.differing_names import placed
from rag.agree.pairs import Pair
from rag.agree.stage_tables import Stage
from rag.agree.stages import staged
from rag.agree.state_tables import NOT_ASKED, STATES, WANTED
from rag.agree.statement import Statement, matches
from rag.names.sounds import alike
from rag.records import Kind
from rag.verify.clauses import read
from rag.verify.cues import cues

_BEFORE = 3
"""Words before an expression among which a negation of it stands."""
_AHEAD = 2
"""Words behind a verb that may be or is planned that are no more sure than it: "will be found not guilty"."""
_REACH = 8
"""Words on either side of an expression among which stands what it is said of."""
_SAME_THING, _SAME_OBJECT, _SURELY_SAME = 0.7, 0.5, 0.9
_OF_AN_OBJECT = frozenset({"accepted", "agreed"})
"""States of what somebody accepts or agrees on: that the same person does both says nothing."""
_OF_ANYTHING = frozenset({"higher"})
"""States of many things in one article: prices and waters rise, a climber fell."""
_LEAST = 0.18

Side = tuple[str, bool]
"""A state, and which of its two sides."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A side of a state, with the places of the first and the last word that say it, with "not" and "still needs"."""

    side: Side
    first: int
    last: int


def states(pair: Pair, settled: Collection[str], nearest: bool) -> Iterator[tuple[Kind, str, str, float]]:
    """A state of which each sentence tells another side, of the same thing.

    :param settled: the states of which either article tells one side only; where it tells both, it tells of two things.
    :param nearest: each is of its article the nearest to the other, which says that they are of the same thing.
    """
    theirs = stated(pair.other)
    for mine in stated(pair.one):
        name, side = mine.side
        for other in theirs:
            if name not in settled or other.side != (name, not side):
                continue
            if _of_one(pair, mine, other, nearest):
                here, there = (s.part(at.first, at.last) for s, at in ((pair.one, mine), (pair.other, other)))
                yield Kind.WORDING, here, there, _LEAST
                return


def _of_one(pair: Pair, mine: Stated, other: Stated, nearest: bool) -> bool:
    """Whether two states are of one thing; that sentences are the nearest to each other says too little of some."""
    name, _ = mine.side
    if name in _OF_AN_OBJECT:
        return _same_object(pair, mine, other)
    if name in _OF_ANYTHING:
        return _same_thing(pair, mine, other, _SURELY_SAME)
    return nearest or _same_thing(pair, mine, other)


def sides(statement: Statement) -> frozenset[Side]:
    """The sides of states that a sentence tells."""
    return frozenset(one.side for one in stated(statement))


def named_states(statement: Statement) -> frozenset[str]:
    """The states of which a question names a side, be it asked, denied or planned."""
    return frozenset(
        name
        for name, by_language in STATES.items()
        if name not in NOT_ASKED
        and any(any(matches(statement, pattern)) for pattern in by_language.get(statement.grammar, ()))
    )


@lru_cache(maxsize=4096)
def stated(statement: Statement) -> tuple[Stated, ...]:
    """Each side of a state that a sentence tells, what it denies or what is still needed as the other side."""
    named = [
        (name, bool(side), first, last)
        for name, by_language in STATES.items()
        for side, pattern in enumerate(by_language.get(statement.grammar, ()))
        for first, last in matches(statement, pattern)
    ]
    if not named:  # as in most sentences; to read what they leave open takes thirty times as long
        return ()
    unsettled = _unsettled(statement)
    wanted = {
        place: before
        for before, last in matches(statement, WANTED[statement.grammar])
        for place in _behind(statement, last)
    }
    told: list[Stated] = []
    for name, side, first, last in named:
        if unsettled.isdisjoint(range(first, last + 1)):
            negation = _negation(statement, first)
            negation = wanted.get(first) if negation is None else negation
            turned = negation is not None
            told.append(Stated((name, side != turned), first if negation is None else negation, last))
    return tuple(told)


def _unsettled(statement: Statement) -> set[int]:
    """Places of the words of what is not said to be so: what may be, is planned, or is denied by a verb."""
    reading = read(*statement.key)
    hedged = {statement.place(reading.tokens[head].start) for cue in reading.hedges for head in cue.heads}
    ahead = {
        place
        for one in staged(statement)
        if one.stage in {Stage.POSSIBLE, Stage.PLANNED}
        for place in range(one.verb, one.verb + _AHEAD + 1)
    }
    denied = {statement.place(reading.tokens[at].start) for cue in reading.denials for at in cue.scope}
    return ahead | {place for place in hedged | denied if place is not None}


def _behind(statement: Statement, place: int) -> range:
    """The words behind a place on which it bears, in its clause."""
    words = statement.words()
    end = place + 1
    while end < len(words) and end <= place + _BEFORE and not words[end].opens:
        end += 1
    return range(place + 1, end)


def _negation(statement: Statement, first: int) -> int | None:
    """The place of the negation before an expression, in its clause."""
    words, table = statement.words(), cues(statement.grammar)
    if table is None:
        return None
    for place in range(first, max(-1, first - _BEFORE - 1), -1):
        if place < first and words[place].folded in table.negations:
            return place
        if words[place].opens:
            break
    return None


def _same_thing(pair: Pair, mine: Stated, other: Stated, least: float = _SAME_THING) -> bool:
    """Whether what stands beside either is of one name, or the same word of content."""
    ones, others = _beside(pair.one, mine), _beside(pair.other, other)
    words, against = pair.one.words(), pair.other.words()
    if any(
        alike(words[p].folded, against[q].folded) for p in _named(pair.one, ones) for q in _named(pair.other, others)
    ):
        return True
    plain, also = (
        [p for p in some if not s.words()[p].capital] for s, some in ((pair.one, ones), (pair.other, others))
    )
    return bool(plain and also) and float(pair.near[np.ix_(plain, also)].max()) >= least


def _same_object(pair: Pair, mine: Stated, other: Stated) -> bool:
    """Whether a word of content behind either is the same; in Hungarian it may stand before."""
    ones, others = (
        [p for p in _beside(s, at) if p > at.last or s.grammar == "hu"]
        for s, at in ((pair.one, mine), (pair.other, other))
    )
    return bool(ones and others) and float(pair.near[np.ix_(ones, others)].max()) >= _SAME_OBJECT


def _beside(statement: Statement, side: Stated) -> list[int]:
    words = statement.words()
    near = range(max(0, side.first - _REACH), min(len(words), side.last + _REACH + 1))
    figures = [(value.start, value.end) for value in statement.values()]  # "two metres" are two metres of anything
    return [
        p
        for p in near
        if not side.first <= p <= side.last
        and not words[p].small
        and not any(start <= words[p].start < end for start, end in figures)
    ]


def _named(statement: Statement, places: list[int]) -> list[int]:
    """Which of some words are of names, but for known places."""
    words, known = statement.words(), placed(statement)
    return [
        p
        for p in places
        if p and words[p].capital and len(words[p].folded) >= 4
        if not any(start <= words[p].start < end for start, end in known)
    ]
