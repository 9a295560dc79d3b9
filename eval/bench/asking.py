"""Ask many questions in one process: python -m eval.bench.asking STORE seeds|made COUNT    (prints JSON)."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

from eval.bench.corpus import LANGUAGES, articles, questions, seed_texts
from eval.bench.measure import percentiles, resident_mb
from rag.flags import one_blas_thread

_WARM_UP = 20
_CHECKS = ("verify", "agree")
_ARTICLES_ASKED_ABOUT = 300


def main(store: str, about: str, count: int) -> None:
    """Measure each question's wall and CPU time after a warm-up, and the process's memory at the end.

    On a busy machine the wall time holds the waiting for a core; the CPU time of all threads does not.
    """
    one_blas_thread()
    from rag import RagSettings, open_pipeline

    started = time.perf_counter()
    settings = RagSettings()
    pipeline = open_pipeline(replace(settings, index=replace(settings.index, store=Path(store))))
    opened_s = time.perf_counter() - started
    asked = questions(seed_texts() if about == "seeds" else made_texts(), count + _WARM_UP)
    took_ms: list[float] = []
    cpu_ms: list[float] = []
    checks_ms: list[float] = []
    steps: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    for number, question in enumerate(asked):
        before, cpu_before = time.perf_counter(), time.process_time()
        answer = pipeline.ask(question)
        if number >= _WARM_UP:
            took_ms.append(1000 * (time.perf_counter() - before))
            cpu_ms.append(1000 * (time.process_time() - cpu_before))
            steps.update(answer.timings_ms)
            if laps := [answer.timings_ms[step] for step in _CHECKS if step in answer.timings_ms]:
                checks_ms.append(sum(laps))
            statuses[str(answer.status)] += 1
    means = {name: round(total / len(took_ms), 2) for name, total in steps.items()}
    found = {
        "open_s": round(opened_s, 3),
        "ms": percentiles(took_ms),
        "cpu_ms": percentiles(cpu_ms),
        "resident_mb": resident_mb(),
        "checks_ms": percentiles(checks_ms) if len(checks_ms) > 1 else None,
    }
    print(json.dumps(found | {"mean_ms_by_step": means, "statuses": dict(statuses)}))


def made_texts() -> dict[str, str]:
    """Give the beginning of the made-up articles, by language."""
    texts = dict.fromkeys(LANGUAGES, "")
    for made in articles(_ARTICLES_ASKED_ABOUT):
        texts[made.language] += made.text
    return texts


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
