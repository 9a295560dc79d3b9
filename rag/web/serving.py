"""Serving an app until somebody ends it, and ending then."""

from __future__ import annotations

import atexit
import logging
import os
import sys
import threading
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


def leave(code: int) -> None:
    """End the process with an exit status, though a thread of it still waits for a language model."""
    if any(thread.is_alive() and not thread.daemon for thread in threading.enumerate()[1:]):
        # The interpreter would wait for the thread first. The store is made for a process that ends at any time.
        atexit._run_exitfuncs()
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError, AttributeError):
                stream.flush()
        os._exit(code)
    sys.exit(code)
