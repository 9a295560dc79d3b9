"""The filters of the page: what a reader chose, as the index takes it and in words."""

from __future__ import annotations

from collections.abc import Sequence

from index.records import Filter
from rag.web.html import isolated, text
from rag.web.texts import language_name, told
from rag.web.turn import day_of


def chosen(languages: Sequence[str], outlets: Sequence[str], since: str, until: str) -> Filter:
    """The filter of what stands in the four fields; a date that is none counts as not given."""
    return Filter(frozenset(languages or ()), frozenset(outlets or ()), day_of(since), day_of(until))


def filter_words(where: Filter, reader: str) -> list[str]:
    """What a filter asks for, a phrase each."""
    words = [language_name(code, reader) for code in sorted(where.languages)]
    words += sorted(where.outlets)
    words += [f"≥ {where.since.isoformat()}"] if where.since else []
    words += [f"≤ {where.until.isoformat()}"] if where.until else []
    return words


def filter_html(where: Filter, since: str, until: str, reader: str) -> str:
    """The filters that apply to the next question, where there are any, and dates that are none."""
    words = filter_words(where, reader)
    parts = []
    if words:
        phrases = "".join(f'<span class="ch-filter-word">{isolated(word)}</span>' for word in words)
        clear = f'<button type="button" class="ch-tool" data-do="clear">{told("clear", reader)}</button>'
        parts.append(f'<p class="ch-filters">{told("filters_on", reader)}: {phrases} {clear}</p>')
    parts += [f'<p class="ch-fault" role="alert">{fault}</p>' for fault in bad_dates(since, until, reader)]
    return "".join(parts)


def bad_dates(since: str, until: str, reader: str) -> list[str]:
    """What is wrong with the dates that were typed, safe as HTML; nothing is asked while one is none."""
    typed = [given for given in (since, until) if given and given.strip()]
    return [text(told("bad_date", reader, text=given[:40])) for given in typed if day_of(given) is None]
