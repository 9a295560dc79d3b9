"""Who may log in: a file of names and salted scrypt hashes.

    python -m rag.web.passwords FILE NAME      asks for a password and writes the line; FILE is new or one of these

The cost (n=2^15, r=8, p=1: 32 MB and about 0.1 s a guess) follows OWASP's password storage advice for scrypt.
"""

from __future__ import annotations

import base64
import getpass
import hashlib
import hmac
import os
import re
import secrets
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from index.disk import sync_to_disk
from index.errors import UsageError
from index.terminal import guarded, say

N, R, P, SALT_BYTES, KEY_BYTES = 1 << 15, 8, 1, 16, 32
MIN_CHARACTERS, MOST_CHARACTERS = 10, 1024
_LINE = re.compile(r"(?P<name>[^:\s]{1,64}):scrypt\$(?P<salt>[A-Za-z0-9+/=]{24})\$(?P<key>[A-Za-z0-9+/=]{44})")
_ONE_GUESS = threading.Lock()
"""One guess at a time: however many connections guess, they share one core and 32 MB."""


@dataclass(frozen=True, slots=True)
class Passwords:
    """Names with their salts and hashes."""

    _known: Mapping[str, tuple[bytes, bytes]] = field(repr=False)
    _nobody: tuple[bytes, bytes] = field(repr=False, default_factory=lambda: (os.urandom(SALT_BYTES), bytes(KEY_BYTES)))

    @classmethod
    def read(cls, path: Path) -> Passwords:
        """Read the file; empty lines and lines that start with "#" are skipped.

        :raises UsageError: it cannot be read, holds nobody, or a line is none of ours; never quotes the line.
        """
        known = {
            found["name"]: (base64.b64decode(found["salt"]), base64.b64decode(found["key"]))
            for found in _entries(path, _lines(path))
        }
        if not known:
            raise UsageError(f"{path}: nobody may log in; {_advice(path)}")
        return cls(known)

    def accept(self, name: str, password: str) -> bool:
        """Whether the password is the name's; an unknown name takes as long as a known one."""
        salt, key = self._known.get(name, self._nobody)
        with _ONE_GUESS:
            same = hmac.compare_digest(_hash(password[:MOST_CHARACTERS], salt), key)
        return same and name in self._known


def line_for(name: str, password: str) -> str:
    """The line of a name in the file.

    :raises UsageError: the name has a space or a colon, or the password is too short.
    """
    if not MIN_CHARACTERS <= len(password) <= MOST_CHARACTERS:
        raise UsageError(f"a password needs {MIN_CHARACTERS} to {MOST_CHARACTERS} characters")
    salt = secrets.token_bytes(SALT_BYTES)
    line = f"{name}:scrypt${_text(salt)}${_text(_hash(password, salt))}"
    if not _LINE.fullmatch(line):
        raise UsageError(f"{name!r} is no name to log in with; leave out spaces and colons, in at most 64 characters")
    return line


def main(argv: Sequence[str] | None = None) -> int:
    """Add somebody to a file, or give them another password; returns the exit status."""
    given = list(sys.argv[1:] if argv is None else argv)
    return guarded(lambda: _run(given))


def _run(given: Sequence[str]) -> int:
    if len(given) != 2:
        raise UsageError("usage: python -m rag.web.passwords FILE NAME")
    path, name = Path(given[0]), given[1]
    kept = _kept(path)
    password = getpass.getpass(f"Password for {name}: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    line = line_for(name, password)
    others = [other for other in kept if not other.startswith(f"{name}:")]
    _write(path, "\n".join([*others, line]) + "\n")
    say(f"{path}: {name} may log in; start the page with CHORUS_AUTH_FILE={path}")
    return 0


def _kept(path: Path) -> list[str]:
    """The lines of the file so far; a file of anything else is never written to.

    :raises UsageError: something is there that is no file of names and hashes.
    """
    if not path.exists():
        return []
    try:
        lines = _lines(path) if path.is_file() else [""]
        ours = not lines or bool(_entries(path, lines))
    except UsageError:  # its advice is the very call that was made
        ours = False
    if not ours:
        raise UsageError(f"{path} is no file of names and hashes, and is left as it is; give another, or a new one")
    return lines


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read ({type(error).__name__}); {_advice(path)}") from None


def _entries(path: Path, lines: Sequence[str]) -> list[re.Match[str]]:
    """The names with their salts and hashes; empty lines and comments are skipped.

    :raises UsageError: a line is none of ours, or a name stands twice.
    """
    entries: dict[str, re.Match[str]] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line.strip())
        if not found or found["name"] in entries:
            raise UsageError(f"{path}:{number}: not a name with its hash, or a name twice; {_advice(path)}")
        entries[found["name"]] = found
    return list(entries.values())


def _write(path: Path, text: str) -> None:
    """Put a whole file in the place of the old one, with its owner and mode, or leave the old one as it is.

    :raises UsageError: it cannot be written; names the file that was given.
    """
    # A link goes on pointing where it did: what it points to is replaced.
    target = path.resolve()
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        partial = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                if target.exists():
                    _keep_owner_and_mode(file.fileno(), target)
                os.fsync(file.fileno())
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
        sync_to_disk(target.parent)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}); give a file in a folder of yours") from None


def _keep_owner_and_mode(handle: int, of: Path) -> None:
    """Give the new file what the old one had, save that nobody else may read hashes."""
    old = of.stat()
    with suppress(PermissionError):  # only root gives files away
        os.fchown(handle, old.st_uid, old.st_gid)
    os.fchmod(handle, old.st_mode & 0o770)


def _hash(password: str, salt: bytes) -> bytes:
    secret = password.encode("utf-8", "surrogatepass")
    return hashlib.scrypt(secret, salt=salt, n=N, r=R, p=P, dklen=KEY_BYTES, maxmem=64 << 20)


def _text(some: bytes) -> str:
    return base64.b64encode(some).decode("ascii")


def _advice(path: Path) -> str:
    return f"write it with: python -m rag.web.passwords {path} NAME"


if __name__ == "__main__":
    sys.exit(main())
