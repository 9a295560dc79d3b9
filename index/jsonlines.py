"""JSON Lines, one record at a time, whatever the lines hold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

MOST_LINE_BYTES = 20_000_000

Line = tuple[int, dict[str, Any] | str]
"""The line's number from 1, and its record or the reason why it is none."""


def read_records(file: BinaryIO, most_bytes: int = MOST_LINE_BYTES) -> Iterator[Line]:
    """Read the records of a file, skipping blank lines; a line over `most_bytes` is never in memory as a whole."""
    number = 0
    while line := file.readline(most_bytes + 1):
        number += 1
        if len(line) > most_bytes:
            while line and not line.endswith(b"\n"):
                line = file.readline(1_000_000)
            yield number, f"is longer than {most_bytes // 1_000_000} MB"
        elif text := _text(line, first=number == 1):
            yield number, _record(text)


def _text(line: bytes, first: bool) -> str:
    from index.encoding import decode

    try:
        text = line.decode("utf-8-sig" if first else "utf-8", "surrogatepass")
    except UnicodeDecodeError:
        try:
            text = decode(line)
        except ValueError:
            return "\ufffd"  # no JSON either, and so reported
    return text.strip("\ufeff \t\r\n\x00")


def _record(text: str) -> dict[str, Any] | str:
    """Parse one line; NaN, which is not JSON, is left to the check of its field, since pandas writes it for "none"."""
    try:
        record = json.loads(text, object_pairs_hook=_Pairs)
    except json.JSONDecodeError as error:
        return f"is not JSON: {error.msg.removesuffix(' at')} at column {error.colno}"
    except RecursionError:
        return "is not a record: nested too deeply"
    except ValueError:  # an integer of thousands of digits
        return "is not JSON: a number too long to read"
    if not isinstance(record, _Pairs):
        return "is not a record: give an object with id and text"
    if record.doubled:
        return f"holds {record.doubled!r} twice"
    return dict(record)


class _Pairs(dict[str, Any]):
    """An object that remembers a key that it held twice: which of the two is meant, nobody can say."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        seen: set[str] = set()
        self.doubled = next((key for key, _ in pairs if key in seen or seen.add(key)), "")  # type: ignore[func-returns-value]
