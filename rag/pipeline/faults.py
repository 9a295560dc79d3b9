"""What is wrong with a question that cannot be answered as it stands."""

from __future__ import annotations

from index.errors import UsageError
from rag.followup import says_nothing
from rag.overview import asks_for_all
from rag.records import Query
from rag.settings import MAX_QUESTION_CHARACTERS
from rag.wording import say

READ_CHARACTERS = 4 * MAX_QUESTION_CHARACTERS
"""Of an endless question only the beginning is read."""


def as_text(question: object) -> str:
    """A question as it was handed over.

    :raises UsageError: it is no text.
    """
    if not isinstance(question, str):
        raise UsageError(f"a question is text, not {type(question).__name__}: {str(question)[:80]}")
    return question


def fault_of(query: Query, written: int) -> str:
    """What is wrong with a question of so many characters, in its language; "" for nothing."""
    limit = MAX_QUESTION_CHARACTERS
    if written > READ_CHARACTERS:
        # Its length is not told: whoever handed it over may have read no more of it either.
        return say("far_too_long", query.language, query.text, read=READ_CHARACTERS, limit=limit)
    if len(query.text) > limit:
        return say("too_long", query.language, query.text, length=len(query.text), limit=limit)
    if not any(letter.isalnum() for letter in query.asked):
        return say("no_question", query.language, query.text)
    if not query.carried and says_nothing(query.text, query.language) and not asks_for_all(query.text):
        return say("no_whole_question", query.language, query.text)
    return ""
