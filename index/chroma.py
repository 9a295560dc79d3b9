"""Chroma's client, in a folder of ours or on a server: the one file that imports it.

A server gets a deadline of our own, and its errors become one line.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from index import chroma_engine
from index.errors import StoreError
from index.settings import server_address

Guard = Callable[[Callable[[], Any]], Any]
"""Runs a call to a client; a server's errors come out as ours."""


def open_folder(folder: Path) -> Any:
    """Open a folder that the catalogue names as ours to write to it; a foreign one could hold code to run."""
    from chromadb import PersistentClient
    from chromadb.config import Settings

    return PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))


def open_reading(folder: Path) -> Any:
    """Open a folder of ours to read it: without the client, where its engine is known."""
    return chroma_engine.open_reading(folder) or open_folder(folder)


def connect(url: str, timeout_s: float) -> tuple[Any, Guard]:
    """Connect to a server.

    :return: the client, and a guard through which every call to it goes.
    :raises UsageError: the URL is none. :raises StoreError: no answer within `timeout_s`; names the server.
    """
    import httpx
    from chromadb import HttpClient
    from chromadb.config import Settings
    from chromadb.errors import ChromaError

    place = server_address(url)
    host = place.hostname or ""

    def guard(call: Callable[[], Any]) -> Any:
        try:
            return call()
        # Chroma's client turns a refused connection into a ValueError.
        except (httpx.HTTPError, ChromaError, ValueError, OSError) as error:
            raise StoreError(
                f"the Chroma server {place.netloc.rpartition('@')[2]} does not work: {str(error)[:200]}; start it, "
                "or unset CHORUS_CHROMA_URL to keep the vectors in the store's own folder"
            ) from error

    _answers(url, timeout_s, guard)
    settings = Settings(anonymized_telemetry=False, chroma_query_request_timeout_seconds=int(timeout_s))
    client = guard(
        lambda: HttpClient(
            host=host,
            port=place.port or (443 if place.scheme == "https" else 8000),
            ssl=place.scheme == "https",
            settings=settings,
        )
    )
    for session in _sessions(client):
        session.timeout = httpx.Timeout(timeout_s)
    return client, guard


def _sessions(client: Any) -> list[Any]:
    """The httpx sessions of a client, which waits for ever and leaves them open by itself (chromadb 1.5.9)."""
    owners: tuple[Any, ...] = (client, getattr(client, "_admin_client", None))
    return [owner._server._session for owner in owners if hasattr(getattr(owner, "_server", None), "_session")]


def close(client: Any) -> None:
    """Close a client and its connections."""
    sessions = _sessions(client)
    client.close()
    for session in sessions:
        session.close()


def _answers(url: str, timeout_s: float, guard: Guard) -> None:
    """Ask for a heartbeat first: making a client already talks to the server, and has no deadline then."""
    import httpx

    guard(lambda: httpx.get(url.rstrip("/") + "/api/v2/heartbeat", timeout=timeout_s).raise_for_status())
