"""How `rag.evidence.odds.OfSentences` was fitted: run `python -m eval.bench.fit_odds FOLDER`.

On development data only: the `dev` half of the fact set, that of the twins (eval/twins.yaml), the `dev` questions of
`eval.support` over the seeds and over articles about other events, some of them asked over the articles about another
event still, and the questions of FOLDER (BEIR layout, with languages), each asked with the passages that answer it in
the pool, with those taken away, and with one of its names changed for the name in another question. Answerable and
unanswerable questions of a set weigh the root of their number. The near questions weigh half of that, those about acts
a quarter.

The loss is of both uses: that of a logistic of the sentence that does best, for whether the question is answerable;
and, by `RANKED`, that of a softmax over the sentences, for whether one that answers comes first. No weight may change
its sign: a fit to a few hundred questions would else reward a sentence for holding no number. `--free content untold
whether` fits these alone, as they were fitted last. Prints the weights, then for each set, fitted without it, the
AUROC, what two thresholds cost and catch, and how often an answering sentence is among the first.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

import numpy as np

from eval.answerability import questions
from eval.bench.scoring_grid import read
from eval.build import pipeline_over
from eval.cases import FACTS_FOLDER, load_facts
from eval.records import Split
from eval.sources import as_sources, read_articles
from eval.support import TRAPS, corpora
from index.bundled import BundledEmbedder
from index.records import Article, StoredPassage
from index.terminal import guarded
from rag.confidence import REFUSE_BELOW
from rag.evidence.odds import FEATURES, FITTED, OfSentences
from rag.evidence.premise import named
from rag.extract import Draft, ExtractiveAnswerer
from rag.pipeline import SEEDS, Pipeline
from rag.records import Hit, Query
from rag.retrieve import DENSE, best_of
from rag.score import rank
from rag.settings import RagSettings
from rag.words import WordAligner

QUESTIONS = 200
TOP_K = RagSettings().top_k
RANKED, RIDGE = 0.5, 2.0
POSITIVE = frozenset({"cosine", "coverage", "below"})
TRAP = {"near": 0.5, "acts": 0.25}
"""What a near question weighs, and one about an act: readers ask fewer of them than a set of traps holds."""
OFF_TOPIC, ELSEWHERE = "off topic", 25
"""The set of questions about another event, and how many are asked over each one."""
POOL = "pool"
_ASLEEP = 1e-9


@dataclass(frozen=True)
class Asked:
    """A question of a set, with the snippets of which a sentence that answers holds one; () where none is known."""

    of: str
    text: str
    answerable: bool
    snippets: tuple[str, ...] = ()
    language: str = ""


@dataclass(frozen=True)
class Example:
    """What the best sentences do for a question, float (sentences, features), and which of them answer it."""

    of: str
    answerable: bool
    rows: np.ndarray
    right: np.ndarray


def examples(folder: Path, aligner: WordAligner) -> Iterator[Example]:
    """Those of all sets."""
    seeds = read_articles(SEEDS)
    asked = {SEEDS.name: [*_of_facts(seeds), *_of_twins()]}
    articles = {SEEDS.name: tuple(seeds)}
    for corpus in corpora():
        for one in corpus.wanted:
            if one.split is Split.DEV:
                articles[one.corpus] = corpus.articles
                snippets = tuple(snippet for side in one.sides for snippet in side)
                of = f"{one.corpus} {one.trap}" if one.trap else one.corpus
                own = Asked(of, one.text, bool(one.sides), snippets, one.language)
                asked.setdefault(one.corpus, []).append(own)
    chance = random.Random(1)
    for name, some in asked.items():
        others = [
            replace(one, of=OFF_TOPIC, answerable=False, snippets=()) for of in asked if of != name for one in asked[of]
        ]
        yield from _over(articles[name], [*some, *chance.sample(others, ELSEWHERE)], aligner)
    yield from _of_pool(folder, aligner)


def _of_facts(articles: Sequence[Article]) -> Iterator[Asked]:
    facts = load_facts(FACTS_FOLDER, as_sources(articles))
    for case in facts.cases:
        if case.split is Split.DEV and not case.poison:
            support = [one.sentence for name in case.vital for one in facts.facts[name].support]
            snippets = tuple(" ".join(sentence.split()).removeprefix("- ") for sentence in support)
            yield Asked("fact set", case.question, case.answerable, snippets, case.language)


def _of_twins() -> Iterator[Asked]:
    for one in questions():
        if one.split is Split.DEV and one.of == "twins":
            yield Asked(one.of, one.text, one.answerable, language=one.language)


def _over(articles: Sequence[Article], asked: Sequence[Asked], aligner: WordAligner) -> Iterator[Example]:
    with pipeline_over(articles) as pipeline:
        for one in asked:
            yield from _asked(pipeline, one, aligner)


def _asked(pipeline: Pipeline, one: Asked, aligner: WordAligner) -> Iterator[Example]:
    query = pipeline.query(one.text, one.language)
    draft = ExtractiveAnswerer(aligner).answer(query, pipeline.retriever.retrieve(query, TOP_K))
    yield from _example(one, draft)


def _of_pool(folder: Path, aligner: WordAligner) -> Iterator[Example]:
    """The questions of a folder: answerable, without their passages, and with another's name in them."""
    embedder = BundledEmbedder()
    queries, stored, right = read(folder, embedder)
    vectors = np.stack([passage.vector for passage in stored])
    chance = random.Random(1)
    names = [(query.language, name.text) for query in queries for name in named(query.text, query.language)]
    for place in range(0, len(queries), max(1, len(queries) // QUESTIONS)):
        query, answers = queries[place], right[place]
        asked = [("there", query), ("absent", query)]
        for name in named(query.text, query.language)[:1]:
            others = [other for code, other in names if code == query.language and other not in query.text]
            text = query.text.replace(name.text, chance.choice(others), 1)
            asked.append(("swapped", Query(text, query.language, embedder.embed_query(text))))
        for kind, each in asked:
            nearest = np.argsort(-(vectors @ each.vector), kind="stable")
            pool = [stored[at] for at in nearest if kind != "absent" or not answers[at]][:DENSE]
            draft = ExtractiveAnswerer(aligner).answer(each, _hits(each, pool, aligner))
            yield from _example(Asked(POOL, each.text, kind == "there"), draft)


def _hits(query: Query, pool: list[StoredPassage], aligner: WordAligner) -> list[Hit]:
    return best_of(rank(query, pool, aligner), TOP_K)


def _example(one: Asked, draft: Draft) -> Iterator[Example]:
    if draft.claims:
        texts = [" ".join(sentence.text.split()) for sentence in draft.evidence[: len(draft.rows)]]
        right = np.array([any(snippet in text for snippet in one.snippets) for text in texts])
        yield Example(one.of, one.answerable, draft.rows, right)


def fit(some: Sequence[Example], free: Collection[str] = FEATURES) -> OfSentences:
    """The weights for all sets together; those that are not `free` are left as they are."""
    from scipy.optimize import minimize

    rows = np.concatenate([one.rows for one in some])
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + _ASLEEP
    scaled = [(one.rows - mean) / spread for one in some]
    weights = _weights(some)

    def loss(parameters: np.ndarray) -> tuple[float, np.ndarray]:
        bias, slopes = parameters[0], parameters[1:]
        total, gradient = RIDGE * float(slopes @ slopes) / 2, np.concatenate([[0.0], RIDGE * slopes])
        for one, each, weight in zip(some, scaled, weights, strict=True):
            odds = each @ slopes
            shares = np.exp(odds - odds.max())
            sure = bias + odds.max() + np.log(shares.sum())  # a soft maximum, whose gradient sees all sentences
            shares /= shares.sum()
            missed = weight * (1.0 / (1.0 + np.exp(-sure)) - one.answerable)
            total += weight * float(np.logaddexp(0.0, sure) - one.answerable * sure)
            gradient += missed * np.concatenate([[1.0], each.T @ shares])
            if one.right.any():
                among = shares * one.right
                total -= RANKED * float(np.log(among.sum()))
                gradient[1:] -= RANKED * (each.T @ (among / among.sum() - shares))
        return total, gradient

    held = FITTED.weights() * spread
    limits = [(0, None) if name in POSITIVE else (None, 0) for name in FEATURES]
    bounds = [limit if name in free else (at, at) for name, limit, at in zip(FEATURES, limits, held, strict=True)]
    start = np.where([name in free for name in FEATURES], 0.0, held)
    first = np.concatenate([[0.0], start])
    found = minimize(loss, first, jac=True, method="L-BFGS-B", bounds=[(None, None), *bounds]).x
    slopes = found[1:] / spread
    model = OfSentences(0.0, *(float(slope) for slope in slopes))
    return replace(model, bias=_bias(some, model))


def _event(of: str) -> str:
    """The event that a set is about: that of its plain questions."""
    return next((of.removesuffix(f" {trap}") for trap in TRAPS if of.endswith(f" {trap}")), of)


def _weights(some: Sequence[Example]) -> np.ndarray:
    weights = np.zeros(len(some))
    for of in {one.of for one in some}:
        for answerable in (True, False):
            own = np.array([(one.of, one.answerable) == (of, answerable) for one in some])
            weights[own] = TRAP.get(of.rpartition(" ")[2], 1.0) / np.sqrt(max(1, own.sum()))
    return np.asarray(weights * len(some) / weights.sum())


def _bias(some: Sequence[Example], model: OfSentences) -> float:
    """That with which the hard maximum, which the product takes, is calibrated."""
    from scipy.optimize import minimize_scalar

    odds, label, weights = _odds(some, model), np.array([one.answerable for one in some]), _weights(some)
    lost = lambda bias: float(weights @ (np.logaddexp(0.0, odds + bias) - label * (odds + bias)))  # noqa: E731
    return float(minimize_scalar(lost).x)


def _odds(some: Sequence[Example], model: OfSentences) -> np.ndarray:
    return np.array([model.log_odds(one.rows).max() for one in some])


def judged(name: str, some: Sequence[Example], model: OfSentences) -> str:
    """A line: the chance to rank a pair right, both errors at two thresholds, an answering sentence in the first."""
    from eval.stats import auroc

    sure = 1.0 / (1.0 + np.exp(-_odds(some, model)))
    label = np.array([one.answerable for one in some])
    area = auroc(sure[label].tolist(), sure[~label].tolist())
    told = f"{name:12} {label.sum():4}{(~label).sum():4}  AUROC {'–' if area is None else f'{area:.3f}'}"
    for bar in (0.3, 0.35, REFUSE_BELOW, 0.45):
        shares = [f"{(own < bar).mean():.0%}" if len(own) else "–" for own in (sure[label], sure[~label])]
        told += f"  below {bar:.2f} {shares[0]:>4} {shares[1]:>4}"
    known = [one.right[np.argsort(-model.log_odds(one.rows), kind="stable")] for one in some if one.right.any()]
    for first in (1, 3) if known else ():
        told += f"  first {first} {np.mean([right[:first].any() for right in known]):4.0%}"
    return told


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="questions and passages in BEIR layout")
    parser.add_argument("--free", nargs="+", default=FEATURES, choices=FEATURES, help="fit these, and leave the others")
    arguments = parser.parse_args()
    some = list(examples(arguments.folder, WordAligner(BundledEmbedder())))
    model = fit(some, arguments.free)
    print(*(f"{field.name} {getattr(model, field.name):.2f}" for field in fields(model)))
    sets = list(dict.fromkeys(one.of for one in some))
    for name in sets:
        print("all", judged(name, [one for one in some if one.of == name], model))
    about_seeds = {"fact set", "twins", "seeds"}
    for name in sets:
        beside = about_seeds if name in about_seeds else {_event(name)}
        without = fit([one for one in some if _event(one.of) not in beside], arguments.free)
        print("without", judged(name, [one for one in some if one.of == name], without), flush=True)


if __name__ == "__main__":
    sys.exit(guarded(main))
