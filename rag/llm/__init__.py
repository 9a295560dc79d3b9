"""Language models behind one protocol: a spec such as "openai-like:qwen3@http://127.0.0.1:8080/v1" names one.

Opening one imports neither LlamaIndex nor an HTTP library, and asks nobody: both happen with the first question.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from rag.records import Usage


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of a prompt."""

    role: Literal["system", "user", "assistant"]
    text: str


class LanguageModel(Protocol):
    """What an answer needs of a language model.

    `name` is the spec without address, such as "openai-like:qwen3"; it never holds a key.
    """

    @property
    def name(self) -> str:
        """Provider and model."""
        ...

    @property
    def context_tokens(self) -> int:
        """Tokens that prompt and answer have together; may ask the endpoint, once."""
        ...

    def stream(self, messages: Sequence[Message], max_tokens: int) -> Iterator[str | Usage]:
        """Write an answer piece by piece, without the model's reasoning; the usage comes last, if at all.

        :raises ModelFailed: the model did not answer, or broke off; pieces that came before it are no answer.
        """
        ...


def open_model(spec: str, environ: Mapping[str, str]) -> LanguageModel:
    """Open the language model that a spec names.

    "openai-like:MODEL@URL"; "openai:MODEL", "anthropic:MODEL" and "ollama:MODEL", which may name another URL than the
    provider's own too; "script:FILE"; or the place of a LlamaIndex LLM, as "my.module:make" or "package.Class".

    :param environ: for the keys and the `CHORUS_LLM_*` settings.
    :raises UsageError: a spec that names none, a missing extra, key or file; its line says what to do.
    """
    if spec.startswith("script:"):
        from rag.llm.script import ScriptedModel

        return ScriptedModel.load(spec.removeprefix("script:"))
    from rag.llm.opening import open_endpoint

    return open_endpoint(spec, environ)


def check_model(spec: str, environ: Mapping[str, str]) -> None:
    """Find what is wrong with a spec and its settings without importing or asking anything; "" is right.

    :raises UsageError: as `open_model`, except for what only importing a module of the reader's own would tell.
    """
    if spec.startswith("script:"):
        open_model(spec, environ)
    elif spec:
        from rag.llm.opening import read_spec
        from rag.llm.time_limits import Patience

        Patience.from_env(environ)
        read_spec(spec, environ)
