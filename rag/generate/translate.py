"""The question in the languages of the articles, by a language model, to search with; the answer never sees it."""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence

from index.embed import Embedder
from index.errors import ModelFailed
from index.records import Filter
from index.store import Store
from rag.generate.plain import plain
from rag.generate.prompts import data
from rag.llm import LanguageModel, Message
from rag.records import Hit, Query, Usage
from rag.retrieve import Retriever
from rag.settings import MAX_QUESTION_CHARACTERS

KEPT = 1_000
"""Questions whose translations are kept."""
_TOKENS = 1_000
_LINE = re.compile(r"\W*([a-z]{2,3})\W{1,4}(.*\w.*)")
_RULE = (
    "Translate the question into each of these languages, given by their codes: {codes}. Write a line for each: the "
    "code, a colon, the question in that language. Keep names as that language writes them. Do not answer it."
)


class Translating:
    """Wraps a retriever: a passage counts by the best of what it scores for the question and its translations.

    One call of the model a question; where it fails the question is searched for as it stands.
    """

    def __init__(self, retriever: Retriever, model: LanguageModel, store: Store, embedder: Embedder) -> None:
        self._retriever = retriever
        self._model = model
        self._store = store
        self._embedder = embedder
        self._kept: dict[tuple[str, tuple[str, ...]], dict[str, str]] = {}
        self._guard = threading.Lock()

    def retrieve(self, query: Query, k: int, where: Filter = Filter()) -> list[Hit]:
        """The best `k` passages, best first."""
        best: dict[str, Hit] = {}
        for one in (query, *self._translated(query, where)):
            for hit in self._retriever.retrieve(one, k, where):
                if hit.passage.id not in best or hit.score > best[hit.passage.id].score:
                    best[hit.passage.id] = hit
        return sorted(best.values(), key=lambda hit: -hit.score)[:k]

    def _translated(self, query: Query, where: Filter) -> list[Query]:
        with self._store.reading() as view:
            languages = set(view.languages())
        wanted = tuple(sorted((languages & where.languages if where.languages else languages) - {query.language, ""}))
        key = (query.text, wanted)
        with self._guard:
            found = self._kept.get(key)
        if found is None:
            try:
                found = self._ask(query.text, wanted) if wanted else {}
            except ModelFailed:
                return []
            with self._guard:
                if len(self._kept) >= KEPT:
                    self._kept.clear()
                self._kept[key] = found
        return [Query(text, code, self._embedder.embed_query(text)) for code, text in found.items()]

    def _ask(self, question: str, languages: Sequence[str]) -> dict[str, str]:
        messages = [Message("system", _RULE.format(codes=", ".join(languages))), Message("user", data(question))]
        pieces = [piece for piece in self._model.stream(messages, _TOKENS) if not isinstance(piece, Usage)]
        found: dict[str, str] = {}
        for line in "".join(pieces).splitlines():
            parts = _LINE.fullmatch(plain(line).strip())
            if parts and parts[1] in languages:
                found.setdefault(parts[1], parts[2].strip("\"'“”„«» ")[:MAX_QUESTION_CHARACTERS])
        return found
