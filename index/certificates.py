"""The certificates that HTTPS is checked against."""

from __future__ import annotations

import ssl
from functools import lru_cache


@lru_cache(maxsize=1)
def certificates() -> ssl.SSLContext:
    """Read once: a client that reads its own takes 30 ms, longer than a local model's first token."""
    import httpx

    return httpx.create_ssl_context()
