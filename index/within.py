"""Work that is left behind when it takes too long."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

_Done = TypeVar("_Done")


def within(seconds: float, task: Callable[[], _Done]) -> _Done:
    """Run a task in a thread of its own and leave it behind after so many seconds.

    No timeout of an HTTP library ends a server that drips its answer, or its headers.

    :raises TimeoutError: it took longer; and whatever the task raises.
    """
    done: list[_Done | Exception] = []

    def run() -> None:
        try:
            done.append(task())
        except Exception as error:  # carried over to the caller, who knows the types
            done.append(error)

    worker = threading.Thread(target=run, daemon=True)
    worker.start()
    worker.join(seconds)
    if not done:
        raise TimeoutError
    if isinstance(done[0], Exception):
        raise done[0]
    return done[0]
