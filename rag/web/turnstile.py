"""So many requests at a time, so many in line, and a worded 503 for the rest: what piles up is finished for nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

RETRY_AFTER_S = 5
CROWDED = f"too many questions are being answered; try again in {RETRY_AFTER_S} seconds"


def crowded() -> Response:
    """What one more caller gets, worded as OpenAI's API words errors."""
    error = {"message": CROWDED, "type": "server_error", "param": None, "code": "busy"}
    return JSONResponse({"error": error}, 503, {"Retry-After": str(RETRY_AFTER_S)})


class Turnstile:
    """ASGI middleware: lets so many POST requests to a path be worked on at once.

    A request takes its place once its body has come, so that a slow sender holds none; a caller who goes away gives it
    back, and what was being done for them is stopped.

    :param wait_s: the longest that a request stands in line.
    """

    def __init__(self, app: ASGIApp, path: str, at_once: int, waiting: int, *, wait_s: float = 30.0) -> None:
        from anyio import CapacityLimiter

        self._app = app
        self._path = path
        self._waiting = waiting
        self._wait_s = wait_s
        self._places = CapacityLimiter(at_once)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request now or in its turn, or refuse it."""
        if scope["type"] != "http" or scope["method"] != "POST" or not str(scope["path"]).endswith(self._path):
            await self._app(scope, receive, send)
            return
        taken = await _whole(receive)
        if taken is None:
            return
        full = self._places.available_tokens <= 0 and self._places.statistics().tasks_waiting >= self._waiting
        if full or not await self._admitted(scope):
            await crowded()(scope, receive, send)
            return
        try:
            await self._watched(scope, taken, receive, send)
        finally:
            self._places.release_on_behalf_of(scope["chorus.place"])

    async def _admitted(self, scope: Scope) -> bool:
        from anyio import move_on_after

        scope["chorus.place"] = place = object()
        with move_on_after(self._wait_s):
            await self._places.acquire_on_behalf_of(place)
            return True
        return False

    async def _watched(self, scope: Scope, taken: Message, receive: Receive, send: Send) -> None:
        """Run the app until it is done or its caller is gone."""
        import anyio

        gone = anyio.Event()
        given = False

        async def receiving() -> Message:
            nonlocal given
            if not given:
                given = True
                return taken
            await gone.wait()
            return {"type": "http.disconnect"}

        async with anyio.create_task_group() as tasks:

            async def watch() -> None:
                while (await receive())["type"] != "http.disconnect":
                    pass
                gone.set()
                tasks.cancel_scope.cancel()

            tasks.start_soon(watch)
            await self._app(scope, receiving, send)
            tasks.cancel_scope.cancel()


async def _whole(receive: Receive) -> Message | None:
    """A request's whole body as one message; None where its sender went away. `BoundedBodies` bounds it."""
    body = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        if not message.get("more_body"):
            return {"type": "http.request", "body": body, "more_body": False}
