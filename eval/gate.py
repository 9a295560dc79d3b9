"""Did the answers get worse? Two runs, judged by the same facts and compared question by question → an exit code.

0 pass, 1 worse than the baseline, 2 below a floor (or above a ceiling), 3 could not measure; 4, a bad fact file, is
raised by the loader. An improvement never fails.
"""

from __future__ import annotations

from dataclasses import dataclass

from eval.compare import Comparison, Flip, compare_runs, find_flips
from eval.metrics import METRICS
from eval.scores import Run
from eval.stats import estimate
from index.errors import CannotMeasure

PASS, WORSE, BELOW, UNMEASURED, BAD_FACTS = range(5)
LEAST_MEASURED = 0.95


@dataclass(frozen=True, slots=True)
class Gate:
    """The verdict: one line that equals the exit code, and what it rests on."""

    exit_code: int
    verdict: str
    comparisons: tuple[Comparison, ...] = ()
    flips: tuple[Flip, ...] = ()
    broken_limits: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def decide(after: Run, before: Run | None, notes: tuple[str, ...] = ()) -> Gate:
    """Judge a run, against a baseline where there is one.

    :raises CannotMeasure: no answers, fewer than 95 % measured, or other questions than the baseline's.
    """
    _check_measured(after, "this run")
    if before is not None:
        _check_measured(before, "the baseline")
        _check_same_questions(after, before)
    comparisons = tuple(compare_runs(after, before)) if before else ()
    flips = tuple(find_flips(after, before)) if before else ()
    worse = [f"{one.title} {_points(one)}" for one in comparisons if one.worse]
    worse += [f"critical question {flip.question} is wrong now" for flip in flips if flip.critical]
    limits = tuple(_broken_limits(after))
    code = WORSE if worse else BELOW if limits else PASS
    correct = estimate(after.of("correct"), macro=True)
    state = f"correct {100 * (correct.value or 0):.1f} % of {correct.questions} questions"
    if worse:
        verdict = f"WORSE than the baseline: {'; '.join(worse)}"
    elif limits:
        verdict = f"BELOW A FLOOR: {'; '.join(limits)}"
    elif before is None:
        verdict = f"PASS, WITHOUT A GATE (no baseline): {state}"
    else:
        better = [one.title for one in comparisons if -one.loss > one.margin]
        verdict = f"PASS: {state}; " + (f"better: {', '.join(better)}" if better else "no detectable difference")
    return Gate(code, verdict, comparisons, flips, limits, notes)


def _broken_limits(run: Run) -> list[str]:
    broken = []
    for metric in METRICS.values():
        rows = run.of(metric.name)
        if metric.limit is None or not rows:
            continue
        bad = sorted({row.question for row in rows if row.value != metric.limit})
        if bad:
            value = sum(row.value for row in rows) / len(rows)
            side = "ceiling" if metric.lower_is_better else "floor"
            named = ", ".join(bad[:5]) + (" …" if len(bad) > 5 else "")
            broken.append(f"{metric.title}: {100 * value:.1f} %, {side} {100 * metric.limit:.0f} % ({named})")
    return broken


def _check_measured(run: Run, name: str) -> None:
    if not run.judgements:
        raise CannotMeasure(f"{name} has no answers; there is nothing to judge")
    if run.measured < LEAST_MEASURED:
        first = next(one for one in run.judgements if one.reply.error)
        raise CannotMeasure(
            f"{name} answered {100 * run.measured:.0f} % of the questions, under {100 * LEAST_MEASURED:.0f} %; "
            f"{len(run.errors)} ended in an error, first {first.case.id}: {first.reply.error}"
        )


def _check_same_questions(after: Run, before: Run) -> None:
    missing = sorted(one.case.id for one in after.judgements if one.case.id not in before.replies)
    if missing:
        raise CannotMeasure(
            f"the baseline lacks {len(missing)} of the questions, first {missing[0]}; accept a new one with --accept"
        )


def _points(one: Comparison) -> str:
    p = "" if one.p is None else f", p {one.p:.3f}"
    return f"{100 * one.before:.1f} → {100 * one.after:.1f} % (n = {one.questions}, margin {100 * one.margin:.1f}{p})"
