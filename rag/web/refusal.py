"""How a request is refused before it reaches what it asks for; below /v1/ as OpenAI's API words errors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, PlainTextResponse, Response

if TYPE_CHECKING:
    from starlette.types import Scope


def refusal(scope: Scope, words: str, status: int, headers: Mapping[str, str] | None = None) -> Response:
    """The answer to whoever sent a request: a client of OpenAI's API reads its words from the error that it expects."""
    if scope["type"] == "http" and "/v1/" in str(scope["path"]):
        error = {"message": words, "type": "invalid_request_error", "param": None, "code": None}
        return JSONResponse({"error": error}, status, headers)
    return PlainTextResponse(f"{words}\n", status, headers)
