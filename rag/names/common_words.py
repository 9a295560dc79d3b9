"""Common words that languages capitalise and translate, as in "White House"."""

from __future__ import annotations

from functools import lru_cache

from rag.names.forms import continues
from rag.names.tables import CONCEPTS

_BEGINS_NAMES = frozenset(["north", "south", "east", "west", "white", "black", "great", "house", "king", "queen"])
_ENDING = 3  # letters of "Northern" and of Serbian adjectives
_LINKING = ("no", "o")  # Serbian "severnokorejski", "severoistok"


@lru_cache(maxsize=50_000)
def concepts(word: str) -> frozenset[str]:
    """The common words of `CONCEPTS` that a folded word is a form of."""
    whole, stems = concept_table()
    found = set(whole.get(word, ()))
    for cut in range(3, len(word) + 1):
        if word[:cut] in stems and (cut == len(word) or continues(word[cut:]) or cut >= 5):
            found |= {concept for concept in stems[word[:cut]] if not _is_compound(concept, word[cut:])}
    return frozenset(found)


def _is_compound(concept: str, rest: str) -> bool:
    """Whether what follows a word that names often begin with makes another name: Northgate, but not Northern."""
    common = len(rest) <= _ENDING or rest.startswith(_LINKING) or continues(rest) or bool(concepts(rest))
    return concept in _BEGINS_NAMES and not common


@lru_cache(maxsize=1)
def concept_table() -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The concepts of each folded word that is one whole, and of each stem."""
    whole: dict[str, set[str]] = {}
    stems: dict[str, set[str]] = {}
    for concept, forms in CONCEPTS.items():
        for form in forms.split():
            target = stems if form.endswith("*") else whole
            target.setdefault(form.rstrip("*"), set()).add(concept)
            if not form.endswith("*"):
                stems.setdefault(form, set()).add(concept)
    return whole, stems
