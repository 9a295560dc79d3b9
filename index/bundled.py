"""The embedder that ships with Chorus: one vector a token, the mean of a text's tokens, scaled to length 1.

numpy and tokenizers only: no torch, no download. How it was trained is in `index/model/`.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import ModelUnavailable

if TYPE_CHECKING:
    import numpy as np
    from tokenizers import Tokenizer

MODEL_FOLDER = Path(__file__).parent / "model"
NAME = "chorus-static-v1"

# A 1 MB line is cut into parts of this many characters: tokenizing is then linear in time and memory, and as a mean
# of tokens has no order, the vector is the same but for the token that a cut goes through.
_PART = 10_000
_LINE = 1_000  # characters; in longer lines a word takes a fifth longer
_BATCH = 256
_MOST_WORDS = 100_000
_LONGEST_WORD = 40
WORD_PIECE = 4
"""Letters of a piece from which it tells of a word: "drone" of "dronët", none of "asdfgh"."""


class BundledEmbedder:
    """Unit vectors for texts in English, Albanian, Serbian, Hungarian and Italian.

    A text without a known token (empty, or in an unknown script only) gets the zero vector, which is as near to
    every text as to any other. No input raises: what UTF-8 cannot encode is left out.

    :raises ModelUnavailable: a model file is missing or damaged; the message names it.
    """

    def __init__(self, folder: Path = MODEL_FOLDER) -> None:
        import numpy as np

        self._weights, self._scales, self._tokenizer, stamp = _read(*_files(folder))
        self.dim: int = self._weights.shape[1]
        self.fingerprint: str = f"{NAME}:{stamp}:{self.dim}"
        self._np = np
        self._known: dict[str, list[int]] = {}
        self._telling: dict[int, bool] = {}

    def embed_passages(self, texts: Sequence[str]) -> np.ndarray:
        """Embed texts in input order.

        :return: float32, shape (len(texts), dim); rows of length 1, or of zeros where no token is known.
        """
        numpy = self._np
        vectors = numpy.zeros((len(texts), self.dim), dtype=numpy.float32)
        for start in range(0, len(texts), _BATCH):
            for row, ids in enumerate(self._token_ids(texts[start : start + _BATCH]), start):
                if ids:
                    # int8 rows are picked first and made float after: 4 bytes a number only for what is used.
                    vectors[row] = self._scales[ids] @ self._weights[ids]
        lengths = numpy.linalg.norm(vectors, axis=1, keepdims=True)
        unit: np.ndarray = vectors / numpy.where(lengths > 0, lengths, 1)
        return unit

    def embed_query(self, text: str) -> np.ndarray:
        """Embed a question: float32, shape (dim,). Questions and passages are embedded alike."""
        vector: np.ndarray = self.embed_passages([text])[0]
        return vector

    def embed_words(self, words: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        """Embed single words, and say how much each means.

        :return: unit vectors, float32 (len(words), dim), and the lengths of the sums of their tokens' vectors, float32
            (len(words),): training made "the" short and names long, so a length is a word's weight in a text.
        """
        np = self._np
        sums = np.zeros((len(words), self.dim), dtype=np.float32)
        for row, ids in enumerate(self._token_ids(words)):
            if ids:
                sums[row] = self._scales[ids] @ self._weights[ids]
        lengths = np.linalg.norm(sums, axis=1)
        return sums / np.where(lengths > 0, lengths, 1)[:, None], lengths

    def known(self, words: Sequence[str]) -> list[bool]:
        """Whether each word has a piece of `WORD_PIECE` letters; others are cut to crumbs that mean anything."""
        return [any(map(self._tells, ids)) for ids in self._token_ids(words)]

    def _tells(self, token: int) -> bool:
        told = self._telling.get(token)
        if told is None:
            piece = self._tokenizer.id_to_token(token) or ""
            told = self._telling[token] = len(piece.lstrip("▁")) >= WORD_PIECE
        return told

    def count_tokens(self, text: str) -> int:
        """How many of the model's tokens a text has."""
        return len(next(self._token_ids([text])))

    def _token_ids(self, texts: Sequence[str]) -> Iterator[list[int]]:
        """Look words up that were cut before: the tokenizer ends a token at every space, so a word's ids stay its own.

        News repeats its words: this takes a fifth of the time of the tokenizer, which sees each text three times.
        """
        # A full memo is replaced, not emptied: another thread may be reading it.
        known = self._known = self._known if len(self._known) < _MOST_WORDS else {}
        split = [_encodable(text).split(" ") for text in texts]
        new = [word for word in dict.fromkeys(chain.from_iterable(split)) if word not in known]
        ids = dict(zip(new, self._ids_of(new), strict=True)) if new else {}
        known.update((word, found) for word, found in ids.items() if len(word) <= _LONGEST_WORD)
        for text in split:
            yield [token for word in text for token in (ids[word] if word in ids else known[word])]

    def _ids_of(self, words: Sequence[str]) -> Iterator[list[int]]:
        """The tokens of words without a space, many in one text: to begin a text costs as much as two words."""
        parts = [(number, word[i : i + _PART]) for number, word in enumerate(words) for i in range(0, len(word), _PART)]
        ids: list[list[int]] = [[] for _ in words]
        for some in _lines(parts):
            starts = [0, *accumulate(len(part) + 1 for _, part in some)]
            encoded = self._tokenizer.encode(" ".join(part for _, part in some), add_special_tokens=False)
            for token, (start, _) in zip(encoded.ids, encoded.offsets, strict=True):
                ids[some[bisect_right(starts, start) - 1][0]].append(token)
        yield from ids


