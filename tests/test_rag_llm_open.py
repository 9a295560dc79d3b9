from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from index.errors import ModelFailed, UsageError
from rag.llm import Message, check_model, open_model
from rag.llm import opening as llm_open
from rag.llm.opening import Endpoint, read_spec
from rag.records import Usage

KEY = "sk-canary-0123456789"
LOCAL = "http://127.0.0.1:8080/v1"


@pytest.mark.parametrize(
    ("spec", "environ", "expected"),
    [
        (f"openai-like:qwen3@{LOCAL}", {}, Endpoint("openai-like", "qwen3", LOCAL)),
        (f"openai-like:org/m@1@{LOCAL}/", {}, Endpoint("openai-like", "org/m@1", LOCAL)),
        (f"openai-like:m@{LOCAL}", {"OPENAI_API_KEY": KEY}, Endpoint("openai-like", "m", LOCAL)),
        (f"openai-like:m@{LOCAL}", {"CHORUS_LLM_API_KEY": KEY}, Endpoint("openai-like", "m", LOCAL, KEY)),
        ("openai:gpt", {"OPENAI_API_KEY": KEY}, Endpoint("openai", "gpt", "https://api.openai.com/v1", KEY)),
        (f"openai:gpt@{LOCAL}", {"OPENAI_API_KEY": KEY}, Endpoint("openai", "gpt", LOCAL)),
        ("openai:gpt", {"OPENAI_API_KEY": "other", "CHORUS_LLM_API_KEY": f" {KEY}\n"},
         Endpoint("openai", "gpt", "https://api.openai.com/v1", KEY)),
        ("anthropic:claude", {"ANTHROPIC_API_KEY": KEY},
         Endpoint("anthropic", "claude", "https://api.anthropic.com", KEY)),
        ("ollama:qwen3:8b", {}, Endpoint("ollama", "qwen3:8b", "http://127.0.0.1:11434")),
        ("ollama:m@http://box:11434", {"CHORUS_LLM_CONTEXT": "4096"},
         Endpoint("ollama", "m", "http://box:11434", context_tokens=4096)),
        ("llama_index.core.llms:MockLLM", {}, None),
        ("llama_index.core.llms.MockLLM", {}, None),
    ],
)  # fmt: skip
def test_a_spec_names_a_model_its_address_and_only_its_own_key(
    spec: str, environ: dict[str, str], expected: Endpoint | None
) -> None:
    assert read_spec(spec, environ) == expected


@pytest.mark.parametrize(
    ("spec", "environ", "line"),
    [
        ("qwen3", {}, "CHORUS_LLM names no language model that can be found; give openai-like:MODEL@http"),
        (KEY, {}, "CHORUS_LLM names no language model"),
        ("gemini:flash", {}, "CHORUS_LLM knows no provider 'gemini'"),
        ("no.such.module:make", {}, "CHORUS_LLM names no language model"),
        ("openai-like:qwen3", {}, "write openai-like:MODEL@http://host:8080/v1"),
        ("openai-like:@http://host/v1", {}, "write openai-like:MODEL@http://host:8080/v1"),
        ("ollama:", {}, "write ollama:MODEL@http://127.0.0.1:11434"),
        ("ollama:m@box:11434", {}, "write ollama:MODEL@http://127.0.0.1:11434"),
        ("openai-like:m@http://", {}, "plain address"),
        ("openai-like:m@http://host:x/v1", {}, "plain address"),
        (f"openai-like:m@http://user:{KEY}@host/v1", {}, "plain address"),
        (f"openai-like:m@http://host/v1?key={KEY}", {}, "plain address"),
        (f"openai-like:m@http://host/v1 {KEY}", {}, "plain address"),
        ("openai:gpt", {}, "needs a key; set OPENAI_API_KEY, or CHORUS_LLM_KEY_FILE"),
        ("anthropic:claude", {"OPENAI_API_KEY": KEY}, "needs a key; set ANTHROPIC_API_KEY"),
        ("openai:gpt", {"OPENAI_API_KEY": f"{KEY}\nX: y"}, "OPENAI_API_KEY holds no key that could be sent"),
        ("openai:gpt", {"CHORUS_LLM_API_KEY": f"{KEY}č"}, "CHORUS_LLM_API_KEY holds no key"),
        ("openai:gpt", {"CHORUS_LLM_KEY_FILE": "/none/key"}, "CHORUS_LLM_KEY_FILE=/none/key: No such file"),
        ("ollama:m", {"CHORUS_LLM_CONTEXT": "10"}, "CHORUS_LLM_CONTEXT='10' is out of range"),
        ("ollama:m", {"CHORUS_LLM_RETRIES": "3"}, "CHORUS_LLM_RETRIES='3' is out of range; it must be from 0 to 2"),
        ("ollama:m", {"CHORUS_LLM_TOTAL_S": "nan"}, "CHORUS_LLM_TOTAL_S='nan' is not a number"),
        ("ollama:m", {"CHORUS_LLM_FIRST_TOKEN_S": "soon"}, "CHORUS_LLM_FIRST_TOKEN_S='soon' is not a number"),
    ],
)
def test_what_is_wrong_is_one_line_that_mends_it_and_shows_no_secret(
    spec: str, environ: dict[str, str], line: str
) -> None:
    for opening in (check_model, open_model):
        with pytest.raises(UsageError) as error:
            opening(spec, environ)
        assert line in str(error.value)
        assert KEY not in str(error.value) and "\n" not in str(error.value)


