"""Files on their way into the index: not too many at a time, in a folder of their own that ends with the page."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

MOST_BYTES = 200 << 20
MOST_FILES = 400
KEPT_S = 1800
_SWEPT_EVERY_S = 60


@cache
def private_folder() -> Path:
    """Give this process's own folder for Gradio to keep uploaded files in; it is removed when the process ends.

    Gradio's own choice is one folder for all of a machine's pages, which nothing ever empties.
    """
    folder = Path(tempfile.mkdtemp(prefix="chorus-page-"))
    os.environ["GRADIO_TEMP_DIR"] = str(folder)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def take_only_uploads(blocks: Any) -> None:
    """Let every part of a Gradio page take only files that were uploaded to this process.

    Whatever a visitor sends may name a file. Gradio 6.31 looks where it lies only for pages that it launched itself,
    not for one in another app, and fetches it where the name is an address of the web.
    """
    folder = private_folder().resolve()

    async def uploaded(given: str | Path | None) -> str | None:
        if given is None:
            return None
        path = Path(given).resolve()
        if not path.is_relative_to(folder):
            raise ValueError("a file that was not uploaded here")
        return str(path)

    for block in blocks.blocks.values():
        block.async_move_resource_to_block_cache = uploaded
    blocks.has_launched = True


class Parcels:
    """ASGI middleware: refuses an upload while the folder is full, and takes away what nobody put into the index.

    :param most_bytes: of all files together that wait there; `most_files` likewise.
    """

    def __init__(self, app: ASGIApp, folder: Path, most_bytes: int = MOST_BYTES, most_files: int = MOST_FILES) -> None:
        self._app = app
        self._folder = folder
        self._most_bytes = most_bytes
        self._most_files = most_files
        self._swept = 0.0
        self._coming: dict[object, int] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve or refuse one request."""
        from starlette.concurrency import run_in_threadpool
        from starlette.datastructures import Headers

        if scope["type"] != "http" or scope["method"] != "POST" or not str(scope["path"]).endswith("/upload"):
            await self._app(scope, receive, send)
            return
        # Held for it until it has come: many uploads at once count before any of them lies in the folder.
        declared = Headers(scope=scope).get("content-length", "")
        self._coming[place := object()] = int(declared) if declared.isdigit() else self._most_bytes // 4
        try:
            if await run_in_threadpool(self._room):
                await self._app(scope, receive, send)
                return
            words = "too many files are waiting to be added; try again in a few minutes\n"
            await PlainTextResponse(words, 503, {"Retry-After": "300"})(scope, receive, send)
        finally:
            del self._coming[place]

    def _room(self) -> bool:
        if time.monotonic() - self._swept > _SWEPT_EVERY_S:
            self._swept = time.monotonic()
            sweep(self._folder, KEPT_S)
        sizes = [*self._coming.values()]
        for path in _files(self._folder):
            with suppress(OSError):
                sizes.append(path.stat().st_size)
        return len(sizes) <= self._most_files and sum(sizes) <= self._most_bytes


def sweep(folder: Path, older_than_s: float) -> None:
    """Remove the files of a folder that were not touched for so long, and folders that are empty then."""
    before = time.time() - older_than_s
    for path in _files(folder):
        with suppress(OSError):
            if path.stat().st_mtime <= before:
                path.unlink()
                path.parent.rmdir()  # Gradio makes a folder a file; the folder of them all is never empty of this rule
    folder.mkdir(exist_ok=True)


def _files(folder: Path) -> list[Path]:
    # os.walk passes over folders that go away while it looks.
    return [Path(place, name) for place, _, names in os.walk(folder) for name in names]
