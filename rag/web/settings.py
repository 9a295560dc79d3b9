"""What the page is run with: read once at its entry point and passed down as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from index.settings import switch, whole
from rag.settings import RagSettings


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """Where the page is served, and what a visitor may do there.

    `root_path` is the path that a proxy serves the page under, "" for none. `feedback` is the file that ratings are
    appended to, `reports` the folder that holds the saved evaluation runs, `uploads` the folder that keeps what
    visitors added, so that the index can be built anew from it; without `allow_uploads` they add nothing. `auth_file`
    holds who may log in, `api_key_file` the keys of programs, `allowed_hosts` the names that a proxy serves the page
    under, `trusted_proxies` the addresses whose X-Forwarded-* headers count. `share` opens a public address through
    Gradio's tunnel. `at_once` questions are worked on at a time, `waiting` more stand in line.

    Two at a time are enough where sentences are quoted: they take turns on one processor, and of four each waits
    longer. A language model is waited for.
    """

    rag: RagSettings = field(default_factory=RagSettings)
    host: str = "127.0.0.1"
    port: int = 7860
    root_path: str = ""
    allow_uploads: bool = False
    feedback: Path = Path(".chorus-feedback.jsonl")
    uploads: Path = Path(".chorus-uploads")
    reports: Path = Path("eval/out")
    auth_file: Path | None = None
    api_key_file: Path | None = None
    allowed_hosts: frozenset[str] = frozenset()
    trusted_proxies: tuple[str, ...] = ()
    share: bool = False
    at_once: int = 2
    waiting: int = 40

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> ChatSettings:
        """Read the `CHORUS_*` variables.

        :raises UsageError: a variable that should be a number or a switch is none, or is out of range.
        """
        rag = RagSettings.from_env(environ)
        store = rag.index.store
        return cls(
            rag=rag,
            host=environ.get("CHORUS_HOST") or "127.0.0.1",
            port=whole(environ, "CHORUS_PORT", 7860, at_least=0, at_most=65535),
            root_path=_path(environ.get("CHORUS_ROOT_PATH", "")),
            allow_uploads=switch(environ, "CHORUS_ALLOW_UPLOADS"),
            feedback=Path(environ.get("CHORUS_FEEDBACK") or store.with_name(f"{store.name}-feedback.jsonl")),
            uploads=Path(environ.get("CHORUS_UPLOADS") or store.with_name(f"{store.name}-uploads")),
            reports=Path(environ.get("CHORUS_REPORTS") or "eval/out"),
            auth_file=_file(environ.get("CHORUS_AUTH_FILE", "")),
            api_key_file=_file(environ.get("CHORUS_API_KEY_FILE", "")),
            allowed_hosts=frozenset(environ.get("CHORUS_ALLOWED_HOSTS", "").replace(",", " ").split()),
            trusted_proxies=tuple(environ.get("CHORUS_TRUSTED_PROXIES", "").replace(",", " ").split()),
            at_once=whole(environ, "CHORUS_AT_ONCE", 4 if rag.llm else 2, at_least=1, at_most=32),
            waiting=whole(environ, "CHORUS_WAITING", 40, at_least=1, at_most=1000),
            share=switch(environ, "CHORUS_SHARE"),
        )


def _file(name: str) -> Path | None:
    return Path(name) if name else None


def _path(text: str) -> str:
    """A root path as ASGI has it: "/chorus", and "" for the root itself."""
    bare = text.strip().strip("/")
    return f"/{bare}" if bare else ""
