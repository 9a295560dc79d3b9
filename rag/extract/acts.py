"""How far an act that a question asks about has come by a sentence: "has bought", "is buying", "plans to buy".

"Do they agree on whether the weapons have been bought?" is answered by the verb of buying of each sentence, and by no
other: a sentence that says of purchases how many were not told gives no answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from index.fold import fold
from rag.agree.differing_polarity import negated
from rag.agree.stage_tables import Stage
from rag.agree.stages import staged
from rag.agree.statement import Statement
from rag.evidence.unsaid import tells_what_was_not_said
from rag.words import WordAligner, words

_ONE_ACT = 0.5
"""How near the verb of a sentence is to a word of the subject at least."""
DENIED = -1
"""Beside the stages: an act that is said not to have taken place."""


@dataclass(frozen=True, slots=True)
class Act:
    """Where a sentence tells how far an act has come: offsets, the stages that it tells, and how near its verb is.

    A sentence may tell two: "has bought, and will have to buy more".
    """

    start: int
    end: int
    stages: frozenset[int]
    near: float

    def same(self, other: Act) -> bool:
        """Whether both tell one stage, whatever else either tells."""
        return bool(self.stages & other.stages)

    def differs(self, other: Act) -> bool:
        """Whether both cannot hold at once; what may be done, or is denied, may be going on or planned all the same."""
        if self.same(other):
            return False
        lowest, highest = min(*self.stages, *other.stages), max(*self.stages, *other.stages)
        if lowest == DENIED:
            return highest == Stage.DONE and min(max(self.stages), max(other.stages)) == DENIED
        return lowest != Stage.POSSIBLE


def act(subject: str, statement: Statement, aligner: WordAligner) -> Act | None:
    """What a sentence tells of the act that a subject speaks of, by its nearest verbs; None for nothing."""
    found = staged(statement)
    wanted = _acts(subject)
    if not found or not wanted or tells_what_was_not_said(statement.text):
        return None
    said = statement.words()
    near = np.max(aligner.pairs(wanted, [said[one.verb].folded for one in found])[0], axis=0)
    of_it = [(one, float(how)) for one, how in zip(found, near, strict=True) if how >= _ONE_ACT]
    if not of_it:
        return None
    denied = {verb for _, verb in negated(statement)}
    stages = frozenset(DENIED if one.verb in denied else int(one.stage) for one, _ in of_it)
    # The furthest that it has come is the news.
    told = max((one for one, _ in of_it), key=lambda one: (one.verb not in denied, one.stage, -one.verb))
    first = min(told.first, told.verb)
    return Act(said[first].start, said[told.last].end, stages, max(how for _, how in of_it))


@lru_cache(maxsize=256)
def _acts(subject: str) -> tuple[str, ...]:
    """The words of a subject that may be an act: words of content, no names."""
    statement = Statement(subject, "")
    names = {word.folded for word in statement.words() if word.capital}
    small = {word.folded for word in statement.words() if word.small}
    return tuple(word for word in words(fold(subject)) if word not in names | small)
