"""How far a sentence is from telling a sum, a share, a size, an age, an hour, a day or how long it lasted."""

from __future__ import annotations

from collections.abc import Iterable

from index.fold import fold
from index.patterns import lazy
from rag.asked import Asked, holds, units
from rag.evidence import Sentence
from rag.evidence.beside import PlacedWords
from rag.evidence.need import Need
from rag.evidence.office import offices_in
from rag.evidence.premise import named
from rag.numbers.values import SPAN_UNITS, Kind, Value

_PERHAPS = 0.5
"""How surely a bare number is a share, a length or an age: "six of eleven", "Ferrante, 54,"."""
_AGES = range(1, 121)
_AGE_BESIDE = (3, 4)
"""Words before and after an age among which stands whose it is."""
_NAMED = lazy(r"\b[^\W\d_a-zа-шђјљњћџ][^\W\d_]*(?:,| \()\s?$")
"""A word with a capital before a number in apposition."""
_CHANGE = lazy(
    r"\b(?:fall|fell|drop\w*|rise|rose|risen|grow|grew|decline\w*|plunge\w*|lose|lost|bie\w*|rene|u rrit\w*"
    r"|pao|pala|palo|opao|opal[ao]|porast\w*|skoci\w*|calat\w*|sces\w*|salit\w*|cresciut\w*|pers[oa]"
    r"|eset\w*|csokken\w*|emelked\w*)\b"
)
"""Verbs, folded, of what is measured in shares of what was before: "how far did the stock fall"."""
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


def figureless(sentence: Sentence, needed: Need, kind: Asked) -> float:
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
