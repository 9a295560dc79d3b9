"""Whether two words are spelled as forms of one word, or as one name in two languages: Szijjarto and Sijarto.

Rougher than `rag.names.sounds`: here both words stand in sentences that are known to speak of the same.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from index.fold import shared_start
from rag.agree.statement import Word

_STEM = 0.6
_SAME_SOUND = 0.55
_SOUNDS = (
    *(("dzs", "j"), ("dj", "j"), ("gj", "j"), ("xh", "j"), ("ge", "je"), ("gi", "ji"), ("sz", "s"), ("cs", "c")),
    *(("zs", "z"), ("sh", "s"), ("ch", "k"), ("zh", "z"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("qu", "kv")),
    *(("q", "k"), ("w", "v"), ("x", "ks"), ("y", "i"), ("c", "k"), ("lj", "l"), ("gl", "l"), ("ny", "n")),
    *(("nj", "n"), ("gn", "n"), ("j", "i"), ("h", "")),
)


def spelled_alike(one: Word, other: Word, one_language: bool) -> bool:
    """Forms of one word in one language, or one name as two languages spell it."""
    if one.capital and other.capital:
        return alike(one.folded, other.folded)
    if not one_language or one.small or other.small:
        return False
    shared = shared_start(one.folded, other.folded)
    return shared >= 4 and shared >= _STEM * min(len(one.folded), len(other.folded))


@lru_cache(maxsize=32768)
def alike(one: str, other: str) -> bool:
    """Whether two folded words may be spellings of one name: Szijjarto and Sijarto, Donbas and Donbass."""
    one, other = sounds(one), sounds(other)
    if min(len(one), len(other)) > 3 and one[:4] == other[:4]:
        return True
    grams, others = ({word[at : at + 2] for at in range(len(word) - 1)} for word in (one, other))
    return 2 * len(grams & others) >= _SAME_SOUND * (len(grams) + len(others)) and bool(grams)


@lru_cache(maxsize=8192)
def sounds(word: str) -> str:
    """Roughly how a name sounds, so that the five languages' spellings of it come near."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return "".join(letter for letter, after in pairwise(word + " ") if letter != after)
