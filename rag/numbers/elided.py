"""Figures without a unit that stand beside one that has theirs.

Those of a change, "from 75 minutes to 35", "sa 174 na 186 miliona evra"; parts of a whole: "of the 191 million, 110".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.fold import fold
from rag.numbers.counts import read_count
from rag.numbers.tokens import tokens
from rag.numbers.values import Kind, Value

_TO = {
    "en": r"(?:down |up )?to",
    "it": r"ai?|agli|alle|fino a",
    "sr": r"na",
    "sq": r"ne|deri ne",
}
_FROM = {"en": r"from", "it": r"da|dai|dagli|dalle", "sr": r"sa?", "sq": r"nga"}
_FOR = {
    "en": r"instead of|against|versus|compared (?:with|to)|(?:down |up )?from",
    "it": r"invece (?:di|dei|degli|delle)|contro(?: i| gli| le)?|rispetto (?:a|ai|agli|alle)",
    "sr": r"umesto|naspram|u odnosu na",
    "sq": r"ne vend te|kundrejt|krahas",
    "hu": r"helyett(?: csak)?",
}
_OF = {
    "en": r"of (?:the|its|his|her|their|these|those)",
    "it": r"de(?:i|gli|lle|ll')|su(?:i|gli|lle)?|di (?:questi|quei)",
    "sr": r"od(?: (?:tih|tog|ukupno|ukupnih))?",
    "sq": r"nga",
}
_HUNGARIAN_FROM = ("rol", "tol", "bol")
_HUNGARIAN_TO = re.compile(r"-?(?:re|ra|ig|be|ba)")
_NOW = r"now|today|currently|danas|sada|(?:di )?oggi|adesso|sot|tani|ma|most"
_ENDS = re.compile(rf"\s*(?:$|[.,;:!?)»”\"—–])|\s+(?:{_NOW})\b")
_UNITS = frozenset({Kind.MEASURE, Kind.MONEY, Kind.PERCENT})
_SCALED = 1000.0
_LARGE = 1e6
_BEFORE = 20
"""Characters before a figure in which "from", "instead of" and "of the" are looked for."""


def with_units_beside(text: str, read: Sequence[Value], code: str) -> list[Value]:
    """The values of a text, those without a unit with that of the one they go with.

    :param code: the language, one of the five; values of others are given as they are.
    """
    found = list(read)
    if code not in _FOR:
        return found
    for place in range(len(found) - 1):
        one, other = found[place], found[place + 1]
        leads_on = one.kind in _UNITS and _leads_on(text, one, other, code)
        if _is_bare(other) and (leads_on or _is_part(text, one, other, code)):
            found[place + 1] = _like(text, other, one, code)
        elif _is_bare(one) and other.kind in _UNITS and _leads_back(text, one, other, code):
            found[place] = _like(text, one, other, code)
    return found


def _is_bare(value: Value) -> bool:
    return value.kind is Kind.NUMBER and value.low == value.high


def _leads_on(text: str, one: Value, other: Value, code: str) -> bool:
    """Whether a figure goes on from one with a unit: "75 minutes to 35", "75 percről 35-re"."""
    between = fold(text[one.end : other.start]).strip(" ,")
    if code == "hu":
        starts = fold(text[one.start : one.end]).endswith(_HUNGARIAN_FROM)
        ends = _HUNGARIAN_TO.fullmatch(fold(text[other.start : other.end]).lstrip("0123456789.,")) is not None
        return (not between and starts and ends) or (bool(re.fullmatch(_FOR[code], between)) and _ends(text, other))
    return bool(re.fullmatch(f"{_TO[code]}|{_FOR[code]}", between)) and _ends(text, other)


def _leads_back(text: str, one: Value, other: Value, code: str) -> bool:
    """Whether the unit of a figure stands at the next: "from 12 to 9 percent", "umesto 75 trajati 35 minuta"."""
    before, between = fold(text[max(0, one.start - _BEFORE) : one.start]), fold(text[one.end : other.start]).strip()
    if code == "hu":
        starts = fold(text[one.start : one.end]).endswith(_HUNGARIAN_FROM)
        return (not between and starts) or bool(re.fullmatch(_FOR[code], between))
    if re.fullmatch(_FOR[code], between):
        return True
    if re.search(rf"\b(?:{_FOR[code]})\s+$", before):
        return len(between.split()) <= 1 and between.isalpha()
    return bool(re.search(rf"\b(?:{_FROM[code]})\s+$", before) and re.fullmatch(_TO[code], between))


def _is_part(text: str, one: Value, other: Value, code: str) -> bool:
    """Whether a figure is some of one with a unit: "of the 191 million, 110"; not "of the 90 minutes, 12 players"."""
    before = fold(text[max(0, one.start - _BEFORE) : one.start])
    whole = code in _OF and re.search(rf"(?:^|\W)(?:{_OF[code]})\s*$", before)
    return bool(whole) and text[one.end : other.start].strip() == "," and one.low > other.low and one.low >= _LARGE


def _ends(text: str, value: Value) -> bool:
    """Whether nothing that it could count follows a figure."""
    return _ENDS.match(text, value.end) is not None


def _like(text: str, bare: Value, other: Value, code: str) -> Value:
    """A bare figure in the unit of another, and in its millions where it has none of its own."""
    read = tokens(text[other.start : other.end], code)
    count = read_count(read, 0)
    if count is None or not count.low:
        return bare
    written = read[0].number or count.low
    factor = other.low / (written if bare.low < _SCALED <= other.low / written else count.low)
    return replace(bare, kind=other.kind, unit=other.unit, low=bare.low * factor, high=bare.high * factor)
