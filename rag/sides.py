"""What the articles say to a question about their differences: one sentence a side, and whether the sides differ.

No pair of sentences is called different because a model finds their meanings far apart: that misses "provocation"
against "rehearsal", and takes a third of good translations for differences. Figures and dates that cannot both hold are
a difference; sentences that are less alike than most translations put it differently; the rest say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rag.asked import Asked, asked
from rag.evidence import Comparison, Sentence
from rag.number_values import Kind, Value
from rag.numbers import compatible
from rag.records import Query
from rag.wording import Message, say
from rag.words import WordAligner

Told = Literal["sides_differ", "sides_put", "sides_same", "sides_one"]
"""What can be said of the sides; each is a message of `rag.wording`."""
_TIMES = frozenset({Kind.DATE, Kind.DAY_OF_YEAR, Kind.WEEKDAY, Kind.RELATIVE})
_QUOTED = re.compile('[“„"«]([^“„”"«»]{3,80})[”“"»]')
_STATEMENT_WORDS = 25
_MOST_NAMED = 80  # characters of one side's words in the statement


@dataclass(frozen=True, slots=True)
class Weighing:
    """How sides are chosen; chosen on the development questions about differences of the fact set.

    A side has at least `keep` of the best score. Of two sides count their scores, and `agreement` times how far they
    speak of the same thing; a further one speaks of it from `related`. Sentences from `same` on say the same.
    """

    keep: float = 0.5
    agreement: float = 1.0
    related: float = 0.35
    same: float = 0.6
    most: int = 3


@dataclass(frozen=True, slots=True)
class Sides:
    """The sentences that are shown, each with those of other articles that say the same, and what is said of them."""

    groups: tuple[tuple[Sentence, ...], ...]
    told: Told
    words: tuple[str, ...] = ()

    def statement(self, query: Query) -> str:
        """What is said of the sides, in the question's language."""
        named = zip(self.groups, self.words, strict=False)
        parts = [f"“{word}” ({_source(group[0])})" for group, word in named]
        message: Message = self.told
        if parts:
            message = "sides_differ_in" if self.told == "sides_differ" else "sides_put_as"
        return say(message, query.language, query.text, sides=", ".join(parts))


def choose(
    query: Query, sentences: Sequence[Sentence], aligner: WordAligner, max_words: int, weighing: Weighing = Weighing()
) -> Sides:
    """Choose the sides among some sentences, best first, of which there is one at least."""
    enough = weighing.keep * sentences[0].score
    good = [sentence for sentence in sentences if sentence.score >= enough]
    compared = Comparison(good, aligner, weighing.same)
    shown = _pair(good, compared, weighing)
    while 1 < len(shown) < weighing.most:
        left = max_words - _STATEMENT_WORDS - sum(_length(good[place]) for place in shown)
        further = _further(good, compared, shown, left, weighing)
        if further is None:
            break
        shown.append(further)
    groups = tuple(tuple(_group(good, compared, place, shown)) for place in shown)
    if len(groups) == 1:
        return Sides(groups, "sides_same" if len({some.stored.article.id for some in groups[0]}) > 1 else "sides_one")
    told, words = _told(query, [group[0] for group in groups])
    return Sides(groups, told, words)


def _pair(good: Sequence[Sentence], compared: Comparison, weighing: Weighing) -> list[int]:
    """The two sentences of different articles that answer best, speak of the same thing and do not say the same."""
    pairs = (
        (good[one].score + good[other].score + weighing.agreement * compared.agreement(one, other), -one, -other)
        for one in range(len(good))
        for other in range(one + 1, len(good))
        if good[one].stored.article.id != good[other].stored.article.id and not compared.same(one, other)
    )
    _, one, other = max(pairs, default=(0.0, 0, 0))
    return [-one, -other] if other else [0]


def _further(
    good: Sequence[Sentence], compared: Comparison, shown: Sequence[int], left: int, weighing: Weighing
) -> int | None:
    """The best side of an article that has none yet."""
    articles = {good[place].stored.article.id for place in shown}
    sides = [
        (sentence.score + weighing.agreement * near, -place)
        for place, sentence in enumerate(good)
        if sentence.stored.article.id not in articles
        and _length(sentence) <= left
        and (near := max(compared.agreement(place, other) for other in shown)) >= weighing.related
        and not any(compared.same(place, other) for other in shown)
    ]
    return -max(sides)[1] if sides else None


def _group(good: Sequence[Sentence], compared: Comparison, side: int, shown: Sequence[int]) -> Iterator[Sentence]:
    yield good[side]
    for place, sentence in enumerate(good):
        if place not in shown and compared.same(side, place):
            yield sentence


def _told(query: Query, sides: Sequence[Sentence]) -> tuple[Told, tuple[str, ...]]:
    """Whether the first two sides contradict each other or only put it differently, and in which words."""
    one, other = sides[0], sides[1]
    kind = asked(query.text)
    here, there = (_asked_for(kind, sentence.values()) for sentence in (one, other))
    if not compatible(here, there):
        return "sides_differ", tuple(_differing(one, here, there) + _differing(other, there, here))
    if kind in (Asked.TIME, Asked.NUMBER) and here and there:
        words = _differing(one, here, there) + _differing(other, there, here)
        return "sides_put", tuple(words) if len(words) == len(sides) else ()
    quoted = [_QUOTED.findall(sentence.text) for sentence in (one, other)]
    if all(quoted):
        return "sides_put", tuple(some[0] for some in quoted)
    return "sides_put", ()


def _asked_for(kind: Asked | None, values: Sequence[Value]) -> list[Value]:
    """The values that a question of a kind is about."""
    if kind is Asked.TIME:
        return [value for value in values if value.kind in _TIMES]
    if kind is Asked.NUMBER:
        return [value for value in values if value.kind not in _TIMES]
    return list(values)


def _differing(sentence: Sentence, own: Sequence[Value], others: Sequence[Value]) -> list[str]:
    """The first of a sentence's values that the other does not state too, as written."""
    known = {(value.kind, value.low, value.high, value.unit) for value in others}
    for value in own:
        if (value.kind, value.low, value.high, value.unit) not in known:
            return [sentence.text[value.start : value.end][:_MOST_NAMED]]
    return []


def _source(sentence: Sentence) -> str:
    article = sentence.stored.article
    return f"{article.outlet or article.id}, {article.language}" if article.language else article.outlet or article.id


def _length(sentence: Sentence) -> int:
    return len(sentence.text.split())
