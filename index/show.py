"""The articles as they are indexed, for whoever checks a quote: a list of them all, and one whole."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from index.errors import StoreError
from index.records import Article, ArticleInfo
from index.settings import IndexSettings
from index.store import open_catalogue


def show(settings: IndexSettings, article_id: str) -> Article:
    """Give one article as readers see it; the offsets of citations count the characters of its text.

    :raises StoreMissing: nothing was indexed here. :raises StoreError: there is no article of that id, or it is not as
        it was indexed.
    """
    catalogue = open_catalogue(settings)
    try:
        with catalogue.transaction("DEFERRED"):
            snapshot = catalogue.snapshot()
            snapshot.check([article_id])
            article = snapshot.article(article_id)
    finally:
        catalogue.close()
    if article is None:
        raise StoreError(f"{settings.store} holds no article with the id {article_id!r}; run: python -m index list")
    return article


def listed(settings: IndexSettings) -> list[ArticleInfo]:
    """Every article without its text, in the order of their ids.

    :raises StoreMissing: nothing was indexed here.
    """
    catalogue = open_catalogue(settings)
    try:
        with catalogue.transaction("DEFERRED"):
            return sorted(catalogue.snapshot().articles(), key=lambda info: info.id)
    finally:
        catalogue.close()


def line(info: ArticleInfo) -> str:
    """An article in a line: id, language, outlet, day and title, with a tab between."""
    day = info.published.isoformat() if info.published else "-"
    return "\t".join([info.id, info.language or "-", info.outlet or "-", day, info.title])


def as_json(article: Article | ArticleInfo) -> dict[str, Any]:
    """The same as plain values, the date as "2022-09-06" or null."""
    return asdict(article) | {"published": article.published and article.published.isoformat()}
