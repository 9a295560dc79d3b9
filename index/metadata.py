"""What a record, `articles.yaml` or front matter says of an article, checked field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from index.clean import clean_line
from index.language import language_code

FIELDS = ("title", "language", "outlet", "origin", "url", "published")
_MOST_CHARACTERS = {"title": 300, "outlet": 200, "origin": 200, "url": 2_000}
# What blogs and site generators call our fields in front matter.
FRONT_MATTER_NAMES = {"lang": "language", "date": "published"}


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields that can be used, and a note on each one that cannot; such a field stays empty."""

    title: str = ""
    language: str = ""
    outlet: str = ""
    origin: str = ""
    url: str = ""
    published: date | None = None
    notes: tuple[str, ...] = field(default=(), compare=False)

    def over(self, other: Metadata) -> Metadata:
        """This metadata, with what it leaves open taken from `other`."""
        return Metadata(
            **{name: getattr(self, name) or getattr(other, name) for name in FIELDS}, notes=self.notes + other.notes
        )


def read_metadata(raw: Mapping[str, Any], aliases: Mapping[str, str] = MappingProxyType({})) -> Metadata:
    """Check the known fields of a mapping and ignore the others; `aliases` gives other names for them.

    `published` is an ISO 8601 date or time, of which the date counts; `language` a code such as "sr" or "sr-Latn".
    """
    values: dict[str, Any] = {}
    notes: list[str] = []
    for name, value in raw.items():
        target = aliases.get(name, name)
        if target not in FIELDS or value is None or value == "":
            continue
        try:
            values[target] = _checked(target, value)
        except ValueError as error:
            notes.append(f"{name} {_shown(value)} {error}; left empty")
    return Metadata(**values, notes=tuple(notes))


def _checked(name: str, value: object) -> str | date:
    """Check one field.

    :raises ValueError: says what it is not.
    """
    if not isinstance(value, str):
        raise ValueError("is not text")
    if name == "published":
        return _date(value.strip())
    if name == "language":
        code = language_code(value)
        if not code:
            raise ValueError('is not a language code such as "sq" or "sr-Latn"')
        return code
    line = clean_line(value, _MOST_CHARACTERS[name])
    return _web_address(line) if name == "url" else line


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        raise ValueError("is not an ISO date such as 2022-09-06") from None


def _web_address(text: str) -> str:
    """An address that readers may be sent to; never one that a browser would run."""
    try:
        parts = urlsplit(text)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:  # a bracket that is not closed
        usable = False
    if not usable:
        raise ValueError("is not an http or https address")
    return text


def _shown(value: object) -> str:
    """The value in a message: short, and on one line."""
    return repr(clean_line(value, 60)) if isinstance(value, str) else f"({type(value).__name__})"
