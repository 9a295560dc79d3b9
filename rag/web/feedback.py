"""What readers think of answers: a line of JSON each, for `python -m eval.from_feedback`."""

from __future__ import annotations

import json
import os
import threading
from datetime import UTC, datetime
from pathlib import Path

from index.clean import clean
from rag.web.turn import Turn, to_record

MOST_NOTE_CHARACTERS = 2_000
MOST_BYTES = 100_000_000
"""A file of this size takes no more: a visitor cannot fill the disk."""
_writing = threading.Lock()


def note_down(file: Path, turn: Turn, rating: str, note: str) -> bool:
    """Append a rating; False where it could not be written.

    The line holds `rating` ("up" or "down"), `note`, `at` (UTC) and `answer`, the documented record of the answer.
    """
    answer = to_record(turn)
    del answer["page"]
    line = {
        "rating": rating,
        "note": clean(note[:MOST_NOTE_CHARACTERS]).strip(),
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "answer": answer,
    }
    data = (json.dumps(line, ensure_ascii=False) + "\n").encode("utf-8", "replace")
    try:
        with _writing:
            file.parent.mkdir(parents=True, exist_ok=True)
            # One write to a file opened for appending: two processes cannot mix their lines.
            handle = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                if os.fstat(handle).st_size + len(data) > MOST_BYTES:
                    return False
                os.write(handle, data)
            finally:
                os.close(handle)
    except OSError:
        return False
    return True
