"""The one sentence rule of the product: spans of the sentences of a text, in any script.

sentencex (Wikimedia, 244 languages, offsets that join back to the text) finds the boundaries inside a line. Three
things that it gets wrong in news are mended here: it runs over line breaks, which merged an Italian list into one
sentence of 2,400 characters; it ends a sentence after an ordinal or a short abbreviation ("do 2019. godine", "szept.
5-én", "n. 6"); and after an initial ("Г. Т. (38)", "via G. Verdi"). Where a full stop may be either, two sentences stay
one: half of one misleads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.fold import fold
from index.language_tables import SMALL_WORDS
from index.records import Span

# A line of 8,000 characters is no paragraph of news, and sentencex takes time by the square of its length.
_LINE = re.compile(r"[^\n\r\u2028\u2029]{1,8000}(?=\s|$)|[^\n\r\u2028\u2029]{1,8000}")
# The end of a sentence that may be none: a number, a word of at most four letters or "S.p.A", then one full stop.
_MAYBE_ABBREVIATED = re.compile(r"(?:^|[\s(„“\"«])(?:\d+|[^\W\d_]{1,4}|(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,3})\.$")
_NUMBERED = re.compile(r"(?:^|[\s(])[^\W\d_]{1,3}\.$")  # "n. 6", "br. 5", "vol. 2"
_CASE_ENDING = re.compile(r"\d+-[^\W\d_]")  # Hungarian: "szept. 5-én"
_INITIAL = re.compile(r"(?:^|[\s(„“\"«])([^\W\d_]{1,2})\.$")
_BEGINS_WITH_INITIAL = re.compile(r"([^\W\d_]{1,2})\.")
_DIGRAPHS = "Lj Nj Dž Gj Ll Rr Sh Th Xh Zh Dh Gy Ly Ny Sz Zs Cs Ty"
_TWO_LETTERS = frozenset(_DIGRAPHS.split())
_WORD = re.compile(r"[^\W\d_]+")
# Those that stand before what they are short for, or what they are a title of.
_OPENS = {
    "sq": r"z znj dr prof av ing rr nr p\.sh",
    "sr": "ul bul br st prof dr mr doc inž ing adv npr tj tzv sv ул бул бр ст проф др мр доц инж адв нпр тј тзв св",
    "hu": "pl dr prof ifj id ozv un kb ld vo sz st",
    "it": r"sez sig sigg dott avv on ing prof arch geom rag cav mons art n nn tel p pag pp v f\.lli",
    "en": "mr mrs ms dr prof st rev gen col sen gov",
}
_ABBREVIATED = {
    code: re.compile(rf"(?:^|[\s(])(?:{'|'.join(some.split())})\.$", re.IGNORECASE) for code, some in _OPENS.items()
}


def sentence_spans(text: str, language: str = "") -> list[Span]:
    """Find the sentences of a text, in order, without the white space around them.

    :param language: ISO 639-1 code; unknown or "" falls back to English abbreviations.
    :return: spans that do not overlap and hold every character that is not white space; [] for a blank text.
    """
    spans = []
    for line in _LINE.finditer(text):
        for start, end in _joined(line.group(), language or "en"):
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


def _joined(line: str, language: str) -> list[Span]:
    """The sentences of a line, those joined between which none can end."""
    joined: list[Span] = []
    for start, end in _boundaries(line, language):
        if joined and _goes_on(line[joined[-1][0] : start], line[start:end], language):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _goes_on(before: str, after: str, language: str) -> bool:
    """A small letter goes on after any full stop that may abbreviate; a figure only where no sentence starts so."""
    is_apart = before[-1:].isspace() or after[:1].isspace()
    before, after = before.rstrip(), after.lstrip()
    if after[:1].islower():
        return bool(_MAYBE_ABBREVIATED.search(before))
    if not is_apart and after[:1] == "-":  # Hungarian: "9 ó.-kor"
        return True
    if language in _ABBREVIATED and _ABBREVIATED[language].search(before):
        return True
    if _is_initial(_INITIAL.search(before)):
        return _is_named_on(after, language)
    return bool(_CASE_ENDING.match(after) or (after[:1].isdigit() and _NUMBERED.search(before)))


def _is_named_on(after: str, language: str) -> bool:
    """Whether what follows an initial goes on with the name: another one, a surname, an age in brackets."""
    first = _WORD.match(after)
    if first is None:
        return after[:1] in {"(", ",", "-", "–"}
    # In English sentencex knows initials, and "plan B" ends a sentence more often than they do.
    is_name = language != "en" and fold(first.group()) not in SMALL_WORDS.get(language, ())
    return is_name or _is_initial(_BEGINS_WITH_INITIAL.match(after))


def _is_initial(found: re.Match[str] | None) -> bool:
    letters = found.group(1) if found else ""
    return letters in _TWO_LETTERS or (len(letters) == 1 and letters.isupper())
