"""The library's MCP server, with what it leaves unsaid: what is wrong with a call or a line, in one line each."""

from __future__ import annotations

from types import TracebackType
from typing import Any

import anyio
from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.stdio import stdio_server
from mcp.shared.message import SessionMessage
from mcp.types import (
    INVALID_REQUEST,
    PARSE_ERROR,
    CallToolResult,
    ErrorData,
    InputRequiredResult,
    JSONRPCError,
    JSONRPCRequest,
    JSONRPCResponse,
)
from pydantic import ValidationError

_LAST_ANSWER_S = 300.0
"""How long the last answers are waited for after the client closed its end."""


class WordedServer(MCPServer):
    """An MCP server that refuses arguments which a tool does not take, and answers a line that is no message."""

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        """Call a tool by name with arguments.

        :raises ToolError: the arguments are not the tool's, or the tool cannot do it; names the argument at fault.
        """
        for tool in await self.list_tools():
            takes = list(tool.input_schema.get("properties", {}))
            unknown = [argument for argument in arguments if tool.name == name and argument not in takes]
            if unknown:
                raise ToolError(f"{name} takes no argument {unknown[0][:80]!r}; it takes {', '.join(takes)}")
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            if not isinstance(error.__cause__, ValidationError):
                raise
            first = error.__cause__.errors(include_url=False, include_input=False)[0]
            place = ".".join(str(step) for step in first["loc"])
            raise ToolError(f"{name}: {place or 'arguments'}: {first['msg']}") from None

    async def run_stdio_async(self) -> None:
        """Serve over stdin and stdout."""
        server = self._lowlevel_server
        async with stdio_server() as (read, write):
            open_requests = _OpenRequests()
            reading, writing = _Answering(read, write, open_requests), _Telling(write, open_requests)
            await server.run(reading, writing, server.create_initialization_options())


class _OpenRequests:
    """The requests that were read and not yet answered."""

    def __init__(self) -> None:
        self._ids: set[Any] = set()
        self._none = anyio.Event()

    def read(self, message: Any) -> None:
        """Take in a message from the client; one that cancels a request ends the wait for it."""
        if isinstance(message, JSONRPCRequest):
            self._ids.add(message.id)
        elif getattr(message, "method", "") == "notifications/cancelled":
            self.answered((message.params or {}).get("requestId"))

    def answered(self, request_id: Any) -> None:
        """Take in that a request has its answer."""
        self._ids.discard(request_id)
        self._none.set()

    async def wait(self) -> None:
        """Until every request has its answer, but no longer than `_LAST_ANSWER_S`."""
        with anyio.move_on_after(_LAST_ANSWER_S):
            while self._ids:
                self._none = anyio.Event()
                await self._none.wait()


class _Telling:
    """Messages to the client, and word of each answer that was sent."""

    def __init__(self, write: Any, open_requests: _OpenRequests) -> None:
        self._write = write
        self._open_requests = open_requests

    def __getattr__(self, name: str) -> Any:
        return getattr(self._write, name)

    async def send(self, item: SessionMessage) -> None:
        await self._write.send(item)
        if isinstance(item.message, JSONRPCResponse | JSONRPCError):
            self._open_requests.answered(item.message.id)

    async def __aenter__(self) -> _Telling:
        await self._write.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> Any:
        return await self._write.__aexit__(kind, error, trace)


class _Answering:
    """Messages as they come; what is none is answered with an error of JSON-RPC 2.0 (section 5.1) and passed over.

    They end once every request that was read has its answer: a client may close its end right behind its last one, and
    the library drops whatever is still worked on then.
    """

    def __init__(self, read: Any, write: Any, open_requests: _OpenRequests) -> None:
        self._read = read
        self._write = write
        self._open_requests = open_requests

    def __getattr__(self, name: str) -> Any:
        return getattr(self._read, name)

    def __aiter__(self) -> _Answering:
        return self

    async def __anext__(self) -> Any:
        try:
            while isinstance(item := await anext(self._read), Exception):
                await self._write.send(SessionMessage(_refusal(item)))
        except StopAsyncIteration:
            await self._open_requests.wait()
            raise
        self._open_requests.read(item.message)
        return item

    async def receive(self) -> Any:
        try:
            return await anext(self)
        except StopAsyncIteration:
            raise EOFError from None

    async def __aenter__(self) -> _Answering:
        await self._read.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> Any:
        return await self._read.__aexit__(kind, error, trace)


def _refusal(fault: Exception) -> JSONRPCError:
    no_json = isinstance(fault, ValidationError) and fault.errors()[0]["type"] == "json_invalid"
    error = (
        ErrorData(code=PARSE_ERROR, message="the line is not JSON")
        if no_json
        else ErrorData(code=INVALID_REQUEST, message="the line is no message of JSON-RPC 2.0")
    )
    return JSONRPCError(jsonrpc="2.0", id=None, error=error)
