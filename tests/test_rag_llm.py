from __future__ import annotations

import logging
import socket
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import version
from typing import Any

import pytest

from index.errors import ModelFailed
from rag.llm import LanguageModel, Message, open_model
from rag.llm.llama import EndpointModel
from rag.llm.opening import Endpoint
from rag.llm.time_limits import Deadline, Patience, Retrying
from rag.records import Usage
from tests.llm_server import (
    NDJSON,
    LLMServer,
    Reply,
    anthropic,
    chunk,
    endless,
    event,
    ollama,
    openai,
    status,
    streamed,
)

KEY = "sk-canary-0123456789"
PATIENT = Patience(connect_s=5.0, first_token_s=60.0, total_s=120.0, retries=2)
SHORT = Patience(connect_s=0.4, first_token_s=0.6, total_s=1.2, retries=2)
PROMPT = [Message("system", "Answer."), Message("user", "Where did rain fall?\ud800")]
GENEROUS_S = 8.0


def opened(
    url: str, patience: Patience = PATIENT, provider: str = "openai-like", slept: list[float] | None = None
) -> Retrying:
    endpoint = Endpoint(provider, "m", url, KEY)
    pauses = [] if slept is None else slept
    return Retrying(Deadline(EndpointModel(endpoint, patience), endpoint.place, patience), patience, pauses.append)


def written(model: LanguageModel, max_tokens: int = 200) -> tuple[str, Usage]:
    *pieces, usage = model.stream(PROMPT, max_tokens)
    assert isinstance(usage, Usage)
    assert "" not in pieces
    return "".join(map(str, pieces)), usage


def failure(model: LanguageModel) -> tuple[str, str]:
    """What was written before a failure, and its line, which must name the endpoint and never hold the key."""
    pieces: list[str] = []
    with pytest.raises(ModelFailed) as error:
        pieces.extend(str(piece) for piece in model.stream(PROMPT, 200))
    line = str(error.value)
    assert "\n" not in line
    assert KEY not in "".join(traceback.format_exception(error.value, chain=True)) + repr(error.value.__context__)
    return "".join(pieces), line


def test_an_answer_comes_piece_by_piece_with_its_usage_last(llm_server: LLMServer) -> None:
    llm_server.replies = [streamed(openai("Rain fell ", "in Oslo [1].", usage=(7, 5)))]
    items = list(opened(llm_server.url).stream(PROMPT, 200))
    assert items == ["Rain fell ", "in Oslo [1].", Usage(7, 5)]
    (request,) = llm_server.asked
    assert request.path == "/v1/chat/completions"
    assert request.body["messages"] == [
        {"role": "system", "content": "Answer."},
        {"role": "user", "content": "Where did rain fall??"},
    ]
    sent = {name: request.body[name] for name in ("model", "max_tokens", "temperature", "stream")}
    assert sent == {"model": "m", "max_tokens": 200, "temperature": 0.0, "stream": True}


def test_tokens_that_the_endpoint_does_not_tell_are_estimated_by_bytes(llm_server: LLMServer) -> None:
    assert written(opened(llm_server.url)) == ("Rain fell in Oslo [1].", Usage(7, 6, estimated=True))


