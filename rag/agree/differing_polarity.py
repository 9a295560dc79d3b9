"""What the one sentence says and the other denies."""

from __future__ import annotations

from collections.abc import Iterator

from rag.agree.pairs import Pair, Statement
from rag.records import Kind
from rag.verify.clauses import Reading, read

_SAME_VERB = 0.35
_SAME_NEGATED = 0.2
_CONCORD = 3
_LEAST, _LEAST_ELSE = 0.5, 0.68
"""The agreement that it takes: more where the verb is not found in the other. Chosen on eval/agreement/dev.yaml."""


def polarity(pair: Pair) -> Iterator[tuple[Kind, str, str, float]]:
    """A verb that the one negates and the other does not; silent where the other denies it by another word."""
    mine, theirs = negated(pair.one), negated(pair.other)
    turned = len(theirs) > len(mine)
    affirming = read(*(pair.one if turned else pair.other).key)
    if len(mine) == len(theirs):
        return
    held = pair.near.T if turned else pair.near
    saying = pair.one if turned else pair.other
    denied_else = {saying.place(affirming.tokens[p].start) for p in _denied(affirming)}
    same = [verb for _, verb in (mine if turned else theirs)]
    for first, verb in theirs if turned else mine:
        if any(held[verb, other] >= _SAME_NEGATED for other in same):
            continue
        place = int(held[verb].argmax())
        if denied_else and (place in denied_else or held[verb, place] < _SAME_VERB):
            return
        denying = pair.other if turned else pair.one
        denied, said = denying.part(min(first, verb), max(first, verb)), saying.part(place, place)
        least = _LEAST if held[verb, place] >= _SAME_VERB else _LEAST_ELSE
        yield Kind.NEGATION, *((said, denied) if turned else (denied, said)), least
        return


def _denied(reading: Reading) -> Iterator[int]:
    """Places of the words that a sentence denies by another word than a negation."""
    for cue in (*reading.denials, *reading.withheld):
        yield from (cue.place, *cue.heads)


def negated(statement: Statement) -> list[tuple[int, int]]:
    """Each negation of a sentence: places of its word and of the verb that it negates."""
    reading = read(*statement.key)
    found: list[tuple[int, int]] = []
    for cue in reading.negations:
        heads = [statement.place(reading.tokens[head].start) for head in cue.heads]
        first = statement.place(reading.tokens[cue.place].start)
        verb = next((head for head in heads if head is not None), None)
        # "askush nuk", "senki sem", "niko nije" are one negation.
        if first is not None and verb is not None and not (found and first - found[-1][0] < _CONCORD):
            found.append((first, verb))
    return found
