"""The citation markers that a language model writes, and its sentences without them.

Models write [1], [1][2], [1, 2], [1-3] and 【1†source】, before or after the full stop, inside words, nested and
repeated. A marker speaks for the sentence it stands in or directly behind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.sentences import sentence_spans

LONGEST_RANGE = 20
"""[1-3] names 1, 2 and 3; a range of more sentences than this names its two ends alone."""
_OPEN, _CLOSE = r"[\[【［⟦〔]", r"[\]】］⟧〕]"
_NUMBER = r"[\^#n]?\d{1,6}(?!\d)(?:†[^\[\]【】［］\s]{0,40})?"
# Never empty: two numbers with nothing between them could be cut in two places, and a hostile marker in very many.
_BETWEEN = r"(?:\s{0,3}[,;&/、，–—−-]\s{0,3}|\s{1,3}(?:(?:and|dhe|i|e|és|и)\s{1,3})?)"
_MARKER = re.compile(
    rf"\s{{0,3}}(?:{_OPEN}\s{{0,3}}){{1,3}}({_NUMBER}(?:{_BETWEEN}{_NUMBER}){{0,40}})(?:\s{{0,3}}{_CLOSE}){{1,3}}"
)
_UNCLOSED = re.compile(rf"\s{{0,3}}{_OPEN}[\s\d,;–-]{{0,40}}$")
_PART = re.compile(r"(?<!\d)(\d{1,6})(?:\s{0,3}[–—−-]\s{0,3}[\^#n]?(\d{1,6}))?")
# What is left in brackets is no marker and must not look like one of the answer's own.
_NO_BRACKETS = str.maketrans("[]【】［］⟦⟧〔〕", "()" * 5)
_END = re.compile(r"[.!?…:;。！？]$")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence without its markers, and the numbers that they name, each once, as written first."""

    text: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """The sentences of a line; `before` are the numbers of markers that stand before any of them."""

    before: tuple[int, ...]
    sentences: tuple[Marked, ...]


def numbers(marker: str) -> list[int]:
    """The numbers that the inside of a marker names, in order."""
    named: list[int] = []
    for part in _PART.finditer(marker):
        first, last = int(part[1]), int(part[2] or part[1])
        short = first <= last <= first + LONGEST_RANGE
        named += range(first, last + 1) if short else (first, last)
    return named


def read_line(text: str, language: str = "") -> Line:
    """Cut a line into sentences and give each the markers that stand in it or directly behind it."""
    clean, placed = _without_markers(text)
    spans = sentence_spans(clean, language)
    if not spans:
        return Line(tuple(dict.fromkeys(number for _, number in placed)), ())
    found: list[dict[int, None]] = [{} for _ in spans]
    at = 0
    for place, number in placed:
        while at + 1 < len(spans) and spans[at + 1][0] < place:
            at += 1
        found[at][number] = None
    return Line(
        (),
        tuple(
            Marked(clean[start:end].translate(_NO_BRACKETS), tuple(named))
            for (start, end), named in zip(spans, found, strict=True)
        ),
    )


def _without_markers(text: str) -> tuple[str, Sequence[tuple[int, int]]]:
    """The text without its markers, and the number of each with its place there."""
    parts: list[str] = []
    placed: list[tuple[int, int]] = []
    length = last = 0
    for marker in _MARKER.finditer(text):
        before = text[last : marker.start()]
        # "one.[1]Two": without a blank in the marker's place the two sentences would be one.
        if _END.search(before) and text[marker.end() : marker.end() + 1].isalnum():
            before += " "
        parts.append(before)
        length += len(before)
        last = marker.end()
        placed += ((length - len(before) + len(before.rstrip()), number) for number in numbers(marker[1]))
    parts.append(_UNCLOSED.sub("", text[last:]))
    return "".join(parts), placed
