"""Of which town or institution an office is: "the director of the Durrës museum" directs no museum of Taranto.

What stands right beside the office tells it, in the form of a name or of an adjective made of one: "di Taranto",
"Debrecen polgármestere", "del museo tarantino". Countries are told apart by their codes, in `rag.evidence.office`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from index.patterns import lazy
from rag.evidence.beside import PlacedWords
from rag.evidence.office_tables import BODIES, OF_WHOM, OFFICES
from rag.names import Name, concepts, is_adjective_of, licence, names, unlicensed
from rag.names.sounds import alike, form_of
from rag.names.tables import TITLES
from rag.names.written import Word, words_of

_LONG_WORD = 5
"""Letters of an adjective of a town, at least."""
_FULL_NAME = 2
_PATTERNS = tuple(lazy(rf"(?:{pattern})") for pattern in OFFICES.values())
_TOWNS_ALONE = frozenset({"mayor"})
"""Offices of a town, whatever else a sentence names."""

Placed = tuple[int, int, Name]
"""A name, with the place of its first word and that behind its last."""


class Belonging:
    """The names of a sentence that may be of persons, and those that tell of what an office is.

    :param asked: the folded words that tell of what the office is whose holder a question asks for.
    :param bodies: the sorts of institution that the question names, as `bodies` tells.
    """

    def __init__(
        self, sentence: str, language: str, question: str, asked: tuple[str, ...], bodies: frozenset[str]
    ) -> None:
        self._words = PlacedWords.of(sentence)
        self._capital = [sentence[start].isupper() for start in self._words.starts]
        self._asked = asked
        self._bodies = bodies
        self._language = language
        strange = set(unlicensed(sentence, language, [question]))
        found = list(_placed(sentence, language, self._words.folded))
        self.persons: list[Placed] = []
        self._others: list[Placed] = []
        for start, end, name in found:
            if name.text not in strange or name.places or self._is_of(start):
                if name.text in strange:
                    self._others.append((start, end, name))
                continue
            self.persons.append(self._person(start, end, name))

    def elsewhere(self, first: int, end: int, office: str, at: int) -> bool | None:
        """Whether what stands between two places tells that an office at a third is another's than the one asked for.

        None where it does not tell, or the question names neither town nor institution.
        """
        end = min(end, len(self._capital))
        told_bodies = bodies(self._words.folded[first:end])
        if self._bodies and told_bodies and self._bodies.isdisjoint(told_bodies):
            return True
        if not self._asked:
            return None
        if self._speaks_of_it(range(first, end)):
            return False
        told = any(first <= start < end and _may_be_of(name) for start, _, name in self._others)
        if not (told or self._opens_with_a_town(first, at)) or (
            office not in _TOWNS_ALONE and self._speaks_of_it(range(len(self._words.folded)))
        ):
            return None
        return True

    def _speaks_of_it(self, places: range) -> bool:
        """Whether a word at some places is one that the question names, or made of it."""
        return any(
            self._words.folded[place] == word
            or (self._capital[place] and alike(self._words.folded[place], word))
            or form_of(word, self._words.folded[place])
            or is_adjective_of(self._words.folded[place], word)
            for place in places
            for word in self._asked
        )

    def _is_of(self, start: int) -> bool:
        """Whether a name stands behind a word that makes it the one that something is of, or where something is."""
        return start > 0 and self._words.folded[start - 1] in OF_WHOM.get(self._language, ())

    def _opens_with_a_town(self, first: int, office: int) -> bool:
        """Whether a sentence opens with what the office behind it is of: "Debrecen polgármestere", "Lecce's mayor"."""
        folded = self._words.folded
        if first or not self._capital[0] or len(folded[0]) <= _FULL_NAME:
            return False
        if self._language == "hu":
            return office == 1 and folded[1][-1:] in {"a", "e"}
        return self._language == "en" and office == _FULL_NAME and folded[1] == "s"

    def _person(self, start: int, end: int, name: Name) -> Placed:
        """The name without titles and offices; in Serbian without the town before it: "Užica Marko Ilić"."""
        bare = [word for word in name.words if not concepts(word.folded) & TITLES] or [name.words[-1]]
        while len(bare) > 1 and _is_office(bare[0].folded):
            del bare[0]
        if self._language.startswith("sr") and len(bare) > _FULL_NAME:
            town, bare = bare[:-_FULL_NAME], bare[-_FULL_NAME:]
            place = start + name.words.index(town[0])
            self._others.append((place, place + len(town), _name(town)))
        return start + name.words.index(bare[0]), end, _name(bare)


def _name(words: Sequence[Word]) -> Name:
    return Name(" ".join(word.text for word in words), tuple(words))


def bodies(words: Iterable[str]) -> frozenset[str]:
    """The sorts of institution that some folded words name: a museum, the police; not by the word for an office."""
    return frozenset().union(*(concepts(word) & BODIES for word in words if not _is_office(word)))


@lru_cache(maxsize=1024)
def asked_words(question: str) -> tuple[str, ...]:
    """The folded words of a question that name a town or an institution: capitals, but no country and no office."""
    return tuple(
        word.folded
        for word in words_of(question)
        if word.capital
        and not word.opens
        and len(word.folded) > _FULL_NAME
        and not concepts(word.folded)
        and not any(len(place) == 2 for place in licence(word.text).places)  # the code of a country
        and not _is_office(word.folded)
    )


@lru_cache(maxsize=256)
def towns_in_small_letters(question: str, sentences: tuple[str, ...]) -> tuple[str, ...]:
    """The folded names of which a question has an adjective, as some sentences write them: Taranto of "tarantói"."""
    small = {word.folded for word in words_of(question) if not word.capital and len(word.folded) > _LONG_WORD}
    if not small:
        return ()
    named = {word.folded for text in sentences for word in words_of(text) if word.capital and not word.opens}
    return tuple(
        sorted(
            name
            for name in named - small
            if not concepts(name)
            and not _is_office(name)
            and any(form_of(name, word) or is_adjective_of(word, name) for word in small)
        )
    )


@lru_cache(maxsize=50_000)
def _is_office(word: str) -> bool:
    return any(pattern.match(word) for pattern in _PATTERNS)


def _may_be_of(name: Name) -> bool:
    """Whether an office may be of what a name names, told in one way alone: no country, acronym or "National Bank"."""
    if any(len(place) == 2 for place in name.places):
        return False
    return not any(word.acronym or concepts(word.folded) for word in name.words)


def _placed(sentence: str, language: str, folded: Sequence[str]) -> Iterator[Placed]:
    """The names of a sentence by the places of their words."""
    at = 0
    for name in names(sentence, language):
        own = [part for word in name.words for part in PlacedWords.of(word.text).folded]
        start = next((place for place in range(at, len(folded)) if list(folded[place : place + len(own)]) == own), None)
        if start is not None:
            at = start + len(own)
            yield start, at, name
