"""What a question sees of a store: one generation, its catalogue and its two indexes, each passage known by its key."""

from __future__ import annotations

import heapq
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import numpy as np

from index.dense import Dense
from index.entries import Pointer
from index.lexical import Lexical
from index.lock import hold_folder
from index.records import Article, ArticleInfo, Filter, StoredPassage
from index.settings import IndexSettings
from index.snapshot import Snapshot, Table

MOST_EXACT = 50_000
"""Passages of one language that are compared one by one where the graph loses some: 50 MB, and milliseconds."""
FEW = 400
"""Passages of one language that are always compared one by one: asking the graph costs a millisecond, and each of its
answers as much as comparing two."""
MOST_KEPT = 2_000
"""Passages that are kept with their vectors: 12 MB."""


@dataclass(slots=True)
class OpenLegs:
    """The open indexes of one published folder, shared by the questions that read it."""

    pointer: Pointer
    lexical: Lexical
    dense: Dense
    shared: bool
    """True on a Chroma server, which holds rows of several generations at once."""
    held: int
    users: int = 0
    _table: Table | None = field(default=None)
    _vectors: dict[str, tuple[np.ndarray, np.ndarray]] = field(default_factory=dict)
    _passages: dict[int, StoredPassage] = field(default_factory=dict)
    _sound: set[str] = field(default_factory=set)

    @classmethod
    def open(cls, settings: IndexSettings, pointer: Pointer, prefix: str) -> OpenLegs | None:
        """Open a published folder and hold it against deletion; None when it is gone already."""
        folder = settings.store / "legs" / pointer.folder
        held = hold_folder(folder)
        if held is None:
            return None
        try:
            dense = _dense(settings, folder, prefix)
            return cls(pointer, Lexical.open(folder / "lexical"), dense, bool(settings.chroma_url), held)
        except BaseException:
            os.close(held)
            raise

    def table(self, snapshot: Snapshot) -> Table:
        """The columns that filters look at, read once."""
        if self._table is None:
            self._table = snapshot.table()
        return self._table

    def exact(self, language: str) -> bool:
        """True where all of a language are compared: few, or not too many whose graph loses some."""
        manifest = self.pointer.manifest
        most = MOST_EXACT if language in manifest.get("loses", ()) else FEW
        return bool(manifest["vectors"].get(language, 0) <= most)

    def vectors(self, snapshot: Snapshot, language: str) -> tuple[np.ndarray, np.ndarray]:
        """Keys and vectors of a language, read once."""
        if language not in self._vectors:
            self._vectors[language] = snapshot.vectors_of(language)
        return self._vectors[language]

    def passages(self, snapshot: Snapshot, wanted: Sequence[int]) -> dict[int, StoredPassage]:
        """Passages by key, kept from question to question; keys that are not visible are left out."""
        held = self._passages
        found = {key: held[key] for key in wanted if key in held}
        if len(found) < len(wanted):
            new = {one.key: one for one in snapshot.passages(key for key in wanted if key not in found)}
            if len(held) + len(new) > MOST_KEPT:
                held = self._passages = {}  # replaced, not emptied: another thread may be reading it
            held.update(islice(new.items(), MOST_KEPT))
            found |= new
        return found

    def check(self, snapshot: Snapshot, article_ids: Iterable[str]) -> None:
        """As `Snapshot.check`, each article once."""
        new = set(article_ids) - self._sound
        if new:
            snapshot.check(new)
            self._sound |= new

    def close(self) -> None:
        """Let go of the files."""
        with suppress(Exception):
            self.dense.close()
        os.close(self.held)


def _dense(settings: IndexSettings, folder: Path, prefix: str) -> Dense:
    return Dense.server(settings.chroma_url, prefix) if settings.chroma_url else Dense.reading(folder / "dense")


