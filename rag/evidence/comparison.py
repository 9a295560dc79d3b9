"""Which of some sentences say the same, and which say otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from rag.evidence import Sentence
from rag.numbers import compatible
from rag.words import WordAligner


class Comparison:
    """Some sentences compared with each other, by their words' meanings and by their figures and dates.

    :param same: the agreement from which two sentences speak of the same thing.
    """

    def __init__(self, sentences: Sequence[Sentence], aligner: WordAligner, same: float) -> None:
        self._sentences = sentences
        self._agreement = aligner.agreement([sentence.text for sentence in sentences])
        self._same = same

    def agreement(self, one: int, other: int) -> float:
        """How far two sentences, by place, say the same, in [0, 1]."""
        return float(self._agreement[one, other])

    def same(self, one: int, other: int, share: float = 0.0) -> bool:
        """Whether two sentences, by place, say the same; from an agreement of `share` where it is given."""
        return bool(self._agreement[one, other] >= (share or self._same)) and self._compatible(one, other)

    def differ(self, one: int, other: int) -> bool:
        """Whether two sentences of different articles speak of the same thing and state other figures or dates."""
        if self._agreement[one, other] < self._same:
            return False
        articles = {self._sentences[place].stored.article.id for place in (one, other)}
        return len(articles) > 1 and not self._compatible(one, other)

    def groups(self) -> list[list[int]]:
        """Places of the sentences that say the same; groups and their members in the order of the sentences."""
        groups: list[list[int]] = []
        for place in range(len(self._sentences)):
            alike = next((group for group in groups if self.same(place, group[0])), None)
            if alike is None:
                groups.append([place])
            else:
                alike.append(place)
        return groups

    def _compatible(self, one: int, other: int) -> bool:
        return compatible(self._sentences[one].values(), self._sentences[other].values())
