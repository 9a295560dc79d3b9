"""The chat page as its readers have it: python -m eval.bench.page STORE seeds|made    (prints JSON).

The page runs in a process of its own, started as a user starts it; a real Chromium opens it and asks, then 20 visitors
ask at once, each as a tab of the page talks to the server.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from eval.bench.corpus import questions, seed_texts
from eval.bench.measure import ROOT, percentiles

USERS, EACH, CLICKS, WARM_UP = 20, 5, 20, 3
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
# Milliseconds from the click to the first sentence of the answer, or to its refusal, as the page itself sees them.
_FIRST_WORDS = """(question) => new Promise((done) => {
  const turns = () => [...document.querySelectorAll(".ch-turn")];
  const before = turns().length;
  const box = document.querySelector(".ch-asking textarea");
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(box, question);
  box.dispatchEvent(new Event("input", {bubbles: true}));
  setTimeout(() => {
    const start = performance.now();
    const watch = new MutationObserver(() => {
      const last = turns()[before];
      if (last && (last.querySelector(".ch-claims") || last.dataset.record)) {
        watch.disconnect();
        done(performance.now() - start);
      }
    });
    watch.observe(document.body, {childList: true, subtree: true});
    document.querySelector(".ch-asking button.primary").click();
  }, 150);
})"""


def main(store: str, about: str) -> None:
    """Measure how soon the page is there, how soon an answer begins, and how long 20 visitors wait."""
    from eval.bench.asking import made_texts

    asked = questions(seed_texts() if about == "seeds" else made_texts(), USERS * EACH + CLICKS + WARM_UP)
    chromium = next(filter(None, map(shutil.which, _CHROMIUM)), None)
    found: dict[str, Any] = {"users": USERS, "passages": 0}
    if chromium:
        found |= _browsed(Path(store), chromium, asked[: CLICKS + WARM_UP])
    with _page(Path(store)) as (url, ready_s):
        found.setdefault("ready_s", ready_s)
        found |= _crowd(url, asked[-USERS * EACH :])
    print(json.dumps(found))


@contextmanager
def _page(store: Path) -> Iterator[tuple[str, float]]:
    """Start the page; gives its address and the seconds until it could answer."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    started = time.perf_counter()
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "rag.chat", "--store", str(store), "--port", str(port)],
            cwd=ROOT, env={**os.environ, "HF_HUB_OFFLINE": "1"}, stdout=log, stderr=log, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            url = f"http://127.0.0.1:{port}"
            while not _answers(url):
                if process.poll() is not None or time.perf_counter() - started > 120:
                    log.seek(0)
                    raise SystemExit(f"the page did not start: {log.read().decode('utf-8', 'replace')[-600:]}")
                time.sleep(0.02)
            yield url, round(time.perf_counter() - started, 2)
        finally:
            process.terminate()
            process.wait(15)


def _answers(url: str) -> bool:
    from urllib.error import URLError
    from urllib.request import urlopen

    try:
        with urlopen(f"{url}/healthz", timeout=10) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


def _browsed(store: Path, chromium: str, asked: list[str]) -> dict[str, Any]:
    """One browser, opened before the page is, on the page's first visit."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        tab = browser.new_page()
        tab.goto("about:blank")
        with _page(store) as (url, ready_s):
            before = time.perf_counter()
            tab.goto(url, wait_until="commit")
            tab.locator(".ch-asking textarea").wait_for(timeout=60_000)
            tab.locator(".ch-welcome").wait_for(timeout=60_000)
            interactive_s = time.perf_counter() - before
            took_ms = []
            for question in asked:
                took_ms.append(float(tab.evaluate(_FIRST_WORDS, question)))
                tab.locator(".ch-live").wait_for(state="detached", timeout=60_000)
                tab.wait_for_timeout(100)
        browser.close()
    return {
        "ready_s": ready_s,
        "interactive_s": round(interactive_s, 2),
        "first_words_ms": percentiles(took_ms[WARM_UP:]),
    }


def _crowd(url: str, asked: list[str]) -> dict[str, Any]:
    """Twenty visitors who each ask a few questions, all at once; an answer counts whole."""
    visitors = [_Visitor(url) for _ in range(USERS)]
    visitors[0].ask(asked[0])
    took_ms: list[float] = []
    errors: list[str] = []
    together = threading.Barrier(USERS)

    def visit(number: int) -> None:
        together.wait()
        for question in asked[number * EACH : (number + 1) * EACH]:
            before = time.perf_counter()
            try:
                shown = visitors[number].ask(question)
                took_ms.append(1000 * (time.perf_counter() - before))
                if "ch-turn" not in shown:
                    errors.append("no answer")
            except Exception as error:  # whatever a visitor runs into counts as one error
                errors.append(type(error).__name__)

    threads = [threading.Thread(target=visit, args=(number,)) for number in range(USERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for visitor in visitors:
        visitor.close()
    return {"crowd_ms": percentiles(took_ms) if len(took_ms) > 1 else None, "errors": len(errors)}


class _Visitor:
    """A tab of the page as the server sees it.

    Gradio's own client takes 80 ms of CPU a question, more than the page does: measured with it on one machine, twenty
    visitors wait for one another's clients.
    """

    def __init__(self, url: str) -> None:
        import httpx

        self._client = httpx.Client(base_url=url, timeout=120)
        self._session = uuid.uuid4().hex
        functions = self._client.get("/config").json()["dependencies"]
        self._function = next(one["id"] for one in functions if one["api_name"] == "asked")

    def ask(self, question: str) -> str:
        """Ask, and wait for all that the server sends until the answer is whole."""
        body = {
            "data": [None, question, [], [], "", ""], "fn_index": self._function, "session_hash": self._session,
        }  # fmt: skip
        self._client.post("/gradio_api/queue/join", json=body).raise_for_status()
        sent = self._client.get("/gradio_api/queue/data", params={"session_hash": self._session}).raise_for_status()
        last = next(line for line in reversed(sent.text.splitlines()) if '"process_completed"' in line)
        return str(json.loads(last.removeprefix("data:"))["output"]["data"])

    def close(self) -> None:
        """Let go of the connection."""
        self._client.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
