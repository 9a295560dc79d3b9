"""The articles that the facts are written from, read as the index reads them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from eval.records import Source
from index.errors import CannotMeasure
from index.records import Article


def read_articles(folder: Path) -> list[Article]:
    """Read the articles of a folder, each with its language.

    :raises CannotMeasure: there are none, or one of them cannot be read.
    """
    from index.language import detect
    from index.load import load

    articles = []
    for found in load(folder):
        if not isinstance(found, Article):
            raise CannotMeasure(f"{found}; the facts are written from all articles of {folder}")
        articles.append(replace(found, language=detect(found.text, found.language).code))
    if not articles:
        raise CannotMeasure(f"{folder} holds no articles; name their folder with --articles")
    return articles


def as_sources(articles: Iterable[Article]) -> dict[str, Source]:
    """What the facts need of the articles, by id."""
    return {article.id: Source(article.id, article.language, article.text) for article in articles}


def read_sources(folder: Path) -> dict[str, Source]:
    """Read the articles of a folder, by id."""
    return as_sources(read_articles(folder))
