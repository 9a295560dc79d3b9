import json
from xml.etree import ElementTree

import pytest

from eval.gate import decide
from eval.report import junit, write_report
from eval.report_html import render_html
from eval.report_md import plain, render_markdown, worst
from eval.scores import funnel_steps, score_run
from tests.eval_fakes import BOTH, CASES, RAIN, RIGHT, detect, fact_set, reply, sentence

HOSTILE = '<script>alert("x")</script><img src=x onerror=y> & | `code` [a](http://b) \x1b[31m'
WRONG = {"en1": reply("en1", sentence("It was dry.", "rain.txt", RAIN), hits=BOTH)}


def run_of(answers, cases=CASES):
    return score_run(fact_set(cases), answers, detect)


@pytest.fixture(scope="module")
def compared():
    after, before = run_of(RIGHT | WRONG), run_of(RIGHT)
    return after, before, decide(after, before)


@pytest.fixture(scope="module")
def written(compared, tmp_path_factory):
    """The folder of a report; tests only read it."""
    folder = tmp_path_factory.mktemp("report")
    write_report(folder, *compared)
    return folder


def test_every_file_is_written_and_two_runs_are_byte_equal(tmp_path, written):
    after, before = run_of(RIGHT | WRONG), run_of(RIGHT)
    write_report(tmp_path, after, before, decide(after, before))
    names = sorted(path.name for path in written.iterdir())
    assert names == [
        "answers.jsonl",
        "junit.xml",
        "report.html",
        "report.md",
        "run.trec",
        "scores.jsonl",
        "summary.json",
        "timings.json",
    ]
    for name in names:
        assert (written / name).read_bytes() == (tmp_path / name).read_bytes(), name


def test_the_first_line_is_the_verdict_that_equals_the_exit_code(compared):
    after, before, gate = compared
    assert render_markdown(after, before, gate).startswith(f"**{plain(gate.verdict)}**")
    assert gate.verdict.startswith("WORSE") is (gate.exit_code == 1)


def test_what_was_lost_stands_in_both_reports(compared, written):
    after, before, gate = compared
    assert "- en1: right → WRONG; lost rain" in render_markdown(after, before, gate)
    page = (written / "report.html").read_text(encoding="utf-8")
    assert "<small>lost: rain; won: –</small>" in page
    assert "<mark>Rain fell in Oslo</mark>." in page
    assert "It was dry." in page


def test_text_with_markup_is_shown_as_text():
    cases = [CASES[0] | {"question": HOSTILE}, *CASES[1:]]
    bad = {"en1": reply("en1", sentence(HOSTILE, "rain.txt", RAIN), reason=HOSTILE, hits=BOTH)}
    after, before = run_of(RIGHT | bad, cases), run_of(RIGHT, cases)
    gate = decide(after, before, (HOSTILE,))
    page = render_html(after, before, gate)
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page
    text = render_markdown(after, before, gate)
    assert "<script" not in text
    assert "[a](" not in text
    ElementTree.fromstring(junit(after))


def test_the_page_needs_no_network_and_no_script(written):
    page = (written / "report.html").read_text(encoding="utf-8")
    body = (
        page.replace("http://www.w3.org/", "")
        .replace("http://purl.org/", "")
        .replace("http://creativecommons.org/", "")
    )
    assert "http://" not in body
    assert "https://" not in body
    assert "<link" not in page
    assert "default-src 'none'" in page
    assert 'name="viewport"' in page
    assert page.count("<svg") >= 6


def test_junit_counts_the_wrong_questions(compared):
    suite = ElementTree.fromstring(junit(compared[0]))
    assert (suite.get("tests"), suite.get("failures")) == ("3", "1")


def test_the_summary_has_each_mean_with_its_n(compared, written):
    summary = json.loads((written / "summary.json").read_text())
    assert summary["exit_code"] == compared[2].exit_code
    assert summary["metrics"]["correct"]["n"] == 3
    assert summary["by_language"]["correct"]["en"]["value"] == 0.5
    assert summary["flips"][0]["lost"] == ["rain"]


def test_scores_name_the_pattern_and_where_it_matched(written):
    rows = [json.loads(line) for line in (written / "scores.jsonl").read_text().splitlines()]
    hurt = next(row for row in rows if row["question"] == "it1")
    assert hurt["matches"] == [{"sentence": 0, "start": 0, "end": 22, "pattern": "three.{0,20}hurt"}]


def test_the_funnel_counts_what_is_left_after_each_step(compared):
    assert list(funnel_steps(compared[0]).values()) == [2, 2, 1, 1]


def test_the_worst_question_comes_first_with_its_reason(compared):
    assert [one.case.id for one in worst(compared[0])] == ["en1"]
