"""How the models of `rag.extract.answer_odds` were fitted: run `python -m eval.bench.fit_answers`.

On the corpora of `eval/corpora` for choosing settings: each sentence that an answer would show and that tells what was
asked is set beside the sentences of other articles; two belong together that are known to tell the same of it, or to
tell something else. Prints the weights; then, each corpus judged by a fit without it, the average precision, and at
some chances how many are said, how many of them rightly.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from eval.agreement.asked import Known, Pairs, asked, known
from eval.agreement.corpora import holds
from eval.build import pipeline_over
from eval.support import Wanted
from index.terminal import guarded
from rag.extract import ExtractiveAnswerer
from rag.extract.answer_odds import OfValues, OfWords, features
from rag.extract.answers import Answers, Two
from rag.pipeline import Pipeline
from rag.records import Citation
from rag.settings import RagSettings

Model = OfValues | OfWords
RIDGE = 0.1
TOP_K = RagSettings().top_k


@dataclass(frozen=True, slots=True)
class Example:
    """Two sentences of a corpus, and whether the other is known to answer the same, or otherwise."""

    of: str
    two: Two
    same: bool
    differs: bool


def examples() -> Iterator[Example]:
    """Those of all corpora for choosing settings."""
    for corpus, articles, wanted in asked("dev"):
        with pipeline_over(articles) as pipeline:
            for one in wanted:
                yield from _examples(pipeline, one, known(corpus, one))


def _examples(pipeline: Pipeline, wanted: Wanted, known: Known) -> Iterator[Example]:
    query = pipeline.query(wanted.text, wanted.language)
    if query.subject:
        return
    answerer: ExtractiveAnswerer = pipeline._answerer
    draft = answerer.answer(query, pipeline.retriever.retrieve(query, TOP_K))
    answers = Answers(query, draft, answerer.aligner)
    for claim in draft.claims:
        here = answers.place(claim.citations[0])
        if here is not None and known.tells(claim.citations[0]):
            for two in answers.beside(here):
                there = answers.sentences[two.there].citation()
                is_known = (_joins(places, claim.citations[0], there) for places in (known.same, known.differ))
                yield Example(wanted.corpus, two, *is_known)


def _joins(places: Pairs, here: Citation, there: Citation) -> bool:
    return any(holds(here, one) and holds(there, other) for one, other in places)


def fit(model: type[OfValues] | type[OfWords], some: Sequence[Example]) -> Model:
    """The weights of a model for some examples."""
    from sklearn.linear_model import LogisticRegression

    rows = np.array([one.two.row for one in some])
    found = LogisticRegression(C=1 / RIDGE, max_iter=3000).fit(rows, [_together(model, one) for one in some])
    return model(*(round(float(weight), 2) for weight in (found.intercept_[0], *found.coef_[0])))


def _together(model: type[OfValues] | type[OfWords], one: Example) -> bool:
    return one.same or (one.differs and model is OfValues)


def judged(model: type[OfValues] | type[OfWords], some: Sequence[Example]) -> Iterator[str]:
    """Lines of what is said rightly, each corpus by a fit without it."""
    from sklearn.metrics import average_precision_score

    sure = np.zeros(len(some))
    for of in {one.of for one in some}:
        without = fit(model, [one for one in some if one.of != of])
        for place, one in enumerate(some):
            if one.of == of:
                sure[place] = without.chance(one.two.row)
    together = np.array([_together(model, one) for one in some])
    precise = average_precision_score(together, sure)
    yield f"{len(some)} pairs, {together.sum()} together; average precision {precise:.3f}"
    for least in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        for what, of_kind, right in _kinds(model, some):
            said = of_kind & (sure >= least)
            yield f"  from {least:.1f} {what}: {said.sum()} said, {(said & right).sum()} rightly of {right.sum()}"


def _kinds(model: type[OfValues] | type[OfWords], some: Sequence[Example]) -> list[tuple[str, np.ndarray, np.ndarray]]:
    """What can be said of two sentences: its name, of which examples, and of which rightly; bool (examples,)."""
    same, differs = (np.array([getattr(one, name) for one in some]) for name in ("same", "differs"))
    if model is OfWords:
        return [("the same", np.ones(len(some), dtype=bool), same)]
    other = np.array([one.two.differs for one in some])
    return [("the same value", ~other, same), ("another value", other, differs)]


def main() -> None:
    """Fit and print."""
    some = list(examples())
    for model in (OfValues, OfWords):
        own = [one for one in some if (one.two.values is not None) is (model is OfValues)]
        found = fit(model, own)
        print(model.__name__, f"bias={found.bias},", *(f"{name}={getattr(found, name)}," for name in features(model)))
        print(*judged(model, own), sep="\n", flush=True)


if __name__ == "__main__":
    sys.exit(guarded(main))
