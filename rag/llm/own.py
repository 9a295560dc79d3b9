"""Any LlamaIndex LLM as a language model: its reply is read with the same care, its connection is its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from index.errors import ModelFailed
from rag.llm import Message
from rag.llm.opening import DEFAULT_CONTEXT_TOKENS
from rag.llm.reading import NoAnswer, Reading, chat_messages
from rag.records import Usage


class OwnModel:
    """Wraps a LlamaIndex LLM; what its integration hides, such as a redirect or how a reply ended, stays hidden."""

    def __init__(self, model: Any, spec: str, context_tokens: int = 0) -> None:
        self.name = spec
        self._model = model
        self._context = context_tokens

    @property
    def context_tokens(self) -> int:
        """What `CHORUS_LLM_CONTEXT` says, else what the LLM says of itself."""
        if self._context:
            return self._context
        try:
            told = self._model.metadata.context_window
        except Exception:  # whatever an integration raises for a model it does not know
            return DEFAULT_CONTEXT_TOKENS
        return told if isinstance(told, int) and told > 0 else DEFAULT_CONTEXT_TOKENS

    def stream(self, messages: Sequence[Message], max_tokens: int) -> Iterator[str | Usage]:
        """The reply, where it is a whole answer as far as the LLM tells.

        :raises ModelFailed: it is not; only the type of an error of the LLM's is named, as its text may hold a key.
        """
        prompt = chat_messages(messages)
        return self._read(Reading(messages, max_tokens, tells_end=False), prompt)

    def _read(self, reading: Reading, prompt: list[Any]) -> Iterator[str | Usage]:
        try:
            yield from reading.read(self._model.stream_chat(prompt))
            return
        except NoAnswer as error:
            reason = str(error)
        except Exception as error:
            reason = f"failed ({type(error).__name__})"
        # Out here, where the library's error, which may hold a key, does not hang on it.
        raise ModelFailed(f"the language model {self.name} {reason}")
