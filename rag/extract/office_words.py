"""What the word for an office is met by, in a question for its holder: a sentence that names it, in any language.

"Kryebashkiaku" is a mayor, but the vectors of words put it far from "sindaco".
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rag.evidence.holder_asked import holder_asked
from rag.evidence.office import names_office, office
from rag.records import Hit, Query
from rag.words import Alignment


def with_offices(alignment: Alignment, query: Query, found: Sequence[tuple[Hit, int, str]]) -> Alignment:
    """An alignment in which the word for the office whose holder is asked for is met by sentences that name the office.

    :param found: the sentences that are aligned: hit, place in its passage, text.
    """
    wanted = None if query.subject else holder_asked(query.text, query.language)
    if wanted is None:
        return alignment
    rows = alignment.rows(lambda term: office(term) == wanted.name)
    if not rows.any():
        return alignment
    told = np.array([names_office(text, wanted.name) for *_, text in found], dtype=np.float32)
    return alignment.raised(rows, told)
