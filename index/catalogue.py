"""The record: articles, passages and their vectors in SQLite, one transaction an article; both indexes derive from it.

Every row carries the generation that added it and, once it is on its way out, the one that removes it. Readers see the
published generation only, so a half-done sync is invisible until `publish` moves one pointer in one transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from index.disk import sync_to_disk
from index.entries import Entry, Known, Pointer, check
from index.records import Article, ArticleInfo
from index.snapshot import Snapshot
from index.sqlite_file import clear_errors, connect, create
from index.vectors import pack_rows

NAME = "catalogue.sqlite3"


class Catalogue:
    """One connection to the catalogue; not to be used by two threads at once."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._db = connection

    @classmethod
    def create(cls, path: Path, made_with: dict[str, str]) -> Catalogue:
        """Make a new, empty catalogue; `made_with` names embedder, dimension and splitter."""
        create(path, made_with)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> Catalogue:
        """Open what is there, after a look that it is ours and whole.

        :raises StoreMissing: no file. :raises StoreDamaged: a file that is no whole catalogue of ours.
        :raises IndexMismatch: written by a newer version.
        """
        return cls(path, connect(path))

    def close(self) -> None:
        """Close the connection."""
        self._db.close()

    def check(self) -> str:
        """Read all of the catalogue; gives what is wrong with it, "" for nothing."""
        try:
            found = self._db.execute("PRAGMA integrity_check(1)").fetchone()[0]
            untiled = self._db.execute(
                "SELECT a.id FROM articles a WHERE a.length <> "
                "(SELECT coalesce(sum(p.end - p.start), 0) FROM passages p WHERE p.article_key = a.key) LIMIT 1"
            ).fetchone()
        except sqlite3.DatabaseError as error:
            return str(error)
        if found != "ok":
            return str(found).splitlines()[-1]
        return f"article {untiled[0]} is not whole" if untiled else ""

    @contextmanager
    def transaction(self, kind: str = "IMMEDIATE") -> Iterator[None]:
        """All or nothing; "DEFERRED" gives a reader one unchanging view of the whole catalogue."""
        with clear_errors(self.path):
            self._db.execute(f"BEGIN {kind}")
            try:
                yield
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def meta(self) -> dict[str, str]:
        """Every setting and state of the store by name."""
        return dict(self._db.execute("SELECT name, value FROM meta").fetchall())

    def snapshot(self, generation: int | None = None) -> Snapshot:
        """What readers of a generation see, the published one unless named; sure only inside one transaction."""
        meta = self.meta()
        return Snapshot(self._db, int(meta["generation"]) if generation is None else generation, int(meta["dim"]))

    def pointer(self) -> Pointer:
        """What readers may see now; its manifest is not to be changed."""
        return self.published()[0]

    def published(self) -> tuple[Pointer, Snapshot, dict[str, str]]:
        """What readers may see now, that itself, and the state of the store by name: all of one look."""
        meta = self.meta()
        pointer = Pointer(int(meta["generation"]), meta["folder"], _manifest(meta["manifest"]))
        return pointer, Snapshot(self._db, pointer.generation, int(meta["dim"])), meta

    def move_pointer(self, pointer: Pointer, rebuilt_with: dict[str, str] | None = None) -> None:
        """Publish: readers see the new generation from this commit on, and a rebuild is over."""
        values = {
            "generation": str(pointer.generation),
            "folder": pointer.folder,
            "manifest": json.dumps(pointer.manifest),
            "rebuilding": "",
        }
        with self.transaction():
            self._set(values | (rebuilt_with or {}))
        self.flush()

    def _set(self, values: dict[str, str]) -> None:
        self._db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())

    def start_rebuild(self, wanted: dict[str, str]) -> None:
        """From now on everything stored is of another kind, and stays unpublished until all of it is there."""
        mark = json.dumps(wanted)
        if self.meta()["rebuilding"] != mark:  # else a killed rebuild goes on where it was
            self.give_up_rebuild(always=True)
            with self.transaction():
                self._set({"rebuilding": mark})

    def give_up_rebuild(self, always: bool = False) -> None:
        """Forget what a killed rebuild stored (with `always`, whatever is unpublished)."""
        if not always and not self.meta()["rebuilding"]:
            return
        g = self.pointer().generation
        with self.transaction():
            new = self._db.execute("SELECT key FROM articles WHERE added > ?", (g,))
            self._delete([key for (key,) in new.fetchall()])
            self._db.execute("UPDATE articles SET removed=NULL WHERE removed > ?", (g,))
            self._set({"rebuilding": ""})

    def to_carry_over(self) -> Iterator[tuple[Article, float, str, str]]:
        """Published articles that a rebuild has not stored again: text, confidence, root and content hash."""
        snapshot = self.snapshot()
        left = self._db.execute(
            "SELECT id, language_confidence, root, content_hash FROM articles WHERE added <= ? AND removed IS NULL",
            (snapshot.generation,),
        )
        for article_id, confidence, root, digest in left.fetchall():
            article = snapshot.article(article_id)
            if article is not None:
                yield article, confidence, root, digest

    def is_published(self, known: Known) -> bool:
        """True when readers see this version now."""
        return known.added <= self.pointer().generation

    def pending(self) -> bool:
        """True when committed work is not published yet and may be; that of an unfinished rebuild may not."""
        if self.meta()["rebuilding"]:
            return False
        g = self.pointer().generation
        found = self._db.execute(
            "SELECT EXISTS(SELECT 1 FROM articles WHERE added > :g) OR "
            "EXISTS(SELECT 1 FROM articles WHERE removed > :g)",
            {"g": g},
        )
        return bool(found.fetchone()[0])

    def known(self, article_id: str) -> Known | None:
        """The newest version of an article, if it is not on its way out."""
        row = self._db.execute(
            "SELECT key, added, root, source, content_hash FROM articles WHERE id=? AND removed IS NULL", (article_id,)
        ).fetchone()
        return None if row is None else Known(*row)

    def info(self, known: Known) -> ArticleInfo:
        """What is stored of a version of an article besides its text."""
        return self.snapshot().info(known.key)

    def known_ids(self, root: str) -> dict[str, str]:
        """Ids of a root's articles that are not on their way out, with the source each was read from."""
        found = self._db.execute("SELECT id, source FROM articles WHERE root=? AND removed IS NULL", (root,))
        return dict(found.fetchall())

    def put(self, entry: Entry, vectors: np.ndarray, sentence_vectors: list[np.ndarray]) -> None:
        """Store a new or changed article; the commit is the acknowledgement.

        :param vectors: float32, shape (passages, dim); `sentence_vectors`: (sentences, dim) for each passage.
        """
        check(entry)
        with self.transaction():
            self._mark_removed(entry.article.id)
            self._insert(entry, vectors, sentence_vectors)

    def remove(self, article_id: str) -> None:
        """Mark an article for removal by the next publish."""
        with self.transaction():
            self._mark_removed(article_id)

    def _mark_removed(self, article_id: str) -> None:
        old = self.known(article_id)
        if old is None:
            return
        g = self.pointer().generation
        if old.added > g:  # never published: nobody can have seen it
            self._delete([old.key])
        else:
            self._db.execute("UPDATE articles SET removed=? WHERE key=?", (g + 1, old.key))

    def _insert(self, entry: Entry, vectors: np.ndarray, sentence_vectors: list[np.ndarray]) -> None:
        a = entry.article
        values = (
            *(a.id, self.pointer().generation + 1, a.title, a.language, entry.language_confidence, a.outlet, a.origin),
            *(a.url, a.published and a.published.isoformat(), a.source, entry.root, entry.content_hash, len(a.text)),
        )
        key = self._db.execute(
            "INSERT INTO articles(id, added, title, language, language_confidence, outlet, origin, url, published, "
            f"source, root, content_hash, length) VALUES ({', '.join('?' * len(values))})",
            values,
        ).lastrowid
        self._db.executemany(
            "INSERT INTO passages(article_key, number, start, end, text, sentences, vector, sentence_vectors) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    *(key, p.number, p.start, p.end, p.text, np.array(p.sentences, np.int32).tobytes()),
                    *(np.asarray(vector, np.float32).tobytes(), pack_rows(rows)),
                )
                for p, vector, rows in zip(entry.passages, vectors, sentence_vectors, strict=True)
            ],
        )

    def purge(self) -> None:
        """Delete what no published generation shows any more."""
        with self.transaction():
            gone = self._db.execute("SELECT key FROM articles WHERE removed <= ?", (self.pointer().generation,))
            self._delete([key for (key,) in gone.fetchall()])

    def flush(self) -> None:
        """Wait until everything committed is on the disk."""
        log = self.path.with_name(self.path.name + "-wal")
        if log.exists():
            sync_to_disk(log)

    def checkpoint(self) -> None:
        """Move everything from the write-ahead log into the catalogue's own file."""
        self._db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def _delete(self, article_keys: list[int]) -> None:
        keys = [(key,) for key in article_keys]
        self._db.executemany("DELETE FROM passages WHERE article_key=?", keys)
        self._db.executemany("DELETE FROM articles WHERE key=?", keys)


@lru_cache(maxsize=8)
def _manifest(text: str) -> dict[str, Any]:
    """Kept, because every question reads it several times."""
    manifest: dict[str, Any] = json.loads(text)
    return manifest
