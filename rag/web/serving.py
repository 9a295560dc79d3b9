"""Serving an app until somebody ends it, and ending then."""

from __future__ import annotations

import atexit
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import socket

    from starlette.types import ASGIApp
    from uvicorn import Server

GRACE_S = 3
"""How long an answer that is being written may go on once the server was told to end."""


def make_server(app: ASGIApp, **config: Any) -> Server:
    """Give a server that is quiet about what it breaks off at its end, such as the line that an open page keeps."""
    import uvicorn

    class QuietlyEnding(uvicorn.Server):
        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
            await super().shutdown(sockets)

    return QuietlyEnding(uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=GRACE_S, **config))


def run_and_leave(main: Callable[[], int]) -> None:
    """Run a server's command and end the process with its status, though a thread still waits for a language model.

    SIGTERM ends it as Ctrl+C does, so that what the server keeps for its own time is taken away; the status is 143.
    """
    signal.signal(signal.SIGTERM, _terminated)
    try:
        code = main()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    _leave(code)


def _terminated(*_: object) -> None:
    sys.exit(128 + signal.SIGTERM)


def _leave(code: int) -> None:
    if any(thread.is_alive() and not thread.daemon for thread in threading.enumerate()[1:]):
        # The interpreter would wait for the thread first. The store is made for a process that ends at any time.
        atexit._run_exitfuncs()
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError, AttributeError):
                stream.flush()
        os._exit(code)
    sys.exit(code)
