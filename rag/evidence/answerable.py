"""Whether a sentence holds an answer of the kind that is asked for, beyond what the question says itself.

"How much did it cost?" is not answered by a sentence about the same purchase that names no sum; "how many workers?" not
by one that counts something else; "what is the ambassador's name?" not by one that names only the country.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from index.fold import fold
from index.language_tables import ALL_SMALL_WORDS
from rag.asked import (
    Asked,
    asked,
    counted,
    heads,
    holds,
    holds_perhaps,
    is_about_the_answer,
    is_counter,
    leaves_unsaid,
    names_a_sort,
    units,
)
from rag.evidence import Sentence
from rag.evidence.belonging import asked_words
from rag.evidence.beside import PlacedWords
from rag.evidence.offices import (
    Office,
    held_abroad,
    holder_asked,
    holders,
    office_alone,
    offices_in,
    unheld_office,
    with_towns,
)
from rag.evidence.premise import named, persons
from rag.names import licence
from rag.numbers.values import SPAN_UNITS, Kind, Value
from rag.records import Query
from rag.words import WordAligner

_WORD = re.compile(r"[^\W_]+")
_BEFORE, _AFTER = 2, 5
"""Words before and after a figure among which stands what it counts."""
_APPOSED = 5
_PERHAPS = 0.5
"""How surely a bare number is a share, a length or an age: "six of eleven", "Ferrante, 54,"."""
_UNMARKED = 0.9
"""How far a sentence is from a reason that has no word for one: "the ship sank on the reef, which no chart showed"."""
_SELDOM = 0.3
"""The same of what came before as the reason: "it turned after a storm warning"."""
_AGES = range(1, 121)
_AGE_BESIDE = (3, 4)
"""Words before and after an age among which stands whose it is."""
_ANOTHER = 0.8
"""How far a sentence is from telling how many, if it counts something else alone."""
_ELSEWHERE, _THEM, _STANDS_FOR = 0.3, 0.7, 0.4
"""What the noun counted is worth elsewhere in a sentence with a figure, or with one of "them"; and "them" alone."""
_SAME_NOUN = 0.4
_NOUN_FIRST = frozenset({"sq", "it"})
"""Languages where an adjective mostly follows its noun, so that the first counted word is the noun."""
_NAMED = re.compile(r"\b[^\W\d_a-zа-шђјљњћџ][^\W\d_]*(?:,| \()\s?$")
"""A word with a capital before a number in apposition."""
_CHANGE = re.compile(
    r"\b(?:fall|fell|drop\w*|rise|rose|risen|grow|grew|decline\w*|plunge\w*|lose|lost|bie\w*|rene|u rrit\w*"
    r"|pao|pala|palo|opao|opal[ao]|porast\w*|skoci\w*|calat\w*|sces\w*|salit\w*|cresciut\w*|pers[oa]"
    r"|eset\w*|csokken\w*|emelked\w*)\b"
)
"""Verbs, folded, of what is measured in shares of what was before: "how far did the stock fall"."""
_COUNTS = frozenset({Kind.NUMBER, Kind.PERCENT, Kind.MEASURE})
_TOLD_BY = {
    Asked.MONEY: Kind.MONEY,
    Asked.SHARE: Kind.PERCENT,
    Asked.SIZE: Kind.MEASURE,
    Asked.CLOCK: Kind.CLOCK,
}
_PERHAPS_BY = {
    Asked.MONEY: {Kind.PERCENT},
    Asked.SHARE: {Kind.NUMBER},
    Asked.SIZE: {Kind.NUMBER, Kind.MONEY, Kind.PERCENT},
}


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
    kind = asked(text, language)
    own = {word.folded for name in named(text, language) for word in name.words}
    of: tuple[str, ...] = ()
    if kind is Asked.NUMBER:
        of = tuple(word for word in counted(text, language) if word not in own)
        of = of[:1] if language in _NOUN_FIRST else of[:2]
    elif kind is Asked.NAME:
        some = (word for word in _WORD.findall(fold(text)) if word not in own and word not in ALL_SMALL_WORDS)
        # "The Moscow ambassador": whose name is asked for is told by what is no place.
        of = tuple(word for word in some if not is_about_the_answer(word) and not licence(word).places)[:3]
        of = of[:2] if language in _NOUN_FIRST else of
    # "Which Russian banks": the head is what is no name.
    nouns = (word for word in heads(text) if word not in own and not licence(word).places)
    head = next(nouns, "")
    # "A che ora": the hour is what the answer takes the place of.
    return (
        kind,
        of,
        ""
        if kind is Asked.CLOCK or head in ALL_SMALL_WORDS or is_about_the_answer(head) or names_a_sort(head)
        else head,
    )


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


def lacking(sentence: Sentence, needed: Need, aligner: WordAligner) -> float:
    """How far a sentence is from holding an answer of the kind that is asked for, 0 where none is known.

    In [0, 1], beyond where it names somebody known to be another than the one asked for.
    """
    kind = needed.kind
    if kind is None:
        return 0.0
    if kind in {Asked.NUMBER, Asked.SHARE} and leaves_unsaid(sentence.text):
        return 0.0
    if kind is Asked.NUMBER:
        return _uncounted(sentence, needed, aligner)
    if kind is Asked.NAME:
        return _nameless(sentence, needed, aligner)
    if kind in {Asked.REASON, Asked.TIME}:
        most = _UNMARKED if kind is Asked.REASON else 1.0
        return most * float(not holds(sentence.text, kind)) * (1.0 - _SELDOM * holds_perhaps(sentence.text, kind))
    return _figureless(sentence, needed, kind)


def _figureless(sentence: Sentence, needed: Need, kind: Asked) -> float:
    """How far a sentence is from telling a sum, a share, a size, an age, an hour, a day or how long."""
    text, query = sentence.text, needed.query
    if kind is Asked.AGE and needed.whose and not _speaks_of_one(text, needed.whose):
        return 1.0
    only = units(query.text) if kind is Asked.SIZE else frozenset()
    figures = [value for value in sentence.values() if value.kind is not Kind.MEASURE or not only or value.unit in only]
    if kind is Asked.SIZE and _CHANGE.search(fold(query.text)) and any(one.kind is Kind.PERCENT for one in figures):
        return 0.0
    of_somebody = kind is Asked.AGE and bool(named(query.text, query.language))
    told = (
        _tells(value, kind, text) * (_PERHAPS if of_somebody and not _is_beside_a_name(value, text) else 1.0)
        for value in figures
    )
    return 1.0 - max([*told, float(kind is Asked.CLOCK and _tells_an_hour(text))])


def _speaks_of_one(text: str, whose: Iterable[str]) -> bool:
    """Whether a sentence names one of some offices, or one of some persons by a folded word."""
    named_in = {*PlacedWords.of(text).folded, *offices_in(text)}
    return any(who in named_in for who in whose)


def _tells_an_hour(text: str) -> bool:
    """Whether a sentence has a word for an hour in small letters: "all'alba", but not the firm "Alba"."""
    words = PlacedWords.of(text)
    return any(
        text[start].islower() and holds(word, Asked.CLOCK)
        for word, start in zip(words.folded, words.starts, strict=True)
    )


def _tells(value: Value, kind: Asked, text: str) -> float:
    """How surely a figure or a date is an answer of a kind, in [0, 1]."""
    if kind in _TOLD_BY:
        return 1.0 if value.kind is _TOLD_BY[kind] else _PERHAPS * (value.kind in _PERHAPS_BY.get(kind, ()))
    if kind is Asked.AGE:
        return 1.0 if _is_apposed_age(value, text) else _is_age(value)
    if kind is Asked.DURATION:
        return float(value.kind is Kind.MEASURE and value.unit in SPAN_UNITS)
    return float(_is_day(value))


def _is_age(value: Value) -> float:
    if value.kind is Kind.NUMBER:
        return _PERHAPS * (value.low == value.high and value.low in _AGES)
    in_years = value.kind is Kind.MEASURE and value.unit == "month" and value.low % 12 == 0
    return float(in_years and value.low / 12 in _AGES)


def _is_apposed_age(value: Value, text: str) -> bool:
    """Whether a bare number stands as the age of whom the word before it names: "Ana Leka (38)", "Ferrante, 54,"."""
    apposed = _NAMED.search(text[: value.start]) and text[value.end : value.end + 1] in {")", ","}
    return bool(apposed) and value.kind is Kind.NUMBER and value.low == value.high and value.low in _AGES


def _is_beside_a_name(value: Value, text: str) -> bool:
    """Whether a figure stands where the age of somebody named does: "Ferrante, 54,", but not "in two years"."""
    words = PlacedWords.of(text)
    beside = words.around(value.start, value.end, *_AGE_BESIDE)
    return any(text[words.starts[place]].isupper() for place in beside)


def _is_day(value: Value) -> bool:
    day = value.kind in {Kind.DATE, Kind.DAY_OF_YEAR} and value.low == value.high
    return day or value.kind is Kind.WEEKDAY or (value.kind is Kind.RELATIVE and value.unit == "day")


def _uncounted(sentence: Sentence, needed: Need, aligner: WordAligner) -> float:
    """How far a sentence is from telling how many there are.

    1 without any figure, less with one, least where the thing counted stands beside it.
    """
    if not needed.of:
        told = any(value.kind in _COUNTS or value.kind is Kind.MONEY for value in sentence.values())
        return float(not (told or holds(sentence.text, Asked.NUMBER)))
    figures = [value for value in sentence.values() if value.kind in _COUNTS]
    if not figures:
        return 1.0
    words = PlacedWords.of(sentence.text)
    near = _near(needed.of, words.folded, aligner)
    places = [words.around(figure.start, figure.end, _BEFORE, _AFTER) for figure in figures]
    beside = max(float(near[some].max(initial=0.0)) for some in places)
    there, them = float(near.max(initial=0.0)), _counts_them(words, figures)
    if them and any(is_counter(word) for word in needed.of):  # "How many people?" – "nineteen persons"
        return 0.0
    return _ANOTHER * (1.0 - max(beside, (_THEM if them else _ELSEWHERE) * there, _STANDS_FOR * them))


def _counts_them(words: PlacedWords, figures: Sequence[Value]) -> bool:
    """Whether a figure counts whoever the sentence speaks of: "23 of them", "nëntëmbëdhjetë veta"."""
    ends = [bisect_left(words.starts, figure.end) for figure in figures]
    return any(is_counter(word) for place in ends for word in words.folded[place : place + 2])


def _nameless(sentence: Sentence, needed: Need, aligner: WordAligner) -> float:
    """1 where no name that the question lacks stands beside the one whose name is asked for."""
    if needed.office is not None:
        return unheld_office(sentence.text, sentence.language, needed.query.text, needed.office, needed.abroad)
    if not needed.of:
        return 0.0
    candidates = persons(sentence.text, sentence.language, needed.query.text)
    if not candidates:
        return 1.0
    begins, ends = {name.words[0].folded for name in candidates}, {name.words[-1].folded for name in candidates}
    folded = PlacedWords.of(sentence.text).folded
    near = _near(needed.of, folded, aligner)
    places = np.flatnonzero(near > _SAME_NOUN).tolist()
    named_so = (_is_named_behind(place, begins, sentence) or _is_named_ahead(place, ends, sentence) for place in places)
    return float(not any(named_so))


def _is_named_behind(place: int, begins: Collection[str], sentence: Sentence) -> bool:
    """Whether a name stands right behind a word, or in apposition to it."""
    words = PlacedWords.of(sentence.text)
    last = min(len(words.folded), place + 1 + _APPOSED)
    return any(
        words.folded[at] in begins
        and (at == place + 1 or _encloses(sentence.text[words.starts[place] : words.starts[at]]))
        for at in range(place + 1, last)
    )


def _is_named_ahead(place: int, ends: Collection[str], sentence: Sentence) -> bool:
    """Whether a word stands in apposition to a name ahead of it, or in Hungarian right behind one."""
    words = PlacedWords.of(sentence.text)
    return any(
        words.folded[at] in ends
        and (
            "," in sentence.text[words.starts[at] : words.starts[place]]
            or (sentence.language == "hu" and place - at <= _BEFORE)
        )
        for at in range(max(0, place - _APPOSED), place)
    )


def _encloses(between: str) -> bool:
    """Whether what stands between a noun and a name makes the name the noun's: "the guard, 61-year-old" before it."""
    _, comma, last = between.rpartition(",")
    return bool(comma) and between.count(",") == 1 and len(_WORD.findall(last)) <= _BEFORE


def _near(some: Iterable[str], words: Sequence[str], aligner: WordAligner) -> np.ndarray:
    """How near each word is to the nearest of some others, float32 (len(words),) in [0, 1]."""
    [alignment] = aligner.align_words(" ".join(some), [words])
    return np.asarray(alignment.match.max(axis=0, initial=0.0))
