"""Ask an index for passages it must hold, in a child process with a deadline.

A damaged Chroma folder can crash its process, hang it, or answer with wrong neighbours and no error (chromadb 1.5.9),
so health is only ever asked of a child, and only "does a passage's own vector find it" counts; the number of rows stays
right in every silent loss.
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np

from index.lexical import words
from index.records import Filter
from index.snapshot import Row

_SAME = 0.999
_NEAR = 30
_MOST_LOST = 0.1
"""A sound graph misses some too: 10 of 9,999 passages at 20,000 random vectors a language."""


def probe(folder: Path, rows: list[Row], total: int, counts: dict[str, int], deadline_s: float) -> str:
    """Give what is wrong with a folder of indexes, "" for nothing; never hangs or crashes the caller.

    :param rows: a sample; each must be found by its own vector and its own words.
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
        return f"it did not answer within {deadline_s:g} s"
    if done.returncode:
        return (done.stderr.strip().splitlines() or [f"it ended its process with {done.returncode}"])[-1][:300]
    return done.stdout.strip()


def request(folder: Path, rows: list[Row], total: int, counts: dict[str, int]) -> str:
    """What `probe` sends to its child."""
    sample = [
        {"key": row.key, "language": row.language, "text": row.text, "vector": row.vector.tolist()} for row in rows
    ]
    return json.dumps({"folder": str(folder), "sample": sample, "total": total, "counts": counts})


def answer(asked: dict[str, Any]) -> str:
    """Give what is wrong with the folder of a request; "" for nothing."""
    from index.dense import Dense
    from index.lexical import Lexical

    folder = Path(asked["folder"])
    lexical = Lexical.open(folder / "lexical")
    if lexical.count() != (total := asked["total"]):
        return f"the lexical index holds {lexical.count()} passages in place of {total}"
    for row in asked["sample"]:
        if words(row["text"]) and not lexical.search(row["text"], 1, Filter()):
            return f"the lexical index does not find passage {row['key']} by its words"
    if not (folder / "dense").exists():
        return ""
    lost = []
    with closing(Dense.local(folder / "dense")) as dense:
        for language, count in asked["counts"].items():
            if count and len(dense.keys(language)) != count:
                return f"the dense index holds another number of passages than {count} for language {language!r}"
        for row in asked["sample"]:
            vector = np.array(row["vector"], np.float32)
            found = dense.search(row["language"], vector, _NEAR)
            # A text that stands in many articles may be crowded out of its own answer, but only by its equals.
            if vector.any() and row["key"] not in found and max(found.values(), default=0) < _SAME:
                lost.append(row["key"])
    if len(lost) > _MOST_LOST * len(asked["sample"]):
        return f"passages {lost[:5]} are not found by their own vectors"
    return ""


def main() -> None:
    """Answer one request on stdin."""
    print(answer(json.load(sys.stdin)))


if __name__ == "__main__":
    main()
