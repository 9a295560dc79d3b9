"""The records of an answer, from the retrieved passage to the checked claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import numpy as np

from index.records import ArticleInfo, Passage, Span, StoredPassage


class Status(StrEnum):
    """How far the sources answer the question."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    REFUSED = "refused"


class Mode(StrEnum):
    """Who wrote the answer."""

    EXTRACTIVE = "extractive"
    LLM = "llm"


@dataclass(frozen=True, slots=True)
class Query:
    """A question made ready to search with.

    `language` is its ISO 639-1 code; `vector` float32 (dim,), a unit vector, or 0 where the embedder
    knows no token of it.
    """

    text: str
    language: str
    vector: np.ndarray


@dataclass(frozen=True, slots=True)
class Hit:
    """A retrieved passage.

    `score` is the fused score it was ranked by; `legs` holds what it was made of, by name. `copies` are passages of
    other articles with nearly the same words, which were folded into this one and stay citable.
    """

    stored: StoredPassage
    score: float
    legs: Mapping[str, float]
    copies: tuple[StoredPassage, ...] = ()

    @property
    def passage(self) -> Passage:
        """The passage itself."""
        return self.stored.passage

    @property
    def article(self) -> ArticleInfo:
        """The article it stands in, without its text."""
        return self.stored.article


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a claim stands: `article.text[start:end] == quote`, always; `published` and `url` as far as known."""

    article_id: str
    title: str
    outlet: str
    language: str
    start: int
    end: int
    quote: str
    published: date | None = None
    url: str = ""

    @classmethod
    def of(cls, hit: StoredPassage, span: Span) -> Citation:
        """Cite a span of a stored passage."""
        article = hit.article
        return cls(
            article_id=article.id,
            title=article.title,
            outlet=article.outlet,
            language=article.language,
            start=span[0],
            end=span[1],
            quote=hit.passage.quote(span),
            published=article.published,
            url=article.url,
        )


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of an answer, what it rests on, and which other articles say the same."""

    text: str
    language: str
    citations: tuple[Citation, ...]
    also: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sentence that was drafted and did not pass its checks, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the reader gets; a refusal is an answer too.

    `reason` says in the question's language why an answer is partial or refused ("" when answered). `confidence` in
    [0, 1] is how sure Chorus is that the claims answer the question. `closest` holds, on a refusal, the nearest
    sentences, which do not answer it. `timings_ms` are wall milliseconds by step.
    """

    question: str
    question_language: str
    status: Status
    claims: tuple[Claim, ...] = ()
    reason: str = ""
    confidence: float = 0.0
    mode: Mode = Mode.EXTRACTIVE
    closest: tuple[Citation, ...] = ()
    hits: tuple[Hit, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)
