"""What the articles say to a question about their differences: one sentence a side, and whether the sides differ.

No pair of sentences is called different because a model finds their meanings far apart: that misses "provocation"
against "rehearsal", and takes a third of good translations for differences. Figures and dates that cannot both hold are
a difference; sentences that are less alike than most translations put it differently; the rest say the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rag.agree.differences import differences
from rag.agree.pairs import Statement
from rag.asked import Asked, asked
from rag.evidence import Sentence
from rag.evidence.comparison import Comparison
from rag.extract.comparing import names_outlets
from rag.numbers import compatible
from rag.numbers.values import Kind, Value
from rag.records import Kind as Differing
from rag.records import Query
from rag.wording import Message, say
from rag.words import WordAligner

Told = Literal["sides_differ", "sides_put", "sides_same", "sides_one", ""]
"""What can be said of the sides; each is a message of `rag.wording`, "" for nothing."""
Differ = Callable[[Sentence, Sentence], tuple[str, str] | None]
"""The words in which two sentences, known to speak of the same thing, contradict each other; None if in none."""
_TRIED = 12
"""The best sentences that are searched for contradictions."""
_SURE = frozenset({Differing.FIGURE, Differing.DATE, Differing.STAGE})
_TIMES = frozenset({Kind.DATE, Kind.DAY_OF_YEAR, Kind.WEEKDAY, Kind.RELATIVE})
_QUOTED = re.compile('[“„"«]([^“„”"«»]{3,80})[”“"»]')
_MOST_NAMED = 80  # characters of one side's words in the statement


@dataclass(frozen=True, slots=True)
class Weighing:
    """How sides are chosen; chosen on the development questions about differences of the fact set.

    A side has at least `keep` of the best score. Of two sides count their scores, and `agreement` times how far they
    speak of the same thing, and `differs` if they contradict each other; a further one speaks of it from `related`, and
    only those may contradict, each with at least `surely` of the best score. Sentences from `same` on say the same.
    """

    keep: float = 0.5
    agreement: float = 1.25
    differs: float = 0.3
    surely: float = 0.8
    related: float = 0.3
    same: float = 0.6
    most: int = 3


@dataclass(frozen=True, slots=True)
class Sides:
    """The sentences that are shown, each with those of other articles that say the same, and what is said of them."""

    groups: tuple[tuple[Sentence, ...], ...]
    told: Told
    words: tuple[str, ...] = ()

    def statement(self, query: Query) -> str:
        """What is said of the sides, in the question's language; "" for nothing."""
        if not self.told:
            return ""
        named = zip(self.groups, self.words, strict=False)
        parts = [f"“{word}” ({_source(group[0])})" for group, word in named]
        message: Message = self.told
        if parts:
            message = "sides_differ_in" if self.told == "sides_differ" else "sides_put_as"
        return say(message, query.language, query.text, sides=", ".join(parts))


def choose(
    query: Query,
    sentences: Sequence[Sentence],
    aligner: WordAligner,
    *,
    max_words: int,
    differ: Differ | None = None,
    weighing: Weighing = Weighing(),
) -> Sides:
    """Choose the sides among some sentences, best first, of which there is one at least.

    :param differ: tells contradictions; by default those between figures and dates of the kind that is asked for.
    """
    enough = weighing.keep * sentences[0].score
    good = [sentence for sentence in sentences if sentence.score >= enough]
    compared = Comparison(good, aligner, weighing.same)
    differing = _contradictions(good, compared, differ or _figures(asked(query.text)), weighing)
    shown = _pair(good, compared, differing, weighing)
    told, words = _told(query, good, compared, shown, differing)
    told_words = len(Sides(tuple((good[place],) for place in shown), told, words).statement(query).split())
    while 1 < len(shown) < weighing.most:
        left = max_words - told_words - sum(_length(good[place]) for place in shown)
        further = _further(good, compared, shown, left, weighing)
        if further is None:
            break
        shown.append(further)
    return Sides(tuple(tuple(_group(good, compared, place, shown)) for place in shown), told, words)