def test_nothing_of_the_environment_reaches_an_endpoint(llm_server: LLMServer, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("API_KEY", "ORG_ID", "PROJECT_ID", "BASE_URL", "API_BASE", "CUSTOM_HEADERS"):
        monkeypatch.setenv(f"OPENAI_{name}", "http://leak.invalid" if "BASE" in name else "leak: canary")
    model = open_model(f"openai-like:m@{llm_server.url}", {})
    assert written(model)[0] == "Rain fell in Oslo [1]."
    for request in llm_server.seen:
        assert "authorization" not in request.headers
        assert "leak" not in str(request.headers)
        assert not [name for name in request.headers if name.startswith(("x-stainless", "openai"))]


def test_nothing_but_the_configured_address_is_asked(
    llm_server: LLMServer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    asked: list[Any] = []
    resolve = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *rest: (asked.append(host), resolve(host, *rest))[1])
    caplog.set_level(logging.DEBUG)
    model = opened(llm_server.url)
    written(model)
    assert model.context_tokens == 4096
    assert set(asked) == {"127.0.0.1"}
    # A provider's library would set its own timeout, which is one for everything.
    assert "connect_tcp.started host='127.0.0.1'" in caplog.text and "timeout=5.0 " in caplog.text


def test_the_key_is_sent_and_shown_nowhere(llm_server: LLMServer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    model = open_model(f"openai-like:m@{llm_server.url}", {"CHORUS_LLM_API_KEY": KEY})
    written(model)
    assert [request.headers["authorization"] for request in llm_server.asked] == [f"Bearer {KEY}"]
    assert KEY not in caplog.text
    assert KEY not in repr(model) + repr(Endpoint("openai", "m", "u", KEY)) + model.name


STUTTER = "Rain fell in Oslo [1"
WORSE: list[tuple[str, Reply, str, int]] = [
    ("401", status(401), "status 401: the key is missing or wrong; set CHORUS_LLM_API_KEY", 1),
    ("401 that echoes the key", status(401, f'{{"error": {{"message": "bad {KEY}"}}}}'), "status 401", 1),
    ("404", status(404, '{"error": "model not found"}'), "status 404: no such model", 1),
    ("400", status(400), "its context (CHORUS_LLM_CONTEXT)", 1),
    ("429 for an hour", status(429, Retry_After="3600"), "status 429: too many requests", 1),
    ("429 for ever", status(429), "status 429: too many requests", 3),
    ("500 always", status(500), "status 500", 3),
    ("503 in HTML", status(503, "<html>"), "status 503", 3),
    ("a redirect", status(307, Location="http://localhost/v1/chat/completions"), "redirect, which is refused", 1),
    ("a redirect with the key", status(302, Location=f"http://leak.invalid/{KEY}"), "redirect", 1),
    ("HTML with status 200", status(200, f"<html>{KEY}", Content_Type="text/html"), "answered with text/html", 1),
    ("a type that holds the key", status(200, "", Content_Type=f"text/{KEY}"), "another content type", 1),
    ("a whole answer", status(200, "{}", Content_Type="application/json"), "application/json in place of a stream", 1),
    ("compressed", status(200, "", Content_Type="text/event-stream", Content_Encoding="gzip"), "compressed", 1),
    ("no events", streamed([]), "answered with nothing", 1),
    ("empty choices", streamed([chunk(None)] * 3 + ["data: [DONE]\n\n"]), "answered with nothing", 1),
    ("no choices", streamed([event({"id": "1"})]), "no chat completion", 1),
    ("choices that are none", streamed([event({"choices": 3})]), "no chat completion", 1),
    ("text that is none", streamed([chunk({"content": {"a": 1}})]), "no chat completion", 1),
    ("invalid JSON", streamed(["data: {\n\n"]), "no chat completion", 1),
    ("not UTF-8", streamed([b"data: \xff\xfe\n\n"]), "no chat completion", 1),  # type: ignore[list-item]
    ("an error event", streamed([event({"error": {"message": f"oom {KEY}"}})]), "reported an error", 3),
    ("nothing written", streamed(openai("")), "answered with nothing", 1),
    ("blanks", streamed(openai("  \n")), "answered with nothing", 1),
    ("only reasoning", streamed(openai("<think>Rain? ", "[1]")), "wrote nothing but its reasoning", 1),
    ("a call of a tool", streamed(openai(finish="tool_calls")), "call of a tool", 1),
    ("broken off at once", streamed([], broken=True), "broke off", 3),
]
HALF: list[tuple[str, Reply, str]] = [
    ("out of tokens", streamed(openai(STUTTER, finish="length")), "ran out of its 200 tokens"),
    ("filtered", streamed(openai(STUTTER, finish="content_filter")), "withheld its answer"),
    ("an end of its own", streamed(openai(STUTTER, finish=f"because {KEY}")), "stopped for another reason"),
    ("no end", streamed(openai(STUTTER, finish=None)), "its stream stopped without an end"),
    ("cut within a marker", streamed(openai(STUTTER, finish=None, done=False)), "its stream stopped without an end"),
    ("cut in its encoding", streamed(openai(STUTTER, finish=None, done=False), broken=True), "broke off in the middle"),
    ("invalid JSON", streamed([*openai(STUTTER, finish=None, done=False), "data: {\n\n"]), "no chat completion"),
    ("an error", streamed([*openai(STUTTER, finish=None, done=False), event({"error": "x"})]), "reported an error"),
]


@pytest.mark.parametrize(("reply", "line", "asked"), [row[1:] for row in WORSE], ids=[row[0] for row in WORSE])
def test_a_bad_reply_is_one_line_that_names_the_endpoint_and_never_holds_the_key(
    llm_server: LLMServer, caplog: pytest.LogCaptureFixture, reply: Reply, line: str, asked: int
) -> None:
    caplog.set_level(logging.INFO)  # at DEBUG httpcore logs what a server's headers say, a key that it echoes too
    llm_server.replies = [reply]
    said, told = failure(opened(llm_server.url))
    assert told.startswith(f"the language model m at {llm_server.url} ")
    assert line in told
    assert not said.strip()
    assert len(llm_server.asked) == asked
    assert KEY not in caplog.text


@pytest.mark.parametrize(("reply", "line"), [row[1:] for row in HALF], ids=[row[0] for row in HALF])
def test_half_an_answer_is_a_failure_and_not_asked_for_again(llm_server: LLMServer, reply: Reply, line: str) -> None:
    llm_server.replies = [reply]
    said, told = failure(opened(llm_server.url))
    assert line in told
    assert said == STUTTER
    assert len(llm_server.asked) == 1


def test_a_call_of_a_tool_is_no_answer_whatever_else_it_says(llm_server: LLMServer) -> None:
    call = {"index": 0, "id": "1", "type": "function", "function": {"name": "search", "arguments": "{}"}}
    llm_server.replies = [streamed([chunk({"tool_calls": [call]}), *openai("Rain.")])]
    assert failure(opened(llm_server.url)) == (
        "",
        f"the language model m at {llm_server.url} answered with the call of a tool",
    )


@pytest.mark.parametrize(
    ("first", "pause"),
    [(status(500), 0.5), (status(429, Retry_After="2"), 2.0), (status(503, Retry_After="soon"), 0.5)],
    ids=["500", "429 for two seconds", "503"],
)
def test_a_busy_endpoint_is_asked_again_after_the_time_it_names(
    llm_server: LLMServer, first: Reply, pause: float
) -> None:
    llm_server.replies = [first, streamed(openai("Rain fell."))]
    slept: list[float] = []
    assert written(opened(llm_server.url, slept=slept))[0] == "Rain fell."
    assert slept == [pause]
    assert len(llm_server.asked) == 2


SLOW: list[tuple[str, Callable[[], Reply], str, str]] = [
    ("stalls before the first token", lambda: streamed([], hang_s=30), "wrote nothing within 0.6 s", ""),
    ("stalls before the head", lambda: streamed([], before_s=30), "wrote nothing within 0.6 s", ""),
    ("stalls after its role", lambda: streamed(openai(finish=None, done=False), hang_s=30), "wrote nothing", ""),
    (
        "stalls in the middle",
        lambda: streamed(openai(STUTTER, finish=None, done=False), hang_s=30),
        "stopped in the middle of its answer for 0.6 s (CHORUS_LLM_FIRST_TOKEN_S)",
        STUTTER,
    ),
    ("sends comments", lambda: streamed(endless(": keep-alive\n\n"), pause_s=0.05), "wrote nothing", ""),
    ("sends empty pieces", lambda: streamed(endless(chunk({"content": ""})), pause_s=0.05), "wrote nothing", ""),
    (
        "drips",
        lambda: streamed(endless(chunk({"content": "a"})), pause_s=0.1),
        "did not finish within 1.2 s (CHORUS_LLM_TOTAL_S)",
        "a",
    ),
    (
        "thinks for ever",
        lambda: streamed(endless(chunk({"reasoning_content": "hm"})), pause_s=0.1),
        "did not finish within 1.2 s",
        "",
    ),
]


@pytest.mark.parametrize(("reply", "line", "said"), [row[1:] for row in SLOW], ids=[row[0] for row in SLOW])
def test_an_endpoint_that_takes_its_time_is_left_behind(
    llm_server: LLMServer, reply: Callable[[], Reply], line: str, said: str
) -> None:
    written(opened(llm_server.url))  # the first request of a process takes longer: it imports and reads certificates
    llm_server.seen.clear()
    llm_server.replies = [reply()]
    model = opened(llm_server.url, SHORT)
    started = time.monotonic()
    before, told = failure(model)
    assert time.monotonic() - started < GENEROUS_S
    assert line in told
    assert (before.strip("a") == "" and "a" in before) if said == "a" else before == said
    assert len(llm_server.asked) == 1


def test_a_head_that_drips_is_left_behind() -> None:
    """Each byte is in time for any timeout of an HTTP library."""

    def drip() -> None:
        connection, _ = listening.accept()
        with connection, suppress(OSError):
            connection.sendall(b"HTTP/1.1 200 OK\r\n")
            for _ in range(200):
                connection.sendall(b"X")
                time.sleep(0.05)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=drip, daemon=True).start()
        assert (
            "wrote nothing within 0.6 s"
            in failure(opened(f"http://127.0.0.1:{listening.getsockname()[1]}/v1", SHORT))[1]
        )


@pytest.mark.parametrize(
    ("reply", "line"),
    [
        (lambda: streamed(endless(chunk({"content": "rain " * 50}))), "wrote on beyond the 200 tokens"),
        (lambda: streamed(endless(chunk({"reasoning_content": "hm " * 50}))), "wrote more than 464 kB"),
        (lambda: streamed(["data: " + "x" * 10_000_000]), "wrote more than 464 kB"),
        (lambda: streamed(openai("x" * 10_000_000)), "wrote more than 464 kB"),
        (lambda: streamed(endless(": comment\n\n" * 1000)), "wrote more than 464 kB"),
    ],
    ids=["text", "reasoning", "a line", "10 MB", "comments"],
)
def test_an_endless_answer_is_cut_by_its_size(llm_server: LLMServer, reply: Callable[[], Reply], line: str) -> None:
    llm_server.replies = [reply()]
    said, told = failure(opened(llm_server.url))
    assert line in told
    assert len(said) <= 16 * 200
    assert len(llm_server.asked) == 1


def test_an_endpoint_that_is_not_there_is_said_to_be_so(llm_server: LLMServer) -> None:
    for url, line in [
        ("http://127.0.0.1:9/v1", "refused the connection"),
        ("http://nowhere.invalid/v1", "its host name does not resolve"),
        (llm_server.url.replace("http", "https"), "its certificate or its TLS"),
    ]:
        assert failure(opened(url))[1].startswith(f"the language model m at {url} ")
        assert line in failure(opened(url))[1]


@pytest.mark.parametrize(
    "texts",
    [
        ["<think>Is it [2]?</think>", "Rain fell ", "[1]."],
        ["<th", "ink>Is", " it [2]?</t", "hink>Rain fell [1", "]."],
        ["Rain <THINKING>[2]</thinking>", "fell [1]."],
        [*"<think>No.</think>Rain fell [1]."],
    ],
)
def test_reasoning_is_no_part_of_the_answer(llm_server: LLMServer, texts: list[str]) -> None:
    llm_server.replies = [streamed(openai(*texts))]
    assert written(opened(llm_server.url))[0] == "Rain fell [1]."


def test_an_angle_bracket_that_opens_no_reasoning_is_kept(llm_server: LLMServer) -> None:
    llm_server.replies = [streamed(openai("1 <", " 2 <thin", "g> <b> a<", "th"))]
    assert written(opened(llm_server.url))[0] == "1 < 2 <thing> <b> a<th"


def test_reasoning_in_a_field_of_its_own_is_a_sign_of_life(llm_server: LLMServer) -> None:
    thoughts = [chunk({"reasoning_content": "hm"})] * 12
    llm_server.replies = [streamed([*thoughts, *openai("Rain fell.")], pause_s=0.1)]
    patience = Patience(connect_s=5.0, first_token_s=1.0, total_s=40.0)
    assert written(opened(llm_server.url, patience))[0] == "Rain fell."


def test_whoever_stops_reading_stops_the_request(llm_server: LLMServer) -> None:
    llm_server.replies = [streamed(endless(chunk({"content": "a "})), pause_s=0.01)]
    before = set(threading.enumerate())
    stream = opened(llm_server.url).stream(PROMPT, 100_000)
    assert next(stream) == "a "
    (reader,) = (thread for thread in set(threading.enumerate()) - before if thread.name == "language model")
    stream.close()  # type: ignore[attr-defined]
    reader.join(GENEROUS_S)
    assert not reader.is_alive()


@pytest.fixture
def anthropic_library() -> None:
    """The integration takes the anthropic package below version 1 alone, as the extra says."""
    pytest.importorskip("llama_index.llms.anthropic")
    if version("anthropic").partition(".")[0] != "0":
        pytest.skip("another anthropic than the extra asks for; install '.[anthropic]'")


def test_an_answer_of_anthropic_comes_with_its_usage(llm_server: LLMServer, anthropic_library: None) -> None:
    llm_server.replies = [streamed(anthropic("Rain fell ", "[1]."))]
    assert written(opened(llm_server.root, provider="anthropic")) == ("Rain fell [1].", Usage(7, 5))
    (request,) = llm_server.asked
    assert request.path == "/v1/messages"
    assert request.headers["x-api-key"] == KEY
    assert "authorization" not in request.headers
    assert (request.body["system"], request.body["max_tokens"]) == ("Answer.", 200)


@pytest.mark.parametrize(
    ("reply", "line", "asked"),
    [
        (streamed(anthropic("Rain", stop_reason="max_tokens")), "ran out of its 200 tokens", 1),
        (streamed(anthropic("Rain", stop_reason="refusal")), "withheld its answer", 1),
        (streamed(anthropic("Rain")[:-2]), "its stream stopped without an end", 1),
        (status(529, KEY), "status 529", 3),
        (status(401, KEY), "status 401: the key is missing or wrong", 1),
        (streamed([f"event: error\n{event({'type': 'error', 'error': {'message': KEY}})}"]), "reported an error", 3),
    ],
)
def test_a_bad_reply_of_anthropic_is_a_failure(
    llm_server: LLMServer, anthropic_library: None, reply: Reply, line: str, asked: int
) -> None:
    llm_server.replies = [reply]
    assert line in failure(opened(llm_server.root, provider="anthropic"))[1]
    assert len(llm_server.asked) == asked


def test_an_answer_of_ollama_comes_from_a_context_that_is_asked_for(
    llm_server: LLMServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("llama_index.llms.ollama")
    monkeypatch.setenv("OLLAMA_HOST", "http://leak.invalid")
    monkeypatch.setenv("OLLAMA_API_KEY", "leak")
    llm_server.documents = {
        "/api/tags": {"models": [{"name": "m:latest"}]},
        "/api/show": {"model_info": {"qwen.context_length": 4096}},
    }
    llm_server.replies = [streamed(ollama("Rain fell ", "[1]."), media_type=NDJSON)]
    assert written(opened(llm_server.root, provider="ollama")) == ("Rain fell [1].", Usage(7, 5))
    (request,) = llm_server.asked
    assert request.path == "/api/chat"
    assert request.body["options"] == {"temperature": 0.0, "num_ctx": 4096, "num_predict": 200}
    assert "leak" not in str(request.headers)


@pytest.mark.parametrize(
    ("reply", "line", "asked"),
    [
        (streamed(ollama("Rain", done_reason="length"), media_type=NDJSON), "ran out of its 200 tokens", 1),
        (streamed(ollama("Rain")[:-1], media_type=NDJSON), "its stream stopped without an end", 1),
        (streamed(["{\n"], media_type=NDJSON), "no chat completion", 1),
        (streamed([f'{{"error": "{KEY}"}}\n'], media_type=NDJSON), "reported an error", 3),
        (status(404, f'{{"error": "{KEY}"}}'), "status 404: no such model", 1),
    ],
)
def test_a_bad_reply_of_ollama_is_a_failure(llm_server: LLMServer, reply: Reply, line: str, asked: int) -> None:
    pytest.importorskip("llama_index.llms.ollama")
    llm_server.documents = {"/api/tags": {"models": []}}
    llm_server.replies = [reply]
    assert line in failure(opened(llm_server.root, provider="ollama"))[1]
    assert len(llm_server.asked) == asked


@pytest.mark.parametrize(
    ("record", "environ", "expected"),
    [
        ({"id": "m", "max_model_len": 4096}, {}, 4096),
        ({"id": "path/of/m.gguf", "meta": {"n_ctx": 2048, "n_ctx_train": 99}}, {}, 2048),
        ({"id": "m"}, {}, 8192),
        ({"id": "m", "context_length": "many"}, {}, 8192),
        ({"id": "m", "max_model_len": 4096}, {"CHORUS_LLM_CONTEXT": "2000"}, 2000),
        ({"id": "m", "max_model_len": 4096}, {"CHORUS_LLM_CONTEXT": "9000"}, 4096),
        ({"id": "m"}, {"CHORUS_LLM_CONTEXT": "9000"}, 9000),
        (None, {}, 8192),
    ],
)
def test_the_context_is_the_endpoints_or_the_settings(
    llm_server: LLMServer, record: Any, environ: dict[str, str], expected: int
) -> None:
    llm_server.documents = {"/v1/models": {"data": [record]} if record else status(404)}
    model = open_model(f"openai-like:m@{llm_server.url}", environ)
    assert (model.context_tokens, model.context_tokens) == (expected, expected)
    assert len(llm_server.seen) == 1


def test_a_list_of_models_that_hangs_does_not_hold_an_answer_up(llm_server: LLMServer) -> None:
    llm_server.documents = {"/v1/models": streamed([], before_s=30)}
    started = time.monotonic()
    assert opened(llm_server.url, SHORT).context_tokens == 8192
    assert time.monotonic() - started < GENEROUS_S
