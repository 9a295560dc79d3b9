"""The only place that knows the order of the steps and wires the parts together."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from index.clean import clean
from index.embed import Embedder, open_embedder
from index.errors import StoreMissing
from index.language import detect
from index.records import Filter
from index.settings import DEFAULT_STORE, IndexSettings
from index.store import Store
from rag.confidence import PARTIAL_BELOW, REFUSE_BELOW, closest, confidence, missing
from rag.extract import Draft, ExtractiveAnswerer
from rag.records import Answer, Claim, Hit, Query, Status
from rag.retrieve import HybridRetriever, Retriever
from rag.settings import MAX_QUESTION_CHARACTERS, RagSettings
from rag.wording import say
from rag.words import WordAligner, WordModel

if TYPE_CHECKING:
    from rag.conversation import Conversation
    from rag.llm import LanguageModel
    from rag.writer import Writer

VERSION = "0.1.0"
_READ_CHARACTERS = 4 * MAX_QUESTION_CHARACTERS
SEEDS = Path(__file__).resolve().parent.parent / "seeds"


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
        writer: Writer | None = None,
        model: LanguageModel | None = None,
    ) -> None:
        self.settings = settings
        self.store = store
        self.retriever = retriever
        self._embedder = embedder
        self._answerer = answerer
        self._writer = writer
        self._model = model

    def ask(self, question: str, *, language: str = "", where: Filter = Filter(), top_k: int = 0) -> Answer:
        """Answer a question, or refuse it in its own language; a refusal is a result, never an exception.

        :param language: ISO 639-1 code of the question; detected when "".
        :param where: which articles may be used.
        :param top_k: passages that reach the answer step; 0 for the settings' own.
        """
        return _last(self.stream(question, language=language, where=where, top_k=top_k))

    def stream(
        self, question: str, *, language: str = "", where: Filter = Filter(), top_k: int = 0
    ) -> Iterator[Claim | Answer]:
        """As `ask`, claim by claim as each passes its checks; the last item is the whole answer, which is what counts.

        An answer that had to be given up, as when a language model breaks off, may hold other claims than those before.
        """
        clock = _Clock()
        query = self.query(question, language)
        clock.lap("read")
        fault = _fault(query, len(question))
        if fault:
            yield self._refusal(query, fault, clock)
            return
        hits = self.retriever.retrieve(query, top_k or self.settings.top_k, where)
        clock.lap("retrieve")
        if not hits:
            yield self._refusal(query, say("nothing_searched", query.language, query.text), clock)
            return
        draft = self._answerer.answer(query, hits)
        answer = self._judged(query, hits, draft, clock)
        if self._writer and answer.status is not Status.REFUSED:
            near = tuple(sentence.citation() for sentence in closest(draft.evidence))
            yield from self._writer.stream(query, hits, answer, near)
            return
        yield from answer.claims
        yield answer

    def chat(self) -> Conversation:
        """Begin a conversation, in which a question may lean on the ones before it."""
        from rag.conversation import Conversation

        return Conversation(self, self._model)

    def query(self, question: str, language: str = "") -> Query:
        """Make a question ready to search with; of an endless one only the beginning is read."""
        text = " ".join(clean(question[:_READ_CHARACTERS]).split())
        known = text[:MAX_QUESTION_CHARACTERS]
        with self.store.reading() as view:
            code = detect(known, language, prefer=view.languages()).code
        return Query(text, code, self._embedder.embed_query(known))

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def _judged(self, query: Query, hits: list[Hit], draft: Draft, clock: _Clock) -> Answer:
        sure = confidence(draft)
        clock.lap("answer")
        if sure < REFUSE_BELOW:
            near = tuple(sentence.citation() for sentence in closest(draft.evidence))
            reason = say("not_in_sources", query.language, query.text)
            return self._refusal(
                query, reason, clock, confidence=sure, closest=near, hits=tuple(hits), dropped=draft.dropped
            )
        absent = missing(draft, names_only=sure >= PARTIAL_BELOW)
        return Answer(
            question=query.text,
            question_language=query.language,
            status=Status.PARTIAL if absent else Status.ANSWERED,
            reason=say("partly", query.language, query.text, missing=", ".join(absent)) if absent else "",
            claims=draft.claims,
            confidence=sure,
            hits=tuple(hits),
            dropped=draft.dropped,
            timings_ms=clock.laps,
            versions=self._versions(),
        )

    def _refusal(self, query: Query, reason: str, clock: _Clock, **found: object) -> Answer:
        return Answer(
            question=query.text,
            question_language=query.language,
            status=Status.REFUSED,
            reason=reason,
            timings_ms=clock.laps,
            versions=self._versions(),
            **found,  # type: ignore[arg-type]
        )

    def _versions(self) -> dict[str, str]:
        return {"chorus": VERSION, "embedder": self._embedder.fingerprint}


class _Clock:
    """Wall milliseconds by step."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, step: str) -> None:
        now = time.perf_counter()
        self.laps[step] = round(1000 * (now - self._last), 3)
        self._last = now


