"""Who holds an office: "Who is the mayor?" is answered by a sentence that names a mayor, and by no other.

A president who is named is no prime minister, nor is the minister of another field or country, however near the words
are. Offices are told by a table in the five languages; one that it lacks is left to the vectors of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from index.fold import fold
from index.language_tables import SMALL_WORDS
from rag.asked import Asked, asked
from rag.evidence.belonging import Belonging, asked_words, bodies, towns_in_small_letters
from rag.evidence.beside import PlacedWords
from rag.evidence.office_tables import ASKS_HEAD, FIELDS, FORMER, GOES_ON, HEAD, HOLDER, NO_BODY, OFFICES, PAST, VICE
from rag.names import Name, licence, unlicensed

_OFFICES = {office: re.compile(rf"\b(?:{pattern})") for office, pattern in OFFICES.items()}
_FIELDS = {field: re.compile(rf"\b\w{{0,3}}(?:{pattern})") for field, pattern in FIELDS.items()}
_NO_BODY = re.compile(NO_BODY)
_FORMER, _PAST, _VICE = (re.compile(rf"\b(?:{pattern})\b") for pattern in (FORMER, PAST, VICE))
_HOLDER = {language: re.compile(pattern) for language, pattern in HOLDER.items()}
_ASKS_HEAD = {language: re.compile(pattern) for language, pattern in ASKS_HEAD.items()}
_WORD = re.compile(r"[^\W_]+")
_LAST = frozenset({"en", "hu"})
"""Languages where whose sister it is stands before the sister."""
_LINKED = re.compile(r"\b(?:of|to|in|at|for|from|who|that|which)\b")
_AROUND, _NAMED, _BEFORE = 4, 7, 2
"""Words around an office that may tell its field, after it its holder, before it if it is held still."""
_WHERE, _WHERE_IN = (2, 4), {"hu": (3, 0)}
"""Words before and after an office that may tell its country."""
_IN_TURN = frozenset({"president", "premier", "minister", "mayor"})
"""Offices that somebody else holds after a former holder: "her former driver" is still the driver who testified."""
_ALONE = 3
"""Words of a question that names an office and nothing else: "And the mayor?"."""
_OF_FIELDS = frozenset({"premier", "minister"})
_OF_STATES = frozenset({"president", "premier", "minister", "leader"})
_NO_FIELD, _NO_COUNTRY, _ANOTHER = 0.4, 0.2, 1.5
"""How far a minister of no field that is told is from being the one asked for, a holder of no country, and one who is
known to be another: such a sentence misleads, where one that names nobody is merely no answer."""
_AND = frozenset({"and", "dhe", "i", "ed", "es"})
_NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Office:
    """An office, with what of it is told: fields, countries by their codes, whether it is a deputy's or a former one.

    `past` says that a question is in the past, so that a former one may be meant. `elsewhere` is True where it is told
    to be of another place or institution than the one asked for, False where of the same, None where that is not told.
    `of` are the folded words with which a question tells of which town or institution it is, `bodies` what sort of one.
    """

    name: str
    fields: frozenset[str]
    countries: frozenset[str]
    vice: bool
    former: bool
    past: bool = False
    elsewhere: bool | None = None
    of: tuple[str, ...] = ()
    bodies: frozenset[str] = frozenset()

    def differs(self, other: Office) -> float:
        """How far another, of the same name, is from being this one, in [0, `_ANOTHER`]."""
        apart = self.countries and other.countries and self.countries.isdisjoint(other.countries)
        replaced = other.former and not self.past and self.name in _IN_TURN
        if apart or other.elsewhere or self.vice is not other.vice:
            return _ANOTHER
        if self.former is not other.former and (self.former or replaced):
            return 1.0
        if self.fields and self.fields.isdisjoint(other.fields):
            return _ANOTHER if other.fields else _NO_FIELD
        return _NO_COUNTRY if self.name in _OF_STATES and self.countries and not other.countries else 0.0


@lru_cache(maxsize=1024)
def holder_asked(question: str, language: str) -> Office | None:
    """The office whose holder a question asks for; None where it asks for none, or for one that is not known."""
    folded = " ".join(_WORD.findall(fold(question)))
    if asks_who_leads(question, language):
        return Office(HEAD, _NOBODY, _countries(question), vice=False, former=False, past=bool(_PAST.search(folded)))
    opens = language in _HOLDER and _HOLDER[language].search(folded)
    if not opens and asked(question, language) is not Asked.NAME:
        return None
    found = sorted(
        (match.span(), name) for name, some in _OFFICES.items() if name != HEAD for match in some.finditer(folded)
    )
    if not found:
        return None
    linked = _LINKED.search(folded, found[0][0][0]) if language == "en" else None
    near = [one for one in found if linked is None or one[0][0] < linked.start()]
    span, name = near[-1] if language in _LAST else near[0]
    if language == "hu" and span[1] < len(folded):  # "a miniszter új tanácsadója": whose adviser
        return None
    told = _told(name, language, question, folded, span)
    return replace(told, past=bool(_PAST.search(folded)), of=asked_words(question), bodies=bodies(folded.split()))


@lru_cache(maxsize=1024)
def office_alone(question: str, language: str) -> Office | None:
    """The office that a question names and nothing else: "And the mayor?" asks who holds it."""
    small = SMALL_WORDS.get(language, frozenset())
    spoken = _WORD.findall(fold(question))
    words = [word for word in spoken if word not in small and len(word) > 1]
    alone = len(words) == 1 and len(spoken) <= _ALONE and spoken[0] in GOES_ON.get(language, ())
    found = [name for name, pattern in _OFFICES.items() if alone and pattern.fullmatch(words[0])]
    return Office(found[0], frozenset(), frozenset(), vice=False, former=False) if found else None


def with_towns(wanted: Office, question: str, sentences: Iterable[str]) -> Office:
    """An office asked for, with the town that the question has in small letters: "a tarantói múzeum igazgatója".

    :param sentences: what was found, where the town stands as a name.
    """
    if wanted.of or wanted.countries or wanted.name in _OF_FIELDS:
        return wanted
    return replace(wanted, of=towns_in_small_letters(question, tuple(sentences)))


def asks_who_leads(question: str, language: str) -> bool:
    """Whether a question asks who leads something, whatever their office: "Who runs the bank?"."""
    pattern = _ASKS_HEAD.get(language)
    folded = " ".join(_WORD.findall(fold(question)))
    return pattern is not None and bool(pattern.search(folded)) and not _NO_BODY.search(folded)


def _told(name: str, language: str, written: str, folded: str, span: tuple[int, int]) -> Office:
    """What some words, as written and folded, tell of the office that stands between two offsets of the folded."""
    start, end = span
    fields = frozenset(field for field, pattern in _FIELDS.items() if name == "minister" and pattern.search(folded))
    near = folded[:start].split()[-_BEFORE:]
    near += folded[end:].split()[:_BEFORE] if language == "sq" else []
    own = folded[start:end]
    return Office(
        name,
        fields,
        _countries(written),
        bool(_VICE.search(" ".join([*near, own]))),
        bool(_FORMER.search(" ".join(near))),
    )


def _countries(written: str) -> frozenset[str]:
    """The codes of the countries that some words name."""
    return frozenset(place for place in licence(written).places if len(place) == 2 and place.isalpha())


def names_office(sentence: str, name: str) -> bool:
    """Whether a sentence speaks of an office, whoever holds it."""
    return bool(_OFFICES[name].search(" ".join(PlacedWords.of(sentence).folded)))


def offices_in(text: str) -> tuple[str, ...]:
    """The offices that a text names, whoever holds them."""
    return tuple(name for name in _OFFICES if names_office(text, name))


@lru_cache(maxsize=1024)
def office(word: str) -> str:
    """The office that a folded word names; "" where it is none."""
    known = (name for name, pattern in _OFFICES.items() if name != HEAD and pattern.match(word))
    return word and next(known, "")


@lru_cache(maxsize=4096)
def unheld_office(
    sentence: str, language: str, question: str, wanted: Office, abroad: frozenset[str] = _NOBODY
) -> float:
    """How far a sentence is from naming who holds an office, in [0, `_ANOTHER`].

    :param abroad: who is known to hold it in another country, as `held_abroad` tells.
    """
    return min(
        (
            _ANOTHER if _untold(told) and _is_one_of(name, language, abroad) else wanted.differs(told)
            for told, name in _held(sentence, language, question, wanted)
        ),
        default=1.0,
    )


def held_abroad(sentences: Iterable[tuple[str, str]], question: str, wanted: Office) -> frozenset[str]:
    """The names of those whom some sentences, each with its language, tell to hold an office elsewhere alone.

    "President Putin" is no president of Ukraine, in whatever sentence, where another says that he is Russia's.
    """
    found: dict[bool | None, dict[str, str]] = {True: {}, False: {}, None: {}}
    for sentence, language in sentences:
        for told, name in _held(sentence, language, question, wanted):
            found[_is_elsewhere(wanted, told)][name.text] = language
    here = found[False]
    # Where one is told to hold it here, another of whom nothing is told holds it elsewhere.
    strange = {name: language for name, language in found[None].items() if here and wanted.of}
    return frozenset(
        name for name, language in (found[True] | strange).items() if not here or unlicensed(name, language, [*here])
    )


def holders(sentences: Iterable[tuple[str, str]], question: str, name: str) -> frozenset[str]:
    """The folded last words of those whom some sentences, each with its language, tell to hold an office."""
    wanted = Office(name, frozenset(), frozenset(), vice=False, former=False)
    told = (pair for text, language in sentences for pair in _held(text, language, question, wanted))
    return frozenset(some.words[-1].folded for _, some in told)


def _is_elsewhere(wanted: Office, told: Office) -> bool | None:
    """Whether an office is another country's or town's than the one wanted; None where that is not told."""
    if wanted.countries and told.countries:
        return wanted.countries.isdisjoint(told.countries)
    return told.elsewhere


def _untold(told: Office) -> bool:
    """Whether nothing tells of which country, place or institution an office is."""
    return not told.countries and told.elsewhere is None


def _is_one_of(name: Name, language: str, others: Iterable[str]) -> bool:
    """Whether a name is one of some others, however each of them is written."""
    return any(not unlicensed(name.text, language, [other]) for other in others)


def _held(sentence: str, language: str, question: str, wanted: Office) -> Iterator[tuple[Office, Name]]:
    """The offices like one wanted that a sentence names somebody for whom the question does not name, and whom."""
    name = wanted.name
    placed = PlacedWords.of(sentence)
    joined = " ".join(placed.folded)
    found = list(_OFFICES[name].finditer(joined))
    if not found:
        return
    belonging = Belonging(sentence, language, question, wanted.of, wanted.bodies)
    holders = belonging.persons
    begins, ends = {at: some for at, _, some in holders}, {end - 1: some for _, end, some in holders}
    for match in found:
        first = joined.count(" ", 0, match.start())
        last = first + match.group().count(" ") + 1
        low, high = max(0, first - _AROUND), min(len(placed.folded), last + _AROUND)
        after = next((at for at in range(last, min(len(placed.folded), last + _NAMED)) if at in begins), 0)
        before = next((at for at in range(first - 1, low - 1, -1) if at in ends or placed.folded[at] in _AND), -1)
        if not after and (before < 0 or placed.folded[before] in _AND):
            continue
        start = len(" ".join([*placed.folded[low:first], ""]))
        span = (start, start + len(match.group()))
        ahead, behind = _WHERE_IN.get(language, _WHERE)
        # What stands beyond the name of a holder tells of something else: "President Putin and the Korean leader".
        where = max(0, first - ahead, before + 1), min(last + behind, after or last + behind)
        told = _told(name, language, _part(sentence, placed, *where), " ".join(placed.folded[low:high]), span)
        elsewhere = (
            None if name in _OF_FIELDS else belonging.elsewhere(where[0], after or where[1], name, (first, last))
        )
        yield replace(told, elsewhere=elsewhere), begins[after] if after else ends[before]


def _part(sentence: str, placed: PlacedWords, first: int, end: int) -> str:
    """A sentence from the place of one word to that of another, as written."""
    return sentence[placed.starts[first] : placed.starts[end] if end < len(placed.starts) else len(sentence)]
