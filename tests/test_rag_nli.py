from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.errors import ModelUnavailable
from rag.verify.nli import EntailmentModel

LABELS = {0: "contradiction", 1: "ENTAILMENT", 2: "neutral"}


def cross_encoder(folder: Path, labels: dict[int, str]) -> Path:
    """A real cross-encoder with random weights, saved as sentence-transformers saves one."""
    from sentence_transformers import CrossEncoder
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "rain", "snow", "fell", "in", "oslo", "."]
    (folder / "vocab.txt").write_text("\n".join(words))
    size = BertConfig(
        vocab_size=len(words),
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        id2label=labels,
        label2id={name: number for number, name in labels.items()},
    )
    BertForSequenceClassification(size).save_pretrained(folder)
    BertTokenizerFast(vocab=str(folder / "vocab.txt")).save_pretrained(folder)
    CrossEncoder(str(folder)).save_pretrained(str(folder / "saved"))
    return folder / "saved"


def test_the_probability_is_that_of_the_label_named_entailment(tmp_path: Path) -> None:
    from sentence_transformers import CrossEncoder

    saved = cross_encoder(tmp_path, LABELS)
    shares = CrossEncoder(str(saved)).predict([("snow fell in oslo .", "snow fell .")], apply_softmax=True)[0]
    found = EntailmentModel(str(saved)).entailed("snow fell in oslo .", "snow fell .")
    assert found == pytest.approx(float(shares[1]), abs=1e-5)
    assert np.isfinite(found)


@pytest.mark.parametrize("labels", [{0: "LABEL_0", 1: "LABEL_1", 2: "LABEL_2"}, {0: "relevant"}])
def test_a_model_that_was_not_trained_for_entailment_is_refused_in_one_line(
    tmp_path: Path, labels: dict[int, str]
) -> None:
    saved = cross_encoder(tmp_path, labels)
    with pytest.raises(ModelUnavailable, match=r"no label for entailment .*CHORUS_NLI_MODEL, or unset it") as told:
        EntailmentModel(str(saved))
    assert "\n" not in str(told.value)


def test_a_folder_that_is_not_there_is_named() -> None:
    with pytest.raises(ModelUnavailable, match=r"there is no folder ./nowhere; correct CHORUS_NLI_MODEL"):
        EntailmentModel("./nowhere")
