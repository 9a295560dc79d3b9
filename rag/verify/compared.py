"""Whether a claim turns a comparison round: "less in Italy than in Hungary", "resigned after she was elected"."""

from __future__ import annotations

from rag.verify.clauses import Reading
from rag.verify.cues import Words
from rag.verify.opposites import complement, times
from rag.verify.support import Met

_MORE = Words(
    """more greater bigger larger higher piu maggior* vise veci veca vece vecu shume madh madhe larte tobb tobbet
    nagyobb* magasabb*"""
)
_LESS = Words(
    """less fewer smaller lower meno minor* manje manji manja manju pak vogel vogla ulet kevesebb* kisebb*
    alacsonyabb*"""
)
_THAN = {"en": Words("than"), "it": Words("che rispetto"), "sr": Words("nego"), "sq": Words("se"), "hu": Words("mint")}
_BESIDE = 8  # words before "than" among which "more" stands
_STANDARD = 4  # words after it among which what is compared with stands


def turned(claim: Reading, source: Reading, met: Met) -> str:
    """The word by which a claim compares, or tells before from after, the other way round; "" for none."""
    return _other_way(claim, source, met) or _other_order(claim, source, met)


def _other_way(claim: Reading, source: Reading, met: Met) -> str:
    for place, more in _comparisons(claim):
        for other, most in _comparisons(source):
            mine, theirs = _standard(claim, place), _standard(source, other)
            if mine < 0 or theirs < 0:
                continue
            same = theirs in met.of(mine)
            exchanged = not same and _exchanged(claim, place, {mine}, {theirs}, met)
            if (same and more != most) or (exchanged and more == most):
                return claim.tokens[place].text
    return ""


def _comparisons(reading: Reading) -> list[tuple[int, bool]]:
    """Places of "than", each with whether it goes with "more" or with "less"."""
    found = []
    for place, token in enumerate(reading.tokens):
        if reading.language in _THAN and token.folded in _THAN[reading.language]:
            before = [other.folded for other in reading.tokens[max(0, place - _BESIDE) : place]]
            more, less = (any(word in table for word in before) for table in (_MORE, _LESS))
            if more != less:
                found.append((place, more))
    return found


def _standard(reading: Reading, place: int) -> int:
    """The first content word after "than"; -1 for none."""
    return next((other for other in reading.content if place < other <= place + _STANDARD), -1)


def _other_order(claim: Reading, source: Reading, met: Met) -> str:
    """One "before" or "after" for another with the two sides exchanged: each goes with what the other follows."""
    for place, earlier in times(claim):
        for other, before in times(source):
            mine, theirs = complement(claim, place), complement(source, other)
            if earlier == before and mine and theirs and _exchanged(claim, place, mine, theirs, met):
                return claim.tokens[place].text
    return ""


def _exchanged(claim: Reading, place: int, mine: set[int], theirs: set[int], met: Met) -> bool:
    """Whether what follows a cue in a claim stands before that of its source, and the other way round."""
    after = max(theirs)
    found = [set(met.of(at)) for at in mine]
    if not all(found) or any(some & theirs for some in found):
        return False
    reached = {at for word in claim.content if word < place for at in met.of(word)}
    return all(max(some) < min(theirs) or min(some) > after for some in found) and theirs <= reached
