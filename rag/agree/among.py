"""Differences between articles on one event, found by what stands beside them.

A long sentence holds several facts, so that two of them may state the same figure otherwise and have little else in
common. Between articles on one event (`rag.agree.one_event`) the words next to the figure, the date or the verb are
enough, where they are alike; every rule says how far the whole sentences must agree all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise

from rag.agree.beside import Beside
from rag.agree.differing_causes import caused, causes
from rag.agree.differing_figures import figures_of_one_event
from rag.agree.differing_names import countries_of, placed
from rag.agree.differing_polarity import denied_else, negated
from rag.agree.differing_roles import namesakes, origins, roles
from rag.agree.differing_wording import wording
from rag.agree.firsts import firsts
from rag.agree.held import persons
from rag.agree.pairs import Pair
from rag.agree.stages import apart, staged
from rag.agree.statement import Statement, Word, around
from rag.agree.states import sides, states
from rag.names.sounds import alike, one_letter_apart
from rag.records import Kind

Found = tuple[Kind, str, str, float]
_LEAST = 0.2
_BESIDE = 0.38
"""How alike the words beside two words must be that are of one subject. Chosen on the development corpora."""
_PERHAPS_SAME_VERB, _SAME_VERB, _SURELY_SAME_VERB = 1.0, 1.3, 1.5
_LEAST_OF_VERB = 0.4
_SAME_DENIED = 0.85
_LEAST_OF_NAMES = 0.15


def one_verb(pair: Pair, nearest: bool) -> Iterator[Found]:
    """One verb with one object at two stages."""
    for mine, other, strength in apart(pair):
        if strength >= (_PERHAPS_SAME_VERB if nearest else _SURELY_SAME_VERB):
            yield Kind.STAGE, mine, other, _LEAST if strength >= _SAME_VERB else _LEAST_OF_VERB
            return


def polarity(pair: Pair) -> Iterator[Found]:
    """The very verb that the other denies, beside words or a name that both have."""
    for turned in (False, True):
        each = pair.turned() if turned else pair
        theirs = {verb for _, verb in negated(each.other)} | set(denied_else(each.other))
        for first, verb in negated(each.one):
            place = int(each.near[verb].argmax())
            if each.near[verb, place] >= _SAME_DENIED and place not in theirs and _one_subject(each, verb, place):
                denied, said = each.one.part(min(first, verb), max(first, verb)), each.other.part(place, place)
                yield Kind.NEGATION, *((said, denied) if turned else (denied, said)), _LEAST
                return


def _one_subject(pair: Pair, one: int, other: int) -> bool:
    """Whether two sentences hold one name, or two words stand in them beside the same ones."""
    words, others = pair.one.words(), pair.other.words()
    known = placed(pair.one)
    named = [w for w in words[1:] if w.capital and len(w.folded) >= 4 and not any(a <= w.start < b for a, b in known)]
    if any(each.capital and alike(name.folded, each.folded) for name in named for each in others):
        return True
    mine, theirs = around(pair.one, *_span(words[one])), around(pair.other, *_span(others[other]))
    return pair.context(mine, theirs) >= _BESIDE


def _span(word: Word) -> tuple[int, int]:
    return word.start, word.end


def people(one: Statement, other: Statement) -> Iterator[Found]:
    """A person of one name in both, whose other name is spelled with another letter."""
    for name, place in _full_names(one):
        for against, there in _full_names(other):
            for same, changed in ((0, 1), (1, 0)):
                if one_letter_apart(name[changed], against[changed]) and alike(name[same], against[same]):
                    yield Kind.NAME, one.part(place, place + 1), other.part(there, there + 1), _LEAST_OF_NAMES
                    return


@lru_cache(maxsize=2048)
def _full_names(statement: Statement) -> tuple[tuple[tuple[str, str], int], ...]:
    """Each two capitalised words that stand together, folded, with the place of the first; no known places."""
    words = statement.words()
    known = placed(statement)
    return tuple(
        ((one.folded, other.folded), place)
        for place, (one, other) in enumerate(pairwise(words))
        if one.capital and other.capital and not other.opens and min(len(one.folded), len(other.folded)) >= 4
        if not any(start <= word.start < end for start, end in known for word in (one, other))
    )


def between(one: Statement, other: Statement, pair: Callable[[], Pair], beside: Beside) -> Iterator[Found]:
    """What two sentences of articles on one event state differently: kind, words of either, least agreement.

    :param pair: sets the words of the two side by side; called only where that is needed.
    :param beside: where each is not the nearest to the other, a verb alone says too little.
    """
    yield from firsts(one, other)
    yield from people(one, other)
    yield from roles(one, other, pair)
    yield from namesakes(one, other, pair)
    if persons(one) and persons(other) and countries_of(one) and countries_of(other):
        yield from origins(pair())
    yield from figures_of_one_event(one, other, pair, beside.told)
    if any((name, not side) in sides(other) for name, side in sides(one)):
        yield from states(pair(), beside.settled, beside.nearest)
    if caused(one) and caused(other):
        yield from causes(pair())
    if {found.stage for found in staged(one)} != {found.stage for found in staged(other)}:
        yield from one_verb(pair(), beside.nearest)
    if beside.nearest:
        yield from polarity(pair())
        yield from ((*found, _LEAST) for found in wording(pair()))
