"""What a question takes for true: whom and what it names, and which texts speak of them.

A question about a purchase that names a buyer whom no sentence about the purchase names is answered by none of them,
however near it comes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path

from index.fold import fold
from index.language_tables import ALL_SMALL_WORDS
from rag.asked.tables import QUESTION_WORDS
from rag.names import Name, is_adjective_of, licence, names, unlicensed
from rag.records import Query

_ZONES = Path(__file__).with_name("zones.txt")
_QUESTION_WORD = re.compile(QUESTION_WORDS)
_WORD = re.compile(r"[^\W_]+")
_ACRONYM, _SAME_LETTERS = 3, 0.75
"""The shortest acronym that may be another language's, and the share of its letters that the two have in common."""


@lru_cache(maxsize=1024)
def named(question: str, language: str) -> tuple[Name, ...]:
    """The names in a question; the question word that opens it is none, whatever it sounds like."""
    first = next(iter(_WORD.findall(fold(question))), "")
    opens = first in ALL_SMALL_WORDS or _QUESTION_WORD.fullmatch(first)
    return tuple(name for name in names(question, language) if not (opens and name.words[0].folded == first))


@lru_cache(maxsize=8192)
def unheld(question: str, language: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """The names of a question, as written, that none of some texts holds, in any language.

    A city stands for its country and a country for its cities: "Moscow" buys what "Russia" is said to buy.
    """
    asked = named(question, language)
    if not asked:
        return ()
    failed = set(unlicensed(question, language, texts))
    doubtful = [name for name in asked if name.text in failed]
    if not doubtful:
        return ()
    held = [licence(text) for text in texts]
    there = frozenset[str]().union(*(some.places for some in held))
    cuts = frozenset[str]().union(*(some.initials | some.acronyms for some in held))
    small = frozenset[str]().union(*(some.words for some in held))
    return tuple(
        name.text
        for name in doubtful
        if not (_kin(name.places) & there or _is_cut_elsewhere(name, cuts) or _is_in_an_adjective(name, small))
    )


def unheld_by(query: Query, *texts: str) -> tuple[str, ...]:
    """The names of a question that none of some texts holds."""
    return unheld(query.text, query.language, texts)


def _is_in_an_adjective(name: Name, words: Iterable[str]) -> bool:
    """Whether some folded words hold an adjective of a name of one word: "tarantino" for Taranto."""
    return len(name.words) == 1 and any(is_adjective_of(word, name.words[0].folded) for word in words)


def _is_cut_elsewhere(name: Name, cuts: Iterable[str]) -> bool:
    """Whether an acronym has the letters of another of some texts in another order, as OTAN and NATO, BCE and ECB."""
    if len(name.words) > 1 or not name.words[0].acronym or len(name.words[0].folded) < _ACRONYM:
        return False
    letters = Counter(name.words[0].folded)
    return any(
        letters.total() == len(cut) and (letters & Counter(cut)).total() >= _SAME_LETTERS * len(cut) for cut in cuts
    )


def _kin(places: Iterable[str]) -> frozenset[str]:
    """The countries of cities and the cities of countries."""
    return frozenset().union(*(_related().get(place, frozenset()) for place in places))


@cache
def _related() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _ZONES.read_text(encoding="utf-8").splitlines():
        country, _, cities = line.partition("\t")
        found[country] = frozenset(cities.split("|"))
        found.update(dict.fromkeys(found[country], frozenset({country})))
    return found


def persons(sentence: str, language: str, question: str) -> Sequence[Name]:
    """The names of a sentence that are of no place and not in the question, not even as who is from there."""
    strange = set(unlicensed(sentence, language, [question]))
    asked = licence(question).names
    return [
        name
        for name in names(sentence, language)
        if not name.places
        and name.text in strange
        and not (len(name.words) == 1 and any(is_adjective_of(name.words[0].folded, word) for word in asked))
    ]
