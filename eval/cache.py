"""Answers kept by a hash of everything that can change them: the same question of the same program is not asked twice.

Errors are not kept, and scores never are: facts, matching and metrics may change under kept answers.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from eval.records import Case, Source
from eval.replies import Reply

_ROOT = Path(__file__).resolve().parent.parent
_LIBRARIES = (
    "chromadb",
    "tantivy",
    "numpy",
    "tokenizers",
    "sentencex",
    "llama-index-core",
    "llama-index-llms-openai",
    "llama-index-llms-openai-like",
    "llama-index-llms-anthropic",
    "llama-index-llms-ollama",
    "sentence-transformers",
)


def program_fingerprint(settings: object, sources: Mapping[str, Source], environ: Mapping[str, str]) -> str:
    """Digest of all that an answer depends on but its question: code and model files, settings, articles, libraries.

    The prompts, the decoding and the checks of a language model's answer are code; a script of replies is read too.
    """
    parts: list[str] = [repr(settings), _script(str(getattr(settings, "llm", "")))]
    parts += [f"{name}={value}" for name, value in sorted(environ.items()) if name.startswith("CHORUS_")]
    parts += [f"{source.id} {source.language} {_digest(source.text.encode())}" for source in sources.values()]
    parts += [f"{name} {_version(name)}" for name in _LIBRARIES]
    parts += [f"{path.relative_to(_ROOT)} {_digest(path.read_bytes())}" for path in _program_files()]
    return _digest("\n".join(parts).encode())


@dataclass(frozen=True, slots=True)
class Cache:
    """Replies in files of a folder, one each; a damaged file is a missing one."""

    folder: Path
    fingerprint: str

    def get(self, id: str, case: Case, poisoned: bool) -> Reply | None:
        """The kept reply to this question of this program."""
        try:
            row = json.loads(self._path(case, poisoned).read_text(encoding="utf-8"))
            return Reply.from_row({**row, "id": id})
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, case: Case, poisoned: bool, reply: Reply) -> None:
        """Keep a reply, unless it is an error, or a language model that failed took part in it."""
        if not reply.is_kept:
            return
        path = self._path(case, poisoned)
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}.tmp")
        draft.write_text(json.dumps(reply.to_row(), ensure_ascii=False), encoding="utf-8")
        draft.replace(path)

    def _path(self, case: Case, poisoned: bool) -> Path:
        attack = case.poison if poisoned else None
        return self.folder / f"{_digest(json.dumps([self.fingerprint, case.question, repr(attack)]).encode())}.json"


def _program_files() -> Iterable[Path]:
    for package in ("index", "rag"):
        for path in sorted((_ROOT / package).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


def _script(spec: str) -> str:
    try:
        return _digest(Path(spec.removeprefix("script:")).read_bytes()) if spec.startswith("script:") else ""
    except OSError:
        return "none"


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "none"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
