"""Kill -9 during a sync (D1, D7, D8): the old index serves, nothing acknowledged is lost, a second run mends it all."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest


def trials(tmp_path: Path, *points: str) -> list[dict[str, object]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.killing", str(tmp_path), *points],
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def times(n: int, seed: int) -> list[str]:
    rng = random.Random(seed)
    return [f"{rng.uniform(0.005, 0.4):.3f}s" for _ in range(n)]


def test_a_kill_at_any_step_of_the_switch_loses_nothing(tmp_path: Path) -> None:
    done = trials(tmp_path, "spread", "14")
    assert len(done) == 14 and all(trial["killed"] for trial in done)
    assert [trial for trial in done if trial["wrong"]] == []


def test_a_kill_at_a_random_time_loses_nothing(tmp_path: Path) -> None:
    done = trials(tmp_path, *times(6, seed=2))
    assert len(done) == 6
    assert [trial for trial in done if trial["wrong"]] == []


@pytest.mark.soak
def test_a_kill_at_every_step_and_at_200_random_times_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "steps").mkdir()
    (tmp_path / "times").mkdir()
    done = trials(tmp_path / "steps", "all") + trials(tmp_path / "times", *times(200, seed=3))
    assert len(done) > 250
    assert [trial for trial in done if trial["wrong"]] == []
