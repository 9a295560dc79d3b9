"""The catalogue's file: made whole or not at all, and looked at before SQLite may take it for an empty database."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

from index.disk import sync_to_disk
from index.errors import IndexMismatch, StoreDamaged, StoreError, StoreMissing

SCHEMA = 1
_APPLICATION = 0x43484F52  # "CHOR", in SQLite's application_id
# What SQLite and its Python module say of bytes that changed, as errors of the operation rather than of the database.
_SIGNS_OF_DAMAGE = ("could not decode", "no such table", "no such column")
_TABLES = """
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE articles(
  key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, added INT NOT NULL, removed INT, title TEXT NOT NULL,
  language TEXT NOT NULL, language_confidence REAL NOT NULL, outlet TEXT NOT NULL, origin TEXT NOT NULL,
  url TEXT NOT NULL, published TEXT, source TEXT NOT NULL, root TEXT NOT NULL, content_hash TEXT NOT NULL,
  length INT NOT NULL);
CREATE INDEX articles_by_id ON articles(id);
CREATE INDEX articles_by_added ON articles(added);
CREATE INDEX articles_by_removed ON articles(removed) WHERE removed IS NOT NULL;
CREATE TABLE passages(
  key INTEGER PRIMARY KEY AUTOINCREMENT, article_key INT NOT NULL REFERENCES articles(key), number INT NOT NULL,
  start INT NOT NULL, end INT NOT NULL, text TEXT NOT NULL, sentences BLOB NOT NULL, vector BLOB NOT NULL,
  sentence_vectors BLOB NOT NULL);
CREATE INDEX passages_by_article ON passages(article_key);
"""


def create(path: Path, made_with: dict[str, str]) -> None:
    """Make a new, empty catalogue.

    Made aside and renamed: a kill in between must not leave an empty file that looks like a damaged catalogue.
    """
    new = path.with_name(path.name + ".new")
    new.unlink(missing_ok=True)
    with clear_errors(path), closing(sqlite3.connect(new, isolation_level=None)) as db:
        db.executescript(f"BEGIN; {_TABLES} COMMIT;")
        first = {"store": uuid4().hex, "generation": "0", "folder": "", "manifest": "{}", "rebuilding": ""}
        db.executemany("INSERT INTO meta VALUES (?, ?)", (first | made_with).items())
        db.execute(f"PRAGMA application_id={_APPLICATION}")
        db.execute(f"PRAGMA user_version={SCHEMA}")
    sync_to_disk(new)
    new.rename(path)
    sync_to_disk(path.parent)


def connect(path: Path) -> sqlite3.Connection:
    """Open a catalogue, after a look that it is ours and whole.

    :raises StoreMissing: no file. :raises StoreDamaged: a file that is no whole catalogue of ours.
    :raises IndexMismatch: written by a newer version.
    """
    if not path.exists():
        raise StoreMissing(f"{path.parent} holds no index yet; run: python -m index sync FOLDER")
    _look_at_header(path)
    with clear_errors(path):
        db = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=30)
        try:
            _look_inside(path, db)
            db.execute("PRAGMA journal_mode=WAL")
            # A commit survives a kill at once, and a power cut after `Catalogue.flush`: waiting for the disk at each
            # article took most of the time of a sync (1.2 ms each).
            db.execute("PRAGMA synchronous=NORMAL")
        except BaseException:
            db.close()
            raise
    return db


def _look_inside(path: Path, db: sqlite3.Connection) -> None:
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA:
        raise IndexMismatch(
            f"{path} was written by a newer Chorus (schema {version}, this one reads {SCHEMA}); "
            "update Chorus, or give another store with CHORUS_STORE"
        )
    ours = db.execute("PRAGMA application_id").fetchone()[0] == _APPLICATION
    if not ours or "generation" not in dict(db.execute("SELECT name, value FROM meta").fetchall()):
        raise StoreDamaged(_damaged(path, "is no catalogue of Chorus"))


def _damaged(path: Path, what: str) -> str:
    return f"{path} {what}; put back a copy of it, or index again with: python -m index sync FOLDER --rebuild"


@contextmanager
def clear_errors(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ours, which name the catalogue and the next step."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if str(error).lower().startswith(_SIGNS_OF_DAMAGE):
            raise StoreDamaged(_damaged(path, f"is damaged ({error})")) from error
        raise StoreError(f"{path} cannot be used ({error}); its folder must be writable, with space left") from error
    except sqlite3.DatabaseError as error:
        raise StoreDamaged(_damaged(path, f"is damaged ({error})")) from error


def _look_at_header(path: Path) -> None:
    """Refuse an empty, foreign or cut file before SQLite can take it for a new database."""
    if not path.is_file():
        raise StoreDamaged(_damaged(path, "is a folder or a device, not a file"))
    with path.open("rb") as file:
        header = file.read(100)
    if len(header) < 100 or not header.startswith(b"SQLite format 3\0"):
        raise StoreDamaged(_damaged(path, "is empty or no database"))
    page_size, pages = struct.unpack(">H10xI", header[16:32])
    if path.stat().st_size < (65536 if page_size == 1 else page_size) * pages:
        raise StoreDamaged(_damaged(path, "is cut short"))
