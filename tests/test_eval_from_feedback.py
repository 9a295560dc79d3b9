from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from eval.from_feedback import drafts, main
from eval.parse import parse_case, parse_fact


def cited(article: str, quote: str, language: str = "en") -> dict[str, Any]:
    return {"article_id": article, "quote": quote, "language": language}


def rating(rated: str, note: str = "", *, status: str = "answered", question: str = "What fell?") -> dict[str, Any]:
    agreement = {"same": [cited("pioggia.txt", "Ha piovuto.", "it")]}
    claim = {"text": "Rain fell.", "language": "en", "citations": [cited("rain.txt", "Rain fell.")]}
    claims = [] if status == "refused" else [claim | {"agreement": agreement}]
    answer = {"question": question, "question_language": "en", "status": status, "claims": claims, "standing": ""}
    return {"rating": rated, "note": note, "at": "2026-01-02T03:04:05+00:00", "answer": answer}


def test_a_good_answer_becomes_facts_with_every_sentence_that_states_them() -> None:
    file = drafts([rating("up")])
    [(name, fact)] = file["facts"].items()
    assert [(one.file, one.sentence) for one in parse_fact(name, fact, "drafts.yaml").support] == [
        ("rain.txt", "Rain fell."),
        ("pioggia.txt", "Ha piovuto."),
    ]
    [question] = file["questions"]
    case = parse_case(question["id"], question, "drafts.yaml")
    assert (case.question, case.language, case.kind, case.split, case.vital) == (
        "What fell?",
        "en",
        "common",
        "dev",
        (name,),
    )


def test_a_bad_answer_leaves_its_question_and_the_note_but_no_fact() -> None:
    file = drafts([rating("down", "it snowed")])
    assert file["facts"] == {}
    assert file["questions"][0]["vital"] == []
    assert file["questions"][0]["note"] == "rated bad; was answered: it snowed"


def test_of_several_ratings_of_one_answer_the_last_counts_and_every_note_stays() -> None:
    file = drafts([rating("up", "good"), rating("down"), rating("down", "no, bad"), rating("down", question="Who?")])
    assert [question["note"] for question in file["questions"]] == [
        "rated bad; was answered: good; no, bad",
        "rated bad; was answered",
    ]


def test_a_refusal_that_was_right_becomes_an_unanswerable_question() -> None:
    [question] = drafts([rating("up", status="refused")])["questions"]
    case = parse_case(question["id"], question, "drafts.yaml")
    assert (case.kind, case.reason) == ("unanswerable", "off_topic")


def test_the_command_prints_yaml_and_names_lines_that_are_no_ratings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "feedback.jsonl"
    file.write_text(json.dumps(rating("up")) + '\n{"rating": "up"}\nnot json\n', encoding="utf-8")
    assert main([str(file)]) == 0
    printed = capsys.readouterr()
    assert len(yaml.safe_load(printed.out)["questions"]) == 1
    assert printed.err.splitlines() == [f"{file}:{n}: is no rating; left out" for n in (2, 3)]


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.jsonl")]) == 2
    assert "none.jsonl" in capsys.readouterr().err
