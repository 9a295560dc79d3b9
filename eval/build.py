"""Index articles into a temporary store by the code that every index is built with."""

from __future__ import annotations

import os
from collections.abc import Sequence

from index.records import Article
from index.settings import IndexSettings


def index_articles(articles: Sequence[Article], settings: IndexSettings) -> None:
    """Embed and index the articles into `settings.store`."""
    from index.build import sync
    from index.embed import open_embedder
    from index.ingest import parts

    sync(articles, parts(settings, open_embedder(settings, os.environ)), root="evaluation")