def _lines(parts: Sequence[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Numbered parts of words in lines of about `_LINE` characters."""
    line: list[tuple[int, str]] = []
    length = 0
    for number, part in parts:
        if line and length + len(part) > _LINE:
            yield line
            line, length = [], 0
        line.append((number, part))
        length += len(part) + 1
    if line:
        yield line


def _files(folder: Path) -> tuple[Path, Path, tuple[int, ...]]:
    """The files of a model, and what tells whether they were changed."""
    weights, tokenizer = folder / "model.safetensors", folder / "tokenizer.json"
    found = [path.stat() for path in (weights, tokenizer) if path.exists()]
    return weights, tokenizer, tuple(number for one in found for number in (one.st_mtime_ns, one.st_size))


# A page whose visitors add articles opens the embedder for each of them: 0.2 s and 60 MB.
@lru_cache(maxsize=1)
def _read(
    weights_file: Path, tokenizer_file: Path, _state: tuple[int, ...]
) -> tuple[np.ndarray, np.ndarray, Tokenizer, str]:
    """Read a model: int8 weights, their scales, its tokenizer, and a short digest of both files.

    :raises ModelUnavailable: a file is missing or damaged.
    """
    weights, scales, digest = read_weights(weights_file)
    tokenizer, tokenizer_digest = read_tokenizer(tokenizer_file, len(weights))
    return weights, scales, tokenizer, hashlib.sha256(digest + tokenizer_digest).hexdigest()[:12]


def _encodable(text: str) -> str:
    """The text without unpaired surrogates: the tokenizer takes UTF-8."""
    return text if text.isascii() else text.encode("utf-8", "ignore").decode("utf-8")


def read_weights(path: Path) -> tuple[np.ndarray, np.ndarray, bytes]:
    """Read int8 weights (tokens, dim), float32 scales (tokens,), and the digest of the file.

    :raises ModelUnavailable: the file is missing or damaged.
    """
    import numpy as np
    from safetensors.numpy import load

    try:
        data = path.read_bytes()
        tensors = load(data)
        weights, scales = tensors["weights"], tensors["scales"]
        if (
            weights.ndim != 2
            or weights.dtype != np.int8
            or scales.shape != weights.shape[:1]
            or not np.isfinite(scales).all()
        ):
            raise ValueError("not int8 weights with one scale a row")
    except Exception as error:  # safetensors raises its own type, and TypeError or KeyError on a damaged header
        raise _unavailable(path, error) from error
    return weights, scales.astype(np.float32), hashlib.sha256(data).digest()


def read_tokenizer(path: Path, tokens: int) -> tuple[Tokenizer, bytes]:
    """Read the tokenizer of a table of so many tokens, and the digest of its file.

    :raises ModelUnavailable: the file is missing, damaged, or belongs to another table.
    """
    from tokenizers import Tokenizer

    try:
        data = path.read_bytes()
        tokenizer = Tokenizer.from_buffer(data)
        if tokenizer.get_vocab_size() != tokens:
            raise ValueError(f"{tokenizer.get_vocab_size()} tokens for {tokens} rows of weights")
    except Exception as error:  # tokenizers raises bare Exception on a damaged file
        raise _unavailable(path, error) from error
    return tokenizer, hashlib.sha256(data).digest()


def _unavailable(path: Path, error: Exception) -> ModelUnavailable:
    reason = "is missing" if isinstance(error, FileNotFoundError) else f"cannot be read ({error})"
    return ModelUnavailable(f"{path} {reason}; install Chorus again, or name another CHORUS_EMBEDDING_MODEL")
