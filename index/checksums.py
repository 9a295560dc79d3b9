"""Checksums of the files of an index: CRC-32 of all bytes, and of a Chroma database those that opening it leaves alone.

Opening a Chroma folder (1.5.9) adds a row to its table `acquire_write`, and so changes that table's page and the
counters in the database's header. It may take free pages, or new ones at the end; all others stay as they are.
"""

from __future__ import annotations

import sqlite3
import struct
import zlib
from contextlib import closing
from pathlib import Path
from typing import Any

_CHUNK = 1 << 20
# SQLite file format 1.3: the change counter, the size in pages and the free list; and the version that wrote last.
_COUNTERS = ((24, 40), (92, 100))


def describe(path: Path) -> list[Any]:
    """Size and checksum of a file; of a closed Chroma database also the pages (numbers from 0) that may change."""
    if path.suffix != ".sqlite3":
        return [path.stat().st_size, _crc(path)]
    changing = _changing_pages(path)
    size = path.stat().st_size
    return [size, _crc_of_pages(path, size, changing), changing]


def difference(path: Path, size: int, checksum: list[Any], compare: bool) -> str:
    """Say in what a file differs from its description; "" for nothing.

    :param compare: look at its content too, not at its size alone.
    :raises OSError: it cannot be read, or is not there.
    """
    found, grows = path.stat().st_size, path.suffix == ".sqlite3"
    if found < size if grows else found != size:
        return f"has {found} bytes in place of {size}"
    if compare and (_crc_of_pages(path, size, checksum[1]) if grows else _crc(path)) != checksum[0]:
        return "has other bytes than were written"
    return ""


def _crc(path: Path) -> int:
    crc = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            crc = zlib.crc32(chunk, crc)
    return crc


def _crc_of_pages(path: Path, size: int, changing: list[int]) -> int:
    """CRC-32 of the first `size` bytes without the counters and the pages that may change."""
    crc, at = 0, 0
    with path.open("rb") as file:
        header = file.read(18)
        page = struct.unpack(">H", header[16:18])[0] or 1 if len(header) == 18 else 1
        page = 65536 if page == 1 else page
        for start, end in sorted([*_COUNTERS, *((number * page, (number + 1) * page) for number in changing)]):
            crc, at = _crc_between(file, at, start, crc), end
        return _crc_between(file, at, size, crc)


def _crc_between(file: Any, start: int, end: int, crc: int) -> int:
    file.seek(start)
    while start < end and (chunk := file.read(min(_CHUNK, end - start))):
        crc, start = zlib.crc32(chunk, crc), start + len(chunk)
    return crc


def _changing_pages(path: Path) -> list[int]:
    """The one page of `acquire_write`, after a VACUUM, which leaves no free pages."""
    with closing(sqlite3.connect(path, timeout=30, isolation_level=None)) as db:
        has_table = db.execute("SELECT 1 FROM sqlite_master WHERE name = 'acquire_write'").fetchone()
        if has_table:
            db.execute("DELETE FROM acquire_write")  # openings that are over; each left a row for ever
        db.execute("VACUUM")
        return [page - 1 for (page,) in db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'acquire_write'")]
