"""Whether a question has a word that anything is known of.

"asdfgh" is cut to crumbs of a letter or two, whose vectors come near to some word of any text. So is many a name; but a
name stands in the articles that speak of it, spelled alike. A question of such words alone that stand nowhere asks
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from index.language_tables import ALL_SMALL_WORDS
from rag.followup import says_nothing
from rag.names import licence
from rag.names.sounds import alike
from rag.records import Query
from rag.words import WordAligner, words

_SHORTEST, _STEM = 3, 4
_LENGTHS = 4
"""Letters by which two spellings of one name differ in length at most."""


def asks_nothing_known(query: Query, texts: Iterable[str], aligner: WordAligner) -> bool:
    """Whether the model knows none of the words that a question asks about, and no text has one spelled alike."""
    asked = [word for word in words(query.asked) if word not in ALL_SMALL_WORDS and not word.isdigit()]
    content = [word for word in asked if not says_nothing(word, query.language)]
    if not content or any(aligner.knows(word) or licence(word).places for word in content):
        return False
    there = {word for text in texts for word in words(text)}
    return not any(_one_name(word, other) for word in content for other in there)


@lru_cache(maxsize=50_000)
def _one_name(word: str, other: str) -> bool:
    """Whether two words are the same, forms of one, or spellings of one name."""
    if word == other:
        return True
    if min(len(word), len(other)) < _SHORTEST or abs(len(word) - len(other)) > _LENGTHS:
        return False
    return len(word) > _STEM and (word[:_STEM] == other[:_STEM] or alike(word, other))
