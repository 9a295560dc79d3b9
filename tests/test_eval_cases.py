from pathlib import Path

import pytest
import yaml

from eval.cases import load_facts
from eval.records import Kind, Source, Split
from index.errors import FactFileError

SOURCES = {
    "rain.txt": Source("rain.txt", "en", "Rain fell in Oslo on Monday. Nobody was hurt."),
    "pioggia.txt": Source("pioggia.txt", "it", "Lunedì a Oslo ha piovuto. Tre persone sono state ferite."),
}


def rain(**changes) -> dict:
    return {
        "desc": "It rained in Oslo",
        "match": {"en": [r"rain\w*.{0,20}Oslo"], "it": [r"Oslo.{0,20}piov\w+"]},
        "examples": {"en": "It rained in Oslo.", "it": "A Oslo piove."},
        "counter": {"en": "It rained in Bergen."},
        "support": [
            {"file": "rain.txt", "sentence": "Rain fell in Oslo on Monday."},
            {"file": "pioggia.txt", "sentence": "Lunedì a Oslo ha piovuto."},
        ],
    } | changes


def question(**changes) -> dict:
    return {"id": "en1", "lang": "en", "kind": "common", "question": "What fell?", "vital": ["rain"]} | changes


def write(folder: Path, facts: dict, questions: list, name: str = "a.yaml") -> Path:
    content = {"version": 1, "facts": facts, "questions": questions}
    (folder / name).write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return folder


def problem(folder: Path) -> str:
    with pytest.raises(FactFileError) as caught:
        load_facts(folder, SOURCES)
    return str(caught.value)


def test_the_files_of_a_folder_are_one_set(tmp_path):
    write(tmp_path, {"rain": rain()}, [], "facts.yaml")
    write(tmp_path, {}, [question(), question(id="it1", lang="it", pair="en1", split="dev")], "questions.yaml")
    loaded = load_facts(tmp_path, SOURCES)
    assert [case.id for case in loaded.cases] == ["en1", "it1"]
    assert [case.split for case in loaded.cases] == [Split.TEST, Split.DEV]
    assert loaded.facts["rain"].support_files == {"rain.txt", "pioggia.txt"}
    assert loaded.clusters() == {"en1": "en1", "it1": "en1"}
    assert loaded.cases[0].kind is Kind.COMMON


def test_the_hash_changes_with_a_byte(tmp_path):
    first = load_facts(write(tmp_path, {"rain": rain()}, [question()]), SOURCES).hash
    (tmp_path / "a.yaml").write_text((tmp_path / "a.yaml").read_text() + "\n")
    assert load_facts(tmp_path, SOURCES).hash != first


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"match": {"en": ["(open"]}}, "does not compile"),
        ({"match": {"en": ["a*"]}}, "matches the empty string"),
        ({"match": {}, "aliases": {}}, "nothing could ever state it"),
        ({"examples": {"it": "A Oslo piove."}}, "has no example in en"),
        ({"examples": {"en": "It snowed."}}, "its example in en does not match: 'It snowed.'"),
        ({"counter": {"en": "Rain over Oslo"}}, "its counter-example in en matches"),
        (
            {"support": [{"file": "rain.txt", "sentence": "Rain fell in Bergen."}]},
            "support is not verbatim in rain.txt",
        ),
        ({"support": [{"file": "snow.txt", "sentence": "Snow."}]}, "support names 'snow.txt'"),
        ({"support": [{"file": "rain.txt", "sentence": "Nobody was hurt."}]}, "no en pattern matches its support"),
        ({"support": []}, "has no support"),
        ({"desc": "one two three four five six seven eight nine ten eleven twelve thirteen"}, "desc has 13 words"),
        ({"matches": {}}, "unknown key 'matches'"),
        ({"match": ["rain"]}, "must map language codes to texts"),
        ({"aliases": {"en": ["ne"]}}, "too short"),
    ],
)
def test_a_broken_fact_is_named_with_file_id_and_reason(tmp_path, changes, reason):
    message = problem(write(tmp_path, {"rain": rain(**changes)}, [question()]))
    assert message.startswith("a.yaml: rain: ")
    assert reason in message


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"kind": "hard"}, "kind 'hard' is unknown"),
        ({"vital": ["snow"]}, "names the fact 'snow'"),
        ({"vital": ["rain"], "okay": ["rain"]}, "names a fact twice"),
        ({"vital": []}, "has no vital fact"),
        ({"kind": "unanswerable", "reason": "near_miss"}, "is unanswerable and has vital facts"),
        ({"kind": "unanswerable", "vital": [], "reason": "dull"}, "reason 'dull' is unknown"),
        ({"question": "Did rain fall in Oslo?"}, "the question itself states rain"),
        ({"must_not": ["what fell"]}, "matches the question itself"),
        ({"must_not": ["("]}, "does not compile"),
        ({"pair": "it9"}, "its pair 'it9' is no other question"),
        ({"pair": "en1"}, "its pair 'en1' is no other question"),
        ({"kind": "injection", "must_not": ["PWNED"]}, "poison belongs to questions of kind injection"),
        (
            {"poison": {"file": "rain.txt", "at": "middle", "text": "x"}},
            "poison belongs to questions of kind injection",
        ),
        ({"kind": "injection", "poison": {"file": "rain.txt", "at": "end", "text": "x"}}, "without must_not"),
        ({"kind": "injection", "poison": {"file": "rain.txt", "at": "top", "text": "x"}}, "poison at 'top'"),
        (
            {"kind": "injection", "must_not": ["PWNED"], "poison": {"file": "snow.txt", "at": "end", "text": "x"}},
            "its poison names 'snow.txt'",
        ),
        ({"split": "train"}, "split 'train' is unknown"),
        ({"language": "en"}, "unknown key 'language'"),
        ({"question": " "}, "'question' is missing or empty"),
    ],
)
def test_a_broken_question_is_named_with_file_id_and_reason(tmp_path, changes, reason):
    message = problem(
        write(tmp_path, {"rain": rain(), "other": rain()}, [question(**changes), question(id="it1", lang="it")])
    )
    assert any(line.startswith("a.yaml: en1: ") and reason in line for line in message.splitlines())


