import json
from datetime import UTC, datetime
from pathlib import Path

from eval.history import NAME, keep


def test_each_run_adds_a_line_to_the_history(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    summary = {"verdict": "PASS", "questions": 2, "facts": "f", "metrics": {"correct": {"value": 0.5}}, "notes": []}
    for day in (1, 2):
        keep(folder, "dev", summary, datetime(2026, 1, day, tzinfo=UTC))
    lines = [json.loads(line) for line in (folder / NAME).read_text(encoding="utf-8").splitlines()]
    assert [line["at"] for line in lines] == ["2026-01-01T00:00:00+00:00", "2026-01-02T00:00:00+00:00"]
    assert lines[0]["metrics"] == summary["metrics"]
    assert lines[0]["split"] == "dev"
    assert "notes" not in lines[0]
