"""Questions and answers: from a question to claims that are cited and checked.

    from rag import open_pipeline
    answer = open_pipeline().ask("Why is Russia buying weapons from North Korea?")

What stands here is imported only when it is used, so that `python -m rag.ask --help` imports nothing heavy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rag.answer_json import to_json
    from rag.conversation import Conversation
    from rag.llama import as_llama_index_retriever
    from rag.pipeline import Pipeline, open_pipeline
    from rag.records import Answer, Citation, Claim
    from rag.render import to_markdown, to_text
    from rag.settings import RagSettings

_HOME = {
    "Answer": "rag.records",
    "Citation": "rag.records",
    "Claim": "rag.records",
    "Conversation": "rag.conversation",
    "Pipeline": "rag.pipeline",
    "RagSettings": "rag.settings",
    "as_llama_index_retriever": "rag.llama",
    "open_pipeline": "rag.pipeline",
    "to_json": "rag.answer_json",
    "to_markdown": "rag.render",
    "to_text": "rag.render",
}
__all__ = [
    "Answer",
    "Citation",
    "Claim",
    "Conversation",
    "Pipeline",
    "RagSettings",
    "as_llama_index_retriever",
    "open_pipeline",
    "to_json",
    "to_markdown",
    "to_text",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'rag' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
