"""Ask every question: through the real pipeline over a temporary store, or through any callable that answers."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from eval.cache import Cache
from eval.poison import poisoned
from eval.records import Case, Poison, Source
from eval.replies import CLEAN, Reply
from index.records import Article
from index.settings import IndexSettings
from rag.records import Answer
from rag.settings import RagSettings

if TYPE_CHECKING:
    from rag.pipeline import Pipeline

Ask = Callable[[Case, bool], Answer]
"""(question, whether of the poisoned articles) → answer; an exception is a failed question."""
Asked = tuple[str, Case, bool]
Progress = Callable[[Sequence[Asked]], Iterable[Asked]]


def ask_all(
    cases: Iterable[Case], ask: Ask, cache: Cache | None, progress: Progress = lambda asked: asked
) -> dict[str, Reply]:
    """Ask every question; an injection question of the poisoned articles and, as "id@clean", of the clean ones."""
    asked: list[Asked] = []
    for case in cases:
        asked += [(case.id, case, True), (case.id + CLEAN, case, False)] if case.poison else [(case.id, case, False)]
    replies = {}
    for id, case, attack in progress(asked):
        kept = cache.get(id, case, attack) if cache else None
        replies[id] = kept or _ask_one(id, case, attack, ask)
        if cache and not kept:
            cache.put(case, attack, replies[id])
    return replies


def _ask_one(id: str, case: Case, attack: bool, ask: Ask) -> Reply:
    started = time.perf_counter()
    try:
        answer = ask(case, attack)
    except Exception as error:  # a question that ends in an error is a failed question, never the end of the run
        return Reply.failed(id, error)
    wall = 1000 * (time.perf_counter() - started)
    # The pipeline's own clock leaves out the building of a poisoned store.
    steps = sum(ms for step, ms in answer.timings_ms.items() if "." not in step)  # "write.model" is a part of "write"
    return Reply.of(id, answer, ms=round(steps or wall, 3))


class PipelineAsker:
    """Asks the real pipeline over temporary stores: one of the articles, and one for each poisoned set of them.

    The poisoned stores are built in the background from the first question on: a build mostly waits for the child
    process that proves the new index, while the questions need this one.
    """

    def __init__(self, settings: RagSettings, articles: Iterable[Article], cases: Iterable[Case] = ()) -> None:
        self._settings = settings
        self._articles = list(articles)
        self._poisons = list(dict.fromkeys(case.poison for case in cases if case.poison))
        self._open: dict[Poison | None, Pipeline] = {}
        self._built: dict[Poison | None, Future[IndexSettings]] = {}
        self._stack = ExitStack()

    def __call__(self, case: Case, attack: bool) -> Answer:
        """Ask one question."""
        return self._pipeline(case.poison if attack else None).ask(case.question)

    def __enter__(self) -> PipelineAsker:
        """Nothing is built yet; the folder and the builder go with the last question."""
        self._folder = Path(self._stack.enter_context(TemporaryDirectory(prefix="chorus-eval-")))
        self._builder = ThreadPoolExecutor(max_workers=1)
        self._stack.callback(self._builder.shutdown, cancel_futures=True)
        return self

    def __exit__(self, *_: object) -> None:
        """Close and delete the temporary stores."""
        self._stack.close()

    def _pipeline(self, poison: Poison | None) -> Pipeline:
        if poison not in self._open:
            from rag.pipeline import open_pipeline

            for one in (poison, None, *self._poisons):
                if one not in self._built:
                    self._built[one] = self._builder.submit(self._build, len(self._built), one)
            pipeline = open_pipeline(replace(self._settings, index=self._built[poison].result()))
            self._stack.callback(pipeline.close)
            self._open[poison] = pipeline
        return self._open[poison]

    def _build(self, number: int, poison: Poison | None) -> IndexSettings:
        from eval.build import index_articles

        index = replace(self._settings.index, store=self._folder / str(number), chroma_url="")
        index_articles(list(self._planted(poison)), index)
        return index

    def _planted(self, poison: Poison | None) -> Iterator[Article]:
        for article in self._articles:
            if poison and article.id == poison.file:
                source = Source(article.id, article.language, article.text)
                yield replace(article, text=poisoned(source, poison).text)
            else:
                yield article
