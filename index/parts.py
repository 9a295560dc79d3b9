"""What a build is made with, and what it says it did."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from index.embed import Embedder
from index.publish import Notify
from index.records import Article, Passage
from index.settings import IndexSettings

Split = Callable[[Article, int, Callable[[str], int]], list[Passage]]
"""Cut an article into passages of at most so many tokens, which a function counts."""
Progress = Callable[[int, int], None]
"""Called with the articles and passages stored so far, after their commit."""


class Detected(Protocol):
    """A language and how sure it is, from 0 to 1."""

    @property
    def code(self) -> str:
        """ISO 639-1."""
        ...

    @property
    def confidence(self) -> float:
        """From 0 to 1."""
        ...


Detect = Callable[[str, str], Detected]
"""Name the language of a text; a declared one wins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a run did, counted in articles; `passages` counts all that are searchable now."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    passages: int = 0
    generation: int = 0
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """What a build is made with, all handed in."""

    settings: IndexSettings
    embedder: Embedder
    split: Split
    detect: Detect
    notify: Notify = lambda _: None
    progress: Progress = lambda _articles, _passages: None
