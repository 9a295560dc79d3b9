from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from index.errors import UsageError
from rag.chat import main
from rag.web.settings import ChatSettings


def test_help_names_every_variable_and_imports_nothing_heavy() -> None:
    code = "import sys; from rag.chat import main\n"
    code += "try: main(['--help'])\nfinally: print(sorted(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    for name in ("CHORUS_HOST", "CHORUS_PORT", "CHORUS_ROOT_PATH", "CHORUS_ALLOW_UPLOADS", "CHORUS_REPORTS"):
        assert name in done.stdout
    for library in ("gradio", "fastapi", "uvicorn", "chromadb", "numpy"):
        assert f"'{library}'" not in done.stderr


def test_a_port_that_is_taken_is_named_before_anything_is_opened(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["--store", str(tmp_path / "store"), "--port", str(port)]) == 2
    assert f"port {port}" in capsys.readouterr().err
    assert not (tmp_path / "store").exists()


def test_the_page_keeps_its_files_beside_its_store_and_is_closed_unless_told() -> None:
    settings = ChatSettings.from_env({"CHORUS_STORE": "some/where"})
    assert (settings.host, settings.port, settings.allow_uploads) == ("127.0.0.1", 7860, False)
    assert settings.feedback == Path("some/where-feedback.jsonl")
    assert settings.uploads == Path("some/where-uploads")
    assert ChatSettings.from_env({"CHORUS_ROOT_PATH": "chorus/"}).root_path == "/chorus"
    with pytest.raises(UsageError, match="CHORUS_PORT"):
        ChatSettings.from_env({"CHORUS_PORT": "70000"})
