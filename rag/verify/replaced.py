"""Whether a claim repeats a sentence but for a word or a name that it puts in the place of another.

Claim and sentence are of one language. Where most of the claim is aligned with the sentence and, between the words that
are, each side has what the other lacks, the claim says something else: "restored ties" of a sentence that says "cut off
ties". A sentence told in other words and another order aligns too little to be judged so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from rag.verify.alignment import Alignment, Gap
from rag.verify.clauses import Reading
from rag.verify.cues import Words
from rag.verify.exchanged import exchanged
from rag.verify.opposites import alike
from rag.verify.roles import Mention, converse
from rag.verify.support import MET, Met
from rag.verify.synonyms import synonymous

_UNMET = 0.33  # below it no word of the other side in the same place means nearly the same
_SHARE = 0.7  # of a claim that must be aligned for the rest to be what was replaced
_SHARE_CROSSED = 0.8
_MOST = 40_000  # pairs of words; a longer text is no sentence
_MOST_NEW = 2  # words of a claim in one place that can replace one; more tell it otherwise
_SHORT = 6  # letters of a word whose ending may begin after the third
_NEAR_BY = 3  # words of a gap among which a name that the source has elsewhere stands in the place of another
_LEAST_MEANING = 9.0  # of a word that replaces another
_YEAR = re.compile(r"(?:19|20)\d\d")
_UNTIL = Words("by before until till entro prima fino do pre deri para elott ig")
_FROM = Words("after since dopo posle nakon od pas prej utan tol ota")
_BACK = 3  # words before a year, in Hungarian after it, among which "by" or "after" stands


def replaced(claim: Reading, source: Reading, met: Met, without: frozenset[int]) -> str:
    """The first word of a claim that stands where its source has another; "" where there is none.

    :param without: places of the claim that another check compares, such as figures.
    """
    if claim.language != source.language or not claim.language or not 0 < met.near.size <= _MOST:
        return ""
    sides = Alignment(claim, source, met, without)
    for gap in sides.gaps:
        found = _other_word(sides, gap) or _other_name(sides, gap)
        if found:
            return found
    return _other_side(claim, source) or exchanged(sides)


def _other_word(sides: Alignment, gap: Gap) -> str:
    """A word of the claim that nothing in the source means, where the source has one that the claim lacks."""
    if sides.share(names=True) < _SHARE:
        return ""
    met = sides.met
    best = sides.near.max(axis=0, initial=0.0)
    left = [column for column in gap.columns if best[column] < MET and met.source[column] not in sides.known]
    rows = [row for row in gap.rows if row not in sides.free and met.claim[row] not in sides.asked]
    if not left or not rows or len(gap.rows) > _MOST_NEW or sides.near[np.ix_(rows, left)].max() >= _UNMET:
        return ""
    others = [sides.source.tokens[met.source[column]].folded for column in left]
    for row in rows:
        folded = sides.claim.tokens[met.claim[row]].folded
        if met.weight[row] >= _LEAST_MEANING and sides.near[row].max() < MET and not _akin(folded, others):
            return sides.word(row)
    return ""


def _akin(word: str, others: Sequence[str]) -> bool:
    """Whether one of some words shares the beginning of another, or stands for the same in the tables."""
    return any(
        word[:4] == other[:4]
        or (min(len(word), len(other)) < _SHORT and word[:3] == other[:3])
        or alike(word, other)
        or synonymous(word, other)
        or converse(word, other)
        for other in others
    )


def _other_name(sides: Alignment, gap: Gap) -> str:
    """A name in the place of another that the claim lacks, or of one that stands in its own place."""
    share = sides.share(names=False)
    there = sides.known_in(gap.columns)
    if share < _SHARE or not there:
        return ""
    for one in sides.asked_in(gap.rows):
        if any(sides.same(one, other) for other in there) or _declined(sides, one):
            continue
        if _lacking(sides, one, gap) or (share >= _SHARE_CROSSED and _crossed(sides, one, there, gap)):
            return " ".join(sides.claim.tokens[place].text for place in one.places)
    return ""


def _lacking(sides: Alignment, one: Mention, gap: Gap) -> bool:
    """Whether a name stands where its source has one that the claim lacks.

    A name that the source has elsewhere may have moved there: then nothing else may be near, nor may it stand beside
    the gap, as one of a list does. A place is only compared with another, not with its short form: "the North".
    """
    moved = {at for at, other in sides.known.items() if sides.same(one, other)}
    columns = [column for column, place in enumerate(sides.met.source) if place in moved]
    beside = any(column - gap.columns.stop in {0, 1} or gap.columns.start - column in {1, 2} for column in columns)
    if moved and (beside or len(gap.columns) > _NEAR_BY):
        return False
    others = sides.known_in(gap.columns)
    return any(_lacks(sides, other) and (bool(other.known) or not one.known) for other in others)


def _declined(sides: Alignment, one: Mention) -> bool:
    """Whether a name has the form that it has in the source, where endings say what it does and its place does not."""
    words = {token.folded for token in sides.source.tokens}
    return sides.is_free_order and all(sides.claim.tokens[place].folded in words for place in one.places)


def _lacks(sides: Alignment, other: Mention) -> bool:
    """Whether a claim leaves out a name of its source; a capital alone makes no name of the first word."""
    is_name = bool(other.known or other.places[0])
    return is_name and not any(sides.same(some, other) for some in sides.asked.values())


def _crossed(sides: Alignment, one: Mention, there: Sequence[Mention], gap: Gap) -> bool:
    return not sides.is_converse and any(
        any(sides.same(one, other) for other in sides.known_in(some.columns))
        and any(sides.same(mine, other) for mine in sides.asked_in(some.rows) for other in there)
        for some in sides.gaps
        if some is not gap
    )


def _other_side(claim: Reading, source: Reading) -> str:
    """The year of a claim that is "after" what its source has "by", or the other way round."""
    here, there = _years(claim), _years(source)
    return next((year for year, side in here.items() if there.get(year, side) != side), "")


def _years(reading: Reading) -> dict[str, int]:
    """The years that a text says something is done by (-1) or after (1)."""
    found = {}
    for place, token in enumerate(reading.tokens):
        if _YEAR.fullmatch(token.text):
            before = reading.tokens[max(0, place - _BACK) : place][::-1]
            beside = reading.tokens[place + 1 : place + _BACK] if reading.language == "hu" else before
            sides = ((word.folded in _FROM) - (word.folded in _UNTIL) for word in beside)
            side = next((side for side in sides if side), 0)
            if side:
                found[token.text] = side
    return found
