"""What each weighting of the score reaches on development questions: run `python -m eval.bench.scoring_grid FOLDER`.

FOLDER holds `corpus.jsonl`, `queries.jsonl` and `qrels/test.tsv` (BEIR layout, with a `language` in every record).
Figures in percent. `en→it`: English questions, Italian passages only, the right passage first. `own@10`, `other@10`:
the passages of all languages in one pool; how often the right one in the question's own language, and in the other one,
is among the first ten.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from index.bundled import MODEL_FOLDER, BundledEmbedder
from index.records import ArticleInfo, Passage, StoredPassage
from index.sentences import sentence_spans
from index.terminal import guarded
from rag.records import Query
from rag.score import Weights, rank, within_language
from rag.words import WordAligner

LANGUAGES = ("en", "it")
WORDS = ("sentence_words", "passage_words")
Spelling = Callable[[np.ndarray, Sequence[str]], np.ndarray]


@dataclass(frozen=True)
class Pool:
    """The parts of the score of every question with every passage of one pool.

    `parts[name]` is float32 (questions, passages); `right` is bool of that shape; `held` and `asked` are the languages
    of the passages and of the questions.
    """

    parts: dict[str, np.ndarray]
    right: np.ndarray
    held: list[str]
    asked: np.ndarray

    def scores(self, weights: Weights, spelling: Spelling) -> np.ndarray:
        """What `rag.score.rank` gives under some weights, (questions, passages)."""
        lifted = np.stack([spelling(row, self.held) for row in self.parts["spelling"]])
        plain = ("sentence", "passage", *WORDS)
        dense = sum(getattr(weights, name) * self.parts[name] for name in plain)
        return np.asarray(weights.spelling * lifted + dense)


def read(folder: Path, embedder: BundledEmbedder) -> tuple[list[Query], list[StoredPassage], np.ndarray]:
    """Questions in `LANGUAGES`, all passages, and which passage answers which question, bool (questions, passages)."""
    stored = [_stored(number, record, embedder) for number, record in enumerate(_records(folder / "corpus.jsonl"))]
    asked = [record for record in _records(folder / "queries.jsonl") if record["language"] in LANGUAGES]
    queries = [Query(each["text"], each["language"], embedder.embed_query(each["text"])) for each in asked]
    column = {passage.article.id: place for place, passage in enumerate(stored)}
    row = {each["_id"]: place for place, each in enumerate(asked)}
    right = np.zeros((len(queries), len(stored)), dtype=bool)
    for line in (folder / "qrels" / "test.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        question, passage, _ = line.split("\t")
        if question in row:
            right[row[question], column[passage]] = True
    return queries, stored, right


def _records(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _stored(number: int, record: dict[str, str], embedder: BundledEmbedder) -> StoredPassage:
    text = record["text"]
    passage = Passage(record["_id"], 0, 0, len(text), text, tuple(sentence_spans(text, record["language"])))
    sentences = embedder.embed_passages([text[start:end] for start, end in passage.sentences])
    article = ArticleInfo(id=record["_id"], language=record["language"])
    return StoredPassage(number, passage, article, embedder.embed_query(text), sentences)


def pool(queries: Sequence[Query], stored: Sequence[StoredPassage], right: np.ndarray, aligner: WordAligner) -> Pool:
    """Score every question once; `rank` says what each score was made of."""
    column = {passage.key: place for place, passage in enumerate(stored)}
    names = ("sentence", "passage", "spelling", *WORDS)
    parts = {name: np.zeros((len(queries), len(stored)), dtype=np.float32) for name in names}
    for row, query in enumerate(queries):
        for hit in rank(query, stored, aligner):
            for name in names:
                parts[name][row, column[hit.stored.key]] = hit.legs[name]
    held = [passage.article.language for passage in stored]
    return Pool(parts, right, held, np.array([query.language for query in queries]))


def figures(single: dict[str, Pool], mixed: Pool, weights: Weights, spelling: Spelling) -> dict[str, float]:
    """One line of the table, in percent."""
    line: dict[str, float] = {}
    for held, one in single.items():
        first = one.scores(weights, spelling).argmax(axis=1)
        found = one.right[np.arange(len(first)), first]
        line |= {f"{asked}→{held}": 100 * float(found[one.asked == asked].mean()) for asked in LANGUAGES}
    top = np.argsort(-mixed.scores(weights, spelling), axis=1)[:, :10]
    languages = np.array(mixed.held)
    hits: dict[str, list[bool]] = defaultdict(list)
    for row, ranked in enumerate(top):
        for place in np.flatnonzero(mixed.right[row] & np.isin(languages, LANGUAGES)):
            hits["own@10" if languages[place] == mixed.asked[row] else "other@10"].append(place in ranked)
    return line | {name: 100 * float(np.mean(found)) for name, found in sorted(hits.items())}


def as_it_is(spelling: np.ndarray, _languages: Sequence[str]) -> np.ndarray:
    """Compared across languages, for the table only: what a common lexical leg would do."""
    return spelling


def share_of_best(spelling: np.ndarray, languages: Sequence[str]) -> np.ndarray:
    """The best of each language lifted to the best of all, and the others of that language with it."""
    code = np.unique(np.array(languages), return_inverse=True)[1]
    best = np.full(code.max() + 1, 1e-6, dtype=np.float32)
    np.maximum.at(best, code, spelling)
    return np.asarray(spelling * (best.max() / best)[code])


def grid() -> Iterator[tuple[str, Weights, Spelling]]:
    """What is compared: one thing changed at a time around the default."""
    default, none = Weights(), Weights(0, 0, 0, 0, 0)
    yield "default", default, within_language
    yield "passage", replace(none, passage=1), within_language
    yield "sentence", replace(none, sentence=1), within_language
    yield "passage + sentence", replace(none, passage=0.5, sentence=0.5), within_language
    yield "spelling", replace(none, spelling=1), within_language
    yield "words", replace(none, sentence_words=0.5, passage_words=0.5), within_language
    yield "default, no words", replace(default, sentence_words=0, passage_words=0), within_language
    for value in (0.0, 0.3, 0.6, 1.0, 1.5):
        yield f"spelling {value}", replace(default, spelling=value), within_language
        yield f"spelling {value}, of best", replace(default, spelling=value), share_of_best
        yield f"spelling {value}, as it is", replace(default, spelling=value), as_it_is
    for name in ("sentence", "passage", *WORDS):
        for value in (0.0, 0.25, 0.5, 1.0):
            yield f"{name} {value}", replace(default, **{name: value}), within_language


def main(arguments: Sequence[str] | None = None) -> None:
    """Print one line a weighting."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench.scoring_grid", description=__doc__)
    parser.add_argument("folder", type=Path, help="development questions in BEIR layout")
    parser.add_argument("--model", type=Path, default=MODEL_FOLDER)
    options = parser.parse_args(arguments)
    embedder = BundledEmbedder(options.model)
    aligner = WordAligner(embedder)
    queries, stored, right = read(options.folder, embedder)
    languages = np.array([passage.article.language for passage in stored])
    single = {}
    for language in LANGUAGES:
        of_language = np.flatnonzero(languages == language)
        single[language] = pool(queries, [stored[place] for place in of_language], right[:, of_language], aligner)
    mixed = pool(queries, stored, right, aligner)
    for name, weights, spelling in grid():
        line = figures(single, mixed, weights, spelling)
        print(f"{name:26}" + "".join(f"  {key} {value:5.1f}" for key, value in line.items()), flush=True)


if __name__ == "__main__":
    sys.exit(guarded(main))
