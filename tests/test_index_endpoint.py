import json
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import numpy as np
import pytest

from index.embed import open_embedder
from index.endpoint import EndpointEmbedder, Patience
from index.errors import ModelUnavailable, UsageError
from index.settings import IndexSettings

KEY = "sk-canary-0123456789"
QUICK = Patience(connect_s=1.0, total_s=1.0, retries=2)


class Server:
    """A real endpoint on loopback: `reply` decides what one request gets; every request is kept."""

    def __init__(self) -> None:
        self.reply: Callable[[BaseHTTPRequestHandler, dict[str, Any]], None] = good
        self.requests: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                outer.requests.append({"path": self.path, **body})
                outer.keys.append(self.headers.get("Authorization"))
                outer.reply(self, body)

            def log_message(self, *_: Any) -> None: ...

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.http.server_port}/v1"
        threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def embedder(self, model: str = "m", patience: Patience = QUICK) -> EndpointEmbedder:
        return EndpointEmbedder(model, self.url, KEY, patience)


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.http.shutdown()
    running.http.server_close()


def send(handler: BaseHTTPRequestHandler, status: int, body: bytes | Any, **headers: str) -> None:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("Content-Length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data)


def vector(text: str) -> list[float]:
    return [float(len(text)), 3.0, 4.0]


def good(handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
    rows = [{"index": n, "embedding": vector(text)} for n, text in enumerate(body["input"])]
    send(handler, 200, {"data": rows[::-1]})  # the order is the index's, not the list's


def test_a_further_request_reads_no_certificates(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Seen: 30 ms of a question, on a loopback address that has none."""
    embedder = server.embedder()
    embedder.embed_query("Where?")
    monkeypatch.delattr(ssl, "create_default_context")
    assert embedder.embed_query("When?").shape == (3,)


def test_vectors_come_back_as_unit_rows_in_the_order_of_the_texts(server: Server) -> None:
    embedder = server.embedder()
    texts = ["x" * n for n in range(1, 131)]
    vectors = embedder.embed_passages(texts)
    expected = np.array([vector(text) for text in texts])
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(vectors, expected / np.linalg.norm(expected, axis=1, keepdims=True), rtol=1e-6)
    assert [len(request["input"]) for request in server.requests] == [64, 64, 2]
    assert {(r["path"], r["model"]) for r in server.requests} == {("/v1/embeddings", "m")}
    assert set(server.keys) == {f"Bearer {KEY}"}
    assert (embedder.dim, embedder.embed_query("ab").shape) == (3, (3,))


def test_no_texts_give_no_rows_and_a_blank_text_a_zero_row(server: Server) -> None:
    embedder = server.embedder()
    assert embedder.embed_passages([]).shape == (0, 3)
    assert embedder.embed_passages(["", "a\ud800"])[0].tolist() == [0.0, 0.0, 0.0]
    assert "" not in [text for request in server.requests for text in request["input"]]


def test_a_model_of_the_e5_family_gets_its_prefixes(server: Server) -> None:
    embedder = server.embedder("intfloat/multilingual-e5-small")
    embedder.embed_query("why?")
    embedder.embed_passages(["rain"])
    assert [request["input"] for request in server.requests] == [["query: why?"], ["passage: rain"]]


def answers(body: Any, status: int = 200, **headers: str) -> Callable[[BaseHTTPRequestHandler, dict[str, Any]], None]:
    return lambda handler, _: send(handler, status, body, **headers)


def row(values: Any, index: int = 0) -> dict[str, Any]:
    return {"index": index, "embedding": values}


def drip(handler: BaseHTTPRequestHandler, _: dict[str, Any]) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _number in range(100):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.1)


def drip_headers(handler: BaseHTTPRequestHandler, _: dict[str, Any]) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(100):
        handler.wfile.write(f"X-{number}: a\r\n".encode())
        handler.wfile.flush()
        time.sleep(0.1)


def hang(_handler: BaseHTTPRequestHandler, _: dict[str, Any]) -> None:
    time.sleep(5)


def close(handler: BaseHTTPRequestHandler, _: dict[str, Any]) -> None:
    handler.connection.close()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize(
    ("reply", "reason", "asked"),
    [
        (answers({"error": f"bad key {KEY}"}, 401), "status 401: set CHORUS_EMBEDDING_API_KEY", 1),
        (answers("no", 404), "status 404: no such model or path", 1),
        (answers("no", 500), "status 500", 1),
        (answers("busy", 429, Retry_After="0"), "did not answer|status 429: too many requests", 2),
        (answers("busy", 429, Retry_After="3600"), "status 429", 1),
        (answers("<html>down</html>", 503), "status 503|did not answer", 2),
        (answers("", 302, Location="http://127.0.0.1:1/"), "status 302, a redirect, which is not followed", 1),
        (answers(b"<html>fine</html>"), "something else than embeddings", 1),
        (answers(b"[" * 100_000), "something else than embeddings", 1),
        (answers({"data": []}), "something else than embeddings", 1),
        (answers({"data": [row([1.0]), row([1.0], 1)]}), "something else than embeddings", 1),
        (answers({"data": [row([1.0], 7)]}), "something else than embeddings", 1),
        (answers({"data": [row([])]}), "something else than embeddings", 1),
        (answers({"data": [row(["a"])]}), "something else than embeddings", 1),
        (answers({"data": [row([True])]}), "something else than embeddings", 1),
        (answers({"data": [row(None)]}), "something else than embeddings", 1),
        (answers(b'{"data": [{"index": 0, "embedding": [NaN]}]}'), "something else than embeddings", 1),
        (answers(b'{"data": [{"index": 0, "embedding": [1e999]}]}'), "something else than embeddings", 1),
        (answers({"choices": []}), "something else than embeddings", 1),
        (hang, "did not answer in time", 1),
        (drip, "did not answer in time", 1),
        (drip_headers, "did not answer in time", 1),
        (close, "cannot be reached", 1),
    ],
)
def test_a_bad_endpoint_is_one_line_in_time_that_never_holds_the_key(
    server: Server, reply: Any, reason: str, asked: int
) -> None:
    server.reply = reply
    embedder = server.embedder()
    started = time.monotonic()
    with pytest.raises(ModelUnavailable, match=reason) as error:
        embedder.embed_query("why?")
    assert time.monotonic() - started < 2.0
    assert asked <= len(server.requests) <= 3
    assert server.url in str(error.value)
    assert "CHORUS_EMBEDDING_MODEL" in str(error.value)
    assert "\n" not in str(error.value)
    assert KEY not in f"{error.value!r} {error.value.__cause__!r} {embedder!r} {embedder.fingerprint}"


def test_a_busy_endpoint_is_asked_again(server: Server) -> None:
    replies = [answers("busy", 503, Retry_After="0"), good]

    def next_reply(handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        replies.pop(0)(handler, body)

    server.reply = next_reply
    assert server.embedder(patience=Patience(1.0, 5.0, 2)).embed_query("why?").shape == (3,)
    assert len(server.requests) == 2


def test_a_dimension_that_changes_is_refused(server: Server) -> None:
    embedder = server.embedder()
    embedder.embed_query("a")
    server.reply = answers({"data": [row([1.0, 2.0])]})
    with pytest.raises(ModelUnavailable, match="2 numbers a text after 3"):
        embedder.embed_query("b")


def test_an_endpoint_that_is_not_there_is_named() -> None:
    with pytest.raises(ModelUnavailable, match=r"127\.0\.0\.1:9/v1/embeddings cannot be reached"):
        EndpointEmbedder("m", "http://127.0.0.1:9/v1", patience=QUICK).embed_query("why?")


@pytest.mark.parametrize(
    "url",
    ["ftp://host/v1", "http://", "http://user:secret@host/v1", "http://host/v1?key=secret", "http://host:x/v1", "host"],
)
def test_an_address_that_is_none_or_holds_a_secret_is_refused_without_showing_it(url: str) -> None:
    with pytest.raises(UsageError) as error:
        EndpointEmbedder("m", url)
    assert "secret" not in str(error.value)


def test_a_key_that_cannot_be_sent_is_refused_without_showing_it() -> None:
    with pytest.raises(UsageError) as error:
        EndpointEmbedder("m", "http://host/v1", "canary\n")
    assert "canary" not in str(error.value)


def test_the_settings_open_an_endpoint_with_the_key_of_the_environment(server: Server) -> None:
    settings = IndexSettings(embedding_model=f"openai-like:org/m@1@{server.url}")
    embedder = open_embedder(settings, {"CHORUS_EMBEDDING_API_KEY": KEY})
    assert embedder.fingerprint == f"openai-like:org/m@1@{server.url}"
    assert embedder.embed_query("a").shape == (3,)
    assert server.keys == [f"Bearer {KEY}"]
    with pytest.raises(UsageError, match="names no endpoint"):
        open_embedder(IndexSettings(embedding_model="openai-like:m"), {})


def test_tokens_are_estimated_by_bytes() -> None:
    embedder = EndpointEmbedder("m", "http://host/v1")
    assert [embedder.count_tokens(text) for text in ("", "rain", "Рим.", "\ud800")] == [0, 1, 2, 0]
