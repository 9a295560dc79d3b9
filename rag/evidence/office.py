"""Offices and how far two of one name are from being one: a minister of energy is none of finance.

A president who is named is no prime minister, nor is the minister of another field or country, however near the words
are. Offices are told by a table in the five languages; one that it lacks is left to the vectors of words.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from index.patterns import lazy
from rag.evidence.beside import PlacedWords
from rag.evidence.office_tables import FIELDS, FORMER, HEAD, OFFICES, VICE
from rag.names import licence

PATTERNS = {office: lazy(rf"\b(?:{pattern})") for office, pattern in OFFICES.items()}
"""What names each office, over folded words."""
_FIELDS = {field: lazy(rf"\b\w{{0,3}}(?:{pattern})") for field, pattern in FIELDS.items()}
_FORMER, _VICE = (lazy(rf"\b(?:{pattern})\b") for pattern in (FORMER, VICE))
_BEFORE = 2
"""Words before an office that tell whether it is held still."""
_IN_TURN = frozenset({"president", "premier", "minister", "mayor"})
"""Offices that somebody else holds after a former holder: "her former driver" is still the driver who testified."""
OF_FIELDS = frozenset({"premier", "minister"})
"""Offices of a country, whatever town is told beside them."""
_OF_STATES = frozenset({"president", "premier", "minister", "leader"})
_NO_FIELD, _NO_COUNTRY, ANOTHER = 0.4, 0.2, 1.5
"""How far a minister of no field that is told is from being the one asked for, a holder of no country, and one who is
known to be another: such a sentence misleads, where one that names nobody is merely no answer."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office, with what of it is told: fields, countries by their codes, whether it is a deputy's or a former one.

    `past` says that a question is in the past, so that a former one may be meant. `elsewhere` is True where it is told
    to be of another place or institution than the one asked for, False where of the same, None where that is not told.
    `of` are the folded words with which a question tells of which town or institution it is, `bodies` what sort of one.
    """

    name: str
    fields: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    vice: bool = False
    former: bool = False
    past: bool = False
    elsewhere: bool | None = None
    of: tuple[str, ...] = ()
    bodies: frozenset[str] = frozenset()

    def differs(self, other: Office) -> float:
        """How far another, of the same name, is from being this one, in [0, `ANOTHER`]."""
        apart = self.countries and other.countries and self.countries.isdisjoint(other.countries)
        replaced = other.former and not self.past and self.name in _IN_TURN
        if apart or other.elsewhere or self.vice is not other.vice:
            return ANOTHER
        if self.former is not other.former and (self.former or replaced):
            return 1.0
        if self.fields and self.fields.isdisjoint(other.fields):
            return ANOTHER if other.fields else _NO_FIELD
        return _NO_COUNTRY if self.name in _OF_STATES and self.countries and not other.countries else 0.0


def described(name: str, language: str, written: str, folded: str, span: tuple[int, int]) -> Office:
    """What some words, as written and folded, tell of the office that stands between two offsets of the folded."""
    start, end = span
    fields = frozenset(field for field, pattern in _FIELDS.items() if name == "minister" and pattern.search(folded))
    near = folded[:start].split()[-_BEFORE:]
    near += folded[end:].split()[:_BEFORE] if language == "sq" else []
    own = folded[start:end]
    return Office(
        name,
        fields,
        countries(written),
        bool(_VICE.search(" ".join([*near, own]))),
        bool(_FORMER.search(" ".join(near))),
    )


def countries(written: str) -> frozenset[str]:
    """The codes of the countries that some words name."""
    return frozenset(place for place in licence(written).places if len(place) == 2 and place.isalpha())


def names_office(sentence: str, name: str) -> bool:
    """Whether a sentence speaks of an office, whoever holds it."""
    return bool(PATTERNS[name].search(" ".join(PlacedWords.of(sentence).folded)))


def offices_in(text: str) -> tuple[str, ...]:
    """The offices that a text names, whoever holds them."""
    return tuple(name for name in PATTERNS if names_office(text, name))


@lru_cache(maxsize=1024)
def office(word: str) -> str:
    """The office that a folded word names; "" where it is none."""
    known = (name for name, pattern in PATTERNS.items() if name != HEAD and pattern.match(word))
    return word and next(known, "")
