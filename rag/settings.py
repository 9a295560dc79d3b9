"""What a question is answered with: read once at an entry point and passed down as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from index.settings import IndexSettings, switch, whole

MAX_QUESTION_CHARACTERS = 2_000
"""A longer question is refused before it is embedded; the longest of 1,190 XQuAD questions has 200 characters."""
MOST = 1_000
"""The most passages, or words of an answer, that may be asked for."""


@dataclass(frozen=True, slots=True)
class RagSettings:
    """The settings of retrieval and of the answer.

    `top_k` passages reach the answer step; `max_words` bounds an extractive answer, whose first sentence is whole;
    `reranker` names a sentence-transformers cross-encoder, "" for none. `llm` names the language model that writes the
    answer, "" for an extractive one; `nli_model` a cross-encoder trained for entailment that checks claims too, "" for
    none. `translate_query` lets the language model put the question into the languages of the articles to search with.
    """

    index: IndexSettings = field(default_factory=IndexSettings)
    top_k: int = 12
    max_words: int = 120
    reranker: str = ""
    llm: str = ""
    nli_model: str = ""
    translate_query: bool = False

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> RagSettings:
        """Read the `CHORUS_*` variables.

        :raises UsageError: a variable that should be a number or a switch is none, or is out of range.
        """
        return cls(
            index=IndexSettings.from_env(environ),
            top_k=whole(environ, "CHORUS_TOP_K", 12, at_least=1, at_most=MOST),
            max_words=whole(environ, "CHORUS_MAX_WORDS", 120, at_least=1, at_most=MOST),
            reranker=environ.get("CHORUS_RERANKER", ""),
            llm=environ.get("CHORUS_LLM", ""),
            nli_model=environ.get("CHORUS_NLI_MODEL", ""),
            translate_query=switch(environ, "CHORUS_LLM_TRANSLATE_QUERY"),
        )
