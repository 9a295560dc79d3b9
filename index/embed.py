"""Text to vectors: one seam, three real embedders."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from index.errors import UsageError
from index.settings import IndexSettings

ENDPOINT = "openai-like:"
_TRUE = frozenset({"1", "ON", "YES", "TRUE"})


class Embedder(Protocol):
    """What the index needs of an embedding model.

    `fingerprint` names the model, its version and its dimension; an index built with another one is refused.
    """

    @property
    def fingerprint(self) -> str:
        """One line that changes whenever the vectors would."""
        ...

    @property
    def dim(self) -> int:
        """Numbers a vector."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> np.ndarray:
        """Embed passages or sentences: float32, shape (len(texts), dim), rows of length 1, or 0 for no known token."""
        ...

    def embed_query(self, text: str) -> np.ndarray:
        """Embed a question: float32, shape (dim,), of length 1, or 0 for no known token."""
        ...

    def count_tokens(self, text: str) -> int:
        """Count the model's own tokens, which is what a passage's size is measured in."""
        ...


@dataclass(frozen=True, slots=True)
class Prefixes:
    """What a model wants in front of a question and in front of a passage."""

    query: str = ""
    passage: str = ""


def prefixes(model: str) -> Prefixes:
    """The prefixes of the E5 family, told by the model's name since E5's own configuration does not state them.

    "query: " and "passage: " as its model cards ask (arXiv 2402.05672); the "-instruct" models take an instruction
    before the question and nothing before a passage. No prefix for any other model.
    """
    parts = re.split(r"[^a-z0-9]+", model.lower())
    if "e5" not in parts:
        return Prefixes()
    if "instruct" in parts:
        task = "Given a web search query, retrieve relevant passages that answer the query"
        return Prefixes(query=f"Instruct: {task}\nQuery: ")
    return Prefixes("query: ", "passage: ")


def open_embedder(settings: IndexSettings, environ: Mapping[str, str]) -> Embedder:
    """Open the embedder that `settings.embedding_model` names; see there for the three forms.

    :param environ: for `CHORUS_EMBEDDING_API_KEY` and `HF_HUB_OFFLINE`.
    :raises UsageError: an endpoint that is no "openai-like:MODEL@http://host/v1".
    :raises ModelUnavailable: the model cannot be had; says what to do instead.
    """
    model = settings.embedding_model.strip()
    if not model:
        from index.bundled import BundledEmbedder

        return BundledEmbedder()
    if model.startswith(ENDPOINT):
        from index.endpoint import EndpointEmbedder

        name, at, address = model.removeprefix(ENDPOINT).partition("@http")
        if not (name and at):
            raise UsageError(f"CHORUS_EMBEDDING_MODEL={model} names no endpoint; write {ENDPOINT}MODEL@http://host/v1")
        return EndpointEmbedder(name, "http" + address, environ.get("CHORUS_EMBEDDING_API_KEY", ""))
    from index.local_model import SentenceTransformerEmbedder

    offline = any(environ.get(name, "").upper() in _TRUE for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"))
    return SentenceTransformerEmbedder(model, offline=offline)
