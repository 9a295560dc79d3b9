"""A sentence with what is known of its article, read word by word: what the search for differences reads."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import accumulate

from index.fold import fold
from index.language_tables import ALL_SMALL_WORDS
from rag.numbers import Kind, Value, values

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_APOSTROPHE = re.compile("['’]")
_AND = re.compile(r",? (?:and|e|ed|dhe|i|и|és) |,? ")
_YEARS = re.compile(r"\b(?:years?|vjet|vite|godin|годин|ann[oi]|év)")
_HALF_A_YEAR = re.compile(r" (?:and a half|e gjysmë|i po|и по|e mezzo)\b")
_GRAMMAR = {"bs": "sr", "hr": "sr", "cnr": "sr", "sh": "sr"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written, folded, and where it stands; `open` where a comma, a dash or a quote stands before it."""

    text: str
    folded: str
    start: int
    end: int
    opens: bool

    @property
    def small(self) -> bool:
        """A word of grammar, not of content."""
        return self.folded in ALL_SMALL_WORDS or len(self.folded) < 2

    @property
    def capital(self) -> bool:
        """Written with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence and what is known of the article that makes it; `language` is an ISO 639-1 code."""

    text: str
    language: str
    published: date | None = None
    outlet: str = ""

    @property
    def grammar(self) -> str:
        """The language whose tables read it."""
        code = self.language.partition("-")[0]
        return _GRAMMAR.get(code, code)

    @property
    def key(self) -> tuple[str, str]:
        """Text and grammar: what a reading of it depends on."""
        return self.text, self.grammar

    def words(self) -> Sequence[Word]:
        """Its words, in order."""
        return _words(self.text)

    def values(self) -> Sequence[Value]:
        """The figures and dates it states."""
        return _values(self.text, self.language, self.published)

    def place(self, start: int) -> int | None:
        """Which word begins at an offset."""
        return next((place for place, word in enumerate(self.words()) if word.start == start), None)

    def part(self, first: int, last: int) -> str:
        """The text from one word to another, both included, as written."""
        found = self.words()
        return self.text[found[first].start : found[last].end]


@lru_cache(maxsize=4096)
def _values(text: str, language: str, published: date | None) -> tuple[Value, ...]:
    return tuple(_joined(text, values(text, language, published)))


def _joined(text: str, found: Sequence[Value]) -> Iterator[Value]:
    """The figures and dates, with "four years and six months" and "quattro anni e mezzo" as one."""
    held: Value | None = None
    for value in found:
        if held and _continues(held, value) and _AND.fullmatch(text[held.end : value.start]):
            low, high = held.low + value.low, held.high + value.high
            held = replace(held, low=low, high=high, end=value.end)
            continue
        if held:
            yield held
        held = _with_half(text, value)
    if held:
        yield held


def _with_half(text: str, value: Value) -> Value:
    """A number of years with the half that stands behind it."""
    half = _HALF_A_YEAR.match(text, value.end)
    if not half or value.unit != "month" or not _YEARS.search(text, value.start, value.end):
        return value
    return replace(value, low=value.low + 6, high=value.high + 6, end=half.end())


def _continues(one: Value, other: Value) -> bool:
    """Whether a measure may go on in a smaller one: years in months."""
    return one.kind is other.kind is Kind.MEASURE and one.unit == other.unit and other.high < one.low


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[Word, ...]:
    found: list[Word] = []
    end = 0
    for match in _WORD.finditer(text):
        between = text[end : match.start()]
        opens = not found or any(sign in between for sign in ',;:–—-"“”„«»()\n')
        start, end = match.span()
        # "l'accordo", "dell'Istruzione": the article is a word of its own, and the name behind it the one that counts.
        apostrophe = _APOSTROPHE.search(match.group())
        if apostrophe:
            cut = start + apostrophe.end()
            found.append(_word(text, start, cut - 1, opens))
            found.append(_word(text, cut, end, False))
        else:
            found.append(_word(text, start, end, opens))
    return tuple(found)


def _word(text: str, start: int, end: int, opens: bool) -> Word:
    return Word(text[start:end], fold(text[start:end]), start, end, opens)


@lru_cache(maxsize=4096)
def spelled(statement: Statement) -> tuple[str, tuple[int, ...]]:
    """The folded words of a sentence, a space after each, and where each begins in that."""
    some = [word.folded + " " for word in statement.words()]
    return "".join(some), tuple(accumulate(map(len, some), initial=0))


def matches(statement: Statement, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The places of the first and the last word of each match of a pattern over the folded words."""
    text, starts = spelled(statement)
    for match in pattern.finditer(text):
        yield bisect_right(starts, match.start()) - 1, bisect_right(starts, match.end() - 1) - 1


def around(statement: Statement, start: int, end: int, reach: int = 4) -> list[int]:
    """Places of the words of content next to a span, at most `reach` on either side; no figures."""
    found = statement.words()
    before = [p for p, w in enumerate(found) if w.end <= start and _tells(w)]
    after = [p for p, w in enumerate(found) if w.start >= end and _tells(w)]
    return before[-reach:] + after[:reach]


def around_by_distance(statement: Statement, start: int, end: int) -> list[tuple[int, int]]:
    """Places of all words of content outside a span, each with how many words it stands from it; no figures."""
    found = statement.words()
    inside = [place for place, word in enumerate(found) if word.start >= start and word.end <= end]
    if not inside:
        return []
    first, last = inside[0], inside[-1]
    return [
        (place, max(first - place, place - last))
        for place, word in enumerate(found)
        if not first <= place <= last and _tells(word)
    ]


def _tells(word: Word) -> bool:
    return not word.small and not word.folded.isdigit()
