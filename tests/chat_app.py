"""The real page over real seeds in a process of its own: python -m tests.chat_app FOLDER.

Three addresses, printed as JSON: the page open to this machine, the same with a login, and one to steer it by.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from rag.records import Answer, Claim
from tests.serving import PlainClient, get, serving

PASSWORD = "correct horse battery"
API_KEY = "a-key-for-programs-that-is-secret"
LLM_KEY = "sk-canary-of-the-endpoint"


@dataclass(frozen=True)
class Served:
    """Where the pages are, and the folder of what they read and write."""

    open: str
    locked: str
    steering: str
    folder: Path

    def steer(self, what: str, **values: Any) -> Any:
        return get(f"{self.steering}/{what}", params=values, timeout=30).json()

    @property
    def counts(self) -> dict[str, int]:
        found: dict[str, int] = self.steer("counts")
        return found

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text(encoding="utf-8")


@contextmanager
def running(folder: Path, **environ: str) -> Iterator[Served]:
    """Start the process over the store in a folder."""
    # Warnings are Gradio's own affair here.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "OPENBLAS_NUM_THREADS": "1", **environ}
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.chat_app", str(folder)],
            stdout=subprocess.PIPE, stderr=log, text=True, env=environment,
        )  # fmt: skip
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        assert line, (folder / "log").read_text()
        yield Served(**json.loads(line), folder=folder)
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()


def main(folder: Path) -> None:
    """Serve until ended."""
    from index.settings import IndexSettings
    from rag.chat import build_app
    from rag.pipeline import open_pipeline
    from rag.settings import RagSettings
    from rag.web import passwords
    from rag.web.settings import ChatSettings

    passwords.N = 1 << 4
    root = os.environ.get("CHORUS_TEST_ROOT_PATH", "")
    (folder / "auth").write_text(passwords.line_for("ana", PASSWORD) + "\n", encoding="utf-8")
    (folder / "keys").write_text(API_KEY + "\n", encoding="utf-8")
    common = {
        "rag": RagSettings(index=IndexSettings(store=folder / "store"), llm=os.environ.get("CHORUS_LLM", "")),
        "feedback": folder / "feedback.jsonl",
        "uploads": folder / "uploads",
        "reports": folder / "reports",
    }
    steering = _Steering(Slowed(open_pipeline(common["rag"])))
    pages: list[Any] = []
    for settings in (
        ChatSettings(**common, allow_uploads=True, at_once=2, waiting=4),
        ChatSettings(**common, root_path=root, auth_file=folder / "auth", api_key_file=folder / "keys"),
    ):
        pages.append(build_app(settings, steering.slowed))  # type: ignore[arg-type]
        steering.parcels = steering.parcels or Path(os.environ["GRADIO_TEMP_DIR"])
    steering.locked = pages[1]
    with serving(pages[0]) as open_, serving(Proxied(pages[1], root)) as locked, serving(steering.app()) as steered:
        print(json.dumps({"open": open_, "locked": locked, "steering": steered}), flush=True)
        threading.Event().wait()


class _Steering:
    """What a test wants to know of the process, and to change in it."""

    def __init__(self, slowed: Slowed) -> None:
        from rag.web.passwords import Passwords

        self.slowed = slowed
        self.parcels: Path | None = None
        self.locked: Any = None
        self.checked = 0
        accept = Passwords.accept

        def counted(known: Passwords, name: str, password: str) -> bool:
            self.checked += 1
            return accept(known, name, password)

        Passwords.accept = counted  # type: ignore[method-assign]

    def app(self) -> Any:
        from starlette.applications import Starlette
        from starlette.requests import Request
        from starlette.responses import JSONResponse, Response
        from starlette.routing import Route

        def steer(request: Request) -> Response:
            return JSONResponse(getattr(self, request.path_params["what"])(**request.query_params))

        return Starlette(routes=[Route("/{what}", steer)])

    def counts(self) -> dict[str, int]:
        return {"begun": self.slowed.begun, "left": self.slowed.left, "checked": self.checked}

    def pause(self, seconds: str) -> None:
        self.slowed.pause_s = float(seconds)

    def routes(self) -> list[tuple[str, str]]:
        return routes_of(self.locked)

    def waiting(self) -> int:
        assert self.parcels
        return sum(path.is_file() for path in self.parcels.rglob("*"))

    def sweep(self) -> None:
        from rag.web.parcels import sweep

        assert self.parcels
        sweep(self.parcels, older_than_s=-1)


class Proxied:
    """What a proxy that serves the page under a path of its own, and uvicorn with that root path, make of a request."""

    def __init__(self, app: Any, root: str) -> None:
        self._app = app
        self._root = root

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        from starlette.responses import Response

        if scope["type"] == "http":
            if self._root and scope["path"] == "/favicon.ico":  # the site's own, which browsers ask for by themselves
                await Response(status_code=204)(scope, receive, send)
                return
            scope["root_path"] = self._root
            if not scope["path"].startswith(f"{self._root}/"):
                scope["path"] = "/outside-of-the-proxied-path"
        await self._app(scope, receive, send)


class Slowed:
    """A pipeline that waits before each thing it gives, and counts the answers that were begun and ended early."""

    writes = True

    def __init__(self, pipeline: Any, shared: Slowed | None = None) -> None:
        self._pipeline = pipeline
        self._shared = shared or self
        self.pause_s = 0.0
        self.begun = self.left = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pipeline, name)

    def chat(self) -> Slowed:
        return Slowed(self._pipeline.chat(), self._shared)

    def stream(self, question: str, **asked: Any) -> Iterator[Claim | Answer]:
        shared = self._shared
        shared.begun += 1
        try:
            for item in self._pipeline.stream(question, **asked):
                time.sleep(shared.pause_s)
                yield item
        except GeneratorExit:
            shared.left += 1
            raise


def routes_of(app: Any) -> list[tuple[str, str]]:
    """Method and path of every route of an app and of what is mounted in it, with x for whatever a path leaves open."""
    while hasattr(app, "_app"):
        app = app._app
    found = []
    for route in app.routes:
        path = re.sub(r"{[^}]*}", "x", getattr(route, "path", ""))
        if hasattr(route, "methods") and route.methods:
            found += [(method, path) for method in sorted(route.methods)]
        elif hasattr(route, "original_router"):  # FastAPI's include_router
            prefix = route.include_context.prefix
            found += [(method, f"{prefix}{below}") for method, below in routes_of(route.original_router)]
        elif hasattr(route, "routes"):
            found += [(method, f"{path.rstrip('/')}{below}") for method, below in routes_of(route.app)]
    return list(dict.fromkeys(found))


class Tab:
    """A visitor's tab, as the page's own script talks to the server."""

    def __init__(self, url: str, session: str) -> None:
        self._client = PlainClient(base_url=url, timeout=30, headers={"Accept-Language": "hu"})
        self._session = session
        config = self._client.get("/config").json()
        self._numbers = {one["api_name"]: one["id"] for one in config["dependencies"]}

    def try_to_join(self, name: str, *data: Any) -> httpx.Response:
        body = {"data": data, "fn_index": self._numbers[name], "session_hash": self._session}
        return self._client.post("/gradio_api/queue/join", json=body)

    def join(self, name: str, *data: Any) -> None:
        """Take a place in the line; the stream of events of one who got none would break off."""
        self.try_to_join(name, *data).raise_for_status()

    def try_to_ask(self, question: str) -> httpx.Response:
        return self.try_to_join("asked", None, question, [], [], "", "")

    def ask(self, question: str) -> None:
        self.try_to_ask(question).raise_for_status()

    def events(self) -> Iterator[dict[str, Any]]:
        """What the server sends until all that was asked is done."""
        address = f"/gradio_api/queue/data?session_hash={self._session}"
        with self._client.stream("GET", address) as lines:
            for line in lines.iter_lines():
                if line.startswith("data:"):
                    event = json.loads(line[5:])
                    if event["msg"] == "close_stream":
                        return
                    yield event

    def seen(self) -> str:
        """All that the server sends, as text."""
        return json.dumps(list(self.events()), ensure_ascii=False)

    def close(self) -> None:
        self._client.close()


def all_at_once(count: int, work: Any) -> list[Any]:
    """Do something so many times at once; gives what each gave, in order."""
    found: list[Any] = [None] * count

    def one(number: int) -> None:
        found[number] = work(number)

    threads = [threading.Thread(target=one, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
