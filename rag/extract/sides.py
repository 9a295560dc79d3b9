"""What the articles say to a question about their differences: one sentence a side, and whether the sides differ.

A side is the sentence of an article that tells most of the subject. Two sides are wanted that speak of the same thing
and do not say the same, best of all with figures or times beside the subject that cannot both hold.

No pair of sentences is called different because a model finds their meanings far apart: that misses "provocation"
against "rehearsal", and takes a third of good translations for differences. Figures and dates that cannot both hold are
a difference; sentences that are less alike than most translations put it differently; the rest say the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rag.agree.differences import differences
from rag.asked import Asked
from rag.evidence import Sentence
from rag.extract.candidates import Candidates, Weighing
from rag.extract.compared_kinds import compared_kind, compared_values
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
_STATEMENT_WORDS = 6
_MOST_NAMED = 80  # characters of one side's words in the statement


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
) -> Sides:
    """Choose the sides among some sentences, best first, of which there is one at least.

    :param differ: tells contradictions other than those between the figures and times that are compared.
    """
    candidates = Candidates.of(query, sentences, aligner, Weighing())
    shown = candidates.own(candidates.shown(max_words - _STATEMENT_WORDS), query.language)
    said, words = _told(candidates, query, shown, differ)
    return Sides(tuple(tuple(candidates.group(place, shown)) for place in shown), said, words)


def _told(
    candidates: Candidates, query: Query, shown: Sequence[int], differ: Differ | None
) -> tuple[Told, tuple[str, ...]]:
    """What is said of the sides, and the words in which they part."""
    about_outlets = names_outlets(query.text)
    if len(shown) == 1:
        articles = {one.stored.article.id for one in candidates.group(shown[0], shown)}
        same: Told = "sides_same" if len(articles) > 1 else "sides_one"
        return same if about_outlets else "", ()
    if any(candidates.differ(one, other) for one in shown for other in shown):
        sure = _parted(candidates, shown)
        return "sides_differ", tuple(candidates.given[place].text[:_MOST_NAMED] * (place in sure) for place in shown)
    one, other = shown[:2]
    kind = _KINDS.get(compared_kind(query))
    known = candidates.sure(one, other) and kind is Differing.FIGURE
    if differ and kind and not known and candidates.agreement[one, other] >= candidates.weighing.related:
        words = differ(candidates.sentences[one], candidates.sentences[other], kind)
        if words and all(
            _is_compared(query, candidates.sentences[at], word) for at, word in zip((one, other), words, strict=True)
        ):
            return "sides_differ", words
    # That articles put it differently is no answer to whether Oslo and Bergen agree.
    return ("sides_put", _put(candidates, query, shown)) if about_outlets else ("", ())


def _is_compared(query: Query, sentence: Sentence, words: str) -> bool:
    """Whether some words of a sentence are a figure or time of the kind that is compared; of acts all are."""
    if compared_kind(query) is None:
        return True
    return words in {sentence.text[value.start : value.end] for value in compared_values(query, sentence)}


def _parted(candidates: Candidates, shown: Sequence[int]) -> list[int]:
    """The sides that part: those that surely differ from one, and those that give another answer to the same."""
    sure = [place for place in shown if any(candidates.differ(place, other) for other in shown)]
    return [
        place
        for place in shown
        if place in sure
        or (
            any(candidates.given[place].differs(candidates.given[other]) for other in sure)
            and any(candidates.sure(place, other) for other in shown if other != place)
        )
    ]


def _put(candidates: Candidates, query: Query, shown: Sequence[int]) -> tuple[str, ...]:
    """In which words the sides put it, where that can be told: the names asked for, or quotes where words are."""
    if asks_for_words(query.text):
        quoted = [_QUOTED.findall(candidates.sentences[place].text) for place in shown[:2]]
        if all(quoted):
            return tuple(some[0] for some in quoted)
    named = [place for place in shown if any(candidates.spelled(place, other) for other in shown)]
    return tuple(candidates.given[place].text * (place in named) for place in shown)


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
