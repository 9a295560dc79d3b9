"""Ask an index for passages it must hold, in a child process with a deadline.

A damaged Chroma folder can crash its process, hang it, or answer with wrong neighbours and no error (chromadb 1.5.9),
so health is only ever asked of a child. The number of rows stays right in every silent loss, so stored vectors are
compared with the catalogue's; a graph that does not lead to whole ones among many alike is told apart from damage.
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from index.lexical import words
from index.records import Filter
from index.snapshot import Row

if TYPE_CHECKING:
    from index.dense import Dense

_SAME = 0.9999


@dataclass(frozen=True, slots=True)
class Probed:
    """What is wrong with a folder, "" for nothing, and the languages whose graph, though whole, loses passages."""

    fault: str = ""
    loses: tuple[str, ...] = ()


def probe(folder: Path, rows: list[Row], total: int, counts: dict[str, int], deadline_s: float) -> Probed:
    """Look at a folder of indexes; never hangs or crashes the caller.

    :param rows: a sample; each must be there with its own vector and be found by its own words.
    :param total: how many passages there must be.
    :param counts: how many passages with a vector each language must have.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-m", "index.probe"],
            input=request(folder, rows, total, counts),
            capture_output=True,
            text=True,
            timeout=deadline_s,
            cwd=Path(__file__).parent.parent,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Probed(f"it did not answer within {deadline_s:g} s")
    if done.returncode:
        said = done.stderr.strip().splitlines() or [f"it ended its process with {done.returncode}"]
        return Probed(said[-1][:300])
    told = json.loads(done.stdout)
    return Probed(told["fault"], tuple(told["loses"]))


def request(folder: Path, rows: list[Row], total: int, counts: dict[str, int]) -> str:
    """What `probe` sends to its child."""
    sample = [
        {"key": row.key, "language": row.language, "text": row.text, "vector": row.vector.tolist()} for row in rows
    ]
    return json.dumps({"folder": str(folder.resolve()), "sample": sample, "total": total, "counts": counts})


def answer(asked: dict[str, Any]) -> Probed:
    """Look at the folder of a request."""
    folder = Path(asked["folder"])
    fault = _lexical_fault(folder / "lexical", asked)
    if fault or not (folder / "dense").exists():
        return Probed(fault)
    from index.dense import Dense

    with closing(Dense.reading(folder / "dense")) as dense:
        if fault := _dense_fault(dense, asked):
            return Probed(fault)
        return Probed(loses=tuple(dense.losing(asked["counts"])))


def _lexical_fault(folder: Path, asked: dict[str, Any]) -> str:
    from index.lexical import Lexical

    lexical = Lexical.open(folder)
    if lexical.count() != (total := asked["total"]):
        return f"the lexical index holds {lexical.count()} passages in place of {total}"
    for row in asked["sample"]:
        if words(row["text"]) and not lexical.search(row["text"], 1, Filter()):
            return f"the lexical index does not find passage {row['key']} by its words"
    return ""


def _dense_fault(dense: Dense, asked: dict[str, Any]) -> str:
    for language, count in asked["counts"].items():
        if count and len(dense.keys(language)) != count:
            return f"the dense index holds another number of passages than {count} for language {language!r}"
    for row in asked["sample"]:
        vector = np.array(row["vector"], np.float32)
        if vector.any():
            stored = dense.vectors(row["language"], [row["key"]]).get(row["key"], np.zeros_like(vector))
            # Written so that a vector of NaN differs too.
            if not vector @ stored >= _SAME * np.linalg.norm(vector) * np.linalg.norm(stored) or not stored.any():
                return f"the dense index holds another vector for passage {row['key']} than was put in"
    return ""


def main() -> None:
    """Answer one request on stdin."""
    print(json.dumps(asdict(answer(json.load(sys.stdin)))))


if __name__ == "__main__":
    main()
