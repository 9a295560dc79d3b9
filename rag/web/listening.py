"""Taking a port before anything is opened, and the address that it is reached at."""

from __future__ import annotations

import socket

from index.errors import UsageError


def listening(host: str, port: int) -> socket.socket:
    """Listen at an address; port 0 takes any that is free.

    :raises UsageError: it is taken, not ours or not there; names both.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=1024)
    except OSError as error:
        raise UsageError(f"cannot listen on {host} port {port}: {error.strerror}; give another with --port") from None


def address(host: str, taken: socket.socket) -> str:
    """What a browser or a client is given, without a path."""
    named = f"[{host}]" if ":" in host else host
    return f"http://{named}:{taken.getsockname()[1]}"
