"""When two sentences of two articles say the same: their words agree, and nothing in them stands against it."""

from __future__ import annotations

from rag.agree.differing_sources import outlet_among
from rag.agree.same_value import told_when
from rag.agree.statement import Statement
from rag.evidence.unsaid import tells_what_was_not_said
from rag.names import names, unlicensed
from rag.verify.clauses import read
from rag.verify.opposites import may_oppose, opposite
from rag.verify.support import meet
from rag.words import WordAligner

SAME = 0.5
"""The agreement of words from which two sentences say the same, if their figures and dates allow it."""
SAME_OF_ONE_EVENT = 0.45
"""The same for two sentences of articles on one event that are each the nearest to the other."""
_SHORT = 12
"""Words of a sentence that says little."""


def agree(one: Statement, other: Statement, strength: float, *, nearest: bool) -> bool:
    """Whether two sentences whose words agree so far, in [0, 1], say the same, their figures and names aside.

    :param nearest: their articles are on one event, and each is of its article the nearest to the other.
    """
    least = SAME_OF_ONE_EVENT if nearest and told_when(one.values(), other.values()) else SAME
    if strength < least or tells_what_was_not_said(one.text) != tells_what_was_not_said(other.text):
        return False
    return strength >= SAME or _says_enough(one, other)


def _says_enough(one: Statement, other: Statement) -> bool:
    """Whether the shorter of two sentences is long, or names somebody or something besides places that both name.

    A caption has few words, so that a place and a word of the event are much of it.
    """
    short, long = sorted((one, other), key=lambda each: len(each.words()))
    if len(short.words()) > _SHORT:
        return True
    outlets = [outlet_among(each, range(len(each.words()))) for each in (short, long)]
    if outlets[0] and outlets[0] == outlets[1]:
        return True
    strange = unlicensed(short.text, short.language, [long.text])
    return any(not name.places and name.text not in strange for name in names(short.text, short.language))


def opposed(one: Statement, other: Statement, aligner: WordAligner) -> bool:
    """Whether one alone denies something, or has the opposite of a word of the other: "denied" and "admitted"."""
    claim, source = (read(each.text, each.language) for each in (one, other))
    if bool(claim.denials) != bool(source.denials):
        return True
    return may_oppose(claim, source) and bool(opposite(claim, source, meet(claim, source, aligner)))
