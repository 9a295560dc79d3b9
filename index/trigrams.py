"""How well the letters of a few words fit each of the five languages: the product over their trigrams.

A question of three content words, "Sa vlen diadema?", holds too few small words to tell its language, and fastText was
trained on longer text with diacritics. The table counts folded words, so that a text without diacritics fits alike.
`python -m index.model.train.trigrams` wrote it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "sq", "sr", "hu", "it")
PATH = Path(__file__).parent / "model" / "trigrams.txt"
STEP = 0.5
"""A line is a trigram and, for each language, a digit: by how many steps of the logarithm it is rarer than in the
language that has it most."""


def trigrams(word: str) -> Iterator[str]:
    """Every three letters of a folded word that follow one another, a space at either end counted."""
    padded = f" {word} "
    return (padded[start : start + 3] for start in range(len(padded) - 2))


def misfit(words: Sequence[str]) -> dict[str, float]:
    """By how much of the logarithm each language fits some folded words worse than the one that fits best."""
    table = _table()
    steps = [0] * len(LANGUAGES)
    for word in words:
        for trigram in trigrams(word):
            for place, digit in enumerate(table.get(trigram, "")):
                steps[place] += int(digit)
    least = min(steps)
    return {language: STEP * (count - least) for language, count in zip(LANGUAGES, steps, strict=True)}


@cache
def _table() -> Mapping[str, str]:
    lines = PATH.read_text(encoding="utf-8").splitlines()
    return {line[:3]: line[3:] for line in lines}
