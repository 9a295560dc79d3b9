"""A page of another site may not send anything here through a visitor's browser."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import Headers

from rag.web.refusal import refusal

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send


class OwnOrigin:
    """ASGI middleware: refuses a request that changes something and comes from a page of another host.

    Browsers name that host in Origin (RFC 6454); programs, which have no page, name none.

    :param hosts: further names that the page is served under.
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str] = ()) -> None:
        self._app = app
        self._hosts = {host.lower().strip("[]") for host in hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve or refuse one request."""
        if scope["type"] == "http" and scope["method"] not in ("GET", "HEAD", "OPTIONS"):
            headers = Headers(scope=scope)
            origin = headers.get("origin")
            if origin is not None and _host(origin) not in self._hosts | {_host(f"//{headers.get('host', '')}")}:
                words = "another site's page cannot send this; open the page itself"
                await refusal(scope, words, 403)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "?").lower()
    except ValueError:
        return "?"
