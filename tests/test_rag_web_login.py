from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from index.errors import UsageError
from rag.web import passwords
from rag.web.api_keys import ApiKeys
from rag.web.attempts import FIRST_WAIT_S, FREE, REMEMBERED, Attempts
from rag.web.login import COOKIE, Login
from rag.web.passwords import Passwords, line_for

ROOT = Path(__file__).parent.parent
PASSWORD = "correct horse battery"
KEY = "a-key-of-enough-characters"


@pytest.fixture(autouse=True)
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "N", 1 << 4)


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def auth_file(tmp_path: Path) -> Path:
    path = tmp_path / "auth"
    path.write_text(f"# the newsroom\n{line_for('ana', PASSWORD)}\n", encoding="utf-8")
    return path


def anything(request: Request) -> Response:
    return PlainTextResponse(f"secret of {request.url.path}")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def client(auth_file: Path, tmp_path: Path, clock: Clock) -> TestClient:
    keys = tmp_path / "keys"
    keys.write_text(f"{KEY}\n", encoding="utf-8")
    app = Starlette(routes=[Route("/{rest:path}", anything, methods=["GET", "POST"])])
    login = Login(app, Passwords.read(auth_file), ApiKeys.read(keys), Attempts(clock))
    return TestClient(login, follow_redirects=False)


def try_in(client: TestClient, name: str, password: str) -> int:
    return client.post("/login", data={"name": name, "password": password}).status_code


def test_the_right_password_opens_everything_and_logging_out_closes_it(client: TestClient) -> None:
    assert try_in(client, "ana", PASSWORD) == 303
    assert client.get("/").text == "secret of /"
    client.get("/logout")
    assert client.get("/").status_code == 303


def test_the_session_cannot_be_read_by_a_script_nor_sent_by_another_site(client: TestClient) -> None:
    answer = client.post("/login", data={"name": "ana", "password": PASSWORD})
    cookie = answer.headers["set-cookie"].lower()
    assert cookie.startswith(COOKIE) and "httponly" in cookie and "samesite=strict" in cookie


@pytest.mark.parametrize(
    "path",
    ["/config", "/gradio_api/info", "/gradio_api/app_id", "/openapi.json", "/theme.css", "/static/x.js", "/cancel",
     "/gradio_api/upload", "/v1/models", "/v1/chat/completions", "//", "/login/", "/LOGIN", "/healthz/..", "/mcp"],
)  # fmt: skip
def test_without_a_session_nothing_else_is_served(client: TestClient, path: str) -> None:
    for answer in (client.get(path), client.post(path), client.get(path, cookies={COOKIE: "guessed"})):
        assert answer.status_code in (303, 401) and "secret" not in answer.text


def test_only_the_form_and_the_health_check_are_open(client: TestClient) -> None:
    assert client.get("/healthz").status_code == 200
    assert '<input name="password" type="password"' in client.get("/login").text


def test_a_browser_is_sent_to_the_form_in_its_language(client: TestClient) -> None:
    assert client.get("/").headers["location"] == "/login"
    assert "Jelszó" in client.get("/login", headers={"Accept-Language": "hu-HU,hu;q=0.9"}).text


def test_programs_come_in_with_a_key_but_only_at_their_own_addresses(client: TestClient) -> None:
    headers = {"Authorization": f"Bearer {KEY}"}
    assert client.get("/v1/models", headers=headers).status_code == 200
    assert client.get("/config", headers=headers).status_code == 401
    assert client.get("/v1/models", headers={"Authorization": f"Bearer {KEY}x"}).status_code == 401


def test_after_a_few_failures_even_the_right_password_has_to_wait(client: TestClient, clock: Clock) -> None:
    assert [try_in(client, "ana", "wrong") for _ in range(FREE)] == [401] * FREE
    refused = client.post("/login", data={"name": "ana", "password": PASSWORD})
    assert refused.status_code == 429 and int(refused.headers["retry-after"]) >= FIRST_WAIT_S
    assert try_in(client, "boris", PASSWORD) == 429, "the same address under another name"
    clock.now += FIRST_WAIT_S + 1
    assert try_in(client, "ana", PASSWORD) == 303


def test_of_a_thousand_guesses_few_are_ever_checked(client: TestClient) -> None:
    assert [try_in(client, f"user{n}", "wrong") for n in range(1000)].count(401) == FREE


