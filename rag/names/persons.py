"""Full names of persons: whether one of a claim is put together of two of its sources, or is a name akin to one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product

from rag.names.common_words import concepts
from rag.names.sounds import alike, apart, grown, one_letter_apart
from rag.names.spotted import names
from rag.names.tables import CASES, SURNAMES, TITLES
from rag.names.written import Word

_COPIED = 0.05
"""How far the sounds of a name may lie apart where claim and source are of one language: Aleksandr, Alexander."""
_SHORTEST = 3
_GORAN = 6
"""Letters of a name up to which one letter makes another, Goran and Zoran; in a longer one it is a slip of spelling."""
_FEMALE = "a"

Part = tuple[str, str]
"""A folded word of a name, and the language of its text."""


def other_persons(claim: str, language: str, texts: Sequence[tuple[str, str]]) -> list[str]:
    """The full names of a claim that are of nobody in its sources, though each of their words may be.

    :param texts: what may be named, each with its language, ISO 639-1.
    """
    held = list(dict.fromkeys(one for text, of in texts for one in _persons(text, of)))
    return [" ".join(word for word, _ in one) for one in _persons(claim, language) if _is_other(one, held)]


@lru_cache(maxsize=4096)
def _persons(text: str, language: str) -> tuple[tuple[Part, ...], ...]:
    """The runs of words of a text that may be a person's full name."""
    code = language.partition("-")[0]
    runs = (_bare(name.words) for name in names(text, language) if not name.places)
    return tuple(tuple((word, code) for word in run) for run in runs if len(run) > 1)


def _bare(words: Iterable[Word]) -> list[str]:
    """The words of a name without titles; none where all of them are common, as those of an institution."""
    kept = [word.folded for word in words if not word.acronym and not concepts(word.folded) & TITLES]
    return kept if any(_is_given(word) for word in kept) else []


def _is_given(word: str) -> bool:
    return concepts(word) <= SURNAMES


def _is_other(one: Sequence[Part], held: Sequence[Sequence[Part]]) -> bool:
    """Whether no source has a name, and one has another that shares a word with it: Luca Bianchi of Mario Bianchi.

    Words of a name that are like none of the sources are not judged here.
    """
    known = [part for part in one if any(_alike(part, other) for name in held for other in name)]
    if len(known) < 2 or any(_holds(known, name) or _holds(name, known) for name in held):
        return False
    return any(_shares(known, name) for name in held)


def _shares(known: Sequence[Part], name: Sequence[Part]) -> bool:
    """Whether two names have a word in common and each one of its own, or have words that only sound alike."""
    pairs = list(product(known, name))
    common = any(_same(part, other) for part, other in pairs)
    if common and _are_turned([(part, other) for part, other in pairs if _same(part, other)]):
        return True
    if common and any(not any(_same(part, other) for part in known) for other in name):
        return True
    return any(_alike(part, other) and not _same(part, other) for part, other in pairs)


def _holds(one: Sequence[Part], name: Sequence[Part]) -> bool:
    """Whether each word of a name stands in another, and the two are not of a man and a woman."""
    pairs = [(part, other) for part in one for other in name if _same(part, other)]
    if {part for part, _ in pairs} != set(one):
        return False
    return not _are_turned(pairs)


def _are_turned(pairs: Sequence[tuple[Part, Part]]) -> bool:
    """Whether words that stand for each other are one surname, and given names of a man and a woman."""
    return any(part[0] == other[0] for part, other in pairs) and any(_turned(one[0], two[0]) for one, two in pairs)


def _turned(one: str, other: str) -> bool:
    """Whether beside one surname two given names are a man's and a woman's: Mario and Maria, Jovan and Jovana."""
    short, long = sorted((one, other), key=len)
    return long == f"{short}{_FEMALE}" or (len(one) == len(other) and {one, other} == {f"{one[:-1]}o", f"{one[:-1]}a"})


def _alike(one: Part, other: Part) -> bool:
    return alike(one[0], other[0])


@lru_cache(maxsize=20_000)
def _same(one: Part, other: Part) -> bool:
    """Whether two words may be one name: in one language but for endings of case, in two as they sound."""
    if one[0] == other[0]:
        return True
    if one[1] == other[1]:
        return any(apart(some, each) <= _COPIED for some, each in product(_forms(one), _forms(other)))
    short = max(len(one[0]), len(other[0])) <= _GORAN
    if grown(one[0], other[0], one[1]) or grown(other[0], one[0], other[1]):
        return False
    if short and one_letter_apart(one[0], other[0]):
        return False
    return alike(one[0], other[0])


def _forms(part: Part) -> list[str]:
    word, language = part
    endings = CASES.get(language, ())
    return [word, *(word[: -len(end)] for end in endings if word.endswith(end) and len(word) - len(end) >= _SHORTEST)]
