"""The real page, served on this machine for a browser: the product's own pipeline, and a pace that tests can slow."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn

from rag.chat import build_app
from rag.pipeline import Pipeline
from rag.records import Answer, Claim
from rag.web.settings import ChatSettings


class Paced:
    """A pipeline that waits before each thing it gives, as one with a slow language model would."""

    def __init__(self, pipeline: Pipeline) -> None:
        self.pause_s = 0.0
        self._pipeline = pipeline

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pipeline, name)

    def stream(self, question: str, **asked: Any) -> Iterator[Claim | Answer]:
        for item in self._pipeline.stream(question, **asked):
            time.sleep(self.pause_s)
            yield item


@contextmanager
def served(pipeline: Any, settings: ChatSettings) -> Iterator[str]:
    """Serve the page on a free port; gives its address."""
    app = build_app(settings, pipeline)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 30
    while not server.started:
        assert thread.is_alive() and time.monotonic() < until, "the page did not start"
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.should_exit = True
        thread.join(10)
