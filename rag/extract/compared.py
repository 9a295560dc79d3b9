"""What kind of answer a question about differences compares, and which words of a sentence tell of its subject.

"Do the outlets agree on the number of passengers?" compares numbers, and of a sentence with four of them the one beside
the passengers. Long sentences of agencies tell of much else: how far two of them speak of the same thing is read from
the words around those that meet the subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from index.fold import fold
from rag.asked import Asked, asked
from rag.evidence import Sentence
from rag.evidence.beside import PlacedWords
from rag.extract.comparing_tables import NAME_NOUNS, NUMBER_NOUNS, TIME_NOUNS, WHEN
from rag.extract.marked import Marked, asked_for, marked, statement_of
from rag.names import names
from rag.numbers import compatible
from rag.numbers.values import SPAN_UNITS, TIMES, Kind, Value
from rag.records import Query
from rag.words import WordAligner

_WORD = re.compile(r"[^\W_]+")
_BEFORE, _AFTER = 3, 5
"""Words before and after a value among which stands what it counts or dates."""
_MILLION = 1e6
_AROUND = 4
"""Words on either side of one that meets the subject that tell of the subject too."""
SURE = 0.5
"""How near the subject a figure, time or name stands that is taken for the answer."""
_MEETS = 0.35
_WEIGHS = 0.08
"""A word of the subject that weighs less than this share of it leads to no words that tell of it."""

_OF_ONE_KIND = {Asked.MONEY: Kind.MONEY, Asked.SHARE: Kind.PERCENT, Asked.CLOCK: Kind.CLOCK}
_RARE = frozenset({*_OF_ONE_KIND, Asked.DURATION, Asked.SIZE})
_FIGURES = frozenset({*_RARE, Asked.AGE, Asked.NUMBER})


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence gives for an answer, as written, with its `value` if it is a figure or a time.

    `beside` in [0, 1] is how near the subject it stands; `start` is its offset. `only` says that it is the one sum,
    share or span of time of the sentence, which need not stand beside the subject to be what is asked for.
    """

    text: str
    beside: float
    value: Value | None = None
    start: int = 0
    marked: Marked | None = None
    only: bool = False

    def differs(self, other: Told) -> bool:
        """Whether two figures or times, or what was asked for by name, cannot both hold."""
        if self.marked and other.marked:
            return self.marked.differs(other.marked)
        if self.value is None or other.value is None:
            return False
        return not compatible([self.value], [other.value])

    def spelled_otherwise(self, other: Told) -> bool:
        """Whether the last words of two names are neither the same nor one the other with an ending."""
        if self.value is not None or other.value is not None or not (self.text and other.text):
            return False
        if self.marked and other.marked and self.marked.what != "office":
            return False
        one, two = sorted((fold(name.text).split()[-1] for name in (self, other)), key=len)
        return not two.startswith(one)

    def same(self, other: Told) -> bool:
        """Whether two figures or times of one kind may both hold, or what was asked for by name is the same."""
        if self.marked and other.marked:
            return self.marked.same(other.marked)
        one, two = self.value, other.value
        if one is None or two is None or self.differs(other):
            return False
        return (one.kind, one.unit) == (two.kind, two.unit) or {one.kind, two.kind} <= TIMES


NOTHING = Told("", 0.0)


def compared_kind(query: Query) -> Asked | None:
    """The kind of answer that is compared: a figure of some kind, a time or a name; None for any other."""
    return _kind(query.text, query.language, query.subject)


@lru_cache(maxsize=256)
def _kind(text: str, language: str, subject: str) -> Asked | None:
    kind = asked(text, language) or asked(subject, language)
    folded = fold(text)
    if kind in _FIGURES:
        return kind
    if kind is Asked.DAY or WHEN.search(folded) or WHEN.search(fold(subject)):
        return Asked.TIME
    nouns = ((NUMBER_NOUNS, Asked.NUMBER), (NAME_NOUNS, Asked.NAME), (TIME_NOUNS, Asked.TIME))
    return next((kind for table, kind in nouns if table.search(folded)), None)


def told(query: Query, sentence: Sentence, aligner: WordAligner) -> Told:
    """What a sentence gives for an answer of the kind that is compared: what of it is nearest the subject."""
    what, of = asked_for(query.text, query.language)
    if what and compared_kind(query) in {None, Asked.NAME}:
        found = marked(what, of, statement_of(sentence))
        return Told(found.text, 1.0, marked=found) if found else NOTHING
    kind = compared_kind(query)
    spans = _spans(query, sentence, kind)
    if not spans:
        return NOTHING
    words = PlacedWords.of(sentence.text)
    near = _near(query.subject, words, aligner)
    best = NOTHING
    only = len(spans) == 1 and kind in _RARE
    for start, end, value in spans:
        beside = float(near[words.around(start, end, _BEFORE, _AFTER)].max(initial=0.0))
        if beside > best.beside or only:
            best = Told(sentence.text[start:end], beside, value, start, only=only)
    return best


