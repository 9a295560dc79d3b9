"""Another person in one office, and one person of another country: "Captain Rossi", "kapiten Marković"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from rag.agree.differing_names import countries_of, placed
from rag.agree.pairs import Pair
from rag.agree.spelling import alike
from rag.agree.statement import Statement, around, matches
from rag.evidence.office_tables import OFFICES
from rag.names.sounds import CLOSE, distance, form_of
from rag.names.sounds import alike as sounds_alike
from rag.records import Kind

_ONE = {name: OFFICES[name] for name in ("captain", "judge", "premier", "coach")} | {
    # Of a train or a bus: who drives a car holds no office.
    "driver": r"train driver|bus driver|macchinista|makinist\w*|masinovodj\w*|mozdonyvezeto\w*",
    "pilot": r"pilot|pilota|piloti|pilotja",
}
"""Offices that one person holds in one event, in five languages, over folded words."""
_OF_SOMETHING = {
    name: OFFICES[name] for name in ("mayor", "minister", "spokesperson", "director", "president", "prosecutor")
} | {
    "chief executive": r"ceo|chief executive|managing director|amministratore delegato|amministratrice delegata|"
    r"drejtor\w* (?:i pergjithshem|e pergjithshme|ekzekutiv\w*)|generaln\w* direktor\w*|izvrsn\w* direktor\w*|"
    r"vezerigazgato\w*",
}
"""The same where what they are over is the same too: a minister of energy."""
_OFFICE = {name: re.compile(rf"(?<!\w)(?:{pattern})(?!\w)") for name, pattern in (_ONE | _OF_SOMETHING).items()}
_OF_A_FIELD = frozenset({"minister"})
"""Offices whose field says enough of whose they are."""
_REACH = 6
"""Words between an office and the name of who holds it."""
_BESIDE = 3
_OVER = 2
_SAME_OFFICE = 0.6
_ONE_NAME = 0.8
_LEAST = 0.15
_FIRST_NAME = 4
"""Letters of a first name that are compared: "St" and "San" are none."""
_SAME_PERSON, _TRANSLATED = 0.2, 0.4

Person = tuple[int, int]
"""Places of the first and the last word of a full name."""


@dataclass(frozen=True, slots=True)
class _Held:
    """An office with who holds it."""

    office: str
    person: Person
    over: tuple[int, ...]

    def told_over(self, statement: Statement) -> tuple[str, ...]:
        """The folded words that say what it is over, of an office that several persons hold."""
        words = statement.words()
        return () if self.office in _ONE else tuple(words[place].folded for place in self.over)


def roles(one: Statement, other: Statement, pair: Callable[[], Pair]) -> Iterator[tuple[Kind, str, str, float]]:
    """Two persons of quite other names in one office."""
    for mine in held(one):
        for theirs in held(other):
            if mine.office != theirs.office or one_name(one, mine.person, other, theirs.person):
                continue
            if mine.office in _ONE or (
                pair().context(mine.over, theirs.over) >= _SAME_OFFICE
                and (mine.office in _OF_A_FIELD or _of_one_place(pair(), mine, theirs))
            ):
                yield Kind.NAME, one.part(*mine.person), other.part(*theirs.person), _LEAST
                return


def _of_one_place(pair: Pair, mine: _Held, theirs: _Held) -> bool:
    """Whether two sentences hold one name besides the two persons': else they may tell of two ministers."""
    ones, others = (
        [
            p
            for p, word in enumerate(s.words())
            if word.capital and p and not word.small and not held.person[0] <= p <= held.person[1]
        ]
        for s, held in ((pair.one, mine), (pair.other, theirs))
    )
    countries = [{code for _, codes in countries_of(s) for code in codes} for s in (pair.one, pair.other)]
    if not countries[0].isdisjoint(countries[1]):
        return True
    return bool(ones and others) and float(pair.near[np.ix_(ones, others)].max()) >= _ONE_NAME


def origins(pair: Pair) -> Iterator[tuple[Kind, str, str, float]]:
    """One person, who is said to be of another country in each."""
    for mine in persons(pair.one):
        for theirs in persons(pair.other):
            if one_name(pair.one, mine, pair.other, theirs):
                here, there = _of_country(pair.one, mine), _of_country(pair.other, theirs)
                if here and there and here[1].isdisjoint(there[1]):
                    yield Kind.NAME, here[0], there[0], _LEAST
                    return


