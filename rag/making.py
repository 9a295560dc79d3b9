"""Objects that are made once and live as long as the process."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def made_to_stay() -> Iterator[None]:
    """What the block makes lives as long as the process, so it is never searched for garbage.

    Gradio and what it imports are a quarter of a million objects. Searching all of them takes a fifth of a second in
    which nobody is served, seven times while they are made and every few dozen questions after.
    """
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()
