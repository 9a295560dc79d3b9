"""Tokens broken in two now and then, so that a stem learns what its inflected forms mean.

"▁aeroporteve" is one token if it was frequent, and its parts are then never seen in its place; a rarer form of the word
is cut into those parts all the same. Broken by chance in training, the parts learn from the whole (after subword
regularisation, arXiv 1804.10959).
"""

from __future__ import annotations

import json

import numpy as np
from tokenizers import Tokenizer

from index.model.train.batches import Bags

SHORTEST = 4  # letters; what is shorter has no parts with a meaning


def halves(tokenizer: Tokenizer) -> np.ndarray:
    """The likeliest two tokens that spell each token, or (0, 0); shape (vocabulary, 2)."""
    vocabulary = json.loads(tokenizer.to_str())["model"]["vocab"]
    score = dict(vocabulary)
    number = {piece: place for place, (piece, _) in enumerate(vocabulary)}
    parts = np.zeros((len(vocabulary), 2), dtype=np.int32)
    for place, (piece, _) in enumerate(vocabulary):
        cuts = [
            (score[piece[:cut]] + score[piece[cut:]], cut)
            for cut in range(2, len(piece))
            if piece[:cut] in score and piece[cut:] in score
        ]
        if cuts and len(piece.lstrip("▁")) >= SHORTEST:
            cut = max(cuts)[1]
            parts[place] = number[piece[:cut]], number[piece[cut:]]
    return parts


def broken(bags: Bags, parts: np.ndarray, share: float, chance: np.random.Generator) -> Bags:
    """The bags with so large a share of their tokens, where they can be, in two."""
    in_two = (chance.random(len(bags.tokens)) < share) & (parts[bags.tokens, 0] > 0)
    sizes = 1 + in_two
    place = np.cumsum(sizes) - sizes
    tokens = np.empty(sizes.sum(), dtype=bags.tokens.dtype)
    tokens[place] = np.where(in_two, parts[bags.tokens, 0], bags.tokens)
    tokens[place[in_two] + 1] = parts[bags.tokens[in_two], 1]
    return Bags(tokens, np.concatenate([[0], np.cumsum(sizes)])[bags.starts])
