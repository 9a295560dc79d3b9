"""What a sentence gives for the answer that is compared: a figure, a time, a name, an office, a state or an act."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.fold import fold
from rag.agree.same_value import may_be_one
from rag.extract.acts import Act
from rag.extract.marked import Marked
from rag.names.full import related, written_alike
from rag.numbers import same_time
from rag.numbers.values import TIMES, Value

_WORD = re.compile(r"[^\W_]+")
SURE = 0.5
"""How near the subject a figure, time or name stands that is taken for the answer."""
_TIMES = 10.0
"""Two figures that are more than this many times apart are hardly of the same thing."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a sentence gives for an answer, as written, with its `value` if it is a figure or a time.

    `beside` in [0, 1] is how near the subject it stands; `start` is its offset. `only` says that it is the one sum,
    share or span of time of the sentence, which need not stand beside the subject to be what is asked for.
    """

    text: str
    beside: float
    value: Value | None = None
    start: int = 0
    marked: Marked | None = None
    only: bool = False
    act: Act | None = None
    fates: frozenset[str] = frozenset()

    def differs(self, other: Given) -> bool:
        """Whether two figures or times, or what was asked for by name, cannot both hold."""
        if self.marked and other.marked:
            return self.marked.differs(other.marked)
        if self.act and other.act:
            return self.act.differs(other.act)
        if self.value is None or other.value is None:
            return False
        if self.fates and other.fates and self.fates.isdisjoint(other.fates):
            return False
        low, high = sorted((self.value.low, other.value.low))
        far = self.value.kind not in TIMES and high > _TIMES * max(low, 1.0)
        return not far and not may_be_one(self.value, other.value)

    def spelled_otherwise(self, other: Given) -> bool:
        """Whether two names share a word, and another is neither the same nor one the other with an ending."""
        if self.value is not None or other.value is not None or not (self.text and other.text):
            return False
        if self.act or other.act:
            return False
        if self.marked and other.marked and self.marked.what != "office":
            return False
        return related(self.words, other.words) and not written_alike(self.words, other.words)

    @property
    def is_name(self) -> bool:
        """Whether it is a name that stands near the subject, of whatever it is."""
        return bool(self.text) and self.value is None and self.marked is None and self.act is None

    @property
    def words(self) -> list[str]:
        """Its words, folded."""
        return _WORD.findall(fold(self.text))

    def same(self, other: Given) -> bool:
        """Whether two figures or times of one kind may both hold, or what was asked for by name is the same."""
        if self.marked and other.marked:
            return self.marked.same(other.marked)
        if self.act and other.act:
            return self.act.same(other.act)
        one, two = self.value, other.value
        if one is None and two is None:
            return min(len(self.words), len(other.words)) > 1 and written_alike(self.words, other.words)
        if one is None or two is None:
            return False
        if {one.kind, two.kind} <= TIMES:
            return same_time(one, two) is True  # "last week" may be in August, or not
        return (one.kind, one.unit) == (two.kind, two.unit) and may_be_one(one, two)


NOTHING = Given("", 0.0)
