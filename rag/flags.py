"""The flags of a question that every command which answers one takes, each for its `CHORUS_*` variable."""

from __future__ import annotations

import argparse
import os

from index.settings import add_store_flags
from rag.settings import MOST

_VARIABLES = {
    "CHORUS_STORE": "store",
    "CHORUS_CHROMA_URL": "chroma_url",
    "CHORUS_EMBEDDING_MODEL": "embedding_model",
    "CHORUS_RERANKER": "reranker",
    "CHORUS_LLM": "llm",
    "CHORUS_NLI_MODEL": "nli_model",
    "CHORUS_TOP_K": "top_k",
    "CHORUS_MAX_WORDS": "max_words",
}


def add_flags(parser: argparse.ArgumentParser) -> None:
    """Add them to a command's own."""
    parser.add_argument("--top-k", type=_count, metavar="N", help="passages that reach the answer step")
    parser.add_argument(
        "--max-words",
        type=_count,
        metavar="N",
        help="longest extractive answer; its first sentence is whole",
    )
    add_store_flags(parser)
    parser.add_argument("--reranker", metavar="NAME", help="cross-encoder that reorders the passages")
    parser.add_argument("--llm", metavar="SPEC", help="language model that writes the answer, as openai-like:MODEL@URL")
    parser.add_argument("--nli-model", metavar="NAME", help="cross-encoder for entailment that checks claims too")


def given(arguments: argparse.Namespace) -> dict[str, object]:
    """What was given, by the variable it stands for; None for what was not."""
    return {variable: getattr(arguments, name) for variable, name in _VARIABLES.items()}


def one_blas_thread() -> None:
    """Let numpy multiply in one thread, unless the environment says otherwise; call it before numpy is imported.

    The matrices are small: a second thread costs a tenth of a cold question's CPU time and answers no sooner, and where
    other work waits for a processor the two wait for each other, at three times the CPU time.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text[:9]) <= MOST:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to {MOST}")
    return int(text)
