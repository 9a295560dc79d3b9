"""How `rag.confidence.Logistic` was fitted: run `python -m eval.bench.fit_confidence FOLDER`.

On development data only: the `dev` half of the fact set, that of the twins (eval/twins.yaml), and at half their weight
the questions of FOLDER (BEIR layout, with languages), each asked with the passages that answer it in the pool, with
those taken away, and with one of its names changed for the name in another question. Answerable and unanswerable
questions of a set weigh the same. As the confidence is that of the sentence that does best, fitting and choosing it
alternate. Prints the weights, and what a threshold then costs and catches.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from eval.answerability import questions
from eval.bench.scoring_grid import read
from eval.build import index_articles
from eval.records import Split
from eval.sources import read_articles
from index.bundled import BundledEmbedder
from index.records import StoredPassage
from rag.confidence import REFUSE_BELOW, Logistic, features
from rag.evidence.premise import named
from rag.extract import ExtractiveAnswerer
from rag.pipeline import SEEDS, open_pipeline
from rag.records import Hit, Query
from rag.retrieve import DENSE, best_of
from rag.score import rank
from rag.settings import RagSettings
from rag.words import WordAligner

QUESTIONS = 200
TOP_K = RagSettings().top_k
POOL_WEIGHT = 0.5
_ROUNDS = 8


@dataclass(frozen=True)
class Example:
    """What the best sentences do for a question, float (sentences, features), and whether it is answerable."""

    name: str
    language: str
    answerable: bool
    rows: np.ndarray


def of_seeds(aligner: WordAligner) -> Iterator[Example]:
    """The development questions over the seed articles."""
    with TemporaryDirectory(prefix="chorus-fit-") as folder:
        settings = RagSettings()
        settings = replace(settings, index=replace(settings.index, store=Path(folder) / "store"))
        index_articles(read_articles(SEEDS), settings.index)
        pipeline = open_pipeline(settings)
        for one in questions():
            if one.split is Split.DEV:
                query = pipeline.query(one.text)
                hits = pipeline.retriever.retrieve(query, TOP_K)
                yield from _example(one.of, one.answerable, query, hits, aligner)
        pipeline.close()


def of_pool(folder: Path, aligner: WordAligner) -> Iterator[Example]:
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
            yield from _example("pool", kind == "there", each, _hits(each, pool, aligner), aligner)


def _hits(query: Query, pool: list[StoredPassage], aligner: WordAligner) -> list[Hit]:
    return best_of(rank(query, pool, aligner), TOP_K)


def _example(name: str, answerable: bool, query: Query, hits: Sequence[Hit], aligner: WordAligner) -> Iterator[Example]:
    draft = ExtractiveAnswerer(aligner).answer(query, hits)
    if draft.claims:
        yield Example(name, query.language, answerable, features(query, draft, aligner))


def fit(examples: Sequence[Example]) -> Logistic:
    """The weights for all sets together."""
    from sklearn.linear_model import LogisticRegression

    label = np.array([one.answerable for one in examples])
    weight = np.zeros(len(examples))
    for name in {one.name for one in examples}:
        for answerable in (True, False):
            own = np.array([(one.name, one.answerable) == (name, answerable) for one in examples])
            weight[own] = (POOL_WEIGHT if name == "pool" else 1.0) / max(1, own.sum())
    weight *= len(examples) / weight.sum()
    model = Logistic()
    for _ in range(_ROUNDS):
        best = np.stack([one.rows[int((one.rows @ model.weights()).argmax())] for one in examples])
        fitted = LogisticRegression(max_iter=2000).fit(best, label, sample_weight=weight)
        model = Logistic(float(fitted.intercept_[0]), *(float(each) for each in fitted.coef_[0]))
    return model


def judged(name: str, examples: Sequence[Example], model: Logistic) -> None:
    """Print the chance to rank a pair right, and both errors by threshold."""
    from sklearn.metrics import roc_auc_score

    label = np.array([one.answerable for one in examples])
    odds = np.array([model.bias + (one.rows @ model.weights()).max() for one in examples])
    sure = 1.0 / (1.0 + np.exp(-odds))
    print(f"{name}: n = {label.sum()} answerable, {(~label).sum()} not; AUROC {roc_auc_score(label, sure):.3f}")
    for bar in (0.3, 0.35, REFUSE_BELOW, 0.4, 0.45, 0.5):
        false, caught = float((sure[label] < bar).mean()), float((sure[~label] < bar).mean())
        used = " (in use)" if bar == REFUSE_BELOW else ""
        print(f"  refuse below {bar}{used}: answerable refused {false:.0%}, unanswerable refused {caught:.0%}")


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="questions and passages in BEIR layout")
    aligner = WordAligner(BundledEmbedder())
    examples = [*of_seeds(aligner), *of_pool(parser.parse_args().folder, aligner)]
    model = fit(examples)
    print(*(f"{field.name} {getattr(model, field.name):.2f}" for field in fields(model)))
    for name in dict.fromkeys(one.name for one in examples):
        judged(name, [one for one in examples if one.name == name], model)
    seeds = [one for one in examples if one.name != "pool"]
    for language in sorted({one.language for one in seeds}):
        judged(f"seeds, {language}", [one for one in seeds if one.language == language], model)


if __name__ == "__main__":
    main()
