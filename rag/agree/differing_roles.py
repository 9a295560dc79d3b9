"""Another person in one office, one person of another country, or another first name of one person."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from rag.agree.differing_names import countries_of
from rag.agree.held import OF_A_FIELD, ONE, Held, Person, held, one_name, persons
from rag.agree.pairs import Pair
from rag.agree.statement import Statement, around
from rag.names.sounds import CLOSE, distance, form_of
from rag.names.sounds import alike as sounds_alike
from rag.records import Kind

_BESIDE = 3
"""Words on either side of a person among which stands the country."""
_SAME_OFFICE = 0.6
_ONE_NAME = 0.8
_LEAST = 0.15
_FIRST_NAME = 4
"""Letters of a first name that are compared: "St" and "San" are none."""
_SAME_PERSON, _TRANSLATED = 0.2, 0.4


def roles(one: Statement, other: Statement, pair: Callable[[], Pair]) -> Iterator[tuple[Kind, str, str, float]]:
    """Two persons of quite other names in one office."""
    for mine in held(one):
        for theirs in held(other):
            if mine.office != theirs.office or one_name(one, mine.person, other, theirs.person):
                continue
            if mine.office in ONE or (
                pair().context(mine.over, theirs.over) >= _SAME_OFFICE
                and (mine.office in OF_A_FIELD or _of_one_place(pair(), mine, theirs))
            ):
                yield Kind.NAME, one.part(*mine.person), other.part(*theirs.person), _LEAST
                return


def _of_one_place(pair: Pair, mine: Held, theirs: Held) -> bool:
    """Whether two sentences hold one name besides the two persons': else they may tell of two ministers."""
    ones, others = (
        [
            p
            for p, word in enumerate(s.words())
            if word.capital and p and not word.small and not of.person[0] <= p <= of.person[1]
        ]
        for s, of in ((pair.one, mine), (pair.other, theirs))
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
