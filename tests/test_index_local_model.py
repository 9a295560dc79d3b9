import json
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from index.embed import Prefixes, open_embedder, prefixes
from index.errors import ModelUnavailable
from index.local_model import SentenceTransformerEmbedder
from index.settings import IndexSettings

WORDS = ["[UNK]", "[PAD]", "[CLS]", "[SEP]", "query", "passage", ":", "rain", "snow", "fell", "in", "oslo", "ask"]


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three tiny models on disk, saved and loaded by the real library: static, static with prompts, and a BERT."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Pooling, StaticEmbedding, Transformer
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.normalizers import Lowercase
    from tokenizers.pre_tokenizers import Whitespace
    from transformers import BertConfig, BertModel, BertTokenizerFast

    folder = tmp_path_factory.mktemp("models")
    tokenizer = Tokenizer(WordLevel({word: n for n, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.normalizer, tokenizer.pre_tokenizer = Lowercase(), Whitespace()
    for name, seed, prompts in (
        ("static", 1, {}),
        ("other", 2, {}),
        ("prompted", 1, {"query": "ask : ", "document": ""}),
        ("tiny-e5-test", 1, {}),
    ):
        weights = np.random.default_rng(seed).normal(size=(len(WORDS), 8)).astype(np.float32)
        part = StaticEmbedding(tokenizer, embedding_weights=weights)
        SentenceTransformer(modules=[part], prompts=prompts, device="cpu").save(str(folder / name))
    (folder / "vocab.txt").write_text("\n".join(WORDS))
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(WORDS), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16
    )
    BertModel(config).save_pretrained(folder / "raw")
    BertTokenizerFast(vocab_file=str(folder / "vocab.txt")).save_pretrained(folder / "raw")
    bert = Transformer(str(folder / "raw"))
    SentenceTransformer(modules=[bert, Pooling(16)], device="cpu").save(str(folder / "bert"))
    return folder


def embedder(models: Path, name: str) -> SentenceTransformerEmbedder:
    return SentenceTransformerEmbedder(str(models / name))


@pytest.mark.parametrize(("name", "dim"), [("static", 8), ("bert", 16)])
def test_any_sentence_transformers_model_gives_unit_vectors_in_order(models: Path, name: str, dim: int) -> None:
    model = embedder(models, name)
    texts = ["rain fell in Oslo", "snow", "Rain fell in Oslo"]
    vectors = model.embed_passages(texts)
    assert (vectors.dtype, vectors.shape, model.dim) == (np.float32, (3, dim), dim)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, rtol=1e-5)
    np.testing.assert_allclose(vectors[0], vectors[2], atol=1e-6)
    assert not np.allclose(vectors[0], vectors[1])
    np.testing.assert_allclose(model.embed_query("snow"), vectors[1], atol=1e-6)
    assert model.embed_passages([]).shape == (0, dim)
    assert model.count_tokens("rain fell in Oslo") == 4


@pytest.mark.parametrize("name", ["static", "bert"])
def test_odd_texts_give_finite_vectors(models: Path, name: str) -> None:
    vectors = embedder(models, name).embed_passages(["", "\ud800", "\x00", "rain " * 5_000, "雨"])
    assert np.isfinite(vectors).all()


def test_the_prompts_of_the_models_own_configuration_are_used(models: Path) -> None:
    plain, prompted = embedder(models, "static"), embedder(models, "prompted")
    np.testing.assert_allclose(prompted.embed_query("rain"), plain.embed_query("ask : rain"), atol=1e-6)
    np.testing.assert_allclose(prompted.embed_passages(["rain"]), plain.embed_passages(["rain"]), atol=1e-6)


def test_a_model_of_the_e5_family_gets_its_prefixes(models: Path) -> None:
    plain, e5 = embedder(models, "static"), embedder(models, "tiny-e5-test")
    np.testing.assert_allclose(e5.embed_query("rain"), plain.embed_query("query : rain"), atol=1e-6)
    np.testing.assert_allclose(e5.embed_passages(["rain"]), plain.embed_passages(["passage : rain"]), atol=1e-6)


def test_two_models_of_one_dimension_have_two_fingerprints_and_one_has_one(models: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    moved = tmp_path / "elsewhere" / "static"
    moved.symlink_to(models / "static")
    prints = {name: embedder(models, name).fingerprint for name in ("static", "other", "prompted", "tiny-e5-test")}
    assert len({value.split(":")[2] for value in prints.values()}) == 4
    assert SentenceTransformerEmbedder(str(moved)).fingerprint == prints["static"]
    assert prints["static"].startswith("sentence-transformers:static:")


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        ("intfloat/multilingual-e5-small", Prefixes("query: ", "passage: ")),
        ("e5-base-v2", Prefixes("query: ", "passage: ")),
        (
            "intfloat/multilingual-e5-large-instruct",
            Prefixes(
                "Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery: ", ""
            ),
        ),
        ("sentence-transformers/LaBSE", Prefixes()),
        ("org/make5-small", Prefixes()),
    ],
)
def test_prefixes_are_those_of_the_family(model: str, expected: Prefixes) -> None:
    assert prefixes(model) == expected


