"""A retrieval set in a temporary store, and each leg of the retriever as a function from a question to documents."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from eval.beir import RetrievalSet
from eval.build import index_articles
from eval.ranking import Search
from index.records import Article, Filter
from index.settings import IndexSettings

PASSAGES_A_DOCUMENT = 2
"""How many more passages than documents are asked for; a document ranks where its best passage ranks."""


@contextmanager
def open_search(data: RetrievalSet, settings: IndexSettings) -> Iterator[Search]:
    """Index the documents, each as an article, through the real index code, and search them."""
    from index.embed import open_embedder
    from index.store import Store
    from rag.records import Query
    from rag.retrieve import HybridRetriever

    with TemporaryDirectory(prefix="chorus-eval-") as folder:
        settings = replace(settings, store=Path(folder) / "store", chroma_url="")
        articles = [
            Article(id=one.id, text=one.text, title=one.title, language=one.language, source=one.id)
            for one in data.documents.values()
        ]
        index_articles(articles, settings)
        embedder = open_embedder(settings, os.environ)
        store = Store.open(settings, embedder)
        retriever = HybridRetriever(store)

        def search(leg: str, question: str, language: str, k: int) -> Sequence[str]:
            where = Filter(languages=frozenset({language} if language else ()))
            passages = PASSAGES_A_DOCUMENT * k
            vector = embedder.embed_query(question)
            if leg == "fused":
                hits = retriever.retrieve(Query(question, language, vector), passages, where)
                found = [stored.passage.article_id for hit in hits for stored in (hit.stored, *hit.copies)]
                return best_first(found, k)
            with store.reading() as view:
                scores = (
                    view.dense(vector, passages, where) if leg == "dense" else view.lexical(question, passages, where)
                )
                keys = sorted(scores, key=lambda key: (-scores[key], key))
                articles = {stored.key: stored.passage.article_id for stored in view.passages(keys)}
            return best_first((articles[key] for key in keys), k)

        try:
            yield search
        finally:
            store.close()


def best_first(documents: Iterable[str], k: int) -> list[str]:
    """The first `k` documents, each at its first place."""
    return list(dict.fromkeys(documents))[:k]
