"""In what articles on one event differ at all: each difference once, the most told first.

Every sentence is set against those of the other articles, as the claims of an answer are. One article that counts
eleven dead differs from three that count twelve: that is one difference, told by one sentence of either side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.fold import fold
from rag.agree.agreeing import Agreeing
from rag.evidence import Sentence, statements
from rag.evidence.unsaid import tells_what_was_not_said
from rag.extract.sides import named_sides
from rag.names.full import related
from rag.records import Citation, Claim, Differing, Hit, Kind

MOST_ARTICLES = 6
"""Articles that are set against each other: the work grows with the square of their number."""
PASSAGES = 8
"""The first passages of each that are read: news tell the most important first."""
_STATEMENTS = 20
_MOST, _MOST_WORDS = 3, 180
_LEADING = 5
"""Only of the first sentences a stage is of the event itself, and not of something beside it."""
_KINDS = (Kind.FIGURE, Kind.DATE, Kind.NAME, Kind.STAGE, Kind.ATTRIBUTION)
"""What is told, first things first. Denials and wordings are of some sentence, and seldom of the event: of those found
on the development corpora four in ten were none."""


Side = tuple[str, int, str]
"""An article, the offset of a sentence of it, and the words in which that parts from another."""


@dataclass(frozen=True, slots=True)
class Parted:
    """The sides of one difference: each a sentence, and its words that no other side's can hold beside."""

    sides: tuple[tuple[Sentence, str], ...]

    def __str__(self) -> str:
        return named_sides((words, sentence.citation()) for sentence, words in self.sides)


def differing(hits: Sequence[Hit], language: str, agreeing: Agreeing) -> list[Parted]:
    """The differences between articles on one event that are to be told, with room for their sentences.

    :param hits: their first passages.
    :param language: the question's; a sentence in it is taken where several tell a side.
    """
    told = _Told.of(hits)
    weighed = agreeing.weigh(
        [Claim(one.text, one.language, (one.citation(),)) for one in told.sentences.values()], hits
    )
    pairs = ((claim.citations[0], one) for claim in weighed for one in claim.agreement.differs)
    found = [_Two.of(here, one) for here, one in pairs if told.tells_of_the_event(here, one)]
    groups = sorted((told.best(group, language) for group in _groups(found)), key=lambda pair: pair[0])
    shown: dict[int, int] = {}
    kept: list[Parted] = []
    for _, parted in groups:
        length = {sentence.place: len(sentence.text.split()) for sentence, _ in parted.sides}
        if len(kept) < _MOST and (sum((shown | length).values()) <= _MOST_WORDS or not kept):
            shown |= length
            kept.append(parted)
    return kept


@dataclass(frozen=True, slots=True)
class _Two:
    """Two sides that part, in what they do, in which languages they are, and whether one outlet tells both."""

    kind: Kind
    sides: tuple[Side, Side]
    languages: tuple[str, str]
    one_outlet: bool

    @classmethod
    def of(cls, here: Citation, one: Differing) -> _Two:
        there = one.citation
        sides = (here.article_id, here.start, one.here), (there.article_id, there.start, one.there)
        one_outlet = bool(here.outlet) and here.outlet == there.outlet
        return cls(one.kind, sides, (here.language, there.language), one_outlet)


def _groups(found: Sequence[_Two]) -> Iterator[list[_Two]]:
    """The pairs that part in the same: each two that share a side are of one difference."""
    left = list(found)
    while left:
        group = new = [left.pop(0)]
        while new:
            known = {side for two in new for side in two.sides}
            new = [two for two in left if known.intersection(two.sides)]
            group = [*group, *new]
            left = [two for two in left if two not in new]
        yield group


@dataclass(frozen=True, slots=True)
class _Told:
    """The statements of some articles by article and offset; `order` is where each stands in its article."""

    sentences: dict[tuple[str, int], Sentence]
    order: dict[tuple[str, int], int]

    @classmethod
    def of(cls, hits: Sequence[Hit]) -> _Told:
        sentences: dict[tuple[str, int], Sentence] = {}
        order: dict[tuple[str, int], int] = {}
        count: Counter[str] = Counter()
        for hit, row, text in statements(hits):
            place = count[hit.article.id]
            count[hit.article.id] += 1
            if place < _STATEMENTS:
                sentence = Sentence(hit, row, len(sentences), text, 0.0, 0.0, 0.0)
                at = sentence.citation()
                order[at.article_id, at.start] = place
                sentences[at.article_id, at.start] = sentence
        return cls(sentences, order)

    def tells_of_the_event(self, here: Citation, one: Differing) -> bool:
        """Whether a difference is one of the event, as far as can be told."""
        at = [(cited.article_id, cited.start) for cited in (here, one.citation)]
        if one.kind not in _KINDS or not all(place in self.order for place in at):
            return False
        if any(tells_what_was_not_said(self.sentences[place].text) for place in at):
            return False
        if one.kind is Kind.STAGE:
            return all(self.order[place] < _LEADING for place in at)
        # Two mayors are of two towns; one name with another letter is of one person.
        return one.kind is not Kind.NAME or related(fold(one.here).split(), fold(one.there).split())

    def best(self, group: Sequence[_Two], language: str) -> tuple[tuple[int, ...], Parted]:
        """The sides that are shown for a group, with what it is ranked by."""

        def rank(two: _Two) -> tuple[int, ...]:
            return int(two.one_outlet), -int(language in two.languages), sum(map(self._place, two.sides))

        first = min(group, key=rank)
        sides = [*first.sides]
        parts = {frozenset(two.sides) for two in group}
        for side in sorted({side for two in group for side in two.sides}, key=self._place):
            articles = {other[0] for other in sides}
            if side[0] not in articles and all(frozenset((side, other)) in parts for other in sides):
                sides.append(side)
        told_by = {side[0] for two in group for side in two.sides}
        counts = (int(first.one_outlet), -len(told_by), _KINDS.index(first.kind), rank(first)[-1])
        return counts, Parted(tuple((self.sentences[side[:2]], side[2]) for side in sides))

    def _place(self, side: Side) -> int:
        return self.order[side[:2]]
