"""Any sentence-transformers model, by name or by path, as an embedder."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from index.embed import Prefixes, prefixes
from index.errors import ModelUnavailable

_HUB_TIMEOUT_S = 5.0


class SentenceTransformerEmbedder:
    """A sentence-transformers model: a folder, a model of the local cache, or one that its hub still has to send.

    A folder is never looked up on the hub, nor a model that the cache holds. Code that comes with a model is not run.
    Questions and passages get the prompts of the model's own configuration, or its family's prefixes.

    :param offline: never ask the hub, as `HF_HUB_OFFLINE=1` wants it.
    :raises ModelUnavailable: no such folder or model, or the hub does not answer within seconds.
    """

    def __init__(self, name_or_path: str, offline: bool = False) -> None:
        self._model = EMBEDDING.load(name_or_path, offline, _sentence_transformer)
        self._prefixes = _own_prompts(self._model.prompts) or prefixes(Path(name_or_path).name)
        self.dim = int(self._model.get_embedding_dimension() or len(self._encode(["a"], "")[0]))
        stamp = _digest(self._model, self._prefixes)
        self.fingerprint = f"sentence-transformers:{Path(name_or_path).name}:{stamp}:{self.dim}"

    def embed_passages(self, texts: Sequence[str]) -> np.ndarray:
        """Embed passages in input order, the passage prompt before each; longer than the model takes is cut."""
        return self._encode(texts, self._prefixes.passage)

    def embed_query(self, text: str) -> np.ndarray:
        """Embed a question, the query prompt before it: float32, shape (dim,)."""
        vector: np.ndarray = self._encode([text], self._prefixes.query)[0]
        return vector

    def count_tokens(self, text: str) -> int:
        """Count the model's own tokens, without those it adds at the ends."""
        encoded = self._model.tokenizer.encode(_encodable(text), add_special_tokens=False)
        return len(getattr(encoded, "ids", encoded))  # a static model's tokenizer is of the package tokenizers

    def _encode(self, texts: Sequence[str], prompt: str) -> np.ndarray:
        if not texts:
            return np.zeros((0, self.dim), dtype=np.float32)
        vectors = self._model.encode(
            [_encodable(text) for text in texts],
            prompt=prompt,
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        # Some models answer NaN where no token is known; a zero vector is near to nothing, which is the truth.
        return np.nan_to_num(np.asarray(vectors, dtype=np.float32), nan=0.0, posinf=0.0, neginf=0.0)


def _sentence_transformer(place: str, local_only: bool) -> Any:
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(place, local_files_only=local_only, trust_remote_code=False)


@dataclass(frozen=True, slots=True)
class ModelPlace:
    """How a model of sentence-transformers is had, and what a message about it says.

    `what` names its kind, `variable` the one that it is named by, and `instead` is what unsetting that does.
    """

    what: str
    variable: str
    instead: str

    @property
    def _instead(self) -> str:
        return f"unset {self.variable} {self.instead}"

    def load(self, name: str, offline: bool, open_model: Callable[[str, bool], Any]) -> Any:
        """Load a model from a folder, from the local cache, or from its hub where that answers at once.

        :param open_model: opens a name or a path; True for local files only.
        :raises ModelUnavailable: in one line, without the retries of the libraries below.
        """
        folder = Path(name).expanduser()
        if folder.exists():
            return self._open(str(folder), name, open_model, local_only=True)
        if name.startswith((".", "~", "/")) or name.count("/") > 1:
            raise ModelUnavailable(f"there is no folder {name}; correct {self.variable}, or {self._instead}")
        try:
            return self._open(name, name, open_model, local_only=True)
        except ModelUnavailable:
            if offline:
                raise ModelUnavailable(
                    f"{self.what} {name} is not in the local cache and HF_HUB_OFFLINE is set; "
                    f"unset it, or {self._instead}"
                ) from None
        self._require_hub(name)
        return self._open(name, name, open_model, local_only=False)

    def _open(self, place: str, name: str, open_model: Callable[[str, bool], Any], *, local_only: bool) -> Any:
        try:
            return open_model(place, local_only)
        except Exception as error:  # OSError, ValueError, and the types of four libraries below it
            reason = " ".join(str(error).split())[:200]
            raise ModelUnavailable(
                f"{self.what} {name} cannot be loaded ({type(error).__name__}: {reason}); "
                f"correct it, or {self._instead}"
            ) from error

    def _require_hub(self, name: str) -> None:
        """Ask the hub once, shortly: sentence-transformers asks it for each file, with retries, for minutes."""
        import httpx

        hub = os.environ.get("HF_ENDPOINT", "https://huggingface.co")
        try:
            httpx.head(hub, timeout=_HUB_TIMEOUT_S)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise ModelUnavailable(
                f"{self.what} {name} is not on this machine and {hub} cannot be reached ({type(error).__name__}); "
                f"connect once to download it, or {self._instead}"
            ) from None


EMBEDDING = ModelPlace("the model", "CHORUS_EMBEDDING_MODEL", "to use the bundled model")


def _own_prompts(prompts: Mapping[str, str]) -> Prefixes | None:
    """The prompts of the model's configuration; sentence-transformers lists empty ones where there are none."""
    query = prompts.get("query", "")
    passage = next((prompts[key] for key in ("document", "passage", "corpus") if prompts.get(key)), "")
    return Prefixes(query, passage) if query or passage else None


def _digest(model: Any, used: Prefixes) -> str:
    """Tell two models apart: their parts, prompts and vocabulary, and up to 1,024 numbers of each of their weights.

    All the numbers of a model of 500 MB would take a second at each start.
    """
    digest = hashlib.sha256(f"{used} {model.max_seq_length}".encode())
    for part in model:
        settings: dict[str, Any] = getattr(part, "get_config_dict", dict)()
        digest.update(f"{type(part).__name__} {json.dumps(settings, sort_keys=True, default=str)}".encode())
    for name, tensor in sorted(model.state_dict().items()):
        flat = tensor.detach().cpu().flatten()
        sample = flat[:: max(1, len(flat) // 1_024)].float().numpy()
        digest.update(f"{name} {tuple(tensor.shape)}".encode() + sample.tobytes())
    vocabulary = model.tokenizer.get_vocab()
    digest.update(json.dumps(sorted(vocabulary.items())).encode())
    return digest.hexdigest()[:12]


def _encodable(text: str) -> str:
    """The text without unpaired surrogates: the tokenizer takes UTF-8."""
    return text if text.isascii() else text.encode("utf-8", "ignore").decode("utf-8")
