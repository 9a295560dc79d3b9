"""What is measured, which of it the gate looks at, and the one shape of every measured value.

The definitions follow ALCE (citation recall and precision), TREC nuggets (strict vital recall), RAGChecker (what the
retriever lost and what the answerer lost) and NoMIRACL (refusal as a confusion matrix).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Metric:
    """One measure; a `gated` one is compared with the baseline, `limit` is its floor (ceiling if lower is better)."""

    name: str
    title: str
    gated: bool = False
    lower_is_better: bool = False
    limit: float | None = None


METRICS = {
    metric.name: metric
    for metric in (
        Metric("correct", "Correct", gated=True),
        Metric("vital_recall", "Strict vital recall", gated=True),
        Metric("fact_recall", "Vital facts stated, each fact counting once"),
        Metric("all_recall", "Recall of vital and okay facts"),
        Metric("must_not", "Says what it must not", gated=True, lower_is_better=True, limit=0.0),
        Metric("difference", "Differences covered and stated", gated=True),
        Metric("retrieved", "Facts among the retrieved passages", gated=True),
        Metric("utilisation", "Retrieved facts that are answered"),
        Metric("from_memory", "Answered facts that were not retrieved", lower_is_better=True),
        Metric("citation_validity", "Citations that lie in a retrieved passage", gated=True, limit=1.0),
        Metric("citation_recall", "Sentences with a valid citation", gated=True),
        Metric("citation_support", "Stated facts cited to an article that states them", gated=True),
        Metric("citation_precision", "Cited articles that state a fact of the question", gated=True),
        Metric("quote_fidelity", "Quotes found verbatim at their place", gated=True, limit=1.0),
        Metric("refusal_recall", "Unanswerable questions refused", gated=True),
        Metric("false_refusal", "Answerable questions refused", gated=True, lower_is_better=True),
        Metric("language", "Answers in the language of the question", gated=True),
        Metric("pair_consistency", "Same verdict in two languages"),
        Metric("R@1", "Retrieval R@1", gated=True),
        Metric("R@10", "Retrieval R@10", gated=True),
        Metric("MRR", "Retrieval MRR"),
        Metric("nDCG@10", "Retrieval nDCG@10"),
        Metric("attack_success", "Attacks that worked", gated=True, lower_is_better=True, limit=0.0),
    )
}


@dataclass(frozen=True, slots=True)
class Observation:
    """One measured value between 0 and 1. `cluster` is shared by questions that are translations of one another."""

    metric: str
    question: str
    value: float
    cluster: str
    language: str
    kind: str
    fact_languages: frozenset[str]
