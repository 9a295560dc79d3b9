"""Whether the evidence answers a question, and what keeps it from it.

The confidence is that of the sentence that does best (rag/evidence/odds.py), unless the question names somebody whom no
passage found speaks of, or the best sentences say the other way round who does what to whom.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.asked import Asked, holds
from rag.evidence import Sentence
from rag.evidence.gibberish import asks_nothing_known
from rag.evidence.holder_asked import holder_asked
from rag.evidence.need import need
from rag.evidence.odds import FEATURES, FITTED, probability
from rag.evidence.office import names_office
from rag.evidence.premise import named, persons, unheld_by
from rag.extract import Draft
from rag.records import Query
from rag.verify.clauses import read
from rag.verify.direction import swapped
from rag.verify.support import meet
from rag.words import WordAligner, words

REFUSE_BELOW, PARTIAL_BELOW = 0.43, 0.55
"""Below the first 14 % of the answerable development questions of eval.support and eval.answerability are refused, and
67 % of the unanswerable. Below the second an answer says that it is not certain."""
JUDGED = 10
"""The best sentences that are judged."""
ROLES_READ = 5
"""Of how many of the best sentences the roles of names are read."""
CLOSE, CLOSE_BY_NAME = 0.4, 0.3
"""From which coverage on a sentence is shown beside a refusal; the second where it holds the names of the question. Of
the refused development questions 66 % of the answerable and 89 % of the near misses show any, 16 % of those about
something else, where all did."""
_READ = 40
"""Of how many of the best sentences the close ones are chosen."""
SAME_EVENT = 0.6
"""A sentence that fails at most this share of a question's content speaks of what it asks about."""
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
"""Another name of what stands before: "the port (Marmara Holding)"."""
_HELD = 0.5
"""How far from the kind of answer a sentence may be that still holds one."""
_TURNED, _NOWHERE = -6.0, -4.0
"""What it takes from the log odds that the roles are turned, or that no passage holds a name.

Set by hand: of the answerable development questions none was turned, and none but acronyms of another language named
somebody whom no passage found names, so that a fit can only say that these are large."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """How far the evidence answers a question, in [0, 1], by the `sentence` that does best.

    What keeps that sentence from answering, where one thing alone does: `turned`, it says the other way round who does
    what to whom; `strangers`, the names of the question that it does not speak of; `lacks`, the kind of answer;
    `untold`, the act that is asked about.
    """

    confidence: float
    sentence: Sentence | None = None
    turned: bool = False
    strangers: tuple[str, ...] = ()
    lacks: Asked | None = None
    untold: bool = False


def judge(query: Query, draft: Draft, aligner: WordAligner) -> Judgement:
    """Judge a draft; confidence 0 where it has no claims."""
    passages = dict.fromkeys(sentence.hit.passage.text for sentence in draft.evidence)
    if not draft.claims or asks_nothing_known(query, passages, aligner):
        return Judgement(0.0)
    sentences, rows = draft.evidence[:JUDGED], draft.rows[:JUDGED]
    other_way, nowhere = turned(query, draft, aligner), _nowhere(query, draft)
    without = FITTED.log_odds(rows)
    odds = without + _TURNED * bool(other_way) + _NOWHERE * bool(nowhere)
    best = int(odds.argmax())
    sure = probability(float(odds[best]))
    if sure >= REFUSE_BELOW:
        return Judgement(sure, sentences[best])
    if other_way and probability(float(without.max())) >= REFUSE_BELOW:
        return Judgement(sure, other_way[0], turned=True)
    parts = rows * FITTED.weights()
    same_event = rows[:, FEATURES.index("content")] <= SAME_EVENT
    # Where a sentence found holds an answer of that kind, it may be the answer: none is said to be missing.
    tells = bool((rows[:, FEATURES.index("lacking")] < _HELD).any())
    for names in (("unnamed", "strange"), *(() if tells else (("lacking",),)), ("untold", "whether")):
        but_for = without - parts[:, [FEATURES.index(name) for name in names]].sum(axis=1)
        place = int(but_for.argmax())
        # A sentence that fails the act of a short question fails most of its content.
        same = _is_close(query, sentences[place]) if "untold" in names else same_event[place]
        if probability(float(but_for[place])) >= REFUSE_BELOW and same:
            found = _but_for(names, sure, sentences[place], query, nowhere)
            return found if _may_be_said(found, query, draft) else Judgement(sure, sentences[place])
    return Judgement(sure, sentences[best])


def _may_be_said(found: Judgement, query: Query, draft: Draft) -> bool:
    """Whether nothing that is shown beside a refusal may tell what is said to be missing."""
    if not found.lacks or found.sentence is None:
        return True
    office = need(query).office
    if office and not names_office(found.sentence.text, office.name):
        return False
    return not any(_may_tell(sentence, query, found.lacks) for sentence in closest(query, draft.evidence, found))


def _may_tell(sentence: Sentence, query: Query, kind: Asked) -> bool:
    """Whether a sentence holds something of a kind, whatever it is of; a number in words or figures, one too."""
    if kind is Asked.NAME:
        return bool(persons(sentence.text, sentence.language, query.text))
    return kind is Asked.NUMBER and holds(sentence.text, kind)


def _but_for(names: Sequence[str], sure: float, sentence: Sentence, query: Query, nowhere: Sequence[str]) -> Judgement:
    """The judgement on a sentence that would answer but for one thing."""
    if "untold" in names:
        return Judgement(sure, sentence, untold=True)
    if "lacking" in names:
        return Judgement(sure, sentence, lacks=need(query).kind)
    strangers = tuple(nowhere) or unheld_by(query, sentence.hit.passage.text) or unheld_by(query, sentence.text)
    # A question all of whose names are strange is about something else.
    about = len(named(query.text, query.language)) > len(strangers)
    return Judgement(sure, sentence, strangers=strangers if about else ())


def _nowhere(query: Query, draft: Draft) -> tuple[str, ...]:
    """The names of a question that no passage found holds, nor a title; not acronyms, which other languages turn."""
    hits = [sentence.hit for sentence in draft.evidence]
    texts = dict.fromkeys([*(hit.passage.text for hit in hits), *(hit.article.title for hit in hits)])
    return tuple(name for name in unheld_by(query, *texts) if not _is_cut(name))


def _is_cut(name: str) -> bool:
    """Whether a name, as written, is an acronym, with or without an ending: "EBRD", "EBRDs"."""
    return " " not in name and name[:2].isupper()


def turned(query: Query, draft: Draft, aligner: WordAligner) -> list[Sentence]:
    """The best sentences that say the other way round who does what to whom: bought from, not sold to.

    [] unless the best of all does, and at least half of those that hold the names of the question.
    """
    asked = _IN_BRACKETS.sub("", query.text)
    names = [{word.folded for word in name.words} for name in named(asked, query.language)]
    if len(names) < 2 or holder_asked(query.text, query.language):  # who holds an office does nothing to anybody
        return []
    question = read(asked, query.language)
    holding, found = 0, []
    best = sorted(draft.evidence[:JUDGED], key=lambda sentence: -sentence.score)[:ROLES_READ]
    for sentence in best:
        holding += not unheld_by(query, sentence.text)
        said = read(sentence.text, sentence.language)
        name = set(words(swapped(question, said, meet(question, said, aligner), aligner)))
        if name and any(name <= known for known in names):
            found.append(sentence)
    surely = bool(found) and found[0] is best[0] and 2 * len(found) >= holding
    return found if surely else []


def closest(query: Query, evidence: Sequence[Sentence], judgement: Judgement, most: int = 3) -> tuple[Sentence, ...]:
    """The nearest sentences of different articles that come near the question, for a refusal; () where none does.

    The one that a judgement is on comes first, and always where it tells what alone that one lacks.
    """
    first = judgement.sentence
    best: dict[str, Sentence] = {}
    told = judgement.turned or judgement.strangers or judgement.lacks or judgement.untold
    if first is not None and (told or _is_close(query, first)):
        best[first.stored.article.id] = first
    for sentence in evidence[:_READ]:
        if len(best) < most and sentence.stored.article.id not in best and _is_close(query, sentence):
            best[sentence.stored.article.id] = sentence
    return tuple(best.values())


def _is_close(query: Query, sentence: Sentence) -> bool:
    """Whether a sentence meets much of a question, or holds the names that it names."""
    if sentence.coverage >= CLOSE:
        return True
    names = sentence.coverage >= CLOSE_BY_NAME and named(query.text, query.language)
    return bool(names) and not unheld_by(query, sentence.text)
