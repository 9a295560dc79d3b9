"""Whether a sentence holds an answer of the kind that is asked for, beyond what the question says itself.

"How much did it cost?" is not answered by a sentence about the same purchase that names no sum; "how many workers?" not
by one that counts something else; "what is the ambassador's name?" not by one that names only the country.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from index.fold import fold
from index.language_tables import SMALL_WORDS
from rag.asked import Asked, asked, counted, heads, holds, is_about_the_answer, leaves_unsaid
from rag.confidence.premise import named, persons
from rag.extract.evidence import Sentence
from rag.names import licence
from rag.numbers.values import Kind, Value
from rag.records import Query
from rag.words import WordAligner

_WORD = re.compile(r"[^\W_]+")
_SMALL_WORDS = frozenset().union(*SMALL_WORDS.values())
_BEFORE, _AFTER = 2, 6
"""Words before and after a figure among which stands what it counts."""
_APPOSED = 5
_SAME_NOUN = 0.4
_NOUN_FIRST = frozenset({"sq", "it"})
"""Languages where an adjective mostly follows its noun, so that the first counted word is the noun."""
_COUNTS = frozenset({Kind.NUMBER, Kind.PERCENT, Kind.MEASURE})
_SPANS = frozenset({"s", "day", "month"})


@dataclass(frozen=True, slots=True)
class Need:
    """What an answer must hold: `kind`, and for a number the words, folded, for what is counted; for a name, of whom.

    `head` is the noun after "which", folded; "" where there is none, or it is one that the answer takes the place of.
    """

    query: Query
    kind: Asked | None
    of: tuple[str, ...]
    head: str


@lru_cache(maxsize=256)
def _need(text: str, language: str) -> tuple[Asked | None, tuple[str, ...], str]:
    kind = asked(text, language)
    own = {word.folded for name in named(text, language) for word in name.words}
    of: tuple[str, ...] = ()
    if kind is Asked.NUMBER:
        of = tuple(word for word in counted(text, language) if word not in own)
        of = of[:1] if language in _NOUN_FIRST else of[:2]
    elif kind is Asked.NAME:
        some = (word for word in _WORD.findall(fold(text)) if word not in own and word not in _SMALL_WORDS)
        # "The Moscow ambassador": whose name is asked for is told by what is no place.
        of = tuple(word for word in some if not is_about_the_answer(word) and not licence(word).places)[:3]
    # "Which Russian banks": the head is what is no name.
    nouns = (word for word in heads(text) if word not in own and not licence(word).places)
    head = next(nouns, "")
    return kind, of, "" if head in _SMALL_WORDS or is_about_the_answer(head) else head


def need(query: Query) -> Need:
    """What an answer to a question must hold."""
    kind, of, head = _need(query.text, query.language)
    # How articles write a name is told by sentences that hold the name, not by a name of a name.
    return Need(query, None, (), head) if query.subject and kind is Asked.NAME else Need(query, kind, of, head)


def lacking(sentence: Sentence, needed: Need, aligner: WordAligner) -> float:
    """How far a sentence is from holding an answer of the kind that is asked for, in [0, 1]; 0 where none is known."""
    kind = needed.kind
    if kind is None:
        return 0.0
    if kind is Asked.NUMBER:
        return _uncounted(sentence, needed, aligner)
    if kind is Asked.NAME:
        return _nameless(sentence, needed, aligner)
    if kind in {Asked.MONEY, Asked.DAY, Asked.DURATION}:
        return float(not any(_tells(value, kind) for value in sentence.values()))
    return float(not holds(sentence.text, kind))


def _tells(value: Value, kind: Asked) -> bool:
    if kind is Asked.MONEY:
        return value.kind is Kind.MONEY
    if kind is Asked.DURATION:
        return value.kind is Kind.MEASURE and value.unit in _SPANS
    day = value.kind in {Kind.DATE, Kind.DAY_OF_YEAR} and value.low == value.high
    return day or value.kind is Kind.WEEKDAY or (value.kind is Kind.RELATIVE and value.unit == "day")


def _uncounted(sentence: Sentence, needed: Need, aligner: WordAligner) -> float:
    """How far from any figure of the sentence the thing counted is; 0 where it says that the figure is not told."""
    if leaves_unsaid(sentence.text):
        return 0.0
    if not needed.of:
        return float(not holds(sentence.text, Asked.NUMBER))
    figures = [value for value in sentence.values() if value.kind in _COUNTS]
    if not figures:
        return 1.0
    starts, folded = _words(sentence.text)
    near = _near(needed.of, folded, aligner)
    return 1.0 - max((_beside(near, starts, figure) for figure in figures), default=0.0)


def _beside(near: np.ndarray, starts: Sequence[int], figure: Value) -> float:
    own = [place for place, start in enumerate(starts) if figure.start <= start < figure.end]
    if not own:
        return 0.0
    around = [*range(max(0, own[0] - _BEFORE), own[0]), *range(own[-1] + 1, min(len(starts), own[-1] + _AFTER))]
    return float(near[around].max(initial=0.0))


def _nameless(sentence: Sentence, needed: Need, aligner: WordAligner) -> float:
    """1 where no name that the question lacks stands beside the one whose name is asked for."""
    if not needed.of:
        return 0.0
    candidates = persons(sentence.text, sentence.language, needed.query.text)
    if not candidates:
        return 1.0
    starts, folded = _words(sentence.text)
    begins, ends = {name.words[0].folded for name in candidates}, {name.words[-1].folded for name in candidates}
    near = _near(needed.of, folded, aligner)
    for place in np.flatnonzero(near > _SAME_NOUN).tolist():
        if place + 1 < len(folded) and folded[place + 1] in begins:
            return 0.0
        for before in range(max(0, place - _APPOSED), place):
            apposed = "," in sentence.text[starts[before] : starts[place]]
            if folded[before] in ends and (apposed or (sentence.language == "hu" and place - before <= 2)):
                return 0.0
    return 1.0


def _words(text: str) -> tuple[list[int], list[str]]:
    found = list(_WORD.finditer(text))
    return [match.start() for match in found], [fold(match.group()) for match in found]


def _near(some: Iterable[str], words: Sequence[str], aligner: WordAligner) -> np.ndarray:
    """How near each word is to the nearest of some others, float32 (len(words),) in [0, 1]."""
    return np.asarray(aligner.align(" ".join(some), words).match.max(axis=0, initial=0.0))
