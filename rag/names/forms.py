"""Stems of names of places: the one rule by which the data file is written and by which texts are read."""

from __future__ import annotations

import re
from functools import lru_cache

from index.fold import fold
from rag.names.tables import ENDINGS, LINKS, PEOPLES

SHORTEST_STEM = 3
_LONGEST_ENDING = 8
_LONG_STEM = 5
"""Letters of a name without its last vowel from which a word in small letters may be an adjective of it."""
_WORD = re.compile(r"[^\W\d_]+")
_VOWELS = frozenset("aeouy")
_ADJECTIVES = ("ski", "cki")  # Serbian: ruski, nemački
_SYLLABLES = frozenset("aeiouyаеиоуыэюяіїє")


def place_stems(name: str) -> tuple[str, ...]:
    """The stem of each word of a name that is not a link: "Corea del Nord" is core, nord.

    The first word is never a link: Hungarian "Dél" is the south.
    """
    words = _WORD.findall(fold(name))
    return tuple(stem(word) for place, word in enumerate(words) if not place or word not in LINKS)


def stem(word: str) -> str:
    """A folded word without its last vowel, of at least three letters; "i" stays: Albanian Nigeri is not Niger."""
    bare = word[:-1] if word[-1:] in _VOWELS or word.endswith(_ADJECTIVES) else word
    return bare if len(bare) >= SHORTEST_STEM and any(letter in _SYLLABLES for letter in bare) else word


@lru_cache(maxsize=50_000)
def continues(ending: str) -> bool:
    """Whether the stem of a place, or of another name that makes adjectives, may end so."""
    return len(ending) <= _LONGEST_ENDING and any(
        (not cut or ending[:cut] in PEOPLES) and (cut == len(ending) or ending[cut:] in ENDINGS)
        for cut in range(len(ending) + 1)
    )


@lru_cache(maxsize=50_000)
def is_adjective_of(word: str, name: str) -> bool:
    """Whether a folded word in small letters is made of a folded name: "tarantino" of Taranto."""
    root = stem(name)
    return len(root) >= _LONG_STEM and word.startswith(root) and continues(word[len(root) :])
