"""What is learned when: three stages, and how often each draws which kind of text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from tokenizers import Tokenizer

from index.model.train.batches import Bags, Batch, Kind, draw
from index.model.train.pieces import broken, halves
from index.model.train.questions import draw_questions, openings, place_of_language

BATCH = 2048
TAUGHT_BATCH = 768

# How often each kind is drawn, whatever its size.
TRANSLATIONS = {
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
}
# Kinds whose neighbours in the file are about something near, so that they make passages for made-up questions.
PASSAGES = {"pseudo": 0.6, "bible": 0.15, "packages": 0.15, "interface-long": 0.1}
# Kinds whose neighbours in the file are hard to tell apart; neighbours among words are often true synonyms.
IN_WINDOWS = {"sentences", "bible", "interface-long", "interface-short", "packages", "pseudo"}


@dataclass(frozen=True)
class Stage:
    """So many steps, the learning rate rising over the first twentieth and falling to nothing at the end.

    `teacher` weighs the lesson in the loss; `broken` is the share of tokens broken in two; `window` groups in a row are
    drawn together in every other batch (1: none are).
    """

    steps: int
    rate: float
    weights: Mapping[str, float] = field(default_factory=lambda: TRANSLATIONS)
    teacher: float = 0.0
    broken: float = 0.0
    window: int = 1

    def rate_at(self, step: int) -> float:
        """The learning rate of one step, counted from 0."""
        warm = max(1, self.steps // 20)
        return self.rate * min((step + 1) / warm, (self.steps - step) / (self.steps - warm + 1))


STAGES = (
    Stage(1_800, 0.05),
    Stage(2_400, 0.03, TRANSLATIONS | {"questions": 5.0}, teacher=3.0, broken=0.1),
    Stage(2_000, 0.02, TRANSLATIONS | {"questions": 4.0, "sentences": 5.0}, teacher=2.0, broken=0.1, window=16),
)


@dataclass(frozen=True)
class Taught:
    """Groups with an English text, and what the teacher makes of it: float32 (groups, dim)."""

    kind: Kind
    targets: np.ndarray


class Mix:
    """Draws batches: one kind at a time, as often as the stage says."""

    def __init__(self, kinds: Mapping[str, Kind], taught: Taught, tokenizer: Tokenizer) -> None:
        self.taught = taught
        self._kinds = kinds
        self._parts = halves(tokenizer)
        self._openings = openings(tokenizer)
        self._places = {name: place_of_language(kinds[name]) for name in PASSAGES if name in kinds}

    def batch(self, stage: Stage, chance: np.random.Generator) -> Batch:
        """Pairs of one kind."""
        names = [name for name in stage.weights if name in self._kinds or name == "questions"]
        name = _pick({name: stage.weights[name] for name in names}, chance)
        if name == "questions":
            name = _pick({name: PASSAGES[name] for name in self._places}, chance)
            drawn = draw_questions(self._kinds[name], self._places[name], self._openings, BATCH, chance)
        else:
            window = stage.window if name in IN_WINDOWS and chance.random() < 0.5 else 1
            drawn = draw(self._kinds[name], BATCH, chance, window)
        left, right = (broken(side, self._parts, stage.broken, chance) for side in (drawn.left, drawn.right))
        return Batch(left, right, drawn.left_same, drawn.right_same)

    def lesson(self, chance: np.random.Generator) -> tuple[Bags, np.ndarray]:
        """Texts in any language, and the vectors the teacher gives their English."""
        kind = self.taught.kind
        groups = chance.choice(kind.groups, size=min(TAUGHT_BATCH, kind.groups), replace=False)
        first, count = kind.first[groups], kind.first[groups + 1] - kind.first[groups]
        rows = first + (chance.random(len(groups)) * count).astype(np.int64)
        return kind.bags.take(rows), self.taught.targets[groups]


def _pick(weights: Mapping[str, float], chance: np.random.Generator) -> str:
    shares = np.array(list(weights.values()))
    return list(weights)[chance.choice(len(shares), p=shares / shares.sum())]
