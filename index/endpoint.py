"""An OpenAI-compatible embeddings endpoint as an embedder: it may be slow, wrong or hostile, and gets little rope."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import numpy as np

from index.certificates import certificates
from index.embed import prefixes
from index.errors import ModelUnavailable, UsageError
from index.within import within

_INSTEAD = "unset CHORUS_EMBEDDING_MODEL to use the bundled model"
_BATCH = 64
_MOST_BYTES = 64_000_000
_BYTES_A_TOKEN = 4  # the tokenizer stays with the server; byte-pair vocabularies come to about this in European text
_RETRIED = frozenset({429, 503})

_Reply = tuple[int, float, bytes]
"""The status, the seconds that Retry-After asks for, and the body where the status is 200."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for one batch: seconds to connect, seconds for all of it, and how often to ask again."""

    connect_s: float = 3.0
    total_s: float = 30.0
    retries: int = 2


_PATIENCE = Patience()


class EndpointEmbedder:
    """Vectors from `POST {base_url}/embeddings`, 64 texts a request.

    The key is sent in the header and appears nowhere else, nor does anything that the server wrote. Redirects are not
    followed. The fingerprint names model and address; a server that changes the model behind a name is not noticed
    unless the dimension changes.

    :raises UsageError: the address is no plain http(s) one, or the key cannot be sent.
    """

    def __init__(self, model: str, base_url: str, api_key: str = "", patience: Patience = _PATIENCE) -> None:
        self._model = model
        self._url = f"{_checked_address(base_url)}/embeddings"
        if not (api_key.isascii() and (api_key.isprintable())):
            raise UsageError("CHORUS_EMBEDDING_API_KEY holds characters that no key has; set it anew")
        self._headers = {"Authorization": f"Bearer {api_key}"} if api_key else {}
        self._patience = patience
        self._prefixes = prefixes(model)
        self._dim = 0
        self.fingerprint = f"openai-like:{model}@{base_url.rstrip('/')}"

    @property
    def dim(self) -> int:
        """Numbers a vector; asks the endpoint once."""
        if not self._dim:
            self.embed_query("a")
        return self._dim

    def embed_passages(self, texts: Sequence[str]) -> np.ndarray:
        """Embed passages in input order: float32, shape (len(texts), dim), unit rows; a blank text is a zero row.

        :raises ModelUnavailable: no answer in time, or one that cannot be used.
        """
        return self._embed([self._prefixes.passage + text if text.strip() else "" for text in texts])

    def embed_query(self, text: str) -> np.ndarray:
        """Embed a question: float32, shape (dim,)."""
        vector: np.ndarray = self._embed([self._prefixes.query + text if text.strip() else ""])[0]
        return vector

    def count_tokens(self, text: str) -> int:
        """Estimate the tokens of a text by its bytes: the tokenizer is not at hand."""
        return -(-len(text.encode("utf-8", "ignore")) // _BYTES_A_TOKEN)

    def _embed(self, texts: list[str]) -> np.ndarray:
        clean = [text.encode("utf-8", "ignore").decode() for text in texts]
        filled = [row for row, text in enumerate(clean) if text.strip()]
        batches = [
            self._vectors([clean[row] for row in filled[start : start + _BATCH]])
            for start in range(0, len(filled), _BATCH)
        ]
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        for number, batch in enumerate(batches):
            vectors[filled[number * _BATCH : number * _BATCH + len(batch)]] = batch
        return vectors

    def _vectors(self, texts: list[str]) -> np.ndarray:
        """Embed one batch and check every number of the answer."""
        try:
            rows = _rows(json.loads(self._post({"model": self._model, "input": texts})), len(texts))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError):
            raise self._unavailable("answered with something else than embeddings") from None
        if self._dim and rows.shape[1] != self._dim:
            raise self._unavailable(f"answered with {rows.shape[1]} numbers a text after {self._dim}")
        self._dim = rows.shape[1]
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        unit: np.ndarray = (rows / np.where(lengths > 0, lengths, 1)).astype(np.float32)
        return unit

    def _post(self, body: dict[str, Any]) -> bytes:
        """Post, asking again where the server is busy, all within the total time."""
        import httpx

        deadline = time.monotonic() + self._patience.total_s
        for attempt in range(self._patience.retries + 1):
            try:
                left = max(0.01, deadline - time.monotonic())
                status, wait_s, data = within(left, lambda: self._send(body, deadline))
            except (TimeoutError, httpx.TimeoutException):
                raise self._unavailable(f"did not answer in time ({self._patience.total_s:g} s)") from None
            # Only the type: an error's text may quote the headers, and with them the key.
            except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
                raise self._unavailable(f"cannot be reached ({type(error).__name__})") from None
            if status == 200:
                return data
            pause = wait_s or 2.0**attempt / 2
            if status not in _RETRIED or attempt == self._patience.retries or time.monotonic() + pause > deadline:
                break
            time.sleep(pause)
        raise self._unavailable(f"answered with status {status}{_HINTS.get(status, '')}")

    def _send(self, body: dict[str, Any], deadline: float) -> _Reply:
        """Send one request."""
        import httpx

        left = max(0.01, deadline - time.monotonic())
        timeout = httpx.Timeout(left, connect=min(left, self._patience.connect_s))
        with (
            httpx.Client(timeout=timeout, follow_redirects=False, verify=certificates()) as client,
            client.stream("POST", self._url, json=body, headers=self._headers) as response,
        ):
            if response.status_code != 200:
                return response.status_code, _seconds(response.headers.get("Retry-After", "")), b""
            data = bytearray()
            # A server may drip for ever: each piece is in time, and the whole is not.
            for piece in response.iter_bytes():
                data += piece
                if time.monotonic() > deadline:
                    raise httpx.ReadTimeout("total time")
                if len(data) > _MOST_BYTES:
                    raise self._unavailable(f"answered with more than {_MOST_BYTES // 1_000_000} MB")
            return 200, 0.0, bytes(data)

    def _unavailable(self, reason: str) -> ModelUnavailable:
        return ModelUnavailable(f"the embeddings endpoint {self._url} {reason}; check it, or {_INSTEAD}")


