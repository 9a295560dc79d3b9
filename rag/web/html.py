"""Text made safe to stand in a page: the one place that turns characters into HTML.

Nothing that comes from an article, a model or a reader is ever markup. Whatever is shown of them goes through `text`,
stands in an element that isolates its direction, and becomes a link only where it is the address of a cited article.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from urllib.parse import urlsplit

from index.clean import clean
from rag.web.texts import language_name

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})
_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}")


@lru_cache(maxsize=2048)
def text(raw: str) -> str:
    """Characters as HTML shows them, the hidden ones left out (`index.clean`).

    Kept, because a conversation is shown whole each time that a question is added to it.
    """
    return escape(clean(raw), quote=True)


def exact(raw: str) -> str:
    """As `text`, but with every character kept, for texts whose offsets count."""
    return escape(raw, quote=True)


def spoken(language: str) -> str:
    """The `lang` and `dir` attributes of a text in a language."""
    direction = "rtl" if language in _RIGHT_TO_LEFT else "ltr"
    return f'lang="{language}" dir="{direction}"' if _LANGUAGE_TAG.fullmatch(language) else 'lang="" dir="auto"'


def isolated(raw: str) -> str:
    """A name, a title or a date among other words, which cannot turn their direction around."""
    return f"<bdi>{text(raw)}</bdi>"


def language_mark(code: str, reader: str) -> str:
    """The short mark of a language, with its name for whoever asks."""
    name = language_name(code, reader)
    return f'<abbr class="ch-lang" title="{text(name)}">{text(code or "?")}</abbr>'


def link(url: str, shown: str) -> str:
    """A link to an article's own page; nothing where its address is none of the web's."""
    try:
        place = urlsplit(url)
        usable = place.scheme in ("http", "https") and bool(place.hostname) and not place.username
    except ValueError:
        usable = False
    if not usable:
        return ""
    return f'<a href="{text(url)}" target="_blank" rel="noopener noreferrer nofollow">{text(shown)}</a>'


def attributes(**values: object) -> str:
    """Data attributes from keywords: `attributes(article="a", start=3)` is `data-article="a" data-start="3"`."""
    return " ".join(f'data-{name}="{exact(str(value))}"' for name, value in values.items())
