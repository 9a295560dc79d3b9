"""Which acts a text tells of, in any of the five languages: who resigned, was arrested, sold, sued or died.

The vectors of words put "resign" far from "dorëheqje" and "buy" next to "sell"; a table knows better. A word is known
by its beginning, as all five languages add endings; one that the table lacks tells of nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from index.fold import fold
from index.language_tables import SMALL_WORDS

_TABLE = Path(__file__).with_name("acts.txt")
_WORD = re.compile(r"[^\W_]+")
_KEY = 3
"""Letters by which the beginnings of words are sorted."""
_NEXT = 3
"""Words within which the second of two follows."""
_SHORT_ENDING, _ENDING, _ENDINGS = 2, 6, {"en": 5, "hu": 9}
"""The most letters behind a beginning: of one of three letters, of others, and in two languages."""
_PREVERBS = ("meg", "el", "ki", "be", "fel", "fol", "le", "vissza", "at", "ossze", "szet", "ra", "oda", "haza")
"""Hungarian: "megvásárol" buys as "vásárol" does."""
_WHOEVER = {
    "en": r"\w+[eo]rs?",
    "sq": r"\w+ues(?:i|it|in|e|et|ve|eve|ja|jen)?",
    "sr": r"\w+(?:telj?|ac|nik|nic|ilac)(?:a|e|i|u|om|ima|ica|ice|icu)?",
    "it": r"\w+t(?:ore|ori|rice|rici)",
    "hu": r"\w+[^b]o(?:k|ket|kat|knek|knak|val|vel|kkal|kkel|rol|tol|t|nak|nek|ja|je|jet|jat)?",
}
_SOMEBODY = {language: re.compile(pattern) for language, pattern in _WHOEVER.items()}
_OF_SOMEBODY = 5
"""The shortest word for whoever does something; all folded."""


@dataclass(frozen=True, slots=True)
class Told:
    """A word of a text, folded, and the acts that it tells of."""

    word: str
    acts: frozenset[str]

    def met_by(self, told: frozenset[str]) -> bool:
        """Whether a text that tells of some acts says if this one took place: by it, a case of it or its opposite."""
        return not told.isdisjoint(_settled_by(self.acts))


@dataclass(frozen=True, slots=True)
class _Beginning:
    """How a word begins, or is spelled as a whole."""

    letters: str
    whole: bool

    def begins(self, word: str, language: str) -> bool:
        if self.whole or len(self.letters) < _KEY:
            return word == self.letters
        most = _SHORT_ENDING if len(self.letters) == _KEY else _ENDINGS.get(language, _ENDING)
        return word.startswith(self.letters) and len(word) - len(self.letters) <= most


@dataclass(frozen=True, slots=True)
class _Entry:
    """What tells of an act: a word, and another that must follow, if any."""

    act: str
    first: _Beginning
    second: _Beginning | None


def knows(language: str) -> bool:
    """Whether there is a table for a language."""
    return language in _tables()[0]


@lru_cache(maxsize=8192)
def acts(text: str, language: str) -> frozenset[str]:
    """The acts that a text tells of."""
    return frozenset[str]().union(*(told.acts for told in words_of_acts(text, language)))


@lru_cache(maxsize=8192)
def words_of_acts(text: str, language: str) -> tuple[Told, ...]:
    """The words of a text that tell of acts, in order; not its names, nor its small words."""
    written = _WORD.findall(text)
    folded = _WORD.findall(fold(text))
    if len(folded) != len(written):  # a mark that is a letter of its own parts a word in two, till it is folded away
        folded = [fold(word) for word in written]
    small = SMALL_WORDS.get(language, frozenset())
    found = []
    for place, word in enumerate(folded):
        if word in small or (place and written[place][0].isupper()):
            continue
        behind = folded[place + 1 : place + 1 + _NEXT]
        told = frozenset(entry.act for entry in _entries(word, language) if _goes_on(entry, behind, language))
        if told:
            found.append(Told(word, told))
    return tuple(found)


@lru_cache(maxsize=1024)
def asked_acts(question: str, language: str) -> tuple[Told, ...]:
    """The words of a question that may be what it asks about: "investigators" are only who did it."""
    somebody = _SOMEBODY.get(language)
    return tuple(
        told
        for told in words_of_acts(question, language)
        if not (somebody and len(told.word) >= _OF_SOMEBODY and somebody.fullmatch(told.word))
    )


def _goes_on(entry: _Entry, behind: list[str], language: str) -> bool:
    return entry.second is None or any(entry.second.begins(word, language) for word in behind)


@lru_cache(maxsize=32768)
def _entries(word: str, language: str) -> tuple[_Entry, ...]:
    table = _tables()[0].get(language, {})
    stripped = (word.removeprefix(one) for one in _PREVERBS if language == "hu" and word.startswith(one))
    forms = dict.fromkeys((word, *(form for form in stripped if len(form) >= _KEY)))
    return tuple(entry for form in forms for entry in table.get(form[:_KEY], ()) if entry.first.begins(form, language))


@lru_cache(maxsize=1024)
def _settled_by(some: frozenset[str]) -> frozenset[str]:
    return some.union(*(_tables()[1].get(act, ()) for act in some))


@cache
def _tables() -> tuple[dict[str, dict[str, list[_Entry]]], dict[str, set[str]]]:
    """The entries of each language by the first letters of their first words; and what else settles each act."""
    entries: dict[str, dict[str, list[_Entry]]] = {}
    settled: dict[str, set[str]] = {}
    act = ""
    for line in fold(_TABLE.read_text(encoding="utf-8")).splitlines():
        if line.startswith("~"):
            for one, other in pairwise(line.split()[1:]):
                settled.setdefault(one, set()).add(other)
                settled.setdefault(other, set()).add(one)
        elif line.startswith(">"):
            _, one, *cases = line.split()
            settled.setdefault(one, set()).update(cases)
        elif line.startswith(" "):
            language, *written = line.split()
            for entry in _read(act, _conjugated(written, language)):
                entries.setdefault(language, {}).setdefault(entry.first.letters[:_KEY], []).append(entry)
        elif not line.startswith("#"):
            act = line.strip()
    return entries, settled


def _conjugated(written: list[str], language: str) -> list[str]:
    """Albanian: who "fillo" once "fillua-n" and has "fillua-r"; the others as they are written."""
    return written + [f"{one[:-1]}ua" for one in written if language == "sq" and one.endswith("o")]


def _read(act: str, written: Iterable[str]) -> Iterator[_Entry]:
    for one in written:
        first, _, second = one.partition("+")
        yield _Entry(act, _beginning(first), _beginning(second) if second else None)


def _beginning(written: str) -> _Beginning:
    return _Beginning(written.rstrip("="), written.endswith("="))