def test_each_further_failure_locks_for_twice_as_long() -> None:
    clock = Clock()
    attempts = Attempts(clock)
    waits = []
    for _ in range(FREE + 3):
        attempts.fail("name:ana")
        waits.append(attempts.wait_s("name:ana"))
    assert waits == [0] * (FREE - 1) + [FIRST_WAIT_S * 2**n for n in range(4)]


def test_made_up_names_fill_no_memory_and_unlock_nobody() -> None:
    attempts = Attempts(Clock())
    for _ in range(FREE):
        attempts.fail("name:ana")
    for number in range(REMEMBERED + 100):
        attempts.fail(f"name:{number}")
    assert attempts.wait_s("name:ana") > 0 and len(attempts._failed) == REMEMBERED


def test_a_form_of_megabytes_is_a_failed_attempt(client: TestClient) -> None:
    assert client.post("/login", content=b"name=ana&password=" + b"x" * 100_000).status_code == 401


@pytest.mark.parametrize(
    ("line", "fault"),
    [("ana:secret-in-clear", ":1: not a name with its hash"), ("", "nobody may log in"), ("a b:scrypt$x$y", ":1: ")],
)
def test_a_file_that_protects_nothing_is_refused_without_quoting_it(tmp_path: Path, line: str, fault: str) -> None:
    path = tmp_path / "auth"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(UsageError, match=fault) as raised:
        Passwords.read(path)
    assert "secret-in-clear" not in str(raised.value)


def test_the_file_is_written_by_a_command_and_holds_no_password(tmp_path: Path) -> None:
    path = tmp_path / "auth"
    for password in ("first password", PASSWORD):
        done = subprocess.run(
            [sys.executable, "-m", "rag.web.passwords", str(path), "ana"],
            cwd=ROOT, input=f"{password}\n", capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0 and "may log in" in done.stderr
    text = path.read_text(encoding="utf-8")
    assert text.count("ana:") == 1 and "password" not in text and PASSWORD not in text
    assert path.stat().st_mode & 0o077 == 0


def add(path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\n"))
    return passwords.main([str(path), "joe"])


@pytest.mark.parametrize(
    "text",
    ["root:x:0:0:root:/root:/bin/bash\n", "# all of it commented out\n", "\n", "joe:plain\n", "\x00\x01\n", "\udcff"],
)
def test_a_file_of_anything_else_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    """Seen: a line was appended to a system's own file, and its mode changed."""
    foreign = tmp_path / "hosts"
    foreign.write_text(text, encoding="utf-8", errors="surrogateescape")
    foreign.chmod(0o644)
    before = foreign.read_bytes()
    assert add(foreign, monkeypatch) == 2
    assert foreign.read_bytes() == before and foreign.stat().st_mode & 0o777 == 0o644
    assert [path.name for path in tmp_path.iterdir()] == ["hosts"]
    assert capsys.readouterr().err.startswith(f"error: {foreign} is no file of names and hashes, and is left as it is")


def test_one_of_ours_keeps_its_comments_its_mode_and_the_link_to_it(
    auth_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    auth_file.chmod(0o640)
    link = tmp_path / "link"
    link.symlink_to(auth_file)
    assert add(link, monkeypatch) == 0
    assert link.is_symlink() and auth_file.stat().st_mode & 0o777 == 0o640
    assert auth_file.read_text(encoding="utf-8").startswith("# the newsroom\nana:scrypt$")
    assert Passwords.read(auth_file).accept("joe", PASSWORD)


def test_an_empty_file_takes_its_first_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "auth").touch()
    assert add(tmp_path / "auth", monkeypatch) == 0
    assert Passwords.read(tmp_path / "auth").accept("joe", PASSWORD)


@pytest.mark.parametrize("name", ["none/auth", "."])
def test_a_place_that_cannot_be_written_is_named_as_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert add(tmp_path / name, monkeypatch) == 2
    assert capsys.readouterr().err.startswith(f"error: {tmp_path / name}")
    assert not list(tmp_path.iterdir())


def test_a_written_password_is_accepted_and_no_other(auth_file: Path) -> None:
    known = Passwords.read(auth_file)
    assert known.accept("ana", PASSWORD)
    assert not known.accept("ana", PASSWORD + "x") and not known.accept("boris", PASSWORD) and not known.accept("", "")
    assert "scrypt" not in repr(known) and "ana" not in repr(known)
