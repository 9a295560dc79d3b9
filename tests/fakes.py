"""Parts that tests hand in at a seam, with results that can be worked out by hand."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from index.fold import fold
from index.records import Article, Passage
from index.sentences import sentence_spans
from rag.llm import Message
from rag.records import Usage
from rag.verify import Source, Verdict


@dataclass(frozen=True)
class HandEmbedder:
    """Each folded word adds 1 at a place that its CRC-32 names; then the vector is brought to length 1."""

    dim: int = 64
    name: str = "hand"

    @property
    def fingerprint(self) -> str:
        return f"{self.name}/{self.dim}"

    def embed_passages(self, texts: Sequence[str]) -> np.ndarray:
        rows = np.zeros((len(texts), self.dim), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in re.findall(r"\w+", fold(text)):
                row[zlib.crc32(word.encode()) % self.dim] += 1
        length = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(rows / np.where(length == 0, 1, length), np.float32)

    def embed_query(self, text: str) -> np.ndarray:
        return np.asarray(self.embed_passages([text])[0])

    def count_tokens(self, text: str) -> int:
        return len(text.split())


@dataclass(frozen=True)
class Language:
    code: str
    confidence: float


def declared_language(_text: str, declared: str = "") -> Language:
    """The declared language, or English."""
    return Language(declared or "en", 1.0)


def paragraphs(article: Article, _max_tokens: int, _count: Callable[[str], int]) -> list[Passage]:
    """A passage a paragraph, its blank line included."""
    ends = [match.end() for match in re.finditer(r"\n\n", article.text)]
    if not ends or ends[-1] < len(article.text):
        ends.append(len(article.text))
    passages, start = [], 0
    for number, end in enumerate(ends):
        text = article.text[start:end]
        spans = tuple((start + a, start + b) for a, b in sentence_spans(text))
        passages.append(Passage(article.id, number, start, end, text, spans))
        start = end
    return passages


class Replying:
    """A language model that gives its replies in turn, word by word, the last one for ever; it keeps what it is asked.

    An exception in the place of a reply is raised, one behind a reply in a pair after it.
    """

    def __init__(self, *replies: Any, context_tokens: int = 8_192, usage: Usage | None = None) -> None:
        self.name = "fake:model"
        self.context_tokens = context_tokens
        self.asked: list[tuple[Message, ...]] = []
        self._replies = list(replies)
        self._usage = usage

    def stream(self, messages: Sequence[Message], max_tokens: int) -> Iterator[str | Usage]:
        self.asked.append(tuple(messages))
        reply = self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]
        text, failure = reply if isinstance(reply, tuple) else (reply, None)
        if isinstance(text, Exception):
            raise text
        yield from re.findall(r"\S+\s*|\s+", text(messages) if callable(text) else text)
        if failure:
            raise failure
        if self._usage:
            yield self._usage


class Believing:
    """A verifier that believes all that cites anything, but what holds a word it was told; it keeps what it checked."""

    def __init__(self, *lies: str) -> None:
        self.checked: list[str] = []
        self._lies = lies

    def check(self, text: str, language: str, sources: Sequence[Source]) -> Verdict:
        self.checked.append(text)
        if not sources:
            return Verdict("markers", "it cites nothing that was retrieved", (), 0.0)
        lie = next((lie for lie in self._lies if lie in text), "")
        if lie:
            return Verdict("support", f"it says {lie}", (), 0.0)
        return Verdict("", "", ("markers", "support"), 0.9, tuple(range(len(sources))))