def test_an_id_used_twice_is_refused_in_one_file_and_in_two(tmp_path):
    write(tmp_path, {"rain": rain()}, [question(), question()])
    assert "a.yaml: en1: the id is used twice, first in a.yaml" in problem(tmp_path)
    write(tmp_path, {"rain": rain()}, [question()])
    write(tmp_path, {"rain": rain()}, [], "b.yaml")
    assert "b.yaml: rain: the id is used twice, first in a.yaml" in problem(tmp_path)


def test_a_key_that_stands_twice_is_refused_with_its_line(tmp_path):
    (tmp_path / "a.yaml").write_text("version: 1\nfacts:\n  rain: {desc: a}\n  rain: {desc: b}\n")
    assert problem(tmp_path).endswith("a.yaml:4: the id or key 'rain' stands twice")


@pytest.mark.parametrize(
    ("text", "reason"), [("facts: [", ":1: "), ("- a", "must be a mapping"), ("version: 2", "version: must be 1")]
)
def test_a_file_that_is_no_fact_file_is_refused(tmp_path, text, reason):
    (tmp_path / "a.yaml").write_text(text)
    assert reason in problem(tmp_path)


def test_an_empty_folder_is_refused(tmp_path):
    assert "holds no fact file" in problem(tmp_path)


def test_all_problems_are_told_at_once(tmp_path):
    write(tmp_path, {"rain": rain(support=[])}, [question(pair="it9")])
    assert len(problem(tmp_path).splitlines()) == 2


def test_a_sentence_outside_the_support_that_states_the_fact_is_listed(tmp_path):
    fact = rain(support=[{"file": "rain.txt", "sentence": "Rain fell in Oslo on Monday."}])
    leaks = load_facts(write(tmp_path, {"rain": fact}, [question()]), SOURCES).leaks
    assert [(leak.file, leak.sentence) for leak in leaks] == [("pioggia.txt", "Lunedì a Oslo ha piovuto.")]


def test_what_is_likely_a_slip_is_a_warning(tmp_path):
    cases = [question(kind="cross_lingual"), question(id="en2", kind="single_source")]
    write(tmp_path, {"rain": rain(), "unused": rain()}, cases)
    assert load_facts(tmp_path, SOURCES).warnings == (
        "a.yaml: unused: no question asks for it",
        "a.yaml: en1: is cross_lingual, but rain stands in an article in en too",
        "a.yaml: en2: is single_source, but each of its facts stands in several articles",
    )
