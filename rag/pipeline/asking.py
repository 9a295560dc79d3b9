"""The only place that knows the order of the steps from a question to its answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from index.embed import Embedder
from index.records import Filter
from index.store import Store
from rag.casing import recased
from rag.confidence import PARTIAL_BELOW, REFUSE_BELOW, Judgement, closest, judge
from rag.confidence.refusal import why_refused
from rag.evidence import Sentence
from rag.extract import Draft, ExtractiveAnswerer
from rag.extract.answers import Answers
from rag.extract.noted import noted, with_who_parts, without_other_sides
from rag.followup.parts import parts
from rag.pipeline.clock import Clock
from rag.pipeline.faults import fault_of
from rag.pipeline.from_outlets import Found, FromOutlets
from rag.pipeline.others import Others
from rag.pipeline.overviews import CONFIDENCE, Overviews
from rag.pipeline.question_reader import QuestionReader
from rag.pipeline.several import in_turn, together
from rag.pipeline.spelling import respelled
from rag.records import Answer, Citation, Claim, Hit, Query, Status
from rag.retrieve import Retriever
from rag.settings import RagSettings
from rag.verify import Source, Verifier
from rag.wording import Message, say
from rag.words import WordAligner

if TYPE_CHECKING:
    from rag.conversation import Conversation
    from rag.generate.writer import Writer
    from rag.llm import LanguageModel

VERSION = "0.1.0"


class Pipeline:
    """Answers questions over one store; safe to ask from several threads."""

    def __init__(
        self,
        settings: RagSettings,
        store: Store,
        embedder: Embedder,
        retriever: Retriever,
        answerer: ExtractiveAnswerer,
        *,
        verifier: Verifier,
        aligner: WordAligner,
        writer: Writer | None = None,
        model: LanguageModel | None = None,
    ) -> None:
        self.settings = settings
        self.store = store
        self.retriever = retriever
        self._reader = QuestionReader(store, embedder, aligner)
        self._embedder = embedder
        self._answerer = answerer
        self._verifier = verifier
        self._others = Others(store, aligner)
        self._outlets = FromOutlets(store, embedder, retriever, self._others.origins)
        self._overviews = Overviews(store, aligner, self._others.agreeing)
        self._writer = writer
        self._model = model

    def ask(
        self,
        question: str,
        *,
        language: str = "",
        where: Filter = Filter(),
        top_k: int = 0,
        as_of: date | None = None,
    ) -> Answer:
        """Answer a question, or refuse it in its own language; a refusal is a result, never an exception.

        :param language: ISO 639-1 code of the question; detected when "".
        :param where: which articles may be used.
        :param top_k: passages that reach the answer step, twice as many where it asks how the articles differ; 0 for
            the settings' own.
        :param as_of: answer from what was published by that day; articles without a date are left out.
        """
        return _last(self.stream(question, language=language, where=where, top_k=top_k, as_of=as_of))

    def stream(
        self,
        question: str,
        *,
        language: str = "",
        where: Filter = Filter(),
        top_k: int = 0,
        as_of: date | None = None,
        carried: str = "",
        loosely: bool = False,
    ) -> Iterator[Claim | Answer]:
        """As `ask`, claim by claim as each passes its checks; the last item is the whole answer, which is what counts.

        Only in the whole answer does a claim that a model wrote have its agreement. An answer that had to be given up,
        as when a language model breaks off, may hold other claims than those before.

        :param carried: what a question that leans on others takes from them; a refusal never speaks of it.
        :param loosely: that only tells which articles are meant; the question's own words are what is to be answered.
        """
        clock = Clock()
        if as_of is not None:
            where = replace(where, until=min(as_of, where.until or as_of))
        query = self.query(question, language, carried)
        clock.lap("read")
        fault = fault_of(query, len(question))
        if fault:
            yield self._refusal(query, fault, clock)
            return
        items = self._items(query, where, top_k, loosely=loosely, clock=clock)
        first = next(items)
        meant = self._meant(query, first)
        if meant:
            again = replace(self.query(meant, query.language), shown=query.shown)
            for item in self._items(again, where, top_k, loosely=False, clock=clock):
                yield replace(item, standing=meant) if isinstance(item, Answer) else item
            return
        yield first
        yield from items

    def _items(
        self, query: Query, where: Filter, top_k: int, *, loosely: bool, clock: Clock
    ) -> Iterator[Claim | Answer]:
        """What `stream` gives for a question without fault."""
        several = self._of_parts(query, where, top_k)
        if several:
            near = [claim.citations[0] for claim in several.claims]
            yield from self._written(query, several, near, where, None)
            return
        found = self._outlets.find(query, where, top_k or self.settings.top_k)
        clock.lap("retrieve")
        if not found.hits:
            yield self._refusal(query, say(self._why_nothing(where), query.language, query.asked), clock)
            return
        yield from self._answered(query, self._aimed(found, loosely), where, clock)

    def _meant(self, query: Query, first: Claim | Answer) -> str:
        """A question that is refused as it is to be read where a name in it was written with a slip; else ""."""
        if query.carried or not isinstance(first, Answer) or first.status is not Status.REFUSED:
            return ""
        spelled = respelled(query.text, query.language, [hit.passage.text for hit in first.hits])
        return spelled if spelled != query.text else ""

    def _aimed(self, found: Found, loosely: bool) -> Found:
        """What was found, with the question as its words are to be read, and the hits of what it is about."""
        query, hits = recased(found.query, found.hits), found.hits
        if loosely:
            hits = self._reader.of_the_subject(hits, query.carried, query.language)
            query = self._reader.by_its_own_words(query)
        return replace(found, query=query, hits=hits)

    def _answered(self, asked: Query, found: Found, where: Filter, clock: Clock) -> Iterator[Claim | Answer]:
        """The answer to a question as asked, from what was found for it; as `stream` gives it."""
        query = found.query
        overview = self._overviews.draft(query, where, found.told)
        draft, hits = overview or (self._answerer.answer(query, found.hits), found.hits)
        judgement = Judgement(CONFIDENCE) if overview else judge(query, draft, self._answerer.aligner)
        clock.lap("answer")
        others = [] if hits is found.retrieved else found.retrieved
        answer = self._judged(query, hits, draft, judgement, clock=clock, where=where, others=others)
        near = [sentence.citation() for sentence in closest(query, draft.evidence, judgement)] if self._writer else []
        yield from self._written(asked, answer, near, where, self._answers(query, draft) if self._writer else None)

    def _of_parts(self, query: Query, where: Filter, top_k: int) -> Answer | None:
        """The quoted answers to a question that asks several things; None to another one, or where none is answered."""
        asked = () if query.carried or query.subject else parts(query.text, query.language)
        if not asked:
            return None
        quoting = copy(self)
        quoting._writer = None
        answers = in_turn(quoting, asked, query.language, where, top_k)
        return together(query, asked, answers, self._others, self.settings.max_words)

    def _written(
        self, query: Query, answer: Answer, near: Sequence[Citation], where: Filter, answers: Answers | None
    ) -> Iterator[Claim | Answer]:
        """An answer as it is, or as a language model writes it from the same passages.

        :param near: what is shown of them if the model says that they do not answer.
        """
        if not self._writer or answer.status is Status.REFUSED:
            yield from answer.claims
            yield answer
            return
        written = self._writer.stream(query, list(answer.hits), answer, tuple(near))
        yield from self._others.beside(written, where, answers)

    @property
    def writes(self) -> bool:
        """True where a language model writes, so that claims may come seconds apart; else all come at once."""
        return self._writer is not None

    def chat(self) -> Conversation:
        """Begin a conversation, in which a question may lean on the ones before it."""
        from rag.conversation import Conversation

        return Conversation(self, self._model)

    def query(self, question: str, language: str = "", carried: str = "") -> Query:
        """As `QuestionReader.query`."""
        return self._reader.query(question, language, carried)

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def _why_nothing(self, where: Filter) -> Message:
        """Why no article passes the filters: no date can be had where none is told."""
        if not (where.since or where.until):
            return "nothing_searched"
        undated = replace(where, since=None, until=None)
        with self.store.reading() as view:
            infos = [info for info in view.articles() if undated.passes(info)]
        return "nothing_dated" if infos and not any(info.published for info in infos) else "nothing_searched"

    def _judged(
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
        sure = judgement.confidence
        if sure < REFUSE_BELOW:
            near = tuple(sentence.citation() for sentence in closest(query, draft.evidence, judgement))
            # Why a question with carried words fails may rest on those: nothing particular can be said.
            reason = (
                say("not_in_sources", query.language, query.asked) if query.carried else why_refused(query, judgement)
            )
            return self._refusal(
                query, reason, clock, confidence=sure, closest=near, hits=tuple(hits), dropped=draft.dropped
            )
        unsure = sure < PARTIAL_BELOW
        checked = tuple(map(self._checked, draft.claims[-len(draft.shown) :], draft.shown))
        claims, behind = self._others.weigh(checked, (*hits, *others), where, self._answers(query, draft))
        # What is said of the sides cites them all; the checks are of single claims, and it was made of checked words.
        claims = without_other_sides(draft, claims)
        statement = noted(query, draft, claims, self._answerer.aligner)
        sides = with_who_parts(draft, claims, hits)
        if len(sides) > len(claims):
            sides, behind = self._others.backing(sides)
        claims = (*statement, *sides)
        clock.lap("agree")
        return Answer(
            question=query.shown or query.text,
            question_language=query.language,
            status=Status.PARTIAL if unsure else Status.ANSWERED,
            reason=say("unsure", query.language, query.asked) if unsure else "",
            claims=claims,
            backing=behind,
            confidence=sure,
            hits=tuple(hits),
            dropped=draft.dropped,
            timings_ms=clock.laps,
            versions=self._versions(),
        )

    def _checked(self, claim: Claim, shown: Sentence) -> Claim:
        """The claim with the checks that it holds: it is a sentence of its passage, word for word."""
        sources = [Source(citation, shown.stored.passage.text) for citation in claim.citations]
        verdict = self._verifier.check(claim.text, claim.language, sources)
        return replace(claim, checks=verdict.checks, support=verdict.support)

    def _answers(self, query: Query, draft: Draft) -> Answers | None:
        """What the articles answer; None to a question about all that they tell."""
        return Answers(query, draft, self._answerer.aligner) if len(draft.rows) else None

    def _refusal(self, query: Query, reason: str, clock: Clock, **found: object) -> Answer:
        return Answer(
            question=query.shown or query.text,
            question_language=query.language,
            status=Status.REFUSED,
            reason=reason,
            timings_ms=clock.laps,
            versions=self._versions(),
            **found,  # type: ignore[arg-type]
        )

    def _versions(self) -> dict[str, str]:
        return {"chorus": VERSION, "embedder": self._embedder.fingerprint}


def _last(stream: Iterator[Claim | Answer]) -> Answer:
    *_, answer = stream
    assert isinstance(answer, Answer)
    return answer
