"""Write the bundled model as a sentence-transformers model: `python -m index.model.export DIR`.

What comes out is a `StaticEmbedding` and a `Normalize` module with float32 weights; it gives the vectors that
`BundledEmbedder` gives, and trains on with sentence-transformers.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from index.bundled import MODEL_FOLDER, read_tokenizer, read_weights


def export(folder: Path, model: Path = MODEL_FOLDER) -> None:
    """Write a folder that `SentenceTransformer(folder)` loads.

    :raises ModelUnavailable: the bundled files are missing or damaged.
    """
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import (  # type: ignore[import-not-found, unused-ignore]  # an alias in 6
        Normalize,
        StaticEmbedding,
    )

    weights, scales, _ = read_weights(model / "model.safetensors")
    tokenizer, _ = read_tokenizer(model / "tokenizer.json", len(weights))
    table = torch.from_numpy(weights.astype("float32") * scales[:, None])
    modules = [StaticEmbedding(tokenizer, embedding_weights=table), Normalize()]
    SentenceTransformer(modules=modules, device="cpu").save(str(folder))


def main(arguments: Sequence[str] | None = None) -> None:
    """Export to the folder named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m index.model.export", description=__doc__)
    parser.add_argument("folder", type=Path, help="where to write the sentence-transformers model")
    options = parser.parse_args(arguments)
    export(options.folder)
    print(options.folder)


if __name__ == "__main__":
    main()
