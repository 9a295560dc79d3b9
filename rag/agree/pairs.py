"""Two sentences side by side, word for word: what the search for differences reads."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import accumulate, pairwise

import numpy as np

from index.fold import fold, shared_start
from index.language_tables import ALL_SMALL_WORDS
from rag.numbers import Kind, Value, values
from rag.words import WordAligner

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_APOSTROPHE = re.compile("['’]")
_SPELLED = 0.8
"""How near two words are that are forms of one by their spelling, where their vectors do not know it."""
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


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements and how near their words are: `near` is float32 (words of one, words of other), in [0, 1]."""

    one: Statement
    other: Statement
    near: np.ndarray

    @classmethod
    def of(cls, one: Statement, other: Statement, aligner: WordAligner) -> Pair:
        """Align two statements."""
        mine, theirs = one.words(), other.words()
        near, _ = aligner.pairs([word.folded for word in mine], [word.folded for word in theirs])
        one_language = one.grammar == other.grammar
        # Between two languages only names are spelled alike.
        among = [place for place, word in enumerate(theirs) if one_language or word.capital]
        for row in np.flatnonzero(near.max(axis=1, initial=0.0) < _SPELLED).tolist():
            for column in among if one_language or mine[row].capital else ():
                if spelled_alike(mine[row], theirs[column], one_language):
                    near[row, column] = _SPELLED
        return cls(one, other, near)

    def turned(self) -> Pair:
        """The same two, the other first."""
        return Pair(self.other, self.one, self.near.T)

    def context(self, one: Sequence[int], other: Sequence[int]) -> float:
        """How near some words of the one are to some of the other: the mean of what either meets of the other."""
        if not one or not other:
            return 0.0
        return mutual(self.near[np.ix_(one, other)])


def mutual(near: np.ndarray) -> float:
    """How near some words are to some others, from how near each is to each: the mean of what either meets."""
    return float((near.max(axis=1).mean() + near.max(axis=0).mean()) / 2)


@lru_cache(maxsize=4096)
def _spelled(statement: Statement) -> tuple[str, tuple[int, ...]]:
    """The folded words of a sentence, a space after each, and where each begins in that."""
    some = [word.folded + " " for word in statement.words()]
    return "".join(some), tuple(accumulate(map(len, some), initial=0))


def matches(statement: Statement, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The places of the first and the last word of each match of a pattern over the folded words."""
    text, starts = _spelled(statement)
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


def spelled_alike(one: Word, other: Word, one_language: bool) -> bool:
    """Forms of one word in one language, or one name as two languages spell it."""
    if one.capital and other.capital:
        return alike(one.folded, other.folded)
    if not one_language or one.small or other.small:
        return False
    shared = shared_start(one.folded, other.folded)
    return shared >= 4 and shared >= _STEM * min(len(one.folded), len(other.folded))


@lru_cache(maxsize=32768)
def alike(one: str, other: str) -> bool:
    """Whether two folded words may be spellings of one name: Szijjarto and Sijarto, Donbas and Donbass."""
    one, other = sounds(one), sounds(other)
    if min(len(one), len(other)) > 3 and one[:4] == other[:4]:
        return True
    grams, others = ({word[at : at + 2] for at in range(len(word) - 1)} for word in (one, other))
    return 2 * len(grams & others) >= _SAME_SOUND * (len(grams) + len(others)) and bool(grams)


@lru_cache(maxsize=8192)
def sounds(word: str) -> str:
    """Roughly how a name sounds, so that the five languages' spellings of it come near."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return "".join(letter for letter, after in pairwise(word + " ") if letter != after)


_STEM = 0.6
_SAME_SOUND = 0.55
_SOUNDS = (
    *(("dzs", "j"), ("dj", "j"), ("gj", "j"), ("xh", "j"), ("ge", "je"), ("gi", "ji"), ("sz", "s"), ("cs", "c")),
    *(("zs", "z"), ("sh", "s"), ("ch", "k"), ("zh", "z"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("qu", "kv")),
    *(("q", "k"), ("w", "v"), ("x", "ks"), ("y", "i"), ("c", "k"), ("lj", "l"), ("gl", "l"), ("ny", "n")),
    *(("nj", "n"), ("gn", "n"), ("j", "i"), ("h", "")),
)
