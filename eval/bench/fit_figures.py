"""How the weights of `rag.agree.figure_odds` were fitted: run `python -m eval.bench.fit_figures`.

On the corpora of `eval/corpora` for choosing settings: every figure or time of an article is set beside every one of
another that cannot hold as well and is not of something else by its own words; two are of one thing that are known to
differ. Prints the weights; then, each corpus judged by a fit without it, the average precision, and at some chances how
many are said, how many of them rightly.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from eval.agreement.corpora import Corpus, Place, corpora, pairs
from index.bundled import BundledEmbedder
from index.terminal import guarded
from rag.agree.beside import Told
from rag.agree.figure_odds import OfFigures, Row, row
from rag.agree.pairs import Pair
from rag.agree.same_value import known_in, left_over
from rag.agree.scope import of_unlike
from rag.agree.statement import Statement
from rag.evidence import statements
from rag.numbers.values import Value
from rag.records import Citation
from rag.words import WordAligner

RIDGE = 0.1


@dataclass(frozen=True, slots=True)
class Example:
    """Two figures of a corpus, and whether they are known to differ."""

    of: str
    row: Row
    differs: bool


def examples() -> Iterator[Example]:
    """Those of all corpora for choosing settings."""
    aligner = WordAligner(BundledEmbedder())
    for corpus in corpora("dev"):
        known = [pair for _, one, other in corpus.differs for pair in pairs(corpus, one, other)]
        told: dict[str, list[tuple[Citation, Statement]]] = {}
        for hit, place, _ in statements(corpus.hits):
            citation = Citation.of(hit.stored, hit.passage.sentences[place])
            statement = Statement(citation.quote, citation.language, citation.published, citation.outlet)
            told.setdefault(citation.article_id, []).append((citation, statement))
        for one, other in combinations(told.values(), 2):
            yield from _between(corpus, known, one, other, aligner)


def _between(
    corpus: Corpus,
    known: Sequence[tuple[Place, Place]],
    one: Sequence[tuple[Citation, Statement]],
    other: Sequence[tuple[Citation, Statement]],
    aligner: WordAligner,
) -> Iterator[Example]:
    agreement = aligner.agreement([statement.text for _, statement in (*one, *other)])
    here, there = ([value for _, statement in each for value in statement.values()] for each in (one, other))
    for at, (citation, mine) in enumerate(one):
        for against, (beside, theirs) in enumerate(other, len(one)):
            parted = left_over(mine, theirs)
            if not parted:
                continue
            pair, agree = Pair.of(mine, theirs, aligner), float(agreement[at, against])
            told = Told(known_in(mine, there), known_in(theirs, here), citation.start + beside.start, agree)
            for value, other_value in parted:
                if of_unlike(mine, value, theirs, other_value):
                    continue
                places = _place(citation, value), _place(beside, other_value)
                differs = any(_meet(places, two) or _meet(places, two[::-1]) for two in known)
                yield Example(corpus.name, row(pair, value, other_value, told), differs)


def _place(citation: Citation, value: Value) -> Place:
    return citation.article_id, (citation.start + value.start, citation.start + value.end)


def _meet(some: tuple[Place, Place], others: Sequence[Place]) -> bool:
    """Whether each of two places shares a character with its counterpart."""
    return all(
        one[0] == other[0] and one[1][0] < other[1][1] and other[1][0] < one[1][1]
        for one, other in zip(some, others, strict=True)
    )


def fit(some: Sequence[Example]) -> OfFigures:
    """The weights for some examples."""
    from sklearn.linear_model import LogisticRegression

    rows = np.array([one.row for one in some])
    found = LogisticRegression(C=1 / RIDGE, max_iter=3000).fit(rows, [one.differs for one in some])
    return OfFigures(*(round(float(weight), 2) for weight in (found.intercept_[0], *found.coef_[0])))


def judged(some: Sequence[Example]) -> Iterator[str]:
    """Lines of what is said rightly, each corpus by a fit without it."""
    from sklearn.metrics import average_precision_score

    sure = np.zeros(len(some))
    for of in {one.of for one in some}:
        without = fit([one for one in some if one.of != of])
        sure[[one.of == of for one in some]] = [without.chance(one.row) for one in some if one.of == of]
    differs = np.array([one.differs for one in some])
    precise = average_precision_score(differs, sure)
    yield f"{len(some)} pairs, {differs.sum()} differ; average precision {precise:.3f}"
    for least in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        said = sure >= least
        yield f"  from {least:.1f}: {said.sum()} said, {(said & differs).sum()} rightly"


def main() -> None:
    """Fit and print."""
    some = list(examples())
    print(fit(some))
    print(*judged(some), sep="\n", flush=True)


if __name__ == "__main__":
    sys.exit(guarded(main))
