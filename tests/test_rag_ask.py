from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from rag import ask
from rag.pipeline import Pipeline
from tests.test_rag_render import SCHEMA

QUESTION = "What is Russia buying from North Korea?"
OFF_TOPIC = "How do I descale an espresso machine at home?"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, seeds_pipeline: Pipeline) -> None:
    """The command's own code over the shared pipeline: opening Chroma again for each test would cost half a second."""
    monkeypatch.setattr(ask, "_open", lambda _: seeds_pipeline)


def run(
    *arguments: str, store: Path | None = None, stdin: bytes = b"", **environ: str
) -> subprocess.CompletedProcess[str]:
    """The real command in a process of its own."""
    known = {name: value for name, value in os.environ.items() if not name.startswith("CHORUS_")}
    done = subprocess.run(
        [sys.executable, "-m", "rag.ask", *arguments],
        input=stdin,
        capture_output=True,
        env=known | environ | ({"CHORUS_STORE": str(store)} if store else {}),
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_a_question_is_answered_by_a_process_of_its_own(seeds_store: Path) -> None:
    done = run(QUESTION, store=seeds_store)
    assert (done.returncode, done.stderr) == (0, "")
    assert "[1] New York Times (en)" in done.stdout
    assert "\x1b" not in done.stdout


def test_a_cold_question_imports_no_torch_no_llama_index_no_gradio_and_no_chroma_client(seeds_store: Path) -> None:
    code = (
        "import sys; from rag.ask import main; main(sys.argv[1:]);"
        "heavy = {'torch', 'llama_index', 'gradio', 'transformers', 'sentence_transformers', 'onnxruntime'};"
        "print(sorted((heavy | {'chromadb'}) & set(sys.modules)), file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, QUESTION, "--store", str(seeds_store)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stderr == "[]\n"


def test_ctrl_c_while_the_command_is_still_being_imported_ends_it_without_a_traceback() -> None:
    """Seen: thirty lines of traceback to whoever changed their mind within a tenth of a second."""
    code = (
        "import os, runpy, signal, sys\n"
        "class Pressed:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'rag.flags': os.kill(os.getpid(), signal.SIGINT)\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "sys.meta_path.insert(0, Pressed())\n"
        "runpy.run_module('rag.ask', run_name='__main__')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")


def test_help_imports_nothing_heavy_and_lists_every_variable() -> None:
    code = (
        "import sys; from rag.ask import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
        "print(sorted({'numpy', 'chromadb', 'tantivy', 'tokenizers'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"
    for name in (
        "STORE",
        "CHROMA_URL",
        "EMBEDDING_MODEL",
        "RERANKER",
        "TOP_K",
        "MAX_WORDS",
        "PASSAGE_TOKENS",
        "LLM",
        "NLI_MODEL",
    ):
        assert f"CHORUS_{name}" in done.stdout


def test_the_json_record_is_valid_and_its_quotes_are_verbatim(asked: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask.main([QUESTION, "--json", "--explain"]) == 0
    record = json.loads(capsys.readouterr().out)
    jsonschema.validate(record, SCHEMA)
    assert record["passages"] and record["claims"]
    assert record["claims"][0]["text"] == record["claims"][0]["citations"][0]["quote"]


def test_a_refusal_ends_with_status_3(asked: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask.main([OFF_TOPIC]) == 3
    assert capsys.readouterr().out == "The articles do not answer this question.\n"


def test_a_batch_answers_a_line_each_in_order_and_says_which_line_is_broken(
    asked: None, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    lines = [
        json.dumps({"id": "q1", "question": QUESTION}),
        "Kush e raportoi për herë të parë zbulimin?",
        "",
        '{"id": "q2", "question": ',
        json.dumps({"id": 7, "question": OFF_TOPIC}),
        json.dumps({"id": True, "question": "q3"}),
        json.dumps({"id": "q4", "question": "Donetsk?", "language": "it"}),
    ]
    file = tmp_path / "questions.jsonl"
    file.write_text("\ufeff" + "\n".join(lines), encoding="utf-8")
    assert ask.main(["--jsonl", str(file)]) == 1
    captured = capsys.readouterr()
    records = [json.loads(line) for line in captured.out.splitlines()]
    for record in records:
        jsonschema.validate(record, SCHEMA)
    assert [record["id"] for record in records] == ["q1", None, None, 7, None, "q4"]
    assert [record.get("line") for record in records] == [None, None, 4, None, 6, None]
    assert records[5]["question_language"] == "it"
    assert captured.err.count("error: ") == 2 and f"{file}:4: " in captured.err


def test_a_batch_is_read_from_stdin_too(seeds_store: Path) -> None:
    done = run("--jsonl", "-", store=seeds_store, stdin=f"{QUESTION}\n".encode() * 2)
    assert done.returncode == 0
    assert [json.loads(line)["status"] for line in done.stdout.splitlines()] == ["answered"] * 2


def test_a_question_is_read_from_stdin_whatever_its_bytes(
    asked: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(QUESTION.encode() + b"\xff\x00\n")))
    assert ask.main(["-"]) == 0
    assert "New York Times" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["-"], ["--jsonl", "-"]])
def test_a_closed_stdin_is_a_wrong_call(
    arguments: list[str], asked: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert ask.main(arguments) == 2
    assert capsys.readouterr().err.startswith("error: stdin is closed; ")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "give one question"),
        (["one", "--jsonl", "two"], "give one question"),
        (["--jsonl", "no/such/file"], "no/such/file: No such file"),
        (["q", "--article-language", "?"], "is no language code"),
        (["q", "--article-language", "en,xx"], "in the language 'xx'; it has en, hu, it, sq, sr"),
        (["--", "--help"], "'--help' is no question"),
        (["q", "--since", "2022-09-06", "--until", "2022-09-05"], "no day is since 2022-09-06 and until 2022-09-05"),
        (["--jsonl", "two", "--markdown"], "leave out --markdown"),
    ],
)
def test_a_wrong_call_gets_one_line_and_status_2(
    arguments: list[str], told: str, asked: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask.main(arguments) == 2
    error = capsys.readouterr().err
    assert told in error and error.startswith("error: ") and error.count("\n") == 1


@pytest.mark.parametrize("arguments", [["q", "--since", "soon"], ["q", "--top-k", "0"], ["q", "--json", "--markdown"]])
def test_a_wrong_option_value_gets_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        ask.main(arguments)
    assert ended.value.code == 2 and "error: " in capsys.readouterr().err


def test_a_store_that_does_not_exist_is_one_line_with_the_next_step(tmp_path: Path) -> None:
    done = run(QUESTION, store=tmp_path / "none")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("error: ") and "python -m index sync" in done.stderr and done.stderr.count("\n") == 1


def test_a_wrong_variable_is_named(seeds_store: Path) -> None:
    for value in ("many", "0", "1e9", "nan", "1.5"):
        done = run(QUESTION, store=seeds_store, CHORUS_TOP_K=value)
        assert done.returncode == 2 and f"CHORUS_TOP_K='{value}'" in done.stderr


def test_filters_reach_the_search(asked: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask.main([QUESTION, "--json", "--explain", "--article-language", "sr,hr", "--outlet", "AP"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert {passage["language"] for passage in record["passages"]} == {"sr"}
    assert ask.main([QUESTION, "--article-language", "hr"]) == 0
    assert ask.main([QUESTION, "--since", "2022-09-01"]) == 3


def test_a_question_of_megabytes_is_not_told_a_length_that_was_not_read(
    asked: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Seen: five million characters were told as 1048576."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * 5_000_000)))
    assert ask.main(["-"]) == 3
    assert capsys.readouterr().out == "The question has more than 8000 characters; please ask in at most 2000.\n"


def test_an_outlet_is_found_whatever_its_case_and_diacritics(asked: None, capsys: pytest.CaptureFixture[str]) -> None:
    """Seen: --outlet "the guardian" searched nothing."""
    ask.main([QUESTION, "--json", "--explain", "--outlet", "thé GUARDIAN", "--outlet", "ap"])
    record = json.loads(capsys.readouterr().out)
    assert {passage["article_id"][:3] for passage in record["passages"]} == {"000", "001", "002"}


def test_an_outlet_that_the_index_lacks_is_one_line_that_names_the_nearest(
    asked: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask.main([QUESTION, "--outlet", "Gardian"]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert told.err.startswith(
        "error: no article of the index is of the outlet 'Gardian'; the nearest that it has: The G"
    )


def test_the_reader_going_away_is_no_traceback(seeds_store: Path) -> None:
    command = f"{sys.executable} -m rag.ask --json '{QUESTION}' --store '{seeds_store}' | head -c 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("{", "")


@pytest.mark.parametrize(
    ("spec", "line"),
    [
        ("qwen3", "CHORUS_LLM names no language model that can be found; give openai-like:MODEL@http://host/v1"),
        ("openai:gpt", "needs a key; set OPENAI_API_KEY"),
        ("script:none.yaml", "script:none.yaml: No such file or directory"),
    ],
)
def test_a_language_model_that_cannot_be_is_told_before_anything_is_loaded(
    spec: str, line: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.setattr(ask, "_open", lambda _: pytest.fail("opened the pipeline"))
    assert ask.main([QUESTION, "--llm", spec]) == 2
    assert line in capsys.readouterr().err


def test_a_wrong_language_model_is_told_without_importing_anything_heavy() -> None:
    code = (
        "import sys; from rag.ask import main; main(['why?', '--llm', 'openai-like:m']);"
        "heavy = {'numpy', 'torch', 'llama_index.core', 'openai', 'httpx', 'chromadb'};"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[]"


def test_a_conversation_answers_line_by_line_and_leans_on_what_was_asked(seeds_store: Path) -> None:
    lines = b"Which countries recognised Donetsk and Luhansk?\n\nAnd when was that?\n"
    done = run("--chat", store=seeds_store, stdin=lines)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Understood as: And when was that? (recognised Donetsk and Luhansk)" in done.stdout
    assert run(QUESTION, "--chat", store=seeds_store).returncode == 2


@pytest.mark.usefixtures("asked")
def test_a_language_that_is_not_known_is_told_and_what_is_none_is_a_wrong_call(
    capsys: pytest.CaptureFixture[str],
) -> None:
    ask.main([QUESTION, "--lang", "xx"])
    assert capsys.readouterr().err.startswith("note: --lang xx: only en, hu, it, sq, sr are known")
    for known in ("sr-Latn", "hr", "hun", ""):
        ask.main([QUESTION, "--lang", known])
        assert capsys.readouterr().err == ""
    assert ask.main([QUESTION, "--lang", "english"]) == 2
    assert "'english' is no language code; give one of en, hu, it, sq, sr" in capsys.readouterr().err
