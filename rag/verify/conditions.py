"""Whether a claim tells as so what its source makes depend: "if parliament approves the budget"."""

from __future__ import annotations

from index.fold import fold
from rag.verify.clauses import Reading
from rag.verify.cues import Words
from rag.verify.support import Met, share

_IF = {
    "en": Words("if unless"),
    "it": Words("se qualora purche"),
    "sr": Words("ako ukoliko"),
    "sq": Words("nese"),
    "hu": Words("ha hogyha hacsak amennyiben"),
}
_THOUGH = frozenset(["even", "anche", "come", "as", "what", "cak", "makar", "edhe", "meg"])
"""Before such a word: "even if" leaves the rest as it is, Italian "anche se" is "although"."""
_INSIDE = 0.7
_LEAST = 2
"""Content words of a condition; "if necessary" is none."""


def unconditional(claim: Reading, source: Reading, met: Met) -> str:
    """The word of a source that makes a condition of what a claim tells, or lets that depend on one; "" for none."""
    table, mine = _IF.get(source.language), _IF.get(claim.language)
    if table is None or mine is None or claim.hedges or claim.is_modal or _conditions(claim, mine):
        return ""
    for place in _conditions(source, table):
        if share(met, set(_condition(source, place))) >= _INSIDE:
            return source.tokens[place].text
        if share(met, set(_depending(source, place))) >= _INSIDE:
            return source.tokens[place].text
    return ""


def _conditions(reading: Reading, table: Words) -> list[int]:
    return [
        place
        for place, token in enumerate(reading.tokens)
        if token.folded in table
        and (place == 0 or reading.tokens[place - 1].folded not in _THOUGH)
        and not _means_else(reading, place)
    ]


def _means_else(reading: Reading, place: int) -> bool:
    """Whether a word is no cue: Italian "sé" and "se stesso", Hungarian "50 ha"."""
    before, word, after = (
        reading.tokens[at].text.lower() if 0 <= at < len(reading.tokens) else "" for at in (place - 1, place, place + 1)
    )
    if reading.language == "it":
        return word != fold(word) or after == "ne" or after.startswith("stess")
    return before.isdigit()


def _clause(reading: Reading, number: int) -> list[int]:
    return [place for place in reading.content if reading.tokens[place].clause == number]


def _condition(source: Reading, place: int) -> list[int]:
    """What a condition asks for: the words after its cue, of its clause."""
    inside = [other for other in _clause(source, source.tokens[place].clause) if other > place]
    return inside if len(inside) >= _LEAST else []


def _depending(source: Reading, place: int) -> list[int]:
    """What depends on a condition: the clause after it where it comes first, or is said first, else the one before."""
    if not _condition(source, place):
        return []
    clause = source.tokens[place].clause
    before = _clause(source, clause - 1)
    if not before or before[-1] in {cue.place for cue in source.reports}:
        return _clause(source, clause + 1)
    return before
