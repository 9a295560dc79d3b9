"""How far a sentence is from holding an answer of the kind that is asked for, beyond what the question says itself."""

from __future__ import annotations

from rag.asked import Asked, holds, holds_perhaps, leaves_unsaid
from rag.evidence import Sentence
from rag.evidence.lacking_count import uncounted
from rag.evidence.lacking_figure import figureless
from rag.evidence.lacking_name import nameless
from rag.evidence.need import Need
from rag.words import WordAligner

_UNMARKED = 0.9
"""How far a sentence is from a reason that has no word for one: "the ship sank on the reef, which no chart showed"."""
_SELDOM = 0.3
"""The same of what came before as the reason: "it turned after a storm warning"."""


def lacking(sentence: Sentence, needed: Need, aligner: WordAligner) -> float:
    """How far a sentence is from holding an answer of the kind that is asked for, 0 where none is known.

    In [0, 1], beyond where it names somebody known to be another than the one asked for.
    """
    kind = needed.kind
    if kind is None:
        return 0.0
    if kind in {Asked.NUMBER, Asked.SHARE} and leaves_unsaid(sentence.text):
        return 0.0
    if kind is Asked.NUMBER:
        return uncounted(sentence, needed, aligner)
    if kind is Asked.NAME:
        return nameless(sentence, needed, aligner)
    if kind in {Asked.REASON, Asked.TIME}:
        most = _UNMARKED if kind is Asked.REASON else 1.0
        return most * float(not holds(sentence.text, kind)) * (1.0 - _SELDOM * holds_perhaps(sentence.text, kind))
    return figureless(sentence, needed, kind)
