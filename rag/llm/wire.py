"""The HTTP client of one answer: where it may go, what it may carry, and how much of a reply it takes.

It watches the wire below a provider's library, which hides the status, follows redirects, and reads an HTML page as an
empty answer. The library never gets the key, so that none of its errors, logs or records can hold it.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from index.certificates import certificates
from index.errors import ModelFailed
from index.within import within
from rag.llm.opening import Endpoint
from rag.llm.time_limits import Patience

NO_KEY = "unused"
"""What a library gets in place of the key."""

_KEPT_HEADERS = frozenset(
    {"host", "connection", "content-type", "content-length", "transfer-encoding", "accept", "anthropic-version"}
)
_STREAMS = frozenset({"text/event-stream", "application/x-ndjson"})
_SHOWN_TYPES = frozenset({"text/html", "text/plain", "application/json"})
_TRANSIENT = frozenset({429, 500, 502, 503, 504, 529})
_LISTING_BYTES = 8_000_000
_LISTING_S = 5.0
_HINTS = {
    400: ": the request was refused; the prompt may be longer than its context (CHORUS_LLM_CONTEXT)",
    401: ": the key is missing or wrong; set CHORUS_LLM_API_KEY or CHORUS_LLM_KEY_FILE",
    403: ": this key may not use it",
    404: ": no such model, or no such path in its address",
    429: ": too many requests, or nothing left of the quota",
}


@dataclass(slots=True)
class Exchange:
    """What was seen of one request on the wire; `fault` is why it was given up, "" for not."""

    ends: float
    most_bytes: int
    status: int = 0
    fault: str = ""
    retry_after_s: float | None = None
    begun: bool = False


class _GivenUp(Exception):
    """Raised through a provider's library, whatever it makes of it: the exchange knows why."""


class Wire:
    """Makes the clients for one endpoint, and says in one line how it failed."""

    def __init__(self, endpoint: Endpoint, patience: Patience) -> None:
        self._endpoint = endpoint
        self._patience = patience
        self._origin = _origin(endpoint.url)

    def exchange(self, most_bytes: int) -> Exchange:
        """The record of a request that begins."""
        return Exchange(time.monotonic() + self._patience.total_s, most_bytes)

    def options(self, exchange: Exchange, *, streams: bool = True) -> dict[str, Any]:
        """The arguments of an `httpx.Client` for one exchange."""
        import httpx

        # Twice, so that it is the deadline which tells; this one ends the thread that was left behind.
        timeout = httpx.Timeout(2 * self._patience.first_token_s, connect=self._patience.connect_s)

        def ask(request: Any) -> None:
            if _origin(str(request.url)) != self._origin:
                raise self._give_up(exchange, "was to be left for another address")
            for name in list(request.headers):
                if name.lower() not in _KEPT_HEADERS:
                    del request.headers[name]
            request.headers["User-Agent"] = "chorus"
            request.headers["Accept-Encoding"] = "identity"
            request.headers.update(self._key_header())
            request.extensions["timeout"] = timeout.as_dict()  # a provider's library puts its own in place of ours

        def answered(response: Any) -> None:
            self._check(response, exchange, streams)
            response.stream = _bounded(response.stream, exchange)

        return {
            "timeout": timeout,
            "follow_redirects": False,
            "verify": certificates(),
            "event_hooks": {"request": [ask], "response": [answered]},
        }

    def get(self, url: str) -> Any:
        """Get a JSON document of the endpoint.

        :raises ModelFailed: it cannot be had within seconds.
        """
        return self._json("GET", url, None)

    def post(self, url: str, body: dict[str, Any]) -> Any:
        """Post JSON, and get JSON."""
        return self._json("POST", url, body)

    def _json(self, method: str, url: str, body: dict[str, Any] | None) -> Any:
        import httpx

        exchange = self.exchange(_LISTING_BYTES)
        limit_s = min(_LISTING_S, self._patience.first_token_s)

        def fetch() -> Any:
            with httpx.Client(**self.options(exchange, streams=False)) as client:
                return json.loads(client.request(method, url, json=body).content)

        try:
            return within(limit_s, fetch)
        except TimeoutError:
            failed = ModelFailed(f"{self._endpoint.place} did not answer within {limit_s:g} s")
        except Exception as error:
            failed = self.failed(error, exchange)
        # Out here, where the library's error does not hang on it: that holds the request, and so the key.
        raise failed

    def failed(self, error: Exception, exchange: Exchange) -> ModelFailed:
        """One line for anything that a library raised; nothing that the server wrote is in it."""
        if isinstance(error, ModelFailed):
            return error
        if exchange.fault:
            return ModelFailed(f"{self._endpoint.place} {exchange.fault}", exchange.retry_after_s)
        text, again = _explained(error, exchange, self._patience)
        return ModelFailed(f"{self._endpoint.place} {text}", 0.0 if again and not exchange.begun else None)

    def _check(self, response: Any, exchange: Exchange, streams: bool) -> None:
        exchange.status = response.status_code
        if 300 <= response.status_code < 400:
            raise self._give_up(exchange, f"answered with status {response.status_code}, a redirect, which is refused")
        if response.status_code != 200:
            if response.status_code in _TRANSIENT:
                exchange.retry_after_s = _seconds(response.headers.get("Retry-After", ""))
            raise self._give_up(
                exchange, f"answered with status {response.status_code}{_HINTS.get(response.status_code, '')}"
            )
        if response.headers.get("Content-Encoding", "identity").lower() != "identity":
            raise self._give_up(exchange, "answered with a compressed stream, which was not asked for")
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if streams and kind not in _STREAMS:
            shown = kind if kind in _SHOWN_TYPES else "another content type"
            raise self._give_up(exchange, f"answered with {shown} in place of a stream; check its address")

    def _give_up(self, exchange: Exchange, fault: str) -> _GivenUp:
        exchange.fault = fault
        return _GivenUp(fault)

    def _key_header(self) -> dict[str, str]:
        key = self._endpoint.key
        if not key:
            return {}
        return {"x-api-key": key} if self._endpoint.provider == "anthropic" else {"Authorization": f"Bearer {key}"}


