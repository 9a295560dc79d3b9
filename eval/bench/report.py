"""The measured figures as tables for a person; the JSON holds the same and more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from rich.console import Console
from rich.table import Table

Found = Mapping[str, Any]


def show(found: Found, console: Console) -> None:
    """Print every part that was measured."""
    machine = found["machine"]
    console.print(
        f"{machine['cpu']}, {machine['cores']} cores, {machine['memory_gb']} GB, Python {machine['python']}, "
        f"load {machine['load_1_min']} at the start"
    )
    tables: dict[str, Callable[[Any], Table]]
    tables = {"cold": _cold, "warm": _warm, "scale": _scale, "embedder": _embedder, "page": _page, "llm": _llm}
    for part, table in tables.items():
        if found.get(part):
            console.print(table(found[part]))
    if found["limits"]:
        console.print(_limits(found["limits"]))


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left")
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left")
    return table


def _cold(cold: Found) -> Table:
    table = _table(
        "One cold question over the seeds, in turn, medians", "", "n", "CPU s", "least to most", "wall s", "peak MB"
    )
    for name in ("chorus", "starter"):
        one = cold[name]
        spread = f"{one['cpu_s_least']:.2f} to {one['cpu_s_most']:.2f}"
        cells = (f"{one['n']}", f"{one['cpu_s']:.2f}", spread, f"{one['wall_s']:.2f}", f"{one['peak_mb']:.0f}")
        table.add_row({"chorus": "Chorus, index built before", "starter": "LlamaIndex starter"}[name], *cells)
    return table


def _warm(warm: Found) -> Table:
    columns = ("n", "p50 ms", "p95 ms", "p50 CPU ms", "open s", "resident MB")
    table = _table("A question over the seeds in a warm process", *columns)
    ms, cpu_ms = warm["ms"], warm["cpu_ms"]
    table.add_row(
        str(ms["n"]),
        f"{ms['p50']:.1f}",
        f"{ms['p95']:.1f}",
        f"{cpu_ms['p50']:.1f}",
        f"{warm['open_s']:.2f}",
        f"{warm['resident_mb']:.0f}",
    )
    return table


def _scale(sizes: list[Found]) -> Table:
    table = _table(
        "Made-up articles in five languages",
        *(
            "passages",
            "indexed a second",
            "indexed a CPU second",
            "indexing peak MB",
            "disk MB",
            "p50 ms",
            "p95 ms",
            "p50 CPU ms",
            "open s",
            "resident MB",
        ),
    )
    for size in sizes:
        table.add_row(
            *(f"{size['passages']:,}", f"{size['passages_a_second']:.0f}", f"{size['passages_a_cpu_second']:.0f}"),
            *(f"{size['index_peak_mb']:.0f}",),
            *(f"{size['disk_mb']:.0f}", f"{size['ms']['p50']:.1f}", f"{size['ms']['p95']:.1f}"),
            *(f"{size['cpu_ms']['p50']:.1f}", f"{size['open_s']:.2f}", f"{size['resident_mb']:.0f}"),
        )
    return table


def _embedder(found: Found) -> Table:
    table = _table("The bundled embedder on one core", "load s", "sentences a second", "MB")
    table.add_row(f"{found['load_s']:.2f}", f"{found['sentences_a_second']:,}", f"{found['size_mb']:.1f}")
    return table


def _page(page: Found) -> Table:
    users = page["users"]
    table = _table(
        f"The chat page over {page['passages']:,} passages",
        *("ready s", "interactive s", "first words p50 ms", "p95 ms", f"{users} at once p50 ms", "p95 ms", "errors"),
    )
    first, crowd = page.get("first_words_ms") or {}, page.get("crowd_ms") or {}
    interactive = f"{page['interactive_s']:.2f}" if "interactive_s" in page else "no browser"
    figures = (first.get("p50"), first.get("p95"), crowd.get("p50"), crowd.get("p95"))
    cells = ("–" if figure is None else f"{figure:.0f}" for figure in figures)
    table.add_row(f"{page['ready_s']:.2f}", interactive, *cells, str(page["errors"]))
    return table


def _llm(found: Found) -> Table:
    table = _table("Added to the time of a model that writes", "", "n", "p50 ms", "p95 ms")
    for part, name in (("first_sentence_ms", "first sentence"), ("whole_answer_ms", "whole answer")):
        if found[part]:
            table.add_row(name, str(found[part]["n"]), f"{found[part]['p50']:.1f}", f"{found[part]['p95']:.1f}")
    return table


def _limits(limits: list[Found]) -> Table:
    table = _table("Limits", "", "measured", "at most", "")
    for limit in limits:
        table.add_row(
            limit["name"], f"{limit['value']:.2f}", f"{limit['most']:g}", "kept" if limit["kept"] else "MISSED"
        )
    return table
