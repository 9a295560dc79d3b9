"""The one sentence rule of the product: spans of the sentences of a text, in any script.

sentencex (Wikimedia, 244 languages, offsets that join back to the text) finds the boundaries inside a line; two things
it gets wrong in news are mended here: it runs over line breaks, which merged an Italian list into one sentence of 2,400
characters, and it ends a sentence after an ordinal or a short abbreviation ("do 2019. godine", "szept. 5-én", "n. 6").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.records import Span

# A line of 8,000 characters is no paragraph of news, and sentencex takes time by the square of its length.
_LINE = re.compile(r"[^\n\r\u2028\u2029]{1,8000}(?=\s|$)|[^\n\r\u2028\u2029]{1,8000}")
# The end of a sentence that may be none: a number or a word of at most four letters, then one full stop.
_MAYBE_ABBREVIATED = re.compile(r"(?:^|[\s(„“\"«])(?:\d+|[^\W\d_]{1,4})\.$")
_NUMBERED = re.compile(r"(?:^|[\s(])[^\W\d_]{1,3}\.$")  # "n. 6", "br. 5", "vol. 2"
_CASE_ENDING = re.compile(r"\d+-[^\W\d_]")  # Hungarian: "szept. 5-én"


def sentence_spans(text: str, language: str = "") -> list[Span]:
    """Find the sentences of a text, in order, without the white space around them.

    :param language: ISO 639-1 code; unknown or "" falls back to English abbreviations.
    :return: spans that do not overlap and hold every character that is not white space; [] for a blank text.
    """
    spans = []
    for line in _LINE.finditer(text):
        for start, end in _joined(line.group(), list(_boundaries(line.group(), language or "en"))):
            sentence = text[line.start() + start : line.start() + end]
            if sentence.strip():
                lead = len(sentence) - len(sentence.lstrip())
                first = line.start() + start + lead
                spans.append((first, first + len(sentence.strip())))
    return spans


def _boundaries(line: str, language: str) -> Iterator[Span]:
    import sentencex

    for boundary in sentencex.get_sentence_boundaries(language, line):
        yield boundary["start_index"], boundary["end_index"]


def _joined(line: str, spans: list[Span]) -> list[Span]:
    """Join a span to the one before it where no sentence can end between them."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and _goes_on(line[joined[-1][0] : start].rstrip(), line[start:end].lstrip()):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _goes_on(before: str, after: str) -> bool:
    """A small letter goes on after any full stop that may abbreviate; a figure only where no sentence starts so."""
    if after[:1].islower():
        return bool(_MAYBE_ABBREVIATED.search(before))
    return bool(_CASE_ENDING.match(after) or (after[:1].isdigit() and _NUMBERED.search(before)))
