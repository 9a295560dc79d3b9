"""From rankings to R@1, R@10, MRR and nDCG@10, all computed by ir_measures; a query without a result scores 0."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from eval.beir import RetrievalSet

MEASURES = ("R@1", "R@10", "MRR", "nDCG@10")
Search = Callable[[str, str, str, int], Sequence[str]]
"""(leg, question, language of the documents or "" for any, how many) → document ids from the best down."""
Scores = Mapping[str, float]
"""From the measure's name to its value."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The mean scores of one group of queries; `asked` and `found_in` are languages, both "" for all together."""

    leg: str
    asked: str
    found_in: str
    n: int
    scores: Scores


def score_rankings(
    relevant: Mapping[str, Set[str]], rankings: Mapping[str, Sequence[str]]
) -> dict[str, dict[str, float]]:
    """Score each query's ranking.

    :param relevant: per query, the ids it should find.
    :param rankings: per query, ids from the best down; a query that is missing here scores 0.
    :return: per query of `relevant`, in its order, the value of each measure.
    """
    import ir_measures

    named = {
        ir_measures.R @ 1: "R@1",
        ir_measures.R @ 10: "R@10",
        ir_measures.RR: "MRR",
        ir_measures.nDCG @ 10: "nDCG@10",
    }
    # The place is the score: the tools break ties by id, and a ranking has none.
    run = [
        ir_measures.ScoredDoc(query, id, float(-place))
        for query in relevant
        for place, id in enumerate(rankings.get(query, ()))
    ]
    qrels = [ir_measures.Qrel(query, id, 1) for query, ids in relevant.items() for id in sorted(ids)]
    scores: dict[str, dict[str, float]] = {query: dict.fromkeys(MEASURES, 0.0) for query in relevant}
    if run:
        for metric in ir_measures.iter_calc(list(named), qrels, run):
            scores[metric.query_id][named[metric.measure]] = float(metric.value)
    return scores


def mean_scores(scores: Iterable[Scores]) -> dict[str, float]:
    """The mean of each measure.

    :raises ValueError: there is nothing to take the mean of.
    """
    rows = list(scores)
    if not rows:
        raise ValueError("no scores to take the mean of")
    return {measure: sum(row[measure] for row in rows) / len(rows) for measure in MEASURES}


def pair_cells(data: RetrievalSet, leg: str, rankings: Mapping[tuple[str, str], Sequence[str]]) -> list[Cell]:
    """One cell per ordered language pair.

    :param rankings: per (query id, document language), the documents of that language from the best down.
    """
    cells = []
    for asked, found_in in language_pairs(data):
        relevant = {
            id: ids
            for id, query in data.queries.items()
            if query.language == asked and (ids := in_language(data, data.relevant[id], found_in))
        }
        scores = score_rankings(relevant, {id: rankings.get((id, found_in), ()) for id in relevant})
        cells.append(Cell(leg, asked, found_in, len(relevant), mean_scores(scores.values())))
    return cells


def language_pairs(data: RetrievalSet) -> list[tuple[str, str]]:
    """The (query language, document language) pairs that have at least one judgement, sorted."""
    return sorted(
        {
            (query.language, data.documents[document].language)
            for id, query in data.queries.items()
            for document in data.relevant[id]
        }
    )


def in_language(data: RetrievalSet, ids: Set[str], language: str) -> frozenset[str]:
    """Those of the documents that are in a language."""
    return frozenset(id for id in ids if data.documents[id].language == language)


def weakest(cells: Iterable[Cell], measure: str = "R@1") -> Cell:
    """The cell with the lowest value; of equal ones the first by name."""
    return min(cells, key=lambda cell: (cell.scores[measure], cell.asked, cell.found_in))
