"""One writer at a time: a lock on `<store>/writer.lock` that the kernel frees with the process that held it."""

from __future__ import annotations

import fcntl
import json
import os
import shlex
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from index.errors import StoreBusy, StoreError

_PAUSE_S = 0.05


@contextmanager
def writing(store: Path, timeout_s: float) -> Iterator[None]:
    """Hold the writer's lock of a store; it is taken before Chroma or the catalogue is opened for writing.

    :param timeout_s: how long to wait for another writer; 0 tries once.
    :raises StoreBusy: another process still holds it; names that process, its command and since when.
    """
    try:
        store.mkdir(parents=True, exist_ok=True)
        handle = os.open(store / "writer.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise StoreError(f"{store} cannot be written ({error.strerror}); give another with CHORUS_STORE") from error
    try:
        _wait(handle, store, timeout_s)
        # The file beside it only names the holder for the message; the lock itself never depends on its content.
        holder = {"pid": os.getpid(), "command": shlex.join(sys.argv), "since": time.strftime("%Y-%m-%d %H:%M:%S")}
        with suppress(OSError):
            (store / "writer.json").write_text(json.dumps(holder), encoding="utf-8")
        yield
    finally:
        os.close(handle)


def _wait(handle: int, store: Path, timeout_s: float) -> None:
    deadline = time.monotonic() + timeout_s
    while not flock(handle, fcntl.LOCK_EX):
        if time.monotonic() >= deadline:
            raise StoreBusy(
                f"{store} is being written by {_holder(store)}; waited {timeout_s:g} s. "
                "Wait for it to end, or set CHORUS_LOCK_TIMEOUT_S higher"
            )
        time.sleep(_PAUSE_S)


def writer_of(store: Path) -> str:
    """Name the process that is writing to a store now; "" for none."""
    try:
        handle = os.open(store / "writer.lock", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return ""
    try:
        return "" if flock(handle, fcntl.LOCK_SH) else _holder(store)
    finally:
        os.close(handle)


def _holder(store: Path) -> str:
    with suppress(OSError, ValueError, KeyError, TypeError):
        holder = json.loads((store / "writer.json").read_text(encoding="utf-8"))
        return f"process {holder['pid']} ({holder['command'] or 'python'}, since {holder['since']})"
    return "another process"


def flock(handle: int, kind: int) -> bool:
    """Try once to lock an open file or folder; False when another holder stands in the way."""
    try:
        fcntl.flock(handle, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def hold_folder(folder: Path) -> int | None:
    """Share-lock a folder so that no writer deletes it while it is read; close the number to let go.

    :return: an open file number, or None when the folder is gone already.
    """
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError:
        return None
    # Between open and flock a writer may have deleted it: only a folder that still has its name counts.
    if flock(handle, fcntl.LOCK_SH) and folder.exists() and folder.stat().st_ino == os.fstat(handle).st_ino:
        return handle
    os.close(handle)
    return None


def delete_unless_held(folder: Path) -> None:
    """Delete a folder that no reader holds; one that is held stays for the next time."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            if flock(handle, fcntl.LOCK_EX):
                # Under another name first: a reader that opened it meanwhile must find it gone, not half empty.
                shutil.rmtree(folder.rename(folder.with_suffix(".deleting")), ignore_errors=True)
        finally:
            os.close(handle)
