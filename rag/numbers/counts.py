"""How many: numerals and number words with their scales, before any unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rag.numbers.tokens import Token

FEW = (2.0, 10.0)
"""What "several" may be."""
_WEEK_BEFORE = frozenset({"a", "e", "ez", "minden", "egesz"})


@dataclass(frozen=True, slots=True)
class Count:
    """A range, and the first token after it. `plain` is a lone numeral as written."""

    low: float
    high: float
    after: int
    plain: bool = False


@dataclass(slots=True)
class _Sum:
    """What was read so far: whole scales in `total`, the words since the last scale in `current`."""

    total: float = 0.0
    current: float = 0.0
    scale: float = float("inf")

    def multiply(self, scale: float) -> None:
        if scale <= 100 and self.current:
            self.current *= scale
        else:
            self.total, self.current = self.total + (self.current or 1) * scale, 0.0
        self.scale = scale

    def add_half(self) -> None:
        """ "Two and a half" before a scale, "due miliardi e mezzo" after it."""
        if self.current or self.scale == float("inf"):
            self.current += 0.5
        else:
            self.total += self.scale / 2


def read_count(found: Sequence[Token], place: int) -> Count | None:
    """What is counted from a token on: "2,5 milijardi", "két és fél milliárd", "tens of thousands"."""
    vague = _vague(found, place)
    if vague is not None:
        return vague
    read = _Sum()
    at = _begin(read, found, place)
    after = at
    while at is not None and at < len(found) and near(found[at]):
        at = _go_on(read, found, at)
        if at is not None and "and" not in found[at - 1].roles:
            after = at
    if after is None:
        return None
    value = read.total + read.current
    return Count(value, value, after, after == place + 1 and found[place].number is not None)


def _begin(read: _Sum, found: Sequence[Token], place: int) -> int | None:
    """Read the first token; the place after it, or None for no count."""
    token = found[place]
    if token.number is not None:
        read.current = token.number
        return None if token.named else place + 1
    if "number" in token.roles:
        read.current = float(token.roles["number"])
        return None if _is_week(found, place) else place + 1
    if "one" in token.roles and (_starts_scale(found, place + 1) or _and_a_half(found, place + 1)):
        read.current = 1.0
        return place + 1
    if "scale" in token.roles and len(token.text) > 1:  # "m" and "k" need their numeral
        read.multiply(float(token.roles["scale"]))
        return place + 1
    read.current = 0.5
    return _to_scale(found, place + 1) if "half" in token.roles else None


def _go_on(read: _Sum, found: Sequence[Token], at: int) -> int | None:
    """Read a token that adds to a count; the place after it, or None where the count ends."""
    token = found[at]
    scale = float(token.roles.get("scale", 0)) if len(token.text) > 1 or not token.gap else 0.0
    if token.number is not None:
        if read.current or token.named or not _adds(found, at, read.scale):
            return None
        read.current = token.number
    elif "number" in token.roles and not _is_week(found, at):
        if "declined" in found[at - 1].roles:  # "tízből hat" is six of ten
            return None
        atom = float(token.roles["number"])
        if not _fits(read.current, atom) or atom >= read.scale:
            return None
        read.current += atom
    elif scale and read.current and scale < read.scale:
        read.multiply(scale)
    elif "half" in token.roles and found[at - 1].roles.keys() & {"and", "one"}:
        read.add_half()
    elif "and" in token.roles and _goes_on(found, at, read.current or read.total):
        return at + 1 + ("one" in found[at + 1].roles)
    else:
        return None
    return at + 1


def _adds(found: Sequence[Token], place: int, below: float) -> bool:
    """Whether a numeral goes on with a smaller scale: "2 million 300 thousand"."""
    return _starts_scale(found, place + 1) and float(found[place + 1].roles["scale"]) < below


def _is_week(found: Sequence[Token], place: int) -> bool:
    """Hungarian "hét" is seven, and after an article the week."""
    both = "number" in found[place].roles and "period" in found[place].roles
    return both and place > 0 and found[place - 1].text in _WEEK_BEFORE


def near(token: Token) -> bool:
    """Whether only a space or a hyphen stands before a token."""
    return token.gap in {"", "-", "‑"} or token.gap.isspace()


def _fits(current: float, atom: float) -> bool:
    """Whether a number word may follow what was read: "twenty" "five", but not "two" "three"."""
    return current % 10.0 ** len(str(int(atom))) == 0


def _starts_scale(found: Sequence[Token], place: int) -> bool:
    return place < len(found) and near(found[place]) and "scale" in found[place].roles


def _and_a_half(found: Sequence[Token], place: int) -> bool:
    return (
        place < len(found)
        and "and" in found[place].roles
        and any("half" in token.roles for token in found[place + 1 : place + 3])
        and _goes_on(found, place, 1.0)
    )


def _to_scale(found: Sequence[Token], place: int) -> int | None:
    """The place of a scale after "half": "half a million", "pola miliona"."""
    for at in range(place, min(place + 2, len(found))):
        if "scale" in found[at].roles:
            return at
        if "one" not in found[at].roles:
            break
    return None


def _goes_on(found: Sequence[Token], place: int, before: float) -> bool:
    """Whether "and" joins number words: "two hundred and fifty", "due milioni e mezzo"; not "2 and 3"."""
    at = place + 1
    if at < len(found) and "one" in found[at].roles:
        at += 1
    if at >= len(found):
        return False
    roles = found[at].roles
    if "half" in roles or (found[at].number is not None and "scale" in found[place - 1].roles):
        return True
    return found[place - 1].number is None and "number" in roles and _fits(before, float(roles["number"]))


def _vague(found: Sequence[Token], place: int) -> Count | None:
    """A scale that nothing counts: "millions of", "tens of thousands", "nekoliko hiljada", "több tízezer"."""
    if "some" in found[place].roles and place + 1 < len(found) and near(found[place + 1]):
        several = _scale(found, place + 1) or _power_of_ten(found[place + 1])
        return Count(FEW[0] * several, FEW[1] * several, place + 2) if several else None
    low = float(found[place].roles.get("vague", "0"))
    if not low:
        return None
    high, at = low * (1000 if low >= 1000 else 10), place + 1
    while at < len(found):
        linked = at + (found[at].text in {"of", "di"})
        scale = _scale(found, linked)
        if not scale or not near(found[linked]):
            break
        # What is counted is a scale of its own: tens of thousands end at a hundred thousand.
        low, high, at = low * scale, min(high, low * 10) * scale, linked + 1
    return Count(low, high - 1, at)


def _scale(found: Sequence[Token], place: int) -> float:
    roles = found[place].roles if place < len(found) else {}
    return float(roles.get("scale") or roles.get("vague", "0"))


def _power_of_ten(token: Token) -> float:
    number = float(token.roles.get("number", 0))
    return number if number in {10, 100, 1e3, 1e4, 1e5} else 0.0
