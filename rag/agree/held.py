"""Who holds which office in a sentence: "Captain Rossi", "kapiten Marković"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from index.patterns import lazy
from rag.agree.differing_names import placed
from rag.agree.spelling import alike
from rag.agree.statement import Statement, matches
from rag.evidence.office_tables import OFFICES
from rag.names.sounds import alike as sounds_alike

ONE = {name: OFFICES[name] for name in ("captain", "judge", "premier", "coach")} | {
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
_OFFICE = {name: lazy(rf"(?<!\w)(?:{pattern})(?!\w)") for name, pattern in (ONE | _OF_SOMETHING).items()}
OF_A_FIELD = frozenset({"minister"})
"""Offices whose field says enough of whose they are."""
_REACH = 6
"""Words between an office and the name of who holds it."""
_OVER = 2
"""Words behind an office among which stands what it is over."""

Person = tuple[int, int]
"""Places of the first and the last word of a full name."""


@dataclass(frozen=True, slots=True)
class Held:
    """An office with who holds it."""

    office: str
    person: Person
    over: tuple[int, ...]

    def told_over(self, statement: Statement) -> tuple[str, ...]:
        """The folded words that say what it is over, of an office that several persons hold."""
        words = statement.words()
        return () if self.office in ONE else tuple(words[place].folded for place in self.over)


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
def held(statement: Statement) -> tuple[Held, ...]:
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
                found.append(Held(office, near[0], _over(statement, first, last, near[0])))
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
