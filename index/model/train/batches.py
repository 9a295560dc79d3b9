"""Batches of translation pairs, as token ids.

All text is tokenized once and kept as one flat array. A batch comes from one kind of text, and each of its pairs is
in two languages drawn by chance, so that every question ("which of these is the translation?") has candidates in all
languages: a model that only told languages apart would gain nothing by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from index.model.train.text import LANGUAGES, Group
from index.model.train.tokenizer import UNKNOWN, WORD_BOUNDARY

MAX_TOKENS = 192
_CHUNK = 20_000


@dataclass(frozen=True)
class Bags:
    """Texts as bags of tokens: text i has the ids `tokens[starts[i]:starts[i + 1]]`."""

    tokens: np.ndarray
    starts: np.ndarray

    def take(self, rows: np.ndarray) -> Bags:
        """The bags of some rows, in that order."""
        lengths = self.starts[rows + 1] - self.starts[rows]
        starts = np.concatenate([[0], np.cumsum(lengths)])
        places = np.arange(starts[-1]) + np.repeat(self.starts[rows] - starts[:-1], lengths)
        return Bags(self.tokens[places], starts)

    def __len__(self) -> int:
        """How many texts there are."""
        return len(self.starts) - 1


def stack(above: Bags, below: Bags) -> Bags:
    """The rows of both, one after the other."""
    starts = np.concatenate([above.starts, below.starts[1:] + above.starts[-1]])
    return Bags(np.concatenate([above.tokens, below.tokens]), starts)


@dataclass(frozen=True)
class Kind:
    """All groups of one kind. Group g has the texts `first[g]` to `first[g + 1]`, sorted by language.

    `language` and `same` have one entry a text; texts with equal tokens have equal `same`, wherever they stand.
    """

    bags: Bags
    first: np.ndarray
    language: np.ndarray
    same: np.ndarray

    @property
    def groups(self) -> int:
        """How many groups there are."""
        return len(self.first) - 1


@dataclass(frozen=True)
class Batch:
    """Pairs of texts that say the same: row i of both sides. `left_same`, `right_same` tell equal texts."""

    left: Bags
    right: Bags
    left_same: np.ndarray
    right_same: np.ndarray


def tokenize(texts: Sequence[str], tokenizer: Tokenizer) -> Bags:
    """Token ids of each text, cut at `MAX_TOKENS`.

    Unknown characters and bare word boundaries are left out: their vectors are to be zero.
    """
    silent = np.array([tokenizer.token_to_id(UNKNOWN), tokenizer.token_to_id(WORD_BOUNDARY)])
    parts, lengths = [], []
    for start in range(0, len(texts), _CHUNK):
        for encoding in tokenizer.encode_batch_fast(list(texts[start : start + _CHUNK]), add_special_tokens=False):
            ids = np.array(encoding.ids[:MAX_TOKENS], dtype=np.int32)
            ids = ids[~np.isin(ids, silent)]
            parts.append(ids)
            lengths.append(len(ids))
    return Bags(np.concatenate(parts), np.concatenate([[0], np.cumsum(lengths)]))


def as_kind(groups: Iterable[Group], tokenizer: Tokenizer) -> Kind:
    """Groups as arrays; a group with one text only is left out."""
    texts: list[str] = []
    language: list[int] = []
    first = [0]
    for group in groups:
        rows = [(LANGUAGES.index(code), text) for code in sorted(group.texts) for text in group.texts[code]]
        if len(rows) > 1:
            texts.extend(text for _, text in rows)
            language.extend(code for code, _ in rows)
            first.append(len(texts))
    bags = tokenize(texts, tokenizer)
    same = np.array([hash(bags.tokens[a:b].tobytes()) for a, b in zip(bags.starts[:-1], bags.starts[1:], strict=True)])
    return Kind(bags, np.array(first), np.array(language), same)


def draw(kind: Kind, size: int, chance: np.random.Generator, window: int = 1) -> Batch:
    """A batch of at most `size` pairs, each of another group and, where the group allows, in two languages.

    :param window: so many groups are taken from each place of the file. Neighbours there share first words, a package
        or a chapter, so they are hard to tell apart.
    """
    places = chance.choice(kind.groups // window, size=min(size, kind.groups) // window, replace=False)
    groups = (places[:, None] * window + np.arange(window)).ravel()
    first, count = kind.first[groups], kind.first[groups + 1] - kind.first[groups]
    left = first + (chance.random(len(groups)) * count).astype(np.int64)
    right = first + (chance.random(len(groups)) * count).astype(np.int64)
    for _ in range(8):
        again = kind.language[left] == kind.language[right]
        right[again] = (first + (chance.random(len(groups)) * count).astype(np.int64))[again]
    lengths = np.diff(kind.bags.starts)
    kept = (kind.same[left] != kind.same[right]) & (lengths[left] > 0) & (lengths[right] > 0)
    left, right = left[kept], right[kept]
    return Batch(kind.bags.take(left), kind.bags.take(right), kind.same[left], kind.same[right])
