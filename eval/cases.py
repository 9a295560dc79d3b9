"""Load the fact files of a folder; `python -m eval.cases [FOLDER]` checks them and counts what is there.

All files of the folder are one set: a question may use facts of another file. The format stands in `eval/README.md`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from eval.checks import check_set, find_leaks, find_warnings
from eval.parse import parse_case, parse_fact
from eval.records import Case, Fact, FactSet, Source
from eval.yaml_file import read_yaml
from index.errors import CannotMeasure, ChorusError, FactFileError

FACTS_FOLDER = Path("eval/facts")
Record = TypeVar("Record", Fact, Case)


def load_facts(folder: Path, sources: Mapping[str, Source]) -> FactSet:
    """Load and check every `*.yaml` of a folder.

    :param sources: the articles by id; support sentences must stand in them.
    :raises FactFileError: a rule is broken; one line for each problem, with file, id and reason.
    """
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        raise FactFileError(f"{folder}: holds no fact file (*.yaml)")
    facts: dict[str, Fact] = {}
    cases: dict[str, Case] = {}
    problems: list[str] = []
    named: set[str] = set()
    for path in paths:
        content = read_yaml(path)
        problems += _check_keys(path.name, content)
        for id, row in _rows(content.get("facts")):
            named.add(id)
            problems += _add(facts, parse_fact, id, row, path.name)
        for id, row in _rows(content.get("questions")):
            problems += _add(cases, parse_case, id, row, path.name)
    problems += check_set(facts, cases.values(), sources, named)
    if problems:
        raise FactFileError("\n".join(problems))
    digest = hashlib.sha256(b"\0".join(path.name.encode() + b"\0" + path.read_bytes() for path in paths))
    return FactSet(
        facts=facts,
        cases=tuple(cases.values()),
        sources=sources,
        hash=digest.hexdigest(),
        leaks=find_leaks(facts, sources),
        warnings=find_warnings(facts, cases.values(), sources),
    )


def cut_down(fact_set: FactSet, split: str) -> FactSet:
    """The set with the questions of one split, or all.

    :raises CannotMeasure: no question is left.
    """
    cases = tuple(case for case in fact_set.cases if split in ("all", case.split))
    if not cases:
        raise CannotMeasure(f"no question is in the split {split!r}")
    return replace(fact_set, cases=cases)


def _check_keys(file: str, content: Mapping[str, Any]) -> list[str]:
    problems = [] if content.get("version") == 1 else [f"{file}: version: must be 1, is {content.get('version')!r}"]
    unknown = sorted(map(str, content.keys() - {"version", "facts", "questions"}))
    return problems + [f"{file}: {key}: unknown key; expected version, facts, questions" for key in unknown]


def _rows(content: Any) -> list[tuple[str, Any]]:
    """Facts are a mapping from id to fact, questions a list of rows that carry their id."""
    if isinstance(content, dict):
        return [(str(id), row) for id, row in content.items()]
    if isinstance(content, list):
        return [(str(row.get("id", "")) if isinstance(row, dict) else repr(row), row) for row in content]
    return []


def _add(into: dict[str, Record], parse: Callable[[str, Any, str], Record], id: str, row: Any, file: str) -> list[str]:
    """Read one entry into its place; gives what is wrong with it."""
    try:
        record = parse(id, row, file)
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        return [f"{file}: {id}: {error}"]
    if id in into:
        return [f"{file}: {id}: the id is used twice, first in {into[id].file}"]
    into[id] = record
    return []


def main() -> int:
    """Check a folder and count; exit 4 when it breaks a rule."""
    from index.terminal import guarded

    return guarded(_run)


def _run() -> int:
    import argparse
    import sys
    from collections import Counter

    from eval.sources import read_sources

    parser = argparse.ArgumentParser(
        prog="python -m eval.cases", description="Check fact files and count what is there."
    )
    parser.add_argument("folder", nargs="?", type=Path, default=FACTS_FOLDER, help="default: eval/facts")
    parser.add_argument("--articles", type=Path, default=Path("seeds"), help="the articles the facts are from")
    arguments = parser.parse_args()
    try:
        fact_set = load_facts(arguments.folder, read_sources(arguments.articles))
    except ChorusError as error:
        print(error, file=sys.stderr)
        return 4 if isinstance(error, FactFileError) else 3
    for leak in fact_set.leaks:
        print(f"leak: {leak.fact}: {leak.file} also says: {leak.sentence}")
    for warning in fact_set.warnings:
        print(f"warning: {warning}")
    print(f"{len(fact_set.cases)} questions, {len(fact_set.facts)} facts, {len(fact_set.leaks)} leaks")
    for name in ("language", "kind", "split"):
        counts = Counter(str(getattr(case, name)) for case in fact_set.cases)
        print(f"by {name}: " + ", ".join(f"{value} {count}" for value, count in sorted(counts.items())))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