def namesakes(one: Statement, other: Statement, pair: Callable[[], Pair]) -> Iterator[tuple[Kind, str, str, float]]:
    """A person of one surname with two first names, beside words that say who it is: the caller knows of no second one.

    Two first words of which one may be the translation of the other are of a river or a church.
    """
    for mine in persons(one):
        for theirs in persons(other):
            if not _of_one_surname(one, mine, other, theirs):
                continue
            both = pair()
            beside = (_around(statement, person) for statement, person in ((one, mine), (other, theirs)))
            if both.near[mine[0], theirs[0]] < _TRANSLATED and both.context(*beside) >= _SAME_PERSON:
                yield Kind.NAME, one.part(*mine), other.part(*theirs), _LEAST
                return


def _of_one_surname(one: Statement, mine: Person, other: Statement, theirs: Person) -> bool:
    if mine[1] - mine[0] != 1 or theirs[1] - theirs[0] != 1:
        return False
    (first, last), (against, also) = (
        [word.folded for word in s.words()[p[0] : p[1] + 1]] for s, p in ((one, mine), (other, theirs))
    )
    told_apart = min(len(first), len(against)) >= _FIRST_NAME and not sounds_alike(first, against)
    return told_apart and (distance(last, also) <= CLOSE or form_of(last, also) or form_of(also, last))


def _around(statement: Statement, person: Person) -> list[int]:
    words = statement.words()
    return around(statement, words[person[0]].start, words[person[1]].end)


@lru_cache(maxsize=2048)
def persons(statement: Statement) -> tuple[Person, ...]:
    """The full names of a sentence: two capitalised words or more that stand together, no known places."""
    words, known = statement.words(), placed(statement)
    named = [
        word.capital
        and len(word.folded) > 1
        and not word.text.isupper()
        and not any(start <= word.start < end for start, end in known)
        for word in words
    ]
    found: list[Person] = []
    first = 0
    while first < len(words):
        last = first
        while named[first] and last + 1 < len(words) and named[last + 1] and not words[last + 1].opens:
            last += 1
        if last > first:
            found.append((first, last))
        first = last + 1
    return tuple(found)


@lru_cache(maxsize=2048)
def held(statement: Statement) -> tuple[_Held, ...]:
    """Each office of a sentence with the full name next to it."""
    found = []
    for office, pattern in _OFFICE.items():
        for first, last in matches(statement, pattern):
            near = [p for p in persons(statement) if 0 < p[0] - last <= _REACH or 0 < first - p[1] <= 2]
            # "Kapiten Roberto Ferrante" at the beginning is one run of capitals.
            inside = [p for p in persons(statement) if p[0] <= first and last < p[1]]
            if inside:
                near = [(last + 1, inside[0][1])]
            if near:
                found.append(_Held(office, near[0], _over(statement, first, last, near[0])))
    return tuple(found)


def _over(statement: Statement, first: int, last: int, person: Person) -> tuple[int, ...]:
    """Places of the words of content beside an office that say what it is over."""
    words = statement.words()
    places = [p for p in range(max(0, first - 1), min(len(words), last + _OVER + 2)) if not first <= p <= last]
    return tuple(p for p in places if not words[p].small and not person[0] <= p <= person[1])


def offices(statement: Statement) -> frozenset[str]:
    """The offices that a text names, whoever holds them."""
    return frozenset(name for name, pattern in _OFFICE.items() if any(matches(statement, pattern)))


def is_an_office(statement: Statement) -> bool:
    """Whether a text names an office and nothing else."""
    places = {p for pattern in _OFFICE.values() for a, b in matches(statement, pattern) for p in range(a, b + 1)}
    return bool(places) and all(place in places or word.small for place, word in enumerate(statement.words()))


def one_name(one: Statement, mine: Person, other: Statement, theirs: Person) -> bool:
    """Whether two full names share a name, however it is spelled."""
    ones = [word.folded for word in one.words()[mine[0] : mine[1] + 1]]
    others = [word.folded for word in other.words()[theirs[0] : theirs[1] + 1]]
    return any(alike(here, there) or sounds_alike(here, there) for here in ones for there in others)


def _of_country(statement: Statement, person: Person) -> tuple[str, frozenset[str]] | None:
    """The country that a person is said to be of, as written and as codes: "manager danese", "the Italian".

    A word of grammar between the two parts them: "Adria Wings, denying what the Italian press says".
    """
    first, last = person
    while first > 0 and person[0] - first < _BESIDE and not statement.words()[first - 1].small:
        first -= 1
    while last + 1 < len(statement.words()) and last - person[1] < _BESIDE and not statement.words()[last + 1].small:
        last += 1
    start, end = statement.words()[first].start, statement.words()[last].end
    found = [(run, codes) for run, codes in countries_of(statement) if start <= run[0] and run[1] <= end]
    if len(found) != 1:
        return None
    (begin, until), codes = found[0]
    return statement.text[begin:until], codes
