"""How far a sentence is from telling the name that is asked for: who holds an office, or whom a noun stands for."""

from __future__ import annotations

import re
from collections.abc import Collection

import numpy as np

from rag.evidence import Sentence
from rag.evidence.beside import PlacedWords
from rag.evidence.holders import unheld_office
from rag.evidence.need import Need
from rag.evidence.premise import persons
from rag.words import WordAligner

_WORD = re.compile(r"[^\W_]+")
_APPOSED = 5
"""Words from a noun to a name in apposition to it."""
_NEXT = 2
"""The same behind the comma between the two, and in Hungarian from a name to its noun."""
_SAME_NOUN = 0.4


def nameless(sentence: Sentence, needed: Need, aligner: WordAligner) -> float:
    """1 where no name that the question lacks stands beside the one whose name is asked for."""
    if needed.office is not None:
        return unheld_office(sentence.text, sentence.language, needed.query.text, needed.office, needed.abroad)
    if not needed.of:
        return 0.0
    candidates = persons(sentence.text, sentence.language, needed.query.text)
    if not candidates:
        return 1.0
    begins, ends = {name.words[0].folded for name in candidates}, {name.words[-1].folded for name in candidates}
    near = PlacedWords.of(sentence.text).near(needed.of, aligner)
    places = np.flatnonzero(near > _SAME_NOUN).tolist()
    named_so = (_is_named_behind(place, begins, sentence) or _is_named_ahead(place, ends, sentence) for place in places)
    return float(not any(named_so))


def _is_named_behind(place: int, begins: Collection[str], sentence: Sentence) -> bool:
    """Whether a name stands right behind a word, or in apposition to it."""
    words = PlacedWords.of(sentence.text)
    last = min(len(words.folded), place + 1 + _APPOSED)
    return any(
        words.folded[at] in begins
        and (at == place + 1 or _encloses(sentence.text[words.starts[place] : words.starts[at]]))
        for at in range(place + 1, last)
    )


def _is_named_ahead(place: int, ends: Collection[str], sentence: Sentence) -> bool:
    """Whether a word stands in apposition to a name ahead of it, or in Hungarian right behind one."""
    words = PlacedWords.of(sentence.text)
    return any(
        words.folded[at] in ends
        and (
            "," in sentence.text[words.starts[at] : words.starts[place]]
            or (sentence.language == "hu" and place - at <= _NEXT)
        )
        for at in range(max(0, place - _APPOSED), place)
    )


def _encloses(between: str) -> bool:
    """Whether what stands between a noun and a name makes the name the noun's: "the guard, 61-year-old" before it."""
    _, comma, last = between.rpartition(",")
    return bool(comma) and between.count(",") == 1 and len(_WORD.findall(last)) <= _NEXT
