from __future__ import annotations

from pathlib import Path

import pytest

from eval.verification.__main__ import main
from eval.verification.measure import SEEDS, fuzzy, held_out_cases, kinds, lying_cases, rate, seed_cases, verdict
from eval.verification.mutate import mutants
from eval.verification.records import Case, load
from index.errors import FactFileError
from rag.verify import Verifier


def case(claim: str, sentence: str = "Rain fell in Oslo.", kind: str = "", language: str = "en") -> Case:
    return Case("c", "dev", language, claim, "own", sentence, language, kind)


def test_the_measure_has_the_cases_it_promises_each_once() -> None:
    cases = seed_cases()
    assert sum(not case.kind for case in cases) >= 150
    assert sum(bool(case.kind) for case in cases) >= 300
    assert {case.language for case in cases} == {"en", "it", "hu", "sq", "sr"}
    assert len({case.id for case in cases}) == len(cases)
    assert {"figure", "date", "name", "negation", "direction", "source", "citation"} < set(kinds(cases))


def test_every_cited_sentence_stands_in_its_article() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt")}
    assert all(case.sentence in texts[case.article] for case in seed_cases() if case.sentence)


def test_a_mutant_is_never_its_claim_and_keeps_its_split() -> None:
    claim = case("Russia is buying millions of shells from North Korea.")
    made = {mutant.kind: mutant for mutant in mutants([claim])}
    assert made["figure"].claim == "Russia is buying thousands of shells from North Korea."
    assert made["negation"].claim == "Russia is not buying millions of shells from North Korea."
    assert made["direction"].claim == "North Korea is buying millions of shells from Russia."
    assert made["citation"].sentence == ""
    assert {mutant.split for mutant in made.values()} == {"dev"}


def test_a_rate_counts_kept_claims_and_rejected_mutants() -> None:
    some = [case("kept"), case("dropped"), case("kept", kind="name"), case("dropped", kind="name")]
    found = rate(some, lambda one: "names" if one.claim == "dropped" else "")
    assert (found.good, found.n) == (2, 4)


def test_the_baseline_keeps_what_shares_a_third_of_its_letters() -> None:
    assert fuzzy(case("No rain fell in Oslo.")) == ""
    assert fuzzy(case("xyz xyz xyz xyz")) == "fuzzy"


@pytest.mark.parametrize(("split", "least"), [("dev", 0.95), ("test", 0.92)])
def test_false_claims_about_the_seeds_are_rejected_and_true_ones_kept(
    verifier: Verifier, split: str, least: float
) -> None:
    cases = [case for case in seed_cases() if case.split == split]
    for some in ([case for case in cases if case.kind], [case for case in cases if not case.kind]):
        found = rate(some, lambda one: verdict(verifier, one).check)
        assert found.good / found.n >= least, str(found)


def test_what_a_lying_model_writes_is_mostly_rejected(verifier: Verifier) -> None:
    for wanted, least in ((True, 0.80), (False, 0.80)):
        some = [case for case in lying_cases() if case.split == "lies" and bool(case.kind) == wanted]
        found = rate(some, lambda one: verdict(verifier, one).check)
        assert found.good / found.n >= least, str(found)


def test_false_claims_about_other_texts_are_rejected_and_true_ones_kept(verifier: Verifier) -> None:
    for wanted, least in ((True, 0.93), (False, 0.90)):
        some = [case for case in held_out_cases() if bool(case.kind) == wanted]
        found = rate(some, lambda one: verdict(verifier, one).check)
        assert found.good / found.n >= least, str(found)


def test_a_line_that_is_no_case_is_named(tmp_path: Path) -> None:
    (tmp_path / "some.jsonl").write_text('{"id": "a"}\n')
    with pytest.raises(FactFileError, match=r"some.jsonl:1: "):
        load(tmp_path / "some.jsonl", {})


def test_the_command_prints_rates_beside_the_baseline(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--split", "blind", "--wrong"]) == 0
    printed = capsys.readouterr().out
    assert "fuzzy 35 %" in printed
    assert "untouched" in printed
