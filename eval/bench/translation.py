"""How often a sentence's translation is the nearest of all: run `python -m eval.bench.translation FOLDER [TATOEBA]`.

FOLDER holds the `corpus.jsonl` of parallel sentences, whose ids are "<sentence>-<language>"; each direction is ranked
among the sentences of one language. TATOEBA is the file of held-out groups that training writes; each language is
searched among 1,000 English sentences. `--dims` measures the vectors cut to so many numbers as well.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from index.bundled import MODEL_FOLDER, BundledEmbedder
from index.terminal import guarded

POOL = 1_000
Embed = Callable[[Sequence[str]], np.ndarray]


def directions(corpus: Path, embed: Embed) -> dict[tuple[str, str], float]:
    """Share of sentences whose translation is nearest, for every ordered pair of languages."""
    texts: dict[str, dict[str, str]] = defaultdict(dict)
    for line in corpus.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        texts[record["language"]][record["_id"].rpartition("-")[0]] = record["text"]
    names = sorted(texts["en"])
    vectors = {language: embed([texts[language][name] for name in names]) for language in texts}
    return {
        (asked, held): float(np.mean((vectors[asked] @ vectors[held].T).argmax(axis=1) == np.arange(len(names))))
        for asked in vectors
        for held in vectors
        if asked != held
    }


def into_english(held_out: Path, embed: Embed) -> dict[str, tuple[float, int]]:
    """For each language, the share of sentences whose English is nearest among 1,000, and how many sentences."""
    groups = [json.loads(line) for line in held_out.read_text(encoding="utf-8").splitlines()]
    english = sorted({group["en"][0] for group in groups})
    figures = {}
    for language in ("sq", "sr", "hu", "it"):
        pairs = [(group[language][0], group["en"][0]) for group in groups if language in group][:POOL]
        own = list(dict.fromkeys(right for _, right in pairs))
        pool = own + [text for text in english if text not in set(own)][: POOL - len(own)]
        nearest = (embed([left for left, _ in pairs]) @ embed(pool).T).argmax(axis=1)
        hits = [pool[place] == right for place, (_, right) in zip(nearest, pairs, strict=True)]
        figures[language] = float(np.mean(hits)), len(hits)
    return figures


def cut(embed: Embed, dim: int) -> Embed:
    """The first numbers of each vector, again of length 1."""

    def shorter(texts: Sequence[str]) -> np.ndarray:
        vectors = embed(texts)[:, :dim]
        return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9))

    return shorter


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures in percent."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench.translation", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("tatoeba", type=Path, nargs="?")
    parser.add_argument("--model", type=Path, default=MODEL_FOLDER)
    parser.add_argument("--dims", type=int, nargs="*", default=[])
    options = parser.parse_args(arguments)
    embedder = BundledEmbedder(options.model)
    for dim in (embedder.dim, *options.dims):
        embed = cut(embedder.embed_passages, dim)
        found = directions(options.folder / "corpus.jsonl", embed)
        weakest = min(found, key=lambda pair: found[pair])
        english = [share for pair, share in found.items() if "en" in pair]
        print(f"{dim} numbers: {len(found)} directions, mean {100 * np.mean(list(found.values())):.1f}", end="")
        print(f", weakest {100 * found[weakest]:.1f} ({'→'.join(weakest)}), with English {100 * np.mean(english):.1f}")
        if options.tatoeba:
            for language, (share, count) in into_english(options.tatoeba, embed).items():
                print(f"    {language}→en {100 * share:.1f} of {count} sentences, among {POOL}")
        if dim == embedder.dim:
            for (asked, held), share in sorted(found.items()):
                print(f"    {asked}→{held} {100 * share:.1f}")


if __name__ == "__main__":
    sys.exit(guarded(main))
