"""The real page in a process of its own, for a browser: python -m tests.page_server FOLDER [articles.json].

Over the store in FOLDER. It waits as many seconds as FOLDER/pause says before each thing an answer gives, as one with a
slow language model would; with a file of answers it gives those instead of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from index.settings import IndexSettings
from rag.records import Answer, Claim
from rag.settings import RagSettings
from rag.web.settings import ChatSettings

READY = "ready on "


def settings_in(folder: Path) -> ChatSettings:
    """Everything the page reads and writes, in one folder."""
    return ChatSettings(
        rag=RagSettings(index=IndexSettings(store=folder / "store")),
        port=0,
        allow_uploads=True,
        feedback=folder / "feedback.jsonl",
        uploads=folder / "uploads",
        reports=folder / "reports",
    )


class Paced:
    """A pipeline that waits before each thing it gives."""

    writes = True

    def __init__(self, pipeline: Any, pause: Path) -> None:
        self._pipeline = pipeline
        self._pause = pause

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pipeline, name)

    def chat(self) -> Paced:
        return Paced(self._pipeline.chat(), self._pause)

    def stream(self, question: str, **asked: Any) -> Iterator[Claim | Answer]:
        for item in self._pipeline.stream(question, **asked):
            with suppress(OSError):
                time.sleep(float(self._pause.read_text()))
            yield item


@contextmanager
def served(folder: Path, wrap: str = "tests.page_server:Paced") -> Iterator[str]:
    """Serve the page over the store in a folder; gives its address.

    :param wrap: what to put the pipeline into, called with it and FOLDER/pause.
    """
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, "-m", "tests.page_server", str(folder), wrap]
    with (folder / "log").open("w") as log:
        running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True, env=environ)
    assert running.stdout is not None
    try:
        line = running.stdout.readline()
        assert line.startswith(READY), (folder / "log").read_text()
        yield line.removeprefix(READY).strip()
    finally:
        running.terminate()
        running.wait(10)
        running.stdout.close()


def main(folder: Path, wrap: str) -> None:
    """Serve until ended."""
    import socket
    from importlib import import_module

    import uvicorn

    from rag.chat import build_app
    from rag.pipeline import open_pipeline

    settings = settings_in(folder)
    module, _, name = wrap.partition(":")
    pipeline = getattr(import_module(module), name)(open_pipeline(settings.rag), folder / "pause")
    app = build_app(settings, pipeline)
    listening = socket.create_server((settings.host, 0))
    print(f"{READY}http://{settings.host}:{listening.getsockname()[1]}/", flush=True)
    uvicorn.Server(uvicorn.Config(app, log_level="error")).run(sockets=[listening])


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
