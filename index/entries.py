"""What goes into the catalogue, and what it knows about its own state."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import Any

from index.language import language_code
from index.records import Article, Passage


@dataclass(frozen=True, slots=True)
class Pointer:
    """What is published: the generation, the folder of its indexes under `legs/` and that folder's manifest."""

    generation: int
    folder: str
    manifest: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article ready to be stored; its passages tile its text."""

    article: Article
    language_confidence: float
    root: str
    content_hash: str
    passages: list[Passage]


@dataclass(frozen=True, slots=True)
class Known:
    """The newest stored version of an article id, published or not."""

    key: int
    added: int
    root: str
    source: str
    content_hash: str


def check(entry: Entry) -> None:
    """Stop the program where the splitter broke its promise: offsets that are wrong here are wrong for ever."""
    text = entry.article.text
    assert "".join(p.text for p in entry.passages) == text, f"passages of {entry.article.id} do not tile its text"
    for p in entry.passages:
        assert p.text == text[p.start : p.end], f"{p.id} is not at {p.start}:{p.end}"


def content_hash(article: Article) -> str:
    """Digest of all that a reader could see of an article, as it was loaded."""
    published = article.published.isoformat() if article.published else ""
    # As the language is stored when it is declared, so that the digest can be computed again from the catalogue.
    seen = [
        article.title,
        language_code(article.language),
        article.outlet,
        article.origin,
        article.url,
        published,
        article.text,
    ]
    return hashlib.blake2b(json.dumps(seen).encode(), digest_size=16).hexdigest()


def is_content(article: Article, digest: str) -> bool:
    """True when an article as it is stored has a digest; its language may have been detected, not declared."""
    return digest in (content_hash(article), content_hash(replace(article, language="")))
