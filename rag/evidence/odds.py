"""How surely a sentence answers a question: a logistic of what it does for it.

Nearness alone neither puts the answering sentence first nor tells answerable questions from others, because a near miss
is about the same things. What does is what of the question a sentence leaves open: whether it holds an answer of the
kind that is asked for, the names that its passage does not hold, the words that it does not meet, above all those that
are no names. One model both orders the sentences and gives the confidence; eval/bench/fit_odds.py fits it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from rag.logistic import Logistic

ON_TOPIC = 0.65
"""What the best passage nearly always scores where the articles speak of the matter; most others reach less."""


@dataclass(frozen=True, slots=True)
class OfSentences(Logistic):
    """Weights of what a sentence does for a question, in the order of `features` after the bias.

    `cosine` is how near it is, `coverage` the share of the question that its words meet, `below` how far its passage
    scored below the best one, `far` how far that one scored below `ON_TOPIC`; `content` is the share of the words that
    are no names that it fails, `premise` the same where a reason is asked for, as "why" takes for true all that follows
    it; `head` is how far it fails the noun after "which", `lacking` how far it is from the kind of answer; `unnamed` is
    1 where a name of the question stands neither in it nor in the sentence before, nor a place in the title, `strange`
    where it does not stand in its passage either; `unsaid` is 1 where it tells what was not said and nobody asked that;
    `names` is the share of the question that is names, which any sentence about them covers; `untold` is how far it
    fails the act that is asked about, `whether` the same where it is asked whether that took place.
    """

    bias: float = -1.28
    cosine: float = 0.13
    coverage: float = 5.36
    below: float = 2.88
    far: float = -5.23
    content: float = -0.61
    premise: float = -0.33
    head: float = -1.78
    lacking: float = -4.03
    unnamed: float = -1.65
    strange: float = -2.69
    unsaid: float = -2.22
    names: float = -1.36
    untold: float = -1.85
    whether: float = -2.98

    def weights(self) -> np.ndarray:
        """The weights without the bias, float (features,)."""
        return np.array([getattr(self, field.name) for field in fields(self)[1:]])

    def log_odds(self, rows: np.ndarray) -> np.ndarray:
        """Of each row of features, float (rows,)."""
        return np.asarray(self.bias + rows @ self.weights())


FEATURES = tuple(field.name for field in fields(OfSentences)[1:])
FITTED = OfSentences()
"""The weights that both the order of the sentences and the confidence go by.

`content`, `untold` and `whether` were fitted last, with the others held: a word for an act counts in all three.
"""


def probability(log_odds: float) -> float:
    """In [0, 1]."""
    return float(1.0 / (1.0 + np.exp(-log_odds)))
