"""Text to vectors: one seam, three real embedders."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np


class Embedder(Protocol):
    """What the index needs of an embedding model.

    `fingerprint` names the model, its version and its dimension; an index built with another one is refused.
    """

    @property
    def fingerprint(self) -> str:
        """One line that changes whenever the vectors would."""
        ...

    @property
    def dim(self) -> int:
        """Numbers a vector."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> np.ndarray:
        """Embed passages or sentences: float32, shape (len(texts), dim), rows of length 1, or 0 for no known token."""
        ...

    def embed_query(self, text: str) -> np.ndarray:
        """Embed a question: float32, shape (dim,), of length 1, or 0 for no known token."""
        ...

    def count_tokens(self, text: str) -> int:
        """Count the model's own tokens, which is what a passage's size is measured in."""
        ...
