"""Two numbers with a hyphen or a colon between: the score of a match, "3-1", "1:3", or the time of day."""

from __future__ import annotations

from collections.abc import Sequence

from rag.numbers.tokens import Token
from rag.numbers.values import Kind, Value

_BETWEEN = frozenset("-‑–:")
_DIGITS = 3  # a longer number is no score: 2022-23 is a season
_AFTER = frozenset({"percent", "currency", "measure", "period", "scale", "month"})


def read_score(found: Sequence[Token], place: int) -> tuple[Value, int] | None:
    """The score that starts at a token and the first token after it, or None.

    With a hyphen the greater number comes first: "1-3" may be from one to three, and is read as that.
    """
    if place + 1 >= len(found):
        return None
    first, second = found[place], found[place + 1]
    if second.gap not in _BETWEEN or not (_is_plain(first) and _is_plain(second)) or _goes_on(found, place):
        return None
    one, other = float(first.text), float(second.text)
    if second.gap != ":" and (first.named or one < other):
        return None
    after = place + 2
    if after < len(found) and found[after].gap in _BETWEEN | {""} and "suffix" in found[after].roles:
        after += 1
    return Value(Kind.SCORE, min(one, other), max(one, other), "", first.start, found[after - 1].end), after


def _is_plain(token: Token) -> bool:
    return token.text.isdigit() and len(token.text) <= _DIGITS


def _goes_on(found: Sequence[Token], place: int) -> bool:
    """Whether a unit follows, or one more number on either side: "10-12%", "12:30:15"."""
    before, after = found[place].gap in _BETWEEN and place > 0, found[place + 2] if place + 2 < len(found) else None
    if before and found[place - 1].text[-1:].isalnum():
        return True
    return after is not None and bool(after.roles.keys() & _AFTER or (after.gap in _BETWEEN and after.text.isdigit()))
