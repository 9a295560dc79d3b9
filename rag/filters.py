"""Which articles may be used, from the texts in which a caller names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from index.errors import UsageError
from index.language import language_code
from index.records import Filter


def make_filter(languages: Iterable[str] = (), outlets: Iterable[str] = (), since: str = "", until: str = "") -> Filter:
    """Read a filter; Croatian and Bosnian articles are filed as Serbian.

    :param languages: codes such as "sr", "hr" or "en-GB", also several with commas between.
    :param since: ISO date, "" for any; `until` likewise.
    :raises UsageError: a language is no code, or a date is no date.
    """
    return Filter(
        languages=frozenset(codes(languages)),
        outlets=frozenset(outlets),
        since=day(since) if since else None,
        until=day(until) if until else None,
    )


def day(text: str) -> date:
    """Read an ISO date.

    :raises UsageError: it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text!r} is no date; write it as 2022-09-06") from None


def codes(given: Iterable[str]) -> Iterator[str]:
    """Read language codes, several in a text with commas between.

    :raises UsageError: one is none.
    """
    for part in ",".join(given).split(","):
        if part.strip():
            code = language_code(part)
            if not code:
                raise UsageError(f"{part!r} is no language code; give one such as sr or en")
            yield code
