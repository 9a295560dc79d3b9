"""Figures and dates as short texts, so that a table can hold what is expected."""

from __future__ import annotations

from datetime import date

from rag.numbers import Kind, Value, values

LANGUAGES = ("en", "sq", "sr", "it", "hu")
PUBLISHED = date(2022, 9, 7)  # a Wednesday


def figure(number: float) -> str:
    return f"{number:.10g}" if number % 1 else str(int(number))


def shown(value: Value) -> str:
    if value.kind is Kind.DATE:
        ends = [date.fromordinal(int(end)).isoformat() for end in (value.low, value.high)]
    elif value.kind is Kind.DAY_OF_YEAR:
        start = date(2000, 1, 1).toordinal() - 1
        ends = [date.fromordinal(start + int(end)).strftime("--%m-%d") for end in (value.low, value.high)]
    else:
        ends = [figure(value.low), figure(value.high)]
    span = ends[0] if ends[0] == ends[1] else "..".join(ends)
    told = "" if value.kind in {Kind.NUMBER, Kind.DATE, Kind.DAY_OF_YEAR} else f"{value.kind.value} "
    return f"{told}{span} {value.unit}".strip()


def read(text: str, language: str, published: date | None = None) -> str:
    return "; ".join(shown(value) for value in values(text, language, published)) or "-"
