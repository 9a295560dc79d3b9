"""What a question for who leads something is met by: a sentence that names an office of those who do.

"Who runs the hospital?" is answered by "its director, Anna Kovács", in which nobody runs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from rag.evidence.holder_asked import asks_who_leads
from rag.evidence.office import names_office
from rag.evidence.office_tables import HEAD, HEADS_IT
from rag.records import Hit, Query
from rag.words import Alignment

_HEADS_IT = re.compile(HEADS_IT)


def with_heads(alignment: Alignment, query: Query, found: Sequence[tuple[Hit, int, str]]) -> Alignment:
    """An alignment in which a question's word for leading is met by sentences that name an office of those who lead.

    :param found: the sentences that are aligned: hit, place in its passage, text.
    """
    if not asks_who_leads(query.text, query.language):
        return alignment
    told = np.array([names_office(text, HEAD) for *_, text in found], dtype=np.float32)
    return alignment.raised(alignment.rows(_HEADS_IT.fullmatch), told)
