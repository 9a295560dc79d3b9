"""What a language model writes, as plain text: no link, image, tag, table or code for a page to act on."""

from __future__ import annotations

import html
import re

from index.clean import clean

# [text](address) and ![text](address); also [text][1], [text]: address, and what was cut off before its last bracket.
_LINK = re.compile(r"!?\[([^\[\]\n]{0,500})\]\(\s{0,3}[^()\s]{0,2000}(?:\([^()\s]{0,500}\))?[^()\n]{0,300}(?:\)|$)")
_REFERENCE = re.compile(r"^\s{0,3}\[[^\[\]\n]{1,200}\]:\s+\S+.*$")
_AUTOLINK = re.compile(r"<(?:https?|ftp|mailto|data|javascript)[^<>\s]{0,2000}>", re.IGNORECASE)
_ELEMENT = re.compile(r"<(script|style|iframe|svg|object)\b.{0,4000}?</\1\s{0,3}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,4000}(?:>|$)|<!--.{0,4000}?(?:-->|$)|<[!?][^<>\n]{0,4000}(?:>|$)")
_TEMPLATE = re.compile(r"<\|[^|<>\n]{0,60}\|>|\[/?INST\]|<</?SYS>>", re.IGNORECASE)
_FENCE = re.compile(r"^\s{0,8}(?:`{3,}|~{3,})\s{0,3}\w{0,20}\s*$|`{3,}|~{3,}")
_TABLE_RULE = re.compile(r"^[\s|:+=_*-]+$")
_LINE_START = re.compile(r"^\s{0,8}(?:>\s?|#{1,6}\s+|[*+•·–—-]\s+|\d{1,2}[.)]\s+(?=[^\W\d_a-z])){1,4}")
_EMPHASIS = re.compile(r"\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=[\w.!?])_{1,3}(?!\w)|`+")
_BLANKS = re.compile(r"\s+")


def plain(line: str) -> str:
    """One line of a model's answer without its markup; citation markers and the words stay.

    >>> plain("- **Rain** fell ![x](https://spy.example/?q=rain) in <b>[Oslo](https://oslo.example)</b> [1].")
    'Rain fell x in Oslo [1].'
    """
    # An entity could become a tag only after the tags went; once more for what was escaped twice.
    text = clean(html.unescape(html.unescape(line)))
    text = _TEMPLATE.sub(" ", _AUTOLINK.sub(" ", _ELEMENT.sub(" ", text)))
    text = _LINK.sub(r"\1", _LINK.sub(r"\1", text))
    text = _REFERENCE.sub("", _TAG.sub(" ", text))
    if _TABLE_RULE.match(text):
        return ""
    text = _EMPHASIS.sub("", _LINE_START.sub("", _FENCE.sub("", text)))
    return _BLANKS.sub(" ", text.replace("|", " ").replace("<", "‹").replace(">", "›")).strip()
