"""What the one sentence says and the other denies."""

from __future__ import annotations

from collections.abc import Iterator

from index.language_tables import ALL_SMALL_WORDS
from rag.agree.among_tables import ADMITS
from rag.agree.pairs import Pair
from rag.agree.statement import Statement
from rag.records import Kind
from rag.verify.clauses import Reading, read

_SAME_VERB = 0.35
_SAME_NEGATED = 0.2
_CONCORD = 3
_LEAST, _LEAST_ELSE = 0.5, 0.68
"""The agreement that it takes: more where the verb is not found in the other. Chosen on eval/agreement/dev.yaml."""
_MET, _ADMITTED, _DONE = 0.5, 0.6, 0.75
"""How near a word of what is denied is to one of the other sentence that says it, and the shares of such words from
which the other admits it, or tells it as done."""
_OF_AN_ACT, _DOER = 2, 0.3
"""The words that an act has at least, and how near the first of them are at least: one of these is its verb."""
_APART = 4
_HELPERS = frozenset({"aver", "avere", "esser", "essere", "having", "been", "being"})


def polarity(pair: Pair) -> Iterator[tuple[Kind, str, str, float]]:
    """A verb that the one negates and the other does not; silent where the other denies it by another word."""
    mine, theirs = negated(pair.one), negated(pair.other)
    turned = len(theirs) > len(mine)
    affirming = read(*(pair.one if turned else pair.other).key)
    if len(mine) == len(theirs):
        return
    held = pair.near.T if turned else pair.near
    saying = pair.one if turned else pair.other
    elsewhere = {saying.place(affirming.tokens[p].start) for p in _denied(affirming)}
    same = [verb for _, verb in (mine if turned else theirs)]
    for first, verb in theirs if turned else mine:
        if any(held[verb, other] >= _SAME_NEGATED for other in same):
            continue
        place = int(held[verb].argmax())
        if elsewhere and (place in elsewhere or held[verb, place] < _SAME_VERB):
            return
        denying = pair.other if turned else pair.one
        denied, said = denying.part(min(first, verb), max(first, verb)), saying.part(place, place)
        least = _LEAST if held[verb, place] >= _SAME_VERB else _LEAST_ELSE
        yield Kind.NEGATION, *((said, denied) if turned else (denied, said)), least
        return


def denials(pair: Pair) -> Iterator[tuple[Kind, str, str, float]]:
    """An act that the one is said to deny, and that the other tells as admitted, confirmed, or simply done."""
    for turned in (False, True):
        found = _denied_there(pair.turned() if turned else pair)
        if found:
            denied, said = found
            yield Kind.NEGATION, *((said, denied) if turned else (denied, said)), _LEAST
            return


def _denied_there(pair: Pair) -> tuple[str, str] | None:
    """A denial of the one, and the words by which the other says that what is denied is so."""
    mine, theirs = read(*pair.one.key), read(*pair.other.key)
    if theirs.denials or theirs.hedges or theirs.withheld:
        return None
    turned = {place for cue in theirs.negations for place in (cue.place, *cue.heads)}
    admitting = [place for place, token in enumerate(theirs.tokens) if token.folded in ADMITS]
    if turned.intersection(admitting):
        return None
    plain = not (theirs.negations or theirs.reports or theirs.is_modal)
    for cue in mine.denials:
        if any(cue.place in negation.heads for negation in mine.negations):
            continue
        act = [pair.one.place(mine.tokens[place].start) for place in cue.scope if _tells(mine, place)]
        near = pair.near[[place for place in act if place is not None]]
        first, verb = pair.one.place(mine.tokens[cue.place].start), act[0] if act else None
        if len(near) < _OF_AN_ACT or first is None or verb is None:
            continue
        best = near.max(axis=1)
        if best[:_OF_AN_ACT].min() < _DOER:
            continue
        met = float((best >= _MET).mean())
        denied = pair.one.part(first, verb if first < verb <= first + _APART else first)
        there = [pair.other.place(theirs.tokens[place].start) for place in admitting]
        if met >= _ADMITTED and there and there[0] is not None:
            return denied, pair.other.part(there[0], there[0])
        if met >= _DONE and plain:
            place = int(pair.near[verb].argmax())
            return denied, pair.other.part(place, place)
    return None


def _tells(reading: Reading, place: int) -> bool:
    token = reading.tokens[place]
    return token.is_content and token.folded not in ALL_SMALL_WORDS | _HELPERS and len(token.folded) > 2


def _denied(reading: Reading) -> Iterator[int]:
    """Places of the words that a sentence denies by another word than a negation."""
    for cue in (*reading.denials, *reading.withheld):
        yield from (cue.place, *cue.heads)


def denied_else(statement: Statement) -> Iterator[int]:
    """Places of all that a verb of denying bears on, not of its heads alone: "denied sending any drones"."""
    reading = read(*statement.key)
    for cue in reading.denials:
        for at in cue.scope:
            place = statement.place(reading.tokens[at].start)
            if place is not None:
                yield place


def negated(statement: Statement) -> list[tuple[int, int]]:
    """Each negation of a sentence: places of its word and of the verb that it negates."""
    reading = read(*statement.key)
    found: list[tuple[int, int]] = []
    denials = {cue.place for cue in reading.denials}
    for cue in reading.negations:
        if denials.intersection(cue.heads[:1]):  # "did not deny" denies nothing
            continue
        heads = [statement.place(reading.tokens[head].start) for head in cue.heads]
        first = statement.place(reading.tokens[cue.place].start)
        verb = next((head for head in heads if head is not None), None)
        # "askush nuk", "senki sem", "niko nije" are one negation.
        if first is not None and verb is not None and not (found and first - found[-1][0] < _CONCORD):
            found.append((first, verb))
    return found
