from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.errors import ModelFailed, UsageError
from rag.llm import LanguageModel, Message, open_model
from rag.records import Usage

SCRIPT = """
context_tokens: 4096
replies:
  - when: who recogni[sz]ed
    reply: "Syria did [1]."
    times: 1
  - when: [who, 'shells: "(?P<said>[^"]+)"']
    reply: "{{said}} [{{1}}] {{other}}"
  - when: list
    reply: ["Half of a mar", "ker [", "1]."]
  - when: slow
    reply: Half of an
    fail: broke off
  - reply: "I do not know."
"""


def script(tmp_path: Path, text: str = SCRIPT) -> LanguageModel:
    file = tmp_path / "script.yaml"
    file.write_text(text, encoding="utf-8")
    return open_model(f"script:{file}", {})


def said(model: LanguageModel, *prompt: str, max_tokens: int = 100) -> list[str | Usage]:
    return list(model.stream([Message("user", text) for text in prompt], max_tokens))


def test_the_first_reply_whose_pattern_is_in_the_prompt_is_streamed_word_by_word(tmp_path: Path) -> None:
    model = script(tmp_path)
    assert said(model, "WHO recognized them?") == ["Syria ", "did ", "[1].", Usage(3, 3, estimated=True)]
    assert model.context_tokens == 4096
    assert model.name == f"script:{tmp_path / 'script.yaml'}"


def test_a_reply_is_passed_over_once_it_was_used_so_often(tmp_path: Path) -> None:
    model = script(tmp_path)
    replies = ["".join(map(str, said(model, "who recognised them?")[:-1])) for _ in range(2)]
    assert replies == ["Syria did [1].", "I do not know."]


def test_a_reply_can_quote_what_its_patterns_found_in_any_message(tmp_path: Path) -> None:
    *words, _ = said(script(tmp_path), "Who?", 'shells: "Rain fell."')
    assert "".join(map(str, words)) == "Rain fell. [Rain fell.] {{other}}"


def test_a_list_is_streamed_as_it_is(tmp_path: Path) -> None:
    assert said(script(tmp_path), "list")[:-1] == ["Half of a mar", "ker [", "1]."]


def test_a_reply_can_fail_after_its_text_and_when_it_is_too_long(tmp_path: Path) -> None:
    stream = script(tmp_path).stream([Message("user", "slow")], 100)
    assert [next(stream), next(stream), next(stream)] == ["Half ", "of ", "an"]
    with pytest.raises(ModelFailed, match="broke off"):
        next(stream)
    with pytest.raises(ModelFailed, match="ran out of its 2 tokens"):
        said(script(tmp_path), "anything", max_tokens=2)


def test_a_prompt_without_a_reply_says_so(tmp_path: Path) -> None:
    with pytest.raises(ModelFailed, match="has no reply to this prompt"):
        said(script(tmp_path, '{"replies": [{"when": "rain", "reply": "yes"}]}'), "snow")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 'no "replies:"'),
        ("replies: []", 'no "replies:"'),
        ("a: [", "neither YAML nor JSON"),
        ("replies: [{when: a}]", 'reply 1: must have "reply" or "fail"'),
        ("replies: [{reply: a, unles: b}]", "nothing but delay_s, fail, reply, times, when"),
        ("replies: [{reply: a}, {reply: 3}]", 'reply 2: "reply" must be text'),
        ("replies: [{reply: a, fail: [b]}]", '"fail" text'),
        ("replies: [{reply: a, when: '('}]", '"when" is no regular expression'),
        ("replies: [{reply: a, when: [1]}]", '"when" must be a regular expression'),
        ("replies: [{reply: a, delay_s: -1}]", '"delay_s" must be a number from 0'),
        ("replies: [{reply: a, times: true}]", '"times" must be a number from 0'),
        ("{replies: [{reply: a}], context_tokens: 0}", "context_tokens: 0 is no whole number"),
    ],
)
def test_a_script_that_breaks_a_rule_is_refused_by_its_place(tmp_path: Path, text: str, line: str) -> None:
    with pytest.raises(UsageError) as error:
        script(tmp_path, text)
    assert line in str(error.value)
    assert "script.yaml" in str(error.value) and "\n" not in str(error.value)


def test_a_script_may_be_json_and_must_be_there(tmp_path: Path) -> None:
    assert said(script(tmp_path, json.dumps({"replies": [{"reply": "Да."}]})), "?")[0] == "Да."
    with pytest.raises(UsageError, match="No such file"):
        open_model(f"script:{tmp_path / 'none.yaml'}", {})
    with pytest.raises(UsageError, match="names no language model"):
        open_model("qwen3", {})
