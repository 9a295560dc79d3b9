"""What is learned next: how often each kind of text is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from index.model.train.batches import Bags, Batch, Kind, draw
from index.model.train.questions import draw_questions, openings, place_of_language

BATCH = 2048
TAUGHT_BATCH = 768
# By kind, whatever its size. Chosen on the development sets; "questions" are made from the kinds below.
WEIGHTS = {
    "sentences": 3.0,
    "bible": 3.0,
    "interface-long": 1.5,
    "interface-short": 1.5,
    "packages": 1.0,
    "words": 3.0,
    "glosses": 2.0,
    "pseudo": 4.0,
    "pseudo-english": 1.0,
    "forms": 1.5,
    "questions": 3.0,
}
# Kinds whose neighbours in the file are about something near, so that they make passages.
PASSAGES = {"pseudo": 0.6, "bible": 0.15, "packages": 0.15, "interface-long": 0.1}


@dataclass(frozen=True)
class Taught:
    """Groups with an English text, and what the teacher makes of it: float32 (groups, dim)."""

    kind: Kind
    targets: np.ndarray


class Mix:
    """Draws batches: one kind at a time, as often as its weight says."""

    def __init__(
        self, kinds: Mapping[str, Kind], taught: Taught, tokenizer: Tokenizer, weights: Mapping[str, float] = WEIGHTS
    ) -> None:
        self._kinds = kinds
        self._taught = taught
        self._openings = openings(tokenizer)
        self._places = {name: place_of_language(kinds[name]) for name in PASSAGES if name in kinds}
        self._names = [name for name in weights if name in kinds or name == "questions"]
        shares = np.array([weights[name] for name in self._names])
        self._shares = shares / shares.sum()

    def batch(self, chance: np.random.Generator) -> Batch:
        """Pairs of one kind."""
        name = self._names[chance.choice(len(self._names), p=self._shares)]
        if name != "questions":
            return draw(self._kinds[name], BATCH, chance)
        shares = np.array([PASSAGES[name] for name in self._places])
        name = list(self._places)[chance.choice(len(shares), p=shares / shares.sum())]
        return draw_questions(self._kinds[name], self._places[name], self._openings, BATCH, chance)

    def lesson(self, chance: np.random.Generator) -> tuple[Bags, np.ndarray]:
        """Texts in any language, and the vectors the teacher gives their English."""
        kind = self._taught.kind
        groups = chance.choice(kind.groups, size=min(TAUGHT_BATCH, kind.groups), replace=False)
        first, count = kind.first[groups], kind.first[groups + 1] - kind.first[groups]
        rows = first + (chance.random(len(groups)) * count).astype(np.int64)
        return kind.bags.take(rows), self._taught.targets[groups]
