"""Means with their n and 95 % interval, and the paired comparison of two runs, by scipy and statsmodels.

The unit that is drawn is the cluster (a question with its translations): translations fail together.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from eval.metrics import Observation

REPORT_DRAWS = 1_000
GATE_DRAWS = 10_000
SEED = 20_220_906


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean of `n` observations on `questions` questions; `value` is None where nothing was measured."""

    value: float | None
    low: float | None
    high: float | None
    n: int
    questions: int


@dataclass(frozen=True, slots=True)
class _Table:
    """Sums and counts of observations, shape (clusters, groups) each."""

    sums: np.ndarray
    counts: np.ndarray

    def mean(self, drawn: np.ndarray) -> Any:
        """The macro mean over the groups of a draw of clusters, shape (…, clusters) → (…)."""
        times = _times_drawn(np.atleast_2d(drawn), len(self.sums))
        with np.errstate(invalid="ignore", divide="ignore"):
            means = ((times @ self.sums) / (times @ self.counts)).reshape(*drawn.shape[:-1], -1)
        measured = ~np.isnan(means)
        return np.where(measured, means, 0).sum(axis=-1) / np.maximum(measured.sum(axis=-1), 1)


def _times_drawn(drawn: np.ndarray, clusters: int) -> np.ndarray:
    """How often each cluster is in each draw: shape (draws, clusters). A product with it is faster than gathering."""
    rows = np.arange(len(drawn))[:, None] * clusters
    return np.bincount((drawn + rows).ravel(), minlength=len(drawn) * clusters).reshape(len(drawn), clusters)


def estimate(observations: Iterable[Observation], macro: bool = False, interval: bool = True) -> Estimate:
    """The mean of observations, each counting the same; with `macro` the mean over languages of their means."""
    rows = list(observations)
    if not rows:
        return Estimate(None, None, None, 0, 0)
    clusters = sorted({row.cluster for row in rows})
    table = _table(rows, clusters, _languages(rows, macro))
    value = float(table.mean(np.arange(len(clusters))))
    low, high = _interval(table, value, rows) if interval else (None, None)
    return Estimate(value, low, high, len(rows), len({row.question for row in rows}))


def paired_losses(before: Sequence[Observation], after: Sequence[Observation]) -> tuple[float, np.ndarray]:
    """Macro mean before minus after, over the same questions, and its bootstrap distribution (GATE_DRAWS,)."""
    clusters = sorted({row.cluster for row in (*before, *after)})
    languages = _languages((*before, *after), macro=True)
    old, new = _table(before, clusters, languages), _table(after, clusters, languages)
    every = np.arange(len(clusters))

    def loss(drawn: np.ndarray, **_axis: int) -> Any:
        return old.mean(drawn) - new.mean(drawn)

    return float(loss(every)), _bootstrap(loss, every, GATE_DRAWS)


def mcnemar_p(lost: int, gained: int) -> float:
    """Exact one-sided McNemar test: how likely so many losses among the changed questions are if nothing got worse."""
    from scipy.stats import binomtest

    return 1.0 if lost + gained == 0 else float(binomtest(lost, lost + gained, 0.5, alternative="greater").pvalue)


def bootstrap_p(losses: np.ndarray) -> float:
    """One-sided: the share of draws in which nothing got worse, never quite 0."""
    return float((np.count_nonzero(losses <= 0) + 1) / (len(losses) + 1))


def holm(p_values: Sequence[float]) -> list[float]:
    """Holm's correction for looking at several metrics at once."""
    from statsmodels.stats.multitest import multipletests

    return [float(p) for p in multipletests(p_values, method="holm")[1]] if p_values else []


def auroc(positive: Sequence[float], negative: Sequence[float]) -> float | None:
    """How likely a positive scores above a negative, ties counting half; None without one of either."""
    from scipy.stats import mannwhitneyu

    if not positive or not negative:
        return None
    return float(mannwhitneyu(positive, negative).statistic) / (len(positive) * len(negative))


def _languages(rows: Iterable[Observation], macro: bool) -> dict[str, int]:
    return {language: at for at, language in enumerate(sorted({row.language if macro else "" for row in rows}))}


def _table(rows: Iterable[Observation], clusters: Sequence[str], languages: dict[str, int]) -> _Table:
    at = {cluster: number for number, cluster in enumerate(clusters)}
    sums = np.zeros((len(clusters), len(languages)))
    counts = np.zeros_like(sums)
    for row in rows:
        cell = at[row.cluster], languages.get(row.language, 0)
        sums[cell] += row.value
        counts[cell] += 1
    return _Table(sums, counts)


def _interval(table: _Table, value: float, rows: Sequence[Observation]) -> tuple[float, float]:
    """95 %: percentiles of a cluster bootstrap; Wilson's on the clusters where all are right, or wrong, alike."""
    clusters = len(table.sums)
    if clusters == 1 or len({row.value for row in rows}) == 1:
        from statsmodels.stats.proportion import proportion_confint

        low, high = proportion_confint(value * clusters, clusters, method="wilson")
        return float(low), float(high)

    def mean(drawn: np.ndarray, **_axis: int) -> Any:
        return table.mean(drawn)

    low, high = np.percentile(_bootstrap(mean, np.arange(clusters), REPORT_DRAWS), [2.5, 97.5])
    return (math.nan, math.nan) if np.isnan(low) else (float(low), float(high))


def _bootstrap(statistic: Any, every: np.ndarray, draws: int) -> np.ndarray:
    from scipy.stats import bootstrap

    if len(every) == 1:
        return np.full(draws, float(statistic(every)))
    result = bootstrap(
        (every,),
        statistic,
        n_resamples=draws,
        vectorized=True,
        method="percentile",
        batch=1_000,
        rng=np.random.default_rng(SEED),
    )
    return np.asarray(result.bootstrap_distribution)
