"""Plots as SVG text: the same data gives the same bytes, and no font, script or address is fetched."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from eval.compare import Comparison

_STYLE: dict[Any, Any] = {
    "svg.fonttype": "none",
    "font.family": "sans-serif",
    "font.size": 10.0,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "figure.constrained_layout.use": True,
}
_GOOD, _BAD, _GREY = "#1b7f5c", "#b3261e", "#6b6b6b"


def heat_map(title: str, values: Mapping[tuple[str, str], tuple[float, int]]) -> str:
    """Question language × article language; the share and its n in each cell."""
    rows, columns = sorted({pair[0] for pair in values}), sorted({pair[1] for pair in values})
    grid = np.full((len(rows), len(columns)), np.nan)
    for (row, column), (value, _) in values.items():
        grid[rows.index(row), columns.index(column)] = value
    figure, axes = _figure(4.6, 0.55 * len(rows) + 1.2)
    axes.imshow(grid, vmin=0, vmax=1, cmap="RdYlGn", aspect="auto")
    axes.set_xticks(range(len(columns)), columns)
    axes.set_yticks(range(len(rows)), rows)
    axes.set_xlabel("article in")
    axes.set_ylabel("question in")
    for (row, column), (value, n) in values.items():
        text = f"{100 * value:.0f}\nn={n}"
        axes.text(columns.index(column), rows.index(row), text, ha="center", va="center", fontsize=8, color="black")
    return _svg(figure, title)


def forest(title: str, comparisons: Sequence[Comparison]) -> str:
    """The change of each gated metric in points, better to the right, with its 95 % interval and the margin."""
    figure, axes = _figure(7.6, 0.32 * len(comparisons) + 1)
    for place, one in enumerate(reversed(comparisons)):
        color = _BAD if one.worse else _GOOD if -one.loss > one.margin else _GREY
        axes.plot([-100 * one.high, -100 * one.low], [place, place], color=color, linewidth=2)
        axes.plot([-100 * one.loss], [place], "o", color=color)
        axes.plot([-100 * one.margin], [place], "|", color=_BAD, markersize=9)
    axes.axvline(0, color="black", linewidth=0.8)
    axes.set_yticks(range(len(comparisons)), [f"{one.title} ({one.questions})" for one in reversed(comparisons)])
    axes.set_xlabel("points, better →; | is the margin")
    return _svg(figure, title)


def roc(title: str, answerable: Sequence[float], unanswerable: Sequence[float]) -> str:
    """What share of both would be answered at each bar on the confidence."""
    figure, axes = _figure(4.2, 3.4)
    bars = [np.inf, *sorted({*answerable, *unanswerable}, reverse=True)]
    axes.plot(
        [np.mean(np.asarray(unanswerable) >= bar) for bar in bars],
        [np.mean(np.asarray(answerable) >= bar) for bar in bars],
        color=_GOOD,
    )
    axes.plot([0, 1], [0, 1], ":", color=_GREY)
    axes.set_xlabel("unanswerable questions answered")
    axes.set_ylabel("answerable questions answered")
    return _svg(figure, title)


def risk_coverage(title: str, surest_first: Sequence[bool]) -> str:
    """What share of the answers given is wrong, when only so many questions are answered, the surest first."""
    figure, axes = _figure(4.2, 3.4)
    wrong = np.cumsum(~np.asarray(surest_first, dtype=bool))
    answered = np.arange(1, len(surest_first) + 1)
    axes.plot(answered / len(surest_first), wrong / answered, color=_GOOD)
    axes.set_ylim(0, 1)
    axes.set_xlabel("questions answered")
    axes.set_ylabel("of these, wrong or unanswerable")
    return _svg(figure, title)


def histogram(title: str, values: Sequence[float], label: str) -> str:
    """How often which value."""
    figure, axes = _figure(4.6, 2.6)
    axes.hist(values, bins=30, color=_GREY)
    axes.set_xlabel(label)
    axes.set_ylabel("questions")
    return _svg(figure, title)


def funnel(title: str, steps: Mapping[str, int]) -> str:
    """How many facts are left after each step."""
    figure, axes = _figure(5.2, 0.4 * len(steps) + 0.8)
    names = list(steps)
    axes.barh(range(len(names)), [steps[name] for name in names], color=_GOOD)
    axes.set_yticks(range(len(names)), names)
    axes.invert_yaxis()
    for place, name in enumerate(names):
        axes.text(steps[name], place, f" {steps[name]}", va="center", fontsize=9)
    axes.set_xlabel("vital facts of answerable questions")
    return _svg(figure, title)


def _figure(width: float, height: float) -> tuple[Any, Any]:
    import matplotlib
    from matplotlib.figure import Figure

    with matplotlib.rc_context(_STYLE):
        figure = Figure(figsize=(width, height))
        return figure, figure.add_subplot()


def _svg(figure: Any, title: str) -> str:
    """The drawing as an element to put into a page, with a title for who cannot see it."""
    import matplotlib

    out = io.StringIO()
    # The salt makes ids that depend on the drawing alone; another for each keeps them apart in one page.
    with matplotlib.rc_context(_STYLE | {"svg.hashsalt": title}):
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None, "Title": title})
    svg = out.getvalue()
    svg = svg[svg.index("<svg") :]
    return re.sub(
        r'(<svg [^>]*?)width="[^"]*" height="[^"]*"|(<svg [^>]*?)height="[^"]*" ([^>]*?)width="[^"]*"', r"\1\2\3", svg
    )
