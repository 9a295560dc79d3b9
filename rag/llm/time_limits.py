"""How long a language model is waited for, and how often it is asked again: two wrappers of the same type."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.errors import ModelFailed
from index.settings import number, whole
from rag.llm import LanguageModel, Message

if TYPE_CHECKING:
    from rag.records import Usage

_LONGEST_S = 3_600.0
_MOST_RETRIES = 2


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to connect, to the first token and between two, and for all of an answer with its retries."""

    connect_s: float = 3.0
    first_token_s: float = 20.0
    total_s: float = 90.0
    retries: int = 2

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Patience:
        """Read `CHORUS_LLM_CONNECT_S`, `_FIRST_TOKEN_S`, `_TOTAL_S` and `_RETRIES`.

        :raises UsageError: one is no number, or out of its bounds.
        """
        known = cls()
        return cls(
            number(environ, "CHORUS_LLM_CONNECT_S", known.connect_s, at_least=0.1, at_most=_LONGEST_S),
            number(environ, "CHORUS_LLM_FIRST_TOKEN_S", known.first_token_s, at_least=0.1, at_most=_LONGEST_S),
            number(environ, "CHORUS_LLM_TOTAL_S", known.total_s, at_least=0.1, at_most=_LONGEST_S),
            whole(environ, "CHORUS_LLM_RETRIES", known.retries, at_least=0, at_most=_MOST_RETRIES),
        )


class _Wrapper:
    """A model that goes by the name, and has the room, of the one inside it."""

    def __init__(self, model: LanguageModel) -> None:
        self._inner = model

    @property
    def name(self) -> str:
        """As the model's."""
        return self._inner.name

    @property
    def context_tokens(self) -> int:
        """As the model's."""
        return self._inner.context_tokens


class Deadline(_Wrapper):
    """Leaves a model behind that does not begin, stalls or does not end in time, whatever it is waiting for.

    The model runs in a thread of its own, since no timeout of an HTTP library ends a server that drips. Empty pieces,
    with which a model says that it is still thinking, count as signs of life and are not passed on.

    :param place: how the error line names the model.
    """

    def __init__(self, model: LanguageModel, place: str, patience: Patience) -> None:
        super().__init__(model)
        self._model = model
        self._place = place
        self._patience = patience

    def stream(
        self, messages: Sequence[Message], max_tokens: int, within_s: float | None = None
    ) -> Iterator[str | Usage]:
        """As the model's, within `within_s` seconds in place of the total."""
        total_s = self._patience.total_s if within_s is None else within_s
        # Here and not in the thread: the model imports what it needs, which is no time of the endpoint's.
        source = self._model.stream(messages, max_tokens)
        return self._timed(_Reader(source), total_s)

    def _timed(self, reader: _Reader, total_s: float) -> Iterator[str | Usage]:
        ends = time.monotonic() + total_s
        begun = False
        reader.start()
        try:
            while True:
                left = ends - time.monotonic()
                item = reader.next(min(left, self._patience.first_token_s)) if left > 0 else _LATE
                if item is _LATE:
                    raise ModelFailed(f"{self._place} {self._late(begun, ends)}")
                if item is _END:
                    return
                begun = True
                if item != "":
                    yield item  # type: ignore[misc]
        finally:
            reader.leave()

    def _late(self, begun: bool, ends: float) -> str:
        if time.monotonic() >= ends:
            return f"did not finish within {self._patience.total_s:g} s (CHORUS_LLM_TOTAL_S)"
        wait = f"{self._patience.first_token_s:g} s (CHORUS_LLM_FIRST_TOKEN_S)"
        return f"stopped in the middle of its answer for {wait}" if begun else f"wrote nothing within {wait}"


_END = object()
_LATE = object()


class _Reader:
    """Reads a stream in a thread, so that whoever waits for it can leave."""

    def __init__(self, source: Iterator[str | Usage]) -> None:
        self._source = source
        self._items: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._left = threading.Event()

    def start(self) -> None:
        """Begin to read."""
        threading.Thread(target=self._run, daemon=True, name="language model").start()

    def next(self, timeout_s: float) -> object:
        """The next item, `_END` or `_LATE`.

        :raises Exception: what the stream raised.
        """
        try:
            item = self._items.get(timeout=timeout_s)
        except queue.Empty:
            return _LATE
        if isinstance(item, Exception):
            raise item
        return item

    def leave(self) -> None:
        """Stop reading, at the latest with the next item."""
        self._left.set()

    def _run(self) -> None:
        try:
            for item in self._source:
                self._items.put(item)
                if self._left.is_set():
                    break
            self._items.put(_END)
        except Exception as error:  # carried over to the reader, who knows the types
            self._items.put(error)
        finally:
            close = getattr(self._source, "close", None)
            if close is not None:
                close()


class Retrying(_Wrapper):
    """Asks again where that may help, all within the total time, and never after the first piece of an answer."""

    def __init__(self, model: Deadline, patience: Patience, sleep: Callable[[float], None] = time.sleep) -> None:
        super().__init__(model)
        self._model = model
        self._patience = patience
        self._sleep = sleep

    def stream(self, messages: Sequence[Message], max_tokens: int) -> Iterator[str | Usage]:
        """As the model's."""
        ends = time.monotonic() + self._patience.total_s
        for attempt in range(self._patience.retries + 1):
            begun = False
            try:
                for item in self._model.stream(messages, max_tokens, within_s=max(0.0, ends - time.monotonic())):
                    begun = True
                    yield item
                return
            except ModelFailed as failure:
                if begun or failure.retry_after_s is None or attempt == self._patience.retries:
                    raise
                pause = failure.retry_after_s or 2.0**attempt / 2
                if time.monotonic() + pause >= ends:
                    raise
            self._sleep(pause)
