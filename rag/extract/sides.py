"""What the articles say to a question about their differences: one sentence a side, and whether the sides differ.

A side is the sentence of an article that tells most of the subject. Two sides are wanted that speak of the same thing
and do not say the same, best of all with figures or times beside the subject that cannot both hold.

No pair of sentences is called different because a model finds their meanings far apart: that misses "provocation"
against "rehearsal", and takes a third of good translations for differences. Figures and dates that cannot both hold are
a difference; sentences that are less alike than most translations put it differently; the rest say the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from rag.agree.differences import differences
from rag.asked import Asked
from rag.evidence import Sentence
from rag.evidence.comparison import Comparison
from rag.extract.compared import SURE, compared_kind, shared_focus, told
from rag.extract.compared import Told as Given
from rag.extract.comparing import asks_for_words, names_outlets
from rag.extract.marked import statement_of
from rag.records import Citation, Query
from rag.records import Kind as Differing
from rag.wording import Message, say
from rag.words import WordAligner

Told = Literal["sides_differ", "sides_put", "sides_same", "sides_one", ""]
"""What can be said of the sides; each is a message of `rag.wording`, "" for nothing."""
Differ = Callable[[Sentence, Sentence, Differing], tuple[str, str] | None]
"""The words in which two sentences, known to speak of the same thing, contradict each other in a kind of difference.

