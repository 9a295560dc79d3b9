"""Shares in a sentence: "two thirds", "a quarter of", "la metà", "dve trećine", "kétharmada"; as percentages."""

from __future__ import annotations

from collections.abc import Sequence

from rag.numbers.counts import near
from rag.numbers.tokens import Token
from rag.numbers.values import Kind, Value

_OF = frozenset(
    {"of", "the", "its", "their", "all", "di", "dei", "degli", "delle", "del", "della", "dell", "dello", "d"}
)
_RANKS = ("first", "latter", "other", "prv", "drug", "prim", "second", "elso")
_COMPARED = frozenset(
    {"lower", "higher", "less", "more", "fewer", "cheaper", "dearer", "smaller", "larger", "faster", "slower"}
    | {"meno", "piu", "inferiore", "superiore"}
)
_BACK = 3  # words: "inferiore di circa un quinto"
_IN = frozenset({"in", "su", "ne"})
_UNITS = frozenset({"period", "measure", "currency", "percent", "scale", "month"})
_BETWEEN = frozenset({"e", "te"})  # Albanian "dy të tretat"


def read_fraction(found: Sequence[Token], place: int) -> tuple[Value, int] | None:
    """The share that starts at a token and the first token after it, or None.

    A word that is a rank as well ("third", "quarto") is a share after a number, or after "a" and before "of".
    """
    token = found[place]
    if place and _is_rank(found[place - 1]):  # "the second half of the year"
        return None
    if "share" in token.roles:
        return _percent(found, place, place, 1.0 / float(token.roles["share"]))
    if token.text == "half" and place + 1 < len(found) and found[place + 1].text in _OF:
        return _percent(found, place, place, 0.5)
    return _counted(found, place) or _one_in(found, place)


def _one_in(found: Sequence[Token], place: int) -> tuple[Value, int] | None:
    """ "Two in three families", "uno su cinque", "dy në tri"; not "two in three days"."""
    if place + 2 >= len(found) or found[place + 1].text not in _IN or not near(found[place + 2]):
        return None
    one, other = (_small(found[at]) for at in (place, place + 2))
    after = found[place + 3] if place + 3 < len(found) else None
    if not 0 < one < other or (after is not None and after.roles.keys() & _UNITS):
        return None
    return _percent(found, place, place + 2, one / other)


def _small(token: Token) -> float:
    if token.number is not None or "number" in token.roles:
        number = token.number if token.number is not None else float(token.roles["number"])
        return number if number <= 10 and not token.named else 0.0
    return 1.0 if "one" in token.roles and token.text not in {"a", "an", "un", "una"} else 0.0


def _counted(found: Sequence[Token], place: int) -> tuple[Value, int] | None:
    """ "Two thirds", "a quarter of", "një e treta"."""
    token, at = found[place], place + 1
    count = token.number if token.number is not None else float(token.roles.get("number", 0))
    one = "one" in token.roles or count == 1
    if at < len(found) and found[at].text in _BETWEEN:
        at += 1
    if not (one or 2 <= count <= 9) or at >= len(found) or not near(found[at]):
        return None
    part = found[at].roles.get("share") or found[at].roles.get("part")
    surely = not one or at > place + 1 or "share" in found[at].roles or token.text == "one"
    surely = surely or any(former.text in _COMPARED for former in found[max(0, place - _BACK) : place])
    if part is None or not (surely or _of(found, at + 1) or _compared(found, at + 1)):
        return None
    share = (1.0 if one else count) / float(part)
    return _percent(found, place, at, share) if share <= 1 else None


def _is_rank(token: Token) -> bool:
    return bool(token.roles.keys() & {"ordinal", "day_one"}) or token.text.startswith(_RANKS)


def _of(found: Sequence[Token], place: int) -> bool:
    return place < len(found) and found[place].text in _OF


def _compared(found: Sequence[Token], place: int) -> bool:
    """Whether it is said how something compares: "a fifth lower", "un quinto in meno"."""
    at = place + (place < len(found) and found[place].text == "in")
    return at < len(found) and near(found[at]) and found[at].text in _COMPARED


def _percent(found: Sequence[Token], first: int, last: int, share: float) -> tuple[Value, int]:
    percent = 100 * share
    return Value(Kind.PERCENT, percent, percent, "%", found[first].start, found[last].end), last + 1
