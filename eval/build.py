"""Index articles by the code that every index is built with, and ask over them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from index.records import Article
from index.settings import IndexSettings
from rag.settings import RagSettings

if TYPE_CHECKING:
    from rag.pipeline import Pipeline


@contextmanager
def pipeline_over(articles: Iterable[Article], settings: RagSettings | None = None) -> Iterator[Pipeline]:
    """A pipeline over an index of these articles that is there as long as the block runs.

    :param settings: all but the place of the index; the defaults, not the `CHORUS_*` variables, where none are given.
    """
    from rag.pipeline import open_pipeline

    settings = settings or RagSettings()
    with TemporaryDirectory(prefix="chorus-eval-") as folder:
        index = replace(settings.index, store=Path(folder) / "store", chroma_url="")
        index_articles(list(articles), index)
        pipeline = open_pipeline(replace(settings, index=index))
        try:
            yield pipeline
        finally:
            pipeline.close()


def index_articles(articles: Sequence[Article], settings: IndexSettings) -> None:
    """Embed and index the articles into `settings.store`."""
    from index.build import sync
    from index.embed import open_embedder
    from index.ingest import parts

    sync(articles, parts(settings, open_embedder(settings, os.environ)), root="evaluation")
