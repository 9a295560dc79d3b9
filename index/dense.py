"""The dense leg: passage vectors in Chroma, in a folder of ours or on a Chroma server, one collection a language.

One collection a language, because a `where` filter makes Chroma scan its SQLite table on every query (8 ms at 10,000
rows, in proportion to them), while asking five collections for their nearest costs 1 ms each; and no language can crowd
out another. Filters by outlet and date are not Chroma's work either (`View` does them), so it holds no metadata.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from index.chroma import Guard, close, connect, open_folder, open_reading
from index.errors import StoreError
from index.snapshot import Row

SERVER_TIMEOUT_S = 10.0
_MEND = "run: python -m index doctor"
# Of 20,000 hard vectors (random words, perturbed) these find 86 % of the true 100 nearest at 2 ms; Chroma's defaults
# with ef_search 200 find 73 % and miss one passage in a thousand by its own vector. Building takes as long with either.
_HNSW = {"space": "cosine", "ef_construction": 100, "ef_search": 300, "max_neighbors": 24}
# Chroma saves the graph to disk once this many rows came in since the last save, looking after each batch. At the least
# it takes, every batch is saved, so a built folder is whole on disk and opening it replays nothing. A single row is
# under it and goes in twice: unsaved, it would make every opening write the graph's files anew, in place.
_SAVE_EACH_BATCH = {"sync_threshold": 2, "batch_size": 2}
_SAMPLE, _SAMPLE_OF_MANY = 300, 60
_NEAR = 30
_EQUAL = 1 - 1e-6
# Up to here comparing with every passage costs no more than asking the graph, so no loss need be borne.
_FEW = 2_000
_MOST_LOST = 0.1
"""A sound graph misses some too: 10 of 9,999 passages at 20,000 random vectors a language."""


class Dense:
    """An open Chroma client; the collections of one store."""

    def __init__(self, client: Any, prefix: str, guard: Guard) -> None:
        self._client = client
        self._prefix = prefix
        self._guard = guard
        self._collections: dict[str, Any] = {}

    @classmethod
    def local(cls, folder: Path) -> Dense:
        """Open a folder of ours to write to it."""
        return cls(open_folder(folder), "lang", _run)

    @classmethod
    def reading(cls, folder: Path) -> Dense:
        """Open a folder of ours only to read it; Chroma's client is not loaded where it can be done without."""
        return cls(open_reading(folder), "lang", _run)

    @classmethod
    def server(cls, url: str, prefix: str) -> Dense:
        """Connect to a Chroma server, on which each prefix has collections of its own.

        :raises StoreError: it does not answer within `SERVER_TIMEOUT_S`.
        """
        client, guard = connect(url, SERVER_TIMEOUT_S)
        return cls(client, prefix, guard)

    def close(self) -> None:
        """Let go of every file and connection."""
        self._collections.clear()
        close(self._client)

    def _collection(self, language: str) -> Any:
        if language not in self._collections:
            # Hex: a declared language may be any text, and Chroma allows few characters in a name.
            name = f"{self._prefix}-{language.encode().hex() or '0'}"
            self._collections[language] = self._guard(
                lambda: self._client.get_or_create_collection(
                    name, embedding_function=None, configuration={"hnsw": _HNSW | _SAVE_EACH_BATCH}
                )
            )
        return self._collections[language]

    def add(self, rows: Iterable[Row]) -> None:
        """Add rows, in batches as large as Chroma takes; a vector of length 0 has no direction and is left out."""
        most = self._client.get_max_batch_size()
        waiting: dict[str, list[Row]] = {}
        for row in rows:
            if not row.vector.any():
                continue
            batch = waiting.setdefault(row.language, [])
            batch.append(row)
            if len(batch) == most:
                self._upsert(row.language, batch)
                batch.clear()
        for language, batch in waiting.items():
            self._upsert(language, batch)

    def _upsert(self, language: str, rows: list[Row]) -> None:
        if rows:
            ids, vectors = [str(row.key) for row in rows], np.stack([row.vector for row in rows])
            for _ in range(2 if len(rows) == 1 else 1):
                self._guard(lambda: self._collection(language).upsert(ids=ids, embeddings=vectors))

    def delete(self, rows: Iterable[Row]) -> None:
        """Delete rows; those not there are no error."""
        most = self._client.get_max_batch_size()
        by_language: dict[str, list[str]] = {}
        for row in rows:
            by_language.setdefault(row.language, []).append(str(row.key))
        for language, ids in by_language.items():
            for start in range(0, len(ids), most):
                self._guard(lambda: self._collection(language).delete(ids=ids[start : start + most]))  # noqa: B023

    def drop(self) -> None:
        """Delete every collection of this prefix."""
        for collection in self._guard(self._client.list_collections):
            if collection.name.startswith(self._prefix + "-"):
                self._guard(lambda: self._client.delete_collection(collection.name))  # noqa: B023
        self._collections.clear()

    def keys(self, language: str) -> set[int]:
        """Every key stored for a language."""
        return {int(key) for key in self._guard(lambda: self._collection(language).get(include=[]))["ids"]}

    def vectors(self, language: str, keys: list[int]) -> dict[int, np.ndarray]:
        """Stored vectors by key; keys that are not stored are left out."""
        wanted = [str(key) for key in keys]
        got = self._guard(lambda: self._collection(language).get(ids=wanted, include=["embeddings"]))
        return {
            int(key): np.asarray(vector, np.float32) for key, vector in zip(got["ids"], got["embeddings"], strict=True)
        }

    def losing(self, counts: dict[str, int]) -> list[str]:
        """Name the languages whose graph does not lead to passages that are stored whole, asked by their own vectors.

        That is no damage: an HNSW graph falls apart among vectors that are almost the same, such as 100 articles that
        differ in a number (25 of 100 lost), and more links mend it for few and not for many. A text that stands in many
        articles may be crowded out of its own answer, but only by its equals.

        :param counts: how many passages each language has.
        """
        return [language for language, count in counts.items() if count and self._loses(language)]

    def _loses(self, language: str) -> bool:
        keys = sorted(self.keys(language))
        few = len(keys) <= _FEW
        sample = self.vectors(language, keys[:: -(-len(keys) // (_SAMPLE if few else _SAMPLE_OF_MANY)) or 1])
        lost = 0
        for key, vector in sample.items():
            found = self.search(language, vector, _NEAR)
            lost += key not in found and max(found.values(), default=0) < _EQUAL
        return lost > (0 if few else _MOST_LOST * len(sample))

    def count(self, language: str) -> int:
        """Rows stored for a language."""
        return int(self._guard(lambda: self._collection(language).count()))

    def search(self, language: str, vector: np.ndarray, k: int) -> dict[int, float]:
        """Give the keys of the k nearest passages of a language with their cosine, nearest first."""
        return self.search_each(language, [vector], k)[0]

    def search_each(self, language: str, vectors: Sequence[np.ndarray], k: int) -> list[dict[int, float]]:
        """As `search`, for each of some vectors: asking for several takes hardly longer than for one."""
        asked = [place for place, vector in enumerate(vectors) if k > 0 and vector.any()]
        nearest: list[dict[int, float]] = [{} for _ in vectors]
        if not asked:
            return nearest
        collection, wanted = self._collection(language), [vectors[place] for place in asked]
        try:
            found = self._guard(lambda: collection.query(query_embeddings=wanted, n_results=k, include=["distances"]))
        except (StoreError, KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # a Rust panic is no Exception
            raise StoreError(f"the vector index cannot be read ({str(error)[:200]}); {_MEND}") from error
        for place, keys, distances in zip(asked, found["ids"], found["distances"], strict=True):
            nearest[place] = {int(key): 1 - distance for key, distance in zip(keys, distances, strict=True)}
        return nearest


def _run(call: Callable[[], Any]) -> Any:
    return call()