class View:
    """One generation, for one question, in one thread; keys are those of `StoredPassage`."""

    def __init__(self, snapshot: Snapshot, legs: OpenLegs) -> None:
        self.generation = snapshot.generation
        self._snapshot = snapshot
        self._legs = legs
        self._found: dict[tuple[str, bytes, Filter], tuple[int, dict[int, float]]] = {}

    def try_out(self) -> None:
        """Load what the first question would load; a folder that cannot be read raises here."""
        self._legs.lexical.count()
        for language, count in self._legs.pointer.manifest["vectors"].items():
            if count:
                self._legs.dense.count(language)

    def languages(self) -> dict[str, int]:
        """Count passages a language, most first."""
        return dict(self._legs.pointer.manifest["passages"])

    def articles(self) -> list[ArticleInfo]:
        """Every article, by id."""
        return self._snapshot.articles()

    def leads(self, article_ids: Sequence[str], count: int = 1) -> list[StoredPassage]:
        """The first passages of each of some articles, in their order."""
        return self._snapshot.leads(article_ids, count)

    def outlets(self) -> list[tuple[str, str]]:
        """Each outlet with an origin that one of its articles credits, "" for what is not known."""
        return self._snapshot.outlets()

    def passage_counts(self) -> dict[str, int]:
        """Count the passages of every article, by its id."""
        return self._snapshot.passage_counts()

    def article(self, article_id: str) -> Article | None:
        """One article with its text; None when there is none of that id."""
        return self._snapshot.article(article_id)

    def check(self, article_ids: Iterable[str]) -> None:
        """Make sure of articles that are to be quoted; what was looked at once is known from then on.

        :raises StoreDamaged: the text or the metadata of one is not as it was indexed.
        """
        self._legs.check(self._snapshot, article_ids)

    def passages(self, keys: Iterable[int]) -> list[StoredPassage]:
        """Passages by key, in the order asked for."""
        wanted = [int(key) for key in keys]
        found = self._legs.passages(self._snapshot, wanted)
        return [found[key] for key in wanted if key in found]

    def dense(self, vector: np.ndarray, k: int, where: Filter = Filter()) -> dict[int, float]:
        """Give the k nearest passages of all languages: key -> cosine, nearest first."""
        found = self.dense_by_language(vector, k, where)
        return dict(heapq.nlargest(k, found.items(), key=lambda hit: hit[1]))

    def dense_by_language(self, vector: np.ndarray, k: int, where: Filter = Filter()) -> dict[int, float]:
        """Give the k nearest passages of each language: key -> cosine."""
        found: dict[int, float] = {}
        for language, keys in self._searched(where):
            found |= self._remembered(language, np.asarray(vector, np.float32), k, where, keys)
        return found

    def beside(self, vectors: Sequence[np.ndarray], k: int, where: Filter = Filter()) -> set[int]:
        """The keys of the k passages of all languages that are nearest to each of some vectors."""
        found: list[dict[int, float]] = [{} for _ in vectors]
        for language, keys in self._searched(where):
            for some, more in zip(found, self._nearest_each(language, vectors, k, keys), strict=True):
                some.update(more)
        return {key for some in found for key in heapq.nlargest(k, some, key=some.__getitem__)}

    def _searched(self, where: Filter) -> Iterator[tuple[str, np.ndarray | None]]:
        """Each language that has vectors, with the keys that may be found; None for all of them."""
        allowed = self._allowed(where)
        stored = self._legs.pointer.manifest["vectors"]
        for language in (name for name, count in stored.items() if count and name in (where.languages or stored)):
            yield language, None if allowed is None else allowed.of(language)

    def _remembered(
        self, language: str, vector: np.ndarray, k: int, where: Filter, keys: np.ndarray | None
    ) -> dict[int, float]:
        """A question asks for the best of all and then for the best of each language: one search serves both."""
        asked = (language, vector.tobytes(), where)
        most, found = self._found.get(asked, (-1, {}))
        if most < k:
            most, found = k, self._nearest(language, vector, k, keys)
            self._found[asked] = most, found
        return dict(islice(found.items(), k))

    def _allowed(self, where: Filter) -> Table | None:
        """What the dense leg cannot tell apart by itself; None where its collections say it all."""
        if not (self._legs.shared or where.outlets or where.since or where.until):
            return None
        return self._legs.table(self._snapshot).allowed(where)

    def _nearest(self, language: str, vector: np.ndarray, k: int, keys: np.ndarray | None) -> dict[int, float]:
        if self._legs.exact(language):
            return self._compared(language, vector, k, keys)
        if keys is None:
            return self._legs.dense.search(language, vector, k)
        total = self._legs.pointer.manifest["passages"].get(language, 0)
        fetched = 10 + int(1.3 * k * total / max(1, len(keys)))
        while len(keys) > FEW + 2 * fetched:
            found = self._legs.dense.search(language, vector, fetched)
            kept = np.intersect1d(keys, np.fromiter(found, np.int64, len(found))).tolist()
            if len(kept) >= k:
                return dict(heapq.nlargest(k, ((key, found[key]) for key in kept), key=lambda hit: hit[1]))
            fetched *= 2
        return self._exact(vector, k, keys)

    def _nearest_each(
        self, language: str, vectors: Sequence[np.ndarray], k: int, keys: np.ndarray | None
    ) -> list[dict[int, float]]:
        if keys is None and not self._legs.exact(language):
            return self._legs.dense.search_each(language, vectors, k)
        return [self._nearest(language, vector, k, keys) for vector in vectors]

    def _compared(self, language: str, vector: np.ndarray, k: int, keys: np.ndarray | None) -> dict[int, float]:
        """Compare with all of a language, which are read once and kept."""
        held, matrix = self._legs.vectors(self._snapshot, language)
        kept = slice(None) if keys is None else np.isin(held, keys)
        return _nearest_of(held[kept], matrix[kept], vector, k)

    def _exact(self, vector: np.ndarray, k: int, keys: np.ndarray) -> dict[int, float]:
        """Compare with every allowed passage: for few of them cheaper than any index, and for rare ones surer."""
        found, matrix = self._snapshot.vectors(keys)
        some = matrix.any(axis=1)
        return _nearest_of(found[some], matrix[some], vector, k)

    def lexical(self, text: str, k: int, where: Filter = Filter()) -> dict[int, float]:
        """Give the k passages with the best BM25 for any word of a text: key -> score, best first."""
        return self._legs.lexical.search(text, k, where)


def _nearest_of(keys: np.ndarray, matrix: np.ndarray, vector: np.ndarray, k: int) -> dict[int, float]:
    """Give key -> cosine of the k rows nearest a vector, nearest first and of equals the oldest first."""
    if not vector.any() or not len(keys):
        return {}
    cosines = matrix @ (vector / np.linalg.norm(vector))
    best = np.argsort(-cosines, kind="stable")[: max(k, 0)]
    return dict(zip(keys[best].tolist(), cosines[best].tolist(), strict=True))
