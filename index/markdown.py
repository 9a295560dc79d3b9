"""Text of a Markdown file as a reader sees it: without the marks of headings, emphasis, links and images."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from index.markup import visible_text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_ENDS_A_SENTENCE = re.compile(r"[.!?…][\"”»’)]*$")


def markdown_text(text: str) -> str:
    """Render CommonMark and tables, and keep what a browser would show of it: a line for each block."""
    return visible_text(_parser().render(text))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table")
    parser.add_render_rule("softbreak", _line_break)
    return parser


def _line_break(_: object, tokens: Sequence[Token], place: int, *__: Any) -> str:
    """A line that is wrapped goes on in the next one; one that ends a sentence may as well end there."""
    before = tokens[place - 1].content if place else ""
    return "<br>" if _ENDS_A_SENTENCE.search(before) else "\n"
