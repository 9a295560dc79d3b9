from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from index.errors import UsageError
from rag.web.forwarded import Forwarded
from rag.web.listening import listening
from rag.web.model_health import DOWN, kept, model_check
from rag.web.narrow import Narrow
from rag.web.origin import OwnOrigin
from rag.web.parcels import Parcels, private_folder, sweep
from rag.web.settings import ChatSettings
from rag.web.sharing import share_when_started
from rag.web.turnstile import Turnstile
from tests import llm_server
from tests.serving import get, post, serving

KEY = "sk-canary-of-the-endpoint"


async def seen(request: Request) -> Response:
    """What an app sees of its caller."""
    said = {name: value for name, value in request.headers.items() if name.startswith("x-")}
    host = request.client.host if request.client else ""
    return JSONResponse({"client": host, "scheme": request.url.scheme, "said": said})


SEEN = Starlette(routes=[Route("/{rest:path}", seen, methods=["GET", "POST"])])
CLAIMED = {"X-Forwarded-For": "6.6.6.6", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example"}


def test_what_a_proxy_says_counts_only_when_it_is_one_that_was_named() -> None:
    proxy = ("10.1.2.3", 4000)
    trusted = TestClient(Forwarded(SEEN, ["10.0.0.0/8"]), client=proxy).get("/", headers=CLAIMED).json()
    assert (trusted["client"], trusted["scheme"]) == ("6.6.6.6", "https")
    for anybody in (Forwarded(SEEN), Forwarded(SEEN, ["10.9.9.9"])):
        answer = TestClient(anybody, client=proxy).get("/", headers=CLAIMED).json()
        assert answer == {"client": "10.1.2.3", "scheme": "http", "said": {}}


@pytest.mark.parametrize(
    ("origin", "status"),
    [(None, 200), ("http://testserver", 200), ("https://news.example", 200), ("https://evil.example", 403),
     ("null", 403), ("http://testserver.evil.example", 403), ("http://[", 403)],
)  # fmt: skip
def test_a_page_of_another_site_can_send_nothing(origin: str | None, status: int) -> None:
    client = TestClient(OwnOrigin(SEEN, ["news.example"]))
    headers = {"Origin": origin} if origin else {}
    assert client.post("/gradio_api/queue/join", headers=headers).status_code == status
    assert client.get("/", headers=headers).status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/gradio_api/file=/etc/passwd", "/gradio_api/file=http://10.0.0.1/", "/file=x", "/gradio_api/proxy=http://x",
     "/gradio_api/upload", "/monitoring", "/gradio_api/deep_link", "/static/../gradio_api/file=x", "//", "/docs",
     "/gradio_api/vibe-edit", "/gradio_api/stream/1", "/login"],
)  # fmt: skip
def test_addresses_that_the_page_does_not_need_are_not_there(path: str) -> None:
    class Raw:
        """Sends a path as it is, where a client would tidy it up."""

        async def __call__(self, scope: dict[str, object], receive: object, send: object) -> None:
            if scope["type"] == "http":
                scope["path"] = path
            await Narrow(SEEN, uploads=False)(scope, receive, send)  # type: ignore[arg-type]

    assert TestClient(Raw()).post("/").status_code == 404


def test_below_a_root_path_the_same_addresses_are_there() -> None:
    client = TestClient(Narrow(SEEN, uploads=True), root_path="/chorus")
    assert client.get("/chorus/config").status_code == 200
    assert client.post("/chorus/gradio_api/upload").status_code == 200
    assert client.get("/chorus/gradio_api/file=x").status_code == 404


class Slow:
    """An app that works until it is told to stop, and counts."""

    def __init__(self) -> None:
        self.running = self.most = self.stopped = 0
        self.done = threading.Event()

    async def answer(self, request: Request) -> Response:
        import anyio

        body = await request.body()
        self.running += 1
        self.most = max(self.most, self.running)
        try:
            while not self.done.is_set():
                await anyio.sleep(0.01)
        except BaseException:
            self.stopped += 1
            raise
        finally:
            self.running -= 1
        return PlainTextResponse(body)


def until(true: Callable[[], bool]) -> None:
    ends = time.monotonic() + 10
    while not true():
        assert time.monotonic() < ends
        time.sleep(0.01)


@pytest.fixture
def slow() -> Slow:
    return Slow()


@pytest.fixture
def turnstile(slow: Slow) -> Iterator[str]:
    app = Starlette(routes=[Route("/ask", slow.answer, methods=["GET", "POST"]), Route("/free", seen)])
    with serving(Turnstile(app, "/ask", at_once=2, waiting=3)) as url:
        yield url
        slow.done.set()


