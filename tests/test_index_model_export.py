import json
from pathlib import Path

import numpy as np
import pytest

from index.bundled import BundledEmbedder
from index.model.export import main

TEXTS = [
    "Why is Russia buying shells from North Korea?",
    "Kryeministri foli në Tiranë për ekonominë dhe 12,5 milionë euro.",
    "Ђоковић је победио у Београду.",
    "Đoković je pobedio u Beogradu.",
    "A kormány csütörtökön új törvényt fogadott el.",
    "Perché l'università è stata chiusa?",
    "snow 漢字 in Oslo",
    "漢字",
    "",
]


def test_sentence_transformers_gives_the_same_vectors_to_a_thousandth(tmp_path: Path):
    sentence_transformers = pytest.importorskip("sentence_transformers")
    main([str(tmp_path / "exported")])
    assert json.loads((tmp_path / "exported" / "modules.json").read_text())[0]["type"].endswith("StaticEmbedding")
    exported = sentence_transformers.SentenceTransformer(str(tmp_path / "exported"), device="cpu")
    theirs = exported.encode(TEXTS, show_progress_bar=False)
    assert np.abs(theirs - BundledEmbedder().embed_passages(TEXTS)).max() < 1e-3
