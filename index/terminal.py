"""What the commands share at the edge: safe text, one line for an error, exit codes, a progress bar.

Exit codes: 0 done, 1 an error or something left out, 2 the call is wrong, 130 interrupted, 141 the reader of our output
went away (as for any program that SIGPIPE ends).
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import ChorusError, UsageError
from index.settings import unknown_variables

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

BAR_AFTER_S = 1.0

# C0, DEL and C1 (which hold ESC, CSI and OSC), line and paragraph separators, the bidirectional embeddings, overrides
# and isolates (Unicode TR36, "Trojan Source"), and lone surrogates, which no stream can encode.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str, *, lines: bool = False) -> str:
    r"""Make text from an article, a path or an id safe to show on a terminal; other text is returned as it is.

    Line breaks and tabs become spaces, every other control character its escape, such as `\x1b`.

    :param lines: keep line feeds and tabs, for text that is shown as a block.
    """

    def shown(match: re.Match[str]) -> str:
        character = match.group()
        if lines and character in "\n\t":
            return character
        if character in "\n\r\t\u2028\u2029":
            return " "
        code = ord(character)
        return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"

    return _UNSAFE.sub(shown, text)


def say(line: str) -> None:
    """Print one line on stderr, which is where everything but the result goes."""
    print(printable(line), file=sys.stderr, flush=True)


def guarded(run: Callable[[], int | None]) -> int:
    """Run a command and turn what ends it early into one line and an exit code: the one except of the product.

    :param run: gives the exit status; None is 0.
    :raises SystemExit: `run` does, as argparse once its help is printed.
    """
    if sys.stderr is None:  # closed by the caller; print() would then write what is meant for it on stdout
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    if sys.stdout is None:
        # Else the next file that is opened, such as a database, becomes what this process prints to.
        say("error: cannot write the output: stdout is closed")
        return 1
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that cannot show a letter must not end the command with a traceback.
            stream.reconfigure(errors="backslashreplace")
    for line in unknown_variables(os.environ):
        say(line)
    try:
        code = _flushed(run)
    except ChorusError as error:
        say(f"error: {error}")
        code = 2 if isinstance(error, UsageError) else 1
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing in {"", "index", "rag", "eval"}:  # a mistake of ours, not of the installation
            raise
        say(_lacking(missing))
        code = 1
    except KeyboardInterrupt:
        say("interrupted")
        code = 130
    except BrokenPipeError:
        _drop_output()
        code = 141
    except OSError as error:
        # Only what opens a file by its name knows one; whoever writes to a store's files gives them a StoreError.
        reason = error.strerror or str(error)
        say(f"error: {error.filename}: {reason}" if error.filename else f"error: cannot write the output: {reason}")
        _drop_output()
        code = 1
    return code


def _flushed(run: Callable[[], int | None]) -> int:
    """Run, and write what is still to be printed while an error of that can be caught."""
    try:
        code = run()
    except SystemExit:
        sys.stdout.flush()
        raise
    sys.stdout.flush()
    return code or 0


def need(packages: Sequence[str], code: int) -> None:
    """End a command that is only being looked for with one line where a package is not installed.

    For packages whose commands import others at once, so that they cannot catch what is missing. Called while such a
    package is imported; does nothing where that is for another reason than `python -m`.

    :param code: the exit status.
    """
    # What `python -m` puts there until it has found what to run.
    if sys.argv[:1] != ["-m"]:
        return
    missing = next((name for name in packages if find_spec(name) is None), None)
    if missing is not None:
        say(_lacking(missing))
        raise SystemExit(code)


def _lacking(package: str) -> str:
    """What is missing, and the same command in the environment that make sets up."""
    spec = getattr(sys.modules.get("__main__"), "__spec__", None)
    named = spec.name if spec else next((name for flag, name in pairwise(sys.orig_argv) if flag == "-m"), "rag.ask")
    command = named.removesuffix(".__main__")
    right = f'run .venv/bin/python -m {command}, or first make ask Q="...", which installs into .venv'
    return f"error: {sys.executable} lacks the package {package}; {right}"


def _drop_output() -> None:
    """Let what is still to be printed go nowhere: the interpreter flushes stdout once more on its way out."""
    with suppress(OSError):  # no real file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class Bar:
    """A progress bar on stderr, only on a terminal and only once the work has taken a second."""

    def __init__(self, label: str, *, wanted: bool) -> None:
        self._label = label
        self._wanted = wanted
        self._started = time.monotonic()
        self._shown: tuple[Progress, TaskID] | None = None

    def __call__(self, done: int, total: int | None = None) -> None:
        """Say how far the work is; an unknown total shows the count alone."""
        if self._shown is None:
            if not self._wanted or time.monotonic() - self._started < BAR_AFTER_S:
                return
            self._shown = _progress(self._label)
        progress, task = self._shown
        progress.update(task, completed=done, total=total)

    def say(self, line: str) -> None:
        """Print one line on stderr, above the bar where it is shown."""
        if self._shown is None:
            say(line)
        else:
            self._shown[0].console.print(printable(line), markup=False, highlight=False, soft_wrap=True)

    def close(self) -> None:
        """Take the bar away."""
        if self._shown is not None:
            self._shown[0].stop()


@contextmanager
def progress_bar(label: str, *, quiet: bool = False) -> Iterator[Bar]:
    """Show how far the work inside is, where that is of use."""
    bar = Bar(label, wanted=not quiet and sys.stderr.isatty())
    try:
        yield bar
    finally:
        bar.close()


def _progress(label: str) -> tuple[Progress, TaskID]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    progress = Progress(*columns, console=Console(stderr=True), transient=True)
    progress.start()
    return progress, progress.add_task(label, total=None)
