"""Metadata that stands beside an article, in `articles.yaml`, or above it, as front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from index.files import SUFFIXES, Problem, open_file, source_of
from index.metadata import FIELDS, FRONT_MATTER_NAMES, Metadata, read_metadata

SIDECAR = "articles.yaml"
_MOST_BYTES = 5_000_000
_MOST_FRONT_MATTER = 20_000
_FIELD = re.compile(r"[A-Za-z_]+:(?:\s|$)")


class _NotUsable(ValueError):
    """Text that is no mapping in YAML: why, on one line, and the line where it shows."""

    def __init__(self, reason: str, line: int = 1) -> None:
        super().__init__(reason)
        self.line = line


def read_sidecar(folder: Path) -> tuple[dict[str, Metadata], list[Problem]]:
    """Read a folder's `articles.yaml`: metadata by file name, and what is wrong with it.

    A mapping of file names in that folder to `title`, `language`, `outlet`, `origin`, `url` and `published`. Where it
    cannot be read as that, what is indexed of the files it is about must not be taken for outdated: each such problem
    names them in `keeps`.
    """
    path = folder / SIDECAR
    if not path.is_file() or path.is_symlink():
        return {}, []
    try:
        text = _read(path)
        raw = _parse_yaml(text)
    except (OSError, _NotUsable) as error:
        reason = f"cannot be used: {error}; articles of this folder that are indexed already stay as they are"
        return {}, [Problem(str(path), getattr(error, "line", 0), reason, keeps=tuple(_article_files(folder)))]
    about: dict[str, Metadata] = {}
    problems: list[Problem] = []
    lines = _lines(text)
    for name, fields in raw.items():
        place, keeps = lines.get((name, ""), 0), (source_of(folder, name),)
        if not isinstance(fields, dict):
            problems.append(Problem(str(path), place, f"{name}: give fields such as 'language: sq'", keeps=keeps))
            continue
        if "/" in name or not (folder / name).is_file():
            problems.append(Problem(str(path), place, f"{name} is no file of this folder", left_out=False))
        about[name] = read_metadata(fields)
        notes = {note.partition(" ")[0]: note for note in about[name].notes}
        notes |= {field: f"unknown field {field!r}" for field in fields if field not in FIELDS}
        for field, note in notes.items():
            reason = f"{name}: {note}; if it is indexed already, it stays as it is"
            problems.append(Problem(str(path), lines.get((name, field), place), reason, keeps=keeps))
    return about, problems


def _article_files(folder: Path) -> Iterator[str]:
    for path in folder.iterdir():
        if path.suffix.lower() in SUFFIXES:
            yield source_of(folder, path.name)


def _lines(text: str) -> dict[tuple[str, str], int]:
    """The line of each name ("" as field) and of each of its fields, in a text that was parsed before."""
    import yaml

    root = yaml.compose(text, Loader=yaml.BaseLoader)
    found = {}
    for name, fields in root.value if isinstance(root, yaml.MappingNode) else ():
        found[name.value, ""] = name.start_mark.line + 1
        for field, _ in fields.value if isinstance(fields, yaml.MappingNode) else ():
            found[name.value, field.value] = field.start_mark.line + 1
    return found


def front_matter(text: str) -> tuple[Metadata, str]:
    """Take the YAML between "---" lines off the head of a Markdown text.

    :return: what it says (fields that are not ours are ignored) and the text after it; an empty `Metadata` and the
        whole text where there is none, as when "---" is only a rule; with a note where one was meant.
    """
    if not text.startswith("---\n"):
        return Metadata(), text
    end = text.find("\n---\n", 3, _MOST_FRONT_MATTER)
    if end < 0:
        return Metadata(), text
    try:
        raw = _parse_yaml(text[4 : end + 1])
    except ValueError:
        meant = _FIELD.match(text, 4)
        return Metadata(notes=("its front matter is no YAML mapping; kept as text",) if meant else ()), text
    return read_metadata(raw, FRONT_MATTER_NAMES), text[end + 5 :].lstrip("\n")


def _read(path: Path) -> str:
    with open_file(path) as file:
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise _NotUsable(f"it is larger than {_MOST_BYTES // 1_000_000} MB")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _NotUsable("it is not UTF-8", data.count(b"\n", 0, error.start) + 1) from None


def _parse_yaml(text: str) -> dict[str, Any]:
    """Parse a YAML mapping, every scalar as text: `language: no` is Norwegian, and a date is checked by us.

    :raises _NotUsable: with the line number where YAML gives one.
    """
    import yaml

    try:
        raw = yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _NotUsable(error.problem or "not YAML", line) from None
    except (yaml.YAMLError, RecursionError) as error:
        at = getattr(error, "position", 0)
        raise _NotUsable(f"not YAML ({type(error).__name__})", text.count("\n", 0, at) + 1) from None
    if raw is None:
        raise _NotUsable("it is empty")
    if not isinstance(raw, dict) or not all(isinstance(key, str) for key in raw):
        raise _NotUsable("it is not a mapping of names to fields")
    return raw
