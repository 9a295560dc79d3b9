"""The whole of the learning: in-batch negatives over a table of token vectors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from scipy.sparse import csr_array
from torch import Tensor

from index.model.train.batches import Bags, Batch, stack
from index.model.train.mix import Mix, Stage, Taught

DIM = 256
# The shorter vectors that must work by themselves (Matryoshka, arXiv 2205.13147).
SHORTER = (128, 64)
SCALE = 20.0  # a cosine difference of 0.1 is then a factor of e² in likelihood


class MeanOfTokens(torch.autograd.Function):
    """Text vectors as a sparse matrix times the table: one row a text, 1/length at each of its tokens.

    Its gradient is the transposed matrix times the gradient of the text vectors. On a CPU this is six times as fast
    as `torch.nn.EmbeddingBag`.
    """

    @staticmethod
    def forward(context: Any, table: Tensor, bags: csr_array) -> Tensor:
        """Text vectors, (texts, dim)."""
        context.bags = bags
        return torch.from_numpy(bags @ table.detach().numpy())

    @staticmethod
    def backward(context: Any, gradient: Tensor) -> tuple[Tensor, None]:
        """The gradient of the table."""
        return torch.from_numpy(context.bags.T.tocsr() @ gradient.numpy()), None


def mean_matrix(bags: Bags, vocabulary: int) -> csr_array:
    """Shape (texts, vocabulary); each row sums to 1."""
    lengths = np.maximum(np.diff(bags.starts), 1)
    shares = np.repeat((1.0 / lengths).astype(np.float32), np.diff(bags.starts))
    return csr_array((shares, bags.tokens, bags.starts), shape=(len(bags), vocabulary))


def embed(table: Tensor, bags: Bags) -> Tensor:
    """Text vectors before scaling to length 1; shape (texts, dim)."""
    vectors: Tensor = MeanOfTokens.apply(table, mean_matrix(bags, len(table)))  # type: ignore[no-untyped-call]
    return vectors


def translation_loss(left: Tensor, right: Tensor, equal: tuple[Tensor, Tensor], scale: float = SCALE) -> Tensor:
    """How hard it is to find each text's translation among all, looking from both sides (InfoNCE).

    :param equal: rows and columns (i, j), i ≠ j, where right text j is as good an answer to left text i as its own.
    """
    left, right = (torch.nn.functional.normalize(side, dim=1) for side in (left, right))
    # bfloat16 products: a hundredth of a cosine is enough here, and CPUs with matrix units are ten times as fast.
    odds = ((left * scale).bfloat16() @ right.bfloat16().T).float().exp()  # at most e²⁰: no overflow to guard against
    odds = odds.index_put(equal, torch.zeros(()))
    own = (left * right).sum(dim=1) * scale
    return (odds.sum(dim=1).log() + odds.sum(dim=0).log()).mean() / 2 - own.mean()


def equal_pairs(batch: Batch) -> tuple[Tensor, Tensor]:
    """Where another row of the batch holds the same text, off the diagonal."""
    sides = [
        (batch.left_same, batch.left_same),
        (batch.right_same, batch.right_same),
        (batch.left_same, batch.right_same),
    ]
    rows, columns = (np.concatenate(found) for found in zip(*(_matches(*side) for side in sides), strict=True))
    return torch.from_numpy(rows), torch.from_numpy(columns)


def _matches(left: np.ndarray, right: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """All (i, j) with left[i] == right[j] and i ≠ j, without comparing everything with everything."""
    order = np.argsort(right, kind="stable")
    begin, end = (np.searchsorted(right, left, side, sorter=order) for side in ("left", "right"))
    rows = np.repeat(np.arange(len(left)), end - begin)
    columns = order[np.arange(len(rows)) - np.repeat(np.cumsum(end - begin) - (end - begin), end - begin) + begin[rows]]
    return rows[rows != columns], columns[rows != columns]


def step_loss(table: Tensor, mix: Mix, stage: Stage, chance: np.random.Generator) -> Tensor:
    """The loss of one step: translations at the full width, in half of the steps at a shorter one, and the lesson."""
    batch = mix.batch(stage, chance)
    lesson, targets = mix.lesson(chance)
    # One matrix for all: the gradient of the table is as large as the table, and is made once.
    vectors = embed(table, stack(stack(batch.left, batch.right), lesson))
    left, right, learned = torch.split(vectors, [len(batch.left), len(batch.right), len(lesson)])
    equal = equal_pairs(batch)
    loss = translation_loss(left, right, equal)
    if chance.random() < 0.5:
        width = int(chance.choice(SHORTER))
        loss = loss + translation_loss(left[:, :width], right[:, :width], equal)
    likeness = torch.nn.functional.cosine_similarity(learned, torch.from_numpy(targets))
    total: Tensor = loss + stage.teacher * (1 - likeness).mean()
    return total


def turned(table: Tensor, taught: Taught) -> Tensor:
    """The table turned as a whole to where the teacher's vectors lie nearest (orthogonal Procrustes).

    No cosine between two texts changes by it; without it the lesson would first undo what was learned.
    """
    kind = taught.kind
    vectors = torch.nn.functional.normalize(embed(table.detach(), kind.bags.take(kind.first[:-1])), dim=1)
    left, _, right = torch.linalg.svd(vectors.T @ torch.from_numpy(taught.targets))
    around: Tensor = table.detach() @ (left @ right)
    return around


@dataclass
class Training:
    """A run that can be stopped and taken up again: the table, the optimiser's memory, the next step."""

    table: Tensor
    optimizer: torch.optim.Adam
    chance: np.random.Generator
    done: int = 0

    @staticmethod
    def begin(vocabulary: int, seed: int, dim: int = DIM) -> Training:
        """A table of small random vectors."""
        table = torch.randn(vocabulary, dim, generator=torch.Generator().manual_seed(seed)) * 0.1
        return Training.of(table, np.random.default_rng(seed))

    @staticmethod
    def of(table: Tensor, chance: np.random.Generator) -> Training:
        """A run that starts from given vectors."""
        table.requires_grad_(True)
        return Training(table, torch.optim.Adam([table], fused=True), chance)

    def again(self, stage: Stage, taught: Taught) -> Training:
        """A new stage from these vectors: the optimiser forgets, the step count starts over."""
        table = turned(self.table, taught) if stage.teacher else self.table.detach()
        return Training.of(table, self.chance)

    def save(self, path: Path) -> None:
        """Write all of it, the state of chance included; a killed write leaves the last file whole."""
        state = {"table": self.table.detach(), "optimizer": self.optimizer.state_dict(), "done": self.done}
        aside = path.with_suffix(".part")
        torch.save({**state, "chance": self.chance.bit_generator.state}, aside)
        aside.replace(path)

    @staticmethod
    def load(path: Path) -> Training:
        """Take up a run where it was saved."""
        state = torch.load(path, weights_only=False)
        chance = np.random.default_rng()
        chance.bit_generator.state = state["chance"]
        training = Training.of(state["table"], chance)
        training.optimizer.load_state_dict(state["optimizer"])
        training.done = state["done"]
        return training


def fit(training: Training, mix: Mix, stage: Stage) -> Iterator[float]:
    """Take the remaining steps of one stage; yields the loss of each."""
    while training.done < stage.steps:
        for settings in training.optimizer.param_groups:
            settings["lr"] = stage.rate_at(training.done)
        training.optimizer.zero_grad()
        loss = step_loss(training.table, mix, stage, training.chance)
        loss.backward()  # type: ignore[no-untyped-call]
        training.optimizer.step()
        training.done += 1
        yield loss.item()
