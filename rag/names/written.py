"""The words of a text as written and folded, and the places that they may name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.fold import fold
from rag.names.places import Mention, is_acronym, mentions

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?|[^\W\d_]+(?:['’][^\W\d_]+)*")
_APOSTROPHE = re.compile("['’]")
_SENTENCE_END = frozenset('.!?:…\n"„“”«»()[]')
LONGEST = 40
"""Letters of a word that is read as one."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written and folded; `opens` a sentence, `joined` to the word before by a space or a hyphen alone."""

    text: str
    folded: str
    opens: bool
    joined: bool

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital letter."""
        return self.text[0].isupper()

    @property
    def acronym(self) -> bool:
        """Whether it is written in capitals alone."""
        return is_acronym(self.text)


def words_of(text: str) -> list[Word]:
    """The words of a text, cut at apostrophes: "dell", "Iran"."""
    found: list[Word] = []
    before = 0
    for match in _WORD.finditer(text):
        gap = text[before : match.start()]
        opens = not found or any(mark in _SENTENCE_END for mark in gap)
        for part in _APOSTROPHE.split(match.group()[: LONGEST * 2]):
            if part:
                dotless = part.replace(".", "")
                found.append(Word(part, fold(dotless), opens, gap in {" ", "-", "‑", "\u00a0", ""}))
                gap = ""
        before = match.end()
    return found


def mentions_of(words: Sequence[Word]) -> list[Mention]:
    """The places that some words may name."""
    return mentions([word.folded for word in words], [word.capital for word in words], [word.acronym for word in words])