def _last(stream: Iterator[Claim | Answer]) -> Answer:
    *_, answer = stream
    assert isinstance(answer, Answer)
    return answer


def _fault(query: Query, written: int) -> str:
    """What is wrong with a question of so many characters, in its language; "" for nothing."""
    length = written if written > _READ_CHARACTERS else len(query.text)
    if length > MAX_QUESTION_CHARACTERS:
        return say("too_long", query.language, query.text, length=length, limit=MAX_QUESTION_CHARACTERS)
    if not any(letter.isalnum() for letter in query.text):
        return say("no_question", query.language, query.text)
    return ""


def open_pipeline(
    settings: RagSettings | None = None,
    *,
    store: str | Path | None = None,
    notify: Callable[[str], None] = lambda _: None,
) -> Pipeline:
    """Open the store and wire the parts; without settings, from the `CHORUS_*` variables.

    A missing default store is made from the articles of `seeds/`, saying so.

    :param store: folder of the index, in place of the one in the settings.
    :param notify: gets a line for a person whenever something takes long or was repaired.
    :raises ChorusError: the store, the embedder or the reranker cannot be used; its text says what to do.
    """
    settings = settings or RagSettings.from_env(os.environ)
    if store is not None:
        settings = replace(settings, index=replace(settings.index, store=Path(store)))
    model = None
    if settings.llm:
        from rag.llm import open_model

        model = open_model(settings.llm, os.environ)
    embedder = open_embedder(settings.index, os.environ)
    opened = _open_store(settings.index, embedder, notify)
    aligner = WordAligner(_word_model(embedder))
    retriever: Retriever = HybridRetriever(opened, aligner)
    if settings.reranker:
        from rag.rerank import Reranking

        retriever = Reranking(retriever, settings.reranker)
    answerer = ExtractiveAnswerer(aligner, settings.max_words)
    writer = _writer(model, aligner, settings) if model else None
    return Pipeline(settings, opened, embedder, retriever, answerer, writer=writer, model=model)


def _writer(model: LanguageModel, aligner: WordAligner, settings: RagSettings) -> Writer:
    from rag.generate import LLMAnswerer
    from rag.verify import Verifier
    from rag.writer import Writer

    entailment = None
    if settings.nli_model:
        from rag.nli import EntailmentModel

        entailment = EntailmentModel(settings.nli_model)
    return Writer(model, LLMAnswerer(model, Verifier(aligner, entailment), settings.max_words))


def _open_store(settings: IndexSettings, embedder: Embedder, notify: Callable[[str], None]) -> Store:
    try:
        return Store.open(settings, embedder, notify)
    except StoreMissing:
        if settings.store != DEFAULT_STORE or not SEEDS.is_dir():
            raise
    from index.ingest import parts, sync_folder

    notify(f"no index at {settings.store} yet: indexing the articles of {SEEDS.name}/ first")
    sync_folder(SEEDS, parts(settings, embedder, notify), report=notify)
    return Store.open(settings, embedder, notify)


def _word_model(embedder: Embedder) -> WordModel:
    """The bundled model aligns words whatever model embeds the passages."""
    from index.bundled import BundledEmbedder

    return embedder if isinstance(embedder, BundledEmbedder) else BundledEmbedder()
