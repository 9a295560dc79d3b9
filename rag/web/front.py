"""Everything that a request passes on its way to the page, outermost first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import UsageError
from rag.web.api_keys import ApiKeys, is_loopback
from rag.web.forwarded import Forwarded
from rag.web.guard import BoundedBodies, Headered, KnownHosts
from rag.web.login import Login
from rag.web.narrow import Narrow
from rag.web.origin import OwnOrigin
from rag.web.parcels import Parcels
from rag.web.passwords import Passwords
from rag.web.turnstile import Turnstile

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from rag.web.settings import ChatSettings

MOST_BYTES = 8 << 20
"""Of a request that is no upload; the longest the page sends is the conversation that a browser kept."""
TUNNEL = "127.0.0.1"
"""Where Gradio's tunnel delivers what comes from outside."""


def guarded_app(app: ASGIApp, settings: ChatSettings, parcels: Path | None = None) -> ASGIApp:
    """Put everything between the network and an app: headers, hosts, limits and, where there is a file for it, a login.

    :param parcels: the folder that uploaded files wait in; without one nobody may upload.
    :raises UsageError: other machines could reach it without a login, or a file cannot be used.
    """
    app = Turnstile(app, "/v1/chat/completions", settings.at_once, settings.waiting)
    if parcels is not None and settings.allow_uploads:
        app = Parcels(app, parcels)
    app = Narrow(app, uploads=parcels is not None and settings.allow_uploads)
    keys = ApiKeys.read(settings.api_key_file) if settings.api_key_file else None
    if settings.auth_file:
        app = Login(app, Passwords.read(settings.auth_file), keys)
    elif settings.share or not is_loopback(settings.host):
        place = "a shared page" if settings.share else settings.host
        raise UsageError(
            f"{place} is open to other machines and there is no login; write a file with "
            "python -m rag.web.passwords FILE NAME and give it as CHORUS_AUTH_FILE, or serve on 127.0.0.1"
        )
    trusted = (*settings.trusted_proxies, TUNNEL) if settings.share else settings.trusted_proxies
    app = OwnOrigin(BoundedBodies(app, MOST_BYTES), settings.allowed_hosts)
    return Headered(_known(Forwarded(app, trusted), settings))


def _known(app: ASGIApp, settings: ChatSettings) -> ASGIApp:
    """Only known hosts, where it can be known under which names the page is served."""
    if settings.host not in ("0.0.0.0", "::") and not settings.share:
        return KnownHosts(app, settings.allowed_hosts | {settings.host})
    return KnownHosts(app, settings.allowed_hosts) if settings.allowed_hosts else app
