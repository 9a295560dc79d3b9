"""The only place that knows the order of the steps from a question to its answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING

from index.embed import Embedder
from index.records import Filter
from index.store import Store
from rag.casing import recased
from rag.confidence import Judgement, closest, judge
from rag.extract import ExtractiveAnswerer
from rag.extract.answers import Answers
from rag.followup.parts import parts
from rag.pipeline.clock import Clock
from rag.pipeline.composing import Composer, cited
from rag.pipeline.faults import fault_of
from rag.pipeline.from_outlets import Found, FromOutlets
from rag.pipeline.others import Others
from rag.pipeline.overviews import CONFIDENCE, Overviews
from rag.pipeline.question_reader import QuestionReader
from rag.pipeline.several import in_turn, together
from rag.pipeline.spelling import respelled
from rag.records import Answer, Citation, Claim, Query, Status
from rag.request import Answering, Request
from rag.retrieve import Retriever
from rag.settings import RagSettings
from rag.verify import Verifier
from rag.wording import Message, say
from rag.words import WordAligner

if TYPE_CHECKING:
    from rag.conversation import Conversation
    from rag.generate.writer import Writer
    from rag.llm import LanguageModel


class Pipeline(Answering):
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
        self._answerer = answerer
        self._others = Others(store, aligner)
        self._composer = Composer(verifier, answerer.aligner, self._others, embedder.fingerprint)
        self._outlets = FromOutlets(store, embedder, retriever, self._others.origins)
        self._overviews = Overviews(store, aligner, self._others.agreeing)
        self._writer = writer
        self._model = model

    def respond(self, request: Request) -> Iterator[Claim | Answer]:
        """As `stream` gives the answer to a question, of whose articles none is quoted that was altered since.

        :raises StoreDamaged: an article to be quoted is not as it was indexed.
        """
        sound: set[str] = set()
        for item in self._responses(request):
            if new := set(cited(item)) - sound:
                with self.store.reading() as view:
                    view.check(new)
                sound |= new
            yield item

    def _responses(self, request: Request) -> Iterator[Claim | Answer]:
        clock = Clock()
        query = self.query(request.question, request.language, request.carried)
        clock.lap("read")
        fault = fault_of(query, len(request.question))
        if fault:
            yield self._composer.refusal(query, fault, clock)
            return
        items = self._items(query, request, clock)
        first = next(items)
        meant = self._meant(query, first)
        if meant:
            again = replace(self.query(meant, query.language), shown=query.shown)
            for item in self._items(again, replace(request, loosely=False), clock):
                yield replace(item, standing=meant) if isinstance(item, Answer) else item
            return
        yield first
        yield from items

    def _items(self, query: Query, request: Request, clock: Clock) -> Iterator[Claim | Answer]:
        """What `stream` gives for a question without fault."""
        where = request.where
        several = self._of_parts(query, request)
        if several:
            near = [claim.citations[0] for claim in several.claims]
            yield from self._written(query, several, near, where, None)
            return
        found = self._outlets.find(query, where, request.top_k or self.settings.top_k)
        clock.lap("retrieve")
        if not found.hits:
            yield self._composer.refusal(query, say(self._why_nothing(where), query.language, query.asked), clock)
            return
        yield from self._answered(query, self._aimed(found, request.loosely), where, clock)

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
        answer = self._composer.judged(query, hits, draft, judgement, clock=clock, where=where, others=others)
        near = [sentence.citation() for sentence in closest(query, draft.evidence, judgement)] if self._writer else []
        answers = self._composer.answers(query, draft) if self._writer else None
        yield from self._written(asked, answer, near, where, answers)

    def _of_parts(self, query: Query, request: Request) -> Answer | None:
        """The quoted answers to a question that asks several things; None to another one, or where none is answered."""
        asked = () if query.carried or query.subject else parts(query.text, query.language)
        if not asked:
            return None
        quoting = copy(self)
        quoting._writer = None
        answers = in_turn(quoting, asked, replace(request, language=query.language))
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
