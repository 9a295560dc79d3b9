"""How far a sentence fails the act that a question asks about: "Did he resign?", where it tells what else he did."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.fold import fold
from rag.asked import Asked, asked, asks_whether
from rag.evidence import Sentence
from rag.evidence.acts import Told, acts, asked_acts, knows
from rag.records import Query
from rag.words import Alignment

_OF_AN_ACT = frozenset({None, Asked.REASON, Asked.TIME, Asked.DAY})
"""What is asked of an act: who, where, how, why, when. A figure or a name that is asked for is mostly of a thing."""

_REASON = 0.5
"""What counts of a failed act where its reason is asked for, which many a sentence gives without telling of the act."""


@dataclass(frozen=True, slots=True)
class Untold:
    """The acts that a question asks about, each with how its word meets each text, float32 (texts,).

    `whether` says that it asks whether they took place; `share` is what failing them counts. Questions about
    differences ask about no act here.
    """

    asked: tuple[tuple[Told, np.ndarray], ...] = ()
    whether: bool = False
    share: float = 1.0

    @classmethod
    def of(cls, query: Query, alignment: Alignment) -> Untold:
        """Those of a question."""
        whether = asks_whether(query.text, query.language)
        kind = asked(query.text, query.language)
        if query.subject or not (whether or kind in _OF_AN_ACT):
            return cls()
        terms = [fold(term) for term in alignment.terms]
        rows = {term: row for row, term in enumerate(terms) if not alignment.is_name[row]}
        told = asked_acts(query.text, query.language)
        acts_asked = tuple((one, alignment.match[rows[one.word]]) for one in told if one.word in rows)
        return cls(acts_asked, whether, _REASON if kind is Asked.REASON else 1.0)

    def by(self, sentence: Sentence) -> tuple[float, float]:
        """How far a sentence fails them all, in [0, 1]: where it is asked who, when or why; and where yes or no."""
        failed = self.share * self._failed(sentence) if self.asked and knows(sentence.language) else 0.0
        return (0.0, failed) if self.whether else (failed, 0.0)

    def _failed(self, sentence: Sentence) -> float:
        told = acts(sentence.text, sentence.language)
        return min(0.0 if one.met_by(told) else 1.0 - float(met[sentence.place]) for one, met in self.asked)
