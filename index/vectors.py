"""Rows of float vectors as bytes: int8 with one float32 scale a row, a quarter of the space."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def pack_rows(rows: np.ndarray) -> bytes:
    """Pack float rows, shape (n, dim), as n float32 scales followed by n * dim int8 values."""
    rows = np.atleast_2d(np.asarray(rows, np.float32))
    if not rows.size:
        return b""
    scales = np.abs(rows).max(axis=1) / 127
    scales[scales == 0] = 1
    values = np.rint(rows / scales[:, None]).astype(np.int8)
    return bytes(scales.astype(np.float32).tobytes() + values.tobytes())


def unpack_rows(packed: Sequence[bytes], dim: int) -> list[np.ndarray]:
    """Give back each pack as float32, shape (its rows, dim), rows of length 1 again where they were not 0.

    All packs at once: 300 of them one by one take several times as long.
    """
    counts = [len(pack) // (4 + dim) for pack in packed]
    scales = np.frombuffer(b"".join(p[: 4 * n] for p, n in zip(packed, counts, strict=True)), np.float32)
    values = np.frombuffer(b"".join(p[4 * n :] for p, n in zip(packed, counts, strict=True)), np.int8)
    rows = values.reshape(-1, dim) * scales[:, None]
    length = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    length[length == 0] = 1
    rows /= length[:, None]
    ends = np.cumsum(counts)
    return [rows[end - n : end] for n, end in zip(counts, ends.tolist(), strict=True)]
