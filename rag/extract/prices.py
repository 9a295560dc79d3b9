"""What the words of a question for a price are met by: a sum of money, surely beside a word for a price.

"How much will it cost?" is answered by "an investment of 790 million", whose word vectors are far from "cost".
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rag.asked import Asked, asked, is_of_a_price
from rag.evidence import values_of
from rag.numbers.values import Kind
from rag.records import Hit, Query
from rag.words import Alignment, words

_PRICE, _SUM = 1.0, 0.3
"""How far such a word is met by a sum beside another word for a price, and alone: it may be lent, paid or lost."""


def with_prices(alignment: Alignment, query: Query, found: Sequence[tuple[Hit, int, str]]) -> Alignment:
    """An alignment in which the words for a price of a question for money are met by sentences that tell a sum.

    :param found: the sentences that are aligned: hit, place in its passage, text.
    """
    if query.subject or asked(query.text, query.language) is not Asked.MONEY:
        return alignment
    rows = alignment.rows(is_of_a_price)
    if not rows.any():
        return alignment
    told = np.array([_tells_a_price(hit, text) for hit, _, text in found], dtype=np.float32)
    return alignment.raised(rows, told)


def _tells_a_price(hit: Hit, text: str) -> float:
    values = values_of(text, hit.article.language, hit.article.published)
    if not any(value.kind is Kind.MONEY for value in values):
        return 0.0
    return _PRICE if any(map(is_of_a_price, words(text))) else _SUM
