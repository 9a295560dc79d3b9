"""The sentences that may answer a question, and which of them say the same or say otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from index.records import Passage, Span, StoredPassage
from rag.numbers import Value, compatible, values
from rag.orders import commands_a_machine
from rag.records import Citation, Dropped, Hit
from rag.words import WordAligner, words

MIN_WORDS = 4
"""A shorter "sentence" is a heading, a byline or a fragment, not a statement."""
COPIED_COSINE = 0.97
_BULLET = re.compile(r"(?:[-–—•*▪◦·]\s+)+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that may answer: where it stands, and how well it answers.

    `place` is its column in the alignment. `coverage` is the share of the question that its words meet; `unmet` the
    weight of the one word it fails most; `strange` how far the one name of the question that its passage fails most is
    from any word of the passage, from 0 (or no name) to 1.
    """

    hit: Hit
    row: int
    place: int
    text: str
    cosine: float
    coverage: float
    unmet: float
    strange: float
    score: float

    @property
    def stored(self) -> StoredPassage:
        """The passage it stands in."""
        return self.hit.stored

    @property
    def language(self) -> str:
        """The language of its article."""
        return self.stored.article.language

    def values(self) -> Sequence[Value]:
        """The figures and dates it states."""
        return _values(self.text, self.language, self.stored.article.published)

    def citation(self) -> Citation:
        """Cite it word for word."""
        return Citation.of(self.stored, stated(self.stored.passage, self.row))

    def copies(self) -> Iterator[Citation]:
        """Cite the same sentence in the near-copies of its passage, where they have it."""
        vector = self.stored.sentence_vectors[self.row]
        for copy in self.hit.copies:
            cosines = copy.sentence_vectors @ vector
            if len(cosines) and cosines.max() >= COPIED_COSINE:
                citation = Citation.of(copy, stated(copy.passage, int(cosines.argmax())))
                if compatible(self.values(), _values(citation.quote, citation.language, citation.published)):
                    yield citation


@lru_cache(maxsize=8192)
def _values(text: str, language: str, published: date | None) -> tuple[Value, ...]:
    return tuple(values(text, language, published))


class Comparison:
    """Some sentences compared with each other, by their words' meanings and by their figures and dates.

    :param same: the agreement from which two sentences speak of the same thing.
    """

    def __init__(self, sentences: Sequence[Sentence], aligner: WordAligner, same: float) -> None:
        self._sentences = sentences
        self._agreement = aligner.agreement([sentence.text for sentence in sentences])
        self._same = same

    def agreement(self, one: int, other: int) -> float:
        """How far two sentences, by place, say the same, in [0, 1]."""
        return float(self._agreement[one, other])

    def same(self, one: int, other: int, share: float = 0.0) -> bool:
        """Whether two sentences, by place, say the same; from an agreement of `share` where it is given."""
        return bool(self._agreement[one, other] >= (share or self._same)) and self._compatible(one, other)

    def differ(self, one: int, other: int) -> bool:
        """Whether two sentences of different articles speak of the same thing and state other figures or dates."""
        articles = {self._sentences[place].stored.article.id for place in (one, other)}
        alike = bool(self._agreement[one, other] >= self._same)
        return len(articles) > 1 and alike and not self._compatible(one, other)

    def groups(self) -> list[list[int]]:
        """Places of the sentences that say the same; groups and their members in the order of the sentences."""
        groups: list[list[int]] = []
        for place in range(len(self._sentences)):
            alike = next((group for group in groups if self.same(place, group[0])), None)
            if alike is None:
                groups.append([place])
            else:
                alike.append(place)
        return groups

    def _compatible(self, one: int, other: int) -> bool:
        return compatible(self._sentences[one].values(), self._sentences[other].values())


def statements(hits: Sequence[Hit]) -> Iterator[tuple[Hit, int, str]]:
    """The sentences that state something to a reader, each once: hit, place in its passage, text."""
    for hit, row, text in _sentences(hits):
        if is_statement(text) and not commands_a_machine(text):
            yield hit, row, text


def dropped(hits: Sequence[Hit]) -> Iterator[Dropped]:
    """The sentences that must not be used, and why."""
    for _, _, text in _sentences(hits):
        if commands_a_machine(text):
            yield Dropped(text, "it commands a machine in place of telling a reader something")


def _sentences(hits: Sequence[Hit]) -> Iterator[tuple[Hit, int, str]]:
    """Every sentence of the hits with its place in its passage, each once."""
    seen = set()
    for hit in hits:
        for row, span in enumerate(hit.passage.sentences):
            if (hit.article.id, span) not in seen:
                seen.add((hit.article.id, span))
                yield hit, row, hit.passage.quote(stated(hit.passage, row))


def stated(passage: Passage, row: int) -> Span:
    """A sentence of a passage, by its place, without the bullet of a list before it."""
    start, end = passage.sentences[row]
    bullet = _BULLET.match(passage.quote((start, end)))
    return (start + bullet.end(), end) if bullet else (start, end)


@lru_cache(maxsize=8192)
def is_statement(text: str) -> bool:
    """A sentence that states something: no heading, byline, list lead-in or question."""
    return len(words(text)) >= MIN_WORDS and text.rstrip("\"'”»’")[-1:] not in {":", "?", "…"}
