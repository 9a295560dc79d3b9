"""The sentences that may answer a question, and which of them say the same or say otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from index.records import Passage, Span, StoredPassage
from rag.evidence.captions import is_caption, is_credit
from rag.numbers import Value, compatible, values
from rag.orders import commands_a_machine
from rag.records import Citation, Dropped, Hit
from rag.words import words

MIN_WORDS = 4
"""A shorter "sentence" is a heading, a byline or a fragment, not a statement."""
COPIED_COSINE = 0.97
_BULLET = re.compile(r"(?:[-–—•*▪◦·]\s+)+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that may answer: where it stands, and how well it answers.

    `place` is its column in the alignment. `coverage` is the share of the question that its words meet, `cosine` how
    near it is; `score` takes both together.
    """

    hit: Hit
    row: int
    place: int
    text: str
    cosine: float
    coverage: float
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
        return values_of(self.text, self.language, self.stored.article.published)

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
                if compatible(self.values(), values_of(citation.quote, citation.language, citation.published)):
                    yield citation


@lru_cache(maxsize=8192)
def values_of(text: str, language: str, published: date | None) -> tuple[Value, ...]:
    """The figures and dates that a text states; kept, because each question meets the same sentences."""
    return tuple(values(text, language, published))


def statements(hits: Sequence[Hit]) -> Iterator[tuple[Hit, int, str]]:
    """The sentences that state something to a reader, each once: hit, place in its passage, text."""
    for hit, row, text in _sentences(hits):
        if is_statement(text) and not commands_a_machine(text) and not is_caption(text, _next(hit.passage, row)):
            yield hit, row, text


def _next(passage: Passage, row: int) -> str:
    """The sentence behind another in its paragraph; "" for none."""
    if row + 1 >= len(passage.sentences):
        return ""
    end, start = passage.sentences[row][1], passage.sentences[row + 1][0]
    return "" if "\n" in passage.quote((end, start)) else passage.quote(passage.sentences[row + 1])


def follows(passage: Passage, row: int) -> tuple[str, int]:
    """The key of a sentence of a passage: the passage's id and its place; of one that ends it, of what goes on there.

    A sentence's former one has the key with the place before: that of the first one is -1, in its passage's id.
    """
    last = row == len(passage.sentences) - 1
    return (f"{passage.article_id}#{passage.number + 1}", -1) if last else (passage.id, row)


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
    """A sentence that states something: no heading, byline, credit, list lead-in or question."""
    return len(words(text)) >= MIN_WORDS and not is_credit(text) and text.rstrip("\"'”»’")[-1:] not in {":", "?", "…"}
