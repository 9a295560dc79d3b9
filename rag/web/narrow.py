"""Only the addresses that the page asks for: of Gradio's many routes the others are as if they were not there.

Gradio's file and proxy routes fetch any address of the web for anybody who asks; the page needs neither.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rag.web.login_texts import language_of, login_text
from rag.web.refusal import refusal

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_NEEDED = re.compile(
    r"/|/config/?|/(?:assets|static|svelte)(?:/(?!\.)[\w.@-]+)+|/theme\.css|/favicon\.ico|/robots\.txt|/manifest\.json"
    r"|/chorus/[^/]+|/healthz|/v1/(?:models|chat/completions)"
    r"|/gradio_api/(?:queue/(?:join|data)|heartbeat/[^/]+|cancel|reset|info/?|app_id/?|startup-events|theme\.css"
    r"|run/[^/]+/?|login_check/?)"
)
_UPLOADING = re.compile(r"/gradio_api/upload(?:_progress)?")
_JOIN = "/gradio_api/queue/join"


class Narrow:
    """ASGI middleware: 404 for every address that the page does not need.

    A question for which there is no room in the queue is answered in the reader's language: Gradio's page words a 503
    in English whatever the server says, and shows what comes with any other status as it is.

    :param uploads: whether visitors may send files.
    """

    def __init__(self, app: ASGIApp, uploads: bool) -> None:
        self._app = app
        self._uploads = uploads

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve or refuse one request."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        path = below_root(scope)
        if not (_NEEDED.fullmatch(path) or (self._uploads and _UPLOADING.fullmatch(path))):
            if scope["type"] == "http":
                await refusal(scope, "not found", 404)(scope, receive, send)
            else:
                await send({"type": "websocket.close", "code": 1008})
            return
        await self._app(scope, receive, _worded(scope, receive, send) if path == _JOIN else send)


def below_root(scope: Scope) -> str:
    """The path below the root path, whatever slashes and dots were sent."""
    path, root = str(scope["path"]), str(scope.get("root_path", ""))
    return path.removeprefix(root) if root and (path == root or path.startswith(f"{root}/")) else path


def _worded(scope: Scope, receive: Receive, send: Send) -> Send:
    from starlette.datastructures import Headers
    from starlette.responses import JSONResponse

    refused = False

    async def sending(message: Message) -> None:
        nonlocal refused
        if message["type"] == "http.response.start" and message["status"] == 503:
            refused = True
            language = language_of(Headers(scope=scope).get("accept-language", ""))
            words = {"detail": login_text("crowded", language)}
            await JSONResponse(words, 429, {"Retry-After": "5"})(scope, receive, send)
        elif not refused:
            await send(message)

    return sending
