"""The records of an answer, from the retrieved passage to the checked claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import numpy as np

from index.records import ArticleInfo, Passage, Span, StoredPassage
from rag.orders import commands_a_machine


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

    `language` is its ISO 639-1 code; `subject` what it is about where it asks how the articles differ, else "".
    `vector`, float32 (dim,), is that of `sought`: a unit vector, or 0 where the embedder knows no token of it.
    `carried`, in brackets at the end of `text`, is what a question that leans on others took from them; else "".
    `shown` is the question as its reader is shown it, "" where that is `text`.
    """

    text: str
    language: str
    vector: np.ndarray
    subject: str = ""
    carried: str = ""
    shown: str = ""

    @property
    def asked(self) -> str:
        """The question by its own words alone."""
        return self.text.removesuffix(f" ({self.carried})") if self.carried else self.text

    @property
    def sought(self) -> str:
        """The words that a passage is searched by."""
        return self.subject or self.text


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
    """Where a claim stands: `article.text[start:end] == quote`, always; `published` and `url` as far as known.

    A title that commands a machine is left out.
    """

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
            title="" if commands_a_machine(article.title) else article.title,
            outlet=article.outlet,
            language=article.language,
            start=span[0],
            end=span[1],
            quote=hit.passage.quote(span),
            published=article.published,
            url=article.url,
        )


class Kind(StrEnum):
    """What differs between two sentences that speak of the same thing."""

    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    STAGE = "stage"
    ATTRIBUTION = "attribution"
    NEGATION = "negation"
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class Differing:
    """A sentence of another article that states something else: `there` in its words, where the claim has `here`."""

    citation: Citation
    kind: Kind
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the other articles say to a claim, the best sentence of each.

    `origins` names the independent origins behind the claim, its own first: articles that credit the same agency, or
    are near copies or translations of one another, share one.
    """

    same: tuple[Citation, ...] = ()
    differs: tuple[Differing, ...] = ()
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of an answer, what it rests on, and what the other articles say to it.

    `checks` names the checks that it passed; `support` in [0, 1] is how far its cited sentences carry it, 1 for a
    quotation.
    """

    text: str
    language: str
    citations: tuple[Citation, ...]
    agreement: Agreement = Agreement()
    checks: tuple[str, ...] = ()
    support: float = 1.0

    def behind(self) -> tuple[Citation, ...]:
        """All that states it: its own sentences, then those of other articles that say the same."""
        return (*self.citations, *self.agreement.same)


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sentence that was drafted and did not pass its checks, and why; `check` names the one that failed."""

    text: str
    reason: str
    check: str = ""


@dataclass(frozen=True, slots=True)
class Backing:
    """What stands behind a whole answer: how many articles, in which languages, and the independent origins."""

    articles: int = 0
    languages: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Usage:
    """What a language model was given and wrote, in tokens; `estimated` where its endpoint does not say."""

    prompt_tokens: int
    completion_tokens: int
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What the reader gets; a refusal is an answer too.

    `reason` says in the question's language why an answer is partial or refused ("" when answered). `confidence` in
    [0, 1] is how sure Chorus is that the claims answer the question. `closest` holds, on a refusal, the nearest
    sentences, which do not answer it. `notice` is a line for the reader about how the answer came to be, such as a
    language model that did not answer. `model` and `usage` belong to an answer that a language model wrote, `left_out`
    counts the passages that its context had no room for. `standing` is the question as it was understood, where a
    follow-up was rewritten. `timings_ms` are wall milliseconds by step.
    """

    question: str
    question_language: str
    status: Status
    claims: tuple[Claim, ...] = ()
    reason: str = ""
    confidence: float = 0.0
    mode: Mode = Mode.EXTRACTIVE
    backing: Backing = Backing()
    notice: str = ""
    model: str = ""
    usage: Usage | None = None
    left_out: int = 0
    standing: str = ""
    closest: tuple[Citation, ...] = ()
    hits: tuple[Hit, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)
