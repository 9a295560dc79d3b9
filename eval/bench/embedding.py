"""The bundled embedder by itself, on one core: python -m eval.bench.embedding    (prints JSON)."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

from eval.bench.corpus import articles
from index.sentences import sentence_spans

_ARTICLES = 400


def main() -> None:
    """Measure load time, sentences a second and size on disk."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    import index
    from index.embed import open_embedder
    from index.settings import IndexSettings

    made = list(articles(_ARTICLES))
    sentences = [one.text[a:b] for one in made for a, b in sentence_spans(one.text, one.language)]
    started = time.perf_counter()
    embedder = open_embedder(IndexSettings(), {})
    embedder.embed_query("Why?")
    load_s = time.perf_counter() - started
    embedder.embed_passages(sentences[:500])
    started = time.perf_counter()
    embedder.embed_passages(sentences)
    a_second = len(sentences) / (time.perf_counter() - started)
    model = Path(index.__file__).parent / "model"
    size = sum(path.stat().st_size for path in model.glob("*") if path.suffix in {".safetensors", ".json"})
    found = {"fingerprint": embedder.fingerprint, "load_s": round(load_s, 3), "sentences": len(sentences)}
    print(json.dumps(found | {"sentences_a_second": round(a_second), "size_mb": round(size / 1e6, 1)}))


if __name__ == "__main__":
    main()
