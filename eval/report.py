"""Write what a run found: files for scripts, a page for people, a text for a pull request.

`timings.json` and the line and section named "Latency" are the only things that differ between two equal runs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from eval.gate import Gate
from eval.metrics import METRICS
from eval.report_html import render_html
from eval.report_md import render_markdown
from eval.scores import Run, by_kind, by_language, by_pair, confidence_auroc, cross_lingual_gap, headline
from eval.stats import Estimate
from eval.writing import writing_record

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_report(folder: Path, run: Run, before: Run | None, gate: Gate, beside: Sequence[str] = ()) -> None:
    """Write every file of the report into a folder.

    :param beside: lines on what was measured besides the answers, such as how alike several runs were.
    """
    folder.mkdir(parents=True, exist_ok=True)
    replies = [reply for _, reply in sorted(run.replies.items())]
    _write(folder / "answers.jsonl", _lines(reply.untimed().to_row() for reply in replies))
    _write(folder / "scores.jsonl", _lines(score_rows(run)))
    _write(
        folder / "summary.json",
        json.dumps(summary(run, gate) | {"beside": [*beside]}, ensure_ascii=False, indent=1) + "\n",
    )
    _write(folder / "timings.json", json.dumps({reply.id: reply.ms for reply in replies}, indent=1) + "\n")
    _write(folder / "run.trec", trec_lines(run))
    _write(folder / "junit.xml", junit(run))
    _write(folder / "report.md", render_markdown(run, before, gate, beside))
    _write(folder / "report.html", render_html(run, before, gate, beside))


def score_rows(run: Run) -> Iterable[dict[str, Any]]:
    """One row a question and fact, with the pattern that matched and where."""
    for one in run.judgements:
        for fact in one.facts:
            yield {
                "question": one.case.id,
                "language": one.case.language,
                "kind": str(one.case.kind),
                "correct": one.correct,
                "fact": fact.fact,
                "vital": fact.vital,
                "verdict": str(fact.verdict),
                "retrieved_at": fact.rank,
                "cited": fact.cited,
                "matches": [asdict(match) for match in fact.matches],
            }
        if not one.facts:
            yield {"question": one.case.id, "correct": one.correct, "wrong": list(one.wrong)}


def summary(run: Run, gate: Gate) -> dict[str, Any]:
    """Every mean with its n, for scripts."""
    gap, same, other = cross_lingual_gap(run)
    return {
        "version": 1,
        "exit_code": gate.exit_code,
        "verdict": gate.verdict,
        "facts": run.fact_set.hash,
        "questions": len(run.judgements),
        "errors": list(run.errors),
        "metrics": {name: asdict(value) for name, value in headline(run).items()},
        "titles": {name: METRICS[name].title for name in headline(run)},
        "by_language": {name: _plain(by_language(run, name)) for name in METRICS},
        "by_kind": {name: _plain(by_kind(run, name)) for name in METRICS},
        "by_pair": {
            name: {" → ".join(pair): asdict(value) for pair, value in by_pair(run, name).items()} for name in METRICS
        },
        "confidence_auroc": confidence_auroc(run),
        "cross_lingual_gap": {"gap": gap, "facts_in_the_language": same, "facts_in_others": other},
        "language_skipped": run.skipped_language,
        "comparisons": [asdict(one) | {"worse": one.worse} for one in gate.comparisons],
        "flips": [asdict(flip) for flip in gate.flips],
        "limits": list(gate.broken_limits),
        "notes": list(gate.notes),
        "language_model": writing_record(run.replies.values()),
    }


def trec_lines(run: Run) -> str:
    """The retrieved passages in TREC's run format."""
    return "".join(
        f"{reply.id} Q0 {hit[0].file}:{hit[0].start}-{hit[0].end} {rank} {-rank} chorus\n"
        for _, reply in sorted(run.replies.items())
        for rank, hit in enumerate(reply.hits, start=1)
    )


def junit(run: Run) -> str:
    """Each question as a test case, for what shows JUnit files."""
    failed = sum(not one.correct for one in run.judgements)
    suite = ElementTree.Element("testsuite", name="eval", tests=str(len(run.judgements)), failures=str(failed))
    for one in run.judgements:
        case = ElementTree.SubElement(suite, "testcase", classname=f"eval.{one.case.language}", name=_xml(one.case.id))
        if one.wrong:
            failure = ElementTree.SubElement(case, "failure", message=_xml(one.wrong[0]))
            failure.text = _xml("\n".join([one.case.question, *one.wrong, *one.reply.texts]))
    ElementTree.indent(suite)
    return ElementTree.tostring(suite, encoding="unicode") + "\n"


def _plain(values: dict[str, Estimate]) -> dict[str, Any]:
    return {name: asdict(value) for name, value in values.items()}


def _lines(rows: Iterable[dict[str, Any]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _xml(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", errors="replace")
