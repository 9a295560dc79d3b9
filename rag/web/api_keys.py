"""Keys for programs: `Authorization: Bearer KEY`, compared in constant time and never shown."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import UsageError

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

MIN_KEY_CHARACTERS = 16


@dataclass(frozen=True, slots=True)
class ApiKeys:
    """The keys that are accepted, as SHA-256 digests."""

    _digests: tuple[bytes, ...] = field(repr=False)

    @classmethod
    def read(cls, path: Path) -> ApiKeys:
        """Read a file with a key a line; empty lines and lines that start with "#" are skipped.

        :raises UsageError: it cannot be read, holds no key, or a key is too short; never quotes a key.
        """
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{path}: cannot read the keys ({type(error).__name__}); write a key a line") from None
        keys = [(n, line.strip()) for n, line in enumerate(lines, start=1) if line.strip() and line.strip()[0] != "#"]
        for number, key in keys:
            if len(key) < MIN_KEY_CHARACTERS:
                raise UsageError(f"{path}:{number}: a key needs at least {MIN_KEY_CHARACTERS} characters")
        if not keys:
            raise UsageError(f"{path}: holds no key; write a key a line, such as one from: openssl rand -hex 24")
        return cls(tuple(_digest(key) for _, key in keys))

    def accept(self, header: str) -> bool:
        """Whether an Authorization header carries one of the keys."""
        scheme, _, key = header.partition(" ")
        given = _digest(key.strip())
        found = [hmac.compare_digest(given, known) for known in self._digests]
        return scheme.lower() == "bearer" and any(found)


class KeysOnly:
    """ASGI middleware: a request without an accepted key gets 401 and reaches nothing."""

    def __init__(self, app: ASGIApp, keys: ApiKeys) -> None:
        self._app = app
        self._keys = keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve or refuse one request."""
        from starlette.datastructures import Headers
        from starlette.responses import JSONResponse

        if scope["type"] == "http" and not self._keys.accept(Headers(scope=scope).get("authorization", "")):
            refusal = JSONResponse(
                {"error": {"message": "a key is needed: Authorization: Bearer KEY", "type": "authentication_error"}},
                status_code=401,
                headers={"WWW-Authenticate": "Bearer"},
            )
            await refusal(scope, receive, send)
            return
        await self._app(scope, receive, send)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _digest(key: str) -> bytes:
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).digest()
