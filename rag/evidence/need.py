"""What an answer to a question must hold: a figure or a name of some kind, and of what or of whom.

"How much did it cost?" is not answered by a sentence about the same purchase that names no sum; "how many workers?" not
by one that counts something else; "what is the ambassador's name?" not by one that names only the country.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from index.fold import fold
from index.language_tables import ALL_SMALL_WORDS
from rag.asked import Asked, asked, counted, heads, is_about_the_answer, names_a_sort
from rag.evidence import Sentence
from rag.evidence.belonging import asked_words
from rag.evidence.holder_asked import holder_asked, office_alone, with_towns
from rag.evidence.holders import held_abroad, holders
from rag.evidence.office import Office, offices_in
from rag.evidence.premise import named
from rag.names import licence
from rag.records import Query

_WORD = re.compile(r"[^\W_]+")
_NOUN_FIRST = frozenset({"sq", "it"})
"""Languages where an adjective mostly follows its noun, so that the first counted word is the noun."""


@dataclass(frozen=True, slots=True)
class Need:
    """What an answer must hold: `kind`, and for a number the words, folded, for what is counted; for a name, of whom.

    `head` is the noun after "which", folded; "" where there is none, or it is one that the answer takes the place of.
    `office` is the one whose holder's name is asked for, if it is known; `abroad` those known to hold it elsewhere.
    `whose` are the offices by which an age is asked for, with the folded last names of who is told to hold them.
    """

    query: Query
    kind: Asked | None
    of: tuple[str, ...]
    head: str
    office: Office | None = None
    abroad: frozenset[str] = frozenset()
    whose: frozenset[str] = frozenset()


@lru_cache(maxsize=256)
def _need(text: str, language: str) -> tuple[Asked | None, tuple[str, ...], str]:
    """The kind of an answer, of what a number or a name is asked for, and the noun after "which": see `Need`."""
    kind = asked(text, language)
    names = {word.folded for name in named(text, language) for word in name.words}
    of: tuple[str, ...] = ()
    if kind is Asked.NUMBER:
        of = _of_number(text, language, names)
    elif kind is Asked.NAME:
        of = _of_name(text, language, names)
    # "A che ora": the hour is what the answer takes the place of.
    return kind, of, "" if kind is Asked.CLOCK else _head(text, names)


def _of_number(text: str, language: str, names: Collection[str]) -> tuple[str, ...]:
    of = tuple(word for word in counted(text, language) if word not in names)
    return of[:1] if language in _NOUN_FIRST else of[:2]


def _of_name(text: str, language: str, names: Collection[str]) -> tuple[str, ...]:
    """ "The Moscow ambassador": whose name is asked for is told by what is no place."""
    some = (word for word in _WORD.findall(fold(text)) if word not in names and word not in ALL_SMALL_WORDS)
    of = tuple(word for word in some if not is_about_the_answer(word) and not licence(word).places)
    return of[:2] if language in _NOUN_FIRST else of[:3]


def _head(text: str, names: Collection[str]) -> str:
    """ "Which Russian banks": the head is what is no name; "" where the answer takes its place."""
    head = next((word for word in heads(text) if word not in names and not licence(word).places), "")
    stands_for_it = head in ALL_SMALL_WORDS or is_about_the_answer(head) or names_a_sort(head)
    return "" if stands_for_it else head


def need(query: Query, sentences: Iterable[Sentence] = ()) -> Need:
    """What an answer to a question must hold.

    :param sentences: what was found for it, which may tell who is not meant.
    """
    kind, of, head = _need(query.text, query.language)
    # How articles write a name is told by sentences that hold the name, not by a name of a name.
    if query.subject and kind is Asked.NAME:
        return Need(query, None, (), head)
    held = holder_asked(query.text, query.language) if kind in {None, Asked.NAME} and not query.subject else None
    held = held or _office_alone(query)
    told = [(sentence.text, sentence.language) for sentence in sentences] if held else []
    held = with_towns(held, f"{query.text} {query.carried}", (text for text, _ in told)) if held else None
    abroad = held_abroad(told, query.text, held) if held else frozenset[str]()
    whose = _whose_age(query, sentences) if kind is Asked.AGE else frozenset[str]()
    return Need(query, Asked.NAME if held else kind, of, head, held, abroad, whose)


def _whose_age(query: Query, sentences: Iterable[Sentence]) -> frozenset[str]:
    """The offices in a question that names nobody, and who holds them."""
    if named(query.text, query.language):
        return frozenset()
    some = offices_in(query.text)
    told = [(sentence.text, sentence.language) for sentence in sentences] if some else []
    return frozenset(some).union(*(holders(told, query.text, name) for name in some))


def _office_alone(query: Query) -> Office | None:
    """The office of "And the mayor?", with the town of the question before."""
    alone = office_alone(query.asked if query.carried else query.text, query.language)
    # Behind a small word, as the first word of a text may be no name.
    return replace(alone, of=asked_words(f"a {query.carried}")) if alone else None
