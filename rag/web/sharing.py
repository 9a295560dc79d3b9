"""A public address for the page, through the tunnel that Gradio offers."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from typing import Protocol

from index.terminal import say


class Starting(Protocol):
    """What a server says of itself."""

    started: bool
    should_exit: bool


def share_when_started(
    server: Starting, port: int, path: str = "/", tunnel: Callable[[int], str] | None = None
) -> threading.Thread:
    """Open the tunnel as soon as a server answers; say under which address, or in one line that it cannot be had."""

    def opening() -> None:
        while not server.started and not server.should_exit:
            time.sleep(0.05)
        if server.should_exit:
            return
        try:
            say(f"Shared with everybody who can log in: {(tunnel or _gradio_tunnel)(port).rstrip('/')}{path}")
        except Exception as error:  # whatever Gradio's tunnel runs into, the page goes on without it
            reason = (str(error).strip() or type(error).__name__).splitlines()[0]
            say(f"no public address: {reason} The page is served on this machine only.")

    thread = threading.Thread(target=opening, name="chorus-share", daemon=True)
    thread.start()
    return thread


def _gradio_tunnel(port: int) -> str:
    from gradio.networking import setup_tunnel

    return str(setup_tunnel("127.0.0.1", port, secrets.token_urlsafe(32), None, None))
