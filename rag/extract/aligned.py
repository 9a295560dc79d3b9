"""How the words of a question meet the sentences that were found: by words near them, and otherwise."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rag.evidence import follows
from rag.extract.first_reports import with_first_reports
from rag.extract.heads import with_heads
from rag.extract.main_event import with_main_events
from rag.extract.met_acts import with_acts
from rag.extract.months import with_months
from rag.extract.office_words import with_offices
from rag.extract.preverbs import with_preverbs
from rag.extract.prices import with_prices
from rag.extract.seats import with_countries
from rag.records import Hit, Query
from rag.words import Alignment, WordAligner

Found = Sequence[tuple[Hit, int, str]]
"""Sentences: hit, place in its passage, text."""
_RAISED = (with_prices, with_months, with_first_reports, with_main_events, with_offices, with_heads, with_acts)
"""What raises the words of a question that a sentence meets otherwise than by a word near them."""


def aligned(query: Query, found: Found, aligner: WordAligner) -> Alignment:
    """The question with the sentences, each by itself."""
    texts = [text for *_, text in found]
    alignment = with_countries(aligner.align(query.sought, texts), query.sought, texts)
    for raised in _RAISED:
        alignment = raised(alignment, query, found)
    return with_preverbs(alignment, query, found, aligner)


def with_the_one_before(alignment: Alignment, found: Found, share: float) -> Alignment:
    """A sentence may speak of "he" or "it": what the sentence before it meets counts for it too, in part."""
    met = np.zeros_like(alignment.match)
    places = {follows(hit.passage, row): place for place, (hit, row, _) in enumerate(found)}
    for place, (hit, row, _) in enumerate(found):
        former = places.get((hit.passage.id, row - 1))
        if former is not None:
            met[:, place] = share * alignment.match[:, former]
    return alignment.raised(slice(None), met)


def with_the_title(alignment: Alignment, query: Query, found: Found, aligner: WordAligner, share: float) -> Alignment:
    """ "The work costs 790 million": which work the title of the article tells, so it counts too, in part."""
    titles = [hit.article.title for hit, *_ in found]
    place = {title: at for at, title in enumerate(dict.fromkeys(titles))}
    met = aligner.align(query.sought, list(place)).match[:, [place[title] for title in titles]]
    return alignment.raised(slice(None), share * met)
