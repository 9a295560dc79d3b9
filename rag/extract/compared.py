"""Which figure, time, name or act of a sentence is the answer that is compared: the one nearest the subject.

"Do the outlets agree on the number of passengers?" compares numbers, and of a sentence with four of them the one beside
the passengers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from index.fold import fold
from rag.agree.fates import fates
from rag.asked import Asked, is_counter
from rag.evidence import Sentence
from rag.evidence.beside import PlacedWords
from rag.extract.acts import act
from rag.extract.compared_kinds import RARE, compared_kind, compared_values
from rag.extract.given import NOTHING, Given
from rag.extract.marked import asked_for, marked, statement_of
from rag.names import names
from rag.numbers.values import Value
from rag.records import Query
from rag.words import WordAligner

_WORD = re.compile(r"[^\W_]+")
_BEFORE, _AFTER = 3, 5
"""Words before and after a value among which stands what it counts or dates."""
_FURTHER = 0.12
"""What each word between a name and one that meets the subject takes from it."""

Span = tuple[int, int]
"""Offsets in a sentence."""


def told(query: Query, sentence: Sentence, aligner: WordAligner, *, acts: bool = True) -> Given:
    """What a sentence gives for an answer of the kind that is compared: what of it is nearest the subject.

    :param acts: where nothing else is compared, how far the act has come that is asked about.
    """
    what, of = asked_for(query.text, query.language, query.subject)
    kind = compared_kind(query)
    if what and kind in {None, Asked.NAME}:
        found = marked(what, of, statement_of(sentence))
        return Given(found.text, 1.0, marked=found) if found else NOTHING
    if kind is None:
        return _of_an_act(query, sentence, aligner) if acts else NOTHING
    best = _nearest(query, sentence, kind, aligner)
    if best.value is None or kind is not Asked.NUMBER:
        return best
    return replace(best, fates=fates(statement_of(sentence), best.value))


def _nearest(query: Query, sentence: Sentence, kind: Asked, aligner: WordAligner) -> Given:
    """What of a kind stands nearest the subject in a sentence."""
    values = compared_values(query, sentence)
    spans: Sequence[tuple[int, int, Value | None]] = [(value.start, value.end, value) for value in values]
    if kind is Asked.NAME:
        spans = _names(sentence.text, sentence.language, query.text)
    if not spans:
        return NOTHING
    words = PlacedWords.of(sentence.text)
    near = _near(query.subject, words, aligner)
    # What stands beyond another figure is counted by that one: "214 passengers and 38 of the crew".
    others = [(value.start, value.end) for value in values]
    best = NOTHING
    only = len(spans) == 1 and kind in RARE
    for start, end, value in spans:
        around = _within(words, words.around(start, end, _BEFORE, _AFTER), (start, end), others)
        told_by = near[around]
        if kind is Asked.NAME:
            told_by = told_by * _by_distance(words, around, (start, end))
        beside = float(told_by.max(initial=0.0))
        if beside > best.beside or only:
            best = Given(sentence.text[start:end], beside, value, start, only=only)
    return best


def _of_an_act(query: Query, sentence: Sentence, aligner: WordAligner) -> Given:
    """How far the act has come that is asked about, in the words of a sentence."""
    found = act(query.subject, statement_of(sentence), aligner)
    return Given(sentence.text[found.start : found.end], found.near, start=found.start, act=found) if found else NOTHING


def _by_distance(words: PlacedWords, places: Sequence[int], own: Span) -> np.ndarray:
    """What words beside a name count: those next to it the most, for many a name stands near."""
    inside = [place for place, at in enumerate(words.starts) if own[0] <= at < own[1]]
    apart = [max(inside[0] - place, place - inside[-1]) for place in places]
    return np.array([1.0 - _FURTHER * (far - 1) for far in apart])


def _within(words: PlacedWords, places: Sequence[int], own: Span, others: Sequence[Span]) -> list[int]:
    """The places around a span without those beyond, or in, another span."""
    first = max((end for start, end in others if end <= own[0]), default=0)
    last = min((start for start, end in others if start >= own[1]), default=words.starts[-1] + 1)
    return [place for place in places if first <= words.starts[place] < last]


def _near(subject: str, words: PlacedWords, aligner: WordAligner) -> np.ndarray:
    """How near each word is to the nearest of the subject's, by their weight: float32 (words,), in [0, 1]."""
    [alignment] = aligner.align_words(subject, [words.folded])
    # A figure beside a country or a person may count anything; one beside "passengers" counts them.
    weight = np.where(alignment.is_name, 0.0, alignment.weight)
    weight = _without_counters(alignment.terms, weight)
    weight = weight / (weight.max(initial=0.0) or 1.0)
    return np.asarray((weight[:, None] * alignment.match).max(axis=0, initial=0.0))


def _without_counters(terms: tuple[str, ...], weight: np.ndarray) -> np.ndarray:
    """Without "people", who are all that is counted: in "people injured" it is the other word that tells who."""
    bare = _are_counters(terms)
    tells = weight[~bare].max(initial=0.0) > weight[bare].max(initial=0.0) / 2
    return np.where(bare, 0.0, weight) if tells else weight


@lru_cache(maxsize=256)
def _are_counters(terms: tuple[str, ...]) -> np.ndarray:
    return np.array([is_counter(fold(term)) for term in terms], dtype=bool)


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
