import io
import sys
from dataclasses import asdict
from itertools import islice
from pathlib import Path

import pytest
from rich.console import Console

from eval.bench.__main__ import _limits
from eval.bench.corpus import ASKING, LANGUAGES, articles, questions, seed_texts
from eval.bench.measure import BenchError, Limit, alternating, machine, percentiles, run, summary
from eval.bench.report import show


def test_made_articles_are_the_same_every_time_and_a_longer_run_starts_with_the_shorter() -> None:
    assert list(islice(articles(50), 7)) == list(articles(7))


def test_made_articles_come_in_all_languages_and_differ() -> None:
    made = list(articles(20))
    assert {one.language for one in made} == set(LANGUAGES)
    assert len({one.text for one in made}) == 20
    assert set(asdict(made[0])) == {"id", "language", "title", "outlet", "published", "text"}


def test_questions_are_distinct_and_in_every_language() -> None:
    asked = questions(seed_texts(), 200)
    assert len(set(asked)) == 200
    for word in ASKING.values():
        assert sum(question.startswith(word) for question in asked) == 40


def test_each_seed_is_taken_for_its_language() -> None:
    beginnings = {code: text[:20] for code, text in seed_texts().items()}
    assert beginnings == {
        "sq": "Zyrtari amerikan tho",
        "sr": "Rusko Ministarstvo o",
        "it": "La Russia è in proci",
        "en": "Russia is buying wea",
        "hu": "Oroszország Észak-Ko",
    }


def test_a_process_is_measured_with_what_it_really_used() -> None:
    burn = "import time; block = b'x' * 150_000_000\nwhile time.process_time() < 0.3: pass\nprint('done')"
    cost = run([sys.executable, "-c", burn])
    assert cost.output == "done\n"
    assert 0.25 < cost.cpu_s < 3
    # No upper bound: the kernel counts from the fork, and this process may hold whatever other tests have loaded.
    assert cost.peak_mb > 150


def test_a_measured_command_that_fails_says_what_it_said() -> None:
    with pytest.raises(BenchError, match="ended with 7: no luck"):
        run([sys.executable, "-c", "import sys; sys.stderr.write('no luck'); sys.exit(7)"])
    assert run([sys.executable, "-c", "raise SystemExit(3)"], allowed=(0, 3)).output == ""


def test_sides_run_in_turn_and_the_first_run_of_each_is_not_counted(tmp_path: Path) -> None:
    log = tmp_path / "log"
    sides = {name: [sys.executable, "-c", f"open({str(log)!r}, 'a').write({name!r})"] for name in "ab"}
    costs = alternating(sides, times=2, allowed=(0,))
    assert log.read_text() == "ababab"
    assert [len(costs[name]) for name in "ab"] == [2, 2]
    assert summary(costs["a"])["n"] == 2


def test_percentiles_by_hand() -> None:
    assert percentiles(range(1, 102)) == {"n": 101, "p50": 51, "p95": 96}


def test_the_tables_show_every_part_and_a_missed_limit() -> None:
    side = {"n": 5, "cpu_s": 1.5, "cpu_s_least": 1.4, "cpu_s_most": 1.6, "wall_s": 1.7, "peak_mb": 200.0}
    asked = {
        "ms": {"n": 200, "p50": 4.2, "p95": 9.9},
        "cpu_ms": {"n": 200, "p50": 3.3, "p95": 8.8},
        "open_s": 0.5,
        "resident_mb": 120.0,
    }
    size = {
        "passages": 10123,
        "passages_a_second": 812.0,
        "passages_a_cpu_second": 944.0,
        "index_peak_mb": 300.0,
        "disk_mb": 45.0,
        **asked,
    }
    found = {
        "machine": machine(),
        "cold": {"chorus": side, "starter": side | {"cpu_s": 9.5}},
        "warm": asked,
        "scale": [size],
        "embedder": {"load_s": 0.1, "sentences_a_second": 12345, "size_mb": 17.2},
        "page": {
            "ready_s": 3.21,
            "interactive_s": 1.23,
            "passages": 95017,
            "users": 20,
            "errors": 0,
            "first_words_ms": {"n": 20, "p50": 111.0, "p95": 222.0},
            "crowd_ms": {"n": 100, "p50": 777.0, "p95": 999.0},
        },
        "llm": {"first_sentence_ms": {"n": 30, "p50": 31.4, "p95": 41.5}, "whole_answer_ms": None},
        "limits": [Limit("kept one", 1, 2).as_json(), Limit("missed one", 3, 2).as_json()],
    }
    screen = io.StringIO()
    show(found, Console(file=screen, width=120))
    text = screen.getvalue()
    for part in ("9.50", "4.2", "10,123", "12,345", "3.21", "95,017", "111", "999", "31.4", "kept one", "MISSED"):
        assert part in text


def test_the_limits_of_the_page_and_of_checking_are_those_that_were_promised() -> None:
    found = {
        "page": {
            "ready_s": 7.0, "interactive_s": 1.0, "passages": 95017, "users": 20, "errors": 1,
            "first_words_ms": {"p50": 301.0}, "crowd_ms": {"p95": 1999.0},
        },
        "warm": {"ms": {"p50": 9.0}, "checks_ms": {"p50": 31.0}},
        "llm": {"first_sentence_ms": {"p50": 49.0}, "whole_answer_ms": {"p50": 51.0}},
    }  # fmt: skip
    kept = {limit.name: limit.kept for limit in _limits(found)}
    missed = {name for name, one in kept.items() if not one}
    assert len(kept) == 9 and len(missed) == 5
    assert {name.split(",")[0].split(":")[0] for name in missed} == {
        "page", "checks of a warm question", "added to a model's own time"
    }  # fmt: skip


def test_a_page_without_a_browser_is_still_measured() -> None:
    screen = io.StringIO()
    page = {"ready_s": 3.2, "passages": 42, "users": 20, "errors": 0, "crowd_ms": None}
    show({"machine": machine(), "page": page, "limits": []}, Console(file=screen, width=120))
    assert "no browser" in screen.getvalue()
