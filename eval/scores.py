"""A judged run with everything that was measured on it, and its means by language, kind and language pair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from eval.judge import Judgement, judge_run
from eval.metrics import METRICS, Observation
from eval.observe import Detect, observe
from eval.records import FactSet
from eval.replies import CLEAN, Reply
from eval.stats import Estimate, auroc, estimate


# Runs are told apart by identity, so that what is computed of one can be kept: a report asks for it several times.
@dataclass(frozen=True, eq=False)
class Run:
    """The judged answers of one run, in the order of the questions."""

    fact_set: FactSet
    replies: Mapping[str, Reply]
    judgements: tuple[Judgement, ...]
    observations: tuple[Observation, ...]
    skipped_language: int

    def of(self, metric: str) -> list[Observation]:
        """The observations of one metric."""
        return [row for row in self.observations if row.metric == metric]

    @property
    def errors(self) -> tuple[str, ...]:
        """The questions without an answer; each counts as failed, in every mean."""
        return tuple(one.case.id for one in self.judgements if one.reply.error)

    @property
    def measured(self) -> float:
        """The share of the questions that were answered, refusals included."""
        return 1 - len(self.errors) / len(self.judgements) if self.judgements else 0.0


def score_run(fact_set: FactSet, replies: Mapping[str, Reply], detect: Detect) -> Run:
    """Judge a run by today's facts and rules."""
    judgements = tuple(judge_run(fact_set, replies))
    observations = tuple(observe(fact_set, judgements, detect))
    measured = len({row.question for row in observations if row.metric == "language"})
    return Run(fact_set, replies, judgements, observations, len(judgements) - measured)


@lru_cache(maxsize=4)
def headline(run: Run) -> dict[str, Estimate]:
    """Every metric: the macro mean over the question languages."""
    return {name: estimate(run.of(name), macro=True) for name in METRICS}


@lru_cache(maxsize=128)
def by_language(run: Run, metric: str) -> dict[str, Estimate]:
    """One metric by the language of the question."""
    rows = run.of(metric)
    return {
        language: estimate([row for row in rows if row.language == language])
        for language in sorted({one.case.language for one in run.judgements})
    }


@lru_cache(maxsize=128)
def by_kind(run: Run, metric: str) -> dict[str, Estimate]:
    """One metric by the kind of question."""
    rows = run.of(metric)
    return {
        kind: estimate([row for row in rows if row.kind == kind])
        for kind in sorted({str(one.case.kind) for one in run.judgements})
    }


def by_pair(run: Run, metric: str) -> dict[tuple[str, str], Estimate]:
    """One metric by the language of the question and of the articles that state the fact, without intervals."""
    cells: dict[tuple[str, str], list[Observation]] = {}
    for row in run.of(metric):
        for language in row.fact_languages:
            cells.setdefault((row.language, language), []).append(row)
    return {pair: estimate(rows, interval=False) for pair, rows in sorted(cells.items())}


def cross_lingual_gap(run: Run) -> tuple[float | None, int, int]:
    """Recall of facts that an article in the question's language states, minus recall of the others; n of both."""
    rows = [row for row in run.of("fact_recall") if row.fact_languages]
    same = estimate([row for row in rows if row.language in row.fact_languages], interval=False)
    other = estimate([row for row in rows if row.language not in row.fact_languages], interval=False)
    gap = None if same.value is None or other.value is None else same.value - other.value
    return gap, same.n, other.n


def confidence_auroc(run: Run) -> float | None:
    """How well the confidence tells answerable questions from unanswerable ones; an error has confidence 0."""
    return auroc(
        [one.reply.confidence for one in run.judgements if one.case.answerable],
        [one.reply.confidence for one in run.judgements if not one.case.answerable],
    )


def latencies_ms(run: Run) -> list[float]:
    """Wall milliseconds of each answered question."""
    return [reply.ms for id, reply in sorted(run.replies.items()) if not reply.error and not id.endswith(CLEAN)]


def funnel_steps(run: Run) -> dict[str, int]:
    """The vital facts of answerable questions that stand in an article, and how many are left after each step."""
    known = run.fact_set.facts
    facts = [fact for one in run.judgements for fact in one.vital if known[fact.fact].support]
    retrieved = [fact for fact in facts if fact.rank is not None]
    answered = [fact for fact in retrieved if fact.present]
    return {
        "in the articles": len(facts),
        "retrieved": len(retrieved),
        "answered": len(answered),
        "cited right": sum(fact.cited for fact in answered),
    }
