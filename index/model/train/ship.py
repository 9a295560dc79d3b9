"""Trained vectors → the files that Chorus loads: int8 with one scale a row, and the tokenizer."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from safetensors.numpy import save_file
from tokenizers import Tokenizer

from index.model.train.tokenizer import UNKNOWN, WORD_BOUNDARY


def ship(table: np.ndarray, tokenizer: Tokenizer, folder: Path) -> None:
    """Write `model.safetensors` (`weights` int8 (tokens, dim), `scales` float32 (tokens,)) and `tokenizer.json`.

    The unknown token and the bare word boundary get zero vectors: text in a script the model never saw is nowhere,
    not somewhere by chance.
    """
    table = table.astype(np.float32)
    for silent in (UNKNOWN, WORD_BOUNDARY):
        table[tokenizer.token_to_id(silent)] = 0
    largest = np.abs(table).max(axis=1)
    scales = np.where(largest > 0, largest / 127, 1).astype(np.float32)
    weights = np.rint(table / scales[:, None]).astype(np.int8)
    folder.mkdir(parents=True, exist_ok=True)
    save_file({"weights": weights, "scales": scales}, folder / "model.safetensors")
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
