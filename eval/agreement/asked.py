"""What the other articles say to the sentences that answer a question, as a reader sees it.

Asks the questions of the corpora in `eval/corpora`. A sentence of an answer that tells what was asked is set beside
what is known: which other articles tell the same of that, and which tell something else. That two sentences share some
other fact, as the name of the ship, counts for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from eval.agreement.corpora import Corpus, Place, corpora, holds, pairs
from eval.agreement.measure import Rate
from eval.build import pipeline_over
from eval.support import Wanted
from eval.support import corpora as questions
from index.records import Article
from rag.pipeline import Pipeline
from rag.records import Citation, Claim

Pairs = Sequence[tuple[Place, Place]]


@dataclass(frozen=True, slots=True)
class Known:
    """Of what a question asks: the places that tell it, the pairs that tell the same, those that tell another thing.

    `differ_at_all` are the pairs of all known differences, asked or not.
    """

    told: Sequence[Place]
    same: Pairs
    differ: Pairs
    differ_at_all: Pairs

    def tells(self, citation: Citation) -> bool:
        """Whether a sentence tells what is asked."""
        return any(holds(citation, place) for place in self.told)


@dataclass(slots=True)
class Score:
    """For each other article: whether what it is known to say was found; for each one named: whether it is known."""

    same_found: list[bool] = field(default_factory=list)
    same_right: list[bool] = field(default_factory=list)
    differs_found: list[bool] = field(default_factory=list)
    differs_right: list[bool] = field(default_factory=list)

    def rates(self) -> Iterator[tuple[str, Rate]]:
        """Each rate with its name."""
        yield "articles known to answer the same, found", Rate.of(self.same_found)
        yield "articles said to say the same, known to answer it", Rate.of(self.same_right)
        yield "articles known to answer otherwise, found", Rate.of(self.differs_found)
        yield "articles said to differ, known to", Rate.of(self.differs_right)


def known(corpus: Corpus, wanted: Wanted) -> Known:
    """What is known of a question about a corpus."""
    text = {hit.article.id: hit.passage.text for hit in corpus.hits}
    snippets = {snippet for side in wanted.sides for snippet in side}
    told = [
        place
        for places in corpus.facts.values()
        for place in places
        if text[place[0]][place[1][0] : place[1][1]] in snippets
    ]
    same = [*((name, name) for name in corpus.facts), *corpus.same]
    differ = list(_both_ways(corpus, [(one, other) for _, one, other in corpus.differs]))
    return Known(
        told,
        [pair for pair in _both_ways(corpus, same) if pair[0] in told],
        [pair for pair in differ if pair[0] in told],
        differ,
    )


def _both_ways(corpus: Corpus, names: Sequence[tuple[str, str]]) -> Iterator[tuple[Place, Place]]:
    for one, other in names:
        yield from chain.from_iterable(((here, there), (there, here)) for here, there in pairs(corpus, one, other))


def asked(split: str) -> Iterator[tuple[Corpus, tuple[Article, ...], list[Wanted]]]:
    """Each corpus of a split with its articles and the questions that they answer."""
    by_name = {corpus.name: corpus for corpus in corpora(split)}
    for some in questions():
        answered = [one for one in some.wanted if one.sides]
        if answered and answered[0].corpus in by_name:
            yield by_name[answered[0].corpus], some.articles, answered


def score(split: str) -> Score:
    """Ask the questions of a split, and judge what is said beside each sentence that answers."""
    result = Score()
    for corpus, articles, wanted in asked(split):
        with pipeline_over(articles) as pipeline:
            for one in wanted:
                _ask(pipeline, one, known(corpus, one), result)
    return result


def _ask(pipeline: Pipeline, wanted: Wanted, known: Known, result: Score) -> None:
    for claim in pipeline.ask(wanted.text, language=wanted.language).claims:
        if any(known.tells(citation) for citation in claim.citations):
            judge(claim, known, result)


def judge(claim: Claim, known: Known, result: Score) -> None:
    """Add what is said beside a claim that tells what was asked."""
    same = claim.agreement.same
    differs = [one.citation for one in claim.agreement.differs]
    for found, said, places in (
        (result.same_found, same, known.same),
        (result.differs_found, differs, known.differ),
    ):
        expected: dict[str, list[Place]] = {}
        for place in _beside(claim, places):
            expected.setdefault(place[0], []).append(place)
        found += [any(holds(one, place) for one in said for place in places) for places in expected.values()]
    result.same_right += [_is_known(claim, one, known.same) for one in same]
    result.differs_right += [_is_known(claim, one, known.differ_at_all) for one in differs]


def _beside(claim: Claim, places: Pairs) -> Iterator[Place]:
    """The places in other articles that belong to a place of the claim."""
    own = {citation.article_id for citation in claim.citations}
    for here, there in places:
        if there[0] not in own and any(holds(citation, here) for citation in claim.citations):
            yield there


def _is_known(claim: Claim, said: Citation, places: Pairs) -> bool:
    return any(holds(said, place) for place in _beside(claim, places))
