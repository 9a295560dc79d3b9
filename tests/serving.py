"""An ASGI app on a free port of this machine, in a thread, as uvicorn serves it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import httpx
import uvicorn

# Nothing here is encrypted, and reading the machine's certificates takes a client 30 ms, each time.
PlainClient = partial(httpx.Client, verify=False)
get, post = partial(httpx.get, verify=False), partial(httpx.post, verify=False)


@contextmanager
def serving(app: Any, **config: Any) -> Iterator[str]:
    """Serve an app; gives its address without a slash at the end."""
    options = {"log_level": "error", "timeout_graceful_shutdown": 1, "proxy_headers": False, **config}
    server = uvicorn.Server(uvicorn.Config(app, port=0, **options))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 30
    while not server.started:
        assert thread.is_alive() and time.monotonic() < until, "the app did not start"
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
