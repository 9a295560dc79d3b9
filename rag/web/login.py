"""A login in front of everything: without a session only the login form and the health check are served.

Gradio's own login leaves its routes list, theme files and several calls open and lets anybody guess as fast as they can
send; here no request without a session reaches it at all.
"""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from rag.web.api_keys import ApiKeys
from rag.web.attempts import Attempts
from rag.web.login_texts import language_of, login_text
from rag.web.narrow import below_root
from rag.web.passwords import Passwords

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

COOKIE = "chorus_session"
SESSION_S = 12 * 3600
MOST_SESSIONS = 10_000
MOST_FORM_BYTES = 8_192
OPEN = frozenset({"/login", "/healthz"})


class Login:
    """ASGI middleware: asks for a name and a password, or for a key at the addresses for programs (/v1/...).

    :param keys: keys that programs may send; none may without.
    """

    def __init__(
        self, app: ASGIApp, passwords: Passwords, keys: ApiKeys | None = None, attempts: Attempts | None = None
    ) -> None:
        self._app = app
        self._passwords = passwords
        self._keys = keys
        self._attempts = attempts or Attempts()
        self._sessions: OrderedDict[str, float] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, refuse or send to the login form."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        path = below_root(scope)
        if scope["type"] == "http" and path in ("/login", "/logout"):
            request = Request(scope, receive)
            answer = await (self._login(request) if path == "/login" else self._logout(request))
            await answer(scope, receive, send)
        elif path in OPEN or self._known(scope, path):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await _refusal(scope, path)(scope, receive, send)

    def _known(self, scope: Scope, path: str) -> bool:
        from starlette.requests import HTTPConnection

        connection = HTTPConnection(scope)
        if path.startswith("/v1/") and self._keys and self._keys.accept(connection.headers.get("authorization", "")):
            return True
        ends = self._sessions.get(connection.cookies.get(COOKIE, ""), 0.0)
        return ends > time.monotonic()

    async def _login(self, request: Request) -> Response:
        if request.method != "POST":
            return _form(request, "")
        form = await _fields(request)
        name, password = form.get("name", ""), form.get("password", "")
        keys = (f"name:{name[:64]}", f"address:{request.client.host if request.client else ''}")
        if wait_s := self._attempts.wait_s(*keys):
            return _form(request, "wait", status=429, seconds=int(wait_s) + 1)
        # Counted before the guess is checked, so that guesses sent all at once count as well.
        self._attempts.fail(*keys)
        if not await run_in_threadpool(self._passwords.accept, name, password):
            return _form(request, "wrong", status=401)
        self._attempts.succeed(*keys)
        return self._let_in(request)

    def _let_in(self, request: Request) -> Response:
        token = secrets.token_urlsafe(32)
        self._sessions[token] = time.monotonic() + SESSION_S
        while len(self._sessions) > MOST_SESSIONS:
            self._sessions.popitem(last=False)
        answer = RedirectResponse(_home(request), status_code=303)
        answer.set_cookie(
            COOKIE, token, max_age=SESSION_S, httponly=True, samesite="strict", secure=request.url.scheme == "https"
        )
        return answer

    async def _logout(self, request: Request) -> Response:
        self._sessions.pop(request.cookies.get(COOKIE, ""), None)
        answer = RedirectResponse(f"{_home(request)}login", status_code=303)
        answer.delete_cookie(COOKIE)
        return answer


def _home(request: Request) -> str:
    return f"{request.scope.get('root_path', '')}/"


def _refusal(scope: Scope, path: str) -> Response:
    """A browser that wants the page is sent to the form; everything else gets 401."""
    request = Request(scope)
    if path in ("", "/") and request.method == "GET":
        return RedirectResponse(f"{_home(request)}login", status_code=303)
    return JSONResponse({"error": {"message": "log in first", "type": "authentication_error"}}, status_code=401)


async def _fields(request: Request) -> dict[str, str]:
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_FORM_BYTES:
            return {}
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=10)
    return {name: values[0] for name, values in fields.items()}


def _form(request: Request, fault: str, status: int = 200, seconds: int = 0) -> Response:
    language = language_of(request.headers.get("accept-language", ""))
    say = {key: escape(login_text(key, language, seconds=seconds)) for key in ("title", "name", "password", "enter")}
    warning = f'<p role="alert">{escape(login_text(fault, language, seconds=seconds))}</p>' if fault else ""
    page = f"""<!doctype html><html lang="{language}"><meta charset="utf-8"><title>{say["title"]}</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><style>{_STYLE}</style>
<main><h1>{say["title"]}</h1>{warning}<form method="post">
<label>{say["name"]}<input name="name" autocomplete="username" required autofocus></label>
<label>{say["password"]}<input name="password" type="password" autocomplete="current-password" required></label>
<button>{say["enter"]}</button></form></main></html>"""
    headers = {"Retry-After": str(seconds)} if seconds else {}
    return HTMLResponse(page, status, headers | {"Cache-Control": "no-store"})


_STYLE = (
    ":root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;display:grid;place-items:center;"
    "min-height:90vh;margin:0}main{width:min(22rem,90vw)}label{display:block;margin:.8rem 0}"
    "input{display:block;width:100%;box-sizing:border-box;font:inherit;padding:.4rem}"
    "button{font:inherit;padding:.5rem 1.2rem}[role=alert]{color:#b00020}"
    "@media (prefers-color-scheme:dark){[role=alert]{color:#ff8a80}}"
)
