from __future__ import annotations

from pathlib import Path

import pytest

from rag import doctor
from tests.llm_server import LLMServer, openai, status, streamed

KEY = "sk-canary-0123456789"


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CHORUS_LLM", "CHORUS_STORE", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)


def rows(capsys: pytest.CaptureFixture[str]) -> dict[str, tuple[str, str]]:
    lines = capsys.readouterr().out.splitlines()
    return {line[:15].strip(): (line[16:22].strip(), line[23:]) for line in lines}


def test_an_endpoint_that_works_is_told_with_its_context(
    llm_server: LLMServer, seeds_store: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHORUS_LLM_API_KEY", KEY)
    assert doctor.main(["--llm", f"openai-like:m@{llm_server.url}", "--store", str(seeds_store)]) == 0
    found = rows(capsys)
    assert found["language model"] == ("ok", f"openai-like:m at {llm_server.url}")
    assert found["key"] == ("ok", "from CHORUS_LLM_API_KEY")
    assert found["models"] == ("ok", "the endpoint lists m")
    assert found["context"] == ("ok", "4,096 tokens for prompt and answer (CHORUS_LLM_CONTEXT)")
    assert found["streaming"][0] == "ok" and "first piece after" in found["streaming"][1]
    assert found["index"][0] == "ok" and "5 articles" in found["index"][1]
    assert found["embedder"][0] == "ok"


def test_what_does_not_work_is_told_and_ends_with_status_1(
    llm_server: LLMServer, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHORUS_LLM_API_KEY", KEY)
    llm_server.documents = {"/v1/models": {"data": [{"id": f"a\x1b[31m{KEY}"}, *({"id": "b"},) * 6]}}
    llm_server.replies = [streamed(openai("Ready", finish="length"))]
    assert doctor.main(["--llm", f"openai-like:m@{llm_server.url}", "--store", str(tmp_path)]) == 1
    found = rows(capsys)
    lists = r"the endpoint does not list m; it lists a\x1b[31m…, b, b, b, b and 2 more"
    assert found["models"] == ("note", lists)
    assert found["streaming"][0] == "FAULT" and "ran out of its 256 tokens" in found["streaming"][1]
    assert found["index"][0] == "note" and "holds no article" in found["index"][1]


def test_an_endpoint_that_refuses_the_key_is_told(llm_server: LLMServer, capsys: pytest.CaptureFixture[str]) -> None:
    llm_server.documents = {"/v1/models": status(401)}
    llm_server.replies = [status(401)]
    assert doctor.main(["--llm", f"openai-like:m@{llm_server.url}"]) == 1
    found = rows(capsys)
    assert found["key"] == ("ok", "none is set, none is sent")
    for name in ("models", "streaming"):
        assert found[name][0] == "FAULT" and "status 401: the key is missing or wrong" in found[name][1]


def test_no_language_model_is_no_fault_and_a_script_is_read(
    seeds_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doctor.main(["--store", str(seeds_store)]) == 0
    assert rows(capsys)["language model"][0] == "note"
    script = tmp_path / "script.yaml"
    script.write_text("replies: [{reply: a}]")
    assert doctor.main(["--store", str(seeds_store), "--llm", f"script:{script}"]) == 0
    assert rows(capsys)["language model"] == ("ok", f"script:{script}")


def test_a_wrong_spec_ends_with_status_2_before_anything_is_looked_at(capsys: pytest.CaptureFixture[str]) -> None:
    assert doctor.main(["--llm", "qwen3"]) == 2
    out, err = capsys.readouterr()
    assert (out, "names no language model" in err) == ("", True)
