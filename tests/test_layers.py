"""The structure of the product, read from its imports: who may know whom, and which file owns which heavy library."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {"index": {"index"}, "rag": {"index", "rag"}, "eval": {"index", "rag", "eval"}}
OWNERS = {
    "chromadb": {"index/chroma.py"},
    "chromadb_rust_bindings": {"index/chroma_engine.py"},
    "tantivy": {"index/lexical.py"},
    "fasttext": {"index/language.py"},
    "sentencex": {"index/sentences.py"},
    "llama_index": {"index/split.py", "rag/llama.py", "rag/llm/llama.py", "rag/llm/reading.py"},
    "sentence_transformers": {"index/local_model.py", "index/model/export.py", "rag/verify/nli.py", "rag/rerank.py"},
    "playwright": {"eval/bench/page.py"},
    "gradio": {"rag/web/page.py", "rag/web/sharing.py"},
    "fastapi": {"rag/chat.py", "rag/web/page.py"},
    "uvicorn": {"rag/web/serving.py", "rag/web/forwarded.py"},
    "mcp": {"rag/mcp.py", "rag/mcp_server.py", "rag/mcp_tools.py"},
    "openai": set(),
    "anthropic": set(),
    "ollama": {"rag/llm/llama.py"},
    "httpx": {
        "rag/llm/llama.py",
        "rag/llm/wire.py",
        "index/certificates.py",
        "index/endpoint.py",
        "index/local_model.py",
        "index/chroma.py",
        "eval/bench/page.py",
    },
}
HEAVY = {*OWNERS, "torch", "transformers", "scipy", "sklearn"} - {"mcp"}  # its tools are declared by annotations
# Run by hand and never imported by the product: training, and the peer that `make bench` measures against.
APART = ("index/model/", "eval/bench/starter.py")


def sources() -> list[Path]:
    return [path for package in MAY_IMPORT for path in sorted((ROOT / package).rglob("*.py"))]


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def at_import_time(tree: ast.Module) -> Iterator[str]:
    """What importing the file imports: not what stands in functions or under TYPE_CHECKING."""
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom | ast.Try | ast.With):
            yield from imports(node)


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_imports_only_what_lies_below_it(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    tops = {module.partition(".")[0] for module in imports(tree)}
    assert tops & set(MAY_IMPORT) <= MAY_IMPORT[path.relative_to(ROOT).parts[0]]
    assert "tests" not in tops
    if not name.startswith(APART):
        for library in tops & set(OWNERS):
            assert name in OWNERS[library], f"{library} belongs to {OWNERS[library]}"
        assert not {module.partition(".")[0] for module in at_import_time(tree)} & HEAVY


def test_every_package_is_installed_and_not_only_found_in_the_clone() -> None:
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    there = [path.parent.relative_to(ROOT) for path in sources() if path.name == "__init__.py"]
    assert sorted(listed) == sorted(".".join(path.parts) for path in there)


def test_no_test_of_drawn_examples_fails_by_the_clock() -> None:
    """Seen: beside other work an example took 274 ms, and more than 200 was a failure."""
    assert settings().deadline is None
