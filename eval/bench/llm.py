"""What checking costs while a model writes: python -m eval.bench.llm STORE COUNT    (prints JSON).

The model is a small server on this machine that speaks OpenAI's format at a steady pace and quotes what its prompt
shows it, so that every sentence passes its checks. What Chorus adds is the time a reader waits less the time the model
took itself, by the same clock: search, prompt, wire and checks together.
"""

from __future__ import annotations

import json
import os
import re
import sys
import threading
import time
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from eval.bench.corpus import questions, seed_texts
from eval.bench.measure import percentiles

SENTENCES, PIECE_CHARACTERS, PIECE_S = 3, 12, 0.004
_WARM_UP = 3
_SHOWN = re.compile(r"^\[(\d+)\] (.+)$", re.MULTILINE)
_ARTICLE = re.compile(r"<<<ARTICLE [^|]*\| (\w+) \|.*?<<<END>>>", re.DOTALL)


@dataclass(slots=True)
class _Reply:
    """When a reply was asked for, when its first sentence was out and when all of it."""

    asked: float = 0.0
    first: float = 0.0
    last: float = 0.0


def main(store: str, count: int) -> None:
    """Ask, with the model and its server in this process; gives what Chorus adds to the first sentence and to all."""
    from rag import RagSettings, open_pipeline
    from rag.records import Mode

    os.environ.setdefault("CHORUS_LLM_API_KEY", "none")
    replies: list[_Reply] = []
    _Server.replies = replies
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings = RagSettings(llm=f"openai-like:bench@http://127.0.0.1:{server.server_port}/v1")
    pipeline = open_pipeline(replace(settings, index=replace(settings.index, store=Path(store))))
    first_ms: list[float] = []
    total_ms: list[float] = []
    not_written = 0
    for number, question in enumerate(questions({"en": seed_texts()["en"]}, count + _WARM_UP)):
        replies.clear()
        before = time.perf_counter()
        came = [(time.perf_counter(), item) for item in pipeline.stream(question)]
        (first, _), (after, item) = came[0], came[-1]
        if number < _WARM_UP:
            continue
        if getattr(item, "mode", None) is not Mode.LLM or len(replies) != 1:
            not_written += 1
            continue
        reply = replies[0]
        first_ms.append(1000 * ((first - before) - (reply.first - reply.asked)))
        total_ms.append(1000 * ((after - before) - (reply.last - reply.asked)))
    server.shutdown()
    enough = len(first_ms) > 1
    print(
        json.dumps(
            {
                "first_sentence_ms": percentiles(first_ms) if enough else None,
                "whole_answer_ms": percentiles(total_ms) if enough else None,
                "not_written": not_written,
            }
        )
    )


class _Server(BaseHTTPRequestHandler):
    """Quotes the first sentences that a prompt shows in English, each with its number."""

    replies: list[_Reply]

    def do_GET(self) -> None:
        """The list of models."""
        body = json.dumps({"object": "list", "data": [{"id": "bench", "object": "model"}]}).encode()
        self._head("application/json", len(body))
        self.wfile.write(body)

    def do_POST(self) -> None:
        """A reply, streamed piece by piece."""
        reply = _Reply(asked=time.perf_counter())
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        prompt = "\n".join(str(message["content"]) for message in body["messages"])
        shown = [line for block in _ARTICLE.finditer(prompt) if block[1] == "en" for line in _SHOWN.findall(block[0])]
        sentences = [f"{text.rstrip('.')} [{number}]. " for number, text in shown[:SENTENCES]]
        self._head("text/event-stream")
        for sentence in sentences:
            for start in range(0, len(sentence), PIECE_CHARACTERS):
                time.sleep(PIECE_S)
                self._event({"content": sentence[start : start + PIECE_CHARACTERS]})
            reply.first = reply.first or time.perf_counter()
        self._event({}, "stop")
        self.wfile.write(b"data: [DONE]\n\n")
        reply.last = time.perf_counter()
        self.replies.append(reply)

    def _event(self, delta: dict[str, str], finish: str | None = None) -> None:
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        record = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "bench", "choices": [choice]}
        self.wfile.write(f"data: {json.dumps(record)}\n\n".encode())
        self.wfile.flush()

    def _head(self, kind: str, length: int | None = None) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Connection", "close")
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
