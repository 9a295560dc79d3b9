"""Two runs compared question by question: how each gated metric moved, and which questions changed."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from eval.metrics import METRICS, Metric
from eval.scores import Run, by_pair
from eval.stats import bootstrap_p, estimate, holm, mcnemar_p, paired_losses

ALPHA = 0.05
# A loss of 0.10 fails with 40 questions, of 0.03 with 600; between and beyond them by a power of n (near its root).
_MARGIN_POWER = float(np.log(0.10 / 0.03) / np.log(600 / 40))


@dataclass(frozen=True, slots=True)
class Comparison:
    """One gated metric in both runs. `loss` is how much worse it got, in its own direction, with its 95 % interval.

    `p` is after Holm's correction; None where a test does not apply (the weakest language pair).
    """

    title: str
    questions: int
    before: float
    after: float
    loss: float
    low: float
    high: float
    p: float | None
    margin: float

    @property
    def worse(self) -> bool:
        """Significantly worse, or worse by more than the margin."""
        significant = self.p is not None and self.p <= ALPHA and self.loss > 0
        return significant or self.loss > self.margin


@dataclass(frozen=True, slots=True)
class Flip:
    """A question whose verdict changed, the vital facts lost or won by it, and whether a critical one is wrong now."""

    question: str
    correct_before: bool
    correct_after: bool
    lost: tuple[str, ...]
    won: tuple[str, ...]
    critical: bool


def margin(questions: int) -> float:
    """The loss that fails even where it is not significant."""
    return float(0.10 * (40 / min(max(questions, 1), 600)) ** _MARGIN_POWER)


def compare_runs(after: Run, before: Run) -> list[Comparison]:
    """Every gated metric that both runs have, and the weakest language pair of the retrieval."""
    found: list[tuple[Comparison, float]] = []
    for metric in METRICS.values():
        if metric.gated and after.of(metric.name) and before.of(metric.name):
            found.append(_compare(metric, after, before))
    corrected = holm([p for _, p in found])
    comparisons = [_with_p(one, p) for (one, _), p in zip(found, corrected, strict=True)]
    return comparisons + _weakest_pair(after, before)


def _compare(metric: Metric, after: Run, before: Run) -> tuple[Comparison, float]:
    old, new = before.of(metric.name), after.of(metric.name)
    sign = -1 if metric.lower_is_better else 1
    loss, draws = paired_losses(old, new)
    low, high = np.percentile(sign * draws, [2.5, 97.5])
    means_old, means_new = _by_question(before, metric.name), _by_question(after, metric.name)
    shared = means_old.keys() & means_new.keys()
    if all(value in (0.0, 1.0) for means in (means_old, means_new) for value in means.values()):
        changes = [sign * (means_old[id] - means_new[id]) for id in shared]
        p = mcnemar_p(changes.count(1), changes.count(-1))
    else:
        p = bootstrap_p(sign * draws)
    before_value, after_value = estimate(old, macro=True, interval=False), estimate(new, macro=True, interval=False)
    questions = len(shared)
    comparison = Comparison(
        title=metric.title,
        questions=questions,
        before=before_value.value or 0.0,
        after=after_value.value or 0.0,
        loss=sign * loss,
        low=float(low),
        high=float(high),
        p=None,
        margin=margin(questions),
    )
    return comparison, p


def _with_p(one: Comparison, p: float) -> Comparison:
    return replace(one, p=p)


def _weakest_pair(after: Run, before: Run) -> list[Comparison]:
    """The lowest R@1 of any language pair: a mean can hide that one direction broke."""
    old, new = by_pair(before, "R@1"), by_pair(after, "R@1")
    if not old or not new:
        return []
    pair = min(new, key=lambda pair: (new[pair].value or 0.0, pair))
    lowest_before = min(one.value or 0.0 for one in old.values())
    lowest_after = new[pair].value or 0.0
    title = f"Weakest pair {pair[0]} → {pair[1]}, R@1"
    loss, questions = lowest_before - lowest_after, new[pair].questions
    return [Comparison(title, questions, lowest_before, lowest_after, loss, loss, loss, None, margin(questions))]


def find_flips(after: Run, before: Run) -> list[Flip]:
    """The questions whose verdict or vital facts changed, the lost ones first."""
    old = {one.case.id: one for one in before.judgements}
    flips = []
    for new in after.judgements:
        was = old[new.case.id]
        had = {fact.fact for fact in was.vital if fact.present}
        has = {fact.fact for fact in new.vital if fact.present}
        if new.correct != was.correct or had != has:
            lost, won = tuple(sorted(had - has)), tuple(sorted(has - had))
            critical = new.case.critical and was.correct and not new.correct
            flips.append(Flip(new.case.id, was.correct, new.correct, lost, won, critical))
    return sorted(flips, key=lambda flip: (flip.correct_after - flip.correct_before, -len(flip.lost), flip.question))


def _by_question(run: Run, metric: str) -> dict[str, float]:
    values: dict[str, list[float]] = {}
    for row in run.of(metric):
        values.setdefault(row.question, []).append(row.value)
    return {id: sum(many) / len(many) for id, many in values.items()}
