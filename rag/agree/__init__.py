"""What the other articles say to each claim: the best sentence of each that states it, or that states it otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from rag.agree.differences import LEAST, Difference, differences
from rag.agree.pairs import Statement
from rag.extract.evidence import statements
from rag.numbers import compatible
from rag.records import Agreement, Citation, Claim, Differing, Hit, Kind
from rag.words import WordAligner

SAME = 0.5
"""The agreement of words from which two sentences say the same, if their figures and dates allow it."""
MOST_STATEMENTS = 160
"""Sentences that are set against the claims, from the best hits on: the work is bounded whatever was retrieved."""
_TRIED = 3
"""The nearest sentences of an article that are read for a claim."""
_KEPT = 4_096
_MOVING = frozenset({Kind.FIGURE, Kind.STAGE})
"""What a later article knows better; a name or a source does not change with time."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence of an article that may speak of a claim."""

    citation: Citation
    statement: Statement


class Agreeing:
    """Sets claims against the sentences of all hits.

    :param aligner: tells how far two sentences say the same, in any languages.
    """

    def __init__(self, aligner: WordAligner) -> None:
        self._aligner = aligner
        self._compared: dict[tuple[Statement, Statement], tuple[Difference, ...]] = {}

    def weigh(self, claims: Sequence[Claim], hits: Sequence[Hit]) -> tuple[Claim, ...]:
        """Each claim with its `Agreement`; of two claims that differ, the one published later stands first.

        For a claim that a model wrote its cited sentences speak. A claim's own articles are not set against it.
        """
        if not claims:
            return ()
        told = list(_told(hits))
        cited = list(dict.fromkeys(citation for claim in claims for citation in claim.citations))
        texts = list(dict.fromkeys(one.statement.text for one in (*map(_of, cited), *told)))
        row = {text: place for place, text in enumerate(texts)}
        agreement = self._aligner.agreement(texts)
        weighed = [replace(claim, agreement=self._agreement(claim, told, row, agreement)) for claim in claims]
        return tuple(_newest_first(weighed))

    def _agreement(
        self, claim: Claim, told: Sequence[_Told], row: Mapping[str, int], agreement: np.ndarray
    ) -> Agreement:
        own = {citation.article_id for citation in claim.citations}
        rows = [row[citation.quote] for citation in claim.citations]
        near: dict[str, list[tuple[float, Citation, _Told]]] = {}
        for one in told:
            if one.citation.article_id not in own:
                strengths = agreement[rows, row[one.statement.text]]
                best = int(strengths.argmax())
                if strengths[best] >= LEAST:
                    found = (float(strengths[best]), claim.citations[best], one)
                    near.setdefault(one.citation.article_id, []).append(found)
        same: list[tuple[float, Citation]] = []
        differs: list[Differing] = []
        for found_in_one in near.values():
            strength, stated, other = self._judged(sorted(found_in_one, key=lambda found: -found[0])[:_TRIED])
            if stated is not None:
                same.append((strength, stated))
            differs += other
        same.sort(key=lambda pair: -pair[0])
        differs.sort(key=lambda one: one.citation.published or date.min, reverse=True)
        return Agreement(same=tuple(citation for _, citation in same), differs=tuple(differs))

    def _judged(self, found: Sequence[tuple[float, Citation, _Told]]) -> tuple[float, Citation | None, list[Differing]]:
        """What one article says by its nearest sentences: where one states the claim, no other contradicts it."""
        differs: list[Differing] = []
        for strength, cited, one in found:
            mine = _of(cited).statement
            parted = self._differences(mine, one.statement)
            only_credit = bool(parted) and all(each.kind is Kind.ATTRIBUTION for each in parted)
            sure = [each for each in parted if strength >= each.least]
            differs = differs or [_differing(one.citation, each) for each in sure]
            states = only_credit or (not parted and compatible(mine.values(), one.statement.values()))
            if states and strength >= SAME:
                return strength, one.citation, differs if only_credit else []
        return 0.0, None, differs

    def _differences(self, mine: Statement, other: Statement) -> tuple[Difference, ...]:
        """Kept, because the questions of a reader meet the same sentences again."""
        found = self._compared.get((mine, other))
        if found is None:
            if len(self._compared) >= _KEPT:
                self._compared = {}
            found = self._compared[mine, other] = differences(mine, other, self._aligner)
        return found


def _differing(citation: Citation, difference: Difference) -> Differing:
    return Differing(citation, difference.kind, difference.here, difference.there)


def _of(citation: Citation) -> _Told:
    return _Told(citation, Statement(citation.quote, citation.language, citation.published, citation.outlet))


def _told(hits: Sequence[Hit]) -> Iterator[_Told]:
    """The statements of the hits and of their near-copies, best hits first."""
    with_copies = [hit for one in hits for hit in (one, *(replace(one, stored=copy, copies=()) for copy in one.copies))]
    for count, (hit, place, _) in enumerate(statements(with_copies)):
        if count == MOST_STATEMENTS:
            return
        yield _of(Citation.of(hit.stored, hit.passage.sentences[place]))


def _newest_first(claims: Sequence[Claim]) -> Iterable[Claim]:
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
