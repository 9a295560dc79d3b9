"""The records that travel between the files of `index`, and from `index` to `rag`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

Span = tuple[int, int]
"""Start and end in characters, end excluded, counted from the start of the article's text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleInfo:
    """What is known of an article besides its text.

    `language` is an ISO 639-1 code ("" before it is detected); `outlet` is who published it, `origin` the agency or
    paper that the text itself credits; both are "" where nothing says so. `source` is the file (and line) it was read
    from, for messages and for `sync`.
    """

    id: str
    title: str = ""
    language: str = ""
    outlet: str = ""
    origin: str = ""
    url: str = ""
    published: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(ArticleInfo):
    """One article. Every offset of the product counts characters of `text`."""

    text: str

    @property
    def info(self) -> ArticleInfo:
        """The same article without its text."""
        return ArticleInfo(
            id=self.id,
            title=self.title,
            language=self.language,
            outlet=self.outlet,
            origin=self.origin,
            url=self.url,
            published=self.published,
            source=self.source,
        )


@dataclass(frozen=True, slots=True)
class Passage:
    """Some whole sentences of an article; the passages of an article tile its text without gaps.

    `text` is `article.text[start:end]`; `sentences` are spans in the article, in order, without the white space
    around them.
    """

    article_id: str
    number: int
    start: int
    end: int
    text: str
    sentences: tuple[Span, ...]

    @property
    def id(self) -> str:
        """The article's id, "#", and the passage's number from 0."""
        return f"{self.article_id}#{self.number}"

    def quote(self, span: Span) -> str:
        """The verbatim text of a span that lies in this passage."""
        return self.text[span[0] - self.start : span[1] - self.start]


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage as the catalogue holds it.

    `key` is its number in the catalogue and in both indexes; `vector` float32 (dim,), a unit vector;
    `sentence_vectors` float32 (len(passage.sentences), dim), unit or zero rows.
    """

    key: int
    passage: Passage
    article: ArticleInfo
    vector: np.ndarray
    sentence_vectors: np.ndarray


@dataclass(frozen=True, slots=True)
class Filter:
    """Which articles may be searched; an empty field allows all. Dates include both ends.

    An article without a date is left out as soon as `since` or `until` is set.
    """

    languages: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None

    def passes(self, info: ArticleInfo) -> bool:
        """Whether an article may be searched."""
        if self.languages and info.language not in self.languages:
            return False
        if self.outlets and info.outlet not in self.outlets:
            return False
        if not (self.since or self.until):
            return True
        day = info.published
        return day is not None and (self.since or day) <= day <= (self.until or day)

    def __bool__(self) -> bool:
        """True when anything is asked for at all."""
        return bool(self.languages or self.outlets or self.since or self.until)
