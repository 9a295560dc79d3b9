"""The sentences of articles that may speak of a claim, each as it is cited and as it is compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rag.agree.statement import Statement
from rag.evidence import statements
from rag.records import Citation, Hit

MOST_STATEMENTS = 160
"""Sentences that are set against the claims, from the best hits on: the work is bounded whatever was retrieved."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence of an article; `beyond` what was retrieved for the question."""

    citation: Citation
    statement: Statement
    beyond: bool = False

    @classmethod
    def of(cls, citation: Citation, *, beyond: bool = False) -> Quoted:
        """That of a citation."""
        statement = Statement(citation.quote, citation.language, citation.published, citation.outlet)
        return cls(citation, statement, beyond)


@dataclass(frozen=True, slots=True)
class Near:
    """A sentence that may speak of a claim, with the cited one that it agrees with most, and how far, in [0, 1]."""

    strength: float
    cited: Quoted
    told: Quoted

    @property
    def statements(self) -> tuple[Statement, Statement]:
        """The cited sentence and the other."""
        return self.cited.statement, self.told.statement

    @property
    def articles(self) -> tuple[str, str]:
        """The ids of their articles."""
        return self.cited.citation.article_id, self.told.citation.article_id


def quoted(hits: Sequence[Hit], beyond: Sequence[Hit]) -> Iterator[Quoted]:
    """The statements of the hits and of their near-copies, best hits first, and of more passages."""
    others = {hit.passage.id for hit in beyond}
    with_copies = [
        hit for one in (*hits, *beyond) for hit in (one, *(replace(one, stored=copy, copies=()) for copy in one.copies))
    ]
    for count, (hit, place, _) in enumerate(statements(with_copies)):
        if count == MOST_STATEMENTS:
            return
        yield Quoted.of(Citation.of(hit.stored, hit.passage.sentences[place]), beyond=hit.passage.id in others)
