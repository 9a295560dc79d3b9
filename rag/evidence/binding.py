"""Of whom a sentence speaks that says "he": "He said he would not resign" answers only of whoever was named before it.

Word vectors know no pronouns: the sentence meets every question whether somebody resigned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from index.fold import fold
from rag.evidence import Sentence
from rag.evidence.office import names_office, offices_in
from rag.evidence.premise import persons
from rag.followup.subject import full_names
from rag.names import unlicensed
from rag.records import Query

_PRONOUN = {
    "en": r"(?:s?he|his|her)\b",
    "sq": r"(?:ai|ajo)\b",
    "sr": r"(?:on|ona)\b|\w+(?:ao|la|io) je\b",
    "it": r"(?:lui|lei|egli|ella)\b",
    "hu": r"o (?!is\b)",
}
"""How a sentence begins, folded, whose subject was named before it."""
_OPENS = {language: re.compile(rf"\W*{pattern}") for language, pattern in _PRONOUN.items()}
_BACK = 3
"""Sentences before one that are read for whom it speaks of."""


def speaks_of_another(sentence: Sentence, before: Mapping[tuple[str, int], Sentence], query: Query) -> bool:
    """Whether a sentence speaks of somebody named before it who is not whom a question means.

    :param before: every sentence by what goes on behind it, as `rag.evidence.follows` tells.
    """
    meant = f"{query.text} ({query.carried})" if query.carried else query.text
    persons_meant, offices_meant = _meant(meant, query.language)
    if not (persons_meant or offices_meant) or not opens_with_a_pronoun(sentence.text, sentence.language):
        return False
    for former in _formers(sentence, before):
        if opens_with_a_pronoun(former.text, former.language):
            continue
        if any(not unlicensed(name, query.language, [former.text]) for name in persons_meant):
            return False
        if any(names_office(former.text, name) for name in offices_meant):
            return False
        return any(len(name.words) > 1 for name in persons(former.text, former.language, meant))
    return False


@lru_cache(maxsize=8192)
def opens_with_a_pronoun(text: str, language: str) -> bool:
    """Whether the subject of a sentence was named before it, as far as its first words tell."""
    pattern = _OPENS.get(language.partition("-")[0])
    return bool(pattern and pattern.match(fold(text)))


@lru_cache(maxsize=256)
def _meant(question: str, language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The persons and the offices that a question names."""
    return tuple(full_names(question, language)), offices_in(question)


def _formers(sentence: Sentence, before: Mapping[tuple[str, int], Sentence]) -> Iterator[Sentence]:
    """The sentences before one, the nearest first."""
    for _ in range(_BACK):
        former = before.get((sentence.hit.passage.id, sentence.row - 1))
        if former is None:
            return
        sentence = former
        yield former