@pytest.mark.parametrize("name", ["openai-like", "openai", "anthropic", "ollama"])
def test_a_missing_extra_is_named_with_the_line_that_installs_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(llm_open, "_there", lambda _: False)
    with pytest.raises(UsageError) as error:
        read_spec(f"{name}:m@{LOCAL}", {})
    extra = {"openai-like": "openai"}.get(name, name)
    assert f"run: .venv/bin/python -m pip install -c constraints.txt -e '.[{extra}]'" in str(error.value)


def test_a_key_is_read_from_its_file(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text(f"{KEY}\n")
    endpoint = read_spec("openai:gpt", {"CHORUS_LLM_KEY_FILE": str(file)})
    assert endpoint is not None and endpoint.key == KEY
    assert KEY not in repr(endpoint) + endpoint.name + endpoint.place
    for wrong in ("", f"{KEY} {KEY}", "k" * 5000):
        file.write_text(wrong)
        with pytest.raises(UsageError, match="CHORUS_LLM_KEY_FILE holds no key"):
            read_spec("openai:gpt", {"CHORUS_LLM_KEY_FILE": str(file)})


def test_opening_an_endpoint_imports_no_library_and_asks_nobody() -> None:
    code = (
        f"import sys; from rag.llm import open_model; open_model('openai-like:m@{LOCAL}', {{}});"
        "heavy = {'llama_index.core', 'openai', 'httpx', 'torch'}; print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


OWN = """
from llama_index.core.base.llms.types import ChatMessage, ChatResponse, LLMMetadata
from llama_index.core.llms import MockLLM

class Told(MockLLM):
    ending: str = "stop"

    @property
    def metadata(self):
        return LLMMetadata(context_window=1234)

    def stream_chat(self, messages, **_):
        if self.ending == "error":
            raise RuntimeError("sk-canary-0123456789")
        raw = {"finish_reason": self.ending}
        for text in ("<think>?</think>Rain ", messages[-1].content):
            yield ChatResponse(message=ChatMessage(role="assistant", content=text), delta=text, raw=raw)

def make():
    return Told()

class OutOfTokens(Told):
    ending: str = "MAX_TOKENS"

class Raises(Told):
    ending: str = "error"

def number():
    return 3

def broken():
    raise ValueError("sk-canary-0123456789")

made = Told()
"""


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "own_llm.py").write_text(OWN, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    sys.modules.pop("own_llm", None)


@pytest.mark.parametrize("spec", ["own_llm:make", "own_llm.Told", "own_llm:made"])
def test_any_llama_index_llm_can_be_named_by_its_place(own: None, spec: str) -> None:
    check_model(spec, {})
    model = open_model(spec, {})
    assert (model.name, model.context_tokens) == (spec, 1234)
    assert list(model.stream([Message("user", "fell.")], 50)) == ["Rain ", "fell.", Usage(2, 7, estimated=True)]
    assert open_model(spec, {"CHORUS_LLM_CONTEXT": "600"}).context_tokens == 600


@pytest.mark.parametrize(
    ("spec", "line"),
    [("own_llm:OutOfTokens", "ran out of its 50 tokens"), ("own_llm:Raises", "own_llm:Raises failed (RuntimeError)")],
)
def test_an_own_llm_fails_as_any_other(own: None, spec: str, line: str) -> None:
    with pytest.raises(ModelFailed) as error:
        list(open_model(spec, {}).stream([Message("user", "a")], 50))
    assert line in str(error.value)
    assert KEY not in repr((error.value, error.value.__cause__, error.value.__context__))


@pytest.mark.parametrize(
    ("spec", "line"),
    [
        ("own_llm:number", "is no LlamaIndex LLM"),
        ("own_llm:broken", "cannot be made (ValueError)"),
        ("own_llm:none", "cannot be made (AttributeError)"),
    ],
)
def test_a_place_without_an_llm_is_refused(own: None, spec: str, line: str) -> None:
    with pytest.raises(UsageError) as error:
        open_model(spec, {})
    assert line in str(error.value) and KEY not in str(error.value)
