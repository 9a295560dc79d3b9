"""Print what each weighting of the fused passage score reaches on the development sets, and where the default stands.

    python -m eval.bench.scoring_grid ../shared/dev/xquad-questions

recall@1: questions in one language, passages of one language. mixed@10: questions in English or Italian, all passages
of five languages in one pool; how often the right passage of each language is in the top 10, own language and others.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np

from index.bundled import MODEL_FOLDER, BundledEmbedder
from index.sentences import sentence_spans
from rag.score import DEFAULT, Weights, best_sentence_scores, grams_of, lexical_scores, within_language

LANGUAGES = ("en", "it")


@dataclass(frozen=True)
class Questions:
    """A development set in BEIR layout, embedded: q questions, p passages."""

    questions: list[dict[str, str]]
    passages: list[dict[str, str]]
    relevant: np.ndarray  # bool (q, p)
    whole: np.ndarray  # (q, p) cosine with the passage
    best: np.ndarray  # (q, p) cosine with its best sentence

    @cached_property
    def passage_languages(self) -> list[str]:
        """The language of each passage."""
        return [passage["language"] for passage in self.passages]

    def letters(self, weights: Weights, columns: np.ndarray) -> np.ndarray:
        """Lexical scores of some passages (as one pool) for every question."""
        held = grams_of([self.passages[column]["text"] for column in columns])
        languages = [self.passages[column]["language"] for column in columns]
        return np.stack([lexical_scores(question["text"], held, languages, weights) for question in self.questions])


def read(folder: Path, embedder: BundledEmbedder) -> Questions:
    """Read and embed one folder; questions in `LANGUAGES` only."""
    passages = _records(folder / "corpus.jsonl")
    questions = [record for record in _records(folder / "queries.jsonl") if record["language"] in LANGUAGES]
    column = {passage["_id"]: i for i, passage in enumerate(passages)}
    row = {question["_id"]: i for i, question in enumerate(questions)}
    relevant = np.zeros((len(questions), len(passages)), dtype=bool)
    for line in (folder / "qrels" / "test.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        question, passage, _ = line.split("\t")
        if question in row:
            relevant[row[question], column[passage]] = True
    asked = embedder.embed_passages([question["text"] for question in questions])
    sentences = [
        embedder.embed_passages([passage["text"][a:b] for a, b in sentence_spans(passage["text"], passage["language"])])
        for passage in passages
    ]
    whole = asked @ embedder.embed_passages([passage["text"] for passage in passages]).T
    best = np.stack([best_sentence_scores(vector, sentences) for vector in asked])
    return Questions(questions, passages, relevant, whole, best)


def _records(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


class Measure:
    """Figures of one weighting; lexical scores are kept, since they take the time."""

    def __init__(self, data: Questions) -> None:
        self._data = data
        self._letters: dict[tuple[float, float, tuple[str, ...]], np.ndarray] = {}
        self._asked = np.array([question["language"] for question in data.questions])
        self._held = np.array(data.passage_languages)

    def __call__(self, weights: Weights) -> dict[str, float]:
        """recall@1 per pair of languages, and mixed@10 for own and other languages, in percent."""
        figures = {}
        for held in LANGUAGES:
            columns = np.flatnonzero(self._held == held)
            scores = self._fused(weights, columns)
            right = self._data.relevant[:, columns][np.arange(len(scores)), scores.argmax(axis=1)]
            for asked in LANGUAGES:
                figures[f"{asked}→{held}"] = 100 * float(right[self._asked == asked].mean())
        columns = np.arange(len(self._held))
        top = np.argsort(-self._fused(weights, columns), axis=1)[:, :10]
        found: dict[str, list[bool]] = defaultdict(list)
        for row, ranked in enumerate(top):
            for column in np.flatnonzero(self._data.relevant[row] & np.isin(self._held, LANGUAGES)):
                same = self._held[column] == self._asked[row]
                found["own@10" if same else "other@10"].append(column in ranked)
        return figures | {name: 100 * float(np.mean(hits)) for name, hits in sorted(found.items())}

    def _fused(self, weights: Weights, columns: np.ndarray) -> np.ndarray:
        key = (weights.saturation, weights.length, tuple(self._held[columns]))
        if key not in self._letters:
            self._letters[key] = self._data.letters(weights, columns)
        languages = [self._data.passage_languages[column] for column in columns]
        letters = np.stack([within_language(row, languages, weights.within_language) for row in self._letters[key]])
        dense = weights.sentence * self._data.best[:, columns] + weights.passage * self._data.whole[:, columns]
        fused: np.ndarray = dense + weights.lexical * letters
        return fused


def grid() -> Iterator[tuple[str, Weights]]:
    """The weightings that are compared, one thing changed at a time around the default."""
    yield "default", DEFAULT
    yield "passage only", replace(DEFAULT, sentence=0, passage=1, lexical=0)
    yield "sentence only", replace(DEFAULT, sentence=1, passage=0, lexical=0)
    yield "sentence + passage", replace(DEFAULT, lexical=0)
    yield "letters only", replace(DEFAULT, sentence=0, passage=0)
    for value in (0.5, 1.0, 1.5, 2.0, 3.0):
        yield f"lexical {value}", replace(DEFAULT, lexical=value)
    for value in (0.0, 0.25, 0.5, 0.75, 1.0):
        yield f"sentence {value} of 1", replace(DEFAULT, sentence=value, passage=1 - value)
    for value in (0.0, 0.5, 0.75, 1.0):
        yield f"within language {value}", replace(DEFAULT, within_language=value)
    for value in (0.6, 2.0):
        yield f"saturation {value}", replace(DEFAULT, saturation=value)
    for value in (0.0, 0.75):
        yield f"length {value}", replace(DEFAULT, length=value)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print one line a weighting."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="a development set of questions in BEIR layout")
    parser.add_argument("--model", type=Path, default=MODEL_FOLDER)
    options = parser.parse_args(arguments)
    measure = Measure(read(options.folder, BundledEmbedder(options.model)))
    for name, weights in grid():
        figures = measure(weights)
        print(f"{name:24}" + "".join(f"  {key} {value:5.1f}" for key, value in figures.items()), flush=True)


if __name__ == "__main__":
    main()
