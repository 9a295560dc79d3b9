"""What the product says of each pair, and the rates of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from eval.agreement.cases import RELATED, Case, Text
from index.records import ArticleInfo, Passage, StoredPassage
from index.sentences import sentence_spans
from rag.agree.agreeing import Agreeing
from rag.records import Citation, Claim, Differing, Hit


@dataclass(frozen=True, slots=True)
class Judged:
    """A case with what was said of it: `differs`, and whether the two `agree`; `stray` counts differences from texts of
    other stories."""

    case: Case
    differs: tuple[Differing, ...]
    agree: bool
    stray: int

    @property
    def kind_right(self) -> bool:
        """Whether a difference of the right kind was found, in the words that were put in."""
        there = set(self.case.there.split())
        return any(one.kind.value == self.case.kind and there & set(one.there.split()) for one in self.differs)


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with its n; `value` is None where there is nothing to count."""

    hits: int
    n: int

    @classmethod
    def of(cls, verdicts: Sequence[bool]) -> Rate:
        """The share of verdicts that hold."""
        return cls(sum(verdicts), len(verdicts))

    @property
    def value(self) -> float | None:
        """The share, in [0, 1]."""
        return self.hits / self.n if self.n else None

    def __str__(self) -> str:
        """The share, its 95 % Wilson interval and its n."""
        if self.value is None:
            return "- (n = 0)"
        low, high = wilson(self.hits, self.n)
        return f"{self.value:.2f} [{low:.2f}, {high:.2f}] (n = {self.n})"


def judge(agreeing: Agreeing, case: Case) -> Judged:
    """Set the first text, as a claim, against the other and texts of other stories, as if all were retrieved."""
    hits = [_hit(text) for text in (case.one, case.other, *case.others)]
    claim = Claim(case.one.text, case.one.language, (_citation(hits[0]),))
    [weighed] = agreeing.weigh([claim], hits)
    found = weighed.agreement
    return Judged(
        case,
        tuple(one for one in found.differs if one.citation.article_id == case.other.id),
        any(one.article_id == case.other.id for one in found.same),
        sum(one.citation.article_id != case.other.id for one in found.differs),
    )


def recall(judged: Iterable[Judged]) -> Rate:
    """The share of changed pairs for which a difference was found."""
    return Rate.of([bool(one.differs) for one in judged if one.case.changed])


def precision(judged: Iterable[Judged]) -> Rate:
    """The share of changed pairs among all, but related ones, for which a difference was found."""
    return Rate.of([one.case.changed for one in judged if one.differs and one.case.kind != RELATED])


def share(judged: Iterable[Judged], wanted: Callable[[Judged], bool]) -> Rate:
    """The share of some pairs of which something holds."""
    return Rate.of([wanted(one) for one in judged])


def wilson(hits: int, n: int, z: float = 1.96) -> tuple[float, float]:
    """Wilson's score interval of a share (Brown, Cai and DasGupta 2001), 95 % unless told."""
    centre, spread = hits + z * z / 2, z * sqrt(hits * (n - hits) / n + z * z / 4)
    return (centre - spread) / (n + z * z), (centre + spread) / (n + z * z)


def _hit(text: Text) -> Hit:
    spans = tuple(sentence_spans(text.text, text.language))
    passage = Passage(text.id, 0, 0, len(text.text), text.text, spans)
    article = ArticleInfo(id=text.id, language=text.language)
    return Hit(
        StoredPassage(0, passage, article, np.zeros(1, np.float32), np.zeros((len(spans), 1), np.float32)), 1.0, {}
    )


def _citation(hit: Hit) -> Citation:
    return Citation.of(hit.stored, hit.passage.sentences[0])
