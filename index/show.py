"""One article as it is indexed, for whoever checks a quote."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from index.errors import StoreError
from index.records import Article
from index.settings import IndexSettings
from index.store import open_catalogue


def show(settings: IndexSettings, article_id: str) -> Article:
    """Give one article as readers see it; the offsets of citations count the characters of its text.

    :raises StoreMissing: nothing was indexed here. :raises StoreError: there is no article of that id.
    """
    catalogue = open_catalogue(settings)
    try:
        with catalogue.transaction("DEFERRED"):
            article = catalogue.snapshot().article(article_id)
    finally:
        catalogue.close()
    if article is None:
        raise StoreError(
            f"{settings.store} holds no article with the id {article_id!r}; give one as citations name it: "
            'a file\'s path in its folder, or the "id" of a record'
        )
    return article


def as_json(article: Article) -> dict[str, Any]:
    """The same as plain values, the date as "2022-09-06" or null."""
    return asdict(article) | {"published": article.published and article.published.isoformat()}
