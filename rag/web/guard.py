"""What stands between the network and the page: known hosts only, bounded bodies, and headers that keep a page closed.

Model and article text is escaped where it is rendered; the Content-Security-Policy is the second wall, which holds when
the first has a hole: no script but the page's own runs, and nothing is fetched from or sent to another host.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders

from rag.web.refusal import refusal

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_FIXED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # "no-referrer" would make browsers hide the page's own Origin too
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}
_INLINE = re.compile(rb"<script\b(?![^>]*\bsrc=)[^>]*>(.*?)</script", re.DOTALL | re.IGNORECASE)
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class Headered:
    """ASGI middleware: security headers on every answer; scripts that stand in a page are allowed by their hashes."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        held: list[Message] = []

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_FIXED)
                if headers.get("content-type", "").startswith("text/html"):
                    held.append(message)  # its policy names the hashes of what is in the body
                    return
                headers["Content-Security-Policy"] = policy()
            elif held:
                held.append(message)
                if message.get("more_body"):
                    return
                body = b"".join(part.get("body", b"") for part in held[1:])
                MutableHeaders(scope=held[0])["Content-Security-Policy"] = policy(_INLINE.findall(body))
                await send(held[0])
                held.clear()
                message = {"type": "http.response.body", "body": body}
            await send(message)

        await self._app(scope, receive, sending)


def policy(scripts: Iterable[bytes] = ()) -> str:
    """The Content-Security-Policy of a page with these inline scripts."""
    hashes = (f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'" for script in scripts)
    return "; ".join(
        [
            "default-src 'self'",
            # Gradio compiles the templates and handlers of a page, which are ours, with Function(); a script that
            # stands in the page is refused all the same unless its hash is here.
            " ".join(["script-src 'self' 'unsafe-eval'", *dict.fromkeys(hashes)]),
            "style-src 'self' 'unsafe-inline'",  # Gradio sets styles on elements; they can fetch nothing from elsewhere
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )


class KnownHosts:
    """ASGI middleware: refuses a Host that is not ours, so that no other site's name can be pointed at this machine."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        self._app = app
        self._hosts = _LOOPBACK | {host.lower().strip("[]") for host in hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve or refuse one request."""
        if scope["type"] == "http" and _host(Headers(scope=scope).get("host", "")) not in self._hosts:
            await refusal(scope, "unknown host; name it in CHORUS_ALLOWED_HOSTS", 421)(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _host(header: str) -> str:
    """The name without its port."""
    if header.startswith("["):
        return header[1:].partition("]")[0].lower()
    return header.partition(":")[0].lower()


class _TooLarge(Exception):
    pass


class BoundedBodies:
    """ASGI middleware: a longer body is refused as soon as that is known, and never held.

    :param most: bytes; `uploads` the same for addresses that end as an upload does.
    """

    def __init__(self, app: ASGIApp, most: int = 1 << 20, uploads: int = 32 << 20) -> None:
        self._app = app
        self._most = most
        self._uploads = uploads

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve or refuse one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = self._uploads if str(scope["path"]).endswith("/upload") else self._most
        declared = Headers(scope=scope).get("content-length", "0")
        too_long = refusal(scope, f"the request is longer than {most} bytes", 413, {"Connection": "close"})
        if not declared.isdigit() or int(declared) > most:
            await too_long(scope, receive, send)
            return
        taken, started = 0, False

        async def receiving() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > most:
                raise _TooLarge
            return message

        async def sending(message: Message) -> None:
            nonlocal started
            if taken <= most or started:  # else it is what the app makes of our exception
                started = True
                await send(message)

        with suppress(_TooLarge):
            await self._app(scope, receiving, sending)
        if taken > most and not started:
            await too_long(scope, receive, send)
