"""The sentences that may answer a question, and how surely each two of them answer it, alike or otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import log10
from typing import TYPE_CHECKING

import numpy as np

from rag.agree.pairs import mutual
from rag.agree.same_value import may_be_one, shared
from rag.agree.statement import around
from rag.evidence import Sentence, follows
from rag.evidence.features import features
from rag.evidence.odds import FEATURES, FITTED
from rag.extract.answer_odds import OfValues, OfWords
from rag.extract.compared import told
from rag.extract.focus import shared_focus
from rag.extract.given import Given
from rag.extract.marked import statement_of
from rag.numbers.values import TIMES, Value
from rag.numbers.values import Kind as Kinds
from rag.records import Citation, Query
from rag.words import WordAligner

if TYPE_CHECKING:
    from rag.extract import Draft

BEST = 3
"""Sentences of each article that are read: those that do most for the question."""
BESIDE = 0.3
"""How near the subject a figure or a time stands that is taken for what a sentence answers."""
_MOST_BELOW, _MOST_NEARER, _MOST_APART, _MOST_SHARED = 4.0, 3, 2.0, 3
_LEAST_FIGURE = 1e-3
_LARGE = 100
"""From which on a figure says by itself of what it is told."""
_UNNAMED = FEATURES.index("unnamed")
_VALUES, _WORDS = OfValues(), OfWords()


@dataclass(frozen=True, slots=True)
class Two:
    """A claim's sentence and one of another article, by their places; `values` where both give a figure or a time.

    `row` is as in `OfValues` for these, else as in `OfWords`.
    """

    here: int
    there: int
    values: tuple[Value, Value] | None
    row: tuple[float, ...]

    @property
    def differs(self) -> bool:
        """Whether they give figures or times that cannot both hold."""
        return self.values is not None and not may_be_one(*self.values)

    @property
    def chance(self) -> float:
        """How surely both answer the question, in [0, 1]."""
        return (_VALUES if self.values else _WORDS).chance(self.row)


class Answers:
    """The sentences that may answer a question, the best of each article, and what each gives for an answer.

    :param draft: the evidence for the question, before anybody checked the claims.
    """

    def __init__(self, query: Query, draft: Draft, aligner: WordAligner) -> None:
        self.query = replace(query, subject=query.subject or query.text)
        self._compares = bool(query.subject)
        self._draft = draft
        self._aligner = aligner
        self._places = list(_best(draft.evidence))
        self.sentences = [draft.evidence[place] for place in self._places]
        self._articles = [sentence.stored.article.id for sentence in self.sentences]
        self._own: dict[str, list[int]] = {}
        for place, article in enumerate(self._articles):
            self._own.setdefault(article, []).append(place)

    @cached_property
    def _rows(self) -> np.ndarray:
        """What each sentence does for the question; of the first ones of the evidence that is known."""
        evidence, known = self._draft.evidence, self._draft.rows
        before = {follows(sentence.hit.passage, sentence.row): sentence for sentence in evidence}
        more = [evidence[place] for place in self._places if place >= len(known)]
        return np.concatenate(
            [
                known[[place for place in self._places if place < len(known)]],
                features(self.query, more, self._draft.alignment, before, self._aligner),
            ]
        )

    @cached_property
    def odds(self) -> list[float]:
        """The log-odds that each sentence answers."""
        found: list[float] = FITTED.log_odds(self._rows).tolist()
        return found

    @cached_property
    def told(self) -> list[Given]:
        """What each sentence gives for an answer."""
        return [told(self.query, sentence, self._aligner, acts=self._compares) for sentence in self.sentences]

    @cached_property
    def _focus(self) -> np.ndarray:
        return shared_focus(self.query, self.sentences, self.told, self._aligner)

    @cached_property
    def _agreement(self) -> np.ndarray:
        return self._aligner.agreement([sentence.text for sentence in self.sentences])

    @cached_property
    def _nearer(self) -> np.ndarray:
        """How many sentences of the other's article agree more with a sentence than that other: int (here, there)."""
        nearer = np.zeros(self._agreement.shape, dtype=int)
        for own in self._own.values():
            near = self._agreement[:, own]
            nearer[:, own] = (near[:, None, :] > near[:, :, None]).sum(axis=2)
        return nearer

    @cached_property
    def _place_of(self) -> dict[tuple[str, int], int]:
        """By article and offset where each sentence stands."""
        cited = [sentence.citation() for sentence in self.sentences]
        return {(one.article_id, one.start): place for place, one in enumerate(cited)}

    def place(self, citation: Citation) -> int | None:
        """Where the sentence of a citation stands among these; None where it does not."""
        return self._place_of.get((citation.article_id, citation.start))

    def beside(self, here: int) -> Iterator[Two]:
        """A sentence with each of another article that may answer what it answers."""
        for there, article in enumerate(self._articles):
            if article != self._articles[here]:
                yield from self._two(here, there)

    def _two(self, here: int, there: int) -> Iterator[Two]:
        mine, theirs = self._value(here), self._value(there)
        below = min(_MOST_BELOW, max(self.odds) - self.odds[there])
        focus = float(self._focus[here, there])
        if mine is None and theirs is None and not self._compares:
            agreement = self._agreement[here, there]
            nearer = (float(min(_MOST_NEARER, self._nearer[pair])) for pair in ((here, there), (there, here)))
            both = float(min(_MOST_SHARED, shared(*(statement_of(self.sentences[place]) for place in (here, there)))))
            yield Two(here, there, None, (float(agreement), *nearer, focus, self.odds[there], below, both))
        elif mine and theirs and _is_of_one_kind(mine, theirs) and not self._gives_both(here, there, mine, theirs):
            own = self._own[self._articles[there]]
            row = (
                focus,
                self._context(here, there, mine, theirs),
                _apart(mine, theirs),
                float(self.odds[there] >= max(self.odds[place] for place in own)),
                below,
                float(self._rows[there, _UNNAMED]),
                float(mine.kind in TIMES),
                min(self.told[here].beside, self.told[there].beside),
            )
            yield Two(here, there, (mine, theirs), row)

    def _value(self, place: int) -> Value | None:
        own = self.told[place]
        return own.value if own.only or own.beside >= BESIDE else None

    def _gives_both(self, here: int, there: int, mine: Value, theirs: Value) -> bool:
        """Whether either holds the other's figure too: "74 and 81 euros", or an article that tells both of two things.

        A small one may stand anywhere in an article, of anything.
        """
        if may_be_one(mine, theirs):
            return False
        return self._holds(there, mine) or self._holds(here, theirs)

    def _holds(self, place: int, value: Value) -> bool:
        """Whether a sentence, or its article where the figure is large, gives a figure or a time."""
        large = value.kind not in TIMES and value.low >= _LARGE
        sentences = self._of_article[self._articles[place]] if large else [self.sentences[place]]
        return any(
            _is_of_one_kind(value, other) and may_be_one(value, other)
            for sentence in sentences
            for other in sentence.values()
        )

    @cached_property
    def _of_article(self) -> dict[str, list[Sentence]]:
        """All sentences of the evidence, by their article."""
        found: dict[str, list[Sentence]] = {}
        for sentence in self._draft.evidence:
            found.setdefault(sentence.stored.article.id, []).append(sentence)
        return found

    def _context(self, here: int, there: int, mine: Value, theirs: Value) -> float:
        """How near the words next to the one value are to those next to the other, in [0, 1]."""
        beside = [
            [statement.words()[place].folded for place in around(statement, value.start, value.end)]
            for statement, value in (
                (statement_of(self.sentences[here]), mine),
                (statement_of(self.sentences[there]), theirs),
            )
        ]
        if not all(beside):
            return 0.0
        return mutual(self._aligner.pairs(*beside)[0])


def _best(sentences: Sequence[Sentence]) -> Iterator[int]:
    """The places of the first sentences of each article."""
    count: Counter[str] = Counter()
    for place, sentence in enumerate(sentences):
        article = sentence.stored.article.id
        count[article] += 1
        if count[article] <= BEST:
            yield place


def _is_of_one_kind(one: Value, other: Value) -> bool:
    """Whether two figures or times can be compared: "last week" and "in August" can not."""
    kinds = {one.kind, other.kind}
    if kinds <= TIMES:
        return Kinds.RELATIVE not in kinds or len(kinds) == 1
    return (one.kind, one.unit) == (other.kind, other.unit)


def _apart(one: Value, other: Value) -> float:
    """The powers of ten between two figures; 0 between times and where both may hold."""
    if one.kind in TIMES or may_be_one(one, other):
        return 0.0
    return min(_MOST_APART, abs(log10(max(one.low, _LEAST_FIGURE) / max(other.low, _LEAST_FIGURE))))
