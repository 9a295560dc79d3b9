"""The providers' LlamaIndex integrations, with every default of theirs set, over a client of our own."""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from typing import Any, cast

from index.errors import ModelFailed
from rag.llm import Message
from rag.llm.listing import Served, served
from rag.llm.opening import DEFAULT_CONTEXT_TOKENS, PROVIDERS, Endpoint
from rag.llm.reading import NoAnswer, Reading, chat_messages
from rag.llm.time_limits import Patience
from rag.llm.wire import NO_KEY, Exchange, Wire
from rag.records import Usage

_BYTES_AT_LEAST = 64_000
_BYTES_A_TOKEN = 2_000  # an event of a stream that carries one token has 200 to 400


class EndpointModel:
    """The model behind an endpoint, asked once and for as long as it takes; safe to ask from several threads."""

    def __init__(self, endpoint: Endpoint, patience: Patience) -> None:
        self.name = endpoint.name
        self.endpoint = endpoint
        self._wire = Wire(endpoint, patience)
        self._patience = patience
        self._stream = {"anthropic": self._anthropic, "ollama": self._ollama}.get(endpoint.provider, self._openai)
        self._context = 0
        self._lock = threading.Lock()

    @property
    def context_tokens(self) -> int:
        """What `CHORUS_LLM_CONTEXT` says, and no more than the endpoint tells; the endpoint is asked once."""
        with self._lock:
            if not self._context:
                self._context = self._find_context()
            return self._context

    def served(self) -> Served:
        """What the endpoint says about itself.

        :raises ModelFailed: nothing, or nothing that can be read.
        """
        return served(self.endpoint, self._wire)

    def load(self) -> None:
        """Import the provider's integration, which takes a second or two once."""
        importlib.import_module(PROVIDERS[self.endpoint.provider].module)

    def stream(self, messages: Sequence[Message], max_tokens: int) -> Iterator[str | Usage]:
        """The reply, where it is a whole answer.

        :raises ModelFailed: it is not.
        """
        self.load()  # before the clock of the exchange starts
        prompt = chat_messages(messages)
        reading = Reading(messages, max_tokens, tells_end=True)
        exchange = self._wire.exchange(_BYTES_AT_LEAST + _BYTES_A_TOKEN * max_tokens)
        return self._read(reading, lambda: self._stream(prompt, max_tokens, exchange), exchange)

    def _read(self, reading: Reading, ask: Callable[[], Iterator[Any]], exchange: Exchange) -> Iterator[str | Usage]:
        try:
            for piece in reading.read(ask()):
                exchange.begun = True
                yield piece
            return
        except NoAnswer as error:
            failed = ModelFailed(f"{self.endpoint.place} {error}")
        except Exception as error:
            failed = self._wire.failed(error, exchange)
        # Out here, where the library's error does not hang on it: that holds the request, and so the key.
        raise failed

    def _find_context(self) -> int:
        wanted = self.endpoint.context_tokens
        if self.endpoint.key_is_needed:  # a service's own models have more than any prompt here takes
            return wanted or DEFAULT_CONTEXT_TOKENS
        try:
            told = self.served().context_tokens
        except ModelFailed:
            told = 0
        if self.endpoint.provider == "ollama":  # it sets the memory aside that it is asked for
            return min(wanted or DEFAULT_CONTEXT_TOKENS, told or DEFAULT_CONTEXT_TOKENS)
        return min(wanted or told or DEFAULT_CONTEXT_TOKENS, told or wanted or DEFAULT_CONTEXT_TOKENS)

    def _openai(self, prompt: list[Any], max_tokens: int, exchange: Exchange) -> Iterator[Any]:
        import httpx
        from llama_index.llms.openai_like import OpenAILike

        with httpx.Client(**self._wire.options(exchange)) as client:
            model = OpenAILike(
                model=self.endpoint.model,
                api_base=self.endpoint.url,
                api_key=NO_KEY,
                api_version="",
                temperature=0.0,
                max_retries=0,
                timeout=self._patience.first_token_s,
                is_chat_model=True,
                is_function_calling_model=False,
                context_window=DEFAULT_CONTEXT_TOKENS,
                tokenizer=None,
                http_client=client,
            )
            yield from model.stream_chat(prompt, max_tokens=max_tokens, stream_options={"include_usage": True})

    def _anthropic(self, prompt: list[Any], max_tokens: int, exchange: Exchange) -> Iterator[Any]:
        import httpx
        from llama_index.core.base.llms.types import LLMMetadata
        from llama_index.llms.anthropic import Anthropic

        class AnyAnthropic(Anthropic):
            """The integration's own metadata raises for a model that it does not know by name."""

            @property
            def metadata(self) -> LLMMetadata:
                return LLMMetadata(context_window=DEFAULT_CONTEXT_TOKENS, is_chat_model=True, model_name=self.model)

        with httpx.Client(**self._wire.options(exchange)) as client:
            model: Any = cast(Any, AnyAnthropic)(
                model=self.endpoint.model,
                base_url=self.endpoint.url,
                api_key=NO_KEY,
                temperature=0.0,
                max_retries=0,
                timeout=self._patience.first_token_s,
                max_tokens=max_tokens,
            )
            # The integration takes no HTTP client; its own would send what the environment holds anywhere.
            model._client = model._client.with_options(http_client=client)
            yield from model.stream_chat(prompt)

    def _ollama(self, prompt: list[Any], max_tokens: int, exchange: Exchange) -> Iterator[Any]:
        from llama_index.llms.ollama import Ollama
        from ollama import Client

        context = self.context_tokens
        with closing(Client(host=self.endpoint.url, **self._wire.options(exchange))) as client:
            model = Ollama(
                model=self.endpoint.model,
                base_url=self.endpoint.url,
                client=client,
                temperature=0.0,
                # Without it Ollama cuts a longer prompt at its own default, saying nothing.
                context_window=context,
                additional_kwargs={"num_predict": max_tokens},
                is_function_calling_model=False,
            )
            yield from model.stream_chat(prompt)
