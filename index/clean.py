"""What is indexed is what is seen: one form for every text, and nothing in it that a reader's eye would not meet.

Invisible characters carry text past a reader into an index or a language model (zero-width and tag characters), turn a
line around (bidirectional controls), or write to a terminal (escape sequences). They go before anything is counted, so
every offset of the product counts the characters of the clean text.
"""

from __future__ import annotations

import re
import unicodedata

# Control sequences of a terminal: CSI (colours, cursor) whole, OSC (links, clipboard) with what they carry.
_ESCAPES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?|\x9b[0-?]*[ -/]*[@-~]")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_HIDDEN = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls, but for tab and line feed
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f"  # soft hyphen, fillers, marks
    "\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"  # bidi, joiners, byte order mark, annotations
    "\ufdd0-\ufdef\ufffe\uffff\U0001d173-\U0001d17a"  # no characters; invisible musical marks
    "\ufe00-\ufe0d\U000e0000-\U000e0fff"  # variation selectors but for emoji; tag characters
    "\ud800-\udfff"  # lone surrogates
    "]+"
)
# Persian, Indic and some other scripts spell with (non-)joiners, and emoji are glued with them; elsewhere they hide.
_JOINER = re.compile(
    "(?<![\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])[\u200c\u200d]"
)
_DOUBLE_JOINER = re.compile("(?<=[\u200c\u200d])[\u200c\u200d]+|(?<=[\ufe0e\ufe0f])[\ufe0e\ufe0f]+")
# Normalising takes time quadratic in a run of marks, and no language puts more than a few on a letter.
_MARKS = (
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07eb-\u07f3\u0816-\u082d\u0859-\u085b\u08d3-\u08ff\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ufe20-\ufe2f\U0001d165-\U0001d1ad]"
)
_MARK_RUN = re.compile(f"({_MARKS}{{8}}){_MARKS}+")
_MIXED_WORD = re.compile(r"\b\w{0,40}?(?:[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z])\w{0,40}")


def clean(text: str) -> str:
    """Give the text in Unicode form NFC, with "\\n" line ends and without hidden characters.

    Visible text is never changed: an article of the web in one of the product's languages usually comes back as it is.

    >>> clean("pay\\u200bload\\r\\nÜber \\x1b[31mred\\x1b[0m")
    'payload\\nÜber red'
    """
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", _ESCAPES.sub("", text))
    text = _DOUBLE_JOINER.sub("", _JOINER.sub("", _HIDDEN.sub("", text)))
    return unicodedata.normalize("NFC", _MARK_RUN.sub(r"\1", text))


def clean_line(text: str, most: int) -> str:
    """Clean a title, a name or an id and put it on one line of at most `most` characters."""
    return shorten(" ".join(clean(text).split()), most)


def shorten(line: str, most: int) -> str:
    """Cut a line after its last whole word that fits, and mark the cut with "…"."""
    if len(line) <= most:
        return line
    head, space, _ = line[:most].rpartition(" ")
    return (head if space else line[: most - 1]).rstrip(" ,;:–-") + "…"


def mixed_words(text: str) -> list[str]:
    """Words of Latin and Cyrillic letters at once, which look like other words ("Моscow"); at most 100 of them."""
    if text.isascii():
        return []
    return [found.group() for found, _ in zip(_MIXED_WORD.finditer(text), range(100), strict=False)]
