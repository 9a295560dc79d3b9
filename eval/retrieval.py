"""Measure retrieval on any set in BEIR layout: python -m eval.retrieval --data DIR.

The documents are indexed as articles into a temporary store through the real index code, and every query is searched
by each leg. A document ranks where its best passage ranks.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass

from eval.beir import RetrievalSet, own_rows
from eval.ranking import (
    MEASURES,
    Cell,
    Scores,
    Search,
    language_pairs,
    mean_scores,
    pair_cells,
    score_rankings,
    weakest,
)

LEGS = ("dense", "lexical", "fused")
DEPTH = 30
"""Documents asked for a query; a relevant one further down counts as not found, which MRR hardly feels."""

Progress = Callable[[Sequence[str], str], Iterable[str]]
"""(items, what they are) → the same items, counted on the screen."""


@dataclass(frozen=True, slots=True)
class RetrievalReport:
    """What was measured. `overall` ranks all languages in one pool; a pair ranks the documents of one language.

    `highest_r1` is the R@1 of a perfect ranking in one pool: under 1 where queries have several relevant documents.
    """

    documents: int
    queries: int
    own_rows: int
    highest_r1: float
    overall: tuple[Cell, ...]
    pairs: tuple[Cell, ...]

    def mean_of_pairs(self, leg: str) -> dict[str, float]:
        """The mean over the language pairs, each pair counting the same."""
        return mean_scores(cell.scores for cell in self.pairs if cell.leg == leg)

    def weakest_pair(self, leg: str) -> Cell:
        """The pair with the lowest R@1."""
        return weakest(cell for cell in self.pairs if cell.leg == leg)


def measure_retrieval(data: RetrievalSet, search: Search, legs: Sequence[str], progress: Progress) -> RetrievalReport:
    """Search every query by every leg, in one pool of all languages and in one pool a document language."""
    own = own_rows(data)
    overall: list[Cell] = []
    pairs: list[Cell] = []
    found_in = sorted({language for _, language in language_pairs(data)})
    for leg in legs:
        mixed: dict[str, list[str]] = {}
        by_language: dict[tuple[str, str], list[str]] = {}
        for id in progress(list(data.queries), leg):
            for language in ("", *found_in) if len(found_in) > 1 else ("",):
                depth = DEPTH + len(own[id])
                found = search(leg, data.queries[id].text, language, depth)
                ranking = [document for document in found if document not in own[id]][:DEPTH]
                if language:
                    by_language[id, language] = ranking
                else:
                    mixed[id] = ranking
        if len(found_in) == 1:
            by_language = {(id, found_in[0]): ranking for id, ranking in mixed.items()}
        scores = score_rankings(data.relevant, mixed)
        overall.append(Cell(leg, "", "", len(scores), mean_scores(scores.values())))
        pairs.extend(pair_cells(data, leg, by_language))
    left_out = sum(len(ids) for ids in own.values())
    highest = sum(1 / len(ids) for ids in data.relevant.values()) / len(data.relevant)
    return RetrievalReport(len(data.documents), len(data.queries), left_out, highest, tuple(overall), tuple(pairs))


def render_table(report: RetrievalReport) -> str:
    """The report as a Markdown table, per cent, with the weakest pair of each leg under it."""
    lines = [
        f"{report.queries} queries, {report.documents} documents; "
        f"{report.own_rows} times a query's own row was left out of its ranking. "
        f"In one pool a perfect R@1 is {100 * report.highest_r1:.1f} %.",
        "",
        "| leg | query → documents | n | " + " | ".join(MEASURES) + " |",
        "|---|---|---:|" + "---:|" * len(MEASURES),
    ]
    for whole in report.overall:
        lines.append(_row(whole.leg, "any → any, one pool", whole.n, whole.scores))
        cells = [cell for cell in report.pairs if cell.leg == whole.leg]
        lines += [
            _row(cell.leg, f"{cell.asked or '?'} → {cell.found_in or '?'}", cell.n, cell.scores) for cell in cells
        ]
        lines.append(_row(whole.leg, "mean of the pairs", len(cells), report.mean_of_pairs(whole.leg)))
    lines.append("")
    for whole in report.overall:
        cell = report.weakest_pair(whole.leg)
        lines.append(f"Weakest pair of {whole.leg}: {_pair(cell)}, R@1 {100 * cell.scores['R@1']:.1f} %, n = {cell.n}.")
    return "\n".join(lines)


def render_json(report: RetrievalReport) -> str:
    """The report for scripts; values between 0 and 1."""
    legs = [cell.leg for cell in report.overall]
    rows = asdict(report) | {
        "mean_of_pairs": {leg: report.mean_of_pairs(leg) for leg in legs},
        "weakest_pair": {leg: asdict(report.weakest_pair(leg)) for leg in legs},
    }
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _row(leg: str, pair: str, n: int, scores: Scores) -> str:
    values = " | ".join(f"{100 * scores[measure]:.1f}" for measure in MEASURES)
    return f"| {leg} | {pair} | {n} | {values} |"


def _pair(cell: Cell) -> str:
    return f"{cell.asked or '?'} → {cell.found_in or '?'}"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command: measure a folder, print a table or JSON; returns its exit status."""
    from index.terminal import guarded

    return guarded(lambda: _run(arguments))


def _run(arguments: Sequence[str] | None) -> None:
    import argparse
    import os
    from pathlib import Path

    from eval.beir import read_retrieval_set
    from eval.progress import counted
    from eval.search import open_search
    from rag.settings import RagSettings

    parser = argparse.ArgumentParser(
        prog="python -m eval.retrieval",
        description="Measure retrieval on a set in BEIR layout, by leg and language pair.",
    )
    parser.add_argument(
        "--data", type=Path, required=True, help="folder with corpus.jsonl, queries.jsonl, qrels/test.tsv"
    )
    parser.add_argument("--leg", action="append", choices=LEGS, help="only this leg; may be given again (all)")
    parser.add_argument("--queries", type=int, default=0, metavar="N", help="only the first N queries (all)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    chosen = parser.parse_args(arguments)
    data = read_retrieval_set(chosen.data).first(chosen.queries)
    with open_search(data, RagSettings.from_env(os.environ)) as search:
        report = measure_retrieval(data, search, chosen.leg or LEGS, counted)
    print(render_json(report) if chosen.json else render_table(report))


if __name__ == "__main__":
    raise SystemExit(main())
