"""How old somebody is, where a figure alone says it: "Réka Somogyi, 34, fell", "Ana Krasniqi (34)"."""

from __future__ import annotations

from dataclasses import replace

from rag.numbers.tokens import Token
from rag.numbers.values import Kind, Value

_OLDEST = 110.0
_MONTHS = 12.0
_SIGNS = (", ", " (")
_ENDS = (",", ")")


def as_age(text: str, value: Value, before: Token | None) -> Value:
    """A figure that stands alone between commas or in brackets behind a name, in months; any other as it is.

    :param before: the word in front of it, if any.
    """
    alone = value.kind is Kind.NUMBER and value.low == value.high <= _OLDEST and value.low == int(value.low)
    if not alone or before is None or not text[value.start : value.end].isdigit():
        return value
    sign, end = text[before.end : value.start], text[value.end : value.end + 1]
    if (sign, end) not in zip(_SIGNS, _ENDS, strict=True) or not _is_name(text, before):
        return value
    return replace(value, kind=Kind.MEASURE, unit="month", low=value.low * _MONTHS, high=value.high * _MONTHS)


def _is_name(text: str, word: Token) -> bool:
    """Whether a word begins with a capital, behind another that does or inside a sentence; no month, no numeral."""
    written = text[word.start : word.end]
    return written[:1].isupper() and not written.isupper() and not word.roles and word.number is None
