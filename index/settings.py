"""What the index is built with: read once at an entry point and passed down as a value."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isfinite, nan
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from index.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser

DEFAULT_STORE = Path(".chorus")
MOST_TOKENS = 2_000
"""Of a passage; a dozen of them are read for an answer."""
_NAMES = """
    ALLOWED_HOSTS ALLOW_UPLOADS API_KEY_FILE AT_ONCE AUTH_FILE CHROMA_URL EMBEDDING_API_KEY EMBEDDING_MODEL
    FEEDBACK HOST LLM LLM_API_KEY LLM_CONNECT_S LLM_CONTEXT LLM_FIRST_TOKEN_S LLM_KEY_FILE LLM_RETRIES
    LLM_TOTAL_S LLM_TRANSLATE_QUERY LOCK_TIMEOUT_S MAX_WORDS NLI_MODEL PASSAGE_TOKENS PORT REPORTS RERANKER
    ROOT_PATH SHARE STORE TOP_K TRUSTED_PROXIES UPLOADS WAITING
"""
VARIABLES = frozenset(f"CHORUS_{name}" for name in _NAMES.split())
"""Every setting of the product, so that any command can tell of one that is misspelt."""
_OTHERS = ("CHORUS_MAKE_", "CHORUS_TEST_")
_ON, _OFF = ("1", "true", "yes", "on"), ("", "0", "false", "no", "off")


@dataclass(frozen=True, slots=True)
class IndexSettings:
    """Where the store is and how passages are made and embedded.

    `embedding_model` is "" for the bundled model, a sentence-transformers name or path, or
    "openai-like:MODEL@http://host/v1" for an embeddings endpoint.

    :raises UsageError: `chroma_url` is no address.
    """

    store: Path = DEFAULT_STORE
    chroma_url: str = ""
    embedding_model: str = ""
    passage_tokens: int = 120
    lock_timeout_s: float = 30.0

    def __post_init__(self) -> None:
        """Refuse an address that is none before anything is written."""
        server_address(self.chroma_url)

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> IndexSettings:
        """Read the `CHORUS_*` variables.

        :raises UsageError: a variable that should be a number is none.
        """
        return cls(
            store=Path(environ.get("CHORUS_STORE") or DEFAULT_STORE),
            chroma_url=environ.get("CHORUS_CHROMA_URL", ""),
            embedding_model=environ.get("CHORUS_EMBEDDING_MODEL", ""),
            passage_tokens=whole(environ, "CHORUS_PASSAGE_TOKENS", 120, at_least=16, at_most=MOST_TOKENS),
            lock_timeout_s=number(environ, "CHORUS_LOCK_TIMEOUT_S", 30.0, at_least=0),
        )


def server_address(url: str) -> SplitResult:
    """The parts of a Chroma server's address; empty ones for "".

    :raises UsageError: it is none.
    """
    try:
        place = urlsplit(url)
        usable = not url or (place.scheme in ("http", "https") and bool(place.hostname) and place.port != 0)
    except ValueError:  # a bracket that is not closed, a port over 65,535
        usable = False
    if not usable:
        raise UsageError(f"CHORUS_CHROMA_URL={url!r} is no address; give one such as http://127.0.0.1:8000")
    return place


def add_store_flags(parser: ArgumentParser) -> None:
    """Add the flags of every command that opens a store, each for its `CHORUS_*` variable."""
    parser.add_argument("--store", type=Path, metavar="DIR", help="folder of the index")
    parser.add_argument("--embedding-model", metavar="NAME", help="embedding model of the index")
    parser.add_argument("--chroma-url", metavar="URL", help="Chroma server that holds the vectors")


def with_flags(environ: Mapping[str, str], flags: Mapping[str, object]) -> dict[str, str]:
    """The environment as if each flag that was given (is not None) had been set as the variable it stands for.

    So a flag and its variable go through one reading, and through the same checks.
    """
    return {**environ, **{name: str(value) for name, value in flags.items() if value is not None}}


def unknown_variables(environ: Mapping[str, str]) -> Iterator[str]:
    """A line for each `CHORUS_*` variable that nothing reads, with the name that was probably meant."""
    for name in sorted(environ):
        if name.startswith("CHORUS_") and name not in VARIABLES and not name.startswith(_OTHERS):
            from difflib import get_close_matches

            near = get_close_matches(name, VARIABLES, 1)
            yield f"note: {name} is no setting and does nothing" + (f"; {near[0]} is one" if near else "")


def switch(environ: Mapping[str, str], name: str) -> bool:
    """Read one setting that is on or off, off where it is not set.

    :raises UsageError: the value is neither; names the variable.
    """
    text = environ.get(name, "")
    if text.strip().lower() not in _ON + _OFF:
        raise UsageError(f"{name}={text!r} is neither on nor off; give 1 or 0")
    return text.strip().lower() in _ON


def whole(environ: Mapping[str, str], name: str, default: int, at_least: int, at_most: int) -> int:
    """Read one whole number from the environment.

    :raises UsageError: as `number`, or it has a fraction.
    """
    value = number(environ, name, default, at_least, at_most)
    if not value.is_integer():
        raise UsageError(f"{name}={environ[name]!r} is no whole number; unset it or give one, such as {default}")
    return int(value)


def number(
    environ: Mapping[str, str], name: str, default: float, at_least: float, at_most: float = sys.float_info.max
) -> float:
    """Read one number from the environment.

    :raises UsageError: the value is no number, or out of its bounds; names the variable.
    """
    text = environ.get(name) or str(default)
    try:
        value = float(text)
    except ValueError:
        value = nan
    if not isfinite(value):
        raise UsageError(f"{name}={text!r} is not a number; unset it or give one, such as {default:g}")
    if not at_least <= value <= at_most:
        bounds = f"at least {at_least:g}" if at_most == sys.float_info.max else f"from {at_least:g} to {at_most:g}"
        raise UsageError(f"{name}={text!r} is out of range; it must be {bounds}")
    return value
