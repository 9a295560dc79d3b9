"""Questions as a command reads them: one from stdin, or many, a line each."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from index.errors import UsageError

MAX_LINE = 1 << 20
"""Bytes that are read of a question."""
_KEYS = frozenset({"id", "question", "language"})


def lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines of at most a megabyte; a longer one comes cut, and is refused for its length like any long question."""
    while line := stream.readline(MAX_LINE):
        rest = line
        while len(rest) == MAX_LINE and not rest.endswith(b"\n"):
            rest = stream.readline(MAX_LINE)
        yield line


def parse(line: bytes) -> tuple[str | int | None, str, str]:
    """A line of a batch: id, question, language.

    :raises ValueError: a line that starts as a JSON object and is none, or has no question; says what is wrong.
    """
    text = line.decode("utf-8", "replace").strip().lstrip("\ufeff")
    if not text.startswith("{"):
        return None, text, ""
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not a JSON object: {error}") from None
    question, language, question_id = record.get("question"), record.get("language", ""), record.get("id")
    if not isinstance(question, str) or not isinstance(language, str):
        raise ValueError('"question" (and "language", if given) must be text')
    if strange := sorted(set(record) - _KEYS):
        raise ValueError(f"unknown key {strange[0]!r}; a line has id, question and language, all else is a flag")
    if isinstance(question_id, bool) or not isinstance(question_id, str | int | None):
        raise ValueError('"id" must be text or a whole number')
    return question_id, question, language


def opened(name: str) -> BinaryIO:
    """Open a file of questions; "-" is stdin.

    :raises UsageError: it cannot be opened.
    """
    if name == "-":
        return stdin()
    try:
        return Path(name).open("rb")
    except OSError as error:
        raise UsageError(f"{name}: {error.strerror}; give a file of questions, a line each") from None


def stdin() -> BinaryIO:
    """The bytes of stdin.

    :raises UsageError: it is closed.
    """
    if sys.stdin is None:
        raise UsageError("stdin is closed; give the question as an argument, or a file with --jsonl FILE")
    return sys.stdin.buffer