def test_some_are_served_some_wait_and_the_rest_are_told_when_to_come_back(slow: Slow, turnstile: str) -> None:
    answers: list[httpx.Response] = []

    def ask(number: int) -> None:
        answers.append(post(f"{turnstile}/ask", content=str(number), timeout=20))

    asking = [threading.Thread(target=ask, args=(number,)) for number in range(9)]
    for thread in asking:
        thread.start()
    until(lambda: len(answers) == 4)
    assert get(f"{turnstile}/free").status_code == 200
    slow.done.set()
    for thread in asking:
        thread.join()
    assert slow.most == 2
    assert sorted(answer.status_code for answer in answers) == [200] * 5 + [503] * 4
    for answer in answers[:4]:
        assert answer.headers["retry-after"] == "5" and "try again" in answer.json()["error"]["message"]


def test_who_goes_away_frees_the_place_and_ends_the_work(slow: Slow, turnstile: str) -> None:
    for _ in range(2):
        with pytest.raises(httpx.ReadTimeout):
            post(f"{turnstile}/ask", content="x", timeout=0.2)
    until(lambda: slow.stopped == 2)
    slow.done.set()
    assert post(f"{turnstile}/ask", content="next").text == "next"


def test_uploads_together_are_bounded_and_what_nobody_took_is_swept(tmp_path: Path) -> None:
    async def keep(request: Request) -> Response:
        body = await request.body()
        (tmp_path / str(len(list(tmp_path.iterdir())))).write_bytes(body)
        return PlainTextResponse("kept")

    app = Starlette(routes=[Route("/gradio_api/upload", keep, methods=["POST"])])
    client = TestClient(Parcels(app, tmp_path, most_bytes=1000, most_files=4))
    assert [client.post("/gradio_api/upload", content=b"x" * 400).status_code for _ in range(3)] == [200, 200, 503]
    refused = client.post("/gradio_api/upload", content=b"x" * 400)
    assert "try again" in refused.text and refused.headers["retry-after"]
    assert [client.post("/gradio_api/upload", content=b"").status_code for _ in range(3)] == [200, 200, 503]
    old = time.time() - 100
    for path in tmp_path.iterdir():
        os.utime(path, (old, old))
    sweep(tmp_path, older_than_s=50)
    assert tmp_path.is_dir() and not list(tmp_path.iterdir())


def test_the_page_has_a_folder_of_its_own_for_uploads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADIO_TEMP_DIR", "")
    private_folder.cache_clear()
    folder = private_folder()
    assert os.environ["GRADIO_TEMP_DIR"] == str(folder) and folder.stat().st_mode & 0o077 == 0
    private_folder.cache_clear()
    folder.rmdir()


class Server:
    started, should_exit = True, False


def test_a_public_address_is_told_and_so_is_that_there_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    share_when_started(Server(), 7860, "/chorus/", lambda port: f"https://x.gradio.live:{port}/").join(5)
    assert capsys.readouterr().err == "Shared with everybody who can log in: https://x.gradio.live:7860/chorus/\n"

    def none(_port: int) -> str:
        raise RuntimeError("Could not get share link from Gradio API Server.\nTraceback ...")

    share_when_started(Server(), 7860, "/", none).join(5)
    told = capsys.readouterr().err
    assert told.startswith("no public address: Could not get share link") and told.count("\n") == 1


def test_the_endpoint_is_asked_once_in_a_while_and_only_its_state_is_told() -> None:
    environ = {"CHORUS_LLM_API_KEY": KEY}
    with llm_server.running() as server:
        check = model_check(f"openai-like:m@{server.url}", environ, kept_s=60)
        assert check is not None
        assert [check() for _ in range(5)] == [""] * 5
        assert len(server.seen) == 1
    dead = model_check(f"openai-like:m@{server.url}", environ, kept_s=60)
    assert dead is not None and dead() == DOWN
    assert KEY not in DOWN and str(server.port) not in DOWN
    assert model_check("", environ) is None
    with pytest.raises(UsageError):
        model_check("nonsense", environ)


def test_a_verdict_is_looked_for_again_when_it_is_old() -> None:
    times, looks = iter([0.0, 1.0, 31.0, 31.0, 32.0]), iter(["down", ""])
    check = kept(lambda: next(looks), 30.0, lambda: next(times))
    assert [check(), check(), check()] == ["down", "down", ""]


def test_by_default_only_this_machine_can_reach_the_page_and_a_taken_port_is_named() -> None:
    with listening(ChatSettings().host, 0) as place:
        assert place.getsockname()[0] == "127.0.0.1"
        taken = place.getsockname()[1]
        with pytest.raises(UsageError, match=rf"cannot listen on 127\.0\.0\.1 port {taken}: .*--port"):
            listening("127.0.0.1", taken)
