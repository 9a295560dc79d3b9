"""By how much something rose or fell, and what it came to: "fell by 870,000" is not "fell to 870,000"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.fold import fold
from rag.evidence.acts import acts
from rag.numbers import Value, unlicensed
from rag.verify.clauses import Reading

_BY = {"en": {"by"}, "it": {"di", "del", "dell", "dello", "dei", "delle"}, "sr": {"za"}, "sq": {"me"}}
_TO = {"en": {"to"}, "it": {"a", "al", "ai", "alle", "all"}, "sr": {"na"}, "sq": {"ne"}}
_HUNGARIAN = {"by": re.compile(r"\w*[^\Waeiou][ae]l"), "to": re.compile(r"\w*r[ae]")}
"""Endings of the word that a figure ends with: "százalékkal", "870 000-re"."""
_CHANGES = frozenset({"rise", "fall"})
_ATTACHED = re.compile(r"[-‑]\w+")
_WORD = re.compile(r"[^\W_]+")
_NEAR = 60
"""Characters around a figure among which the verb of its change stands."""


def other_step(claim: Reading, figures: Sequence[Value], source: Reading, stated: Sequence[Value]) -> str:
    """The figure of a claim that is its change where its source tells what it came to, or the reverse; "" for none.

    :param figures: of the claim.
    :param stated: of the source.
    """
    for value in figures:
        step = _step(claim, value)
        if not step:
            continue
        found = {_step(source, other) for other in stated if not unlicensed([value], [other])}
        if found and found.isdisjoint({step, ""}):
            return claim.text[value.start : value.end]
    return ""


def _step(reading: Reading, value: Value) -> str:
    """ "by" or "to" of a figure that tells of a rise or a fall, else ""."""
    language, text = reading.language, reading.text
    before = _WORD.findall(fold(text[max(0, value.start - _NEAR) : value.start]))
    if language == "hu":
        ending = _ATTACHED.match(text, value.end)
        whole = text[value.start : ending.end() if ending else value.end]
        last = (_WORD.findall(fold(whole)) or [""])[-1]
        step = next((step for step, ending in _HUNGARIAN.items() if ending.fullmatch(last)), "")
    else:
        word = before[-1] if before else ""
        step = "by" if word in _BY.get(language, ()) else "to" if word in _TO.get(language, ()) else ""
    around = text[max(0, value.start - _NEAR) : value.end + _NEAR]
    return step if step and not _CHANGES.isdisjoint(acts(around, language)) else ""
