"""Whether a claim is firmer than its sentence: "may buy" told as "buys", "an official said" told as a fact.

Such a claim is dropped. A claim keeps the attribution with any verb of saying, or the doubt with any word of doubt; it
need not name the speaker in the same words.
"""

from __future__ import annotations

from rag.verify.clauses import Cue, Reading
from rag.verify.cues import ACCORDING, INVESTIGATES, SUSPECTS
from rag.verify.support import Met, share

_BESIDE = 2  # words
_INSIDE = 0.7
"""The share of a claim's words that must come from what somebody said for the claim to state that."""


def firmer(claim: Reading, source: Reading, met: Met) -> str:
    """The word of the source that the claim leaves out though it matters; "" where the claim is no firmer."""
    return _undoubted(claim, source, met) or _unattributed(claim, source, met)


def _undoubted(claim: Reading, source: Reading, met: Met) -> str:
    """A doubt about the very words that the claim states."""
    if (
        claim.hedges
        or claim.is_modal
        or any(token.folded in INVESTIGATES for token in claim.tokens)
        or any(claim.tokens[cue.place].folded in SUSPECTS for cue in claim.reports)
    ):
        return ""
    doubted = {place for cue in source.hedges for place in cue.heads}
    for cue in source.hedges:
        for place in met.claim:
            found = set(met.of(place))
            if found and found <= doubted and found & set(cue.heads[:1]):
                return source.tokens[cue.place].text
        if share(met, set(cue.scope)) >= _INSIDE:
            return source.tokens[cue.place].text
    return ""


def _unattributed(claim: Reading, source: Reading, met: Met) -> str:
    """What the source only reports."""
    if claim.reports or claim.hedges or claim.denials:
        return ""
    for cue in source.reports:
        if source.tokens[cue.place].folded in ACCORDING and _names_speaker(cue, source, met):
            continue
        if share(met, set(cue.scope)) >= _INSIDE:
            return source.tokens[cue.place].text
    return ""


def _names_speaker(cue: Cue, source: Reading, met: Met) -> bool:
    """Whether a claim has the name beside "according to" and says it otherwise: "these are the bureau's figures"."""
    beside = [place for place in source.content if 0 < abs(place - cue.place) <= _BESIDE]
    reached = {place for found in met.found for place in found}
    capital = [place for place in beside if source.tokens[place].text[0].isupper()]
    return bool(capital) and all(place in reached for place in capital)
