"""Countries, peoples and cities that a text names in any of many locales, from CLDR (`rag.names.make_places`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from rag.names.forms import SHORTEST_STEM, continues
from rag.names.tables import LINKS, NO_PEOPLES, SHORT_PEOPLES

_PATH = Path(__file__).with_name("places.txt")
_SURE_STEM = 4
"""Letters; a shorter stem must be written with a capital or have an ending of its own."""
_VOWELS = frozenset("aeiou")
_ENGLISH = re.compile("[aeiouy]*(?:n|ns|s|se|sh|sts?|rs?|tes?|ts?|h|j|c|(?:wo)?m[ae]n)?")
_LINKED = 2  # small words between two words of a name: "Kore e Veriut", "Corea del Nord"


class Mention(NamedTuple):
    """A place that the words from `start` up to `end` may name: codes of CLDR territories, or "/" and a city."""

    start: int
    end: int
    places: frozenset[str]


@cache
def _lines() -> dict[str, str]:
    """The rest of a line of the file by the stem it begins with; read apart only where a text has that stem."""
    lines = _PATH.read_text(encoding="utf-8").splitlines()
    return {first: rest for first, _, rest in (line.partition("\t") for line in lines)}


@cache
def _called(first: str) -> tuple[tuple[tuple[str, ...], frozenset[str]], ...]:
    """By the first stem of a name its other stems and the places called so, longest first."""
    found = []
    for item in _lines().get(first, "").split("|"):
        others, _, places = item.partition("=")
        if places:
            found.append((tuple(others.split()), frozenset(places.split(","))))
    return tuple(found)


@lru_cache(maxsize=50_000)
def _stems(word: str) -> tuple[str, ...]:
    """The first stems of names that a folded word may be a form of, longest first."""
    known = _lines()
    cuts = [len(word), *(cut for cut in range(len(word) - 1, SHORTEST_STEM - 1, -1) if continues(word[cut:]))]
    stems = [word[:cut] for cut in cuts if word[:cut] in known]
    # A stem without a vowel keeps its "a" in the file: "Crne Gore" is Crna Gora.
    stems += [f"{word[:cut]}a" for cut in cuts if not _VOWELS & set(word[:cut]) and f"{word[:cut]}a" in known]
    return tuple(stems)


@lru_cache(maxsize=50_000)
def ends_in_english(word: str) -> bool:
    """Whether a folded word is the name of a place or a people with no more on its end than English adds: Syrian."""
    longest = next(iter(_stems(word)), word)
    return not word.startswith(longest) or bool(_ENGLISH.fullmatch(word[len(longest) :]))


@lru_cache(maxsize=50_000)
def _is_form(word: str, stem: str) -> bool:
    return word.startswith(stem) and (len(word) == len(stem) or continues(word[len(stem) :]))


def is_acronym(word: str) -> bool:
    """Whether a word, as written, is in capitals alone, with or without dots: "NATO", "U.S."."""
    letters = word.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isupper()


def mentions(words: Sequence[str], capitals: Sequence[bool], acronyms: Sequence[bool]) -> list[Mention]:
    """Every place that folded words may name, also within the name of another: Korea in North Korea.

    :param capitals: which words begin with a capital; `acronyms`, which are acronyms.
    """
    found = [
        Mention(at, at + 1, places)
        for at, word in enumerate(words)
        if acronyms[at]
        for _, places in _called(word.upper())
    ]
    for start, word in enumerate(words):
        known = False  # a longer name may begin with a shorter stem: "Malit të Zi" is not Mali
        for first in _stems(word):
            for others, places in _called(first):
                if known and not others:
                    continue
                end = _end(words, start, others)
                if end is None or not (any(capitals[start:end]) or _surely(word, first, bool(others))):
                    continue
                found.append(Mention(start, end, places))
                known = known or not others
    return found


def _surely(word: str, first: str, long: bool) -> bool:
    """Whether a word in small letters names a people: "ruski", "kínai", but not "danas" or "sad"."""
    if not long and word.startswith(NO_PEOPLES):
        return False
    return (
        long
        or word in SHORT_PEOPLES
        or len(first) > _SURE_STEM
        or (len(first) == _SURE_STEM and len(word) > len(first))
        or (len(word) - len(first) >= 2)
    )


def _end(words: Sequence[str], start: int, others: tuple[str, ...]) -> int | None:
    at = start + 1
    for other in others:
        limit = min(len(words), at + _LINKED)
        while at < limit and words[at] in LINKS and not _is_form(words[at], other):
            at += 1
        if at >= len(words) or not _is_form(words[at], other):
            return None
        at += 1
    return at
