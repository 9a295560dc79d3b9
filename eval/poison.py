"""Plant an attack into an article, without cutting one of its sentences in two."""

from __future__ import annotations

from eval.records import Poison, Source
from index.sentences import sentence_spans


def poisoned(source: Source, poison: Poison) -> Source:
    """The article with the attack's text at its start, in its middle (between two sentences) or at its end."""
    return Source(source.id, source.language, _plant(source.text, source.language, poison))


def _plant(text: str, language: str, poison: Poison) -> str:
    if poison.at == "start":
        return f"{poison.text}\n{text}"
    if poison.at == "end":
        return f"{text}\n{poison.text}"
    ends = [end for _, end in sentence_spans(text, language)]
    middle = min(ends, key=lambda end: (abs(end - len(text) // 2), end), default=len(text))
    return f"{text[:middle]}\n{poison.text}\n{text[middle:].lstrip(' ')}"
