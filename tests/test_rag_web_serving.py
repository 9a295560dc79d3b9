"""What a server keeps, and how it ends: quietly, and at once."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parent.parent
HANGING = """
import asyncio, atexit, signal, threading
from index.terminal import guarded
from rag.web.listening import address, listening
from rag.web import serving
from rag.web.serving import make_server, run_and_leave

async def app(scope, receive, send):
    if scope["type"] == "lifespan":
        await receive()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await send({"type": "lifespan.shutdown.complete"})
        return
    threading.Thread(target=threading.Event().wait).start()  # as one that waits for a language model
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"open", "more_body": True})
    await asyncio.Event().wait()  # as the line that a page in a browser keeps

def run():
    serving.GRACE_S = 1
    with listening("127.0.0.1", 0) as taken:
        print(address("127.0.0.1", taken), flush=True)
        make_server(app).run(sockets=[taken])
    return 0

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell lets what runs in its background ignore it
atexit.register(print, "what was kept is taken away")
run_and_leave(lambda: guarded(run))
"""


@pytest.mark.parametrize(("sent", "status", "told"), [(signal.SIGINT, 130, "interrupted\n"), (signal.SIGTERM, 143, "")])
def test_ctrl_c_or_a_kill_ends_it_without_a_traceback_whatever_is_open(sent: int, status: int, told: str) -> None:
    """Seen: 60 lines of traceback for a tab that was open, 27 seconds where a model hung, and uploads left in /tmp."""
    command = [sys.executable, "-c", HANGING]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        assert child.stdout and child.stderr
        with httpx.stream("GET", child.stdout.readline().strip()) as tab:
            next(tab.iter_raw())
            child.send_signal(sent)
            try:
                assert child.wait(30) == status
            finally:
                child.kill()
        assert child.stderr.read() == told
        assert child.stdout.read() == "what was kept is taken away\n"
