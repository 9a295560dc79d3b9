"""python -m eval.bench: measure Chorus against the LlamaIndex starter, and at growing size.

Everything is measured in processes of its own; this one only starts them, so it must stay light.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from eval.bench import measure
from index.terminal import guarded

OUT = Path(__file__).parent / "out" / "bench.json"
QUESTION = "Why is Russia buying shells from North Korea?"
SIZES, QUICK_SIZES = (10_000, 100_000), (1_000, 10_000)
PARTS = ("embedder", "cold", "warm", "scale", "page", "llm")
_REFUSED = 3


def main(argv: Sequence[str] | None = None) -> int:
    """The command; returns its exit status, 1 only when something could not be measured."""
    return guarded(lambda: _run(_parse(argv)))


def _parse(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m eval.bench", description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="1,000 and 10,000 passages in place of 10,000 and 100,000")
    parser.add_argument("--only", action="append", choices=PARTS, help="measure only this")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="cold runs of each side (default 5)")
    parser.add_argument("--questions", type=int, default=200, metavar="N", help="warm questions (default 200)")
    parser.add_argument("--starter-python", metavar="FILE", help="the interpreter that has the starter's libraries")
    parser.add_argument("--out", type=Path, default=OUT, metavar="FILE", help="where the JSON goes")
    return parser.parse_args(argv)


def _run(arguments: argparse.Namespace) -> int:
    """Measure, print the tables and write the JSON."""
    found: dict[str, Any] = {"measured": datetime.now(UTC).isoformat(timespec="seconds"), "machine": measure.machine()}
    try:
        with tempfile.TemporaryDirectory(prefix="chorus-bench-") as folder:
            found |= _measured(arguments, Path(folder))
    except measure.BenchError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    found["limits"] = [limit.as_json() for limit in _limits(found)]
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    _show(found)
    print(f"written to {arguments.out}")
    return 0


def _measured(arguments: argparse.Namespace, folder: Path) -> dict[str, Any]:
    wanted = arguments.only or PARTS
    sizes = QUICK_SIZES if arguments.quick else SIZES
    found: dict[str, Any] = {}
    store = folder / "seeds"
    if {"cold", "warm", "llm"} & set(wanted):
        _say("indexing the seeds")
        _index(measure.ROOT / "seeds", store)
    if "embedder" in wanted:
        _say("the embedder")
        found["embedder"] = measure.answer_of([sys.executable, "-m", "eval.bench.embedding"], _ONE_THREAD)[0]
    if "cold" in wanted and arguments.starter_python:
        _say(f"{arguments.runs} cold questions of each side, after one that is not counted")
        found["cold"] = _cold(store, arguments.starter_python, arguments.runs)
    if "warm" in wanted:
        _say(f"{arguments.questions} warm questions")
        found["warm"] = _asked(store, "seeds", arguments.questions)
    if "scale" in wanted:
        found["scale"] = [_scaled(size, folder / str(size), arguments.questions) for size in sizes]
    if "llm" in wanted:
        _say("what checking adds to a model that writes")
        found["llm"] = _child("llm", store, "30")
    if "page" in wanted:
        found["page"] = _page(folder / str(sizes[-1]), sizes[-1])
    return found


_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1"}


def _cold(store: Path, starter_python: str, runs: int) -> dict[str, Any]:
    commands = {
        "chorus": [sys.executable, "-m", "rag.ask", "--store", str(store), QUESTION],
        "starter": [starter_python, "eval/bench/starter.py", "seeds", QUESTION],
    }
    costs = measure.alternating(commands, runs, allowed=(0, _REFUSED))
    return {name: measure.summary(of_side) for name, of_side in costs.items()}


def _asked(store: Path, about: str, count: int) -> dict[str, Any]:
    return _child("asking", store, about, str(count))


def _child(part: str, store: Path, *more: str) -> dict[str, Any]:
    return measure.answer_of([sys.executable, "-m", f"eval.bench.{part}", str(store), *more])[0]


def _page(folder: Path, size: int) -> dict[str, Any]:
    """The page over the largest store, which is made where it was not measured itself."""
    if not (folder / "store").exists():
        _say(f"{size:,} passages: writing, indexing")
        measure.run([sys.executable, "-m", "eval.bench.corpus", str(size), str(folder / "articles")])
        _index(folder / "articles", folder / "store")
    _say(f"the page over {size:,} passages, in a browser and with 20 visitors at once")
    return _child("page", folder / "store", "made") | {"passages": size}


def _index(folder: Path, store: Path) -> tuple[dict[str, Any], measure.Cost]:
    command = [sys.executable, "-m", "index", "sync", str(folder), "--store", str(store), "--json", "--quiet"]
    return measure.answer_of(command)


def _scaled(size: int, folder: Path, questions: int) -> dict[str, Any]:
    _say(f"{size:,} passages: writing, indexing, asking {questions} questions")
    measure.run([sys.executable, "-m", "eval.bench.corpus", str(size), str(folder / "articles")])
    report, cost = _index(folder / "articles", folder / "store")
    disk = sum(path.stat().st_size for path in (folder / "store").rglob("*") if path.is_file())
    return {
        "passages": report["passages"],
        "articles": report["added"],
        "index_wall_s": round(cost.wall_s, 2),
        "index_cpu_s": round(cost.cpu_s, 2),
        "index_peak_mb": round(cost.peak_mb, 1),
        "passages_a_second": round(report["passages"] / cost.wall_s, 1),
        "passages_a_cpu_second": round(report["passages"] / cost.cpu_s, 1),
        "disk_mb": round(disk / 1e6, 1),
        **_asked(folder / "store", "made", questions),
    }


def _limits(found: dict[str, Any]) -> Iterator[measure.Limit]:
    """The figures that were promised, where they were measured."""
    if "cold" in found:
        chorus, starter = found["cold"]["chorus"], found["cold"]["starter"]
        yield measure.Limit("cold CPU s, Chorus : starter", round(chorus["cpu_s"] / starter["cpu_s"], 3), 0.16)
        yield measure.Limit("cold peak MB, Chorus : starter", round(chorus["peak_mb"] / starter["peak_mb"], 3), 0.30)
    if "warm" in found:
        yield measure.Limit("warm question over the seeds, p50 ms", found["warm"]["ms"]["p50"], 15)
    if len(found.get("scale", [])) == 2:
        small, large = found["scale"]
        name = f"question p50, {large['passages']:,} : {small['passages']:,} passages"
        yield measure.Limit(name, round(large["ms"]["p50"] / small["ms"]["p50"], 2), 3)
    yield from _page_limits(found)


def _page_limits(found: dict[str, Any]) -> Iterator[measure.Limit]:
    page = found.get("page", {})
    if page:
        yield measure.Limit("page: process ready, s", page["ready_s"], 6)
        yield measure.Limit(f"page: errors of {page['users']} visitors at once", page["errors"], 0)
    if page.get("interactive_s"):
        yield measure.Limit("page: interactive once the process is ready, s", page["interactive_s"], 2)
        name = f"page: first words after the click at {page['passages']:,} passages, p50 ms"
        yield measure.Limit(name, page["first_words_ms"]["p50"], 300)
    if page.get("crowd_ms"):
        yield measure.Limit(f"page: {page['users']} visitors at once, p95 ms", page["crowd_ms"]["p95"], 2000)
    if found.get("warm", {}).get("checks_ms"):
        yield measure.Limit("checks of a warm question, p50 ms", found["warm"]["checks_ms"]["p50"], 30)
    for part, name in (("first_sentence_ms", "first sentence"), ("whole_answer_ms", "whole answer")):
        if found.get("llm", {}).get(part):
            yield measure.Limit(f"added to a model's own time, {name}, p50 ms", found["llm"][part]["p50"], 50)


def _show(found: dict[str, Any]) -> None:
    from rich.console import Console

    from eval.bench.report import show

    console = Console()
    show(found, console if console.is_terminal else Console(width=120))


def _say(what: str) -> None:
    print(f"measuring: {what} ...", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
