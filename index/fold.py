"""The one folding rule: what two spellings of a word must share to count as the same word.

Case, diacritics, đ/dj, Serbian Cyrillic and Latin, and typographic quotes and dashes are folded. The lexical index, the
character n-grams and the comparison of names and sentences all fold by this rule and no other.
"""

from __future__ import annotations

import re
import unicodedata

# Vuk's alphabet is one letter to one letter or digraph (Pravopis srpskoga jezika); written here without diacritics.
_CYRILLIC = dict(zip("абвгдежзијклмнопрстћуфхцчш", "abvgdezzijklmnoprstcufhccs", strict=True))
_CYRILLIC |= {"ђ": "dj", "љ": "lj", "њ": "nj", "џ": "dz"}
_OTHER = {
    "đ": "dj",
    "ð": "d",
    "ł": "l",
    "ø": "o",
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
    **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
_FOLDED = _CYRILLIC | _OTHER
_TABLE = str.maketrans(_FOLDED)
_LONG = 200  # characters
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]+")  # combining: Latin and Cyrillic, Hebrew, Arabic


def shared_start(one: str, other: str) -> int:
    """How many letters two words have in common at their beginning."""
    for place, (mine, theirs) in enumerate(zip(one, other, strict=False)):
        if mine != theirs:
            return place
    return min(len(one), len(other))


def fold(text: str) -> str:
    """Fold a text for comparison; the result is for matching only, since its offsets are not the text's.

    >>> fold("Ђоковић и ĐOKOVIĆ – „Đoković”")
    'djokovic i djokovic - "djokovic"'
    """
    lowered = text.casefold()
    if lowered.isascii():
        return lowered
    stripped = _MARKS.sub("", unicodedata.normalize("NFKD", lowered))
    # Without their marks most words of Latin script are ASCII.
    if stripped.isascii():
        return stripped
    if len(stripped) < _LONG:
        return stripped.translate(_TABLE)
    # The table is looked into for every letter: in a long text, one letter after another takes a tenth of the time.
    for letter, folded in _FOLDED.items():
        if letter in stripped:
            stripped = stripped.replace(letter, folded)
    return stripped
