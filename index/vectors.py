"""Rows of float vectors as bytes: int8 with one float32 scale a row, a quarter of the space."""

from __future__ import annotations

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


def unpack_rows(packed: bytes, n: int, dim: int) -> np.ndarray:
    """Give back `n` packed rows as float32, shape (n, dim), of length 1 again where they were not 0."""
    scales = np.frombuffer(packed, np.float32, n)
    rows = np.frombuffer(packed, np.int8, n * dim, 4 * n).reshape(n, dim) * scales[:, None]
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    length[length == 0] = 1
    return np.asarray(rows / length, np.float32)
