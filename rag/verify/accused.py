"""Whether a claim puts the speaker of its source to what that tells of another: "the police chief hid the report"."""

from __future__ import annotations

from collections.abc import Sequence

from rag.verify.clauses import Cue, Reading
from rag.verify.cues import ACCORDING, ACCUSES
from rag.verify.direction import same_name
from rag.verify.role_tables import Role
from rag.verify.roles import Mention, mentions
from rag.verify.support import Met, share
from rag.words import WordAligner

_TOLD = 0.7  # of a claim but for its subject must come from what is said for it to tell that
_BESIDE = 5  # words after "according to" among which its speaker is named


def culprit(claim: Reading, source: Reading, met: Met, aligner: WordAligner) -> str:
    """The name by which a claim calls one who only speaks of another in its source; "" for none."""
    if claim.reports:
        return ""
    asked, known = mentions(claim), mentions(source)
    for cue in source.reports:
        speakers = [other for other in known if _says(source, cue, other)]
        others = [other for other in known if _is_told_of(source, cue, other)]
        for one in asked:
            if not (one.acts or one.role is Role.PATIENT) or not _any(claim, one, source, speakers, aligner):
                continue
            rest = [other for other in others if not _any(source, other, source, speakers, aligner)]
            named = any(_any(claim, each, source, rest, aligner) for each in asked)
            if rest and not named and _told(source, met, one, cue) >= _TOLD:
                return " ".join(claim.tokens[place].text for place in one.places)
    return ""


def _says(source: Reading, cue: Cue, one: Mention) -> bool:
    """Whether a name is that of the speaker: in the clause of the verb of saying, before what is said."""
    if source.tokens[one.places[0]].clause != source.tokens[cue.place].clause:
        return False
    if source.tokens[cue.place].folded in ACCORDING and source.language != "hu":
        return 0 < one.places[0] - cue.place <= _BESIDE
    return not set(one.places) & set(cue.scope)


def _is_told_of(source: Reading, cue: Cue, one: Mention) -> bool:
    """Whether a name is the subject of what is said, or whom an accusation is of."""
    if not set(one.places) <= set(cue.scope):
        return False
    return one.acts or (source.tokens[cue.place].folded in ACCUSES and one.role is not Role.OWNER)


def _any(claim: Reading, one: Mention, source: Reading, others: Sequence[Mention], aligner: WordAligner) -> bool:
    return any(same_name(claim, one, source, other, aligner) for other in others)


def _told(source: Reading, met: Met, one: Mention, cue: Cue) -> float:
    """The share of a claim, but for its subject and the words beside that, that stands in what is said."""
    clause = source.tokens[cue.place].clause
    beside = {place for place, token in enumerate(source.tokens) if token.clause == clause} - set(cue.scope)
    return share(met, cue.scope, without=one.places, beside=beside)
