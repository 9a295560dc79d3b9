"""Hungarian verbs whose preverb stands behind them: "Ki mondott le?" asks who "lemondott".

Behind a question word the preverb leaves its place before the verb, and what is left may mean another thing: "mondott"
alone is "said".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from index.fold import fold
from index.language_tables import ALL_SMALL_WORDS
from rag.records import Hit, Query
from rag.words import Alignment, WordAligner

_WORD = re.compile(r"[^\W_]+")
_PREVERBS = frozenset(
    ("be", "ki", "le", "fel", "meg", "el", "at", "ra", "szet", "ossze", "vissza", "vegig", "haza", "hozza", "felre")
)
_SHORTEST = 4
"""Letters of a verb."""
_SAYING = frozenset(["mondott", "mondta"])
"""Small words that with a preverb behind them are other verbs."""


def with_preverbs(
    alignment: Alignment, query: Query, found: Sequence[tuple[Hit, int, str]], aligner: WordAligner
) -> Alignment:
    """An alignment in which a verb is met as far as it is with its preverb before it, if that is further.

    One that is a small word without it is met so alone.

    :param found: the sentences that are aligned: hit, place in its passage, text.
    """
    joined = dict(_joined(query.sought)) if query.language == "hu" else {}
    if not joined:
        return alignment
    whole = aligner.align(" ".join(joined.values()), [text for *_, text in found])
    rows = {fold(term): row for row, term in enumerate(whole.terms)}
    match = alignment.match.copy()
    for place, term in enumerate(alignment.terms):
        if term in joined:
            own = 0.0 if fold(term) in _SAYING else match[place]
            match[place] = np.maximum(own, whole.match[rows[fold(joined[term])]])
    return replace(alignment, match=match)


def _joined(question: str) -> Iterator[tuple[str, str]]:
    """The verbs of a question whose preverb follows, each with what they are together."""
    for one, other in pairwise(_WORD.finditer(question)):
        verb, known = one.group(), fold(one.group())
        a_verb = len(verb) >= _SHORTEST and verb[0].islower() and (known not in ALL_SMALL_WORDS or known in _SAYING)
        if a_verb and fold(other.group()) in _PREVERBS and question[one.end() : other.start()] == " ":
            yield verb, other.group() + verb
