"""What a question says: its language, what it takes from those before it, and what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from index.clean import clean
from index.embed import Embedder
from index.language import detect
from index.store import Store
from rag.courtesy import without_courtesy
from rag.extract.comparing import subject
from rag.names import names, unlicensed
from rag.pipeline.faults import READ_CHARACTERS, as_text
from rag.records import Hit, Query
from rag.settings import MAX_QUESTION_CHARACTERS
from rag.words import WordAligner

_OF_THE_SUBJECT = 0.6
"""How much of what was carried an article must speak of, as a share of what the best does."""


class QuestionReader:
    """Reads questions for one store."""

    def __init__(self, store: Store, embedder: Embedder, aligner: WordAligner) -> None:
        self._store = store
        self._embedder = embedder
        self._aligner = aligner

    def query(self, question: str, language: str = "", carried: str = "") -> Query:
        """Make a question ready to search with; of an endless one only the beginning is read.

        :param carried: what it takes from questions before it.
        """
        text = _one_line(question)
        with self._store.reading() as view:
            code = detect(text[:MAX_QUESTION_CHARACTERS], language, prefer=view.languages()).code
        shown, text = text, without_courtesy(text, code)
        known = text[:MAX_QUESTION_CHARACTERS]
        if carried:
            shown, text = f"{shown} ({carried})", f"{text} ({carried})"
            known = text
        about = subject(known)
        return Query(text, code, self._embedder.embed_query(about or known), about, carried, shown)

    def of_the_subject(self, hits: Sequence[Hit], carried: str, language: str) -> list[Hit]:
        """The hits of the articles that speak of what was carried, or hold its names, however they spell them."""
        with self._store.reading() as view:
            articles = [view.article(name) for name in dict.fromkeys(hit.article.id for hit in hits)]
        texts = {article.id: f"{article.title}. {article.text}" for article in articles if article}
        spoken = self._aligner.align(carried, list(texts.values())).coverage
        least = _OF_THE_SUBJECT * float(spoken.max(initial=0.0))
        kept = {name for name, share in zip(texts, spoken, strict=True) if share >= least}
        if names(carried, language):
            kept |= {name for name, text in texts.items() if not unlicensed(carried, language, [text])}
        return [hit for hit in hits if hit.article.id in kept]

    def by_its_own_words(self, query: Query) -> Query:
        """A leaning question by the words that its asker wrote; its vector half its own, half that of all."""
        vector = query.vector + self._embedder.embed_query(query.asked)
        length = float(np.linalg.norm(vector))
        return replace(query, text=query.asked, vector=vector / length if length else vector)


def _one_line(question: str) -> str:
    return " ".join(clean(as_text(question)[:READ_CHARACTERS]).split())
