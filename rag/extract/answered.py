"""What other articles answer to the question of a claim: the same, or another figure or time.

A reader who asks how much a loan is wants to know which outlets give the same sum and which another, however unlike
their sentences are otherwise. `rag.agree` compares what two sentences state as wholes, whatever was asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rag.agree.scope import of_unlike
from rag.agree.statement import Statement
from rag.evidence.odds import probability
from rag.extract.answers import Answers, Two
from rag.extract.marked import statement_of
from rag.extract.unlike import unlike
from rag.numbers.values import TIMES
from rag.records import Agreement, Claim, Differing, Kind

Contradict = Callable[[Statement, Statement], bool]
"""Whether two statements that speak of the same thing differ in anything."""
SAME_VALUE, OTHER_VALUE, SAME_WORDS = 0.4, 0.6, 0.75
"""From which chance on a sentence is said to give the same figure, another one, or the same answer in other words."""
_ANSWERS = 0.4
"""How surely a claim answers that others are said to answer alike: what shows another matter is no answer at all."""


def answered(claim: Claim, answers: Answers, contradict: Contradict) -> Agreement:
    """The articles that answer as a claim does, and those that give another figure or time.

    :param contradict: tells of two sentences that answer in words whether they differ.
    """
    places = (answers.place(citation) for citation in claim.citations)
    here = next((place for place in places if place is not None), None)
    if here is None:
        return Agreement()
    own = {citation.article_id for citation in claim.citations}
    best: dict[str, Two] = {}
    for two in answers.beside(here):
        article = answers.sentences[two.there].stored.article.id
        known = article in own or (article in best and two.chance <= best[article].chance)
        if not known and _is_sure(two) and _may_be_said(two, answers, contradict):
            best[article] = two
    ranked = sorted(best.values(), key=lambda two: -two.chance)
    return Agreement(
        same=tuple(answers.sentences[two.there].citation() for two in ranked if not two.differs),
        differs=tuple(_differing(two, answers) for two in ranked if two.differs),
    )


def _may_be_said(two: Two, answers: Answers, contradict: Contradict) -> bool:
    """Whether nothing in two sentences stands against their giving one answer, or two answers, to the question."""
    if two.values is None:
        return _alike(two, answers, contradict)
    one, other = (statement_of(answers.sentences[place]) for place in (two.here, two.there))
    return not (two.differs and of_unlike(one, two.values[0], other, two.values[1]))


def _alike(two: Two, answers: Answers, contradict: Contradict) -> bool:
    """Whether two sentences that answer in words may answer alike."""
    one, other = answers.sentences[two.here], answers.sentences[two.there]
    if probability(answers.odds[two.here]) < _ANSWERS or unlike(answers.query, one, other):
        return False
    return not contradict(statement_of(one), statement_of(other))


def _differing(two: Two, answers: Answers) -> Differing:
    here, there = answers.told[two.here], answers.told[two.there]
    assert two.values
    kind = Kind.DATE if two.values[0].kind in TIMES else Kind.FIGURE
    return Differing(answers.sentences[two.there].citation(), kind, here.text, there.text)


def _is_sure(two: Two) -> bool:
    if two.values is None:
        return two.chance >= SAME_WORDS
    return two.chance >= (OTHER_VALUE if two.differs else SAME_VALUE)


def joined(stated: Agreement, given: Agreement) -> Agreement:
    """What other articles state, with what they answer; who differs in more than whom it credits says not the same."""
    differs = (*given.differs, *(one for one in stated.differs if not _is_given(one, given)))
    parted = {one.citation.article_id for one in differs if one.kind is not Kind.ATTRIBUTION}
    same = {one.article_id: one for one in (*given.same, *stated.same) if one.article_id not in parted}
    return replace(stated, same=tuple(same.values()), differs=differs)


def _is_given(one: Differing, given: Agreement) -> bool:
    """Whether an article's other figure is told already, as what it answers."""
    return any(one.citation.article_id == each.citation.article_id and one.kind is each.kind for each in given.differs)
