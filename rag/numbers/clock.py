"""Times of day: "9.52pm", "21:40", "alle ore 22", "u 21.40", "në orën 22", "10-kor"; in minutes from midnight."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from index.fold import fold
from rag.numbers.tokens import Token
from rag.numbers.values import Kind, Value

_TIME = re.compile(r"(?P<hour>[01]?\d|2[0-4])(?:(?P<mark>[.:])(?P<minute>[0-5]\d))?(?![\d:]|[.,]\d)")
_HALF = re.compile(r"[ \u00a0]?(?P<half>[ap])\.?[ \u00a0]?m\b\.?", re.IGNORECASE)
_AFTER = {
    "en": re.compile(r" ?o['’]clock\b"),
    "sr": re.compile(r" (?:casov\w*|casa|cas|sat[iae]?|h)\b"),
    "hu": re.compile(r"-?kor\b| orakor\b"),
}
_BEFORE = {
    "sq": re.compile(r"\bor(?:a|en|es|e) $"),
    "sr": re.compile(r"\b(?:u|oko|posle|nakon) $"),
    "it": re.compile(r"\b(?:ore|alle|dalle|delle) $"),
}
"""Words, folded, beside which two numerals with a point between them are hours and minutes."""
_SURE = {"sq": _BEFORE["sq"], "it": re.compile(r"\bore $")}
"""Words before which one numeral is an hour."""
_AND_MINUTES = {"it": re.compile(r" e (?P<minute>[0-5]\d)\b")}
"""Minutes behind an hour that a word says to be one: "alle 4 e 17"."""
_NEVER = re.compile(r"(?!)")
_COUNTS = frozenset({"scale", "currency", "measure", "percent", "period", "counted"})
_NOON, _LONGEST = 12, len("21:40")


def read_clock(text: str, found: Sequence[Token], place: int, language: str) -> tuple[Value, int] | None:
    """The time of day that starts at a token and the first token after it, or None."""
    start = found[place].start
    match = _TIME.match(text, start) if text[start].isdigit() else None
    if match is None or found[place].end - start > _LONGEST or (start and text[start - 1] in ".,:-–/$€£"):
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half, before = _HALF.match(text, match.end()), fold(text[max(0, start - 10) : start])
    after = _cue(_AFTER, language).match(fold(text[match.end() : match.end() + 10]))
    hours = not match["mark"] and _cue(_BEFORE, language).search(before)
    more = _cue(_AND_MINUTES, language).match(text, match.end()) if hours else None
    if half and 1 <= hour <= _NOON:
        hour = hour % _NOON + _NOON * (half["half"] in "pP")
    elif match["mark"] is None and more is None:
        sure = _cue(_SURE, language).search(before) or (language in {"en", "hu"} and after)
        # "Oko 22 časa" may be as long as it takes, "u 22 časa" is when.
        if not (sure or (language == "sr" and after and before.endswith("u "))):
            return None
    elif match["mark"] == "." and not (
        after or (_cue(_BEFORE, language).search(before) and _stands_alone(found, place))
    ):
        return None
    end = half.end() if half else match.end()
    if more:
        minute, end = int(more["minute"]), more.end()
    past = next((at for at in range(place, len(found)) if found[at].start >= end), len(found))
    minutes = float(60 * hour + minute)
    return Value(Kind.CLOCK, minutes, minutes, "", start, end), past


def _stands_alone(found: Sequence[Token], place: int) -> bool:
    """Whether nothing that is counted follows a numeral: "at 2.15", but not "at 2.15 million" or "u 21.40 odsto"."""
    return place + 1 >= len(found) or not found[place + 1].roles.keys() & _COUNTS


def _cue(cues: Mapping[str, re.Pattern[str]], language: str) -> re.Pattern[str]:
    return cues.get(language, _NEVER)
