"""Which words of a text are written as names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.language_tables import SMALL_WORDS
from rag.names.places import Mention, ends_in_english
from rag.names.tables import NOT_NAMES
from rag.names.written import LONGEST, Word, mentions_of, words_of
from rag.numbers.tokens import lexicon

_ROMAN = re.compile("[IVXLC]+")
_HEADLINE = 5
"""Words; fewer that all have capitals are names, not a headline. Of a question `rag.casing` tells more."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written: its words and, if it is known as one, the place it names."""

    text: str
    words: tuple[Word, ...]
    places: frozenset[str] = frozenset()


@lru_cache(maxsize=1024)
def names(text: str, language: str) -> tuple[Name, ...]:
    """What is written as a name: places, acronyms, and words with a capital letter that does not open a sentence.

    A first word alone is one only if it is known as a place: every other first word is written so too.
    """
    words = words_of(text)
    small = SMALL_WORDS.get(language.partition("-")[0], frozenset())
    headline = _is_headline(words, small)
    found: list[tuple[int, Name]] = []
    taken = [False] * len(words)
    for mention in sorted(mentions_of(words), key=lambda some: some.start - some.end):
        span = range(mention.start, mention.end)
        if any(taken[at] for at in span) or not _counts(words, mention, small, language):
            continue
        for at in span:
            taken[at] = True
        some = tuple(words[at] for at in span)
        found.append((mention.start, Name(" ".join(word.text for word in some), some, mention.places)))
    unit: list[int] = []
    for at in range(len(words) + 1):
        goes_on = at < len(words) and not taken[at] and _is_name(words, at, language, headline, small)
        if goes_on and words[at].opens and not words[at].acronym:
            # "President Putin", but "Today Russia": the first word may be of the name that follows it.
            goes_on = at + 1 < len(words) and words[at + 1].joined and not taken[at + 1]
            goes_on = goes_on and _is_name(words, at + 1, language, headline, small)
        if unit and not (goes_on and words[at].joined):
            some = tuple(words[place] for place in unit)
            found.append((unit[0], Name(" ".join(word.text for word in some), some)))
            unit = []
        if goes_on:
            unit.append(at)
    return tuple(name for _, name in sorted(found, key=lambda item: item[0]))


def _is_headline(words: Sequence[Word], small: frozenset[str]) -> bool:
    """Whether capitals mark no names: at least five words, most with one, and none without but small words."""
    return (
        len(words) >= _HEADLINE
        and 2 * sum(word.capital for word in words) > len(words)  # not so in "What did Kim say about Ukraine?"
        and all(word.capital or len(word.folded) < 3 or word.folded in small for word in words)
    )


def _counts(words: Sequence[Word], mention: Mention, small: frozenset[str], language: str) -> bool:
    """Whether a place is written as a name; a lone first word must be sure to be one."""
    first = words[mention.start]
    if not any(words[at].capital for at in range(mention.start, mention.end)):
        return False
    if language == "en" and mention.end - mention.start == 1 and not ends_in_english(first.folded):
        return False  # "Syriana" is a people in Italian alone
    if mention.end - mention.start > 1 or not first.opens or first.acronym:
        return True
    return (
        len(first.folded) > 3
        and first.folded not in small
        and not all(place.startswith("/") for place in mention.places)
    )


def _is_name(words: Sequence[Word], at: int, language: str, headline: bool, small: frozenset[str]) -> bool:
    word = words[at]
    if not word.capital or len(word.folded) < 2 or word.folded in NOT_NAMES or _is_time(word.folded, language):
        return False
    if word.acronym and not headline and not _ROMAN.fullmatch(word.text):
        return not (word.opens and word.folded in small)
    if headline or len(word.text) > LONGEST or _ROMAN.fullmatch(word.text):
        return False
    return word.folded not in small


def _is_time(word: str, language: str) -> bool:
    roles = lexicon(language.partition("-")[0])[0].get(word, {})
    return "month" in roles or "weekday" in roles
