"""Any sentence-transformers model, by name or by path, as an embedder."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from index.embed import Prefixes, prefixes
from index.errors import ModelUnavailable

_HUB_TIMEOUT_S = 5.0
_INSTEAD = "unset CHORUS_EMBEDDING_MODEL to use the bundled model"


class SentenceTransformerEmbedder:
    """A sentence-transformers model: a folder, a model of the local cache, or one that its hub still has to send.

    A folder is never looked up on the hub, nor a model that the cache holds. Code that comes with a model is not run.
    Questions and passages get the prompts of the model's own configuration, or its family's prefixes.

    :param offline: never ask the hub, as `HF_HUB_OFFLINE=1` wants it.
    :raises ModelUnavailable: no such folder or model, or the hub does not answer within seconds.
    """

    def __init__(self, name_or_path: str, offline: bool = False) -> None:
        self._model = _load(name_or_path, offline)
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


def _load(name: str, offline: bool) -> Any:
    folder = Path(name).expanduser()
    if folder.exists():
        return _open(str(folder), name, local_only=True)
    if name.startswith((".", "~", "/")) or name.count("/") > 1:
        raise ModelUnavailable(f"there is no folder {name}; correct CHORUS_EMBEDDING_MODEL, or {_INSTEAD}")
    try:
        return _open(name, name, local_only=True)
    except ModelUnavailable:
        if offline:
            raise ModelUnavailable(
                f"the model {name} is not in the local cache and HF_HUB_OFFLINE is set; unset it, or {_INSTEAD}"
            ) from None
    _require_hub(name)
    return _open(name, name, local_only=False)


def _open(place: str, name: str, local_only: bool) -> Any:
    try:
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(place, local_files_only=local_only, trust_remote_code=False)
    except Exception as error:  # OSError, ValueError, and the types of four libraries below it
        reason = " ".join(str(error).split())[:200]
        raise ModelUnavailable(
            f"the model {name} cannot be loaded ({type(error).__name__}: {reason}); correct it, or {_INSTEAD}"
        ) from error


def _require_hub(name: str) -> None:
    """Ask the hub once, shortly: sentence-transformers asks it for each file, with retries, for minutes."""
    import httpx

    hub = os.environ.get("HF_ENDPOINT", "https://huggingface.co")
    try:
        httpx.head(hub, timeout=_HUB_TIMEOUT_S)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise ModelUnavailable(
            f"the model {name} is not on this machine and {hub} cannot be reached ({type(error).__name__}); "
            f"connect once to download it, or {_INSTEAD}"
        ) from None


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
