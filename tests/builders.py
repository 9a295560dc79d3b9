"""Small records for tests: only what a test says, the rest plain."""

from __future__ import annotations

from datetime import date

import numpy as np

from index.records import ArticleInfo, Passage, StoredPassage
from index.sentences import sentence_spans
from rag.records import Hit


def stored(
    text: str,
    *,
    article: str = "a",
    language: str = "en",
    outlet: str = "",
    title: str = "",
    published: date | None = None,
    key: int = 0,
    vector: tuple[float, ...] = (1.0, 0.0),
    sentence_vectors: tuple[tuple[float, ...], ...] = (),
) -> StoredPassage:
    """A passage that is a whole article; every sentence has the passage's vector unless others are given."""
    spans = tuple(sentence_spans(text, language))
    rows = sentence_vectors or (vector,) * len(spans)
    return StoredPassage(
        key=key,
        passage=Passage(article, 0, 0, len(text), text, spans),
        article=ArticleInfo(id=article, language=language, title=title, outlet=outlet, published=published),
        vector=np.array(vector, dtype=np.float32),
        sentence_vectors=np.array(rows, dtype=np.float32).reshape(len(spans), -1),
    )


def hit(text: str, *, score: float = 1.0, **known: object) -> Hit:
    """A hit on a passage that is a whole article."""
    return Hit(stored(text, **known), score, {})  # type: ignore[arg-type]
