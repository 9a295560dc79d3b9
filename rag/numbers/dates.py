"""Dates in a sentence: "5 September 2022", "szeptember 5-én", "u avgustu", "il mese scorso", "on Monday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from rag.numbers.counts import read_count
from rag.numbers.quarters import read_quarter
from rag.numbers.relative_dates import days_of, read_relative, read_weekday
from rag.numbers.tokens import Token
from rag.numbers.values import Kind, Value
from rag.numbers.years import YEARS, is_year, read_year, year_after

_NUMERIC = re.compile(r"\d{1,4}(?:[.][ \u00a0]?|[/-])\d{1,2}(?:[.][ \u00a0]?|[/-])\d{2,4}(?!\d)")
_DAY_GAPS = frozenset({" ", ". ", ".", "-", "\u00a0", ".\u00a0", "° ", "º "})
_LEAP = 2000
"""A year with all 366 days, for dates without one."""
_NAMES = "maj maja maje maji maju majo majom mars mart marta marte marti martu martom jula juna avgusta augusta aprila"
_GIVEN_NAMES = frozenset(_NAMES.split())
"""Forms of months, in languages that write those small, that with a capital are a name: Marta, Maja, Jula."""
_ARTICLES = frozenset({"il", "l"})


def read_date(text: str, found: Sequence[Token], place: int, published: date | None) -> tuple[Value, int] | None:
    """The date that starts at a token and the first token after it, or None."""
    token = found[place]
    if token.number is None and not token.roles and not token.text[:1].isdigit():
        return None
    return (
        _numeric(text, found, place)
        or read_quarter(found, place)
        or _day_and_month(text, found, place, published)
        or read_relative(found, place, published)
        or read_weekday(found, place, published)
        or read_year(found, place)
    )


def _numeric(text: str, found: Sequence[Token], place: int) -> tuple[Value, int] | None:
    """5.9.2022, 05/09/2022, 2022-09-05; day before month, and not where English leaves it open."""
    token = found[place]
    match = _NUMERIC.match(text, token.start) if token.text[:1].isdigit() else None
    if match is None:
        return None
    parts = [int(part) for part in re.findall(r"\d+", match.group())]
    year, month, day = parts if parts[0] > 31 else reversed(parts)
    if month > 12 and "/" in match.group():
        month, day = day, month
    if year not in YEARS or not _is_day(year, month, day):
        return None
    after = place + 1
    while after < len(found) and found[after].start < match.end():
        after += 1
    number = date(year, month, day).toordinal()
    return Value(Kind.DATE, number, number, "", token.start, match.end()), after


def _is_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= days_of(year, month)


def _day_and_month(text: str, found: Sequence[Token], place: int, published: date | None) -> tuple[Value, int] | None:
    """A month with the day and the year that stand beside it, in the order of any of the languages."""
    at, days, year = place, None, None
    if is_year(found[at]) and at + 1 < len(found):  # "2022. szeptember 5."
        year, at = int(found[at].number or 0), at + 1
        if found[at].text in {"ev", "evi"} or found[at].gap in {"-"}:
            at += 1
    if year is None and (leading := _days(found, at)) is not None:
        days, at = leading
    if at >= len(found) or not _is_month(text, found, at, bool(days or year)) or (days and _apart(found, at)):
        return None
    month, end = int(found[at].roles["month"]), at + 1
    short = len(found[at].text) <= 5
    if (
        days is None
        and end < len(found)
        and _follows(found[end], short)
        and (trailing := _days(found, end)) is not None
    ):
        days, end = trailing
    if year is None:
        year, end = year_after(found, end)
    last = days_of(year or _LEAP, month)
    first_day, last_day = days or (1, last)
    if not 1 <= first_day <= last_day <= last:
        return None
    last_token = found[end - 1]
    return _dated(year, month, (first_day, last_day), published, (found[place].start, last_token.end)), end


def _follows(day: Token, short: bool) -> bool:
    """Whether a day stands right after its month, which may be cut short: "Sept. 5"."""
    return day.gap.isspace() or (short and day.gap == ". ")


def _dated(year: int | None, month: int, days: tuple[int, int], published: date | None, span: tuple[int, int]) -> Value:
    """With a year a DATE; without, the one nearest to the publication, or a DAY_OF_YEAR."""
    first, last = days
    if year is None and published is not None:
        nearest = [
            date(at, month, min(first, days_of(at, month)))
            for at in range(max(1, published.year - 1), min(9998, published.year) + 2)
        ]
        year = min(nearest, key=lambda day: abs((day - published).days)).year
        last = min(last, days_of(year, month))
        first = min(first, last)
    low, high = (date(year or _LEAP, month, day) for day in (first, last))
    if year is None:
        return Value(Kind.DAY_OF_YEAR, low.timetuple().tm_yday, high.timetuple().tm_yday, "", *span)
    return Value(Kind.DATE, low.toordinal(), high.toordinal(), "", *span)


def _days(found: Sequence[Token], place: int) -> tuple[tuple[int, int], int] | None:
    """A day of a month, or two with a dash, and the first token after them and their endings."""
    token = found[place]
    if "day_one" in token.roles:
        return (1, 1), _past_links(found, place + 1)
    if token.number is None:
        written = token.roles.get("ordinal")
        return ((int(written), int(written)), _past_links(found, place + 1)) if written else _spelt(found, place)
    if not _is_day_number(token) or token.named:
        return None
    first = last = int(token.number)
    at = place + 1
    if at < len(found) and found[at].gap in {"-", "–", ".-", ".–", "—"} and _is_day_number(found[at]):
        last, at = int(found[at].number or 0), at + 1
    elif other := _to_a_day(found, at):
        last, at = int(found[other].number or 0), other + 1
    if at < len(found) and found[at].gap in {"", "-", "º"} and found[at].roles.keys() & {"suffix", "ordinal_suffix"}:
        at += 1
    return (first, last), _past_links(found, at)


def _to_a_day(found: Sequence[Token], place: int) -> int:
    """The place of the second of two days: "Dal 5 al 7 settembre", "tra il 10 e l'11 ottobre"; 0 for none."""
    if place + 2 >= len(found) or "to" not in found[place].roles:
        return 0
    other = place + 1 + (found[place + 1].text in _ARTICLES)
    if (
        other + 1 < len(found)
        and _is_day_number(found[other])
        and "month" in found[_past_links(found, other + 1)].roles
    ):
        return other
    return 0


def _spelt(found: Sequence[Token], place: int) -> tuple[tuple[int, int], int] | None:
    """ "Il cinque settembre", "më pesë shtator"."""
    if "number" not in found[place].roles:
        return None
    count = read_count(found, place)
    if count is None or not 1 <= count.low == count.high <= 31:
        return None
    return (int(count.low), int(count.low)), count.after


def _past_links(found: Sequence[Token], place: int) -> int:
    """Past "of" and "di" to a month."""
    at = place
    while at < min(place + 2, len(found)) and "link" in found[at].roles and found[at].gap.isspace():
        at += 1
    return at if at < len(found) and "month" in found[at].roles else place


def _is_day_number(token: Token) -> bool:
    return token.number is not None and len(token.text) <= 2 and 1 <= token.number <= 31


def _apart(found: Sequence[Token], place: int) -> bool:
    return found[place].gap not in _DAY_GAPS


def _is_month(text: str, found: Sequence[Token], place: int, dated: bool) -> bool:
    """Whether a word is a month here: "may" and "march" are verbs, "Maja" is a woman, "Mars" a planet."""
    token = found[place]
    if "month" not in token.roles:
        return False
    beside = dated or (place + 1 < len(found) and found[place + 1].number is not None)
    capital = text[token.start].isupper()
    if not beside and capital and token.text in _GIVEN_NAMES:
        return False
    if len(token.text) > 5 or beside:
        return True
    if token.text in {"may", "march"}:
        cued = place > 0 and found[place - 1].roles.keys() & {"year_cue", "turn", "link"}
        return capital and bool(cued or (token.text == "march" and place))
    return len(token.text) != 3 or token.text in {"maj", "jun", "jul"}
