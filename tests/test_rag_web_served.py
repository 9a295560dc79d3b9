"""The real app on a real port: what stands open, what is refused, and what stays usable under load."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from rag.web.attempts import FREE
from tests.chat_app import API_KEY, PASSWORD, Served, Tab, all_at_once, running
from tests.serving import PlainClient, get, post

WHY = "Why is Russia buying shells from North Korea?"
# Everything that is open without a login.
OPEN = {"/login", "/healthz"}
# Everything else that the page, its visitors and programs use.
NEEDED = {
    "/", "/config", "/config/", "/theme.css", "/favicon.ico", "/robots.txt", "/manifest.json", "/assets/x", "/static/x",
    "/svelte/x", "/chorus/page.js", "/chorus/started", "/v1/models", "/v1/chat/completions", "/gradio_api/queue/join",
    "/gradio_api/queue/data", "/gradio_api/heartbeat/x", "/gradio_api/cancel", "/gradio_api/reset", "/gradio_api/info",
    "/gradio_api/info/", "/gradio_api/app_id", "/gradio_api/app_id/", "/gradio_api/startup-events",
    "/gradio_api/theme.css", "/gradio_api/run/x", "/gradio_api/run/x/", "/gradio_api/login_check",
    "/gradio_api/login_check/",
}  # fmt: skip


@pytest.fixture(scope="module")
def page(seeds_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Over a store of its own, since visitors may add to it."""
    folder = tmp_path_factory.mktemp("served")
    shutil.copytree(seeds_store, folder / "store")
    with running(folder) as served:
        yield served


@pytest.fixture(scope="module", autouse=True)
def inside(page: Served) -> Iterator[httpx.Client]:
    """Somebody who logged in, before any test guesses at passwords."""
    with PlainClient(base_url=page.locked, timeout=10) as client:
        assert client.post("/login", data={"name": "ana", "password": PASSWORD}).status_code == 303
        yield client


def ask(url: str, question: str = WHY, **options: Any) -> httpx.Response:
    body = {"model": "chorus", "messages": [{"role": "user", "content": question}]}
    return post(f"{url}/v1/chat/completions", json=body, timeout=30, **options)


def until(true: Any) -> None:
    ends = time.monotonic() + 10
    while not true():
        assert time.monotonic() < ends
        time.sleep(0.02)


def test_without_a_login_only_the_form_and_the_health_check_are_open(page: Served) -> None:
    routes = page.steer("routes")
    assert len(routes) > 80
    with PlainClient(base_url=page.locked) as client:
        answers = [(path, client.request(method, path)) for method, path in routes]
        assert client.get("/login").status_code == 200
    assert {path for path, answer in answers if answer.status_code not in (303, 401)} <= OPEN
    assert {answer.headers["location"] for _, answer in answers if answer.status_code == 303} == {"/login"}


def test_with_a_login_only_what_the_page_needs_is_there(page: Served, inside: httpx.Client) -> None:
    there = set()
    for method, path in page.steer("routes"):
        if path == "/logout":
            continue
        with inside.stream(method, path) as answer:
            missing = answer.status_code == 404 and answer.headers["content-type"].startswith("text/plain")
            there |= set() if missing else {path}
    assert there - OPEN <= NEEDED


def probes(secret: Path, canary: str) -> list[str]:
    """Addresses that would read a file or fetch an address, if one could be talked into it."""
    targets = [
        str(secret), f"/..{secret}", f"/../../../../../../..{secret}", f"//{secret}", f"file://{secret}", "/etc/passwd",
        "/proc/self/environ", ".env", "seeds/articles.yaml", canary, canary.replace("127.0.0.1", "localhost"),
        canary.replace("127.0.0.1", "0x7f000001"), canary.replace("127.0.0.1", "[::ffff:127.0.0.1]"),
        canary.replace("http://", "http://huggingface.co@"),
    ]  # fmt: skip
    ways = ["/gradio_api/file=", "/file="]
    escaped = str(secret).replace("/", "%2f")
    return [f"{way}{target}" for way in ways for target in targets] + [
        f"/gradio_api/file/{secret}", f"/gradio_api/proxy={canary}", f"/static/..{secret}", f"/assets/../..{secret}",
        f"/static/%2e%2e/%2e%2e/{escaped}", f"/assets/..%2f..%2f..{escaped}", f"/svelte/..{secret}",
        f"/gradio_api/custom_component/x/client/component/..{secret}", f"/chorus/..{escaped}", "/chorus/page.py",
        f"/gradio_api/upload_progress?upload_id=..{secret}", f"/gradio_api/deep_link?session_hash={secret}",
    ]  # fmt: skip


@pytest.fixture
def canary() -> Iterator[tuple[str, list[str]]]:
    """A listener on this machine that nobody may be made to call, and who called it."""
    hits: list[str] = []
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(0.05)
    ended = threading.Event()

    def listen() -> None:
        while not ended.is_set():
            try:
                called, _ = listening.accept()
            except TimeoutError:
                continue
            hits.append(called.recv(1000).decode("utf-8", "replace"))
            called.close()

    thread = threading.Thread(target=listen)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}/canary", hits
    ended.set()
    thread.join()
    listening.close()


