"""Everything that a request passes on its way to the page, outermost first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors import UsageError
from rag.web.api_keys import ApiKeys, is_loopback
from rag.web.guard import BoundedBodies, Headered, KnownHosts
from rag.web.login import Login
from rag.web.passwords import Passwords

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from rag.web.settings import ChatSettings


def guarded_app(app: ASGIApp, settings: ChatSettings) -> ASGIApp:
    """Put headers, known hosts, bounded bodies and, where there is a file for it, a login in front of an app.

    :raises UsageError: other machines could reach it without a login, or a file cannot be used.
    """
    keys = ApiKeys.read(settings.api_key_file) if settings.api_key_file else None
    if settings.auth_file:
        app = Login(app, Passwords.read(settings.auth_file), keys)
    elif settings.share or not is_loopback(settings.host):
        place = "a shared page" if settings.share else settings.host
        raise UsageError(
            f"{place} is open to other machines and there is no login; write a file with "
            "python -m rag.web.passwords FILE NAME and give it as CHORUS_AUTH_FILE, or serve on 127.0.0.1"
        )
    hosts = settings.allowed_hosts | {settings.host}
    if settings.host not in ("0.0.0.0", "::") and not settings.share:
        app = KnownHosts(app, hosts)
    elif settings.allowed_hosts:
        app = KnownHosts(app, settings.allowed_hosts)
    return Headered(BoundedBodies(app))
