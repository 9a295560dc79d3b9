"""The library's MCP server, with what it leaves unsaid: what is wrong with a call or a line, in one line each."""

from __future__ import annotations

from types import TracebackType
from typing import Any

from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.stdio import stdio_server
from mcp.shared.message import SessionMessage
from mcp.types import INVALID_REQUEST, PARSE_ERROR, CallToolResult, ErrorData, InputRequiredResult, JSONRPCError
from pydantic import ValidationError


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
            await server.run(_Answering(read, write), write, server.create_initialization_options())


class _Answering:
    """Messages as they come; what is none is answered with an error of JSON-RPC 2.0 (section 5.1) and passed over."""

    def __init__(self, read: Any, write: Any) -> None:
        self._read = read
        self._write = write

    def __getattr__(self, name: str) -> Any:
        return getattr(self._read, name)

    def __aiter__(self) -> _Answering:
        return self

    async def __anext__(self) -> Any:
        while isinstance(item := await anext(self._read), Exception):
            await self._write.send(SessionMessage(_refusal(item)))
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
