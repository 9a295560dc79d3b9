"""Turn what readers thought of answers on the chat page into drafts of a fact file: python -m eval.from_feedback FILE.

A draft is a start, not a fact: a person widens its patterns, writes its examples and decides what is vital. An answer
that was rated good gives its sentences as facts; one that was rated bad only its question, with the reader's note.
`python -m eval.cases` says what a draft still lacks.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from eval.records import Kind, Split
from index.errors import UsageError
from index.terminal import guarded, say

_MOST_WORDS = 12
_HEAD = """\
# Drafts from readers' ratings. Before they join eval/facts: widen the aliases into patterns, write an example in every
# language, and decide which facts are vital. `python -m eval.cases FOLDER` says what is missing.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; returns its exit status."""
    return guarded(lambda: _run(_parse(arguments)))


def _parse(arguments: Sequence[str] | None) -> Path:
    parser = argparse.ArgumentParser(
        prog="python -m eval.from_feedback", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("file", type=Path, help="what the chat page wrote: .chorus-feedback.jsonl")
    file: Path = parser.parse_args(arguments).file
    return file


def _run(file: Path) -> int:
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}; give the file that the chat page writes ratings to") from None
    rows = list(_rows(lines, str(file)))
    print(_HEAD + yaml.safe_dump(drafts(rows), allow_unicode=True, sort_keys=False, width=110), end="")
    return 0


def _rows(lines: Iterable[str], name: str) -> Iterator[Mapping[str, Any]]:
    for number, line in enumerate(lines, start=1):
        try:
            row = json.loads(line)
            usable = row["rating"] in ("up", "down") and bool(row["answer"]["question"].strip())
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            usable = False
        if usable:
            yield row
        else:
            say(f"{name}:{number}: is no rating; left out")


def drafts(rows: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """A fact file of the ratings: of each answer the last one counts, and all notes on it are kept."""
    rated: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        rated.setdefault(_digest(row["answer"]), []).append(row)
    facts: dict[str, Any] = {}
    questions: list[dict[str, Any]] = []
    for digest, about in rated.items():
        last = about[-1]
        notes = dict.fromkeys(note for row in about if (note := str(row.get("note") or "").strip()))
        found = _facts(digest, last["answer"]) if last["rating"] == "up" else {}
        facts |= found
        questions.append(_question(digest, last, list(found), "; ".join(notes)))
    return {"version": 1, "facts": facts, "questions": questions}


def _digest(answer: Mapping[str, Any]) -> str:
    told = [answer["question"], *(claim["text"] for claim in answer.get("claims", ()))]
    return hashlib.sha256("\n".join(map(str, told)).encode("utf-8", "replace")).hexdigest()[:8]


def _facts(digest: str, answer: Mapping[str, Any]) -> dict[str, Any]:
    """Each sentence of an answer as a fact, with the sentences that it rests on and those that say the same."""
    facts = {}
    for number, claim in enumerate(answer.get("claims", ()), start=1):
        cited = [*claim["citations"], *claim.get("agreement", {}).get("same", ())]
        language = claim["language"] or answer["question_language"]
        facts[f"draft_{digest}_{number}"] = {
            "desc": " ".join(claim["text"].split()[:_MOST_WORDS]),
            "aliases": {language: [claim["text"]]},
            "examples": {language: [claim["text"]]},
            "support": [{"file": one["article_id"], "sentence": one["quote"]} for one in cited],
        }
    return facts


def _question(digest: str, row: Mapping[str, Any], facts: list[str], note: str) -> dict[str, Any]:
    answer = row["answer"]
    refused = answer.get("status") == "refused"
    question: dict[str, Any] = {
        "id": f"draft_{digest}",
        "lang": answer["question_language"] or "en",
        "kind": str(_kind(answer) if not (refused and row["rating"] == "up") else Kind.UNANSWERABLE),
        "split": str(Split.DEV),
        "question": answer.get("standing") or answer["question"],
        "vital": facts,
    }
    if question["kind"] == Kind.UNANSWERABLE:
        question["reason"] = "off_topic"
    said = "rated good" if row["rating"] == "up" else f"rated bad; was {answer.get('status')}"
    return question | {"note": f"{said}: {note}" if note else said}


def _kind(answer: Mapping[str, Any]) -> Kind:
    """A guess from where the answer was found: in several articles, in one, or only in other languages."""
    cited = [
        one
        for claim in answer.get("claims", ())
        for one in (*claim["citations"], *claim.get("agreement", {}).get("same", ()))
    ]
    if cited and all(one["language"] != answer["question_language"] for one in cited):
        return Kind.CROSS_LINGUAL
    return Kind.SINGLE_SOURCE if len({one["article_id"] for one in cited}) == 1 else Kind.COMMON


if __name__ == "__main__":
    sys.exit(main())
