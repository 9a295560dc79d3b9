"""How often somebody may guess: after a few failures a name and an address have to wait, longer each time."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

FREE, FIRST_WAIT_S, LONGEST_WAIT_S, REMEMBERED = 5, 30.0, 3600.0, 10_000


@dataclass(slots=True)
class _Failures:
    count: int = 0
    until: float = 0.0


class Attempts:
    """Failed attempts by key, such as a name or an address; safe in several threads.

    The first `FREE` failures cost nothing; then each locks the key for twice as long as the one before. Of more than
    `REMEMBERED` keys the oldest that is not locked is forgotten first, so that made-up names fill no memory.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._failed: OrderedDict[str, _Failures] = OrderedDict()
        self._guard = threading.Lock()

    def wait_s(self, *keys: str) -> float:
        """Seconds until all of the keys may try again, 0 for at once."""
        with self._guard:
            until = max((self._failed[key].until for key in keys if key in self._failed), default=0.0)
        return max(0.0, until - self._now())

    def fail(self, *keys: str) -> None:
        """Note a failure of each key."""
        with self._guard:
            for key in keys:
                failures = self._failed.setdefault(key, _Failures())
                self._failed.move_to_end(key)
                failures.count += 1
                over = failures.count - FREE
                if over >= 0:
                    failures.until = self._now() + min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** min(over, 20))
            while len(self._failed) > REMEMBERED:
                free = next((key for key, one in self._failed.items() if one.until <= self._now()), None)
                self._failed.pop(free if free is not None else next(iter(self._failed)))

    def succeed(self, *keys: str) -> None:
        """Forget the failures of each key."""
        with self._guard:
            for key in keys:
                self._failed.pop(key, None)
