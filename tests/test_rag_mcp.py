from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import anyio
import httpx
import jsonschema
import pytest
import uvicorn
from mcp import Client, StdioServerParameters, stdio_client
from mcp.client.streamable_http import streamable_http_client
from mcp.types import CallToolResult

from index.errors import UsageError
from rag.mcp import build_server, http_app, main
from rag.pipeline import Pipeline

ROOT = Path(__file__).parent.parent
SCHEMA = json.loads((ROOT / "rag" / "answer.schema.json").read_text(encoding="utf-8"))
KEY = "a-key-of-enough-characters"


def call(pipeline: Pipeline, tool: str, **arguments: object) -> CallToolResult:
    async def once() -> CallToolResult:
        async with Client(build_server(pipeline)) as client:
            return await client.call_tool(tool, arguments)

    return anyio.run(once)


def text_of(result: CallToolResult) -> str:
    (block,) = result.content
    assert block.type == "text"
    return block.text


def test_the_tools_say_what_they_do_and_that_they_only_read(seeds_pipeline: Pipeline) -> None:
    async def listed() -> dict[str, object]:
        async with Client(build_server(seeds_pipeline)) as client:
            return {tool.name: tool for tool in (await client.list_tools()).tools}

    tools = anyio.run(listed)
    assert set(tools) == {"ask", "search", "article"}
    for tool in tools.values():
        assert tool.annotations.read_only_hint and len(tool.description) > 80  # type: ignore[attr-defined]


def test_ask_gives_the_cited_answer_as_text_and_as_the_documented_record(seeds_pipeline: Pipeline) -> None:
    result = call(seeds_pipeline, "ask", question="Kush i njohu Donjeckun dhe Luhanskun?")
    assert result.structured_content is not None
    jsonschema.validate(result.structured_content, SCHEMA)
    assert result.structured_content["question_language"] == "sq"
    assert result.structured_content["claims"][0]["text"] in text_of(result)


def test_ask_keeps_to_the_filter(seeds_pipeline: Pipeline) -> None:
    result = call(seeds_pipeline, "ask", question="Why is Russia buying shells from North Korea?", languages=["hu"])
    assert result.structured_content is not None
    cited = {c["language"] for claim in result.structured_content["claims"] for c in claim["citations"]}
    assert cited == {"hu"}


def test_search_finds_passages_and_article_reads_them_whole(seeds_pipeline: Pipeline) -> None:
    found = call(seeds_pipeline, "search", query="balističke rakete", passages=3)
    assert found.structured_content is not None
    first, *others = found.structured_content["passages"]
    assert len(others) <= 2 and first["text"] in text_of(found)
    article = call(seeds_pipeline, "article", article_id=first["article_id"]).structured_content
    assert article is not None and "source" not in article
    assert article["text"][first["start"] : first["end"]] == first["text"]


@pytest.mark.parametrize(
    ("tool", "arguments", "named"),
    [
        ("article", {"article_id": "../../etc/passwd"}, "no article has the id"),
        ("ask", {"question": "Who?", "since": "yesterday"}, "'yesterday' is no date"),
        ("ask", {"question": "Who?", "languages": ["klingon!"]}, "is no language code"),
        ("ask", {"question": "Who?", "languages": ["sr", "de"]}, "no article of the index is in the language 'de'"),
        ("search", {"query": "x", "passages": 5000}, "search: passages: Input should be less than or equal to 50"),
        ("search", {"query": "x", "limit": -5}, "search takes no argument 'limit'; it takes query, passages, "),
        ("ask", {}, "ask: question: Field required"),
    ],
)
def test_a_bad_call_is_answered_with_one_line_that_names_the_fault(
    seeds_pipeline: Pipeline, tool: str, arguments: dict[str, object], named: str
) -> None:
    result = call(seeds_pipeline, tool, **arguments)
    assert result.is_error and named in text_of(result) and "Traceback" not in text_of(result)
    assert "\n" not in text_of(result) and "pydantic" not in text_of(result)


def test_it_speaks_over_stdin_and_stdout_as_a_client_starts_it(seeds_store: Path) -> None:
    parameters = StdioServerParameters(
        command=sys.executable, args=["-m", "rag.mcp", "--store", str(seeds_store)], cwd=str(ROOT)
    )

    async def once() -> CallToolResult:
        async with Client(stdio_client(parameters)) as client:
            return await client.call_tool("ask", {"question": "Who bought shells?"})

    assert "[1]" in text_of(anyio.run(once))