def unavailable(model: str, environ: dict[str, str]) -> str:
    started = time.monotonic()
    with pytest.raises(ModelUnavailable) as error:
        open_embedder(IndexSettings(embedding_model=model), environ)
    assert time.monotonic() - started < 20
    line = str(error.value)
    assert "\n" not in line
    assert model in line
    assert "unset CHORUS_EMBEDDING_MODEL to use the bundled model" in line
    return line


def test_a_model_that_is_not_cached_is_named_at_once_offline() -> None:
    assert "HF_HUB_OFFLINE" in unavailable("chorus-test/no-such-model", {"HF_HUB_OFFLINE": "1"})


def test_a_hub_that_does_not_answer_is_named_within_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    assert "http://127.0.0.1:9 cannot be reached" in unavailable("chorus-test/no-such-model", {})


def test_a_folder_that_is_missing_or_holds_no_model_is_named(tmp_path: Path) -> None:
    assert "there is no folder" in unavailable(str(tmp_path / "gone"), {})
    (tmp_path / "empty").mkdir()
    assert "cannot be loaded" in unavailable(str(tmp_path / "empty"), {})


def test_a_damaged_model_is_named(models: Path, tmp_path: Path) -> None:
    folder = tmp_path / "static"
    folder.mkdir()
    for path in (models / "static").iterdir():
        if path.is_file():
            (folder / path.name).write_bytes(path.read_bytes()[: 100 if path.suffix == ".safetensors" else None])
    assert "cannot be loaded" in unavailable(str(folder), {})


def test_code_that_comes_with_a_model_is_not_run(models: Path, tmp_path: Path) -> None:
    folder, mark = tmp_path / "trap", tmp_path / "ran"
    folder.mkdir()
    for path in (models / "static").iterdir():
        if path.is_file():
            (folder / path.name).write_bytes(path.read_bytes())
    (folder / "trap.py").write_text(f"open({str(mark)!r}, 'w')\nclass Trap: ...\n")
    (folder / "modules.json").write_text(json.dumps([{"idx": 0, "name": "0", "path": "", "type": "trap.Trap"}]))
    unavailable(str(folder), {})
    assert not mark.exists()


def test_a_local_model_opens_no_connection(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[Any] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _self, address: calls.append(address))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *address, **_: calls.append(address))
    embedder(models, "bert").embed_query("rain")
    assert calls == []


def test_the_seam_alone_imports_no_model_library() -> None:
    code = (
        "import sys; import index.embed, index.local_model, index.endpoint, index.load, index.split;"
        "print([m for m in ('torch', 'sentence_transformers', 'llama_index', 'httpx', 'yaml') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