def _bounded(stream: Any, exchange: Exchange) -> Any:
    """A response's bytes up to the exchange's limits."""
    import httpx

    class Bounded(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            received = 0
            for piece in stream:
                received += len(piece)
                if received > exchange.most_bytes:
                    exchange.fault = f"wrote more than {exchange.most_bytes // 1_000:,} kB, which no answer takes"
                    raise _GivenUp
                if time.monotonic() > exchange.ends:
                    exchange.fault = "did not finish in time"
                    raise _GivenUp
                yield piece

        def close(self) -> None:
            stream.close()

    return Bounded()


def _explained(error: BaseException, exchange: Exchange, patience: Patience) -> tuple[str, bool]:
    """How an exchange failed, and whether asking again may help, from the errors that led to one another."""
    causes = list(_causes(error))
    # By name: the types belong to libraries of which not all are installed.
    names = {kind.__name__ for cause in causes for kind in type(cause).__mro__}
    answered = exchange.status == 200
    connect_s, first_token_s = patience.connect_s, patience.first_token_s
    cases = (
        ("gaierror" in names, "cannot be found: its host name does not resolve", False),
        ("ConnectionRefusedError" in names, "refused the connection; check that its server is running", False),
        ("SSLError" in names, "cannot be trusted: its certificate or its TLS is not in order", False),
        (
            "ConnectTimeout" in names,
            f"did not accept a connection within {connect_s:g} s (CHORUS_LLM_CONNECT_S)",
            False,
        ),
        ("TimeoutException" in names, f"sent nothing for {2 * first_token_s:g} s", False),
        ("TransportError" in names and answered, "broke off in the middle of its answer", True),
        ("TransportError" in names, "closed the connection without an answer", True),
        (answered and bool(names & {"APIError", "ResponseError"}), "reported an error in place of an answer", True),
        (answered, "answered with something that is no chat completion", False),
        (True, f"failed ({type(error).__name__})", False),
    )
    return next((text, again) for seen, text, again in cases if seen)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _origin(url: str) -> tuple[str, str, int]:
    parts = urlsplit(url)
    return parts.scheme, (parts.hostname or "").lower(), parts.port or (443 if parts.scheme == "https" else 80)


def _seconds(retry_after: str) -> float:
    """The seconds of a Retry-After header; 0, which means our own pause, for a date or anything else."""
    return float(retry_after) if retry_after.isascii() and retry_after.isdigit() and len(retry_after) < 7 else 0.0
