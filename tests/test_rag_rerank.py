from __future__ import annotations

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
        ModelUnavailable, match=r"reranker 'no/such-model' cannot be loaded: .*unset CHORUS_RERANKER"
    ) as told:
        Reranking(Fixed(), "no/such-model")
    assert "\n" not in str(told.value)
