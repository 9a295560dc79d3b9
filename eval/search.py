"""A retrieval set in a temporary store, and each leg of the retriever as a function from a question to documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from eval.beir import RetrievalSet
from eval.build import pipeline_over
from eval.ranking import Search
from index.records import Article, Filter
from rag.settings import RagSettings

if TYPE_CHECKING:
    from rag.pipeline import Pipeline

PASSAGES_A_DOCUMENT = 2
"""How many more passages than documents are asked for; a document ranks where its best passage ranks."""


@contextmanager
def open_search(data: RetrievalSet, settings: RagSettings) -> Iterator[Search]:
    """Index the documents, each as an article, through the real index code, and search them by the real pipeline."""
    articles = (
        Article(id=one.id, text=one.text, title=one.title, language=one.language, source=one.id)
        for one in data.documents.values()
    )
    with pipeline_over(articles, settings) as pipeline:
        yield lambda leg, question, language, k: _search(pipeline, leg, question, language, k)


def _search(pipeline: Pipeline, leg: str, question: str, language: str, k: int) -> list[str]:
    where = Filter(languages=frozenset({language} if language else ()))
    passages = PASSAGES_A_DOCUMENT * k
    query = pipeline.query(question)
    if leg == "fused":
        hits = pipeline.retriever.retrieve(query, passages, where)
        return best_first((stored.passage.article_id for hit in hits for stored in (hit.stored, *hit.copies)), k)
    with pipeline.store.reading() as view:
        scores = (
            view.dense(query.vector, passages, where) if leg == "dense" else view.lexical(question, passages, where)
        )
        keys = sorted(scores, key=lambda key: (-scores[key], key))
        articles = {stored.key: stored.passage.article_id for stored in view.passages(keys)}
    return best_first((articles[key] for key in keys), k)


def best_first(documents: Iterable[str], k: int) -> list[str]:
    """The first `k` documents, each at its first place."""
    return list(dict.fromkeys(documents))[:k]
