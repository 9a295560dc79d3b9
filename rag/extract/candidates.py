"""The sentences that may be sides of a question about differences, and which of them are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from rag.evidence import Sentence
from rag.evidence.comparison import Comparison
from rag.extract.compared import told
from rag.extract.focus import shared_focus
from rag.extract.given import SURE, Given
from rag.numbers.values import TIMES, Kind
from rag.records import Query
from rag.words import WordAligner

_NAMED_WORDS = 4
"""Words of the statement for each side that it names."""
_OWN = 0.85
"""The share of a side's count from which another that says the same is shown for it, in the question's language."""
_NEVER = -100.0
_NEAR = 0.3
"""How near the subject a figure or a time stands that may be the answer."""
_NEXT_TO = 0.9
"""The same of a name: many a name stands near."""
_TELLING = 10
"""Smaller numbers stand in many a sentence by chance."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """How sides are chosen; chosen on the development questions about differences.

    A sentence counts its score, and `given` times how near the subject it holds an answer of the kind that is compared.
    Of two sides one has at least `keep` of the best so counted, the other `lesser`; two count what each counts, and
    `agreement` and `focus` times how far they agree, as a whole and in what they tell of the subject, and `differs`
    times how surely their figures or times differ. Sentences that agree from `same` on say the same, and so do those
    that give the same figure or time. A further side has `keep` of the best too, and tells the same of the subject as
    another from `further` on; sentences that agree less than `related` contradict each other in nothing else.
    """

    given: float = 0.5
    keep: float = 0.4
    lesser: float = 0.3
    agreement: float = 1.0
    focus: float = 1.0
    differs: float = 1.0
    same: float = 0.5
    related: float = 0.3
    further: float = 0.4
    most: int = 3


@dataclass(frozen=True, slots=True)
class Candidates:
    """Sentences that may be sides, each with what it gives for an answer.

    `counts` is what each counts alone; the others have a row and a column for each: `together` what two count besides,
    `focus` and `agreement` how far they tell the same of the subject and as a whole, and whether they say the `same`.
    """

    sentences: Sequence[Sentence]
    given: Sequence[Given]
    weighing: Weighing
    counts: np.ndarray
    together: np.ndarray
    focus: np.ndarray
    agreement: np.ndarray
    same: np.ndarray
    one_article: np.ndarray

    @classmethod
    def of(cls, query: Query, sentences: Sequence[Sentence], aligner: WordAligner, weighing: Weighing) -> Candidates:
        """Those of some sentences that tell enough of the subject."""
        heard = [told(query, sentence, aligner) for sentence in sentences]
        # Many a sentence tells how far something like an act has come: that counts for nothing by itself.
        bonus = [0.0 if own.act else weighing.given * own.beside for own in heard]
        each = [one.score + more for one, more in zip(sentences, bonus, strict=True)]
        good = [place for place, count in enumerate(each) if count >= weighing.lesser * max(each)]
        sentences, given = [sentences[place] for place in good], [heard[place] for place in good]
        counts = np.array([each[place] for place in good])
        compared = Comparison(sentences, aligner, weighing.same)
        everyone = range(len(sentences))
        agreement = np.array([[compared.agreement(one, other) for other in everyone] for one in everyone])
        surely = np.array([[min(one.beside, other.beside) for other in given] for one in given])
        differs = surely * _each_two(given, Given.differs)
        same = np.array([[compared.same(one, other) for other in everyone] for one in everyone])
        same &= (differs < SURE) & ((surely < SURE) | ~_each_two(given, Given.spelled_otherwise))
        acts = _each_two(given, lambda one, other: bool(one.act and other.act))
        same |= (surely >= SURE) & ~acts & _each_two(given, Given.same)
        shared = _shared(sentences, given)
        differs, same = np.where(shared, 0.0, differs), same | shared
        articles = np.array([sentence.stored.article.id for sentence in sentences])
        focus = shared_focus(query, sentences, given, aligner)
        marked = _each_two(given, lambda one, other: bool(one.marked and other.marked))
        focus[marked] = 1.0
        focus[marked & _each_two(given, lambda one, other: _over_others(one, other, aligner))] = 0.0
        together = weighing.agreement * agreement + (weighing.focus + weighing.differs * differs) * focus
        one_article = articles[:, None] == articles[None]
        return cls(sentences, given, weighing, counts, together, focus, agreement, same, one_article)

    def shown(self, max_words: int) -> list[int]:
        """The places of the sides: the two that are best together, then the best of other articles that fit."""
        length = np.array(
            [
                len(sentence.text.split()) + _NAMED_WORDS * (own.beside >= SURE)
                for sentence, own in zip(self.sentences, self.given, strict=True)
            ]
        )
        pairs = self.counts[:, None] + self.counts[None] + self.together
        pairs[self.same | self.one_article | (length[:, None] + length[None] > max_words)] = _NEVER
        pairs[self.counts < self.weighing.keep * self.counts.max()] = _NEVER
        may_be = self._may_be_sides()
        pairs[~may_be] = pairs[:, ~may_be] = _NEVER
        one, other = (int(place) for place in np.unravel_index(pairs.argmax(), pairs.shape))
        if pairs[one, other] <= _NEVER:
            return [int(np.where(may_be, self.counts, _NEVER).argmax())]
        shown = [one, other] if self.counts[one] >= self.counts[other] else [other, one]
        while len(shown) < self.weighing.most:
            left = max_words - int(length[shown].sum())
            fits = (length <= left) & ~(self.same | self.one_article)[:, shown].any(axis=1)
            fits &= may_be & (self.counts >= self.weighing.keep * self.counts.max())
            fits &= self.focus[:, shown].max(axis=1) >= self.weighing.further
            if not fits.any():
                break
            shown.append(int(np.where(fits, self.counts + self.together[:, shown].max(axis=1), _NEVER).argmax()))
        return shown

    def _may_be_sides(self) -> np.ndarray:
        """Which sentences may be sides: where some of two articles give answers that can be compared, those that do."""
        near = np.array([bool(own.text) and own.beside >= _NEAR for own in self.given])
        sure = np.array([bool(own.text) and own.beside >= (_NEXT_TO if own.is_name else SURE) for own in self.given])
        compared = _each_two(self.given, lambda one, other: one.differs(other) or (one.same(other) and not one.act))
        compared |= _each_two(self.given, Given.spelled_otherwise)
        compared &= ~self.one_article & sure[:, None] & sure[None]
        compared &= (self.focus >= SURE) | ~_each_two(self.given, lambda one, other: bool(one.act or other.act))
        if not compared.any():
            return np.ones(len(self.given), dtype=bool)
        known = self._same_as_best(sure)
        if known is not None:
            return known
        # Any name or verb may stand beside any word: only those that meet another are surely what is asked for.
        doubtful = np.array([own.is_name or bool(own.act) for own in self.given])
        return np.where(doubtful, compared.any(axis=0), near)

    def _same_as_best(self, sure: np.ndarray) -> np.ndarray | None:
        """The sentences that give the figure of the best that gives one, where other articles do and none parts."""
        best = int(np.where(sure, self.counts, _NEVER).argmax())
        others, value = ~self.one_article[best], self.given[best].value
        # Two times are seldom told in a way that shows that no third article means another.
        if value is None or value.kind in TIMES or not (self.same[best] & others).any():
            return None
        parts = [own.beside >= _NEAR and own.differs(self.given[best]) for own in self.given]
        return None if (np.array(parts) & others & ~self.same[best]).any() else self.same[best]

    def own(self, shown: Sequence[int], language: str) -> list[int]:
        """The sides, each in the question's language where a sentence of another article says it about as well."""
        chosen = list(shown)
        for at, side in enumerate(shown):
            taken = np.asarray(self.one_article[:, chosen].any(axis=1))
            alike = (
                place
                for place in np.argsort(-self.counts, kind="stable").tolist()
                if self.same[side, place] and not taken[place] and self.sentences[place].language == language
            )
            place = int(next(alike, side))
            if self.sentences[side].language != language and self.counts[place] >= _OWN * self.counts[side]:
                chosen[at] = place
        return chosen

    def group(self, side: int, shown: Sequence[int]) -> Iterator[Sentence]:
        """A side and the others that say the same."""
        yield self.sentences[side]
        yield from (one for place, one in enumerate(self.sentences) if place not in shown and self.same[side, place])

    def differ(self, one: int, other: int) -> bool:
        """Whether two surely give answers that cannot both hold."""
        return self.sure(one, other) and self.given[one].differs(self.given[other])

    def spelled(self, one: int, other: int) -> bool:
        """Whether two surely give a name of one person otherwise."""
        here, there = self.given[one], self.given[other]
        return min(here.beside, there.beside) >= SURE and here.spelled_otherwise(there)

    def sure(self, one: int, other: int) -> bool:
        """Whether both give an answer, and to the same question."""
        here, there = self.given[one], self.given[other]
        beside = min(here.beside, there.beside)
        return beside >= SURE and bool(self.focus[one, other] >= SURE)


