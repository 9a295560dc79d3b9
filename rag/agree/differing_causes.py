"""Two causes of one thing: "sank because of a technical fault" against "potonuo je zbog nevremena"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from index.patterns import lazy
from rag.agree.pairs import Pair
from rag.agree.statement import Statement, matches
from rag.records import Kind

_BECAUSE = {
    "en": r"because of|due to|owing to|caused by|triggered by|blamed on|as a result of|on account of",
    "it": r"a causa d\w+|per colpa d\w+|dovut[oaie] a\w*|causat[oaie] da\w*|provocat[oaie] da\w*|innescat[oaie] da\w*",
    "sr": r"zbog|usled|uzrokovan\w*|prouzrokovan\w*|izazvan\w*",
    "sq": r"per shkak te|(?:i|e|te|u) shkaktuar? nga|u shkaktua nga|si pasoje e|per arsye te",
    "hu": r"miatt|okozta|kovetkezteben|eredmenyekepp?en",
}
"""Words that lead to a cause; in Hungarian they stand behind it."""
_PATTERNS = {language: lazy(rf"(?<!\w)(?:{words})(?!\w)") for language, words in _BECAUSE.items()}
_LONGEST, _LONGEST_BEFORE = 4, 2
_EFFECT = 6
"""Words of content next to a cause among which stands what it brought about."""
_SAME_EFFECT, _OTHER_CAUSE = 0.6, 0.35
_LEAST = 0.2


@dataclass(frozen=True, slots=True)
class _Cause:
    """Places of the words of content that name a cause, and of those near it that may be its effect."""

    named: tuple[int, ...]
    effect: tuple[int, ...]


def causes(pair: Pair) -> Iterator[tuple[Kind, str, str, float]]:
    """Two causes of which no word comes near one of the other, of the same effect."""
    for mine in caused(pair.one):
        for other in caused(pair.other):
            effect, named, here, there = (
                float(pair.near[np.ix_(some, others)].max(initial=0.0))
                for some, others in (
                    (mine.effect, other.effect),
                    (mine.named, other.named),
                    (mine.named, other.effect),
                    (mine.effect, other.named),
                )
            )
            # The cause of the one may be the effect of the other: tests bring sanctions, and these a shortage.
            if effect >= _SAME_EFFECT and max(named, here, there) < _OTHER_CAUSE:
                yield Kind.WORDING, _written(pair.one, mine), _written(pair.other, other), _LEAST
                return


def _written(statement: Statement, cause: _Cause) -> str:
    return statement.part(cause.named[0], cause.named[-1])


@lru_cache(maxsize=2048)
def caused(statement: Statement) -> tuple[_Cause, ...]:
    """Each cause that a sentence gives, with what may be its effect."""
    pattern = _PATTERNS.get(statement.grammar)
    if pattern is None:
        return ()
    words = statement.words()
    given = []
    for first, last in matches(statement, pattern):
        named = _before(statement, first) if statement.grammar == "hu" else _behind(statement, last + 1)
        told = [p for p, w in enumerate(words) if not w.small and not (w.capital and p) and not w.folded.isdigit()]
        told = [p for p in told if p not in named and not first <= p <= last]
        effect = (*[p for p in told if p < first][-_EFFECT:], *[p for p in told if p > last][:_EFFECT])
        if named and effect:
            given.append(_Cause(named, effect))
    return tuple(given)


def _behind(statement: Statement, start: int) -> tuple[int, ...]:
    words = statement.words()
    kept: list[int] = []
    for place in range(start, min(start + 2 * _LONGEST, len(words))):
        if kept and (words[place].opens or len(kept) == _LONGEST):
            break
        if not words[place].small:
            kept.append(place)
    return tuple(kept)


def _before(statement: Statement, end: int) -> tuple[int, ...]:
    words = statement.words()
    kept: list[int] = []
    for place in range(end - 1, max(-1, end - 1 - _LONGEST_BEFORE), -1):
        if not words[place].small:
            kept.insert(0, place)
        if words[place].opens:
            break
    return tuple(kept)
