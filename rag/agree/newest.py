"""Of two claims that differ in what changes with time, the one that was published later goes first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rag.records import Claim, Kind

_MOVING = frozenset({Kind.FIGURE, Kind.STAGE})
"""What a later article knows better; a name or a source does not change with time."""


def newest_first(claims: Sequence[Claim]) -> list[Claim]:
    """Put a claim before an older one that states another figure or an earlier stage of the same."""
    ordered: list[Claim] = []
    for claim in claims:
        places = [place for place, earlier in enumerate(ordered) if _supersedes(claim, earlier)]
        ordered.insert(min(places, default=len(ordered)), claim)
    return ordered


def _supersedes(claim: Claim, earlier: Claim) -> bool:
    """Whether a claim is the later word on what another states otherwise."""
    newest, older = _published(claim), _published(earlier)
    if newest is None or older is None or newest <= older:
        return False
    articles = {citation.article_id for citation in claim.citations}
    return any(one.kind in _MOVING and one.citation.article_id in articles for one in earlier.agreement.differs)


def _published(claim: Claim) -> date | None:
    return max((citation.published for citation in claim.citations if citation.published), default=None)
