from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from index.errors import UsageError
from rag import chat
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


def test_every_flag_of_a_question_is_one_of_the_page_and_of_mcp_too() -> None:
    """Seen: "python -m rag.chat --llm …" was an unrecognized argument."""
    from rag import ask, chat, mcp

    asked = vars(ask._parser().parse_args(["x"]))
    given = ["--llm", "openai:m", "--top-k", "5", "--max-words", "60", "--embedding-model", "m", "--reranker", "r"]
    given += ["--nli-model", "n", "--chroma-url", "http://127.0.0.1:8000", "--store", "s"]
    for command in (chat, mcp):
        arguments = command._parser().parse_args(given)
        assert {name for name in vars(arguments) if name in asked} >= {"llm", "top_k", "embedding_model", "store"}
    settings = chat._settings(chat._parser().parse_args(given)).rag
    assert (settings.llm, settings.top_k, settings.max_words, settings.reranker) == ("openai:m", 5, 60, "r")
    assert (settings.index.embedding_model, settings.nli_model) == ("m", "n")


@pytest.mark.parametrize("name", ["CHORUS_SHARE", "CHORUS_ALLOW_UPLOADS", "CHORUS_LLM_TRANSLATE_QUERY"])
def test_a_switch_is_on_or_off_and_nothing_else(name: str) -> None:
    """Seen: "maybe" was taken for off by one setting, and "false" for on by another."""
    with pytest.raises(UsageError, match=f"{name}='maybe' is neither on nor off"):
        ChatSettings.from_env({name: "maybe"})
    assert ChatSettings.from_env({name: "false"}) == ChatSettings.from_env({})
    assert ChatSettings.from_env({name: "1"}) == ChatSettings.from_env({name: "Yes"}) != ChatSettings.from_env({})


def test_the_page_keeps_its_files_beside_its_store_and_is_closed_unless_told() -> None:
    settings = ChatSettings.from_env({"CHORUS_STORE": "some/where"})
    assert (settings.host, settings.port, settings.allow_uploads) == ("127.0.0.1", 7860, False)
    assert settings.feedback == Path("some/where-feedback.jsonl")
    assert settings.uploads == Path("some/where-uploads")
    assert ChatSettings.from_env({"CHORUS_ROOT_PATH": "chorus/"}).root_path == "/chorus"
    with pytest.raises(UsageError, match="CHORUS_PORT"):
        ChatSettings.from_env({"CHORUS_PORT": "70000"})


def test_the_page_multiplies_in_one_thread_unless_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Seen: beside other work numpy's threads waited for each other, 70 ms of CPU a question in place of 20."""
    seen: list[str | None] = []

    def opened(_: object) -> None:
        seen.append(os.environ.get("OPENBLAS_NUM_THREADS"))
        raise UsageError("enough")

    monkeypatch.setattr(chat, "build_app", opened)
    for told in (None, "3"):
        monkeypatch.setenv("OPENBLAS_NUM_THREADS", told or "")
        if told is None:
            monkeypatch.delenv("OPENBLAS_NUM_THREADS")
        main(["--store", str(tmp_path / "store"), "--port", "0"])
    assert seen == ["1", "3"]


def test_more_questions_are_worked_on_at_a_time_where_a_language_model_is_waited_for() -> None:
    assert ChatSettings.from_env({}).at_once == 2
    assert ChatSettings.from_env({"CHORUS_LLM": "ollama:qwen3"}).at_once == 4
    assert ChatSettings.from_env({"CHORUS_AT_ONCE": "7"}).at_once == 7
