import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from index import terminal
from index.errors import StoreMissing, UsageError
from index.settings import VARIABLES
from index.terminal import guarded, printable, progress_bar

ROOT = Path(__file__).parent.parent


def test_a_terminal_escape_is_shown_and_never_sent() -> None:
    assert printable("\x1b[31mred\x1b]0;title\x07\x9b2J") == r"\x1b[31mred\x1b]0;title\x07\x9b2J"


def test_text_cannot_turn_the_reading_direction_of_what_follows() -> None:
    assert printable("a\u202egpj.exe\u2066") == r"a\u202egpj.exe\u2066"


def test_line_breaks_stay_only_in_a_block() -> None:
    assert printable("one\r\ntwo\tthree\u2028four") == "one  two three four"
    assert printable("one\ntwo\tthree", lines=True) == "one\ntwo\tthree"


def test_letters_of_every_script_are_left_alone() -> None:
    text = "Ђоковић, ëçő – 日本, العربية, 👩‍👩‍👧 “così”\u00a0"
    assert printable(text) == text


def test_a_file_name_that_is_not_utf_8_can_be_printed() -> None:
    assert printable(b"caf\xe9.txt".decode("utf-8", "surrogateescape")) == r"caf\udce9.txt"


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (StoreMissing("nothing here; run: x"), 1, "error: nothing here; run: x\n"),
        (UsageError("--top-k 0 is\x1b none"), 2, "error: --top-k 0 is\\x1b none\n"),
        (KeyboardInterrupt(), 130, "interrupted\n"),
    ],
)
def test_what_ends_a_command_early_is_one_line_and_a_code(
    error: BaseException, code: int, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def run() -> int:
        raise error

    assert guarded(run) == code
    assert capsys.readouterr() == ("", line)


@pytest.mark.parametrize(
    "call",
    [
        ["rag.ask", "Who bought shells?"],
        ["rag.chat"],
        ["rag.mcp"],
        ["index", "status"],
        ["index", "sync", "seeds"],
    ],
)
def test_a_python_without_the_packages_is_told_in_one_line_which_one_has_them(call: list[str]) -> None:
    """Python without its site-packages stands for one that nothing was installed into."""
    done = subprocess.run(
        [sys.executable, "-S", "-m", *call],
        cwd=ROOT, stdin=subprocess.DEVNULL, env={}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert done.stderr.startswith("error: ") and "lacks the package" in done.stderr
    assert f"run .venv/bin/python -m {call[0]}, or first make ask" in done.stderr


@pytest.mark.parametrize("command", ["eval.run", "eval.support", "eval.agreement"])
def test_an_evaluation_without_the_packages_could_not_measure_and_says_in_one_line_why(command: str) -> None:
    """Seen: a traceback, and the exit status that means "worse than the accepted run"."""
    done = subprocess.run(
        [sys.executable, "-S", "-m", command],
        cwd=ROOT, stdin=subprocess.DEVNULL, env={}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (3, "", 1)
    assert "lacks the package numpy" in done.stderr
    assert f"run .venv/bin/python -m {command}, or first make ask" in done.stderr


def test_a_module_of_ours_that_is_missing_is_no_fault_of_the_installation() -> None:
    def run() -> int:
        raise ModuleNotFoundError("No module named 'rag.gone'", name="rag.gone")

    with pytest.raises(ModuleNotFoundError):
        guarded(run)


def test_a_misspelt_variable_is_told_of_with_the_one_that_was_meant(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Seen: CHORUS_TOPK=3 did nothing, without a word."""
    monkeypatch.setenv("CHORUS_TOPK", "3")
    monkeypatch.setenv("CHORUS_STORE", "somewhere")
    assert guarded(lambda: 0) == 0
    assert capsys.readouterr().err == "note: CHORUS_TOPK is no setting and does nothing; CHORUS_TOP_K is one\n"


def test_every_variable_that_is_read_is_a_known_one() -> None:
    files = [path for part in ("index", "rag", "eval") for path in (ROOT / part).rglob("*.py")]
    texts = [path.read_text(encoding="utf-8") for path in files if path != ROOT / "index" / "settings.py"]
    texts += [(ROOT / "index" / "settings.py").read_text(encoding="utf-8").partition("class IndexSettings")[2]]
    named = {name for text in texts for name in re.findall(r"CHORUS_[A-Z]+(?:_[A-Z]+)*", text)}
    assert {name for name in named if not name.startswith(("CHORUS_MAKE", "CHORUS_TEST"))} == VARIABLES


def test_a_reader_that_goes_away_ends_the_command_without_a_word() -> None:
    program = "from index.terminal import guarded\nimport sys\nsys.exit(guarded(lambda: print('x' * 10**6) or 0))"
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout and child.stderr
        child.stdout.close()
        assert child.stderr.read() == b""
        assert child.wait() == 141


@pytest.mark.parametrize("command", ["index", "rag.ask", "eval.agreement", "eval.run"])
def test_help_whose_reader_goes_away_ends_without_a_word(command: str) -> None:
    """Seen: "Exception ignored in" and the BrokenPipeError."""
    call = [sys.executable, "-m", command, "--help"]
    buffered = os.environ | {"PYTHONUNBUFFERED": ""}
    with subprocess.Popen(call, cwd=ROOT, env=buffered, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout and child.stderr
        child.stdout.close()
        assert child.stderr.read() == b""
        assert child.wait() == 141


# Started by others that read them, or run once to make a file of the repository.
NO_COMMANDS = {
    "index/probe.py", "index/model/export.py", "index/model/train/__main__.py", "rag/names/make_places.py",
    "rag/evidence/make_zones.py", "eval/bench/starter.py", "eval/bench/page.py", "eval/bench/llm.py",
    "eval/bench/asking.py", "eval/bench/corpus.py", "eval/bench/embedding.py",
}  # fmt: skip


def test_every_command_is_guarded() -> None:
    """Seen: half of the evaluations printed a traceback where their reader went away."""
    texts = {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for part in ("index", "rag", "eval")
        for path in (ROOT / part).rglob("*.py")
    }
    commands = {name for name, text in texts.items() if '\nif __name__ == "__main__":' in text} - NO_COMMANDS
    assert {name for name in commands if "guarded(" not in texts[name]} == set()


PRINTS = "from index.terminal import guarded\nimport sys\nsys.exit(guarded(lambda: print('x' * {count}) or 0))"


@pytest.mark.parametrize("count", [1, 10**6])
@pytest.mark.parametrize(
    ("sent_to", "reason"), [(">/dev/full", "No space left on device"), (">&-", "stdout is closed")]
)
def test_output_that_cannot_be_written_is_one_line(count: int, sent_to: str, reason: str) -> None:
    command = ["bash", "-c", f'exec "$0" -c "$1" {sent_to}', sys.executable, PRINTS.format(count=count)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, f"error: cannot write the output: {reason}\n")


def test_a_closed_stderr_sends_no_message_into_the_output() -> None:
    program = "from index.terminal import guarded, say\nguarded(lambda: say('a message') or print('the output') or 0)"
    command = ["bash", "-c", 'exec "$0" -c "$1" 2>&-', sys.executable, program]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "the output\n"


def test_a_file_that_does_not_work_is_named_with_the_reason(capsys: pytest.CaptureFixture[str]) -> None:
    name = "x" * 300
    assert guarded(lambda: len(Path(name).read_bytes())) == 1
    assert capsys.readouterr() == ("", f"error: {name}: File name too long\n")


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "after_s", "shown"), [(Screen(), 0, True), (Screen(), 60, False), (io.StringIO(), 0, False)]
)
def test_the_bar_shows_only_on_a_terminal_and_only_after_a_while(
    stream: io.StringIO, after_s: float, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(terminal, "BAR_AFTER_S", after_s)
    with progress_bar("Indexing") as step:
        step(1, 2)
    assert ("Indexing" in stream.getvalue()) == shown