def test_a_line_that_is_no_message_is_answered_and_the_next_one_served(seeds_store: Path) -> None:
    """Seen: such lines got no answer at all, which leaves a client waiting."""
    command = [sys.executable, "-m", "rag.mcp", "--store", str(seeds_store)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdin and child.stdout
        child.stdin.write('no json\n[1,2,3]\n{"jsonrpc": "2.0", "id": 7, "method": "ping"}\n')
        child.stdin.flush()
        answers = [json.loads(child.stdout.readline()) for _ in range(3)]
        child.stdin.close()
        assert child.wait() == 0
    codes = {(one["id"], one.get("error", {}).get("code")) for one in answers}
    assert codes == {(None, -32700), (None, -32600), (7, None)}


def test_what_was_asked_is_answered_though_the_client_closes_its_end_right_behind_it(seeds_store: Path) -> None:
    """Seen: the answer that was being worked on was dropped."""
    begin = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}}
    call = {"name": "ask", "arguments": {"question": "Who bought shells?"}}
    lines = [
        {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": begin},
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": call},
    ]
    command = [sys.executable, "-m", "rag.mcp", "--store", str(seeds_store)]
    asked = "".join(f"{json.dumps(line)}\n" for line in lines)
    done = subprocess.run(command, cwd=ROOT, input=asked, capture_output=True, text=True, check=True)
    answers = {one["id"]: one for one in map(json.loads, done.stdout.splitlines())}
    assert "[1]" in answers[2]["result"]["content"][0]["text"]


@pytest.mark.parametrize("port", ["99999", "-1", "x"])
def test_a_port_that_is_none_is_refused_before_any_address_is_told(
    port: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Seen: port 99999 was announced, and port 34463 was served."""
    with pytest.raises(SystemExit) as ended:
        main(["--http", "--port", port])
    err = capsys.readouterr().err
    assert ended.value.code == 2 and f"{port!r} is no port" in err and "http://" not in err


def test_a_port_that_is_taken_is_named_before_any_address_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["--http", "--port", str(port), "--store", str(tmp_path / "store")]) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"error: cannot listen on 127.0.0.1 port {port}: ") and "http://" not in err


def test_over_http_nobody_waits_for_a_stream_that_there_is_not(seeds_pipeline: Pipeline) -> None:
    """Seen: `curl http://…/mcp` never ended."""
    with served(seeds_pipeline, None) as url:
        answer = httpx.get(url, headers={"Accept": "text/event-stream"}, timeout=10)
    assert answer.status_code == 405 and answer.headers["allow"] == "POST"


def test_an_index_that_is_missing_is_said_before_the_protocol_starts(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "rag.mcp", "--store", str(tmp_path / "none")],
        cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr.startswith("error: ") and "none" in done.stderr and "Traceback" not in done.stderr


@contextmanager
def served(pipeline: Pipeline, key_file: Path | None) -> Iterator[str]:
    server = uvicorn.Server(uvicorn.Config(http_app(pipeline, "127.0.0.1", key_file), port=0, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/mcp"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    path = tmp_path / "keys"
    path.write_text(f"# for the newsroom\n{KEY}\n", encoding="utf-8")
    return path


def test_over_http_a_client_with_a_key_is_answered(seeds_pipeline: Pipeline, key_file: Path) -> None:
    async def once(url: str) -> CallToolResult:
        async with (
            httpx.AsyncClient(headers={"Authorization": f"Bearer {KEY}"}) as http,
            Client(streamable_http_client(url, http_client=http)) as client,
        ):
            return await client.call_tool("search", {"query": "Donetsk"})

    with served(seeds_pipeline, key_file) as url:
        assert not anyio.run(once, url).is_error


def test_over_http_no_tool_is_listed_without_a_key(seeds_pipeline: Pipeline, key_file: Path) -> None:
    listing = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    with served(seeds_pipeline, key_file) as url:
        for headers in ({}, {"Authorization": "Bearer wrong-key-of-enough-length"}, {"Authorization": KEY}):
            answer = httpx.post(url, json=listing, headers=headers)
            assert answer.status_code == 401 and "search" not in answer.text


def test_over_http_a_page_of_another_site_cannot_call(seeds_pipeline: Pipeline) -> None:
    listing = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    with served(seeds_pipeline, None) as url:
        for headers in ({"Origin": "https://evil.example"}, {"Host": "evil.example"}):
            assert httpx.post(url, json=listing, headers=headers).status_code in (403, 421)


def test_over_http_one_call_too_many_is_told_to_come_back(
    seeds_pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rag.mcp.AT_ONCE", 1)
    monkeypatch.setattr("rag.mcp.WAITING", 0)
    began, go_on = threading.Event(), threading.Event()

    def slow(*_args: object, **_asked: object) -> object:
        began.set()
        go_on.wait(10)
        raise UsageError("ended")

    monkeypatch.setattr(seeds_pipeline, "ask", slow)
    call = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "tools/call",
        "params": {"name": "ask", "arguments": {"question": "x"}},
    }
    headers = {"Accept": "application/json, text/event-stream"}
    with served(seeds_pipeline, None) as url:
        first = threading.Thread(target=lambda: httpx.post(url, json=call, headers=headers, timeout=20))
        first.start()
        assert began.wait(10)
        refused = httpx.post(url, json=call, headers=headers)
        go_on.set()
        first.join()
    assert refused.status_code == 503 and refused.headers["retry-after"] and "try again" in refused.text


def test_an_address_open_to_others_needs_keys(seeds_pipeline: Pipeline) -> None:
    with pytest.raises(UsageError, match=r"0\.0\.0\.0 is open to other machines .*--api-key-file"):
        http_app(seeds_pipeline, "0.0.0.0")


@pytest.mark.parametrize(("text", "fault"), [("", "holds no key"), ("short\n", ":1: a key needs at least 16")])
def test_a_key_file_that_protects_nothing_is_refused(tmp_path: Path, text: str, fault: str) -> None:
    from rag.web.api_keys import ApiKeys

    path = tmp_path / "keys"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=fault):
        ApiKeys.read(path)


def test_keys_are_in_no_repr(key_file: Path) -> None:
    from rag.web.api_keys import ApiKeys

    assert KEY not in repr(ApiKeys.read(key_file))
