"""What a process costs, asked of the kernel when the process ends, and the few statistics that the tables show."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
_LIBRARIES = ("chromadb", "tantivy", "llama-index-core", "sentence-transformers", "torch", "numpy")


class BenchError(Exception):
    """A measured command failed; the text holds the end of what it said."""


@dataclass(frozen=True, slots=True)
class Cost:
    """One run of a command: CPU seconds (user and system), wall seconds, and peak resident memory in MB."""

    cpu_s: float
    wall_s: float
    peak_mb: float
    output: str = ""


def run(command: Sequence[str], environ: Mapping[str, str] | None = None, allowed: tuple[int, ...] = (0,)) -> Cost:
    """Run a command to its end and measure it and its children.

    The kernel counts a child's peak from the moment of the fork, when it still shares our pages: whoever calls this
    must not have loaded anything heavy. Byte code is kept for the next run, as Python does where nothing forbids it:
    pip has made that of installed libraries, and the starter is nothing else.

    :raises BenchError: it ended with another code than those allowed.
    """
    started = time.perf_counter()
    child = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "HF_HUB_OFFLINE": "1", "PYTHONDONTWRITEBYTECODE": "", **(environ or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
    )
    assert child.stdout
    with child.stdout as pipe:
        output = pipe.read().decode("utf-8", "replace")
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in allowed:
        raise BenchError(f"{' '.join(command[:4])} ... ended with {child.returncode}: {output[-600:].strip()}")
    peak = used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - started, peak, output)


def answer_of(command: Sequence[str], environ: Mapping[str, str] | None = None) -> tuple[dict[str, Any], Cost]:
    """Run a command whose last line of output is a JSON object."""
    cost = run(command, environ)
    return json.loads(cost.output.strip().splitlines()[-1]), cost


def alternating(commands: Mapping[str, Sequence[str]], times: int, allowed: tuple[int, ...]) -> dict[str, list[Cost]]:
    """Run commands in turn (A B A B ...), so that a busy machine slows all alike; each side has one run before."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for turn in range(times + 1):
        for name, command in commands.items():
            cost = run(command, allowed=allowed)
            if turn:
                costs[name].append(cost)
    return costs


def summary(costs: Sequence[Cost]) -> dict[str, float]:
    """Medians, with the least and the most CPU time."""
    cpu = [cost.cpu_s for cost in costs]
    return {
        "n": len(costs),
        "cpu_s": round(statistics.median(cpu), 3),
        "cpu_s_least": round(min(cpu), 3),
        "cpu_s_most": round(max(cpu), 3),
        "wall_s": round(statistics.median(cost.wall_s for cost in costs), 3),
        "peak_mb": round(statistics.median(cost.peak_mb for cost in costs), 1),
    }


def percentiles(values: Sequence[float]) -> dict[str, float]:
    """Median and 95th percentile, by linear interpolation, with n."""
    ordered = sorted(values)
    cuts = statistics.quantiles(ordered, n=20, method="inclusive")
    return {"n": len(ordered), "p50": round(statistics.median(ordered), 3), "p95": round(cuts[-1], 3)}


@dataclass(frozen=True, slots=True)
class Limit:
    """A figure and the most that it may be."""

    name: str
    value: float
    most: float

    @property
    def kept(self) -> bool:
        """True when the figure is within its limit."""
        return self.value <= self.most

    def as_json(self) -> dict[str, Any]:
        """The same as plain values."""
        return asdict(self) | {"kept": self.kept}


def machine() -> dict[str, Any]:
    """What the figures were measured on; the load says how busy it was."""
    return {
        "cpu": _cpu(),
        "cores": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9, 1),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "load_1_min": round(os.getloadavg()[0], 2),
        "libraries": {name: version(name) for name in _LIBRARIES},
    }


def _cpu() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "unknown")


def resident_mb() -> float:
    """Resident memory of this process now, in MB; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return round(pages * os.sysconf("SC_PAGE_SIZE") / 1e6, 1)
