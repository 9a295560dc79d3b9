"""Chroma's own engine, asked without Chroma's client: for reading a folder of ours, and nothing else.

Importing chromadb costs 0.8 CPU seconds and 50 MB, more than all else a question from the command line takes; its
compiled engine is 0.03 s of that and does the searching. What the client adds (telemetry, sign-on, checks of what is
put in) a reader of our own folders does not need.
"""

from __future__ import annotations

import resource
from pathlib import Path
from typing import Any

import numpy as np

_PLACE = ("default_tenant", "default_database")
_FILES_OF_AN_INDEX = 5
# The engine's calls are no public interface. Where a version takes others, the client, which is, does the work.
_KNOWN = {
    "": "(allow_reset, sqlite_db_config, hnsw_cache_size, persist_path=None)",
    "get_collection": "($self, name, tenant, database)",
    "count": "($self, collection_id, tenant=..., database=...)",
    "get": "($self, collection_id, ids=None, where=..., limit=None, offset=0, where_document=None, include=..., "
    "tenant=..., database=...)",
    "query": "($self, collection_id, ids, query_embeddings, n_results, where=..., where_document=None, include=..., "
    "tenant=..., database=...)",
}


class Folder:
    """An open folder; made as `chromadb.PersistentClient` makes it (chromadb 1.5.9)."""

    def __init__(self, bindings: Any) -> None:
        self._bindings = bindings

    def get_or_create_collection(self, name: str, **_: Any) -> Collection:
        """Give a collection as the client does; one that is not there is an error of Chroma's and never made."""
        return Collection(self._bindings, str(self._bindings.get_collection(name, *_PLACE).id))

    def close(self) -> None:
        """Let go of every file, once no collection is held any more."""
        del self._bindings


class Collection:
    """A collection of a folder, with the three calls of the client's that read it."""

    def __init__(self, bindings: Any, key: str) -> None:
        self._bindings = bindings
        self._key = key

    def count(self) -> int:
        """Rows stored."""
        return int(self._bindings.count(self._key, *_PLACE))

    def get(self, ids: list[str] | None = None, include: list[str] | None = None) -> dict[str, Any]:
        """Rows by id, all where none is given; those not stored are left out."""
        got = self._bindings.get(self._key, ids, None, None, 0, None, include or [], *_PLACE)
        return {"ids": got.ids, "embeddings": got.embeddings}

    def query(self, query_embeddings: list[np.ndarray], n_results: int, include: list[str]) -> dict[str, Any]:
        """Nearest rows of each vector with their distances, nearest first."""
        vectors = [np.asarray(vector, np.float32) for vector in query_embeddings]
        found = self._bindings.query(self._key, None, vectors, n_results, None, None, include, *_PLACE)
        return {"ids": found.ids, "distances": found.distances}


def open_reading(folder: Path) -> Folder | None:
    """Open a folder of ours for reading; None where the installed engine is not the one whose calls are known."""
    try:
        import chromadb_rust_bindings as engine

        made_by = (engine.Bindings, engine.SqliteDBConfig, engine.MigrationHash.MD5, engine.MigrationMode.Apply)
    except (ImportError, AttributeError):
        return None
    bindings, config, md5, apply = made_by
    if not knows(bindings):
        return None
    database = config(hash_type=md5, migration_mode=apply, url=str(folder / "chroma.sqlite3"))
    open_files = resource.getrlimit(resource.RLIMIT_NOFILE)[0] // _FILES_OF_AN_INDEX
    return Folder(
        bindings(allow_reset=False, sqlite_db_config=database, hnsw_cache_size=open_files, persist_path=str(folder))
    )


def knows(bindings: Any) -> bool:
    """True where the engine's calls are those that this file makes."""
    told = {name: getattr(bindings, name, None) if name else bindings for name in _KNOWN}
    return all(getattr(call, "__text_signature__", None) == _KNOWN[name] for name, call in told.items())
