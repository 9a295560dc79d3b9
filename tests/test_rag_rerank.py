from __future__ import annotations

import socket
from pathlib import Path

import numpy as np
import pytest

from index.errors import ModelUnavailable
from index.records import Filter
from rag.records import Hit, Query
from rag.rerank import Reranking
from tests.builders import hit

HITS = [hit(text, article=name) for name, text in (("a", "Rain fell."), ("b", "Snow fell in Oslo."), ("c", "Sun."))]


class Fixed:
    """A retriever that always finds the same."""

    def retrieve(self, query: Query, k: int, where: Filter = Filter()) -> list[Hit]:
        return HITS[:k]


@pytest.fixture(scope="module")
def cross_encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real cross-encoder with random weights, saved as sentence-transformers saves one."""
    from sentence_transformers import CrossEncoder
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    folder = tmp_path_factory.mktemp("cross-encoder")
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "rain", "snow", "sun", "fell", "in", "oslo", "where", "."]
    (folder / "vocab.txt").write_text("\n".join(words))
    tokenizer = BertTokenizerFast(vocab=str(folder / "vocab.txt"))
    size = BertConfig(
        vocab_size=len(words),
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        num_labels=1,
    )
    BertForSequenceClassification(size).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    CrossEncoder(str(folder)).save_pretrained(str(folder / "saved"))
    return folder / "saved"


def test_passages_come_in_the_order_of_the_cross_encoder(cross_encoder: Path) -> None:
    from sentence_transformers import CrossEncoder

    found = Reranking(Fixed(), str(cross_encoder)).retrieve(Query("where snow", "en", np.zeros(2)), 2)
    judged = CrossEncoder(str(cross_encoder)).predict([("where snow", one.passage.text) for one in HITS])
    expected = [HITS[place].article.id for place in np.argsort(-judged)[:2]]
    assert [one.article.id for one in found] == expected
    assert [one.score for one in found] == pytest.approx(sorted(judged, reverse=True)[:2])
    assert "reranker" in found[0].legs


def test_a_reranker_that_cannot_be_had_is_one_line_that_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    # What HF_HUB_OFFLINE=1 sets when the library is imported, which another test may have done: no hub is asked.
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(
        ModelUnavailable,
        match=r"reranker no/such-model is not in the local cache.*unset CHORUS_RERANKER",
    ) as told:
        Reranking(Fixed(), "no/such-model")
    assert "\n" not in str(told.value)


def test_a_hub_that_does_not_answer_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The libraries below ask for each file, five times over, with a line for each."""
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        monkeypatch.setenv("HF_ENDPOINT", f"http://127.0.0.1:{closed.getsockname()[1]}")
        with pytest.raises(ModelUnavailable, match=r"the reranker no/such-model .*cannot be reached.*CHORUS_RERANKER"):
            Reranking(Fixed(), "no/such-model")


@pytest.mark.parametrize("name", ["./nowhere", "/no/folder"])
def test_a_reranker_folder_that_is_not_there_is_named(name: str) -> None:
    with pytest.raises(ModelUnavailable, match=rf"there is no folder {name}; correct CHORUS_RERANKER"):
        Reranking(Fixed(), name)
