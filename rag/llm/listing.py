"""What an endpoint tells about the models it serves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rag.llm.opening import Endpoint
from rag.llm.wire import Wire

# As vLLM, llama.cpp, LM Studio, OpenRouter and Groq, Mistral, and Anthropic call it.
_CONTEXT_KEYS = (
    "max_model_len",
    "n_ctx",
    "loaded_context_length",
    "context_length",
    "context_window",
    "max_context_length",
    "max_input_tokens",
)


@dataclass(frozen=True, slots=True)
class Served:
    """The models listed, whether the one asked for is among them, and its context in tokens, 0 where not told."""

    models: tuple[str, ...]
    listed: bool
    context_tokens: int


def served(endpoint: Endpoint, wire: Wire) -> Served:
    """Ask an endpoint what it serves.

    :raises ModelFailed: it does not answer, or with something else.
    """
    if endpoint.provider == "ollama":
        records = _records(wire.get(f"{endpoint.url}/api/tags"), "models")
        names = tuple(str(record.get("name")) for record in records)
        listed = endpoint.model in names or f"{endpoint.model}:latest" in names
        shown = wire.post(f"{endpoint.url}/api/show", {"model": endpoint.model}) if listed else {}
        return Served(names, listed, _ollama_context(shown))
    path = "/v1/models?limit=1000" if endpoint.provider == "anthropic" else "/models"
    records = _records(wire.get(f"{endpoint.url}{path}"), "data")
    names = tuple(str(record.get("id")) for record in records)
    own = [record for record in records if record.get("id") == endpoint.model]
    # A server of one model takes any name for it.
    chosen = own or (records if len(records) == 1 else [])
    return Served(names, bool(own), _context(chosen[0]) if chosen else 0)


def _records(answer: Any, key: str) -> list[Mapping[str, Any]]:
    found = answer.get(key) if isinstance(answer, Mapping) else None
    return [record for record in found if isinstance(record, Mapping)] if isinstance(found, list) else []


def _context(record: Mapping[str, Any]) -> int:
    meta = record.get("meta")
    for told in (record, meta if isinstance(meta, Mapping) else {}):
        for key in _CONTEXT_KEYS:
            if found := _tokens(told.get(key)):
                return found
    return 0


def _ollama_context(shown: Any) -> int:
    info = shown.get("model_info") if isinstance(shown, Mapping) else None
    lengths = (
        [value for key, value in info.items() if str(key).endswith(".context_length")]
        if isinstance(info, Mapping)
        else []
    )
    return _tokens(lengths[0]) if lengths else 0


def _tokens(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= 10_000_000 else 0
