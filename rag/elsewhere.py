"""Passages beyond those that were retrieved for a question which may speak of a claim of its answer.

In a large store most of what is retrieved is near the question, not near the claim: who else states the claim is looked
for by the claim's own sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from index.records import Filter
from index.store import Store
from rag.records import Citation, Claim, Hit

_CLAIMS = 2
"""Claims whose sentences are looked for, from the first on: each costs a search of every language."""
_NEAREST = 6
_LEAST_COSINE = 0.5
_MOST = 12
_SEEN = 4
"""A store of so many times the passages retrieved has little else to tell, and looking costs a quarter of an answer."""


def elsewhere(store: Store, claims: Sequence[Claim], hits: Sequence[Hit], where: Filter) -> list[Hit]:
    """The passages that hold a sentence near one of the claims' own, nearest first, without those of the hits.

    :param where: which articles may be used.
    """
    wanted = [vector for claim in claims[:_CLAIMS] for vector in _vectors(claim.citations[:1], hits)]
    if not wanted:
        return []
    known = {stored.key for hit in hits for stored in (hit.stored, *hit.copies)}
    with store.reading() as view:
        if sum(view.languages().values()) <= _SEEN * len(known):
            return []
        found = view.passages(sorted(view.beside(wanted, _NEAREST, where) - known))
    claimed = np.stack(wanted)
    near = [(float((one.sentence_vectors @ claimed.T).max(initial=0.0)), one) for one in found]
    near = sorted((pair for pair in near if pair[0] >= _LEAST_COSINE), key=lambda pair: -pair[0])
    return [Hit(one, cosine, {}) for cosine, one in near[:_MOST]]


def _vectors(citations: Sequence[Citation], hits: Sequence[Hit]) -> Iterator[np.ndarray]:
    """The vector of each cited sentence."""
    for citation in citations:
        for hit in hits:
            if hit.article.id == citation.article_id:
                spans = [(span[0], span[1]) for span in hit.passage.sentences]
                if (citation.start, citation.end) in spans:
                    yield hit.stored.sentence_vectors[spans.index((citation.start, citation.end))]
                    break
