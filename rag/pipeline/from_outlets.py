"""Answers from the articles of the outlets that a question names: "What does AP say about …?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.embed import Embedder
from index.records import Filter
from index.store import Store
from rag.agree.origins import Origins
from rag.extract.comparing import subject
from rag.outlets import Told, may_name_outlets, told_by
from rag.records import Hit, Query
from rag.retrieve import Retriever


@dataclass(frozen=True, slots=True)
class Found:
    """What was retrieved for a question, and the hits that it is to be answered from, with what it asks of these.

    Without outlets whose word it asks for (`told`), `hits` are the very ones `retrieved`.
    """

    query: Query
    retrieved: list[Hit]
    hits: list[Hit]
    told: Told | None


class FromOutlets:
    """Retrieves; and where a question asks for the word of some outlets, what these say."""

    def __init__(self, store: Store, embedder: Embedder, retriever: Retriever, origins: Origins) -> None:
        self._store = store
        self._embedder = embedder
        self._retriever = retriever
        self._origins = origins

    def find(self, query: Query, where: Filter, top_k: int) -> Found:
        """The hits for a question; those of the outlets whose word it asks for.

        :param top_k: passages, twice as many to a question about differences.
        """
        retrieved = self._retrieved(query, where, top_k)
        told = self._told_by(query, retrieved)
        if told is None:
            return Found(query, retrieved, retrieved, None)
        asked, hits = self._hits(query, told, where, top_k)
        return Found(asked, retrieved, hits, told)

    def _retrieved(self, query: Query, where: Filter, top_k: int) -> list[Hit]:
        # Of each side a passage is wanted, not only of the one that says it in the question's words.
        return self._retriever.retrieve(query, top_k * (2 if query.subject else 1), where)

    def _told_by(self, query: Query, found: Sequence[Hit]) -> Told | None:
        """The outlets whose word a question asks for: of the store, or credited in the text of an article found."""
        if not may_name_outlets(query.asked):
            return None
        with self._store.reading() as view:
            known = view.outlets()
        credits = self._origins.of(hit.article.id for hit in found) if ("", "") in known else {}
        credited = {article_id: name for article_id, name in credits.items() if name not in credits}
        return told_by(query.asked, query.language, known, credited)

    def _hits(self, query: Query, told: Told, where: Filter, top_k: int) -> tuple[Query, list[Hit]]:
        """What a question asks about without the outlets that it names, and the hits of their articles."""
        text = f"{told.question} ({query.carried})" if query.carried else told.question
        about = subject(text)
        query = replace(query, text=text, subject=about, vector=self._embedder.embed_query(about or text))
        outlets = told.published & where.outlets if where.outlets else told.published
        # No filter asks for the articles without an outlet.
        within = replace(where, outlets=outlets) if outlets and "" not in outlets and not told.articles else where
        return query, [hit for hit in self._retrieved(query, within, top_k) if told.by(hit.article)]
