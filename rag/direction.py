"""Whether a claim turns round who does what to whom: "X buys from Y" against "Y buys from X"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from rag.clauses import Reading
from rag.cues import Words
from rag.roles import Mention, Role, mentions
from rag.words import WordAligner

_SAME_NAME = 0.7  # mean nearness of the words of two spellings of a name
_SYMMETRIC = Words(
    """met meet* exchang* agree* talk* negotiat* sign* cooperat* trade* border* drew draw* tie* together
    incontr* scambi* accord* negozi* firm* collabor* pareggi* insieme dialog*
    takua takuan takoh* shkemby* bisedo* nenshkr* bashkepuno* barazo*
    sast* susre* razmen* razgovara* pregovara* potpis* sarad* dogovor*
    talalkoz* valtott* targyal* megallapod* alair* egyuttmukod*"""
)
"""Two that meet or agree do so either way round."""


def swapped(claim: Reading, source: Reading, aligner: WordAligner) -> tuple[str, str] | None:
    """Two names of the claim that have changed places against its source; None where none have.

    Two names have changed places where each plays in the source the part that the other plays in the claim, and no
    clause of the source has them as the claim does.
    """
    asked, known = mentions(claim), mentions(source)
    if len(asked) < 2 or len(known) < 2:
        return None
    either = any(token.folded in _SYMMETRIC for token in claim.tokens)
    parts = _parts(claim, asked, source, known, aligner)
    for one, other in combinations(range(len(asked)), 2):
        first, second = asked[one].role, asked[other].role
        if first is second or Role.SPEAKER in {first, second} or {Role.AGENT, Role.WITH} == {first, second} and either:
            continue
        straight = first in parts[one] and second in parts[other]
        crossed = second in parts[one] and first in parts[other]
        if not straight and (crossed or _displaced(first, second, parts[one], parts[other])):
            return _name(claim, asked[one]), _name(claim, asked[other])
    return None


def _displaced(first: Role, second: Role, one: set[Role], other: set[Role]) -> bool:
    """Whether what only stands for a place in the source acts in the claim, and the other way round."""
    if Role.PLACE not in {first, second}:
        return False
    acting, place = (other, one) if first is Role.PLACE else (one, other)
    return acting == {Role.PLACE} and bool(place) and Role.PLACE not in place


def _parts(
    claim: Reading, asked: Sequence[Mention], source: Reading, known: Sequence[Mention], aligner: WordAligner
) -> list[set[Role]]:
    """For each name of the claim, the parts that it plays in the source; each name there belongs to its nearest here."""
    near = np.array([[_near(claim, one, source, other, aligner) for other in known] for one in asked])
    parts: list[set[Role]] = [set() for _ in asked]
    for column, mention in enumerate(known):
        best = float(near[:, column].max())
        if best >= _SAME_NAME:
            for row in np.flatnonzero(near[:, column] >= best - 1e-6):
                parts[int(row)].add(mention.role)
    return parts


def _near(claim: Reading, one: Mention, source: Reading, other: Mention, aligner: WordAligner) -> float:
    if one.known or other.known:
        return float(bool(one.known & other.known))
    some, others = _words(claim, one), _words(source, other)
    if not some or not others:
        return 0.0
    near, _ = aligner.pairs(some, others)
    # The shorter name decides: "Russia" is met by "the Russian Ministry of Defence".
    return float(near.max(axis=1).mean() if len(some) <= len(others) else near.max(axis=0).mean())


def _words(reading: Reading, mention: Mention) -> list[str]:
    return [reading.tokens[place].folded for place in mention.places if reading.tokens[place].is_content]


def _name(reading: Reading, mention: Mention) -> str:
    return " ".join(reading.tokens[place].text for place in mention.places)
