"""The accepted run: answers, not scores, so that old and new answers are judged by today's facts and rules."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from eval.records import FactSet
from eval.replies import CLEAN, Reply
from eval.scores import Run
from index.errors import CannotMeasure

BASELINE = Path("eval/baseline.json")


@dataclass(frozen=True, slots=True)
class Baseline:
    """The answers of the accepted run, and the hash of the facts it was accepted with."""

    facts: str
    replies: Mapping[str, Reply]

    def of(self, fact_set: FactSet) -> dict[str, Reply]:
        """The answers to the questions of a set that was cut down to some of them."""
        wanted = {case.id for case in fact_set.cases}
        return {id: reply for id, reply in self.replies.items() if id.removesuffix(CLEAN) in wanted}


def read_baseline(path: Path) -> Baseline:
    """Read an accepted run.

    :raises CannotMeasure: it is not there or is none of ours.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        replies = [Reply.from_row(row) for row in content["answers"]]
        return Baseline(content["facts"], {reply.id: reply for reply in replies})
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CannotMeasure(f"the baseline {path} cannot be read: {error!r}; make one with --accept") from None


def write_baseline(path: Path, run: Run) -> None:
    """Accept a run; an answer a line, so that a change of one is a change of one line. Timings are left out."""
    lines = [json.dumps(reply.untimed().to_row(), ensure_ascii=False) for _, reply in sorted(run.replies.items())]
    verdicts = json.dumps({one.case.id: one.correct for one in run.judgements}, ensure_ascii=False)
    text = (
        f'{{"version": 1,\n"facts": {json.dumps(run.fact_set.hash)},\n"correct": {verdicts},\n"answers": [\n'
        + ",\n".join(lines)
        + "\n]}\n"
    )
    draft = path.with_suffix(".tmp")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)