def _told(
    query: Query,
    good: Sequence[Sentence],
    compared: Comparison,
    shown: Sequence[int],
    differing: dict[tuple[int, int], tuple[str, str]],
) -> tuple[Told, tuple[str, ...]]:
    """What is said of the first sides, and the words in which they part."""
    about_outlets = names_outlets(query.text)
    if len(shown) == 1:
        articles = {some.stored.article.id for some in _group(good, compared, shown[0], shown)}
        same: Told = "sides_same" if len(articles) > 1 else "sides_one"
        return same if about_outlets else "", ()
    parted = next((pair for pair in differing if shown[0] in pair and shown[1] in pair), None)
    if parted:
        words = differing[parted]
        return "sides_differ", words if parted[0] == shown[0] else (words[1], words[0])
    # That articles put it differently is no answer to whether Oslo and Bergen agree.
    if not about_outlets:
        return "", ()
    return "sides_put", _put(query, [good[place] for place in shown])


def _contradictions(
    good: Sequence[Sentence], compared: Comparison, differ: Differ, weighing: Weighing
) -> dict[tuple[int, int], tuple[str, str]]:
    """The pairs of the best sentences that contradict each other, with the words in which they do."""
    pairs = {
        (one, other): words
        for one in range(min(_TRIED, len(good)))
        for other in range(one + 1, min(_TRIED, len(good)))
        if good[one].stored.article.id != good[other].stored.article.id
        and good[other].score >= weighing.surely * good[0].score
        and compared.agreement(one, other) >= weighing.related
        and (words := differ(good[one], good[other]))
    }
    return pairs


def _pair(
    good: Sequence[Sentence],
    compared: Comparison,
    differing: dict[tuple[int, int], tuple[str, str]],
    weighing: Weighing,
) -> list[int]:
    """The two sentences of different articles that answer best, speak of the same thing and do not say the same."""
    pairs = (
        (
            good[one].score
            + good[other].score
            + weighing.agreement * compared.agreement(one, other)
            + weighing.differs * ((one, other) in differing),
            -one,
            -other,
        )
        for one in range(len(good))
        for other in range(one + 1, len(good))
        if good[one].stored.article.id != good[other].stored.article.id
        and ((one, other) in differing or not compared.same(one, other))
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


def _figures(kind: Asked | None) -> Differ:
    """Contradictions between the figures and dates that a question of a kind is about."""

    def differ(one: Sentence, other: Sentence) -> tuple[str, str] | None:
        here, there = (_asked_for(kind, sentence.values()) for sentence in (one, other))
        if compatible(here, there):
            return None
        words = _differing(one, here, there) + _differing(other, there, here)
        return (words[0], words[1]) if len(words) == 2 else None

    return differ


def _put(query: Query, sides: Sequence[Sentence]) -> tuple[str, ...]:
    """In which words the first two sides put it, where that can be told: the times or figures asked for, or quotes."""
    one, other = sides[0], sides[1]
    kind = asked(query.text)
    if kind in (Asked.TIME, Asked.NUMBER):
        here, there = (_asked_for(kind, sentence.values()) for sentence in (one, other))
        words = _differing(one, here, there) + _differing(other, there, here)
    else:
        words = [some[0] for sentence in (one, other) if (some := _QUOTED.findall(sentence.text))]
    return tuple(words) if len(words) == 2 else ()


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


def contradictions(aligner: WordAligner) -> Differ:
    """Contradictions in a figure, a date or a stage, by `rag.agree.differences`.

    Sides speak of the same thing less surely than the sentences its rules for negation and names are meant for.
    """

    def differ(one: Sentence, other: Sentence) -> tuple[str, str] | None:
        here, there = (_statement(sentence) for sentence in (one, other))
        found = next((one for one in differences(here, there, aligner) if one.kind in _SURE), None)
        return (found.here, found.there) if found else None

    return differ


def _statement(sentence: Sentence) -> Statement:
    article = sentence.stored.article
    return Statement(sentence.text, article.language, article.published, article.outlet)
