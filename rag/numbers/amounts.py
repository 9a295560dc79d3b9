"""Amounts in a sentence: numerals and number words with their scale, unit, and "more than"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rag.numbers.counts import Count, near, read_count
from rag.numbers.fractions import read_fraction
from rag.numbers.tokens import Token
from rag.numbers.values import Kind, Value

UP_TO = 2.0
"""How many times "more than 30" may be: nobody says so of 80."""
NEAR = 0.1
"""How far "about 30" may be off."""
_LINKS = 3  # words between an amount and its unit: "milioni di dollari", "billion of US dollars"
_AT_LEAST = frozenset({"least", "pakten", "najmanje", "barem", "bar", "almeno"})
_AT_MOST = frozenset({"most", "massimo", "shumti", "maximum", "maksimum", "maksimumi"})
_NOT = frozenset({"no", "not", "non", "ne", "jo", "nuk", "nem"})
_OF, _ARTICLES = frozenset({"of", "di", "od"}), frozenset({"the", "i", "gli", "le", "a", "az"})
_HUNGARIAN_MORE = ("tobb", "idosebb", "nagyobb", "hosszabb", "magasabb")
_HUNGARIAN_LESS = ("kevesebb", "fiatalabb", "kisebb", "rovidebb", "alacsonyabb")
_OVER_TO = frozenset({"hand", "hands", "handed", "handing", "take", "takes", "took", "taken", "taking", "turned"})
"""Verbs that go with "over": "handed over 67 planes"."""
_ATTACHED = frozenset({"", "-", "‑"})
_LENGTHS = {"day": ("day", 1.0), "week": ("day", 7.0), "month": ("month", 1.0), "year": ("month", 12.0)}
_MILE, _NAUTICAL_MILE = "m:1609.344", 1852.0
_MINUS = ("-", "−", "–")
_RANGE = frozenset({"-", "–", "—", " - ", " – ", " — "})


def read_amount(found: Sequence[Token], place: int, taken: int = 0) -> tuple[Value, int] | None:
    """The amount that starts at a token and the first token after it, or None.

    :param taken: the first token that no value holds yet; an earlier amount keeps its currency sign.
    """
    fraction = read_fraction(found, place)
    if fraction is not None:
        return fraction
    if times := _times(found, place):
        return Value(Kind.NUMBER, times, times, "", found[place].start, found[place].end), place + 1
    ordinal = _ordinal(found, place)
    if ordinal is not None:
        number, after = ordinal
        return Value(Kind.ORDINAL, number, number, "", found[place].start, found[after - 1].end), after
    length = _length(found, place)
    count = length[0] if length else _span(found, place)
    if count is None:
        return None
    kind, unit, factor, after = length[1] if length else _unit(found, count)
    if kind is Kind.MEASURE and not length:
        further, after = _and_more(found, after)
        count = replace(count, low=count.low + further / factor, high=count.high + further / factor)
    first = place
    if kind is Kind.NUMBER and place > taken and "currency" in found[place - 1].roles and _sign_before(found, place):
        kind, unit, first = Kind.MONEY, found[place - 1].roles["currency"], place - 1
    low, high = _loosened(found, first, count, after)
    if unit == "deg" and _negative(found, place):
        low, high = -high, -low
    return Value(kind, low * factor, high * factor, unit, found[first].start, found[after - 1].end), after


def _times(found: Sequence[Token], place: int) -> float:
    """How often: "twice", "kétszer"; 0 for any other word, and for "twice as many", which is told in other words."""
    following = found[place + 1].text if place + 1 < len(found) else ""
    return 0.0 if following in {"as", "the"} else float(found[place].roles.get("times", 0))


def _span(found: Sequence[Token], place: int) -> Count | None:
    """A count or a range of two: "30-40", "10 to 20", "između 10 i 20"."""
    count = read_count(found, place)
    if count is None or count.after >= len(found):
        return count
    between = place > 0 and "between" in found[place - 1].roles
    at, token = count.after, found[count.after]
    joined = token.gap in _RANGE and token.number is not None
    if not joined and "to" in token.roles and (between or token.text not in {"and", "i", "e", "dhe", "es"}):
        at, joined = at + 1, True
    if not joined or at >= len(found) or not (found[at].number is not None or "number" in found[at].roles):
        return count
    other = read_count(found, at)
    if other is None or not count.low < other.high:
        return count
    # "2-3 million": the scale stands once.
    low = count.low * 10.0 ** (3 * int(_thousands(other.high))) if count.plain and count.low < 1000 else count.low
    return Count(low if low < other.high else count.low, other.high, other.after)


def _thousands(value: float) -> int:
    return next((power for power in (4, 3, 2, 1) if value >= 1000.0**power), 0)


def _unit(found: Sequence[Token], count: Count) -> tuple[Kind, str, float, int]:
    """The kind, unit and factor of what is counted, and the first token after it."""
    power = ""
    for at in range(count.after, min(count.after + _LINKS, len(found))):
        token = found[at]
        if not (near(token) or token.gap in {". ", "’"}):
            break
        roles, after = token.roles, at + 1
        if "counted" in roles and token.gap in _ATTACHED:  # "14-mujor", "54enne"
            return *_counted(roles["counted"]), after
        if "percent" in roles and (not token.text.endswith(("cent", "cento", "qind")) or _percent_word(found, at)):
            return Kind.PERCENT, "%", 1.0, after
        if "currency" in roles:
            return Kind.MONEY, roles["currency"], 1.0, after
        if measured := _measured(roles):
            return Kind.MEASURE, *_in_full(found, at, measured, power)
        if at == count.after and token.gap in _ATTACHED and roles.keys() & {"suffix", "ordinal_suffix"}:
            return Kind.NUMBER, "", 1.0, after
        power = roles.get("power", power)
        if not roles.keys() & {"link", "sea", "power"}:
            break
    return Kind.NUMBER, "", 1.0, count.after


def _in_full(found: Sequence[Token], at: int, measured: tuple[str, float], power: str) -> tuple[str, float, int]:
    """A unit with what stands beside it: the area of "square metres" or "metri quadri", the length of a sea mile."""
    after = at + 1
    if sea := _sea(found, at) if found[at].roles.get("measure") == _MILE else 0:
        return "m", _NAUTICAL_MILE, sea
    unit, factor = measured
    if unit == "m" and not power and after < len(found) and near(found[after]):
        power = found[after].roles.get("power", "")
        after += bool(power)
    return (unit + power, factor ** int(power), after) if unit == "m" and power else (unit, factor, after)


def _length(found: Sequence[Token], place: int) -> tuple[Count, tuple[Kind, str, float, int]] | None:
    """A length without a number of its own: "kétnapos", "decennale", "decade-long", "a decade"."""
    roles, following = found[place].roles, found[place + 1] if place + 1 < len(found) else None
    if "length" in roles:
        kind, unit, amount = _counted(roles["length"])
        return Count(amount, amount, place + 1), (kind, unit, 1.0, place + 1)
    if following is None:
        return None
    if following.text == "long" and following.gap in _ATTACHED and (measured := _measured(roles)):
        return Count(1.0, 1.0, place + 1), (Kind.MEASURE, *measured, place + 2)
    # "A year" may be "per year", but nobody says "per decade".
    decade = "one" in roles and near(following) and following.roles.get("measure", "").startswith("month:")
    if decade and (measured := _measured(following.roles)):
        return Count(1.0, 1.0, place + 1), (Kind.MEASURE, *measured, place + 2)
    return None


def _sea(found: Sequence[Token], place: int) -> int:
    """The first token after miles that are said to be nautical, before or behind; else 0."""
    if "sea" in found[place - 1].roles:
        return place + 1
    behind = place + 1 < len(found) and near(found[place + 1]) and "sea" in found[place + 1].roles
    return place + 2 if behind else 0


def _and_more(found: Sequence[Token], place: int) -> tuple[float, int]:
    """What goes on a length: half of its unit in "quattro anni e mezzo", months in "four years and six months"."""
    period = found[place - 1].roles.get("period", "")
    if not period or place + 1 >= len(found) or not _is_and(found[place]) or not near(found[place]):
        return 0.0, place
    at = place + 1 + ("one" in found[place + 1].roles)
    if at < len(found) and "half" in found[at].roles and near(found[at]):
        return _LENGTHS[period][1] / 2, at + 1
    count = read_count(found, place + 1) if period == "year" else None
    if count is None or count.after >= len(found) or found[count.after].roles.get("period") != "month":
        return 0.0, place
    return count.low, count.after + 1


def _is_and(token: Token) -> bool:
    return "and" in token.roles or token.text in {"and", "e", "dhe", "i", "es"}


def _measured(roles: Mapping[str, str]) -> tuple[str, float] | None:
    """The unit and factor of a measure or a period."""
    if "period" in roles:
        return _LENGTHS[roles["period"]]
    unit, _, factor = roles.get("measure", "").partition(":")
    return (unit, float(factor)) if unit else None


def _counted(spec: str) -> tuple[Kind, str, float]:
    unit, _, factor = spec.partition(":")
    return Kind.PERCENT if unit == "%" else Kind.MEASURE, unit, float(factor)


def _percent_word(found: Sequence[Token], place: int) -> bool:
    return len(found[place].text) > 5 or (place > 0 and found[place - 1].text == "per")


def _sign_before(found: Sequence[Token], place: int) -> bool:
    sign = found[place - 1]
    return found[place].gap in {"", " ", "\u00a0"} and (
        not sign.text.isalpha() or sign.text.upper() == sign.roles["currency"]
    )


def _negative(found: Sequence[Token], place: int) -> bool:
    """Whether a minus stands before a temperature."""
    gap = found[place].gap
    return (place > 0 and "minus" in found[place - 1].roles) or (
        gap[-1:] in _MINUS and (len(gap) > 1 or not place or gap == "−")
    )


def _loosened(found: Sequence[Token], place: int, count: Count, after: int) -> tuple[float, float]:
    """The range with "more than", "fewer than" or "about" before it, or "hatvan évnél idősebb"."""
    bound = bounded(found, place) or _compared(found, after)
    if bound == "more":
        return count.low, count.high * UP_TO
    if bound == "less":
        return count.low / UP_TO, count.high
    if bound == "about":
        return count.low * (1 - NEAR), count.high * (1 + NEAR)
    return count.low, count.high


def _compared(found: Sequence[Token], after: int) -> str:
    """Whether a Hungarian comparative stands behind the case that it takes."""
    if after >= len(found) or not found[after - 1].text.endswith(("nal", "nel")):
        return ""
    word = found[after].text
    return "more" if word.startswith(_HUNGARIAN_MORE) else "less" if word.startswith(_HUNGARIAN_LESS) else ""


def bounded(found: Sequence[Token], place: int) -> str:
    """Whether "more", "less" or "about" stands before a token, else ""."""
    before = found[place - 1].roles if place else {}
    if place > 1 and found[place - 1].text == "over" and found[place - 2].text in _OVER_TO:
        return ""
    if "than" in before and place > 1:
        twice = found[place - 2].roles
        if twice.keys() & {"more_than", "less_than"}:
            negated = not _NOT.isdisjoint(one.text for one in found[max(0, place - 4) : place - 2])  # "jo më pak se"
            return "more" if ("more_than" in twice) is not negated else "less"
    if "more_than" in before and found[place - 1].text in _AT_LEAST:
        return "more"
    if _is_at_most(found, place):
        return "less"
    if place > 1 and found[place - 1].text in _ARTICLES:  # "sotto i 20"
        before = before or found[place - 2].roles
    return next((bound for bound in ("more", "less", "about") if bound in before), "")


def _is_at_most(found: Sequence[Token], place: int) -> bool:
    """Whether "at most", "al massimo" or "a maximum of" stands before a token; "most" alone is Hungarian for now."""
    at = place - 2 if place > 1 and found[place - 1].text in _OF else place - 1
    return (
        at >= 0 and found[at].text in _AT_MOST and (found[at].text != "most" or (at > 0 and found[at - 1].text == "at"))
    )


def _century(found: Sequence[Token], place: int) -> float | None:
    """The number of a century: "shekullit III", "del III secolo", "a III. századból", "u 19. veku"."""
    token = found[place]
    number = token.number if token.number is not None else float(token.roles.get("roman", 0))
    if not number or token.named:
        return None
    behind = place + 1 < len(found) and "century" in found[place + 1].roles
    ahead = place > 0 and "century" in found[place - 1].roles and token.gap.isspace() and "roman" in token.roles
    return number if ahead or (behind and found[place + 1].gap in {" ", ". ", "\u00a0", ".\u00a0"}) else None


def _is_nth(token: Token, following: Token | None) -> bool:
    """Whether a numeral with a full stop counts what follows: "do 70. minuta", "a 70. percig"; not "2000. godine"."""
    if following is None or following.gap not in {". ", ".\u00a0"} or not token.text.isdigit() or token.named:
        return False
    unit = following.roles.get("period") or following.roles.get("measure", "").partition(":")[0]
    return unit in {"day", "week", "month", "s"} and len(token.text) <= 3


def _ordinal(found: Sequence[Token], place: int) -> tuple[float, int] | None:
    """A rank: "third", "twenty-first", "dvadeset treći", "5th"."""
    token = found[place]
    following = found[place + 1] if place + 1 < len(found) else None
    number = token.number if _is_nth(token, following) else _century(found, place)
    if number is not None:
        return number, place + 1
    if token.number is not None and following is not None and following.gap in {*_ATTACHED, "º"}:
        return (token.number, place + 2) if "ordinal_suffix" in following.roles and not token.named else None
    if "ordinal" in token.roles and "number" not in token.roles:
        return float(token.roles["ordinal"]), place + 1
    if "number" in token.roles and following is not None and near(following) and following.text == "first":
        return float(token.roles["number"]) + 1, place + 2
    if "number" in token.roles and following is not None and "ordinal" in following.roles and near(following):
        tens, ones = float(token.roles["number"]), float(following.roles["ordinal"])
        if tens >= 20 and tens % 10 == 0 and ones < 10 and "number" not in following.roles:
            return tens + ones, place + 2
    return None
