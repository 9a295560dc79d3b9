import json
from pathlib import Path

import pytest

from eval.beir import own_rows, read_retrieval_set
from eval.ranking import mean_scores, score_rankings, weakest
from eval.retrieval import main, measure_retrieval, render_json, render_table
from index.errors import LoadError

CORPUS = [
    {"_id": "d-en", "text": "Rain fell in Oslo.", "language": "en"},
    {"_id": "d-it", "text": "A Oslo ha piovuto.", "language": "it"},
    {"_id": "e-en", "text": "Snow fell in Bergen.", "language": "en"},
    {"_id": "e-it", "text": "A Bergen ha nevicato.", "language": "it"},
]
QUERIES = [
    {"_id": "q1", "text": "Rain fell in Oslo.", "language": "en"},
    {"_id": "q2", "text": "Where did snow fall?", "language": "en"},
    {"_id": "unjudged", "text": "Who won?", "language": "en"},
]
QRELS = "query-id\tcorpus-id\tscore\nq1\td-it\t1\nq2\te-en\t1\nq2\te-it\t1\nq2\td-it\t0\n"


def write_set(folder: Path, corpus=CORPUS, queries=QUERIES, qrels=QRELS) -> Path:
    (folder / "qrels").mkdir(parents=True, exist_ok=True)
    for name, rows in (("corpus", corpus), ("queries", queries)):
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    (folder / "qrels" / "test.tsv").write_text(qrels, encoding="utf-8")
    return folder


def in_silence(items, _what):
    return items


def test_a_set_is_read_without_its_unjudged_queries_and_zero_grades(tmp_path):
    data = read_retrieval_set(write_set(tmp_path))
    assert list(data.queries) == ["q1", "q2"]
    assert data.relevant == {"q1": {"d-it"}, "q2": {"e-en", "e-it"}}


def test_the_own_row_of_a_query_is_left_out(tmp_path):
    assert own_rows(read_retrieval_set(write_set(tmp_path))) == {"q1": {"d-en"}, "q2": frozenset()}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"corpus": [{"_id": "d-en"}]}, "corpus.jsonl:1"),
        ({"corpus": [CORPUS[0], CORPUS[0]]}, "corpus.jsonl:2: the id 'd-en' stands twice"),
        ({"qrels": "q1\td-it\n"}, "test.tsv:1: expected query-id"),
        ({"qrels": "q1\td-it\t1\nq1\tnowhere\t1\n"}, "test.tsv:2: 'nowhere'"),
        ({"qrels": "query-id\tcorpus-id\tscore\n"}, "no relevant document"),
    ],
)
def test_a_broken_set_is_refused_with_file_and_line(tmp_path, change, message):
    with pytest.raises(LoadError) as caught:
        read_retrieval_set(write_set(tmp_path, **change))
    assert message in str(caught.value)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(LoadError, match=r"corpus\.jsonl cannot be read"):
        read_retrieval_set(tmp_path)


def test_scores_are_those_worked_out_by_hand():
    scores = score_rankings({"q": {"a", "b"}}, {"q": ["x", "a", "b"]})["q"]
    assert scores["R@1"] == 0
    assert scores["R@10"] == 1
    assert scores["MRR"] == pytest.approx(1 / 2)
    # DCG 1/log2(3) + 1/log2(4) over the ideal 1/log2(2) + 1/log2(3)
    assert scores["nDCG@10"] == pytest.approx((0.63093 + 0.5) / (1 + 0.63093), abs=1e-4)


def test_a_query_without_a_result_scores_zero_and_stays_in_the_mean():
    scores = score_rankings({"q1": {"a"}, "q2": {"a"}}, {"q1": ["a"]})
    assert mean_scores(scores.values())["R@1"] == 0.5
    assert mean_scores(score_rankings({"q1": {"a"}}, {}).values())["MRR"] == 0


def test_ties_keep_the_order_of_the_ranking():
    assert score_rankings({"q": {"z"}}, {"q": ["z", "a"]})["q"]["R@1"] == 1
    assert score_rankings({"q": {"a"}}, {"q": ["z", "a"]})["q"]["R@1"] == 0


def test_each_leg_is_measured_in_one_pool_and_per_language_pair(tmp_path):
    data = read_retrieval_set(write_set(tmp_path))

    def search(leg, _question, language, _k):
        ranking = {"dense": ["d-en", "d-it", "e-it", "e-en"], "lexical": []}[leg]
        return [id for id in ranking if id.endswith(language)]

    report = measure_retrieval(data, search, ["dense", "lexical"], in_silence)
    assert report.own_rows == 1
    assert report.highest_r1 == 0.75  # q2 has two relevant documents
    dense = {(cell.asked, cell.found_in): cell for cell in report.pairs if cell.leg == "dense"}
    assert dense["en", "it"].n == 2
    assert dense["en", "it"].scores["R@1"] == 0.5  # q1 finds d-it; q2 finds d-it before e-it
    assert dense["en", "en"].scores["MRR"] == 0.5  # q2: d-en, then e-en
    whole = next(cell for cell in report.overall if cell.leg == "dense")
    assert whole.scores["R@1"] == 0.5  # q1 without its own row: d-it first
    assert report.weakest_pair("dense").found_in == "en"
    assert weakest(report.pairs, "MRR").leg == "lexical"
    assert "Weakest pair of dense: en → en, R@1 0.0 %, n = 1." in render_table(report)
    assert json.loads(render_json(report))["weakest_pair"]["dense"]["asked"] == "en"


def test_a_set_is_indexed_and_searched_by_the_real_code(tmp_path, capsys):
    assert main(["--data", str(write_set(tmp_path)), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["documents"], report["queries"], report["own_rows"]) == (4, 2, 1)
    found = {(cell["leg"], cell["asked"], cell["found_in"]): cell["scores"]["R@1"] for cell in report["pairs"]}
    assert found["fused", "en", "it"] == 1
    assert {leg for leg, _, _ in found} == {"dense", "lexical", "fused"}


def test_a_folder_that_is_no_set_ends_with_1_and_a_line(tmp_path, capsys):
    assert main(["--data", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith(f"error: {tmp_path}/corpus.jsonl cannot be read")
