"""Whether the language model's endpoint answers, for /healthz: asked seldom, told without names, addresses or keys."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping

from index.errors import ChorusError

KEPT_S = 30.0
DOWN = "the endpoint does not answer as it must; python -m rag.doctor says why"


def model_check(spec: str, environ: Mapping[str, str], kept_s: float = KEPT_S) -> Callable[[], str] | None:
    """Give a check that says what is wrong, "" for nothing; None where no language model is set.

    It lists the endpoint's models, which costs no tokens, at most once in `kept_s` seconds however often it is called.
    A model without an endpoint of its own is taken to be well.

    :raises UsageError: the spec names no language model that can be used.
    """
    if not spec:
        return None
    from rag.llm.opening import endpoint_model, read_spec
    from rag.llm.time_limits import Patience

    endpoint = None if spec.startswith("script:") else read_spec(spec, environ)
    if endpoint is None:
        return lambda: ""
    model = endpoint_model(endpoint, Patience.from_env(environ))

    def look() -> str:
        try:
            model.served()
        except ChorusError:
            return DOWN
        return ""

    return kept(look, kept_s)


def kept(look: Callable[[], str], seconds: float, now: Callable[[], float] = time.monotonic) -> Callable[[], str]:
    """Look again only when the last look is older than so many seconds; callers at the same time share one look."""
    guard = threading.Lock()
    last: tuple[float, str] | None = None

    def check() -> str:
        nonlocal last
        with guard:
            if last is None or now() - last[0] >= seconds:
                last = now(), look()
            return last[1]

    return check
