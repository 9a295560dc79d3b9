"""How a fact is looked for: the answer and the pattern are normalised alike.

Unlike `index.fold` it keeps case (a pattern may ask for it: "SAD" is the USA in Serbian, "sad" is "now"), writes
đ as d, and remembers where each character came from, so that a match can be shown in the answer as it was written.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# [1], [1, 2], [1-3], and the full-width brackets that some models write.
_MARKER = re.compile(r"\s*[\[【［]\s*\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\s*[\]】］]")
_CYRILLIC = dict(zip("абвгдежзијклмнопрстћуфхцчш", "abvgdezzijklmnoprstcufhccs", strict=True)) | {
    "ђ": "d",
    "љ": "lj",
    "њ": "nj",
    "џ": "dz",
}
_LETTERS = (
    _CYRILLIC
    | {letter.upper(): latin.capitalize() for letter, latin in _CYRILLIC.items()}
    | {"đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ı": "i", "ł": "l", "Ł": "L", "ß": "ss"}
    | dict.fromkeys("‘’‚‛′ʼ`´", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
)


@dataclass(frozen=True, slots=True)
class Normal:
    """A normalised text; `origin[i]` is where its character i stood as written, with one more at the end."""

    text: str
    origin: tuple[int, ...]

    def written_span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of the normalised text stands in the text as written."""
        return self.origin[start], self.origin[end - 1] + 1 if end > start else self.origin[start]


def normalise(text: str) -> Normal:
    """Normalise an answer: citation markers go, white space is one blank, and each letter as in `normalise_pattern`."""
    letters: list[str] = []
    origin: list[int] = []
    place = 0
    for marker in [*_MARKER.finditer(text), None]:
        for at in range(place, marker.start() if marker else len(text)):
            for letter in _normal_letter(text[at]):
                if letter == " " and (not letters or letters[-1] == " "):
                    continue
                letters.append(letter)
                origin.append(at)
        place = marker.end() if marker else len(text)
    return Normal("".join(letters), (*origin, len(text)))


def normalise_pattern(pattern: str) -> str:
    """Normalise a pattern: Cyrillic → Latin, no combining marks, đ → d, plain quotes, hyphens and blanks."""
    return "".join(_normal_letter(letter) for letter in unicodedata.normalize("NFC", pattern))


def _normal_letter(letter: str) -> str:
    if letter in _LETTERS:
        return _LETTERS[letter]
    if letter.isascii() and not letter.isspace():
        return letter
    if letter.isspace():
        return " "
    if unicodedata.category(letter) == "Cf":
        return ""  # soft hyphen, zero-width space, direction marks: invisible, and they would break a word
    decomposed = unicodedata.normalize("NFKD", letter)
    return "".join(_LETTERS.get(part, part) for part in decomposed if not unicodedata.combining(part))
