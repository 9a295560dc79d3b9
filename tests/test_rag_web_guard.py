from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from index.errors import UsageError
from rag.web.front import guarded_app
from rag.web.guard import BoundedBodies, Headered, KnownHosts
from rag.web.settings import ChatSettings


async def echo(request: Request) -> Response:
    return PlainTextResponse(str(len(await request.body())))


def page(_request: Request) -> Response:
    return HTMLResponse("<script>own()</script><script src='/a.js'></script><script type=module>two()</script>")


def stream(_request: Request) -> Response:
    return StreamingResponse(iter(["one", "two"]), media_type="text/event-stream")


ROUTES = Starlette(
    routes=[Route("/", page), Route("/stream", stream), Route("/{rest:path}", echo, methods=["GET", "POST"])]
)


def hash_of(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


@pytest.mark.parametrize("path", ["/", "/stream", "/file"])
def test_every_answer_has_the_headers_that_keep_a_page_closed(path: str) -> None:
    answer = TestClient(Headered(ROUTES)).get(path)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy and "frame-ancestors 'none'" in policy and "http" not in policy


def test_only_the_scripts_that_stand_in_the_page_may_run() -> None:
    answer = TestClient(Headered(ROUTES)).get("/")
    policy = answer.headers["content-security-policy"]
    assert hash_of("own()") in policy and hash_of("two()") in policy and policy.count("sha256-") == 2
    assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]
    assert answer.text.startswith("<script>own()")


def test_a_stream_is_not_held_back() -> None:
    assert TestClient(Headered(ROUTES)).get("/stream").text == "onetwo"


@pytest.mark.parametrize(
    ("host", "status"),
    [("localhost:7860", 200), ("127.0.0.1", 200), ("[::1]:7860", 200), ("news.example", 200), ("NEWS.example:80", 200),
     ("evil.example", 421), ("", 421), ("localhost.evil.example", 421)],
)  # fmt: skip
def test_only_known_hosts_are_served(host: str, status: int) -> None:
    client = TestClient(KnownHosts(ROUTES, ["news.example"]))
    assert client.get("/", headers={"Host": host}).status_code == status


@pytest.mark.parametrize(
    ("path", "content", "headers", "status"),
    [
        ("/v1/models", b"", {"Host": "evil.example"}, 421),
        ("/v1/chat/completions", b"x" * (9 << 20), {}, 413),
        ("/v1/chat/completions", b"{}", {"Origin": "https://evil.example"}, 403),
        ("/v1/embeddings", b"{}", {}, 404),
    ],
)
def test_a_client_of_the_openai_api_is_refused_in_its_format(
    path: str, content: bytes, headers: dict[str, str], status: int
) -> None:
    """Seen: plain text, in which such clients find no message."""
    client = TestClient(guarded_app(ROUTES, ChatSettings()), base_url="http://127.0.0.1")
    answer = client.post(path, content=content, headers=headers)
    assert answer.status_code == status and len(answer.json()["error"]["message"]) > 8
    assert client.post("/elsewhere", content=content, headers=headers).headers["content-type"].startswith("text/plain")


def test_a_long_body_is_refused_whether_declared_or_not() -> None:
    client = TestClient(BoundedBodies(ROUTES, most=1000, uploads=5000))
    assert client.post("/ask", content=b"x" * 1000).text == "1000"
    assert client.post("/ask", content=b"x" * 1001).status_code == 413
    assert client.post("/ask", content=iter([b"x" * 600] * 2)).status_code == 413
    assert client.post("/gradio_api/upload", content=b"x" * 5000).text == "5000"
    assert client.post("/gradio_api/upload", content=b"x" * 5001).status_code == 413


@pytest.mark.parametrize("settings", [ChatSettings(host="0.0.0.0"), ChatSettings(share=True)])
def test_an_address_open_to_others_needs_a_login(settings: ChatSettings) -> None:
    with pytest.raises(UsageError, match=r"there is no login; write a file with python -m rag\.web\.passwords"):
        guarded_app(ROUTES, settings)


def test_on_this_machine_no_login_is_asked_for() -> None:
    client = TestClient(guarded_app(ROUTES, ChatSettings()), base_url="http://127.0.0.1:7860")
    assert client.get("/").status_code == 200


def test_a_login_that_cannot_be_read_opens_nothing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        guarded_app(ROUTES, ChatSettings(auth_file=tmp_path / "none"))
