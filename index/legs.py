"""One folder of indexes for one generation: built aside, probed, described by a manifest, then renamed into place."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from index import checksums
from index.dense import Dense
from index.disk import sync_to_disk
from index.lexical import Lexical
from index.snapshot import Row, Snapshot

FORMAT = 2
"""Changes whenever the folder's content would; another number is rebuilt from the catalogue."""
_READ_AT_OPENING = 256 * 2**20
"""Bytes of a folder whose content every opening compares, the smallest files first; CRC-32 reads 2 GB a second."""
# A copy with a few rows changed is as good as a fresh build only while little of the graph was deleted or added.
_MOST_CHURN = 0.2
_LEAST_ROWS_TO_COPY = 2_000


def build(folder: Path, snapshot: Snapshot, with_dense: bool) -> dict[str, Any]:
    """Build both legs from nothing; `with_dense` is False where a Chroma server holds the vectors.

    :return: the manifest.
    """
    folder.mkdir(parents=True)
    lexical = Lexical.create(folder / "lexical")
    lexical.apply(snapshot.rows())
    if with_dense:
        with closing(Dense.local(folder / "dense")) as dense:
            dense.add(snapshot.rows())
    return manifest(folder, snapshot, churn=0)


def patch(folder: Path, old: Path, snapshot: Snapshot, since: int, churn: int) -> dict[str, Any]:
    """Copy a healthy folder of generation `since` and bring the copy up to the snapshot's generation."""
    shutil.copytree(old / "lexical", folder / "lexical", ignore=shutil.ignore_patterns("*.lock"))
    shutil.copytree(old / "dense", folder / "dense", ignore=shutil.ignore_patterns("chroma.sqlite3*"))
    # Opening Chroma writes to its SQLite file, so a reader may be at it: only SQLite's own backup copies it whole.
    with (
        closing(sqlite3.connect(old / "dense" / "chroma.sqlite3", timeout=30)) as source,
        closing(sqlite3.connect(folder / "dense" / "chroma.sqlite3")) as copy,
    ):
        source.backup(copy)
    Lexical.open(folder / "lexical").apply(snapshot.rows(since), snapshot.removed_since(since))
    with closing(Dense.local(folder / "dense")) as dense:
        dense.delete(snapshot.removed_since(since))
        dense.add(snapshot.rows(since))
    return manifest(folder, snapshot, churn)


def worth_patching(rows: int, churn: int) -> bool:
    """True where copying the old folder and changing `churn` rows beats building `rows` rows afresh."""
    return rows >= _LEAST_ROWS_TO_COPY and churn <= rows * _MOST_CHURN


def manifest(folder: Path, snapshot: Snapshot, churn: int) -> dict[str, Any]:
    """Describe a closed folder: size and checksum of each file; all of it is on the disk when this returns.

    Counted here because counting takes a while at 100,000 passages: passages a language, and those with a vector.
    """
    files = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".lock":
            files[path.relative_to(folder).as_posix()] = checksums.describe(path)
            sync_to_disk(path)
    for path in [*folder.rglob("*/"), folder, folder.parent]:
        sync_to_disk(path)
    counts = {"passages": snapshot.languages(), "vectors": snapshot.with_vector()}
    return {"format": FORMAT, "churn": churn, "files": files, **counts}


def difference(folder: Path, described: dict[str, Any], thorough: bool = False) -> str:
    """Name the first thing in which a folder differs from its manifest; "" when nothing does.

    Sizes of all files, and the content of as many as `_READ_AT_OPENING` allows: a damaged graph may end the process
    that asks it (chromadb 1.5.9), so damage must be found before that. `thorough` reads everything.
    """
    if described.get("format") != FORMAT:
        return "it is of another format"
    left = _READ_AT_OPENING
    for name, (size, *checksum) in sorted(described["files"].items(), key=lambda file: file[1][0]):
        left -= size
        try:
            if fault := checksums.difference(folder / name, size, checksum, compare=thorough or left >= 0):
                return f"{name} {fault}"
        except FileNotFoundError:
            return f"{name} is missing"
        except OSError as error:
            return f"{name} cannot be read ({error.strerror})"
    return ""


def probed_rows(snapshot: Snapshot, most: int = 40) -> list[Row]:
    """Rows spread evenly over the snapshot that must find themselves in a healthy index."""
    total = sum(snapshot.languages().values())
    step = max(1, total // most)
    return [row for number, row in enumerate(snapshot.rows()) if number % step == 0][:most]
