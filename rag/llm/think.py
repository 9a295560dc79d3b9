"""A model's reasoning, taken out of its answer while it streams."""

from __future__ import annotations

import re

_TAG = re.compile(r"<(/?)(think|thinking)>", re.IGNORECASE)
_LONGEST = len("</thinking>")


class Thinking:
    """Takes `<think>…</think>` out of a text that comes in pieces, also where a piece ends within a tag.

    A block that is never closed is taken out to the end. A closing tag alone, as models write whose prompt already
    opened the block, is taken out by itself: what was before it has been passed on.
    `found` tells whether there was any.
    """

    def __init__(self) -> None:
        self.found = False
        self._held = ""
        self._inside = False

    def feed(self, piece: str) -> str:
        """What of the text so far can be passed on."""
        text, self._held = self._held + piece, ""
        shown = []
        at = 0
        for tag in _TAG.finditer(text):
            if not self._inside:
                shown.append(text[at : tag.start()])
            self.found, self._inside = True, not tag[1]
            at = tag.end()
        rest = text[at:]
        opening = rest.rfind("<", max(0, len(rest) - _LONGEST + 1))
        if opening >= 0 and _may_be_tag(rest[opening:]):
            rest, self._held = rest[:opening], rest[opening:]
        if not self._inside:
            shown.append(rest)
        return "".join(shown)

    def end(self) -> str:
        """What was held back, as it was no tag after all."""
        held, self._held = self._held, ""
        return "" if self._inside else held


def _may_be_tag(text: str) -> bool:
    return any(tag.startswith(text.lower()) for tag in ("<think>", "</think>", "<thinking>", "</thinking>"))
