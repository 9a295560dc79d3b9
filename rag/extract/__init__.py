"""The answer without a language model: the sentences of the articles that answer the question, word for word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rag.evidence import Sentence, dropped, follows, statements
from rag.evidence.comparison import Comparison
from rag.evidence.features import features
from rag.evidence.odds import FITTED, probability
from rag.extract.aligned import aligned, with_the_one_before, with_the_title
from rag.extract.sides import Differ, Sides, choose
from rag.records import Agreement, Citation, Claim, Dropped, Hit, Query
from rag.words import Alignment, WordAligner

COMPARED = 40
"""The best sentences that are compared with each other; who else says a claim is looked for among these."""
WEIGHED = 16
"""The best sentences by words and nearness whose odds are told."""
_COSINE = 0.6

Shown = tuple[Sentence, Sequence[Sentence]]
"""A sentence that is shown, and all that say the same."""


@dataclass(frozen=True, slots=True)
class Tuning:
    """How sentences are chosen; each default was chosen on development questions (eval/bench/answer_grid.py).

    Words of a question that only the sentence before meets count `before`, those that only the title does `title`. Two
    sentences say the same from an agreement of `same`, so that only one is shown; from `also` one is named as saying
    what the other does. The others are shares of a probability: of the best of its group, for a sentence in the
    question's language to stand for the group (`prefer_own`), unless it fails a word that the best one meets by more
    than `lose` of the question; of the best of all, for such a group to come first (`lead_own`), and for any group to
    be shown (`keep`).
    """

    before: float = 0.3
    title: float = 0.3
    same: float = 0.7
    also: float = 0.5
    prefer_own: float = 0.85
    lose: float = 0.05
    lead_own: float = 0.95
    keep: float = 0.15
    max_claims: int = 5


@dataclass(frozen=True, slots=True)
class Draft:
    """Claims before anybody checked them; `evidence` are the sentences considered, best first.

    `rows`, float (rows, features), say what the first of these do for the question, as in `rag.evidence.features`, and
    `alignment` is that of the question with all of them. `shown` are the sentences of the claims; `dropped` those that
    were retrieved and must not be used, and why. `sides` is what was found for a question about differences.
    """

    claims: tuple[Claim, ...]
    shown: tuple[Sentence, ...]
    evidence: tuple[Sentence, ...]
    rows: np.ndarray
    alignment: Alignment
    dropped: tuple[Dropped, ...] = ()
    sides: Sides | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """Every statement of the hits, best first; the first ones with what they do for the question and their odds.

    `carried` is the alignment in which what the sentence before each meets counts in part.
    """

    sentences: tuple[Sentence, ...]
    rows: np.ndarray
    sure: np.ndarray
    alignment: Alignment
    carried: Alignment


class ExtractiveAnswerer:
    """Chooses the sentences that answer, in the question's language where one says it, else in the original.

    :param differ: tells in which words two sentences contradict each other; by default in figures and dates alone.
    """

    def __init__(
        self,
        aligner: WordAligner,
        max_words: int = 120,
        tuning: Tuning = Tuning(),
        *,
        differ: Differ | None = None,
    ) -> None:
        self.aligner = aligner
        self._max_words = max_words
        self._tuning = tuning
        self._differ = differ

    def answer(self, query: Query, hits: Sequence[Hit]) -> Draft:
        """Draft an answer from the hits; no claims when no hit has a sentence."""
        read = self._read(query, hits)
        sides = self._sides(query, read)
        shown = [(group[0], group) for group in sides.groups] if sides else self._choose(query.language, read)
        told = [statement_of(query, sides)] if sides and sides.told else []
        claims = (*told, *(claim_of(sentence, group) for sentence, group in shown))
        sentences = tuple(sentence for sentence, _ in shown)
        return Draft(claims, sentences, read.sentences, read.rows, read.carried, tuple(dropped(hits)), sides)

    def _sides(self, query: Query, read: _Read) -> Sides | None:
        """The sides, to a question about them."""
        if not query.subject or not read.sentences:
            return None
        sentences = sorted(read.sentences, key=lambda sentence: -sentence.score)[:COMPARED]
        return choose(query, sentences, self.aligner, max_words=self._max_words, differ=self._differ)

    def _choose(self, language: str, read: _Read) -> list[Shown]:
        """What is shown, each with all that say the same: the best, and what states other figures than one of those."""
        sentences = read.sentences[:COMPARED]
        compared = Comparison(sentences, self.aligner, self._tuning.same)
        chosen: list[tuple[int, list[int]]] = []
        left = self._max_words
        for place, group in self._own_first(compared.groups(), language, read):
            sure = group[0] < len(read.sure) and read.sure[group[0]] >= self._tuning.keep * read.sure[0]
            good = sure and len(chosen) < self._tuning.max_claims
            if good or any(compared.differ(group[0], other[0]) for _, other in chosen):
                length = len(sentences[place].text.split())
                if length <= left or not chosen:
                    left -= length
                    chosen.append((place, group))
        everyone = range(len(sentences))
        return [
            (
                sentences[place],
                [sentences[other] for other in everyone if compared.same(group[0], other, self._tuning.also)],
            )
            for place, group in chosen
        ]

    def _read(self, query: Query, hits: Sequence[Hit]) -> _Read:
        """Every statement of the hits, each once: the best by words and nearness by their odds, then the others."""
        found = list(statements(hits))
        alignment = aligned(query, found, self.aligner)
        carried = with_the_one_before(alignment, found, self._tuning.before)
        carried = with_the_title(carried, query, found, self.aligner, self._tuning.title)
        coverage = carried.coverage
        each = []
        for place, (hit, row, text) in enumerate(found):
            cosine, covered = float(hit.stored.sentence_vectors[row] @ query.vector), float(coverage[place])
            each.append(Sentence(hit, row, place, text, cosine, covered, covered + _COSINE * cosine))
        before = {follows(sentence.hit.passage, sentence.row): sentence for sentence in each}
        each.sort(key=lambda sentence: -sentence.score)
        rows = features(query, each[:WEIGHED], carried, before, self.aligner)
        odds = FITTED.log_odds(rows)
        order = np.argsort(-odds, kind="stable")
        weighed = [each[place] for place in order]
        sure = np.array([probability(odds[place]) for place in order])
        return _Read((*weighed, *each[WEIGHED:]), rows[order], sure, alignment, carried)

    def _own_first(self, groups: Sequence[list[int]], language: str, read: _Read) -> list[tuple[int, list[int]]]:
        """Each group with its member to show; the reader's own language first, where it answers about as well."""
        enough = self._tuning.lead_own * _at(read.sure, 0)
        placed = [(self._own(group, language, read), group) for group in groups]
        placed.sort(key=lambda one: read.sentences[one[0]].language != language or _at(read.sure, one[1][0]) < enough)
        return placed

    def _own(self, group: Sequence[int], language: str, read: _Read) -> int:
        """The member in the question's language if it answers about as well as the best one, word by word too."""
        best = group[0]
        met = read.alignment.match[:, read.sentences[best].place]
        for place in group:
            sentence = read.sentences[place]
            surely = _at(read.sure, place) >= self._tuning.prefer_own * _at(read.sure, best)
            if sentence.language == language and surely:
                lost = read.alignment.weight * (met - read.alignment.match[:, sentence.place])
                if lost.max(initial=0.0) <= self._tuning.lose:
                    return place
        return best


def _at(sure: np.ndarray, place: int) -> float:
    """How surely a sentence answers; 0 where that was not told."""
    return float(sure[place]) if place < len(sure) else 0.0


def claim_of(shown: Sentence, group: Sequence[Sentence] = ()) -> Claim:
    """The shown sentence, cited; and the best sentence of each other article that says the same."""
    also: dict[str, Citation] = {}
    for sentence in (shown, *group):
        for citation in (sentence.citation(), *sentence.copies()):
            if citation.article_id != shown.stored.article.id:
                also.setdefault(citation.article_id, citation)
    return Claim(shown.text, shown.language, (shown.citation(),), Agreement(same=tuple(also.values())))


def statement_of(query: Query, sides: Sides) -> Claim:
    """What is said of the sides, citing them: a sentence of ours, not of an article."""
    said = [group[0] for group in sides.groups] if len(sides.groups) > 1 else sides.groups[0]
    citations: dict[str, Citation] = {}
    for sentence in said:
        citations.setdefault(sentence.stored.article.id, sentence.citation())
    return Claim(sides.statement(query), query.language, tuple(citations.values()))
