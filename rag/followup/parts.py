"""Several questions in one: "Who runs the mine, and why was it shut?", "When did it burn? Who was hurt?"

The first part is a question by itself; a later one may lean on it, as a follow-up leans on the question before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.fold import fold
from rag.followup import tables
from rag.followup.subject import read

MOST = 3
"""Parts that are answered; what comes after belongs to the last."""
_LEAST = 3
"""Words of a part that others follow: "which banks and which firms" is no question and another."""
_MARK = re.compile(r"(?<=\?)\s+")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def parts(question: str, language: str) -> tuple[str, ...]:
    """The questions that a question asks, each as it is written; () where it asks one alone.

    >>> parts("Who runs the mine, and why was it shut?", "en")
    ('Who runs the mine?', 'why was it shut?')
    """
    if language not in tables.LANGUAGES:
        return ()
    first, *others = _MARK.split(question)
    marked = [first, *(part for part in others if _is_asked(part, language))]
    found = [piece for part in marked for piece in _pieces(part, language)]
    if len(found) < 2 or not _is_whole(found[0], language):
        return ()
    return (*found[: MOST - 1], " ".join(found[MOST - 1 :])) if len(found) > MOST else tuple(found)


def _pieces(question: str, language: str) -> Iterator[str]:
    """A question cut before each "and" that a question word follows, where it is a whole question up to there."""
    words = list(_WORD.finditer(question))
    folded = [fold(word.group()) for word in words]
    start = 0
    for place in range(1, len(words) - 1):
        piece = question[start : words[place].start()].rstrip(" ,;–-")
        goes_on = folded[place] in tables.AND[language] and words[place + 1].group()[0].islower()
        if goes_on and _asks(folded[place + 1 :], language) and _is_whole(piece, language):
            yield f"{piece}?"
            start = words[place + 1].start()
    yield question[start:] if question.endswith("?") or not start else f"{question[start:]}?"


def _is_asked(part: str, language: str) -> bool:
    """Whether what follows a question is another, and no "Best regards, John"."""
    words = [fold(word.group()) for word in _WORD.finditer(part)]
    return bool(words) and (part.rstrip().endswith("?") or any(word in tables.BEGINS[language] for word in words))


def _asks(words: list[str], language: str) -> bool:
    """Whether a question begins with some words: with a question word, or with one after a preposition."""
    first = 1 if words[0] in tables.PREPOSITIONS[language] and len(words) > 1 else 0
    return words[first] in tables.BEGINS[language]


def _is_whole(question: str, language: str) -> bool:
    words = read(question, language)
    asks = any(word.folded in tables.BEGINS[language] for word in words)
    return asks and len(words) >= _LEAST and any(word.own for word in words)
