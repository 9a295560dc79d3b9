"""How `rag.confidence.Logistic` was fitted: run `python -m eval.bench.fit_confidence FOLDER`.

On development data only, half the weight each: the `dev` half of the fact set, answerable questions against
unanswerable ones; and the questions of FOLDER (BEIR layout, with languages) with the passages that answer them in the
pool against the same questions with those taken away. Prints the weights, and what a threshold then costs and catches.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from eval.bench.answer_grid import Asked, ask_dev
from eval.bench.scoring_grid import read
from index.bundled import BundledEmbedder
from index.records import StoredPassage
from rag.confidence import Logistic, confidence, features
from rag.extract import Draft, ExtractiveAnswerer
from rag.records import Query
from rag.retrieve import DENSE, best_of
from rag.score import rank
from rag.settings import RagSettings
from rag.words import WordAligner

QUESTIONS = 400
TOP_K = RagSettings().top_k


def of_facts(asked: Sequence[Asked], answerer: ExtractiveAnswerer) -> list[tuple[bool, Draft]]:
    """Whether each development question is answerable, and what was drafted for it."""
    return [(one.case.answerable, answerer.answer(one.query, one.hits)) for one in asked]


def of_pool(folder: Path, answerer: ExtractiveAnswerer, aligner: WordAligner) -> list[tuple[bool, Draft]]:
    """The questions of a folder, each asked with its passages there and with them taken away."""
    queries, stored, right = read(folder, BundledEmbedder())
    vectors = np.stack([passage.vector for passage in stored])
    drafts = []
    for query, answers in list(zip(queries, right, strict=True))[:QUESTIONS]:
        nearest = np.argsort(-(vectors @ query.vector), kind="stable")
        for there in (True, False):
            pool = [stored[place] for place in nearest if there or not answers[place]][:DENSE]
            drafts.append((there, _draft(query, pool, answerer, aligner)))
    return drafts


def _draft(query: Query, pool: list[StoredPassage], answerer: ExtractiveAnswerer, aligner: WordAligner) -> Draft:
    return answerer.answer(query, best_of(rank(query, pool, aligner), TOP_K))


def fit(sets: Sequence[list[tuple[bool, Draft]]]) -> None:
    """Print weights fitted to all sets, each set and each of its two classes with the same weight."""
    from sklearn.linear_model import LogisticRegression

    drafted = [[(label, draft) for label, draft in some if draft.claims] for some in sets]
    x = np.array([features(draft) for some in drafted for _, draft in some])
    y = np.array([label for some in drafted for label, _ in some])
    weight = np.concatenate([_balanced([label for label, _ in some]) for some in drafted])
    model = LogisticRegression(C=1e3).fit(x, y, sample_weight=weight)
    names = [field.name for field in fields(Logistic)][1:]
    print(f"bias {model.intercept_[0]:.2f}", *(f"{n} {w:.2f}" for n, w in zip(names, model.coef_[0], strict=True)))


def _balanced(labels: Sequence[bool]) -> np.ndarray:
    share = np.where(labels, np.mean(labels), 1 - np.mean(labels))
    return 1.0 / (share * len(labels))


def judged(name: str, drafts: Sequence[tuple[bool, Draft]]) -> None:
    """Print what the weights in use do: the chance to rank a pair right, and both errors by threshold."""
    from sklearn.metrics import roc_auc_score

    label = np.array([answerable for answerable, _ in drafts])
    sure = np.array([confidence(draft) for _, draft in drafts])
    print(f"{name}: n = {label.sum()} answerable, {(~label).sum()} not; AUROC {roc_auc_score(label, sure):.2f}")
    for bar in (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5):
        false, caught = float((sure[label] < bar).mean()), float((sure[~label] < bar).mean())
        print(f"  refuse below {bar}: answerable refused {false:.0%}, unanswerable refused {caught:.0%}")


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="questions and passages in BEIR layout")
    arguments = parser.parse_args()
    with TemporaryDirectory() as folder:
        _, asked = ask_dev(Path(folder) / "store")
    aligner = WordAligner(BundledEmbedder())
    answerer = ExtractiveAnswerer(aligner)
    sets = {
        "fact set, dev": of_facts(asked, answerer),
        str(arguments.folder): of_pool(arguments.folder, answerer, aligner),
    }
    fit(list(sets.values()))
    for name, drafts in sets.items():
        judged(name, drafts)


if __name__ == "__main__":
    main()
