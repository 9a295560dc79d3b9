"""What a proxy says of the caller (X-Forwarded-*) counts only when it comes from a proxy that was named."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

# x-gradio-server: Gradio would take it for its own address.
_SAID = (b"x-forwarded-", b"forwarded", b"x-real-ip", b"x-gradio-server")


class Forwarded:
    """ASGI middleware: takes the caller's address and scheme from a trusted proxy, and such headers from anybody else.

    :param trusted: addresses or networks ("10.0.0.0/8") of proxies; none trusts nobody.
    """

    def __init__(self, app: ASGIApp, trusted: Iterable[str] = ()) -> None:
        from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

        self._app = app
        self._proxied = ProxyHeadersMiddleware(app, list(trusted))  # type: ignore[arg-type]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        peer = scope.get("client")
        if peer and peer[0] in self._proxied.trusted_hosts:
            await self._proxied(scope, receive, send)  # type: ignore[arg-type]
            return
        if "headers" in scope:
            scope["headers"] = [(name, value) for name, value in scope["headers"] if not name.startswith(_SAID)]
        await self._app(scope, receive, send)
