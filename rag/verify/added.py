"""Whether a claim adds a clause to what it cites: the second half of "… was banned, and the police arrested her coach".

The share of a whole long claim that its sentences carry hides a short clause that they do not. So each clause is asked
for its own share, and whether it has any word of the sentences that the rest of the claim has not: in a true claim,
however freely told, each clause is there for something that the others do not tell.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rag.verify.clauses import Reading, parts
from rag.verify.coverage import akin
from rag.verify.support import Met

_LEAST = 2  # words besides names and figures; a shorter clause says too little to be judged
_CARRIED = 0.5  # of a clause, by weight, that its sentences carry at least if it adds nothing
_LISTED = 0.3  # the same of what only "and" joins: it may be the last of a list
_NEAR = 0.2  # how near a clause must be to a word for the word to be what it tells


def added(claim: Reading, sources: Sequence[Reading], some: Sequence[Met], without: frozenset[int]) -> str:
    """The first clause of a claim that its sources neither carry nor need; "" where each is theirs.

    A clause that says what is not so is left to the check of negations if a source says so of something too.

    :param some: the claim against each of its sources, at least one.
    :param without: places of the claim that another check compares: figures, across languages names.
    """
    near = np.concatenate([met.near for met in some], axis=1)
    row_of = {place: row for row, place in enumerate(some[0].claim)}
    denies = any(source.negations or source.denials or source.withheld for source in sources)
    for clause in parts(claim):
        own = [row_of[place] for place in clause if place in row_of]
        rows = [row_of[place] for place in clause if place in row_of and place not in without]
        if len(rows) < _LEAST or len(own) == len(near) or (denies and _denies(claim, clause)):
            continue
        bar = _CARRIED if _is_clause(claim, clause) else _LISTED
        if not _tells(near, own) and _share(claim, sources, some, near, rows) < bar:
            return claim.text[claim.tokens[clause[0]].start : claim.tokens[clause[-1]].end]
    return ""


def _is_clause(claim: Reading, part: Sequence[int]) -> bool:
    """Whether punctuation or a conjunction of clauses parts some words from those before them or those after them."""
    ends = (part[0] - 1, part[0]), (part[-1], part[-1] + 1)
    inside = [pair for pair in ends if pair[0] >= 0 and pair[1] < len(claim.tokens)]
    return all(claim.tokens[one].clause != claim.tokens[other].clause for one, other in inside)


def _denies(claim: Reading, clause: Sequence[int]) -> bool:
    return any(cue.place in clause for cue in (*claim.negations, *claim.denials))


def _tells(near: np.ndarray, own: Sequence[int]) -> bool:
    """Whether a word of the sources, be it a name, is nearer to some rows of a claim than to the others."""
    mine = near[own].max(axis=0, initial=0.0)
    others = np.delete(near, own, axis=0).max(axis=0, initial=0.0)
    return bool(((mine > others) & (mine >= _NEAR)).any())


def _share(
    claim: Reading, sources: Sequence[Reading], some: Sequence[Met], near: np.ndarray, rows: Sequence[int]
) -> float:
    best = near[rows].max(axis=1, initial=0.0)
    for source, met in zip(sources, some, strict=True):
        best = akin(claim, source, met, rows, best)
    weight = some[0].weight[rows]
    return float(weight @ best) / float(weight.sum())
