"""A real server on loopback that speaks the wire formats of OpenAI, Anthropic and Ollama, well or badly."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

Reply = Callable[[], Response]
SSE = "text/event-stream"
NDJSON = "application/x-ndjson"
LISTING = {"object": "list", "data": [{"id": "m", "object": "model", "max_model_len": 4096}]}


@dataclass(frozen=True)
class Seen:
    """A request as it arrived."""

    path: str
    headers: dict[str, str]
    body: Any


class LLMServer:
    """Gives the replies of `replies` one after the other, the last one again and again; `seen` keeps the requests.

    `documents` are what it answers to a path with at once, such as the list of its models.
    """

    def __init__(self) -> None:
        app = Starlette(routes=[Route("/{path:path}", self._answer, methods=["GET", "POST"])])
        self._socket = socket.create_server(("127.0.0.1", 0))
        config = uvicorn.Config(app, log_level="critical", lifespan="off", ws="none", timeout_graceful_shutdown=0)
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, args=([self._socket],), daemon=True)
        self.port = self._socket.getsockname()[1]
        self.root = f"http://127.0.0.1:{self.port}"
        self.url = f"{self.root}/v1"
        self.reset()

    def reset(self) -> None:
        self.replies: list[Reply] = [streamed(openai("Rain fell in Oslo [1]."))]
        self.documents: dict[str, Any] = {"/v1/models": LISTING}
        self.seen: list[Seen] = []

    @property
    def asked(self) -> list[Seen]:
        """The requests for an answer."""
        return [request for request in self.seen if request.path not in self.documents]

    def start(self) -> None:
        self._thread.start()
        while not self._server.started:
            time.sleep(0.005)

    def stop(self) -> None:
        self._server.should_exit = self._server.force_exit = True
        self._thread.join(5)
        self._socket.close()

    async def _answer(self, request: Request) -> Response:
        body = await request.body()
        path = request.url.path
        self.seen.append(Seen(path, dict(request.headers), json.loads(body) if body else None))
        if path in self.documents:
            found = self.documents[path]
            return found() if callable(found) else JSONResponse(found)
        return self.replies[min(len(self.asked), len(self.replies)) - 1]()


@contextmanager
def running() -> Iterator[LLMServer]:
    server = LLMServer()
    server.start()
    yield server
    server.stop()


def event(record: Any) -> str:
    return f"data: {json.dumps(record)}\n\n"


def chunk(delta: dict[str, Any] | None, finish: str | None = None, **more: Any) -> str:
    """One event of an OpenAI stream."""
    choices = [] if delta is None else [{"index": 0, "delta": delta, "finish_reason": finish}]
    record = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": choices}
    return event(record | more)


def openai(*texts: str, finish: str | None = "stop", done: bool = True, usage: tuple[int, int] = (0, 0)) -> list[str]:
    """The events of an OpenAI stream: the texts, how it ended, and the tokens if it tells them."""
    events = [chunk({"role": "assistant", "content": ""}), *(chunk({"content": text}) for text in texts)]
    if finish:
        events.append(chunk({}, finish))
    if sum(usage):
        counts = {"prompt_tokens": usage[0], "completion_tokens": usage[1], "total_tokens": sum(usage)}
        events.append(chunk(None, usage=counts))
    return [*events, "data: [DONE]\n\n"] if done else events


def anthropic(*texts: str, stop_reason: str = "end_turn") -> list[str]:
    """The events of an Anthropic stream."""
    message = {"id": "1", "type": "message", "role": "assistant", "model": "m", "content": [], "stop_reason": None}
    records: list[dict[str, Any]] = [
        {"type": "message_start", "message": message | {"usage": {"input_tokens": 7, "output_tokens": 1}}},
        {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}},
        *({"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": t}} for t in texts),
        {"type": "content_block_stop", "index": 0},
        {"type": "message_delta", "delta": {"stop_reason": stop_reason}, "usage": {"output_tokens": 5}},
        {"type": "message_stop"},
    ]
    return [f"event: {record['type']}\n{event(record)}" for record in records]


def ollama(*texts: str, done_reason: str = "stop") -> list[str]:
    """The lines of an Ollama stream."""
    records: list[dict[str, Any]] = [
        {"model": "m", "message": {"role": "assistant", "content": text}, "done": False} for text in texts
    ]
    last = {"model": "m", "message": {"role": "assistant", "content": ""}, "done": True, "done_reason": done_reason}
    return [json.dumps(record) + "\n" for record in [*records, last | {"prompt_eval_count": 7, "eval_count": 5}]]


def streamed(
    pieces: Iterable[str],
    *,
    media_type: str = SSE,
    before_s: float = 0.0,
    pause_s: float = 0.0,
    hang_s: float = 0.0,
    broken: bool = False,
) -> Reply:
    """A stream of pieces: late by `before_s`, with pauses, kept open at the end, or broken off within its encoding."""

    async def body() -> AsyncIterator[str]:
        await asyncio.sleep(before_s)
        for piece in pieces:
            yield piece
            await asyncio.sleep(pause_s)
        await asyncio.sleep(hang_s)
        if broken:
            raise ConnectionAbortedError

    return lambda: StreamingResponse(body(), media_type=media_type)


def status(code: int, body: str = "", **headers: str) -> Reply:
    """An answer with a status."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda: Response(body, code, named)


def endless(piece: str) -> Iterator[str]:
    while True:
        yield piece
