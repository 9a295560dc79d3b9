"""The library of the page: every article of the index, searched and filtered, and what may be filtered by."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from index.clean import clean, shorten
from index.records import ArticleInfo, Filter
from index.store import Store
from rag.web.html import attributes, isolated, language_mark, spoken, text
from rag.web.pictures import language_bar
from rag.web.texts import told

MOST_SHOWN = 100
_MOST_FOUND = 200
_WELCOMED = 5


@dataclass(frozen=True, slots=True)
class Shelf:
    """What an index holds, and its articles that a search found, best first; `passages` counts them by article id."""

    articles: tuple[ArticleInfo, ...]
    passages: dict[str, int]
    total: int

    @property
    def languages(self) -> list[str]:
        """The languages of the articles, the most frequent first."""
        return _by_count([info.language for info in self.articles])

    @property
    def outlets(self) -> list[str]:
        """The outlets of the articles that name one, the most frequent first."""
        return _by_count([info.outlet for info in self.articles if info.outlet])


def look(store: Store, wanted: str = "", where: Filter = Filter()) -> Shelf:
    """The articles of an index that pass a filter, and that hold a word of `wanted` where it asks for any."""
    with store.reading() as view:
        every = view.articles()
        counts = view.passage_counts()
        words = clean(wanted[:500]).strip()
        if not words:
            return Shelf(tuple(info for info in every if where.passes(info)), counts, len(every))
        keys = view.lexical(words, _MOST_FOUND, where)
        found = dict.fromkeys(stored.article.id for stored in view.passages(keys))
    infos = {info.id: info for info in every}
    folded = words.casefold()
    titled = [info.id for info in every if folded in f"{info.title}\n{info.outlet}".casefold() and where.passes(info)]
    return Shelf(tuple(infos[article_id] for article_id in dict.fromkeys([*titled, *found])), counts, len(every))


def shelf_html(shelf: Shelf, reader: str) -> str:
    """The articles as a list, each to be opened and read."""
    if not shelf.articles:
        return f'<p class="ch-fault" role="status">{told("nothing_found", reader)}</p>'
    rows = "".join(_row(info, shelf.passages.get(info.id, 0), reader) for info in shelf.articles[:MOST_SHOWN])
    more = f'<p class="ch-more">{told("more", reader, n=MOST_SHOWN)}</p>' if len(shelf.articles) > MOST_SHOWN else ""
    found = told("found", reader, n=len(shelf.articles))
    return f'<p class="ch-more" role="status">{found}</p><ul class="ch-shelf">{rows}</ul>{more}'


def welcome_html(shelf: Shelf, reader: str) -> str:
    """What stands where no question was asked yet: what the index holds, and some of it to read."""
    counts = [
        ("n_articles", shelf.total),
        ("n_outlets", len(shelf.outlets)),
        ("n_passages", sum(shelf.passages.values())),
    ]
    shown = "".join(f'<span class="ch-count">{told(key, reader)} <b>{count:,}</b></span>' for key, count in counts)
    latest = sorted(shelf.articles, key=lambda info: info.published.toordinal() if info.published else 0, reverse=True)
    rows = "".join(_row(info, shelf.passages.get(info.id, 0), reader) for info in latest[:_WELCOMED])
    bar = language_bar([info.language for info in shelf.articles], reader)
    return (
        f'<section class="ch-welcome"><h2>{told("welcome", reader)}</h2><p>{told("welcome_hint", reader)}</p>'
        f'<p class="ch-counts">{shown}</p>{bar}<h3>{told("to_read", reader)}</h3>'
        f'<ul class="ch-shelf">{rows}</ul></section>'
    )


def _row(info: ArticleInfo, passages: int, reader: str) -> str:
    day = info.published.isoformat() if info.published else told("no_date", reader)
    place = attributes(do="open", article=info.id, start=0, end=0)
    title = text(shorten(info.title or info.id, 140))
    return (
        f'<li><button type="button" class="ch-read" {place}><span {spoken(info.language)}>{title}</span></button>'
        f'<p class="ch-about">{language_mark(info.language, reader)} {isolated(info.outlet or info.id)} · '
        f"{text(day)} · {told('n_passages', reader)} {passages}</p></li>"
    )


def _by_count(names: list[str]) -> list[str]:
    return sorted((counted := Counter(names)), key=lambda name: (-counted[name], name))
