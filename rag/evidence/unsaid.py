"""Sentences that tell what was not said: "The minister did not say how many."

They speak of everything that is asked about, and answer only a question about a number or about the saying itself.
The table was written from grammars of the five languages; it is folded.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rag.asked import Asked, asked
from rag.words import words

_UNSAID = re.compile(
    r"\b(?:(?:did not|didn t|does not|has not|have not|would not|without) (?:say|specify\w*|disclos\w+|reveal\w*|giv\w+"
    r"|provid\w+|elaborat\w+|comment\w*|mention\w*|stat\w+|clarif\w+)|omitted|declined to|refused to (?:say|comment)"
    r"|nuk (?:specifik\w+|tha|dha|jep|japin|sqaro\w+|zbulo\w+|tregoi|permend\w*|saktes\w+)"
    r"|n(?:ije|isu) (?:preciz\w+|nave\w+|saopst\w+|otkri\w+|rek\w+|pomen\w+)"
    r"|non (?:ha|hanno) (?:specific\w+|precis\w+|forni\w+|rivel\w+|dett\w+|comunic\w+|chiari\w+)"
    r"|non (?:specific|precis|forni|rivel)\w+"
    r"|nem (?:reszletez|kozol|arul|ad|mond|pontosit|fed|ter)\w*)\b"
)


@lru_cache(maxsize=8192)
def tells_what_was_not_said(text: str) -> bool:
    """Whether a sentence, or a question, is about what somebody did not say."""
    return bool(_UNSAID.search(" ".join(words(text))))


def may_ask_what_was_not_said(question: str) -> bool:
    """Whether such a sentence may answer a question."""
    return asked(question) in {Asked.NUMBER, Asked.SHARE} or tells_what_was_not_said(question)
