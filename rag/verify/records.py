"""What a check of a claim takes and gives."""

from __future__ import annotations

from dataclasses import dataclass

from index.records import Span, StoredPassage
from rag.records import Citation


@dataclass(frozen=True, slots=True)
class Source:
    """A cited sentence, and the text of the passage it stands in."""

    citation: Citation
    passage: str

    @classmethod
    def of(cls, stored: StoredPassage, span: Span) -> Source:
        """Cite a span of a stored passage."""
        return cls(Citation.of(stored, span), stored.passage.text)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a claim.

    `check` names the check that failed, "" where the claim holds; `reason` says in English what it stumbled on.
    `checks` are those that ran and held, in their order: a language without rules for a check leaves it out. `support`
    in [0, 1] is how far the cited sentences carry the claim, and `carried` are the places of those that do.
    """

    check: str
    reason: str
    checks: tuple[str, ...]
    support: float
    carried: tuple[int, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the claim may be shown."""
        return not self.check
