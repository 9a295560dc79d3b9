"""What an act in a question is met by: a sentence that tells of it, in whatever word and language."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rag.evidence.acts import acts, words_of_acts
from rag.records import Hit, Query
from rag.words import Alignment

MET = 0.8
"""How far the word for an act is met at least by a sentence that tells of the act, or of one that excludes it."""


def with_acts(alignment: Alignment, query: Query, found: Sequence[tuple[Hit, int, str]]) -> Alignment:
    """An alignment in which the acts of a question are met by the sentences that tell of them.

    :param found: the sentences that are aligned: hit, place in its passage, text.
    """
    asked = words_of_acts(query.sought, query.language)
    if not asked:
        return alignment
    told = [acts(text, hit.article.language) for hit, _, text in found]
    for one in asked:
        rows = alignment.rows(one.word.__eq__) & ~alignment.is_name
        alignment = alignment.raised(rows, np.array([MET * one.met_by(some) for some in told], dtype=np.float32))
    return alignment
