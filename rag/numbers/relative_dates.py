"""Dates that count from the publication: "last month", "il mese scorso", "pre tri dana", "on Monday"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from rag.numbers.counts import read_count
from rag.numbers.tokens import Token
from rag.numbers.values import Kind, Value

# Without the article these are "moon", "Mars", "sun" and the like.
_ALBANIAN_DAYS = frozenset(
    {"hene", "henen", "henes", "marte", "marten", "diel", "dielen", "dieles", "hena", "marta", "enjte", "premte"}
)


def days_of(year: int, month: int) -> int:
    """How many days a month has."""
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day


def read_weekday(found: Sequence[Token], place: int, published: date | None) -> tuple[Value, int] | None:
    """ "On Monday"; with a publication date the last such day before it or on it, and after "next" the first one."""
    roles = found[place].roles
    turn = place > 0 and found[place - 1].roles.get("turn")
    nth = place > 0 and found[place - 1].roles.keys() & {"ordinal", "day_one"}
    if "weekday" not in roles or ("period" in roles and (turn or nth)):  # "prve nedelje" is the first week
        return None
    if found[place].text in _ALBANIAN_DAYS and not (place and found[place - 1].text in {"e", "te", "se"}):
        return None
    day, span = int(roles["weekday"]), (found[place].start, found[place].end)
    if published is None:
        return Value(Kind.WEEKDAY, day, day, "", *span), place + 1
    back = (published.weekday() - day) % 7
    moved = published.toordinal() + (7 - back if turn == "1" else -back)
    return Value(Kind.DATE, moved, moved, "", *span), place + 1


def read_relative(found: Sequence[Token], place: int, published: date | None) -> tuple[Value, int] | None:
    """ "Last month", "il mese scorso", "muajin e kaluar", "yesterday", "three days ago", "pre tri dana"."""
    roles = found[place].roles
    if "day" in roles and "period" not in roles:
        return _moved(found, (place, place + 1), "day", int(roles["day"]), published)
    if "last_year" in roles:
        return _moved(found, (place, place + 1), "year", -1, published)
    if "turn" in roles or "period" in roles:
        first, second = ("turn", "period") if "turn" in roles else ("period", "turn")
        for at in range(place + 1, min(place + 3, len(found))):
            if _closes(found, at, second) and found[at].gap in {" ", "\u00a0", "’", "'"}:
                both = {**{first: roles[first]}, second: found[at].roles[second]}
                return _moved(found, (place, at + 1), both["period"], int(both["turn"]), published)
            if found[at].text not in {"e", "i", "te", "se"}:
                break
    return _ago(found, place, published)


def _closes(found: Sequence[Token], place: int, role: str) -> bool:
    """Whether a word ends a relative date; in "for days last month" the "last" belongs to the month."""
    goes_on = role == "turn" and place + 1 < len(found) and "period" in found[place + 1].roles
    return role in found[place].roles and not goes_on


def _ago(found: Sequence[Token], place: int, published: date | None) -> tuple[Value, int] | None:
    before = "ago_before" in found[place].roles
    at = place + before
    if at >= len(found) or not (found[at].number is not None or found[at].roles.keys() & {"number", "one"}):
        return None
    single = "one" in found[at].roles and at + 1 < len(found) and "period" in found[at + 1].roles
    count = None if single else read_count(found, at)
    amount, after = (1, at + 1) if single else (int(count.low), count.after) if count else (0, at)
    if not 0 < amount < 1000 or after >= len(found) or "period" not in found[after].roles:
        return None
    end = after + 1
    if not before and "ago_within" not in found[after].roles:
        if end >= len(found) or "ago_after" not in found[end].roles:
            return None
        end += 1
    return _moved(found, (place, end), found[after].roles["period"], -amount, published)


def _moved(
    found: Sequence[Token], place: tuple[int, int], period: str, by: int, published: date | None
) -> tuple[Value, int]:
    """A day, week, month or year counted from the publication; RELATIVE while that is unknown."""
    first, after = place
    span = (found[first].start, found[after - 1].end)
    relative = Value(Kind.RELATIVE, by, by, period, *span), after
    if published is None:
        return relative
    try:
        low, high = _period(published, period, by)
    except (ValueError, OverflowError):  # before year 1 or after 9999
        return relative
    return Value(Kind.DATE, low.toordinal(), high.toordinal(), "", *span), after


def _period(published: date, period: str, by: int) -> tuple[date, date]:
    if period == "day":
        day = published + timedelta(days=by)
        return day, day
    if period == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=by)
        return monday, monday + timedelta(days=6)
    if period == "month":
        year, month = divmod(published.year * 12 + published.month - 1 + by, 12)
        return date(year, month + 1, 1), date(year, month + 1, days_of(year, month + 1))
    return date(published.year + by, 1, 1), date(published.year + by, 12, 31)