def _each_two(given: Sequence[Given], holds: Callable[[Given, Given], bool]) -> np.ndarray:
    return np.array([[holds(one, other) for other in given] for one in given], dtype=bool)


def _over_others(one: Given, other: Given, aligner: WordAligner) -> bool:
    """Whether two hold offices over different things: a minister of energy and one of finance."""
    if not (one.marked and other.marked and one.marked.over and other.marked.over):
        return False
    return float(aligner.pairs(one.marked.over, other.marked.over)[0].max(initial=0.0)) < SURE


def _shared(sentences: Sequence[Sentence], given: Sequence[Given]) -> np.ndarray:
    """Whether of each two sentences one surely gives a telling figure that the other holds too."""
    held = np.array([[_holds(one, own) for own in given] for one in sentences], dtype=bool)
    return np.asarray(held | held.T)


def _holds(sentence: Sentence, given: Given) -> bool:
    """Whether a sentence has the very figure that another surely gives, and it is one that two seldom share."""
    value = given.value
    if value is None or given.beside < SURE or value.kind in TIMES:
        return False
    if value.kind is Kind.NUMBER and value.low < _TELLING:
        return False
    return any(
        (one.kind, one.unit, one.low, one.high) == (value.kind, value.unit, value.low, value.high)
        for one in sentence.values()
    )
