"""The one folding rule: what two spellings of a word must share to count as the same word.

Case, diacritics, đ/dj, Serbian Cyrillic and Latin, and typographic quotes and dashes are folded. The lexical index, the
character n-grams and the comparison of names and sentences all fold by this rule and no other.
"""

from __future__ import annotations

import unicodedata

# Vuk's alphabet is one letter to one letter or digraph (Pravopis srpskoga jezika); applied before the diacritics go.
_CYRILLIC = dict(
    zip(
        "абвгдежзијклмнопрстћуфхцчш",
        "abvgdežzijklmnoprstćufhcčš",
        strict=True,
    )
) | {"ђ": "đ", "љ": "lj", "њ": "nj", "џ": "dž"}
_OTHER = {
    "đ": "dj",
    "ð": "d",
    "ł": "l",
    "ø": "o",
    "ı": "i",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "\u00a0": " ",
    "\u202f": " ",
}
_TABLE = str.maketrans({letter: _OTHER.get(latin, latin) for letter, latin in _CYRILLIC.items()} | _OTHER)


def fold(text: str) -> str:
    """Fold a text for comparison; the result is for matching only, since its offsets are not the text's.

    >>> fold("Ђоковић и ĐOKOVIĆ – „Đoković”")
    'djokovic i djokovic - "djokovic"'
    """
    lowered = unicodedata.normalize("NFC", text).casefold().translate(_TABLE)
    if lowered.isascii():
        return lowered
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
