"""What each run measured, a line of JSON a run, so that a trend can be drawn over them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

NAME = "history.jsonl"
_KEPT = ("verdict", "questions", "facts", "metrics")


def keep(folder: Path, split: str, summary: Mapping[str, Any], at: datetime | None = None) -> None:
    """Append a run's verdict and means to the history in a folder; `at` is now when not given."""
    ended = (at or datetime.now(UTC)).isoformat(timespec="seconds")
    line = {"at": ended, "split": split} | {name: summary[name] for name in _KEPT}
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / NAME).open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
