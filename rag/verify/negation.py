"""Whether a claim and its sentence agree on what is so and what is not.

Only the words that a negation bears on are compared, so that a negation in another clause of a long sentence rejects
no claim. Several negative words of one clause are one negation, as Serbian, Italian, Hungarian and Albanian have it.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.verify.clauses import Cue, Reading
from rag.verify.cues import ANSWERS, LOSES, WITHOUT
from rag.verify.support import Met
from rag.verify.undone import undone

_CLAUSE_SHARE = 0.5  # of a turned clause must be in the claim for the claim to state that clause


def contradicts(claim: Reading, source: Reading, met: Met) -> str:
    """The word at which a claim and its source part over what is not so; "" where they agree."""
    return _lost(claim, source, met) or _added(claim, source, met) or undone(claim, source, met)


def _added(claim: Reading, source: Reading, met: Met) -> str:
    """A negation of the claim that nothing in the source answers."""
    turned = _turned(source)
    verbs = {cue.place for cue in (*source.denials, *source.withheld)}
    reached = {place for found in met.found for place in found}
    unmet = any(cue.heads and reached.isdisjoint(cue.heads) for cue in source.negations)
    if not _all(source) and any(token.folded in ANSWERS for token in source.tokens):
        return ""
    answers = {place for cue in _all(source) for place in (cue.place, *cue.heads, *cue.scope)}
    loses = any(token.folded in LOSES for token in source.tokens)
    for cue in (*claim.negations, *claim.denials):
        if loses and claim.tokens[cue.place].folded in WITHOUT:
            continue  # who loses something is left without it
        heads = [place for head in cue.heads[:1] for place in met.of(head)]
        unlike = source.privative if not claim.privative & set(cue.heads) else frozenset()
        if not _all(source) and not unlike & set(heads):
            return claim.tokens[cue.place].text
        if heads and all(place in verbs and place not in turned for place in heads) and cue in claim.negations:
            return claim.tokens[cue.place].text
        answered = turned | _withheld(source) | _clauses(source, source.negations) | unlike
        if not claim.withheld:  # "neće saobraćati" of "saobraćaj će biti obustavljen"
            answered |= _clauses(source, source.withheld)
        if heads and not answered & set(heads) and not _same_denial(cue, claim, source):
            return claim.tokens[cue.place].text
        if not heads and not unmet and not any(answers & set(met.of(place)) for place in _around(claim, cue)):
            return claim.tokens[cue.place].text
    return ""


def _lost(claim: Reading, source: Reading, met: Met) -> str:
    """What the source says is not so, and the claim says is so."""
    turned = _turned(source)
    withheld = bool(_withheld(claim))
    own = claim.privative | _clauses(claim, claim.negations)
    own |= {place for cue in _all(claim) for place in (cue.place, *cue.scope)}
    has_cue = bool(_all(claim))
    denied = _denied(claim, source)
    kept = {place for one in own for place in met.of(one)}
    for cue in denied:
        head = cue.heads[:1]
        for place in met.claim:
            found = _same_words(claim, source, place, met.of(place))
            lost = set(head) & set(found) - kept
            if found and set(found) <= turned and lost and place not in own and not withheld:
                return source.tokens[cue.place].text
    if not has_cue:
        for cue in (*denied, *source.denials, *source.withheld):
            if _stated(cue.scope, met) and not any(cue.place in met.of(place) for place in met.claim):
                return source.tokens[cue.place].text
    return ""


def _same_words(claim: Reading, source: Reading, place: int, found: Sequence[int]) -> Sequence[int]:
    """Of the places that a claim's word is met at, those of the very word: "insured" is no "insurers"."""
    same = [other for other in found if source.tokens[other].folded == claim.tokens[place].folded]
    return same or found


def _stated(scope: Sequence[int], met: Met) -> bool:
    """Whether a claim states most of a turned clause, and states it from there only."""
    if not scope:
        return False
    inside = set(scope)
    found = [set(met.of(place)) for place in met.claim]
    hit = {place for some in found if some and some <= inside for place in some & inside}
    return len(hit) >= _CLAUSE_SHARE * len(inside)


def _same_denial(cue: Cue, claim: Reading, source: Reading) -> bool:
    """A denial of the claim is met by a denial of the source, whatever its words."""
    return cue in claim.denials and bool(source.denials)


def _turned(reading: Reading) -> set[int]:
    """Places of the words that are not so; a denial that is itself negated turns nothing."""
    heads = {place for cue in reading.negations for place in cue.heads}
    return heads | {place for cue in reading.denials if cue.place not in heads for place in cue.scope}


def _withheld(reading: Reading) -> set[int]:
    return {place for cue in reading.withheld for place in (cue.place, *cue.scope)}


def _denied(claim: Reading, source: Reading) -> list[Cue]:
    """The negations of a source that a claim must keep: who loses something is left without it."""
    loses = any(token.folded in LOSES for token in claim.tokens)
    return [cue for cue in source.negations if not (loses and source.tokens[cue.place].folded in WITHOUT)]


def _clauses(reading: Reading, some: Sequence[Cue]) -> set[int]:
    """Places of the words that share a clause with one of some cues."""
    clauses = {reading.tokens[cue.place].clause for cue in some}
    return {place for place in reading.content if reading.tokens[place].clause in clauses}


def _all(reading: Reading) -> Sequence[Cue]:
    return (*reading.negations, *reading.denials, *reading.withheld)


def _around(claim: Reading, cue: Cue) -> list[int]:
    """The words of a negation's clause and of the next, which may be what is not said or not known."""
    clause = claim.tokens[cue.place].clause
    return [place for place in claim.content if clause <= claim.tokens[place].clause <= clause + 1]
