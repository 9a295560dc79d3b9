"""How far a thing has come by each of two sentences: "has bought", "is buying", "is about to buy", "may buy"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from rag.agree.pairs import Pair
from rag.agree.stage_tables import ENDINGS, LIGHT, NO_FUTURE, STAGES, Stage
from rag.agree.statement import Statement, Word, spelled
from rag.records import Kind

_SAME_VERB = 0.4
_SAME_SCOPE = 0.65
_SCOPE = 3
_REACH = 2
_AGAIN = 0.5
_LEAST, _LEAST_APART = 0.46, 0.57
"""A stage is compared for one verb, which itself says that two sentences speak of one thing. But "may buy more" is not
the earlier stage of "has bought". Chosen on eval/agreement/dev.yaml."""


@dataclass(frozen=True, slots=True)
class Staged:
    """A verb and its stage: places of the first word that says so, of the verb, and of the last of the two."""

    stage: Stage
    first: int
    verb: int

    @property
    def last(self) -> int:
        """The last word of the expression."""
        return max(self.first, self.verb)


def stages(pair: Pair) -> Iterator[tuple[Kind, str, str, float]]:
    """The predicate of both that is at another stage in the one than in the other, as written.

    Last stands the agreement that it takes: less where one of the two is going on, else they may be of two events.
    """
    for mine, other, _ in _apart(pair):
        least = _LEAST if Stage.ONGOING in {mine.stage, other.stage} else _LEAST_APART
        yield Kind.STAGE, _written(pair.one, mine), _written(pair.other, other), least
        return


def apart(pair: Pair) -> Iterator[tuple[str, str, float]]:
    """Each predicate of both that is at two stages, as written, and how sure it is that it is one predicate."""
    for mine, other, strength in _apart(pair):
        # What may be done again is no earlier stage of what is done: "may buy more".
        unsure = _AGAIN if {mine.stage, other.stage} == {Stage.POSSIBLE, Stage.DONE} else 0.0
        yield _written(pair.one, mine), _written(pair.other, other), strength - unsure


def _apart(pair: Pair) -> Iterator[tuple[Staged, Staged, float]]:
    theirs = staged(pair.other)
    for mine in staged(pair.one):
        alike = [(strength, other) for other in theirs if (strength := _same_verb(pair, mine, other)) > 0]
        if alike and not any(other.stage is mine.stage for _, other in alike):
            strength, other = max(alike, key=lambda found: found[0])
            if _may_be_one(pair, mine.verb, other.verb):
                yield mine, other, strength


def _may_be_one(pair: Pair, one: int, other: int) -> bool:
    """Whether two verbs are near, or what is nearest to either stands beside the other: "appeal", "lodged an appeal".

    "Issued" is not "pay out" where "released" stands elsewhere in the sentence.
    """
    if pair.near[one, other] >= _SAME_VERB:
        return True
    nearest = int(pair.near[one].argmax()), int(pair.near[:, other].argmax())
    return abs(nearest[0] - other) <= _SCOPE and abs(nearest[1] - one) <= _SCOPE


def _same_verb(pair: Pair, mine: Staged, other: Staged) -> float:
    """How sure two expressions speak of one predicate: 0 for not.

    Between "plans" and its verb may stand a time or an object, so what is done is looked for among the words behind it.
    """
    scope, there = _scope(pair.one, mine), _scope(pair.other, other)
    alike = pair.context(scope, there)
    verb = float(pair.near[mine.verb, other.verb])
    done, at = (pair.one, mine.verb) if mine.stage is Stage.DONE else (pair.other, other.verb)
    light = done.words()[at].folded in LIGHT
    # In Hungarian an object ends as a past tense does.
    if mine.stage is not other.stage and Stage.DONE in {mine.stage, other.stage} and (light or done.grammar != "hu"):
        ones = [mine.verb] if mine.stage is Stage.DONE and not light else scope
        others = [other.verb] if other.stage is Stage.DONE and not light else there
        verb = float(pair.near[np.ix_(ones, others)].max())
    if verb >= _SAME_VERB:
        return verb + alike
    return alike if alike >= _SAME_SCOPE and Stage.DONE not in {mine.stage, other.stage} else 0.0


def _scope(statement: Statement, found: Staged) -> list[int]:
    """The verb and the words of content after it: "go on strike"."""
    words = statement.words()
    return [p for p in range(found.verb, len(words)) if p == found.verb or not words[p].small][:_SCOPE]


def _written(statement: Statement, found: Staged) -> str:
    return statement.part(min(found.first, found.verb), found.last)


@lru_cache(maxsize=4096)
def staged(statement: Statement) -> tuple[Staged, ...]:
    """Every verb whose stage the sentence shows, each once: what is said outright goes before what an ending says."""
    words = statement.words()
    text, starts = spelled(statement)
    found: dict[int, Staged] = {}
    for stage, name, pattern in STAGES.get(statement.grammar, ()):
        if pattern is None:
            for place, word in enumerate(words):
                if _ends(word, ENDINGS[statement.grammar, name]):
                    found.setdefault(place, Staged(stage, place, place))
            continue
        for match in pattern.finditer(text):
            first, verb = (bisect_right(starts, at) - 1 for at in (match.start(), match.start("verb")))
            if stage is not Stage.DONE:
                behind = [p for p in range(verb, min(verb + 4, len(words))) if not words[p].small]
                # "Apoteke će roditeljima vraćati novac": the infinitive may stand behind whom it is done to.
                infinitives = (
                    p for p in behind if statement.grammar == "sr" and words[p].folded.endswith(("ti", "ci"))
                )
                verb = next(infinitives, next(iter(behind), verb))
            elif abs(verb - first) > _REACH:
                first = verb
            if _is_verb(words[verb], verb) and not (words[first].text == "May" and first):
                found.setdefault(verb, Staged(stage, first, verb))
    return tuple(_chained(found))


def _chained(found: dict[int, Staged]) -> Iterator[Staged]:
    """ "may seek to buy": what bears on a marker bears on the verb behind it too."""
    for one in found.values():
        over = found.get(one.first)
        if over is not None and over is not one and over.stage in {Stage.POSSIBLE, Stage.PLANNED}:
            yield Staged(min(over.stage, one.stage), over.first, one.verb)
        else:
            yield one


def _is_verb(word: Word, place: int) -> bool:
    return not (word.small or word.folded.isdigit() or (word.capital and place))


def _ends(word: Word, endings: tuple[str, ...]) -> bool:
    lowered = word.text.lower()
    return len(lowered) > 4 and lowered.endswith(endings) and lowered not in NO_FUTURE
