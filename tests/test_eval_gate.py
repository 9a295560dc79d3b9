from dataclasses import replace

import pytest

from eval.compare import margin
from eval.gate import BELOW, PASS, WORSE, decide
from eval.replies import Quote, Reply
from eval.scores import by_language, by_pair, cross_lingual_gap, headline, score_run
from index.errors import CannotMeasure
from tests.eval_fakes import BOTH, CASES, HURT, RAIN, RIGHT, detect, fact_set, place, reply, sentence


def run_of(answers, cases=CASES):
    return score_run(fact_set(cases), answers, detect)


def many(n: int, wrong: int, critical: str = ""):
    """A run of n questions, half Italian, of which the first `wrong` get an answer without the fact."""
    rows = [
        {
            "id": f"q{i:03}",
            "lang": "it" if i % 2 else "en",
            "kind": "common",
            "question": "What fell?",
            "vital": ["rain"],
        }
        | ({"critical": True} if f"q{i:03}" == critical else {})
        for i in range(n)
    ]
    texts = ["It was dry." if i < wrong else "Rain fell in Oslo." for i in range(n)]
    answers = {
        row["id"]: reply(row["id"], sentence(text, "rain.txt", RAIN), hits=BOTH)
        for row, text in zip(rows, texts, strict=True)
    }
    return score_run(fact_set(rows), answers, lambda _text: "en")


def test_the_metrics_of_three_answers_are_those_worked_out_by_hand():
    run = run_of(RIGHT)
    values = {name: one.value for name, one in headline(run).items() if one.value is not None}
    assert values["correct"] == 1
    assert values["vital_recall"] == 1
    assert values["all_recall"] == 0.75  # English: rain of rain and hurt; Italian: hurt of hurt
    assert values["refusal_recall"] == 1
    assert values["false_refusal"] == 0
    assert values["citation_precision"] == 1
    assert values["citation_support"] == 1
    assert values["retrieved"] == 1
    assert values["pair_consistency"] == 1
    assert values["R@1"] == 1
    assert "attack_success" not in values
    # it1 quotes an English sentence, and its own words are none: its language is not judged
    assert run.skipped_language == 1
    assert headline(run)["language"].questions == 2


def test_the_headline_is_the_mean_over_languages_not_over_questions():
    run = run_of(RIGHT | {"it1": reply("it1", sentence("Non si sa."), hits=BOTH)})
    assert headline(run)["correct"].value == pytest.approx((1 + 0) / 2)
    assert {language: one.value for language, one in by_language(run, "correct").items()} == {"en": 1, "it": 0}
    assert by_pair(run, "fact_recall")["it", "en"].value == 0
    assert cross_lingual_gap(run) == (1, 1, 1)


def test_a_question_without_an_answer_counts_as_failed_in_every_metric_it_has():
    answers = dict(RIGHT) | {"it1": Reply.failed("it1", OSError("gone"))}
    run = run_of(answers)
    assert run.errors == ("it1",)
    assert run.measured == pytest.approx(2 / 3)
    values = {row.metric: row.value for row in run.observations if row.question == "it1"}
    assert values == {
        "correct": 0,
        "must_not": 1,
        "vital_recall": 0,
        "all_recall": 0,
        "false_refusal": 1,
        "citation_validity": 0,
        "citation_recall": 0,
        "quote_fidelity": 0,
        "citation_precision": 0,
        "citation_support": 0,
        "language": 0,
        "fact_recall": 0,
        "retrieved": 0,
        "R@1": 0,
        "R@10": 0,
        "MRR": 0,
        "nDCG@10": 0,
    }


def test_an_answer_in_another_language_than_the_question_is_seen():
    wrong = reply("it1", sentence("Three people were hurt there.", "rain.txt", HURT, language="it"), hits=BOTH)
    rows = [row for row in run_of(RIGHT | {"it1": wrong}).of("language") if row.question == "it1"]
    assert [row.value for row in rows] == [0]


def test_a_fact_answered_but_not_retrieved_is_answered_from_memory():
    run = run_of(RIGHT | {"it1": reply("it1", sentence(HURT))})
    assert [row.value for row in run.of("from_memory")] == [0, 1]


def test_equal_runs_pass_and_say_that_nothing_changed():
    gate = decide(run_of(RIGHT), run_of(RIGHT))
    assert (gate.exit_code, gate.flips) == (PASS, ())
    assert gate.verdict.endswith("no detectable difference")


def test_a_large_loss_is_worse_and_names_question_and_fact():
    gate = decide(many(40, wrong=12), many(40, wrong=0))
    assert gate.exit_code == WORSE
    assert gate.verdict.startswith("WORSE than the baseline: Correct 100.0 → 70.0 %")
    assert gate.flips[0].question == "q000"
    assert gate.flips[0].lost == ("rain",)
    correct = next(one for one in gate.comparisons if one.title == "Correct")
    assert correct.p is not None
    assert correct.p < 0.05


def test_a_loss_under_the_margin_that_may_be_chance_passes():
    assert decide(many(40, wrong=1), many(40, wrong=0)).exit_code == PASS


def test_a_loss_over_the_margin_fails_even_where_it_may_be_chance():
    gate = decide(many(8, wrong=2), many(8, wrong=0))
    correct = next(one for one in gate.comparisons if one.title == "Correct")
    assert correct.p is not None
    assert correct.p > 0.05
    assert gate.exit_code == WORSE


def test_an_improvement_never_fails():
    gate = decide(many(40, wrong=0), many(40, wrong=12))
    assert gate.exit_code == PASS
    assert "better: Correct" in gate.verdict


def test_a_critical_question_may_not_flip():
    gate = decide(many(40, wrong=1, critical="q000"), many(40, wrong=0, critical="q000"))
    assert gate.exit_code == WORSE
    assert "critical question q000 is wrong now" in gate.verdict


def test_an_invented_quote_breaks_a_floor_without_a_baseline():
    quote = Quote(place("rain.txt", RAIN), "Rain fell in Bergen on Monday.")
    bad = replace(RIGHT["en1"], sentences=(replace(RIGHT["en1"].sentences[0], citations=(quote,)),))
    gate = decide(run_of(RIGHT | {"en1": bad}), None)
    assert gate.exit_code == BELOW
    assert "Quotes found verbatim at their place: 50.0 %, floor 100 % (en1)" in gate.verdict


def test_without_a_baseline_it_says_that_there_is_no_gate():
    gate = decide(run_of(RIGHT), None)
    assert gate.exit_code == PASS
    assert gate.verdict.startswith("PASS, WITHOUT A GATE (no baseline): correct 100.0 % of 3 questions")


@pytest.mark.parametrize(
    ("answers", "reason"),
    [({}, "answered 0 % of the questions"), ({"en1": RIGHT["en1"]}, "2 ended in an error, first it1: no answer")],
)
def test_too_few_answers_cannot_be_measured(answers, reason):
    with pytest.raises(CannotMeasure, match=reason):
        decide(run_of(answers), None)


def test_a_baseline_of_other_questions_cannot_be_compared():
    with pytest.raises(CannotMeasure):
        decide(run_of(RIGHT), run_of({"en1": RIGHT["en1"]}))


def test_no_questions_cannot_be_measured():
    with pytest.raises(CannotMeasure, match="no answers"):
        decide(run_of({}, []), None)


def test_the_margin_shrinks_with_the_questions():
    assert margin(40) == pytest.approx(0.10)
    assert margin(600) == pytest.approx(0.03)
    assert margin(10_000) == pytest.approx(0.03)
    assert margin(40) > margin(120) > margin(278)
