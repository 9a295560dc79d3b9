"""Settings varied against each other: the runs that a default value is chosen by."""

from __future__ import annotations

import argparse
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from eval.report_md import interval, percent
from eval.scores import Run, headline
from index.settings import IndexSettings
from rag.settings import RagSettings

COLUMNS = {
    "correct": "correct",
    "vital_recall": "vital recall",
    "retrieved": "retrieved",
    "R@1": "R@1",
    "refusal_recall": "refused right",
    "false_refusal": "refused wrong",
}
_LOCATIONS = frozenset({"store", "chroma_url", "index"})


@dataclass(frozen=True, slots=True)
class Variation:
    """One setting and the values it takes."""

    name: str
    values: tuple[Any, ...]


def parse_variation(text: str) -> Variation:
    """Read "top_k=5,10,20"; the values take the type of the setting.

    :raises argparse.ArgumentTypeError: no such setting, or a value that is none of its type.
    """
    name, _, values = text.partition("=")
    known = {field.name: type(getattr(defaults, field.name)) for defaults in _DEFAULTS for field in fields(defaults)}
    known = {key: kind for key, kind in known.items() if key not in _LOCATIONS}
    if name not in known:
        raise argparse.ArgumentTypeError(f"{name!r} is no setting; choose from {', '.join(sorted(known))}")
    try:
        return Variation(name, tuple(known[name](value) for value in values.split(",")))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{values!r} are no values of {name} ({known[name].__name__})") from None


def expand(settings: RagSettings, variations: Sequence[Variation]) -> list[tuple[str, RagSettings]]:
    """Every combination, with its name."""
    points = []
    for values in itertools.product(*(one.values for one in variations)):
        chosen = dict(zip((one.name for one in variations), values, strict=True))
        index = {name: value for name, value in chosen.items() if name in _names(settings.index)}
        own = {name: value for name, value in chosen.items() if name not in index}
        varied = replace(settings, **own, index=replace(settings.index, **index))
        points.append((" ".join(f"{name}={value}" for name, value in chosen.items()), varied))
    return points


def render_grid(rows: Sequence[tuple[str, Run]]) -> str:
    """A Markdown table, each mean over languages with its 95 % interval."""
    lines = ["| settings | " + " | ".join(COLUMNS.values()) + " | n |", "|---|" + "---|" * (len(COLUMNS) + 1)]
    for name, run in rows:
        values = headline(run)
        cells = [f"{percent(values[metric].value)} ({interval(values[metric])})" for metric in COLUMNS]
        lines.append(f"| {name} | " + " | ".join(cells) + f" | {len(run.judgements)} |")
    return "\n".join(lines)


def _names(settings: object) -> set[str]:
    return {field.name for field in fields(settings)}  # type: ignore[arg-type]


_DEFAULTS = (RagSettings(), IndexSettings())
