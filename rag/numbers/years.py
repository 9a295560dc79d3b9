"""Years: alone ("since 2014", "2014-ben", "the 1990s", "2022-23") and beside a month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rag.numbers.amounts import bounded
from rag.numbers.tokens import Token
from rag.numbers.values import Kind, Value

YEARS = range(1900, 2101)


def is_year(token: Token) -> bool:
    """Whether a numeral of four digits may be a year, 1900 to 2100."""
    return token.number is not None and len(token.text) == 4 and token.number in YEARS and not token.named


def year_after(found: Sequence[Token], place: int) -> tuple[int | None, int]:
    """The year beside a month: "September 2022", "shtator të vitit 2022", "settembre del 2022"."""
    at = place
    while at < min(place + 2, len(found)) and (found[at].text in {"of", "te", "vitit", "del", "dell", "anno", "se"}):
        at += 1
    if at < len(found) and is_year(found[at]) and found[at].gap in {" ", ", ", ". ", "\u00a0", " ,"}:
        return int(found[at].number or 0), _year_end(found, at + 1)
    return None, place


def _year_end(found: Sequence[Token], place: int) -> int:
    """Past what belongs to a year: "2022-ben", "2022. godine"."""
    if place < len(found):
        token = found[place]
        if token.gap in {"-", ""} and token.roles.keys() & {"suffix", "ordinal_suffix"}:
            return place + 1
        if token.gap in {" ", ". "} and token.roles.get("period") == "year":
            return place + 1
    return place


def read_year(found: Sequence[Token], place: int) -> tuple[Value, int] | None:
    """A year alone. A figure of four digits is one, unless it counts something or could be a round number."""
    token = found[place]
    if not is_year(token):
        return None
    following = found[place + 1] if place + 1 < len(found) else None
    end = _year_end(found, place + 1)
    cued = place > 0 and "year_cue" in found[place - 1].roles
    if end == place + 1 and following is not None:
        counted = following.roles.keys() & {"scale", "currency", "measure", "percent", "period"}
        if counted and following.gap in {"", " ", "-", "\u00a0"}:
            return None
    if (place and "currency" in found[place - 1].roles) or (bounded(found, place) and not cued and end == place + 1):
        return None
    year = int(token.number or 0)
    decade = following is not None and following.gap in {"", "-"} and following.text in {"s", "ih", "es"}
    if year % 100 == 0 and not cued and end == place + 1:
        return None
    last = year + 9 if decade and year % 10 == 0 else year
    if following is not None and following.gap in {"-", "–", "/"} and following.number is not None:
        other = int(following.number) + (year // 100 * 100 if len(following.text) == 2 else 0)
        if year < other <= year + 99 and len(following.text) in {2, 4}:
            last, end = other, _year_end(found, place + 2)
    low, high = date(year, 1, 1).toordinal(), date(last, 12, 31).toordinal()
    return Value(Kind.DATE, low, high, "", token.start, found[end - 1].end), end
