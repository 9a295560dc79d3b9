"""The source panel: an article in the original, with the cited sentence lit up at its place."""

from __future__ import annotations

from collections.abc import Iterator

from index.records import Article
from rag.web.html import attributes, exact, isolated, link, spoken, text
from rag.web.texts import language_name, told


def empty_html(reader: str) -> str:
    """The panel before a citation was chosen."""
    label = told("source", reader)
    return f'<section class="ch-source ch-empty" aria-label="{label}"><p>{told("source_empty", reader)}</p></section>'


def gone_html(reader: str) -> str:
    """The panel for an article that was removed since it was cited."""
    warning = f'<p class="ch-fault" role="alert">{told("source_gone", reader)}</p>'
    return _panel(told("source", reader), "", warning, reader)


def source_html(article: Article, start: int, end: int, quote: str | None, reader: str) -> str:
    """An article with the characters from `start` to `end` marked; none where the span is empty.

    :param quote: what stood there when it was cited; where something else does, the panel says so and marks nothing.
        None for whoever only reads.
    """
    changed = quote is not None and article.text[start:end] != quote
    span = (0, 0) if changed or not 0 <= start < end <= len(article.text) else (start, end)
    day = article.published.isoformat() if article.published else ""
    named = (article.outlet or article.id, language_name(article.language, reader), day)
    said = " · ".join(isolated(part) for part in named if part)
    page = link(article.url, told("original", reader))
    warning = f'<p class="ch-fault" role="alert">{told("source_changed", reader)}</p>' if changed else ""
    about = f'<p class="ch-about" {attributes(start=span[0], end=span[1])}>{said}{" · " + page if page else ""}</p>'
    # A file without a title of its own has its first line for one, which stands in the text anyway.
    own = " ".join(article.text[:2_000].split()).startswith(" ".join(article.title.rstrip(" …").split()))
    title = "" if own else f"<h3 {spoken(article.language)}>{text(article.title)}</h3>"
    body = (
        f'{title}{warning}<div class="ch-text" {spoken(article.language)}>{"".join(_marked(article.text, *span))}</div>'
    )
    return _panel(article.outlet or article.id, about, body, reader)


def _marked(whole: str, start: int, end: int) -> Iterator[str]:
    """The text with nothing added or left out, so that what is marked is exactly what is cited."""
    yield exact(whole[:start])
    if end > start:
        yield f'<mark id="ch-mark" tabindex="-1">{exact(whole[start:end])}</mark>'
    yield exact(whole[end:])


def _panel(label: str, about: str, body: str, reader: str) -> str:
    close = told("close", reader)
    return (
        f'<section class="ch-source" aria-label="{told("source", reader)}: {text(label)}"><div class="ch-panel-head">'
        f'{about}<button type="button" class="ch-close" data-do="close" aria-label="{close}" title="{close}">×</button>'
        f"</div>{body}</section>"
    )
