"""In what two sentences differ that speak of the same thing: figure, date, name, stage, attribution or negation.

Written to be silent in doubt: most pairs of sentences with other figures just speak of other things, and a reader who
was once shown a difference that is none believes no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.agree import among
from rag.agree.beside import Beside, Told
from rag.agree.differing_figures import dates, figures, figures_of_one_event
from rag.agree.differing_names import names, two_countries
from rag.agree.differing_polarity import denials, polarity
from rag.agree.differing_sources import sources
from rag.agree.pairs import Pair
from rag.agree.stages import stages
from rag.agree.statement import Statement
from rag.agree.states import states
from rag.records import Kind
from rag.words import WordAligner

Found = Iterator[tuple[Kind, str, str]] | Iterator[tuple[Kind, str, str, float]]
_RULES: tuple[Callable[[Pair], Found], ...] = (figures, dates, polarity, denials, stages, names, sources)
LEAST = 0.46
"""Two sentences that agree less than this (`WordAligner.agreement`) need not be compared."""
LEAST_OF_ONE_EVENT = 0.1
"""The same where the articles tell of one event."""
_LEAST_OF_VALUES = 0.57
"""The agreement from which other figures, names or sources are a difference: most pairs with other figures just speak
of other things. Chosen on eval/agreement/dev.yaml."""
_ALONE = Beside()
_VALUES = frozenset({Kind.FIGURE, Kind.DATE})
_SURER = {Kind.NAME: {Kind.ATTRIBUTION}, Kind.WORDING: {Kind.NEGATION}}
"""What says more of the same words: a name differs because the source does, and what is denied is not only reworded."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs, as written: `here` in the one sentence, `there` in the other.

    It is one where the agreement of the two sentences is at least `least`; below, they may speak of two things.
    """

    kind: Kind
    here: str
    there: str
    least: float


def differences(
    one: Statement, other: Statement, aligner: WordAligner, beside: Beside = _ALONE
) -> tuple[Difference, ...]:
    """The differences between two sentences; the caller compares how far they agree with the `least` of each."""
    side_by_side = lru_cache(maxsize=1)(lambda: Pair.of(one, other, aligner))
    found = _of_the_whole(side_by_side(), beside.settled) if beside.whole else []
    if beside.one_event:
        found = _merged(found, [_difference(*each) for each in among.between(one, other, side_by_side, beside)])
    by_others = {kind: [one for one in found if one.kind in sure] for kind, sure in _SURER.items()}
    return tuple(one for one in found if not any(_within(one, by) for by in by_others.get(one.kind, ())))


def other_figures(one: Statement, other: Statement, aligner: WordAligner, told: Told) -> tuple[Difference, ...]:
    """The figures and times alone that two sentences of articles on one event state differently."""
    side_by_side = lru_cache(maxsize=1)(lambda: Pair.of(one, other, aligner))
    return tuple(_difference(*each) for each in figures_of_one_event(one, other, side_by_side, told))


def _of_the_whole(pair: Pair, settled: frozenset[str]) -> list[Difference]:
    found = [_difference(*found) for rule in _RULES for found in rule(pair)]
    found += [_difference(*found[:3], LEAST) for found in states(pair, settled, nearest=False)]
    return [] if any(one.kind in _VALUES for one in found) and two_countries(pair) else found


def _merged(found: Sequence[Difference], more: Sequence[Difference]) -> list[Difference]:
    """What more is found goes before what was found of the same words, or of the same kind with less certainty."""
    kept = [one for one in found if not any(one.kind is other.kind and other.least <= one.least for other in more)]
    return [*more, *kept]


def _difference(kind: Kind, here: str, there: str, least: float = _LEAST_OF_VALUES) -> Difference:
    return Difference(kind, here, there, least)


def _within(one: Difference, by: Difference) -> bool:
    return one.here in by.here or one.there in by.there
