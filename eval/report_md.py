"""The report as Markdown, to paste into a pull request."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from eval.gate import Gate
from eval.judge import Judgement
from eval.metrics import METRICS
from eval.scores import Run, by_kind, by_language, by_pair, confidence_auroc, cross_lingual_gap, headline, latencies_ms
from eval.stats import Estimate
from eval.writing import seconds_line, writing_lines

WORST = 5
Show = Callable[[str], str]
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def render_markdown(run: Run, before: Run | None, gate: Gate, beside: Sequence[str] = ()) -> str:
    """Verdict, headline table, tables by language, kind and language pair, what flipped, and the worst questions."""
    parts = [f"**{plain(gate.verdict)}**", ""]
    parts += [f"> {plain(note)}" for note in gate.notes]
    parts += ["", *headline_table(run, before), "", *_language_table(run), "", *_kind_table(run), "", *_pair_table(run)]
    if gate.flips:
        parts += ["", f"### {len(gate.flips)} questions changed", "", *flip_lines(gate, plain)]
    for line in (*writing_lines(run.replies.values()), *beside):
        parts += ["", plain(line)]
    parts += ["", "### The worst questions", "", *worst_lines(run, plain), "", latency_line(run), ""]
    return "\n".join(parts)


def headline_table(run: Run, before: Run | None) -> list[str]:
    """Every metric as the mean over the question languages, with its 95 % interval and n."""
    now, then = headline(run), headline(before) if before else {}
    lines = ["| metric (mean over languages) | value | 95 % | n | baseline |", "|---|---:|---|---:|---:|"]
    for name, value in now.items():
        if value.value is None:
            continue
        mark = "**" if METRICS[name].gated else ""
        old = percent(then[name].value) if then else "–"
        lines.append(
            f"| {mark}{METRICS[name].title}{mark} | {percent(value.value)} | {interval(value)} | {value.n} | {old} |"
        )
    gap, same, other = cross_lingual_gap(run)
    if gap is not None:
        lines.append(f"| Cross-lingual gap of the facts stated | {100 * gap:+.1f} | – | {same} and {other} | – |")
    if (area := confidence_auroc(run)) is not None:
        lines.append(f"| AUROC of the confidence, answerable or not | {area:.3f} | – | {len(run.judgements)} | – |")
    lines.append(
        f"\nBold metrics are gated. Language was not judged on {run.skipped_language} answers of under 4 own words."
    )
    return lines


def _language_table(run: Run) -> list[str]:
    names = ["correct", "vital_recall", "citation_support", "refusal_recall", "false_refusal", "language"]
    return _table("question in", names, {name: by_language(run, name) for name in names})


def _kind_table(run: Run) -> list[str]:
    names = ["correct", "vital_recall", "retrieved", "must_not"]
    return _table("kind", names, {name: by_kind(run, name) for name in names})


def _table(first: str, names: list[str], values: dict[str, dict[str, Estimate]]) -> list[str]:
    lines = [
        f"| {first} | " + " | ".join(METRICS[name].title for name in names) + " |",
        "|---|" + "---:|" * len(names),
    ]
    for key in values[names[0]]:
        cells = [cell(values[name][key]) for name in names]
        lines.append(f"| {key} | " + " | ".join(cells) + " |")
    return lines


def _pair_table(run: Run) -> list[str]:
    names = ["fact_recall", "retrieved", "R@1", "R@10", "MRR"]
    values = {name: by_pair(run, name) for name in names}
    lines = [
        "| question → article | " + " | ".join(METRICS[name].title for name in names) + " |",
        "|---|" + "---:|" * len(names),
    ]
    for pair in values["fact_recall"]:
        cells = [cell(values[name][pair]) if pair in values[name] else "–" for name in names]
        lines.append(f"| {' → '.join(pair)} | " + " | ".join(cells) + " |")
    return lines


def flip_lines(gate: Gate, show: Show, most: int = 30) -> list[str]:
    """What changed, the lost questions first.

    :param show: makes text of questions and answers safe for where it is shown.
    """
    lines = []
    for flip in gate.flips[:most]:
        change = {(True, False): "right → WRONG", (False, True): "wrong → right"}.get(
            (flip.correct_before, flip.correct_after), "still right" if flip.correct_after else "still wrong"
        )
        lost = f"; lost {', '.join(flip.lost)}" if flip.lost else ""
        won = f"; won {', '.join(flip.won)}" if flip.won else ""
        lines.append(f"- {show(flip.question)}: {change}{show(lost)}{show(won)}")
    if len(gate.flips) > most:
        lines.append(f"- … and {len(gate.flips) - most} more")
    return lines


def worst(run: Run, most: int = WORST) -> list[Judgement]:
    """The questions with most wrong: what must not be said first, then errors, then by the facts lost."""
    wrong = [one for one in run.judgements if one.wrong]
    return sorted(
        wrong,
        key=lambda one: (
            one.must_not is None,
            not one.reply.error,
            sum(fact.present for fact in one.vital) / len(one.vital) if one.vital else 0.0,
            -len(one.wrong),
            one.case.id,
        ),
    )[:most]


def worst_lines(run: Run, show: Show) -> list[str]:
    """The worst questions, each with the reasons."""
    return [
        f"- {show(one.case.id)} “{show(one.case.question)}”: {show('; '.join(one.wrong))}" for one in worst(run)
    ] or ["None: every answer is correct."]


def latency_line(run: Run) -> str:
    """Median and 95th percentile of the time to an answer."""
    import numpy as np

    times = latencies_ms(run)
    if not times:
        return "Latency: not measured."
    median, slow = np.percentile(times, [50, 95])
    line = f"Latency: p50 {median:.1f} ms, p95 {slow:.1f} ms, n = {len(times)} (kept answers keep their first time)."
    return " ".join(filter(None, (line, seconds_line(run.replies.values()))))


def percent(value: float | None) -> str:
    """A share as a reader writes it; – for what was not measured."""
    return "–" if value is None else f"{100 * value:.1f} %"


def interval(value: Estimate) -> str:
    """The 95 % interval of a share."""
    return "–" if value.low is None or value.high is None else f"{100 * value.low:.0f}–{100 * value.high:.0f}"


def cell(value: Estimate) -> str:
    """A share with its n."""
    return "–" if value.value is None else f"{100 * value.value:.0f} % ({value.n})"


def plain(text: str) -> str:
    """Text of an article or an answer as text: what Markdown or HTML would read as markup is escaped."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split())).replace("\\<", "&lt;").replace("\\>", "&gt;")
