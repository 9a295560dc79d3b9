"""How alike two names sound across the spellings of the languages: Pjongjang and Phenjan, Dzsongun and Jong-un."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

from rag.names.tables import ENDINGS

BAR = 0.24
"""The greatest distance of two spellings of one name; chosen on names of parallel sentences."""
CLOSE = 0.06
"""The same for a word in small letters, which most often is no name."""
_SURE = 5
_SHORT = 4
BAR_OF_SHORT = 0.15
"""The same for names of at most four letters."""
_DIGRAPHS = (
    ("tsch", "c"), ("sch", "s"), ("dzs", "j"), ("dzh", "j"), ("xh", "j"), ("dz", "j"), ("gj", "j"), ("dj", "j"),
    ("gy", "j"), ("cs", "c"), ("ch", "c"), ("tch", "c"), ("sz", "s"), ("zs", "z"), ("sh", "s"), ("zh", "z"),
    ("ts", "c"), ("tz", "c"), ("cz", "c"), ("kh", "h"), ("ph", "f"), ("th", "t"), ("gn", "n"),
    ("ny", "n"), ("nj", "n"), ("lj", "l"), ("ly", "l"), ("ty", "t"), ("tj", "t"), ("qu", "kv"), ("w", "v"),
    ("x", "ks"), ("ee", "i"), ("oo", "u"), ("ou", "u"), ("au", "o"), ("y", "i"),
)  # fmt: skip
_RULES = dict(_DIGRAPHS)
_PARTS = re.compile("|".join(spelling for spelling, _ in sorted(_DIGRAPHS, key=lambda pair: -len(pair[0]))))
_DOUBLE = re.compile(r"(.)\1+")
_CASELESS = frozenset({"en", "it"})
_ADDED = re.compile("[aeiou]*(?:n|ns|s|se|st|sts|r|rs|te|tes|h|j|c|(?:vo)?m[ae]n)?")
"""What English adds, as it sounds: Syrian, Chinese, Trumpists, Kosovars, Muscovites; or another spelling has."""
_VOWELS = frozenset("aeiou")
_BEGIN = 0.5
_VOWEL, _WEAK, _FULL = 0.3, 0.25, 1.0
_GLIDES = frozenset("hji")
_NEAR = {
    **dict.fromkeys(("ij", "sz", "cs", "fv"), 0.15),
    **dict.fromkeys(("cz", "ck", "kq", "cq", "jz", "jg", "bv", "cj", "hk", "gh", "dt", "qs"), 0.35),
    **dict.fromkeys(("bp", "gk", "js", "mn", "jc", "hf"), 0.6),
}
_COST = {pair: cost for both, cost in _NEAR.items() for pair in (both, both[::-1])}


@lru_cache(maxsize=100_000)
def alike(one: str, other: str) -> bool:
    """Whether two folded words may be spellings or forms of one name."""
    if one == other:
        return True
    shortest = min(len(one), len(other))
    return _begin_alike(one, other) and distance(one, other) <= (BAR if shortest > _SHORT else BAR_OF_SHORT)


@lru_cache(maxsize=100_000)
def form_of(name: str, word: str) -> bool:
    """Whether a word in small letters sounds as a name does but for an ending: "luhanszki" and Luhansk."""
    return min(len(name), len(word)) >= _SURE and name[0] == word[0] and distance(name, word) <= CLOSE


@lru_cache(maxsize=100_000)
def grown(one: str, other: str, language: str) -> bool:
    """Whether a folded name of a text has more on its end than its language adds to another: Putinov of Putin.

    Only in English and Italian, whose names have no cases; Syrian and Putin's are made there.
    """
    if language not in _CASELESS:
        return False
    root, whole = _sounds(other), _sounds(one)
    root = root[:-1] if root[-1] in _VOWELS - {"i"} else root
    return len(root) >= _SHORT and whole.startswith(root) and not _ADDED.fullmatch(whole[len(root) :])


def _begin_alike(one: str, other: str) -> bool:
    first, second = _sounds(one)[0], _sounds(other)[0]
    return _swap(first, second) < _BEGIN or first in _GLIDES or second in _GLIDES


def one_letter_apart(one: str, other: str) -> bool:
    """Whether two folded names are alike but for one consonant that no spelling of one name exchanges: Goran, Zoran."""
    if one == other or min(len(one), len(other)) < _SURE:
        return False
    pairs = [(a, b) for a in _forms(one) for b in _forms(other) if len(a) == len(b)]
    turned = [[(x, y) for x, y in zip(a, b, strict=True) if x != y] for a, b in pairs]
    if any(not letters or all(_swap(*each) < _FULL for each in letters) for letters in turned):
        return False
    return any(len(letters) == 1 and not set(letters[0]) & (_VOWELS | _GLIDES) for letters in turned)


def distance(one: str, other: str) -> float:
    """How far the sounds of two folded words lie apart, endings aside, in [0, 1] or a little above."""
    return min(_apart(first, second) for first in _forms(one) for second in _forms(other))


def apart(one: str, other: str) -> float:
    """How far the sounds of two folded words lie apart as they stand, in [0, 1] or a little above."""
    return _apart(_sounds(one), _sounds(other))


@lru_cache(maxsize=50_000)
def _forms(word: str) -> tuple[str, ...]:
    """The sounds of a word and of what is left of it without an ending."""
    stems = {word, *(word[:cut] for cut in range(max(3, len(word) - 5), len(word)) if word[cut:] in ENDINGS)}
    return tuple(dict.fromkeys(_sounds(stem) for stem in sorted(stems, key=len, reverse=True)))


@lru_cache(maxsize=50_000)
def _sounds(word: str) -> str:
    return _DOUBLE.sub(r"\1", _PARTS.sub(lambda match: _RULES[match.group()], word))


@lru_cache(maxsize=200_000)
def _apart(one: str, other: str) -> float:
    """Edit distance with cheap vowels and near consonants, over the longer length."""
    longest = max(len(one), len(other))
    if abs(len(one) - len(other)) > longest / 2:
        return 1.0
    alone = [_alone(letter) for letter in other]
    above = [0.0, *accumulate(alone)]
    for letter in one:
        gone = _alone(letter)
        last = above[0] + gone
        row = [last]
        for place, against in enumerate(other):
            last = min(above[place] + _swap(letter, against), above[place + 1] + gone, last + alone[place])
            row.append(last)
        above = row
    return above[-1] / (longest or 1)


def _alone(letter: str) -> float:
    return _WEAK if letter in _GLIDES else _VOWEL if letter in _VOWELS else _FULL


def _swap(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if one in _VOWELS and other in _VOWELS:
        return _VOWEL
    return _COST.get(one + other, _FULL)
