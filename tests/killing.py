"""Kill a sync with SIGKILL at a chosen step, look at what readers see, run the sync again, and compare with the truth.

Run as a program: `python -m tests.killing FOLDER POINT...`, a point being the number of the file operation to die at or
"0.12s" for a time. It forks before Chroma is ever opened, so that a trial costs no imports; one JSON line a trial.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from index import probe, publish, run
from index.build import Parts, sync
from index.records import Article
from index.settings import IndexSettings
from index.snapshot import Row
from index.store import Store, open_catalogue
from tests.fakes import HandEmbedder, declared_language, paragraphs

# What a step of the switch is, as Python's audit hooks see it.
_STEPS = {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "shutil.rmtree", "sqlite3.connect", "os.truncate"}


def article(name: str, version: int) -> Article:
    return Article(id=name, text=f"Version{version} of {name}.\n\nMore of {name} v{version}.", source=f"{name}.txt")


BEFORE = [article(f"n{i}", 1) for i in range(12)]
AFTER = [article(f"n{i}", 2 if i < 4 else 1) for i in range(9)] + [article(f"m{i}", 1) for i in range(5)]
TRUTH = {a.id: a.text for a in AFTER}
OLD = {a.id: a.text for a in BEFORE}


def run_sync(
    store: Path, articles: list[Article], acknowledged: Callable[[int, int], None] = lambda _a, _p: None
) -> None:
    sync(
        articles, Parts(settings(store), HandEmbedder(), paragraphs, declared_language, progress=acknowledged), root="r"
    )


def settings(store: Path) -> IndexSettings:
    return IndexSettings(store=store, lock_timeout_s=5)


def die_at(point: str) -> None:
    """Arrange for this process to be killed: at its n-th file operation, or after some seconds."""
    if point.endswith("s"):
        threading.Timer(float(point[:-1]), os.kill, (os.getpid(), signal.SIGKILL)).start()
        return
    left = [int(point)]

    def hook(event: str, _arguments: object) -> None:
        if event in _STEPS:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def in_child(work: Callable[[], object]) -> tuple[int, object]:
    """Run in a forked child: its exit code (negative for a signal) and what it gave."""
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        try:
            os.write(writing, json.dumps(work()).encode())
            os._exit(0)
        except BaseException as error:
            os.write(writing, json.dumps(repr(error)[:500]).encode())
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        given = pipe.read()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return code, json.loads(given) if given else None


def killed_sync(store: Path, point: str) -> None:
    def acknowledged(articles: int, _passages: int) -> None:
        (store.parent / "acknowledged").write_text(str(articles))

    die_at(point)
    run_sync(store, AFTER, acknowledged)


def seen(store: Path) -> dict[str, str]:
    """Articles that a reader sees; both indexes must hold exactly their passages."""
    opened = Store.open(settings(store), HandEmbedder())
    with opened.reading() as view:
        found = {info.id: view.article(info.id).text for info in view.articles()}  # type: ignore[union-attr]
        rows = list(view._snapshot.rows())
        assert {row.key for row in rows} == view._legs.dense.keys("en"), "the dense index holds other passages"
        assert view._legs.lexical.count() == len(rows), "the lexical index holds other passages"
        for row in rows:
            [hit] = view.passages([row.key])
            assert row.key in view._legs.dense.search("en", hit.vector, 100), "a passage does not find itself"
    opened.close()
    catalogue = open_catalogue(settings(store))
    assert catalogue.check() == "", catalogue.check()
    catalogue.close()
    return found


def fault(before: dict[str, str], acknowledged: int) -> str:
    """What a reader must never see after a kill; "" where all is as promised."""
    for name, text in before.items():
        if text not in (OLD.get(name), TRUTH.get(name)):
            return f"{name} is in no version that was ever given"
    for a in AFTER[:acknowledged]:
        if before.get(a.id) != a.text:
            return f"{a.id} was acknowledged and is not there"
    missing = [name for name in OLD if name not in before and name in TRUTH]
    return f"{missing} are absent" if missing else ""


def trial(folder: Path, point: str) -> dict[str, object]:
    store = folder / "trial" / "store"
    shutil.rmtree(folder / "trial", ignore_errors=True)
    shutil.copytree(folder / "base", store)
    code, given = in_child(lambda: killed_sync(store, point))
    noted = folder / "trial" / "acknowledged"
    acknowledged = int(noted.read_text() or 0) if noted.exists() else 0
    read, before = in_child(lambda: seen(store))
    again, _ = in_child(lambda: run_sync(store, AFTER))
    end, after = in_child(lambda: seen(store))
    wrong = str(before if read else "") or fault(before, acknowledged)  # type: ignore[arg-type]
    if not wrong and (again or end or after != TRUTH):
        wrong = f"the sync run again ended {again}, {end}: {after}"
    leftover = [path.name for path in (store / "legs").iterdir() if path.suffix]
    return {"point": point, "killed": code == -signal.SIGKILL, "wrong": wrong or str(leftover or ""), "said": given}


def count_steps(folder: Path) -> int:
    """File operations of a whole run."""
    store = folder / "count"
    shutil.copytree(folder / "base", store)
    steps = [0]

    def work() -> int:
        sys.addaudithook(lambda event, _: steps.__setitem__(0, steps[0] + (event in _STEPS)))
        run_sync(store, AFTER)
        return steps[0]

    code, counted = in_child(work)
    assert code == 0 and isinstance(counted, int), counted
    return counted


def main() -> None:
    folder, points, number = Path(sys.argv[1]), sys.argv[2:], 0
    # Once here, in place of four times a trial.
    import chromadb.api.rust  # noqa: F401
    import sentencex  # noqa: F401
    import tantivy  # noqa: F401

    def here(at: Path, rows: list[Row], total: int, counts: dict[str, int], _deadline_s: float) -> probe.Probed:
        return probe.answer(json.loads(probe.request(at, rows, total, counts)))

    publish.probe = here  # the child process costs a second
    run.BATCH_TEXTS = 8  # several acknowledgements a run
    code, given = in_child(lambda: run_sync(folder / "base", BEFORE))
    assert code == 0, given
    if points[0] == "spread":
        total, number = count_steps(folder), int(points[1])
        points = [str(1 + step * total // number) for step in range(number)]
    elif points[0] == "all":
        points = [str(step + 1) for step in range(count_steps(folder))]
    began = time.monotonic()
    for point in points:
        print(json.dumps(trial(folder, point)), flush=True)
    print(f"{time.monotonic() - began:.1f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
