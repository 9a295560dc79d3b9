"""How long each step of an answer takes."""

from __future__ import annotations

import time


class Clock:
    """Wall milliseconds by step."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, step: str) -> None:
        """End a step, and begin the next."""
        now = time.perf_counter()
        self.laps[step] = round(1000 * (now - self._last), 3)
        self._last = now
