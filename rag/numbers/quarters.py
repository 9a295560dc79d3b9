"""Quarters of a year: "the third quarter of 2022", "2022 harmadik negyedéve", "Q3 2022"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from rag.numbers.tokens import Token
from rag.numbers.values import Kind, Value
from rag.numbers.years import is_year, year_after

_LINKS = frozenset({"i", "e", "te"})
_RANKS = ("ordinal", "day_one")


def read_quarter(found: Sequence[Token], place: int) -> tuple[Value, int] | None:
    """The quarter of a named year that starts at a token and the first token after it, or None."""
    at, year = place, None
    if is_year(found[at]) and at + 1 < len(found):
        year, at = int(found[at].number or 0), at + 1
    rank = quarter = None
    while at < len(found) and (rank is None or quarter is None):
        token = found[at]
        if rank is None and (read := _rank(token, quarter is not None)) is not None:
            rank = read
        elif quarter is None and "quarter" in token.roles:
            quarter = at
        elif token.text not in _LINKS or at == place:
            return None
        at += 1
    if rank is None or quarter is None:
        return None
    if year is None:
        year, at = year_after(found, at)
    if year is None:
        return None
    first = date(year, 3 * rank - 2, 1)
    last = date(year, 3 * rank + 1, 1) if rank < 4 else date(year + 1, 1, 1)
    low, high = first.toordinal(), (last - timedelta(days=1)).toordinal()
    return Value(Kind.DATE, low, high, "", found[place].start, found[at - 1].end), at


def _rank(token: Token, after: bool) -> int | None:
    """Which quarter: a rank, or the figure of "Q3"."""
    written = next((token.roles[role] for role in _RANKS if role in token.roles), "")
    if not written and after and token.number is not None and not token.gap:
        written = token.text
    return int(written) if written in {"1", "2", "3", "4"} else None
