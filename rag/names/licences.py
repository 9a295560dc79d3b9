"""What a source text licenses: the places, names and words that a claim about it may name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.language_tables import SMALL_WORDS
from rag.names.common_words import concepts
from rag.names.places import Mention
from rag.names.tables import LINKS
from rag.names.written import Word, mentions_of, words_of

_SPELT_OUT = 8
"""Words after the first that an acronym may stand for."""
_SMALL = LINKS.union(*SMALL_WORDS.values()) - {"un"}
"""Words that go on no name: "Korea az". Jong-un does, though "un" is an article."""


@dataclass(frozen=True, slots=True)
class Licence:
    """What a source text licenses: the places and concepts it mentions, its words, and what those may be cut to."""

    places: frozenset[str]
    concepts: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    initials: frozenset[str]
    acronyms: frozenset[str]


@lru_cache(maxsize=4096)
def licence(text: str) -> Licence:
    """What a source text licenses; kept, because the claims of an answer share their sources."""
    words = words_of(text)
    folded = [word.folded for word in words]
    held = mentions_of(words)
    capital = {word.folded for word in words if word.capital}
    for at, word in enumerate(words):
        after = words[at + 1] if at + 1 < len(words) else None
        if after is not None and word.capital and after.joined and after.folded not in _SMALL:
            capital |= {word.folded + after.folded, after.folded}  # Jong-un is Dzsongun; Asošijeted pres
    return Licence(
        frozenset().union(*(mention.places for mention in held if not _is_part(mention, held))),
        frozenset().union(*(concepts(word) for word in folded)),
        frozenset(capital),
        frozenset(folded),
        frozenset(_initials(words)),
        frozenset(word.folded for word in words if word.acronym),
    )


def _is_part(mention: Mention, held: Sequence[Mention]) -> bool:
    """Whether a place is named only within the name of another: Sudan in South Sudan, but a people as Korean is."""
    return not any(place.endswith(":") for place in mention.places) and any(
        other.start <= mention.start
        and mention.end <= other.end
        and other.end - other.start > mention.end - mention.start
        for other in held
    )


@lru_cache(maxsize=1024)
def together(texts: tuple[str, ...]) -> Licence:
    """What some texts license together."""
    some = [licence(text) for text in texts]
    return Licence(
        *(
            frozenset().union(*(getattr(one, field) for one in some))
            for field in ("places", "concepts", "names", "words", "initials", "acronyms")
        )
    )


def _initials(words: Sequence[Word]) -> set[str]:
    """What words in a row that begin with a capital may be cut to: AP of "Asošijeted pres".

    With the small words and without: AFC of "Agence for Children", EBRD of "European Bank for Reconstruction and ...".
    """
    found: set[str] = set()
    for at, word in enumerate(words):
        if not word.capital:
            continue
        spelt = without = word.folded[0]
        for following in words[at + 1 : at + 1 + _SPELT_OUT]:
            if not following.joined:
                break
            if following.folded not in LINKS:
                spelt += following.folded[0]
                found.add(spelt)
            if following.capital or following.folded not in _SMALL:
                without += following.folded[0]
                found.add(without)
    return found
