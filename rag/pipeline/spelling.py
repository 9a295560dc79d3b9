"""A name in a question that differs by one letter from one in the articles: "Puttin", "Noth Korea"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.fold import fold
from rag.evidence.premise import named
from rag.names import licence

_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 5
"""Letters of the longer of two spellings from which one letter is a slip: "Iran" is no "Iraq"."""


def respelled(question: str, language: str, texts: Iterable[str]) -> str:
    """The question with each word of its names that no text holds spelled as the texts do, where one letter differs.

    A word that the tables know as a place stays, and so does one that differs in its ending alone.
    """
    known = _by_first_letter(texts)
    slips: dict[str, str] = {}
    for word in (word for name in named(question, language) for word in name.words):
        near = known.get(word.folded[:1], {})
        if word.folded not in near and not licence(word.text).places:
            found = [near[other] for other in near if _slipped(word.folded, other)]
            slips |= {word.text: found[0]} if len(found) == 1 else {}
    return _WORD.sub(lambda match: slips.get(match.group(), match.group()), question)


def _by_first_letter(texts: Iterable[str]) -> dict[str, dict[str, str]]:
    """The words of some texts that begin with a capital, by their folded form, by its first letter."""
    known: dict[str, dict[str, str]] = {}
    for word in (word for text in texts for word in _WORD.findall(text) if word[0].isupper()):
        folded = fold(word)
        known.setdefault(folded[:1], {})[folded] = word
    return known


def _slipped(one: str, other: str) -> bool:
    """Whether two words differ by one letter that is left out, put in or exchanged with its neighbour."""
    short, long = sorted((one, other), key=len)
    if len(long) < _LEAST or short[:1] != long[:1]:
        return False
    if len(short) < len(long):
        return not long.startswith(short) and any(short == long[:cut] + long[cut + 1 :] for cut in range(len(long)))
    return any(one[:at] + one[at + 1] + one[at] + one[at + 2 :] == other for at in range(len(one) - 1)) and one != other
