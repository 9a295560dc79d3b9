"""Whether a figure of a claim counts what another figure of its source counts: "214 crew and 38 passengers"."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rag.numbers import Kind, Value, unlicensed
from rag.verify.clauses import Reading
from rag.verify.support import MET, Met

_AFTER = 3  # words after a figure among which the one it counts stands
_SURE = 0.8  # how near two words must be for the figures beside them to count the same


def miscounted(claim: Reading, source: Reading, met: Met, figures: Sequence[Value], stated: Sequence[Value]) -> str:
    """The figure of a claim whose noun stands beside another figure in its source, and beside its own does not.

    :param figures: of the claim.
    :param stated: of the source.
    """
    for value in figures:
        if value.kind is not Kind.NUMBER:
            continue
        counted = _counted(claim, value, figures)
        equal = [other for other in stated if not unlicensed([value], [other])]
        own = [place for other in equal for place in _counted(source, other, stated)]
        others = [other for other in stated if other.kind is Kind.NUMBER and other not in equal]
        strange = [place for other in others for place in _counted(source, other, stated)]
        if own and strange and _near(met, counted, own) < MET and _near(met, counted, strange) >= _SURE:
            return claim.text[value.start : value.end]
    return ""


def _counted(reading: Reading, value: Value, figures: Sequence[Value]) -> list[int]:
    """The places of the content words right after a figure, up to the next one."""
    ends = [other.start for other in figures if other.start >= value.end]
    end = min(ends, default=len(reading.text))
    after = [place for place, token in enumerate(reading.tokens) if value.end <= token.start < end][:_AFTER]
    if not after:
        return []
    clause = reading.tokens[after[0]].clause
    return [place for place in after if reading.tokens[place].is_content and reading.tokens[place].clause == clause]


def _near(met: Met, some: Sequence[int], others: Sequence[int]) -> float:
    rows = [row for row, place in enumerate(met.claim) if place in some]
    columns = [column for column, place in enumerate(met.source) if place in others]
    return float(met.near[np.ix_(rows, columns)].max(initial=0.0))