_HINTS = {
    301: ", a redirect, which is not followed",
    302: ", a redirect, which is not followed",
    307: ", a redirect, which is not followed",
    308: ", a redirect, which is not followed",
    401: ": set CHORUS_EMBEDDING_API_KEY",
    403: ": this key may not use it",
    404: ": no such model or path",
    429: ": too many requests",
}


def _checked_address(base_url: str) -> str:
    try:
        parts = urlsplit(base_url)
        parts.port  # noqa: B018  # raises ValueError for a port that is no number
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username or parts.query or parts.fragment:
        # The address itself is not shown: it may hold a password.
        raise UsageError("the embeddings endpoint must be a plain address such as http://host:8080/v1")
    return base_url.rstrip("/")


def _rows(answer: Any, expected: int) -> np.ndarray:
    """Take the vectors out of an answer, in the order of the texts.

    :return: float64, shape (expected, dim), all finite.
    :raises ValueError: a wrong count, a missing or doubled index, rows of several lengths, or a number that is none.
    """
    data = answer["data"]
    if not isinstance(data, list) or len(data) != expected:
        raise ValueError("wrong count")
    ordered: dict[int, list[float]] = {item.get("index", place): item["embedding"] for place, item in enumerate(data)}
    rows = np.asarray([ordered[place] for place in range(expected)])
    if rows.dtype.kind not in "fi" or rows.ndim != 2 or not rows.shape[1]:
        raise ValueError("not numbers")
    rows = rows.astype(np.float64)
    if not np.isfinite(rows).all():
        raise ValueError("not finite")
    return rows


def _seconds(retry_after: str) -> float:
    """The seconds of a Retry-After header; 0 for a date or anything else, which means our own pause."""
    return float(retry_after) if retry_after.isascii() and retry_after.isdigit() and len(retry_after) < 7 else 0.0
