"""Why two sentences that tell of the same matter do not answer a question alike, although their words are near.

The one denies what the other says, gives another sum or share, or names somebody else where somebody is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rag.agree.spelling import alike
from rag.asked import Asked, asked, asks_for_somebody
from rag.evidence import Sentence
from rag.evidence.holder_asked import holder_asked
from rag.evidence.premise import named
from rag.extract.compared_kinds import with_bare_sums
from rag.names import Name, names
from rag.numbers import compatible, values
from rag.numbers.values import TIMES, Kind, Value
from rag.records import Query
from rag.verify.clauses import read

_WHEN = frozenset({Asked.TIME, Asked.DAY, Asked.CLOCK})
_KINDS = (frozenset({Kind.MONEY}), frozenset({Kind.PERCENT}), frozenset({Kind.CLOCK}), frozenset({Kind.SCORE}))


def unlike(query: Query, one: Sentence, other: Sentence) -> bool:
    """Whether two sentences cannot give the same answer."""
    return _denies(one) != _denies(other) or _give_others(query, one, other) or _name_others(query, one, other)


def _denies(sentence: Sentence) -> bool:
    reading = read(sentence.text, sentence.language)
    return bool(reading.negations or reading.denials)


def _give_others(query: Query, one: Sentence, other: Sentence) -> bool:
    """Whether both give sums, shares or times, and none in common; or a figure of the question stands in one alone."""
    mine, theirs = (list(with_bare_sums(sentence.values())) for sentence in (one, other))
    kinds = (*_KINDS, TIMES) if asked(query.text, query.language) in _WHEN else _KINDS
    if any(_none_in_common(_of(kind, mine), _of(kind, theirs)) for kind in kinds):
        return True
    return any(_holds(mine, figure) != _holds(theirs, figure) for figure in _figures(query.text, query.language))


@lru_cache(maxsize=256)
def _figures(question: str, language: str) -> tuple[Value, ...]:
    """The figures of a question, but for times."""
    return tuple(value for value in values(question, language) if value.kind not in TIMES)


def _of(kinds: frozenset[Kind], some: Sequence[Value]) -> list[Value]:
    return [value for value in some if value.kind in kinds]


def _none_in_common(some: Sequence[Value], others: Sequence[Value]) -> bool:
    return bool(some and others) and not any(compatible([one], [other]) for one in some for other in others)


def _holds(some: Sequence[Value], figure: Value) -> bool:
    return any((one.kind, one.unit) == (figure.kind, figure.unit) and compatible([one], [figure]) for one in some)


def _name_others(query: Query, one: Sentence, other: Sentence) -> bool:
    """Whether somebody or some place is asked for, and the two name nobody and nothing in common that is not asked."""
    if not _asks_for_a_name(query.text, query.language):
        return False
    mine, theirs = (_others_than(query, sentence) for sentence in (one, other))
    return not any(_are_one(name, another) for name in mine for another in theirs)


@lru_cache(maxsize=256)
def _asks_for_a_name(text: str, language: str) -> bool:
    is_name = asked(text, language) is Asked.NAME or holder_asked(text, language) is not None
    return is_name or asks_for_somebody(text)


def _others_than(query: Query, sentence: Sentence) -> list[Name]:
    """The names of a sentence that the question does not name."""
    known = named(query.text, query.language)
    return [name for name in names(sentence.text, sentence.language) if not any(_are_one(name, one) for one in known)]


def _are_one(one: Name, other: Name) -> bool:
    if one.places or other.places:
        return bool(one.places & other.places)
    return alike(one.words[-1].folded, other.words[-1].folded)