def _near(subject: str, words: PlacedWords, aligner: WordAligner) -> np.ndarray:
    """How near each word is to the nearest of the subject's, by their weight: float32 (words,), in [0, 1]."""
    alignment = aligner.align_words(subject, words.folded)
    # A figure beside a country or a person may count anything; one beside "passengers" counts them.
    weight = np.where(alignment.is_name, 0.0, alignment.weight)
    weight = weight / (weight.max(initial=0.0) or 1.0)
    return np.asarray((weight[:, None] * alignment.match).max(axis=0, initial=0.0))


def _spans(query: Query, sentence: Sentence, kind: Asked | None) -> list[tuple[int, int, Value | None]]:
    """The figures, times or names of a sentence that may be the answer, with their offsets."""
    if kind is Asked.NAME:
        return list(_names(sentence.text, sentence.language, query.text))
    if kind is None:
        return []
    found = with_bare_sums(sentence.values()) if kind is Asked.MONEY else sentence.values()
    return [(value.start, value.end, value) for value in found if _is_of(value, kind)]


def with_bare_sums(some: Sequence[Value]) -> Iterator[Value]:
    """The figures, with millions of no unit as money of the one unit: "790 million euros, of which 480 million"."""
    units = {value.unit for value in some if value.kind is Kind.MONEY}
    for value in some:
        is_sum = len(units) == 1 and value.kind is Kind.NUMBER and value.low >= _MILLION
        yield replace(value, kind=Kind.MONEY, unit=min(units)) if is_sum else value


def _is_of(value: Value, kind: Asked) -> bool:
    if kind in _OF_ONE_KIND:
        return value.kind is _OF_ONE_KIND[kind]
    if kind is Asked.DURATION:
        return value.kind is Kind.MEASURE and value.unit in SPAN_UNITS
    if kind is Asked.SIZE:
        return value.kind is Kind.MEASURE and value.unit not in SPAN_UNITS
    if kind is Asked.AGE:
        return value.kind is Kind.NUMBER or value.unit == "month"
    return (value.kind in TIMES) is (kind is Asked.TIME) and value.kind is not Kind.ORDINAL


def _names(text: str, language: str, question: str) -> Sequence[tuple[int, int, None]]:
    """Offsets of the names of a sentence that are of no place and not in the question."""
    known = {fold(word) for word in _WORD.findall(question)}
    found, at = [], 0
    for name in names(text, language):
        start = text.find(name.text, at)
        if start >= 0:
            at = start + len(name.text)
            if not name.places and any(word.folded not in known for word in name.words):
                found.append((start, at, None))
    return found


def shared_focus(
    query: Query, sentences: Sequence[Sentence], given: Sequence[Told], aligner: WordAligner
) -> np.ndarray:
    """How far each two sentences tell the same of the subject, by the words around what they give for an answer.

    Where a sentence gives nothing beside the subject, by those around the words that meet the subject.

    :return: float32 (len(sentences), len(sentences)), symmetric, in [0, 1].
    """
    texts = [sentence.text for sentence in sentences]
    parts = []
    for text, own in zip(texts, given, strict=True):
        words = PlacedWords.of(text)
        if own.beside >= SURE:
            places = words.around(own.start, own.start + len(own.text), _AFTER, _AFTER)
        else:
            places = _meeting(query.subject, words, aligner)
        parts.append(" ".join(words.folded[place] for place in places))
    covered = aligner.covered(parts, texts)
    return np.asarray(np.maximum(covered, covered.T))


def _meeting(subject: str, words: PlacedWords, aligner: WordAligner) -> list[int]:
    """Places of the words that meet those of the subject, and of the words around them."""
    alignment = aligner.align_words(subject, words.folded)
    kept: set[int] = set()
    for weight, match in zip(alignment.weight, alignment.match, strict=True):
        place = int(match.argmax()) if len(match) else -1
        if weight >= _WEIGHS and place >= 0 and match[place] >= _MEETS:
            kept.update(range(max(0, place - _AROUND), min(len(words.folded), place + _AROUND + 1)))
    return sorted(kept)
