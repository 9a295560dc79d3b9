"""What a LlamaIndex LLM streams, read as an answer: text without reasoning, the usage, and a proper end or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rag.llm import Message
from rag.llm.think import Thinking
from rag.records import Usage

_PROPER_ENDS = frozenset({"stop", "end_turn"})
_OUT_OF_TOKENS = frozenset({"length", "max_tokens", "model_context_window_exceeded"})
_TOOLS = frozenset({"tool_calls", "tool_use", "function_call"})
_WITHHELD = frozenset({"content_filter", "refusal", "safety"})
_CHARACTERS_A_TOKEN = 16
_BYTES_A_TOKEN = 4  # byte-pair vocabularies come to about this in European text


class NoAnswer(Exception):
    """A reply that is no whole answer; its text says how, after the model's name."""


class Reading:
    """Reads one reply.

    :param tells_end: the provider says how each reply ended; a stream that stops without saying so was cut.
    """

    def __init__(self, messages: Sequence[Message], max_tokens: int, *, tells_end: bool) -> None:
        self._prompt = messages
        self._max_tokens = max_tokens
        self._tells_end = tells_end
        self._end = ""
        self._usage: Usage | None = None
        self._written = 0
        self._blank = True
        self._reasoned = False
        self._bytes = 0

    def read(self, responses: Iterator[Any]) -> Iterator[str | Usage]:
        """The answer's pieces; "" for a sign of life, such as a piece of the model's reasoning.

        :raises NoAnswer: too long, cut, empty, withheld, or a call of a tool.
        """
        thinking = Thinking()
        for response in responses:
            self._take(response)
            delta = response.delta or ""
            reasoning = _reasoning(response)
            if delta or reasoning:
                self._count(delta)
                yield self._shown(thinking.feed(delta))
            self._reasoned = self._reasoned or bool(reasoning) or thinking.found
        yield self._shown(thinking.end())
        self._close()
        yield self._usage or self._estimate()

    def _take(self, response: Any) -> None:
        self._end = _end(response) or self._end
        self._usage = _usage(response) or self._usage
        if any(type(block).__name__ == "ToolCallBlock" for block in getattr(response.message, "blocks", ())):
            raise NoAnswer("answered with the call of a tool")

    def _count(self, delta: str) -> None:
        self._written += len(delta)
        self._bytes += len(delta.encode("utf-8", "replace"))
        if self._written > _CHARACTERS_A_TOKEN * self._max_tokens:
            raise NoAnswer(f"wrote on beyond the {self._max_tokens} tokens it was given")

    def _shown(self, text: str) -> str:
        self._blank = self._blank and not text.strip()
        return text

    def _close(self) -> None:
        if self._end in _OUT_OF_TOKENS:
            raise NoAnswer(f"ran out of its {self._max_tokens} tokens before its answer ended")
        if self._end in _TOOLS:
            raise NoAnswer("answered with the call of a tool")
        if self._end in _WITHHELD:
            raise NoAnswer("withheld its answer: its filter stopped it")
        if not self._end and self._tells_end:
            raise NoAnswer("broke off: its stream stopped without an end" if self._written else "answered with nothing")
        if self._end and self._end not in _PROPER_ENDS:
            raise NoAnswer("stopped for another reason than the end of its answer")
        if self._blank:
            raise NoAnswer("wrote nothing but its reasoning" if self._reasoned else "answered with nothing")

    def _estimate(self) -> Usage:
        prompt = sum(len(message.text.encode("utf-8", "replace")) for message in self._prompt)
        return Usage(-(-prompt // _BYTES_A_TOKEN), -(-self._bytes // _BYTES_A_TOKEN), estimated=True)


def chat_messages(messages: Sequence[Message]) -> list[Any]:
    """The prompt as LlamaIndex's messages."""
    from llama_index.core.base.llms.types import ChatMessage

    # A lone surrogate, which no JSON can carry, would end the request with an error of its encoder.
    return [ChatMessage(role=message.role, content=_sendable(message.text)) for message in messages]


def _sendable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _field(record: Any, name: str) -> Any:
    return record.get(name) if isinstance(record, Mapping) else getattr(record, name, None)


def _end(response: Any) -> str:
    """How a reply ended, in lower case, as the providers' records tell it; "" while it goes on."""
    told = _field(response.additional_kwargs, "stop_reason")
    told = told or _field(getattr(response.message, "additional_kwargs", {}), "stop_reason")
    choices = _field(response.raw, "choices")
    if isinstance(choices, Sequence) and choices:
        told = told or _field(choices[0], "finish_reason")
    told = told or _field(response.raw, "done_reason") or _field(response.raw, "finish_reason")
    return str(getattr(told, "name", told) or "").lower()


def _usage(response: Any) -> Usage | None:
    """The tokens of a reply, where its record tells them."""
    told = _field(response.raw, "usage") or _field(getattr(response.message, "additional_kwargs", {}), "usage")
    for given, written in (("prompt_tokens", "completion_tokens"), ("input_tokens", "output_tokens")):
        counts = _field(told, given), _field(told, written)
        if all(isinstance(count, int) and count >= 0 for count in counts):
            return Usage(*counts)
    return None


def _reasoning(response: Any) -> str:
    told = [response.additional_kwargs, getattr(response.message, "additional_kwargs", {})]
    return "".join(str(_field(record, "thinking_delta") or "") for record in told)
