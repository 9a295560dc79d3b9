"""Chroma's engine without its client: a folder read so holds what the client reads from it."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from index import chroma, chroma_engine
from index.dense import Dense
from index.snapshot import Row

RANDOM = np.random.default_rng(5)
ROWS = [Row(key, "it", "", 0, f"text {key}", RANDOM.normal(size=8).astype(np.float32)) for key in range(1, 40)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("engine") / "dense"
    with closing(Dense.local(made)) as dense:
        dense.add(ROWS)
    return made


def test_a_folder_read_by_the_engine_alone_holds_what_the_client_reads(folder: Path) -> None:
    assert isinstance(chroma.open_reading(folder), chroma_engine.Folder), "the pinned Chroma has another engine"
    keys = [3, 17, 999]
    with closing(Dense.local(folder)) as client, closing(Dense.reading(folder)) as engine:
        assert engine.count("it") == client.count("it") == len(ROWS)
        assert engine.keys("it") == client.keys("it")
        mine, theirs = engine.vectors("it", keys), client.vectors("it", keys)
        assert mine.keys() == theirs.keys() == {3, 17}
        for key, vector in mine.items():
            assert vector.dtype == np.float32
            assert vector.tolist() == theirs[key].tolist()
        for row in ROWS[:5]:
            found = engine.search("it", row.vector, 7)
            assert list(found.items()) == list(client.search("it", row.vector, 7).items())
            assert next(iter(found)) == row.key


def test_reading_makes_no_collection_where_there_is_none(folder: Path) -> None:
    with closing(Dense.reading(folder)) as engine, pytest.raises(Exception, match="does not exist"):
        engine.count("hu")
    with closing(chroma.open_folder(folder)) as client:
        assert [found.name for found in client.list_collections()] == [f"lang-{b'it'.hex()}"]


def test_a_folder_that_was_closed_holds_no_file_open(folder: Path) -> None:
    """The engine lets go of its files in threads of its own, a moment later on a busy machine."""
    code = """
import os, sys, time
from contextlib import closing, suppress
from pathlib import Path
from index.dense import Dense

def held():
    found = []
    for name in os.listdir("/proc/self/fd"):
        with suppress(OSError):
            found.append(os.readlink(f"/proc/self/fd/{name}"))
    return [link for link in found if sys.argv[1] in link]

with closing(Dense.reading(Path(sys.argv[1]))) as dense:
    dense.count("it")
    assert held()
for _ in range(100):
    if held():
        time.sleep(0.05)
print(held())
print("chromadb" in sys.modules)
"""
    command = [sys.executable, "-c", code, os.fspath(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parent.parent)
    assert done.stdout == "[]\nFalse\n"


def test_an_engine_whose_calls_are_others_is_left_to_the_client(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import chromadb_rust_bindings

    class Newer:
        """An engine of which nothing but the constructor is as it was."""

        __text_signature__ = chromadb_rust_bindings.Bindings.__text_signature__

        def query(self, collection: str, *, near: list[float]) -> None: ...

    assert chroma_engine.knows(chromadb_rust_bindings.Bindings)
    assert not chroma_engine.knows(Newer)
    monkeypatch.setattr(chromadb_rust_bindings, "Bindings", Newer)
    assert chroma_engine.open_reading(folder) is None
    monkeypatch.undo()
    monkeypatch.setattr(chroma_engine, "open_reading", lambda _: None)
    with closing(Dense.reading(folder)) as client:
        assert client.count("it") == len(ROWS)
        assert type(client._client).__module__.startswith("chromadb")