None where they do not."""
_KINDS = {
    Asked.NUMBER: Differing.FIGURE,
    Asked.MONEY: Differing.FIGURE,
    Asked.DURATION: Differing.FIGURE,
    Asked.TIME: Differing.DATE,
    None: Differing.STAGE,
}
"""In what two sentences may contradict each other where a kind of answer is compared."""
_QUOTED = re.compile('[“„"«]([^“„”"«»]{3,80})[”“"»]')
_MOST_NAMED = 80  # characters of one side's words in the statement
_STATEMENT_WORDS, _NAMED_WORDS = 6, 4
"""Words of the statement, and for each side that it names."""
_OWN = 0.85
"""The share of a side's count from which another that says the same is shown for it, in the question's language."""
_NEVER = -100.0


@dataclass(frozen=True, slots=True)
class Weighing:
    """How sides are chosen; chosen on the development questions about differences.

    A sentence counts its score, and `given` times how near the subject it holds an answer of the kind that is compared.
    Of two sides one has at least `keep` of the best so counted, the other `lesser`; two count what each counts, and
    `agreement` and `focus` times how far they agree, as a whole and in what they tell of the subject, and `differs`
    times how surely their figures or times differ. Sentences that agree from `same` on say the same, and so do those
    that give the same figure or time. A further side has `keep` of the best too, and tells the same of the subject as
    another from `further` on; sentences that agree less than `related` contradict each other in nothing else.
    """

    given: float = 0.5
    keep: float = 0.4
    lesser: float = 0.3
    agreement: float = 1.0
    focus: float = 1.0
    differs: float = 1.0
    same: float = 0.5
    related: float = 0.3
    further: float = 0.4
    most: int = 3


@dataclass(frozen=True, slots=True)
class Sides:
    """The sentences that are shown, each with those of other articles that say the same, and what is said of them.

    `words` are those in which the sides part, in their order, "" for a side that is not named.
    """

    groups: tuple[tuple[Sentence, ...], ...]
    told: Told
    words: tuple[str, ...] = ()

    def statement(self, query: Query) -> str:
        """What is said of the sides, in the question's language; "" for nothing."""
        if not self.told:
            return ""
        named = zip(self.groups, self.words, strict=False)
        parts = named_sides([(word, group[0].citation()) for group, word in named if word])
        message: Message = self.told
        if parts:
            message = "sides_differ_in" if self.told == "sides_differ" else "sides_put_as"
        return say(message, query.language, query.text, sides=parts)


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

    :param differ: tells contradictions other than those between the figures and times that are compared.
    """
    candidates = _Candidates.of(query, sentences, aligner, weighing)
    shown = candidates.own(candidates.shown(max_words - _STATEMENT_WORDS), query.language)
    said, words = candidates.told(query, shown, differ)
    return Sides(tuple(tuple(candidates.group(place, shown)) for place in shown), said, words)


@dataclass(frozen=True, slots=True)
class _Candidates:
    """Sentences that may be sides, each with what it gives for an answer.

    `counts` is what each counts alone; the others have a row and a column for each: `together` what two count besides,
    `focus` and `agreement` how far they tell the same of the subject and as a whole, and whether they say the `same`.
    """

    sentences: Sequence[Sentence]
    given: Sequence[Given]
    weighing: Weighing
    counts: np.ndarray
    together: np.ndarray
    focus: np.ndarray
    agreement: np.ndarray
    same: np.ndarray
    one_article: np.ndarray

    @classmethod
    def of(cls, query: Query, sentences: Sequence[Sentence], aligner: WordAligner, weighing: Weighing) -> _Candidates:
        heard = [told(query, sentence, aligner) for sentence in sentences]
        each = [one.score + weighing.given * own.beside for one, own in zip(sentences, heard, strict=True)]
        good = [place for place, count in enumerate(each) if count >= weighing.lesser * max(each)]
        sentences, given = [sentences[place] for place in good], [heard[place] for place in good]
        counts = np.array([each[place] for place in good])
        compared = Comparison(sentences, aligner, weighing.same)
        everyone = range(len(sentences))
        agreement = np.array([[compared.agreement(one, other) for other in everyone] for one in everyone])
        surely = np.array([[min(one.beside, other.beside) for other in given] for one in given])
        differs = surely * _each_two(given, Given.differs)
        same = np.array([[compared.same(one, other) for other in everyone] for one in everyone])
        same &= (differs < SURE) & ((surely < SURE) | ~_each_two(given, Given.spelled_otherwise))
        same |= (surely >= SURE) & _each_two(given, Given.same)
        articles = np.array([sentence.stored.article.id for sentence in sentences])
        focus = shared_focus(query, sentences, given, aligner)
        focus[_each_two(given, lambda one, other: bool(one.marked and other.marked))] = 1.0
        together = weighing.agreement * agreement + (weighing.focus + weighing.differs * differs) * focus
        one_article = articles[:, None] == articles[None]
        return cls(sentences, given, weighing, counts, together, focus, agreement, same, one_article)

    def shown(self, max_words: int) -> list[int]:
        """The places of the sides: the two that are best together, then the best of other articles that fit."""
        length = np.array(
            [
                len(sentence.text.split()) + _NAMED_WORDS * (own.beside >= SURE)
                for sentence, own in zip(self.sentences, self.given, strict=True)
            ]
        )
        pairs = self.counts[:, None] + self.counts[None] + self.together
        pairs[self.same | self.one_article | (length[:, None] + length[None] > max_words)] = _NEVER
        pairs[self.counts < self.weighing.keep * self.counts.max()] = _NEVER
        one, other = (int(place) for place in np.unravel_index(pairs.argmax(), pairs.shape))
        if pairs[one, other] <= _NEVER:
            return [int(self.counts.argmax())]
        shown = [one, other] if self.counts[one] >= self.counts[other] else [other, one]
        while len(shown) < self.weighing.most:
            left = max_words - int(length[shown].sum())
            fits = (length <= left) & ~(self.same | self.one_article)[:, shown].any(axis=1)
            fits &= self.counts >= self.weighing.keep * self.counts.max()
            fits &= self.focus[:, shown].max(axis=1) >= self.weighing.further
            if not fits.any():
                break
            shown.append(int(np.where(fits, self.counts + self.together[:, shown].max(axis=1), _NEVER).argmax()))
        return shown

    def own(self, shown: Sequence[int], language: str) -> list[int]:
        """The sides, each in the question's language where a sentence of another article says it about as well."""
        chosen = list(shown)
        for at, side in enumerate(shown):
            taken = np.asarray(self.one_article[:, chosen].any(axis=1))
            alike = (
                place
                for place in np.argsort(-self.counts, kind="stable").tolist()
                if self.same[side, place] and not taken[place] and self.sentences[place].language == language
            )
            place = int(next(alike, side))
            if self.sentences[side].language != language and self.counts[place] >= _OWN * self.counts[side]:
                chosen[at] = place
        return chosen

    def group(self, side: int, shown: Sequence[int]) -> Iterator[Sentence]:
        """A side and the others that say the same."""
        yield self.sentences[side]
        yield from (one for place, one in enumerate(self.sentences) if place not in shown and self.same[side, place])

    def told(self, query: Query, shown: Sequence[int], differ: Differ | None) -> tuple[Told, tuple[str, ...]]:
        """What is said of the sides, and the words in which they part."""
        about_outlets = names_outlets(query.text)
        if len(shown) == 1:
            articles = {one.stored.article.id for one in self.group(shown[0], shown)}
            same: Told = "sides_same" if len(articles) > 1 else "sides_one"
            return same if about_outlets else "", ()
        if any(self._differ(one, other) for one in shown for other in shown):
            sure = [place for place in shown if any(self._differ(place, other) for other in shown)]
            return "sides_differ", tuple(self.given[place].text[:_MOST_NAMED] * (place in sure) for place in shown)
        one, other = shown[:2]
        kind = _KINDS.get(compared_kind(query))
        if differ and kind and self.agreement[one, other] >= self.weighing.related:
            words = differ(self.sentences[one], self.sentences[other], kind)
            if words:
                return "sides_differ", words
        # That articles put it differently is no answer to whether Oslo and Bergen agree.
        return ("sides_put", self._put(query, shown)) if about_outlets else ("", ())

    def _differ(self, one: int, other: int) -> bool:
        return self._sure(one, other) and self.given[one].differs(self.given[other])

    def _put(self, query: Query, shown: Sequence[int]) -> tuple[str, ...]:
        """In which words the sides put it, where that can be told: the names asked for, or quotes where words are."""
        if asks_for_words(query.text):
            quoted = [_QUOTED.findall(self.sentences[place].text) for place in shown[:2]]
            if all(quoted):
                return tuple(some[0] for some in quoted)
        named = [place for place in shown if any(self._spelled(place, other) for other in shown)]
        return tuple(self.given[place].text * (place in named) for place in shown)

    def _spelled(self, one: int, other: int) -> bool:
        here, there = self.given[one], self.given[other]
        return self._sure(one, other) and here.spelled_otherwise(there)

    def _sure(self, one: int, other: int) -> bool:
        """Whether both give an answer, and to the same question."""
        here, there = self.given[one], self.given[other]
        if here.marked and there.marked:
            return True
        beside = min(here.beside, there.beside)
        return beside >= SURE and bool(self.focus[one, other] >= SURE)


def _each_two(given: Sequence[Given], holds: Callable[[Given, Given], bool]) -> np.ndarray:
    return np.array([[holds(one, other) for other in given] for one in given], dtype=bool)


def named_sides(sides: Iterable[tuple[str, Citation]]) -> str:
    """The words of some sides, each with who writes them."""
    return ", ".join(f"“{words}” ({_source(citation)})" for words, citation in sides)


def _source(citation: Citation) -> str:
    return ", ".join(part for part in (citation.outlet or citation.article_id, citation.language) if part)


def contradictions(aligner: WordAligner) -> Differ:
    """Contradictions in a figure, a date or a stage, by `rag.agree.differences`.

    Sides speak of the same thing less surely than the sentences its rules for negation and names are meant for.
    """

    def differ(one: Sentence, other: Sentence, kind: Differing) -> tuple[str, str] | None:
        here, there = (statement_of(sentence) for sentence in (one, other))
        found = next((one for one in differences(here, there, aligner) if one.kind is kind), None)
        return (found.here, found.there) if found else None

    return differ
