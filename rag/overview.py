"""Questions about all that the articles tell, "What happened?", and the sentences that tell it shortly.

News tell the most important first, so the first sentences of the articles are read. Articles whose first sentences
agree tell of one event; of each the sentence is shown that agrees most with those of its other articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from rag.evidence import Sentence, statements
from rag.extract.comparing_tables import AGREE, DIFFERENT, OUTLETS
from rag.overview_tables import ABOUT, ARTICLES, BESIDE, COMPARING, TELLS_ALL, WHOLE
from rag.records import Hit
from rag.words import WordAligner, words

_FIRST = 4
"""Statements of an article that are read."""
_ONE_EVENT = 0.34
"""How far the two nearest of the first statements of two articles on one event agree: 0.34 and more for most of the
development corpora, where two on two events reach 0.28 at most."""
_SAME, _SAME_LEAD = 0.45, 0.3
"""From here on a sentence tells little that one shown does not."""
_LEAD, _OWN = 0.1, 0.3
"""What it counts to be the first of an article, and to be in the question's language."""
_MOST, _MOST_WORDS = 5, 180
_LONG = 60
"""A sentence of more words says more of much."""


def asks_for_all(question: str) -> bool:
    """Whether a question is about all that the articles tell, and about nothing in particular."""
    asked = words(question)
    whole = WHOLE.search(" ".join(asked))
    rest = asked if whole is None else words(f"{whole.string[: whole.start()]} {whole.string[whole.end() :]}")
    if any(not (word in BESIDE or _any(word, TELLS_ALL, ARTICLES, ABOUT)) for word in rest):
        return False
    return bool(whole) or any(TELLS_ALL.fullmatch(word) for word in asked) or is_of_the_articles(question)


def is_of_the_articles(question: str) -> bool:
    """Whether such a question names the articles, so that it leans on no question before."""
    asked = words(question)
    return any(ARTICLES.fullmatch(word) for word in asked) and any(_any(word, ABOUT, TELLS_ALL) for word in asked)


def asks_how_all_differ(question: str) -> bool:
    """Whether a question asks how the articles differ, or whether they agree, on nothing in particular."""
    asked = words(question)
    known = BESIDE | COMPARING
    if any(not (word in known or _any(word, OUTLETS, ARTICLES, AGREE, DIFFERENT)) for word in asked):
        return False
    return any(OUTLETS.fullmatch(word) for word in asked) and any(AGREE.fullmatch(word) for word in asked)


def _any(word: str, *tables: re.Pattern[str]) -> bool:
    return any(table.fullmatch(word) for table in tables)


def by_event(leads: Sequence[Hit], aligner: WordAligner) -> list[Hit]:
    """The leads in the order of their events, that which most articles tell of first."""
    events = sorted(_Leads.of(leads, aligner).events(), key=len, reverse=True)
    return [leads[place] for event in events for place in sorted(event)]


def overview(leads: Sequence[Hit], language: str, aligner: WordAligner) -> list[Sentence]:
    """The sentences that tell shortly what some articles tell, of the event that most of them tell of first.

    :param leads: the first passage of each article.
    """
    read = _Leads.of(leads, aligner)
    events = sorted(read.events(), key=len, reverse=True)
    each = max(1, (_MOST - 1) // max(1, len(events)))
    shown: list[int] = []
    left = _MOST_WORDS
    for event in events:
        for place in read.central(event, language, shown)[:each]:
            length = len(read.sentences[place].text.split())
            if len(shown) < _MOST and (length <= left or not shown):
                shown.append(place)
                left -= length
    return [read.sentences[place] for place in shown]


@dataclass(frozen=True, slots=True)
class _Leads:
    """The first statements of some articles; `article` is the place of each one's article, `order` its own in that.

    `agreement` is float32 (sentences, sentences).
    """

    sentences: Sequence[Sentence]
    article: np.ndarray
    order: np.ndarray
    agreement: np.ndarray

    @classmethod
    def of(cls, leads: Sequence[Hit], aligner: WordAligner) -> _Leads:
        sentences: list[Sentence] = []
        article, order = [], []
        for number, lead in enumerate(leads):
            for place, (hit, row, text) in enumerate(list(statements([lead]))[:_FIRST]):
                sentences.append(Sentence(hit, row, len(sentences), text, 0.0, 0.0, 0.0))
                article.append(number)
                order.append(place)
        agreement = aligner.agreement([sentence.text for sentence in sentences])
        return cls(sentences, np.array(article, int), np.array(order, int), agreement)

    def events(self) -> Iterator[list[int]]:
        """The places of the articles that tell of each event."""
        left = list(dict.fromkeys(self.article.tolist()))
        while left:
            new = event = [left.pop(0)]
            while new:
                new = [one for one in left if any(self._near(one, other) >= _ONE_EVENT for other in event)]
                event += new
                left = [one for one in left if one not in new]
            yield event

    def _near(self, one: int, other: int) -> float:
        return float(self.agreement[np.ix_(self.article == one, self.article == other)].max(initial=0.0))

    def central(self, event: Sequence[int], language: str, shown: Sequence[int]) -> list[int]:
        """The sentences of an event that most of its articles share, the question's language before others.

        None says what another or one shown says; of the very first sentences, which all tell of the event, this holds
        of less alike ones too.
        """
        counts = {
            place: self._shared(place, event)
            + _LEAD * (self.order[place] == 0)
            + _OWN * (self.sentences[place].language == language)
            for place in range(len(self.sentences))
            if self.article[place] in event
        }
        chosen: list[int] = []
        for place in sorted(counts, key=lambda place: -counts[place]):
            most = _SAME if self.order[place] else _SAME_LEAD
            if all(self.agreement[place, other] < most for other in (*chosen, *shown)):
                chosen.append(place)
        return chosen

    def _shared(self, place: int, event: Sequence[int]) -> float:
        """How far the other articles of an event say what a sentence says, on average."""
        others = [other for other in event if other != self.article[place]]
        near = [float(self.agreement[place, self.article == other].max(initial=0.0)) for other in others]
        long = len(self.sentences[place].text.split()) > _LONG
        return float(np.mean(near)) * (1.0 - 0.5 * long) if near else 0.0
