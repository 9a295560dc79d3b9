"""The files of a folder that may be read: no link out of it, no pipe, no device, nothing hidden."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from index.clean import clean_line

SUFFIXES = frozenset({".txt", ".md", ".jsonl"})
_DOCUMENTS = frozenset(
    {".html", ".htm", ".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".csv", ".json", ".xml", ".eml"}
)
"""Of files that may hold an article, but not one that can be read here; a picture is passed over in silence."""
_MOST_FOLDERS_DEEP = 64


@dataclass(frozen=True, slots=True)
class Problem:
    """What was left out, or kept only in part (`left_out` False), and why; `line` is 0 for a file as a whole.

    `keeps` names the files whose metadata is unsure now: their articles stay as they are stored.
    """

    source: str
    line: int
    reason: str
    left_out: bool = True
    keeps: tuple[str, ...] = ()

    def __str__(self) -> str:
        """One line: "file:line: reason"."""
        place = f"{self.source}:{self.line}" if self.line else self.source
        return clean_line(spelled(f"{place}: {self.reason}"), 2_000)


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read.

    `name` is its path in the given folder, with "/" between the parts; `folder` the one it is listed in, which is not
    where `path` lies when it is a link.
    """

    path: Path
    name: str
    folder: Path

    @property
    def source(self) -> str:
        """The file as messages name it."""
        return source_of(self.folder, Path(self.name).name)


def source_of(folder: Path, name: str) -> str:
    """A file of a folder as messages and the store name it."""
    return clean_line(spelled(str(folder / name)), 2_000)


def spelled(name: str) -> str:
    """A file name as text: bytes that are none are spelled out ("caf\\udce9.txt"), so that two names stay two."""
    return name.encode("utf-8", "backslashreplace").decode()


def walk(root: Path) -> Iterator[Found | Problem]:
    """Find the article files of a folder, sorted by name within each folder.

    A link to a file inside the folder is followed unless its target is found under its own name anyway; a link to a
    folder never is. A link that leads out of the folder, a pipe, a socket and a device are reported, and so is a
    document of another kind.
    """
    yield from _walk(root, root.resolve(), "", 0)


def _walk(folder: Path, root: Path, prefix: str, depth: int) -> Iterator[Found | Problem]:
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield Problem(str(folder), 0, f"cannot be read: {error.strerror}")
        return
    for entry in listed:
        path, name = Path(entry.path), prefix + entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            yield from _linked(path, name, root)
        elif entry.is_dir(follow_symlinks=False):
            if depth < _MOST_FOLDERS_DEEP:
                yield from _walk(path, root, name + "/", depth + 1)
            else:
                yield Problem(str(path), 0, f"lies more than {_MOST_FOLDERS_DEEP} folders deep")
        elif path.suffix.lower() in SUFFIXES:
            if entry.is_file(follow_symlinks=False):
                yield Found(path, name, path.parent)
            else:
                yield Problem(str(path), 0, "is a pipe, a socket or a device, not a file")
        elif path.suffix.lower() in _DOCUMENTS:
            yield Problem(
                str(path), 0, "is not a .txt, .md or .jsonl file; save its text as one of these", left_out=False
            )


def _linked(path: Path, name: str, root: Path) -> Iterator[Found | Problem]:
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):  # RuntimeError: Python 3.11 and 3.12 report a loop of links so
        if path.suffix.lower() in SUFFIXES:
            yield Problem(str(path), 0, "is a link that leads nowhere")
        return
    is_article = path.suffix.lower() in SUFFIXES
    if not target.is_relative_to(root):
        if is_article or target.is_dir():
            yield Problem(str(path), 0, "is a link out of the folder; not followed")
    elif is_article and target.is_file() and target.suffix.lower() not in SUFFIXES:
        yield Found(target, name, path.parent)


def open_file(path: Path) -> BinaryIO:
    """Open a file for reading, and only a file: what became a link or a pipe since it was found is refused.

    :raises OSError: as `open` does, or because it is no regular file.
    """
    # Without O_NONBLOCK the opening of a pipe waits for a writer for ever. Windows has neither flag.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(0, "is not a regular file")
    return os.fdopen(handle, "rb")
