"""Whether a claim turns round who does what to whom: "X buys from Y" against "Y buys from X"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from rag.verify.clauses import Reading
from rag.verify.cues import Words
from rag.verify.role_tables import Role
from rag.verify.roles import Mention, mentions
from rag.verify.support import Met
from rag.words import WordAligner

_LONGER = 0.02  # a name as long is nearer: Airbus is Airbus rather than Wizz Air
_TOLD = 0.7  # of what the claim says must stand in one clause for that clause to be the one it tells
_SAME_NAME = 0.7  # mean nearness of the words of two spellings of a name
_SYMMETRIC = Words(
    """met meet* exchang* agree* talk* negotiat* sign* cooperat* trade* border* drew draw* tie* together
    incontr* scambi* accord* negozi* firm* collabor* pareggi* insieme dialog*
    takua takuan takoh* shkemby* bisedo* nenshkr* bashkepuno* barazo*
    sast* susre* razmen* razgovara* pregovara* potpis* sarad* dogovor*
    talalkoz* valtott* targyal* megallapod* alair* egyuttmukod*"""
)
"""Two that meet or agree do so either way round."""


def swapped(claim: Reading, source: Reading, met: Met, aligner: WordAligner) -> str:
    """The name of a claim that plays another's part against its source; "" where none does.

    Two names have changed places where each plays in the source the part that the other plays in the claim, and no
    clause of the source has them as the claim does. One name stands for another where the clause that the claim tells
    has another subject, and the name is the subject of another clause.
    """
    asked, known = mentions(claim), mentions(source)
    if not asked or not known:
        return ""
    either = any(token.folded in _SYMMETRIC for token in claim.tokens)
    near = np.array([[_near(claim, one, source, other, aligner) for other in known] for one in asked])
    parts = _parts(near, known)
    for one, other in combinations(range(len(asked)), 2):
        first, second = asked[one].role, asked[other].role
        if first is second or ({Role.AGENT, Role.WITH} == {first, second} and either):
            continue
        straight = first in parts[one] and second in parts[other]
        crossed = second in parts[one] and first in parts[other]
        turned = crossed or _displaced(first, second, parts[one], parts[other])
        if not straight and (turned or _reversed(first, second, parts[one], parts[other])):
            return _name(claim, asked[one])
    for row, mention in enumerate(asked):
        same = [other for column, other in enumerate(known) if near[row, column] >= _SAME_NAME]
        if not mention.acts:
            continue
        clause = {place for place in met.claim if claim.tokens[place].clause == mention.clause[0]}
        if _gives_for_gets(mention, same) or _stands_for(asked, known, same, met, source, own=clause):
            return _name(claim, mention)
    return ""


def _stands_for(
    asked: Sequence[Mention],
    known: Sequence[Mention],
    same: Sequence[Mention],
    met: Met,
    source: Reading,
    *,
    own: set[int],
) -> bool:
    """Whether the one subject of a claim is put to what another subject does in the source."""
    if len({mention.clause for mention in asked if mention.acts}) != 1:
        return False
    clause = _told(asked, known, met, source, own)
    acting = [other for other in known if other.acts and other.clause[0] == clause and _opens(source, other)]
    return bool(acting and same) and all(
        other.acts and other.clause[0] != clause and _opens(source, other) for other in same
    )


def _told(asked: Sequence[Mention], known: Sequence[Mention], met: Met, source: Reading, own: set[int]) -> int:
    """The clause of the source that has what a clause of a claim says of its names; -1 where it is more than one."""
    names = {place for mention in asked for place in mention.places}
    names |= set(met.claim) - own
    named = {place for mention in known for place in mention.places}
    told: dict[int, float] = {}
    total = 0.0
    for place, found, weight in zip(met.claim, met.found, met.weight, strict=True):
        clauses = {source.tokens[other].clause for other in found if other not in named}
        total += 0.0 if place in names else float(weight)
        if place not in names and len(clauses) == 1:
            clause = clauses.pop()
            told[clause] = told.get(clause, 0.0) + float(weight)
    best = max(told, key=lambda number: told[number], default=-1)
    return best if best >= 0 and told[best] >= _TOLD * total else -1


def _opens(reading: Reading, mention: Mention) -> bool:
    """Whether a name is the first content of its clause, and so its subject: not of a verb whose own is left out."""
    first = next(place for place in reading.content if reading.tokens[place].clause == mention.clause[0])
    return first in mention.places


def _gives_for_gets(mention: Mention, same: Sequence[Mention]) -> bool:
    """Whether the claim has a name get what it only gives in the source, or give what it gets."""
    other = {Role.GOAL: Role.SOURCE, Role.SOURCE: Role.GOAL}.get(mention.role)
    return other is not None and bool(same) and all(one.role is other and not one.acts for one in same)


_TRANSFER = frozenset({Role.SOURCE, Role.GOAL})


def _reversed(first: Role, second: Role, one: set[Role], other: set[Role]) -> bool:
    """Whether who acts in the claim is only acted on in the source, and the other way round."""
    if Role.AGENT not in {first, second} or Role.SPEAKER in {first, second}:
        return False
    acting, suffering = (other, one) if second is Role.AGENT else (one, other)
    return (
        suffering == {Role.AGENT} and bool(acting) and not acting & {Role.AGENT, Role.SPEAKER, Role.OWNER, *_TRANSFER}
    )


def _displaced(first: Role, second: Role, one: set[Role], other: set[Role]) -> bool:
    """Whether what only stands for a place in the source acts in the claim, and the other way round."""
    if Role.PLACE not in {first, second}:
        return False
    acting, place = (other, one) if first is Role.PLACE else (one, other)
    return acting == {Role.PLACE} and bool(place) and Role.PLACE not in place


def _parts(near: np.ndarray, known: Sequence[Mention]) -> list[set[Role]]:
    """For each name of the claim, its parts in the source; each name there belongs to its nearest here."""
    parts: list[set[Role]] = [set() for _ in near]
    for column, mention in enumerate(known):
        best = float(near[:, column].max())
        if best >= _SAME_NAME:
            for row in np.flatnonzero(near[:, column] >= best - 1e-6):
                parts[int(row)].add(mention.role)
    return parts


def same_name(claim: Reading, one: Mention, source: Reading, other: Mention, aligner: WordAligner) -> bool:
    """Whether two names, of a claim and of its source, are one."""
    return _near(claim, one, source, other, aligner) >= _SAME_NAME


def _near(claim: Reading, one: Mention, source: Reading, other: Mention, aligner: WordAligner) -> float:
    if one.known or other.known:
        return float(bool(one.known & other.known))
    some, others = _words(claim, one), _words(source, other)
    if not some or not others:
        return 0.0
    near, _ = aligner.pairs(some, others)
    # The shorter name decides: "Russia" is met by "the Russian Ministry of Defence".
    best = float(near.max(axis=1).mean() if len(some) <= len(others) else near.max(axis=0).mean())
    return best - _LONGER * abs(len(some) - len(others))


def _words(reading: Reading, mention: Mention) -> list[str]:
    return [reading.tokens[place].folded for place in mention.places if reading.tokens[place].is_content]


def _name(reading: Reading, mention: Mention) -> str:
    return " ".join(reading.tokens[place].text for place in mention.places)
