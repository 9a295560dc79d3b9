"""What a sentence gives for the answer that is compared, and which of its words tell of the subject.

"Do the outlets agree on the number of passengers?" compares numbers, and of a sentence with four of them the one beside
the passengers. Long sentences of agencies tell of much else: how far two of them speak of the same thing is read from
the words around those that meet the subject.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from index.fold import fold
from rag.agree.fates import fates
from rag.agree.same_value import may_be_one
from rag.asked import Asked, is_counter
from rag.evidence import Sentence
from rag.evidence.beside import PlacedWords
from rag.extract.acts import Act, act
from rag.extract.compared_kinds import RARE, compared_kind, compared_values
from rag.extract.marked import Marked, asked_for, marked, statement_of
from rag.names import names
from rag.names.full import related, written_alike
from rag.numbers import same_time
from rag.numbers.values import TIMES, Value
from rag.records import Query
from rag.words import Alignment, WordAligner

_WORD = re.compile(r"[^\W_]+")
_BEFORE, _AFTER = 3, 5
"""Words before and after a value among which stands what it counts or dates."""
_AROUND = 4
"""Words on either side of one that meets the subject that tell of the subject too."""
SURE = 0.5
"""How near the subject a figure, time or name stands that is taken for the answer."""
_MEETS = 0.35
_WEIGHS = 0.08
"""A word of the subject that weighs less than this share of it leads to no words that tell of it."""
_FURTHER = 0.12
"""What each word between a name and one that meets the subject takes from it."""
_TIMES = 10.0
"""Two figures that are more than this many times apart are hardly of the same thing."""

Span = tuple[int, int]
"""Offsets in a sentence."""


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
    act: Act | None = None
    fates: frozenset[str] = frozenset()

    def differs(self, other: Told) -> bool:
        """Whether two figures or times, or what was asked for by name, cannot both hold."""
        if self.marked and other.marked:
            return self.marked.differs(other.marked)
        if self.act and other.act:
            return self.act.differs(other.act)
        if self.value is None or other.value is None:
            return False
        if self.fates and other.fates and self.fates.isdisjoint(other.fates):
            return False
        low, high = sorted((self.value.low, other.value.low))
        far = self.value.kind not in TIMES and high > _TIMES * max(low, 1.0)
        return not far and not may_be_one(self.value, other.value)

    def spelled_otherwise(self, other: Told) -> bool:
        """Whether two names share a word, and another is neither the same nor one the other with an ending."""
        if self.value is not None or other.value is not None or not (self.text and other.text):
            return False
        if self.act or other.act:
            return False
        if self.marked and other.marked and self.marked.what != "office":
            return False
        return related(self.words, other.words) and not written_alike(self.words, other.words)

    @property
    def is_name(self) -> bool:
        """Whether it is a name that stands near the subject, of whatever it is."""
        return bool(self.text) and self.value is None and self.marked is None and self.act is None

    @property
    def words(self) -> list[str]:
        """Its words, folded."""
        return _WORD.findall(fold(self.text))

    def same(self, other: Told) -> bool:
        """Whether two figures or times of one kind may both hold, or what was asked for by name is the same."""
        if self.marked and other.marked:
            return self.marked.same(other.marked)
        if self.act and other.act:
            return self.act.same(other.act)
        one, two = self.value, other.value
        if one is None and two is None:
            return min(len(self.words), len(other.words)) > 1 and written_alike(self.words, other.words)
        if one is None or two is None:
            return False
        if {one.kind, two.kind} <= TIMES:
            return same_time(one, two) is True  # "last week" may be in August, or not
        return (one.kind, one.unit) == (two.kind, two.unit) and may_be_one(one, two)


NOTHING = Told("", 0.0)


def told(query: Query, sentence: Sentence, aligner: WordAligner, *, acts: bool = True) -> Told:
    """What a sentence gives for an answer of the kind that is compared: what of it is nearest the subject.

    :param acts: where nothing else is compared, how far the act has come that is asked about.
    """
    what, of = asked_for(query.text, query.language, query.subject)
    if what and compared_kind(query) in {None, Asked.NAME}:
        found = marked(what, of, statement_of(sentence))
        return Told(found.text, 1.0, marked=found) if found else NOTHING
    kind = compared_kind(query)
    if kind is None:
        return _of_an_act(query, sentence, aligner) if acts else NOTHING
    values = compared_values(query, sentence)
    spans: list[tuple[int, int, Value | None]] = [(value.start, value.end, value) for value in values]
    if kind is Asked.NAME:
        spans = [*_names(sentence.text, sentence.language, query.text)]
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
            best = Told(sentence.text[start:end], beside, value, start, only=only)
    if best.value is None or kind is not Asked.NUMBER:
        return best
    return replace(best, fates=fates(statement_of(sentence), best.value))


def _of_an_act(query: Query, sentence: Sentence, aligner: WordAligner) -> Told:
    """How far the act has come that is asked about, in the words of a sentence."""
    found = act(query.subject, statement_of(sentence), aligner)
    return Told(sentence.text[found.start : found.end], found.near, start=found.start, act=found) if found else NOTHING


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


def shared_focus(
    query: Query, sentences: Sequence[Sentence], given: Sequence[Told], aligner: WordAligner
) -> np.ndarray:
    """How far each two sentences tell the same of the subject, by the words around what they give for an answer.

    Where a sentence gives nothing beside the subject, by those around the words that meet the subject.

    :return: float32 (len(sentences), len(sentences)), symmetric, in [0, 1].
    """
    texts = [sentence.text for sentence in sentences]
    spoken = [PlacedWords.of(text) for text in texts]
    parts = []
    for words, own, alignment in zip(
        spoken, given, aligner.align_words(query.subject, [words.folded for words in spoken]), strict=True
    ):
        if own.beside >= SURE:
            places = words.around(own.start, own.start + len(own.text), _AFTER, _AFTER)
        else:
            places = _meeting(alignment)
        parts.append(" ".join(words.folded[place] for place in places))
    covered = aligner.covered(parts, texts)
    return np.asarray(np.maximum(covered, covered.T))


def _meeting(alignment: Alignment) -> list[int]:
    """Places of the words of a text that meet those of the subject, and of the words around them.

    :param alignment: of the subject with each word of the text.
    """
    count = alignment.match.shape[1]
    kept: set[int] = set()
    for weight, match in zip(alignment.weight, alignment.match, strict=True):
        place = int(match.argmax()) if count else -1
        if weight >= _WEIGHS and place >= 0 and match[place] >= _MEETS:
            kept.update(range(max(0, place - _AROUND), min(count, place + _AROUND + 1)))
    return sorted(kept)
