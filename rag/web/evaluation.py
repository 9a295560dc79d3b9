"""The evaluation tab: what the last regression run measured, and how that moved over the saved runs.

Read from the files that `python -m eval.run` writes: `run-SPLIT/summary.json`, and `history.jsonl` with a line a run.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rag.web.html import isolated, text
from rag.web.pictures import trend
from rag.web.texts import language_name, told

_MOST_RUNS = 50
_MOST_BYTES = 20_000_000
_HISTORY_BYTES = 500_000
_UNREADABLE = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Measured:
    """A mean with its interval and how many observations it is over; `value` None where there were none."""

    value: float | None
    low: float | None
    high: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Report:
    """The last run: when it ended, its verdict and notes, its means by name, and those of `correct` by language.

    `past` holds the values of each mean in the saved runs of the same questions, the oldest first.
    """

    at: datetime
    verdict: str
    notes: tuple[str, ...]
    metrics: Mapping[str, Measured]
    titles: Mapping[str, str]
    correct_by_language: Mapping[str, Measured]
    past: Mapping[str, list[float]] = field(default_factory=dict)


def last_report(folder: Path) -> Report | None:
    """The newest report in a folder of runs; None where there is none that can be read."""
    try:
        newest = max(folder.glob("*/summary.json"), key=lambda file: file.stat().st_mtime)
        about = newest.stat()
        if about.st_size > _MOST_BYTES:
            return None
        row = json.loads(newest.read_text(encoding="utf-8"))
        return Report(
            at=datetime.fromtimestamp(about.st_mtime, UTC),
            verdict=str(row["verdict"]),
            notes=tuple(str(note) for note in [*row.get("limits", ()), *row.get("notes", ())]),
            metrics=_measured(row["metrics"]),
            titles={str(name): str(title) for name, title in row.get("titles", {}).items()},
            correct_by_language=_measured(row.get("by_language", {}).get("correct", {})),
            past=_past(folder / "history.jsonl", str(row.get("facts")), int(row["questions"])),
        )
    except _UNREADABLE:
        return None


def _past(history: Path, facts: str, questions: int) -> dict[str, list[float]]:
    """The means of the saved runs that asked the same questions and judged by the same facts."""
    if not history.exists():
        return {}
    with history.open("rb") as file:
        file.seek(max(0, history.stat().st_size - _HISTORY_BYTES))
        lines = file.read().decode("utf-8", "replace").splitlines()
    rows = [row for row in map(_row_of, lines) if (row.get("facts"), row.get("questions")) == (facts, questions)]
    found: dict[str, list[float]] = {}
    for row in rows[-_MOST_RUNS:]:
        for name, measured in _measured(row.get("metrics", {})).items():
            if measured.value is not None:
                found.setdefault(name, []).append(measured.value)
    return found


def _row_of(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return row if isinstance(row, dict) else {}


def _measured(rows: Mapping[str, Any]) -> dict[str, Measured]:
    return {
        str(name): Measured(
            _number(row.get("value")), _number(row.get("low")), _number(row.get("high")), int(row.get("n") or 0)
        )
        for name, row in rows.items()
    }


def _number(given: object) -> float | None:
    return float(given) if isinstance(given, int | float) and not isinstance(given, bool) else None


def evaluation_html(report: Report | None, reader: str) -> str:
    """The last run as tables; each mean with its interval, its n and its line over the saved runs."""
    if report is None:
        return f'<section class="ch-evaluation"><p>{told("no_report", reader)}</p></section>'
    notes = "".join(f"<li>{isolated(note)}</li>" for note in report.notes)
    rows = [
        _row(report.titles.get(name, name), found, report.past.get(name, []), reader)
        for name, found in report.metrics.items()
    ]
    by_language = [
        _row(language_name(code, reader), found, [], reader) for code, found in report.correct_by_language.items()
    ]
    return (
        f'<section class="ch-evaluation"><h2>{told("last_run", reader)}: {report.at:%Y-%m-%d %H:%M} UTC</h2>'
        f"<p><strong>{isolated(report.verdict)}</strong></p>{f'<ul>{notes}</ul>' if notes else ''}"
        f"{_table(rows, told('last_run', reader), reader)}"
        f"<h3>{text(report.titles.get('correct', 'correct'))}</h3>"
        f"{_table(by_language, told('n_languages', reader), reader)}</section>"
    )


def _table(rows: list[str], label: str, reader: str) -> str:
    heads = "".join(f'<th scope="col">{told(key, reader)}</th>' for key in ("measure", "value"))
    return (
        f'<div class="ch-scroll" role="region" tabindex="0" aria-label="{text(label)}"><table><thead><tr>{heads}'
        f'<th scope="col">n</th><th scope="col">{told("trend", reader)}</th></tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _row(title: str, measured: Measured, past: list[float], reader: str) -> str:
    drawn = trend(past, f"{title}: {told('trend', reader)}")
    return (
        f'<tr><th scope="row">{text(title)}</th><td>{_shown(measured)}</td><td>{measured.n}</td><td>{drawn}</td></tr>'
    )


def _shown(measured: Measured) -> str:
    if measured.value is None:
        return "–"
    if measured.low is None or measured.high is None:
        return f"{100 * measured.value:.1f} %"
    return f"{100 * measured.value:.1f} % <small>[{100 * measured.low:.0f}–{100 * measured.high:.0f}]</small>"
