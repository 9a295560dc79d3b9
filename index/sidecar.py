"""Metadata that stands beside an article, in `articles.yaml`, or above it, as front matter."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from index.files import Problem, open_file
from index.metadata import FIELDS, FRONT_MATTER_NAMES, Metadata, read_metadata

SIDECAR = "articles.yaml"
_MOST_BYTES = 5_000_000
_MOST_FRONT_MATTER = 20_000


def read_sidecar(folder: Path) -> tuple[dict[str, Metadata], list[Problem]]:
    """Read a folder's `articles.yaml`: metadata by file name, and what is wrong with it.

    A mapping of file names in that folder to `title`, `language`, `outlet`, `origin`, `url` and `published`. An unknown
    field or file is a problem; the articles are read all the same.
    """
    path = folder / SIDECAR
    if not path.is_file() or path.is_symlink():
        return {}, []
    try:
        raw = _parse_yaml(_read(path))
    except (OSError, ValueError) as error:
        return {}, [Problem(str(path), 0, f"cannot be used: {error}; the articles are read without it", left_out=False)]
    about: dict[str, Metadata] = {}
    problems: list[Problem] = []
    for name, fields in raw.items():
        if not isinstance(fields, dict):
            problems.append(Problem(str(path), 0, f"{name}: give fields such as 'language: sq'", left_out=False))
            continue
        if "/" in name or not (folder / name).is_file():
            problems.append(Problem(str(path), 0, f"{name} is no file of this folder", left_out=False))
        about[name] = read_metadata(fields)
        notes = [*about[name].notes, *(f"unknown field {field!r}" for field in fields if field not in FIELDS)]
        problems += [Problem(str(path), 0, f"{name}: {note}", left_out=False) for note in notes]
    return about, problems


def front_matter(text: str) -> tuple[Metadata, str]:
    """Take the YAML between "---" lines off the head of a Markdown text.

    :return: what it says (fields that are not ours are ignored) and the text after it; an empty `Metadata` and the
        whole text where there is none, as when "---" is only a rule.
    """
    if not text.startswith("---\n"):
        return Metadata(), text
    end = text.find("\n---\n", 3, _MOST_FRONT_MATTER)
    if end < 0:
        return Metadata(), text
    try:
        raw = _parse_yaml(text[4 : end + 1])
    except ValueError:
        return Metadata(), text
    return read_metadata(raw, FRONT_MATTER_NAMES), text[end + 5 :].lstrip("\n")


def _read(path: Path) -> str:
    with open_file(path) as file:
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise ValueError(f"it is larger than {_MOST_BYTES // 1_000_000} MB")
    return data.decode("utf-8-sig")


def _parse_yaml(text: str) -> dict[str, Any]:
    """Parse a YAML mapping, every scalar as text: `language: no` is Norwegian, and a date is checked by us.

    :raises ValueError: on one line, with the line number where YAML gives one.
    """
    import yaml

    try:
        raw = yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise ValueError(f"line {line}: {error.problem or 'not YAML'}") from None
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError(f"not YAML ({type(error).__name__})") from None
    if not isinstance(raw, dict) or not all(isinstance(key, str) for key in raw):
        raise ValueError("it is not a mapping of names to fields")
    return raw
