"""The only place that wires the parts together; `rag.pipeline.asking` knows the order of their steps."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from index.embed import Embedder, open_embedder
from index.errors import StoreMissing
from index.settings import DEFAULT_STORE, IndexSettings
from index.store import Store
from rag.extract import ExtractiveAnswerer
from rag.extract.sides import contradictions
from rag.pipeline.asking import Pipeline
from rag.pipeline.composing import VERSION
from rag.retrieve import HybridRetriever, Retriever
from rag.settings import RagSettings
from rag.verify import Verifier
from rag.words import WordAligner, WordModel

if TYPE_CHECKING:
    from rag.generate.writer import Writer
    from rag.llm import LanguageModel

__all__ = ["SEEDS", "VERSION", "Pipeline", "open_pipeline"]

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


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
    if model and settings.translate_query:
        from rag.generate.translate import Translating

        retriever = Translating(retriever, model, opened, embedder)
    if settings.reranker:
        from rag.rerank import Reranking

        retriever = Reranking(retriever, settings.reranker)
    answerer = ExtractiveAnswerer(aligner, settings.max_words, differ=contradictions(aligner))
    verifier = _verifier(settings, aligner)
    writer = _writer(model, verifier, settings) if model else None
    return Pipeline(
        settings, opened, embedder, retriever, answerer, verifier=verifier, aligner=aligner, writer=writer, model=model
    )


def _writer(model: LanguageModel, verifier: Verifier, settings: RagSettings) -> Writer:
    from rag.generate import LLMAnswerer
    from rag.generate.writer import Writer

    return Writer(model, LLMAnswerer(model, verifier, settings.max_words))


def _verifier(settings: RagSettings, aligner: WordAligner) -> Verifier:
    if not settings.nli_model:
        return Verifier(aligner)
    from rag.verify.nli import EntailmentModel

    return Verifier(aligner, EntailmentModel(settings.nli_model))


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
