"""What the words of a question for who reported first are met by: a sentence that says so, in whatever words.

"Which outlet broke the story?" is answered by "first reported by Radio Golfo", and so is "where does the news come
from?", though hardly a word of either is met by it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from index.fold import fold
from index.patterns import lazy
from rag.agree.among_tables import FIRST, TOLD
from rag.records import Hit, Query
from rag.verify.cues import grammar
from rag.words import Alignment

_NEWS = (
    r"story|news|scoop|information|report|outlet|newspaper|paper|media|source"
    r"|lajm\w*|informacion\w*|burim\w*|gazet\w*|media\w*|medium\w*"
    r"|vest\w*|vijest\w*|informacij\w*|podat\w*|izvor\w*|list|medij\w*"
    r"|notizi\w*|informazion\w*|fonte|giornale|testata|storia"
    r"|hir\w*|ertesules\w*|informacio\w*|forras\w*|lap|ujsag\w*"
)
_FROM = lazy(rf"\b(?:where|nga (?:ku|vjen|vijne)|prej ku|odakle|otkud|(?:da|di) dove|honnan)\b.*\b(?:{_NEWS})\b")
"""The origin of the news is asked for, not of what the news is about."""
_BROKE = lazy(rf"\b(?:broke|breaks|break|uncovered) (?:\w+ ){{1,3}}?(?:{_NEWS})\b|\bscoop\b")
_WORDS = lazy(rf"(?:{'|'.join((_NEWS, *TOLD.values()))}|broke|first|come|comes|vjen|vijne|dolazi|arriva|viene|jon)")
_FIRSTS = lazy(r"first|pari|para|pare|prv\w+|prim\w+|elso\w*|eloszor")


def with_first_reports(alignment: Alignment, query: Query, found: Sequence[tuple[Hit, int, str]]) -> Alignment:
    """An alignment in which a question's words for reporting first are met by sentences that tell who did.

    :param found: the sentences that are aligned: hit, place in its passage, text.
    """
    if not asks_who_was_first(query.text, query.language):
        return alignment
    rows = alignment.rows(lambda term: _WORDS.fullmatch(term) or _FIRSTS.fullmatch(term))
    told = np.array([tells_who_was_first(text, hit.article.language) for hit, _, text in found], dtype=np.float32)
    return alignment.raised(rows, told)


def asks_who_was_first(question: str, language: str) -> bool:
    """Whether a question asks who reported the matter first, or where the news of it comes from."""
    text = fold(question)
    return tells_who_was_first(question, language) or bool(_BROKE.search(text) or _FROM.search(text))


@lru_cache(maxsize=4096)
def tells_who_was_first(text: str, language: str) -> bool:
    """Whether a sentence says of somebody that they reported first."""
    pattern = FIRST.get(grammar(language))
    return pattern is not None and bool(pattern.search(fold(text)))
