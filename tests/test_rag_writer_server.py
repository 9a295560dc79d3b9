"""With a real endpoint on loopback: what a reader sees of each of its faults."""

from __future__ import annotations

import json
import time

import jsonschema
import pytest

from rag.answer_json import to_json
from rag.llm.time_limits import Patience
from rag.pipeline import Pipeline
from rag.records import Answer, Mode, Status
from rag.render import to_text
from tests.llm_server import LLMServer, Reply, chunk, endless, openai, status, streamed
from tests.test_rag_llm import HALF, PATIENT, SHORT, STUTTER, WORSE, opened
from tests.test_rag_render import SCHEMA
from tests.test_rag_writer import QUESTION, with_model, written

MOST_S = 8.0
GOOD = "It rained there [1]."


def asked(url: str, patience: Patience = PATIENT) -> Answer:
    """The answer to a small question, from one passage."""
    started = time.monotonic()
    answer = written(opened(url, patience))
    assert time.monotonic() - started < MOST_S
    jsonschema.validate(json.loads(json.dumps(to_json(answer))), SCHEMA)
    return answer


def is_extractive(answer: Answer, why: str, place: str) -> bool:
    """Whether the articles' own sentences are there with one line that says which endpoint failed, and how."""
    quoted = [claim.text == claim.citations[0].quote for claim in answer.claims]
    told = answer.notice.startswith("The language model did not answer") and "\n" not in answer.notice
    known = place in answer.notice and why in answer.notice and answer.notice in to_text(answer)
    return answer.mode is Mode.EXTRACTIVE and bool(quoted) and all(quoted) and told and known


def test_a_good_answer_is_shown_as_the_models(llm_server: LLMServer) -> None:
    llm_server.replies = [streamed(openai("It rained ", "there [", "1].", usage=(900, 12)))]
    answer = asked(llm_server.url)
    assert (answer.mode, answer.model, answer.notice) == (Mode.LLM, "openai-like:m", "")
    assert [claim.text for claim in answer.claims] == ["It rained there."]
    assert answer.usage is not None and (answer.usage.prompt_tokens, answer.usage.completion_tokens) == (900, 12)


@pytest.mark.parametrize(("reply", "line"), [row[1:3] for row in WORSE], ids=[row[0] for row in WORSE])
def test_a_bad_reply_leaves_the_extractive_answer(llm_server: LLMServer, reply: Reply, line: str) -> None:
    llm_server.replies = [reply]
    assert is_extractive(asked(llm_server.url), line, llm_server.url)


@pytest.mark.parametrize(("reply", "line"), [row[1:] for row in HALF], ids=[row[0] for row in HALF])
def test_half_an_answer_leaves_the_extractive_answer(llm_server: LLMServer, reply: Reply, line: str) -> None:
    llm_server.replies = [reply]
    answer = asked(llm_server.url)
    assert is_extractive(answer, "ran out of its" if "tokens" in line else line, llm_server.url)
    assert STUTTER not in to_text(answer)


def test_a_busy_endpoint_answers_at_the_second_try(llm_server: LLMServer) -> None:
    llm_server.replies = [status(500), streamed(openai(GOOD))]
    assert asked(llm_server.url).mode is Mode.LLM


@pytest.mark.parametrize(
    ("reply", "line"),
    [
        (lambda: streamed([], hang_s=30), "wrote nothing within 0.6 s"),
        (lambda: streamed(openai(STUTTER, finish=None, done=False), hang_s=30), "stopped in the middle"),
        (lambda: streamed(endless(chunk({"content": "a"})), pause_s=0.1), "did not finish within 1.2 s"),
        (lambda: streamed(endless(chunk({"content": "rain " * 50}))), "wrote on beyond"),
        (lambda: streamed(openai("x" * 10_000_000)), "wrote more than"),
    ],
    ids=["stalls", "stalls in the middle", "drips", "endless", "10 MB"],
)
def test_an_endpoint_that_takes_its_time_or_goes_on_leaves_the_extractive_answer(
    llm_server: LLMServer, reply: object, line: str
) -> None:
    llm_server.replies = [reply()]  # type: ignore[operator]
    patience = PATIENT if "wrote more" in line or "beyond" in line else SHORT
    assert is_extractive(asked(llm_server.url, patience), line, llm_server.url)


@pytest.mark.parametrize(
    ("url", "line"),
    [("http://127.0.0.1:9/v1", "refused the connection"), ("http://nowhere.invalid/v1", "does not resolve")],
)
def test_an_endpoint_that_is_not_there_leaves_the_extractive_answer(url: str, line: str) -> None:
    assert is_extractive(asked(url), line, url)


def test_sentences_that_held_are_not_kept_when_the_model_breaks_off(llm_server: LLMServer) -> None:
    llm_server.replies = [streamed(openai(f"{GOOD} \n", GOOD, finish="content_filter"))]
    assert is_extractive(asked(llm_server.url), "withheld", llm_server.url)


def test_what_a_reasoning_model_thinks_is_neither_shown_nor_checked(llm_server: LLMServer) -> None:
    llm_server.replies = [streamed(openai("<think>", "It could be Belarus [1]. ", "</think>", "NO_ANSWER"))]
    answer = asked(llm_server.url)
    assert (answer.status, answer.mode, answer.dropped) == (Status.REFUSED, Mode.LLM, ())
    assert "Belarus" not in json.dumps(to_json(answer))


def test_over_the_real_articles_a_dead_endpoint_leaves_the_extractive_answer(seeds_pipeline: Pipeline) -> None:
    url = "http://127.0.0.1:9/v1"
    answer = with_model(seeds_pipeline, opened(url)).ask(QUESTION)
    assert is_extractive(answer, "refused the connection", url)
    assert answer.claims == seeds_pipeline.ask(QUESTION).claims