def raw_get(url: str, target: str) -> tuple[int, str]:
    """The status and the answer to a request whose path is sent as it stands, dots and all."""
    place = urlsplit(url)
    with socket.create_connection((place.hostname or "", place.port or 0), timeout=5) as connection:
        connection.sendall(f"GET {target} HTTP/1.1\r\nHost: {place.netloc}\r\nConnection: close\r\n\r\n".encode())
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
    return int(answer.split()[1]), answer.decode("utf-8", "replace")


def test_no_file_route_reads_a_file_or_calls_an_address(
    page: Served, tmp_path: Path, canary: tuple[str, list[str]]
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("CANARY-OF-THE-SECRET-FILE", encoding="utf-8")
    address, hits = canary
    asked = probes(secret, address)
    assert len(asked) > 30
    for target in asked:
        status, answer = raw_get(page.open, target)
        assert status in (400, 403, 404, 405, 422), target
        assert "CANARY" not in answer and "root:" not in answer
    assert not hits


def test_a_file_that_was_never_uploaded_cannot_be_added(
    page: Served, tmp_path: Path, canary: tuple[str, list[str]]
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Canary of the secret file. " * 20, encoding="utf-8")
    address, hits = canary
    tab = Tab(page.open, "stranger")
    for given in ({"path": str(secret)}, {"path": address, "url": address}, {"path": "x.txt", "url": address}):
        file = given | {"meta": {"_type": "gradio.FileData"}, "orig_name": "x.txt"}
        tab.join("add_all", [file], "", "", "", "", "")
        said = tab.seen()
        assert "Canary of" not in said and str(secret) not in said and "Traceback" not in said
        tab.join("searched", file, [], [], "", "")
        assert "Canary of" not in tab.seen()
    tab.close()
    assert not hits and page.steer("waiting") == 0
    assert not any("secret" in path.name for path in page.folder.rglob("*"))


def test_a_hundred_uploads_at_once_leave_the_page_usable_and_nothing_behind(page: Served) -> None:
    def upload(number: int) -> int:
        files = {"files": (f"article-{number}.txt", f"Rain fell in Oslo, report {number}. ".encode() * 100)}
        return post(f"{page.open}/gradio_api/upload", files=files, timeout=30).status_code

    statuses = all_at_once(100, upload)
    assert set(statuses) <= {200, 503} and statuses.count(200) > 50
    assert get(f"{page.open}/healthz", timeout=5).status_code == 200
    assert page.steer("waiting") > 0
    page.steer("sweep")
    assert page.steer("waiting") == 0


@pytest.mark.parametrize("path", ["/gradio_api/queue/join", "/gradio_api/upload", "/v1/chat/completions", "/login"])
def test_fifty_megabytes_are_refused_before_they_are_sent(page: Served, path: str) -> None:
    place = urlsplit(page.open)
    with socket.create_connection((place.hostname or "", place.port or 0), timeout=5) as connection:
        head = f"POST {path} HTTP/1.1\r\nHost: {place.netloc}\r\nContent-Length: {50 << 20}\r\n\r\n"
        connection.sendall(head.encode())
        answer = ""
        while piece := connection.recv(4096):
            answer += piece.decode()
    assert answer.split()[1] == "413" and "longer than" in answer


def test_a_huge_question_is_refused_in_words_and_an_empty_one_asks_nothing(page: Served) -> None:
    began = page.counts["begun"]
    tab = Tab(page.open, "long")
    tab.ask("Miért? " * 60_000)
    assert "8000" in tab.seen()  # the characters that are read of it
    tab.ask("  ")
    assert page.counts["begun"] == began + 1 and "ch-turn" not in tab.seen()
    tab.close()


@pytest.mark.parametrize("path", ["/", "/healthz", "/nowhere", "/gradio_api/file=x", "/chorus/page.js", "/config"])
def test_every_answer_has_the_headers_that_keep_a_page_closed(page: Served, path: str) -> None:
    answer = get(f"{page.open}{path}")
    assert answer.headers["x-content-type-options"] == "nosniff" and answer.headers["x-frame-options"] == "DENY"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert get(f"{page.open}{path}", headers={"Host": "evil.example"}).status_code == 421


def test_two_tabs_that_ask_in_turn_see_nothing_of_each_other(page: Served) -> None:
    questions = [WHY, "Kush i njohu Donjeckun dhe Luhanskun?"]
    tabs = [Tab(page.open, f"tab{number}") for number in range(2)]
    page.steer("pause", seconds=0.05)

    def twice(number: int) -> str:
        seen = ""
        for _ in range(2):
            tabs[number].ask(questions[number])
            seen += tabs[number].seen()
        return seen

    seen = all_at_once(2, twice)
    page.steer("pause", seconds=0)
    for number in range(2):
        assert "ch-turn" in seen[number]
        assert questions[number] in seen[number] and questions[1 - number] not in seen[number]
        tabs[number].close()


def test_a_tab_that_is_closed_in_the_middle_of_an_answer_ends_it(page: Served) -> None:
    page.steer("pause", seconds=0.2)
    tab = Tab(page.open, "closing")
    left = page.counts["left"]
    tab.ask(WHY)
    for event in tab.events():
        if event["msg"] == "process_generating":
            break
    tab.close()
    with pytest.raises(httpx.ReadTimeout):
        body = {"messages": [{"role": "user", "content": WHY}]}
        post(f"{page.open}/v1/chat/completions", json=body, timeout=0.4)
    until(lambda: page.counts["left"] >= left + 1)
    page.steer("pause", seconds=0)
    assert ask(page.open).status_code == 200


def test_under_load_others_are_answered_and_who_cannot_be_is_told_in_words(page: Served) -> None:
    place = urlsplit(page.open)
    held = [socket.create_connection((place.hostname or "", place.port or 0)) for _ in range(300)]
    for connection in held[::2]:
        connection.sendall(b"POST /v1/chat/completions HTTP/1.1\r\nContent-Length: 100\r\n")
    page.steer("pause", seconds=0.05)
    busy = threading.Thread(target=lambda: asked.extend(all_at_once(50, lambda _: ask(page.open))))
    asked: list[httpx.Response] = []
    busy.start()
    took_s = []
    while busy.is_alive():
        before = time.monotonic()
        assert get(f"{page.open}/healthz", timeout=10).status_code == 200
        took_s.append(time.monotonic() - before)
        time.sleep(0.05)
    tabs = [Tab(page.open, f"crowd{number}") for number in range(12)]
    joined = all_at_once(12, lambda number: tabs[number].try_to_ask(WHY))
    page.steer("pause", seconds=0)
    for connection in held:
        connection.close()
    assert {answer.status_code for answer in asked} == {200, 503}
    assert all("try again" in answer.text for answer in asked if answer.status_code == 503)
    assert max(took_s) < 5
    assert {answer.status_code for answer in joined} == {200, 429}
    refused = next(answer for answer in joined if answer.status_code == 429)
    assert "kérdezzen újra" in refused.json()["detail"] and refused.headers["retry-after"]
    for tab, answer in zip(tabs, joined, strict=True):
        assert answer.status_code == 429 or "ch-turn" in tab.seen()  # who got a place is answered, and it is free again
        tab.close()
    assert ask(page.open).status_code == 200


def test_while_articles_are_added_every_question_is_answered_and_then_the_new_one_is_found(page: Served) -> None:
    story = "Mayor Wickham of Dunmore opened the harbour bridge on Tuesday. The bridge cost nine million euros."
    tab = Tab(page.open, "writer")
    tab.join("add_all", None, story, "Bridge", "Dunmore Post", "en", "2024-05-01")
    writing = threading.Thread(target=tab.seen)
    writing.start()
    statuses = []
    while writing.is_alive():
        statuses.append(ask(page.open).status_code)
    assert statuses and set(statuses) == {200}
    tab.close()
    assert "Wickham" in ask(page.open, "Who opened the harbour bridge in Dunmore?").text


def test_without_uploads_a_file_is_sent_in_vain(inside: httpx.Client) -> None:
    assert inside.post("/gradio_api/upload", files={"files": ("a.txt", b"x")}).status_code == 404


def test_programs_come_in_with_a_key_and_reach_only_what_is_for_them(page: Served) -> None:
    headers = {"Authorization": f"Bearer {API_KEY}"}
    assert ask(page.locked, headers=headers).status_code == 200
    assert ask(page.locked).status_code == 401
    assert get(f"{page.locked}/config", headers=headers).status_code == 401


def test_a_page_of_another_site_reaches_nothing(page: Served) -> None:
    headers = {"Origin": "https://evil.example"}
    assert ask(page.open, headers=headers).status_code == 403
    tab = Tab(page.open, "evil")
    assert post(f"{page.open}/gradio_api/queue/join", headers=headers, json={}).status_code == 403
    tab.close()


def test_of_a_thousand_guesses_few_are_ever_checked(page: Served) -> None:
    statuses: list[int] = []
    before = page.counts["checked"]

    def guess(number: int) -> None:
        with PlainClient(base_url=page.locked, timeout=30) as client:
            for n in range(125):
                form = {"name": "ana" if n % 2 else f"user{number}{n}", "password": f"guess {n}"}
                statuses.append(client.post("/login", data=form).status_code)

    all_at_once(8, guess)
    assert len(statuses) == 1000 and set(statuses) == {401, 429}
    assert page.counts["checked"] - before == statuses.count(401) <= FREE


def test_what_was_asked_and_what_is_secret_stand_in_no_log(page: Served) -> None:
    assert ask(page.open, "Kush i njohu Donjeckun dhe Luhanskun?").status_code == 200
    for hidden in ("Donjeckun", WHY, PASSWORD, API_KEY):
        assert hidden not in page.log
