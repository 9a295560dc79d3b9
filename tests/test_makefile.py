import os
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="needs GNU make")
ROOT = Path(__file__).parent.parent

# Stands for every interpreter: as PYTHON it makes environments whose interpreter is itself, and it notes each call.
STUB = """#!/bin/sh
if [ "$1" = -Ic ]; then exit 0; fi
if [ "$1" = -c ]; then exit "${STUB_TOO_OLD:-0}"; fi
for argument in "$@"; do printf '%s|' "$argument"; done >> "$STUB_LOG"
echo >> "$STUB_LOG"
if [ "$2" = venv ]; then rm -rf "$4"; mkdir -p "$4/bin"; cp "$0" "$4/bin/python"; exit 0; fi
if [ "$2" = pip ]; then exit "${STUB_PIP:-0}"; fi
exit "${STUB_RUN:-0}"
"""


class Clone:
    """A fresh clone with a stub for Python."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("Makefile", "pyproject.toml", "constraints.txt"):
            shutil.copy(ROOT / name, folder / name)
        self.stub = folder / "stub-python"
        self.stub.write_text(STUB)
        self.stub.chmod(0o755)

    def make(self, *arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
        environ = {**kept, "STUB_LOG": str(self.folder / "log"), **environ}
        command = ["make", f"PYTHON={self.stub}", "APT=true", *arguments]
        return subprocess.run(command, cwd=self.folder, env=environ, capture_output=True, text=True, check=False)

    def calls(self) -> list[str]:
        log = self.folder / "log"
        lines = log.read_text().splitlines() if log.exists() else []
        log.unlink(missing_ok=True)
        return lines


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone(tmp_path)


def test_the_first_ask_sets_up_and_the_second_only_asks(clone: Clone) -> None:
    assert clone.make("ask", "Q=Why?").returncode == 0
    assert [call.split("|")[1] for call in clone.calls()] == ["venv", "pip", "rag.ask"]
    assert clone.make("ask", "Q=Why?").returncode == 0
    assert clone.calls() == ["-m|rag.ask|--|Why?|"]


def test_asking_installs_no_test_tools_and_testing_does(clone: Clone) -> None:
    clone.make("ask", "Q=Why?")
    assert not any(".[dev]" in call for call in clone.calls())
    clone.make("test")
    assert any(".[dev]" in call for call in clone.calls())


@pytest.mark.parametrize(
    "question",
    [
        """it's "quoted" and `touch pwned`""",
        "$5, $$ and $(shell touch pwned) or ${HOME} $(touch pwned)",
        r"back\slash \n; touch pwned & # no comment = := | >pwned",
        "Çfarë, зашто, perché – „miért”?",
        "--help",
        "two  spaces and 100 % * ? [a]",
    ],
)
def test_a_question_arrives_as_it_was_typed(question: str, clone: Clone) -> None:
    clone.make("ask", "Q=ready")
    clone.calls()
    assert clone.make("ask", f"Q={question}").returncode == 0
    assert clone.calls() == [f"-m|rag.ask|--|{question}|"]
    assert clone.make("ask", Q=question).returncode == 0
    assert clone.calls() == [f"-m|rag.ask|--|{question}|"]
    assert not (clone.folder / "pwned").exists()


@pytest.mark.parametrize("folder", ["a $(shell touch pwned) b", "it's `touch pwned`; touch pwned"])
def test_a_folder_arrives_as_it_was_typed(folder: str, clone: Clone) -> None:
    for arguments, environ in (([f"FOLDER={folder}"], {}), ([], {"FOLDER": folder})):
        assert clone.make("index", *arguments, **environ).returncode == 0
        assert clone.calls()[-1] == f"-m|index|sync|--|{folder}|"
    assert not (clone.folder / "pwned").exists()


def test_ending_the_page_is_no_failure_of_make_and_an_error_is(clone: Clone) -> None:
    assert clone.make("chat", "CHAT=--port 8000", STUB_RUN="130").returncode == 0
    assert clone.calls()[-1] == "-m|rag.chat|--port|8000|"
    assert clone.make("chat", STUB_RUN="1").returncode == 2


def test_a_refusal_is_no_failure_of_make_and_an_error_is(clone: Clone) -> None:
    refused = clone.make("ask", "Q=Why?", STUB_RUN="3")
    assert refused.returncode == 0
    assert "***" not in refused.stderr
    assert clone.make("ask", "Q=Why?", STUB_RUN="1").returncode == 2


def test_ask_without_a_question_says_how(clone: Clone) -> None:
    done = clone.make("ask")
    assert done.returncode == 2
    assert 'make ask Q="..."' in done.stderr


def test_a_failed_install_is_tried_again(clone: Clone) -> None:
    assert clone.make("ask", "Q=Why?", STUB_PIP="1").returncode == 2
    assert not any("rag.ask" in call for call in clone.calls())
    assert clone.make("ask", "Q=Why?").returncode == 0
    assert [call.split("|")[1] for call in clone.calls()] == ["pip", "rag.ask"]


def test_an_environment_whose_interpreter_vanished_is_made_again(clone: Clone) -> None:
    clone.make("ask", "Q=Why?")
    clone.calls()
    interpreter = clone.folder / ".venv/bin/python"
    interpreter.unlink()
    interpreter.symlink_to("/nowhere/python3.11")
    assert clone.make("ask", "Q=Why?").returncode == 0
    assert [call.split("|")[1] for call in clone.calls()] == ["venv", "pip", "rag.ask"]


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_a_change_of_what_is_required_installs_again(name: str, clone: Clone) -> None:
    clone.make("ask", "Q=Why?")
    clone.calls()
    later = (clone.folder / ".venv/.ready").stat().st_mtime + 10
    os.utime(clone.folder / name, (later, later))
    clone.make("ask", "Q=Why?")
    assert [call.split("|")[1] for call in clone.calls()] == ["pip", "rag.ask"]


def test_a_python_that_is_too_old_is_named_before_anything_is_made(clone: Clone) -> None:
    done = clone.make("ask", "Q=Why?", STUB_TOO_OLD="1")
    assert done.returncode == 2
    assert "Chorus needs Python 3.11, 3.12 or 3.13" in done.stderr
    assert not (clone.folder / ".venv").exists()
