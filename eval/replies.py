"""An answer as the evaluation keeps it: no passage text, only places, so that a whole run is small and comparable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from rag.records import Answer, Citation, Hit, Mode, Status, Usage

CLEAN = "@clean"
"""Added to the id of an injection question for the answer from the articles as they are."""


@dataclass(frozen=True, slots=True)
class Place:
    """Some characters of an article."""

    file: str
    start: int
    end: int

    def inside(self, other: Place) -> bool:
        """Whether the other place holds this one."""
        return self.file == other.file and other.start <= self.start and self.end <= other.end

    def overlaps(self, other: Place) -> bool:
        """Whether they have a character in common."""
        return self.file == other.file and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Quote:
    """A place and the words that the answer says stand there."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an answer; `also` are other articles that are said to state the same."""

    text: str
    language: str
    citations: tuple[Quote, ...]
    also: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Writing:
    """What a language model had to do with an answer.

    `failed` is why the model did not answer, "" where it did; `stood` whether what is shown is its own; `dropped` the
    name of the check that each sentence of it failed. `model_ms` is the time spent waiting for it.
    """

    model: str
    stood: bool
    failed: str = ""
    prompt_tokens: int = 0
    completion_tokens: int = 0
    estimated: bool = False
    model_ms: float = 0.0
    left_out: int = 0
    dropped: tuple[str, ...] = ()

    @classmethod
    def of(cls, answer: Answer) -> Writing | None:
        """None where no language model was asked."""
        if not (answer.model or answer.notice):
            return None
        tokens = answer.usage or Usage(0, 0)
        return cls(
            model=answer.model,
            stood=answer.mode is Mode.LLM,
            failed="" if answer.model else answer.notice,
            prompt_tokens=tokens.prompt_tokens,
            completion_tokens=tokens.completion_tokens,
            estimated=tokens.estimated,
            model_ms=answer.timings_ms.get("write.model", 0.0),
            left_out=answer.left_out,
            dropped=tuple(one.check for one in answer.dropped if one.check),
        )


@dataclass(frozen=True, slots=True)
class Reply:
    """One answered question.

    `hits` are the retrieved passages from the best down, each with its near-copies after it. `error` is "" or why there
    is no answer; an errored question counts as failed. `ms` are wall milliseconds of the whole question. `writing` is
    None where no language model was asked.
    """

    id: str
    status: str
    sentences: tuple[Sentence, ...] = ()
    reason: str = ""
    confidence: float = 0.0
    hits: tuple[tuple[Place, ...], ...] = ()
    error: str = ""
    ms: float = 0.0
    writing: Writing | None = None

    def untimed(self) -> Reply:
        """The same without its times, which no two runs share."""
        return replace(self, ms=0.0, writing=self.writing and replace(self.writing, model_ms=0.0))

    @property
    def is_kept(self) -> bool:
        """Whether asking again would give the same: neither an error nor what stood in for a model that failed."""
        return not self.error and not (self.writing and self.writing.failed)

    @property
    def refused(self) -> bool:
        """Whether it says that the articles do not answer."""
        return self.status == Status.REFUSED

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each sentence."""
        return tuple(sentence.text for sentence in self.sentences)

    @property
    def words(self) -> int:
        """How long the answer is."""
        return sum(len(text.split()) for text in self.texts)

    @classmethod
    def of(cls, id: str, answer: Answer, ms: float) -> Reply:
        """Keep of an answer what is judged."""
        return cls(
            id=id,
            status=str(answer.status),
            sentences=tuple(
                Sentence(claim.text, claim.language, _quotes(claim.citations), _quotes(claim.agreement.same))
                for claim in answer.claims
            ),
            reason=answer.reason,
            confidence=answer.confidence,
            hits=tuple(_places(hit) for hit in answer.hits),
            ms=ms,
            writing=Writing.of(answer),
        )

    @classmethod
    def failed(cls, id: str, error: BaseException) -> Reply:
        """The reply of a question that ended in an error."""
        return cls(id=id, status="error", error=f"{type(error).__name__}: {error}")

    def to_row(self) -> dict[str, Any]:
        """As JSON knows it; hits are short, since there are many."""
        row = asdict(self)
        row["hits"] = [[[place.file, place.start, place.end] for place in hit] for hit in self.hits]
        if self.writing is None:
            del row["writing"]
        return row

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Reply:
        """The inverse of `to_row`.

        :raises KeyError, TypeError: the row is none of ours.
        """
        sentences = tuple(
            Sentence(
                text=one["text"],
                language=one["language"],
                citations=tuple(_quote(quote) for quote in one["citations"]),
                also=tuple(_quote(quote) for quote in one["also"]),
            )
            for one in row["sentences"]
        )
        hits = tuple(tuple(Place(*place) for place in hit) for hit in row["hits"])
        writing = row.get("writing")
        if writing is not None:
            writing = Writing(**{**writing, "dropped": tuple(writing["dropped"])})
        return cls(**{**row, "sentences": sentences, "hits": hits, "writing": writing})


def _quotes(citations: tuple[Citation, ...]) -> tuple[Quote, ...]:
    return tuple(Quote(Place(one.article_id, one.start, one.end), one.quote) for one in citations)


def _quote(row: Mapping[str, Any]) -> Quote:
    return Quote(Place(**row["place"]), row["text"])


def _places(hit: Hit) -> tuple[Place, ...]:
    return tuple(
        Place(stored.passage.article_id, stored.passage.start, stored.passage.end)
        for stored in (hit.stored, *hit.copies)
    )
