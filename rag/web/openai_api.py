"""/v1/chat/completions and /v1/models as OpenAI's API has them, so that other front ends can use Chorus as a model.

The last message of the user is the question; those before it help to understand it ("And when was that?") and are never
evidence. What the caller's system message says is not obeyed. The message holds the answer with its numbered sources,
and an extra field, `chorus`, the documented record (rag/answer.schema.json).
Source of the formats: OpenAI's API reference, "Chat".
"""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import AsyncIterator, Sequence
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, Field, ValidationError
from starlette.concurrency import iterate_in_threadpool, run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from index.errors import ChorusError
from rag.answer_json import to_json
from rag.conversation import MOST_TURNS
from rag.records import Answer
from rag.web.refusal import refusal
from rag.web.writing import Writing

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from rag.pipeline import Pipeline

MODEL = "chorus"
MOST_MESSAGES = 200
MOST_BYTES = 1 << 20
_OUT_OF_ORDER = "the index cannot be used; the server's log says why"
Turns = Sequence[tuple[str, str]]
"""Who said what, in order: "user" or "assistant", and the text."""


class _Part(BaseModel):
    type: str = "text"
    text: str = ""


class _Message(BaseModel):
    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: str | list[_Part] | None = None

    @property
    def text(self) -> str:
        if isinstance(self.content, list):
            return "\n".join(part.text for part in self.content if part.type == "text")
        return self.content or ""


class _StreamOptions(BaseModel):
    include_usage: bool = False


class _Asked(BaseModel):
    """A request; fields about sampling and tools are accepted and mean nothing here."""

    model: str = MODEL
    messages: list[_Message] = Field(min_length=1, max_length=MOST_MESSAGES)
    stream: bool = False
    stream_options: _StreamOptions | None = None
    n: Literal[1, None] = 1

    @property
    def turns(self) -> list[tuple[str, str]]:
        return [(one.role, one.text) for one in self.messages if one.role in ("user", "assistant")]


class _BadCall(Exception):
    """A request that cannot be served, with its status and words."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def routes(pipeline: Pipeline) -> list[Route]:
    """Give the routes; they go before the page, which answers for every path that is left."""
    api = _Api(pipeline)
    return [
        Route("/v1/models", api.models, methods=["GET"]),
        Route("/v1/models", _By("GET")),
        Route("/v1/chat/completions", api.completions, methods=["POST"]),
        Route("/v1/chat/completions", _By("POST")),
    ]


class _By:
    """ASGI app: refuses a call by another method than the one there is."""

    def __init__(self, method: str) -> None:
        self._method = method

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        words = f"there is no {scope['method']} here; call it by {self._method}"
        await refusal(scope, words, 405, {"Allow": self._method})(scope, receive, send)


class _Api:
    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline
        self._since = int(time.time())

    async def models(self, _request: Request) -> Response:
        """The one model there is."""
        card = {"id": MODEL, "object": "model", "created": self._since, "owned_by": "chorus"}
        return JSONResponse({"object": "list", "data": [card]})

    async def completions(self, request: Request) -> Response:
        """Answer the last question, at once or claim by claim."""
        try:
            asked = await _read(request)
            if not asked.stream:
                return JSONResponse(await _whole(self._pipeline, asked.turns))
            usage = bool(asked.stream_options and asked.stream_options.include_usage)
            events = _events(self._pipeline, asked.turns, usage)
            headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
            return StreamingResponse(events, media_type="text/event-stream", headers=headers)
        except _BadCall as error:
            return _error(str(error), error.status)
        except ChorusError:
            return _error(_OUT_OF_ORDER, 503)


async def _read(request: Request) -> _Asked:
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_BYTES:
            raise _BadCall(413, f"the request is longer than {MOST_BYTES} bytes")
    try:
        asked = _Asked.model_validate_json(body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(step) for step in first["loc"])
        raise _BadCall(400, f"{place or 'body'}: {first['msg']}") from None
    if asked.model != MODEL:
        raise _BadCall(404, f"there is no model {asked.model[:80]!r}; the one there is: {MODEL}")
    if not asked.turns or asked.turns[-1][0] != "user":
        raise _BadCall(400, "messages: the last one must be the user's question")
    return asked


async def _whole(pipeline: Pipeline, turns: Turns) -> dict[str, Any]:
    answered = await run_in_threadpool(_Answered, pipeline, turns)
    content = "".join([text async for text in answered.pieces()])
    answer = answered.writing.answer
    message = {"role": "assistant", "content": content, "refusal": None}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return _frame("chat.completion") | {"choices": [choice], "usage": _usage(answer), "chorus": to_json(answer)}


async def _events(pipeline: Pipeline, turns: Turns, usage: bool) -> AsyncIterator[str]:
    """Server-sent events: a chunk a claim, then the sources; what was sent is checked and stays valid."""
    frame = _frame("chat.completion.chunk")

    def chunk(delta: dict[str, str], finish: str | None = None, **extra: Any) -> str:
        return _event(frame | {"choices": [{"index": 0, "delta": delta, "finish_reason": finish}]} | extra)

    yield chunk({"role": "assistant", "content": ""})
    try:
        answered = await run_in_threadpool(_Answered, pipeline, turns)
        async for text in answered.pieces():
            yield chunk({"content": text})
        answer = answered.writing.answer
        yield chunk({}, "stop", chorus=to_json(answer))
        if usage:
            yield _event(frame | {"choices": [], "usage": _usage(answer)})
    except ChorusError:
        yield _event({"error": {"message": _OUT_OF_ORDER, "type": "server_error"}})
    yield "data: [DONE]\n\n"


class _Answered:
    """The answer to the last of some turns, as it comes."""

    def __init__(self, pipeline: Pipeline, turns: Turns) -> None:
        conversation = pipeline.chat()
        *before, (_, question) = turns
        for role, said in before[-2 * MOST_TURNS :]:
            if role == "user":  # what the caller says that we answered is not ours to believe
                conversation.recall(said)
        language = conversation.language_of(question) or pipeline.query(question).language
        self.writing = Writing(question, language)
        self._stream = conversation.stream(question, language=language)

    async def pieces(self) -> AsyncIterator[str]:
        """Text, piece by piece. A caller who goes away ends the work at the next claim."""
        from anyio import CancelScope

        try:
            async for item in iterate_in_threadpool(self._stream):
                yield self.writing.text(item)
        finally:
            with CancelScope(shield=True):
                await run_in_threadpool(self._stream.close)


def _frame(kind: str) -> dict[str, Any]:
    return {"id": f"chatcmpl-{uuid.uuid4().hex}", "object": kind, "created": int(time.time()), "model": MODEL}


def _event(record: dict[str, Any]) -> str:
    return f"data: {json.dumps(record, ensure_ascii=False)}\n\n"


def _usage(answer: Answer) -> dict[str, int]:
    """Tokens of the language model behind the answer; none where there was none."""
    given, written = (answer.usage.prompt_tokens, answer.usage.completion_tokens) if answer.usage else (0, 0)
    return {"prompt_tokens": given, "completion_tokens": written, "total_tokens": given + written}


def _error(message: str, status: int) -> Response:
    kind = "invalid_request_error" if status < 500 else "server_error"
    return JSONResponse({"error": {"message": message, "type": kind, "param": None, "code": None}}, status)
