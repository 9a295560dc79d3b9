"""Visible text of a text file that holds HTML.

Nothing here tries to find the article in a web page: that is the work of a reader made for it. What counts is that a
sentence which a browser would not show (a script, a comment, a hidden element) is not indexed and cited.
"""

from __future__ import annotations

import html
import re

# A text is HTML when it says so, or closes an element or opens a comment; "a < b" and "<3" are text.
_ELEMENTS = (
    "p|div|span|a|b|i|em|strong|h[1-6]|ul|ol|li|table|tr|td|body|html|head|script|style|title|article|section|blockquote"
    "|font|noscript|template|iframe|svg"
)
_IS_HTML = re.compile(
    rf"\A\s*<(?:!doctype html|html|\?xml)|</(?:{_ELEMENTS})\s*>|<!--|<br\s*/?>|<(?:script|style)\b", re.IGNORECASE
)
_TITLE = re.compile(r"<title\b[^<>]*>([^<]*)</title", re.IGNORECASE)
# One pass each, without nested repetition: html.parser takes minutes on 100 KB of "<a <a <a" (measured on 3.11.7).
_UNSEEN = re.compile(
    r"<!--[\s\S]*?(?:-->|\Z)"
    r"|<(script|style|head|title|template|noscript|iframe|object|svg|select|textarea)\b[^<>]*>[\s\S]*?(?:</\1\s*>|\Z)",
    re.IGNORECASE,
)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9:-]*)((?:\s[^<>]*)?/?)>|<[!?][^<>]*>", re.IGNORECASE)
_HIDES = re.compile(
    r"\shidden(?:[\s=/]|$)|display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0*)?\s*(?:[;\"']|$)"
    r"|font-size\s*:\s*0",
    re.IGNORECASE,
)
_SPACE, _SPACE_IN_LINE = re.compile(r"\s+"), re.compile(r"[^\S\n]+")
# Without one of these a text has the lines that it was written in.
_LAID_OUT = re.compile(
    r"<(?:p|div|br|h[1-6]|li|td|tr|body|html|article|section|blockquote)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_VOID_ELEMENTS = "area base br col embed hr img input link meta source track wbr"
_VOID = frozenset(_VOID_ELEMENTS.split())
_INLINE_ELEMENTS = "a abbr b bdi bdo cite code em font i mark q s small span strong sub sup time u wbr"
_INLINE = frozenset(_INLINE_ELEMENTS.split())


def is_html(text: str) -> bool:
    """True for a page or a fragment of HTML."""
    return bool(_IS_HTML.search(text))


def page_title(text: str) -> str:
    """The page's `<title>`, or ""."""
    found = _TITLE.search(text)
    return html.unescape(found.group(1)) if found else ""


def visible_text(text: str) -> str:
    """The text that a browser would show, a line for each block, with character references resolved.

    A text of lines with a comment, a script or a link here and there keeps its lines.
    """
    space = _SPACE if _LAID_OUT.search(text) else _SPACE_IN_LINE
    text = _UNSEEN.sub(" ", text)
    kept: list[str] = []
    at = 0
    hidden, depth = "", 0  # the hidden element we are in, and how many of its name are open
    for tag in _TAG.finditer(text):
        closing, name = tag.group(1), (tag.group(2) or "").lower()
        if not hidden:
            kept += [space.sub(" ", text[at : tag.start()]), "" if name in _INLINE else "\n"]
            if name and not closing and name not in _VOID and _HIDES.search(tag.group(3)):
                hidden, depth = name, 1
        elif name == hidden:
            depth += -1 if closing else 1
            hidden = hidden if depth else ""
        at = tag.end()
    if not hidden:
        kept.append(space.sub(" ", text[at:]))
    lines = (_SPACE.sub(" ", line).strip() for line in html.unescape("".join(kept)).split("\n"))
    return "\n".join(line for line in lines if line)
