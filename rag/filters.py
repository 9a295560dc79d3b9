"""Which articles may be used, from the texts in which a caller names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from index.errors import UsageError
from index.fold import fold
from index.language import SERBIAN_FAMILY, language_code
from index.records import Filter

if TYPE_CHECKING:
    from index.store import Store

_NEAREST = 3


def make_filter(languages: Iterable[str] = (), outlets: Iterable[str] = (), since: str = "", until: str = "") -> Filter:
    """Read a filter.

    :param languages: codes such as "sr", "hr" or "en-GB", also several with commas between.
    :param since: ISO date, "" for any; `until` likewise.
    :raises UsageError: a language is no code, a date is no date, or the last day comes before the first.
    """
    return between(
        Filter(languages=frozenset(codes(languages)), outlets=frozenset(outlets)),
        day(since) if since else None,
        day(until) if until else None,
    )


def between(where: Filter, since: date | None, until: date | None) -> Filter:
    """A filter with its two days.

    :raises UsageError: the last day comes before the first, so that no article could pass.
    """
    if since and until and until < since:
        raise UsageError(f"no day is since {since} and until {until}; exchange the two")
    return replace(where, since=since, until=until)


def spelt_as_stored(where: Filter, store: Store) -> Filter:
    """A filter with its outlets as the store spells them, whatever their case and diacritics, and its own languages.

    :raises UsageError: no article is of one of the outlets, or in one of the languages; names what there is.
    """
    if not where.outlets and not where.languages:
        return where
    with store.reading() as view:
        languages = set(view.languages())
        outlets = {outlet for outlet, _ in view.outlets()} if where.outlets else set()
    return replace(where, languages=_stored(where.languages, languages), outlets=_spelt(where.outlets, outlets))


def _stored(wanted: Iterable[str], stored: set[str]) -> frozenset[str]:
    """Languages as the store has them: an article found to be Croatian is filed as Serbian."""
    found = {code: "sr" if code not in stored and code in SERBIAN_FAMILY else code for code in wanted}
    if strange := sorted(code for code, filed in found.items() if filed not in stored):
        has = ", ".join(sorted(filter(None, stored)))
        raise UsageError(f"no article of the index is in the language {strange[0]!r}; it has {has}")
    return frozenset(found.values())


def _spelt(wanted: Iterable[str], stored: set[str]) -> frozenset[str]:
    spellings: dict[str, set[str]] = {}
    for outlet in stored:
        spellings.setdefault(fold(outlet.strip()), set()).add(outlet)
    for name in sorted(wanted):
        if fold(name.strip()) not in spellings:
            raise UsageError(f"no article of the index is of the outlet {name!r}; {_nearest(name, spellings)}")
    return frozenset().union(*(spellings[fold(name.strip())] for name in wanted))


def _nearest(name: str, spellings: dict[str, set[str]]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(fold(name), filter(None, spellings), _NEAREST, cutoff=0)
    outlets = ", ".join(min(spellings[one]) for one in near)
    return f"the nearest that it has: {outlets}" if outlets else "none of them names one"


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
