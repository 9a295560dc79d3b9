"""A draft and how surely it answers, made into the answer: checked, set beside the other articles, or refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.records import Filter
from rag.confidence import PARTIAL_BELOW, REFUSE_BELOW, Judgement, closest
from rag.confidence.refusal import why_refused
from rag.evidence import Sentence
from rag.extract import Draft
from rag.extract.answers import Answers
from rag.extract.noted import noted, with_who_parts, without_other_sides
from rag.pipeline.clock import Clock
from rag.pipeline.others import Others
from rag.records import Answer, Backing, Claim, Hit, Query, Status
from rag.verify import Source, Verifier
from rag.wording import say
from rag.words import WordAligner

VERSION = "0.1.0"


class Composer:
    """Makes answers of drafts.

    :param embedder: the fingerprint of the embedder, which every answer names.
    """

    def __init__(self, verifier: Verifier, aligner: WordAligner, others: Others, embedder: str) -> None:
        self._verifier = verifier
        self._aligner = aligner
        self._others = others
        self._versions = {"chorus": VERSION, "embedder": embedder}

    def judged(
        self,
        query: Query,
        hits: list[Hit],
        draft: Draft,
        judgement: Judgement,
        *,
        clock: Clock,
        where: Filter,
        others: Sequence[Hit],
    ) -> Answer:
        """The answer; `others` are passages that it may not be taken from, but that may say the same or otherwise."""
        if judgement.confidence < REFUSE_BELOW:
            return self._refused(query, hits, draft, judgement, clock)
        claims, behind = self._weighed(query, hits, draft, where, others)
        clock.lap("agree")
        unsure = judgement.confidence < PARTIAL_BELOW
        return Answer(
            question=query.shown or query.text,
            question_language=query.language,
            status=Status.PARTIAL if unsure else Status.ANSWERED,
            reason=say("unsure", query.language, query.asked) if unsure else "",
            claims=claims,
            backing=behind,
            confidence=judgement.confidence,
            hits=tuple(hits),
            dropped=draft.dropped,
            timings_ms=clock.laps,
            versions=self._versions,
        )

    def _refused(self, query: Query, hits: list[Hit], draft: Draft, judgement: Judgement, clock: Clock) -> Answer:
        """The refusal of a question, with what comes closest."""
        near = tuple(sentence.citation() for sentence in closest(query, draft.evidence, judgement))
        # Why a question with carried words fails may rest on those: nothing particular can be said.
        reason = say("not_in_sources", query.language, query.asked) if query.carried else why_refused(query, judgement)
        sure = judgement.confidence
        return self.refusal(
            query, reason, clock, confidence=sure, closest=near, hits=tuple(hits), dropped=draft.dropped
        )

    def _weighed(
        self, query: Query, hits: list[Hit], draft: Draft, where: Filter, others: Sequence[Hit]
    ) -> tuple[tuple[Claim, ...], Backing]:
        """The claims of a draft, checked and beside the other articles, and what stands behind them all."""
        checked = tuple(map(self._checked, draft.claims[-len(draft.shown) :], draft.shown))
        claims, behind = self._others.weigh(checked, (*hits, *others), where, self.answers(query, draft))
        # What is said of the sides cites them all; the checks are of single claims, and it was made of checked words.
        claims = without_other_sides(draft, claims)
        statement = noted(query, draft, claims, self._aligner)
        sides = with_who_parts(draft, claims, hits)
        if len(sides) > len(claims):
            sides, behind = self._others.backing(sides)
        return (*statement, *sides), behind

    def _checked(self, claim: Claim, shown: Sentence) -> Claim:
        """The claim with the checks that it holds: it is a sentence of its passage, word for word."""
        sources = [Source(citation, shown.stored.passage.text) for citation in claim.citations]
        verdict = self._verifier.check(claim.text, claim.language, sources)
        return replace(claim, checks=verdict.checks, support=verdict.support)

    def answers(self, query: Query, draft: Draft) -> Answers | None:
        """What the articles answer; None to a question about all that they tell."""
        return Answers(query, draft, self._aligner) if len(draft.rows) else None

    def refusal(self, query: Query, reason: str, clock: Clock, **found: object) -> Answer:
        """The answer that there is none, with what was found."""
        return Answer(
            question=query.shown or query.text,
            question_language=query.language,
            status=Status.REFUSED,
            reason=reason,
            timings_ms=clock.laps,
            versions=self._versions,
            **found,  # type: ignore[arg-type]
        )


def cited(item: Claim | Answer) -> Iterator[str]:
    """The ids of all articles that a claim or an answer quotes."""
    claims = item.claims if isinstance(item, Answer) else (item,)
    for claim in claims:
        yield from (one.article_id for one in claim.behind())
        yield from (other.citation.article_id for other in claim.agreement.differs)
    if isinstance(item, Answer):
        yield from (one.article_id for one in item.closest)
