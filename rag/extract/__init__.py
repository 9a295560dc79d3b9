"""The answer without a language model: the sentences of the articles that answer the question, word for word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from rag.asked import asked, holds
from rag.extract.evidence import Comparison, Sentence, dropped, statements
from rag.extract.seats import with_countries
from rag.extract.sides import Differ, Sides, choose
from rag.extract.unsaid import may_ask_what_was_not_said, tells_what_was_not_said
from rag.records import Agreement, Citation, Claim, Dropped, Hit, Query
from rag.words import Alignment, WordAligner

COMPARED = 40
"""The best sentences that are compared with each other; who else says a claim is looked for among these."""

Shown = tuple[Sentence, Sequence[Sentence]]
"""A sentence that is shown, and all that say the same."""


@dataclass(frozen=True, slots=True)
class Tuning:
    """How sentences are chosen; each default was chosen on development questions (eval/bench/answer_grid.py).

    A sentence scores its coverage of the question, where words that only the sentence before it meets count `before`;
    plus `cosine` times its cosine; plus `kind` if it holds the kind of answer that is asked for; less `unsaid` if it
    tells what was not said and nobody asked that. Two sentences say the same from an agreement of `same`, so that only
    one is shown; from `also` one is named as saying what the other does.
    The others are shares of a score: of the best of its group, for a sentence in the question's language to stand for
    the group (`prefer_own`), unless it fails a word that the best one meets by more than `lose` of the question; of the
    best of all, for such a group to come first (`lead_own`), and for any group to be shown (`keep`).
    """

    cosine: float = 0.6
    before: float = 0.3
    kind: float = 0.1
    unsaid: float = 0.1
    same: float = 0.7
    also: float = 0.5
    prefer_own: float = 0.85
    lose: float = 0.05
    lead_own: float = 0.95
    keep: float = 0.6
    max_claims: int = 5


@dataclass(frozen=True, slots=True)
class Draft:
    """Claims before anybody checked them; `evidence` are the sentences considered, best first.

    `shown` are the sentences of the claims; `dropped` those that were retrieved and must not be used, and why.
    """

    claims: tuple[Claim, ...]
    shown: tuple[Sentence, ...]
    evidence: tuple[Sentence, ...]
    alignment: Alignment
    dropped: tuple[Dropped, ...] = ()


class ExtractiveAnswerer:
    """Chooses the sentences that answer, in the question's language where one says it, else in the original.

    :param differ: tells in which words two sentences contradict each other; by default in figures and dates alone.
    """

    def __init__(
        self, aligner: WordAligner, max_words: int = 120, tuning: Tuning = Tuning(), differ: Differ | None = None
    ) -> None:
        self.aligner = aligner
        self._max_words = max_words
        self._tuning = tuning
        self._differ = differ

    def answer(self, query: Query, hits: Sequence[Hit]) -> Draft:
        """Draft an answer from the hits; no claims when no hit has a sentence."""
        sentences, alignment = self._judge(query, hits)
        told, shown = self._shown(query, sentences[:COMPARED], alignment)
        claims = (*told, *(_claim(sentence, group) for sentence, group in shown))
        return Draft(
            claims, tuple(sentence for sentence, _ in shown), tuple(sentences), alignment, tuple(dropped(hits))
        )

    def _shown(
        self, query: Query, sentences: Sequence[Sentence], alignment: Alignment
    ) -> tuple[list[Claim], list[Shown]]:
        """What is shown of some sentences, best first; and what is said of the sides, to a question about them."""
        if not query.subject or not sentences:
            return [], self._choose(sentences, query.language, alignment)
        sides = choose(query, sentences, self.aligner, max_words=self._max_words, differ=self._differ)
        told = [_statement(query, sides)] if sides.told else []
        return told, [(group[0], group) for group in sides.groups]

    def _choose(self, sentences: Sequence[Sentence], language: str, alignment: Alignment) -> list[Shown]:
        """What is shown, each with all that say the same: the best, and what states other figures than one of those."""
        compared = Comparison(sentences, self.aligner, self._tuning.same)
        chosen: list[tuple[Sentence, list[int]]] = []
        left = self._max_words
        for group in compared.groups():
            best = sentences[group[0]]
            good = best.score >= self._tuning.keep * sentences[0].score and len(chosen) < self._tuning.max_claims
            if good or any(compared.differ(group[0], other[0]) for _, other in chosen):
                sentence = self._own([sentences[place] for place in group], language, alignment)
                length = len(sentence.text.split())
                if length <= left or not chosen:
                    left -= length
                    chosen.append((sentence, group))
        # A reader reads their own language first, where it answers about as well.
        enough = self._tuning.lead_own * sentences[0].score if sentences else 0.0
        chosen.sort(key=lambda pair: pair[0].language != language or sentences[pair[1][0]].score < enough)
        everyone = range(len(sentences))
        return [
            (sentence, [sentences[place] for place in everyone if compared.same(group[0], place, self._tuning.also)])
            for sentence, group in chosen
        ]

    def _judge(self, query: Query, hits: Sequence[Hit]) -> tuple[list[Sentence], Alignment]:
        """Every statement of the hits, best first, each once."""
        found = list(statements(hits))
        texts = [text for *_, text in found]
        alignment = with_countries(self.aligner.align(query.sought, texts), query.sought, texts)
        match = _with_the_one_before(alignment.match, found, self._tuning.before)
        coverage = alignment.weight @ match
        unmet = (alignment.weight[:, None] * (1.0 - match)).max(axis=0, initial=0.0)
        strange = _strange(alignment, found)
        kind = asked(query.text, query.language)
        beside = not may_ask_what_was_not_said(query.text)
        judged = []
        for place, (hit, row, text) in enumerate(found):
            cosine = float(hit.stored.sentence_vectors[row] @ query.vector)
            covered, failed = float(coverage[place]), float(unmet[place])
            score = covered + self._tuning.cosine * cosine
            if kind and holds(text, kind):
                score += self._tuning.kind
            if beside and tells_what_was_not_said(text):
                score -= self._tuning.unsaid
            judged.append(Sentence(hit, row, place, text, cosine, covered, failed, float(strange[place]), score))
        return sorted(judged, key=lambda sentence: -sentence.score), alignment

    def _own(self, group: Sequence[Sentence], language: str, alignment: Alignment) -> Sentence:
        """The member in the question's language if it answers about as well as the best one, word by word too."""
        best = group[0]
        met = alignment.match[:, best.place]
        for sentence in group:
            if sentence.language == language and sentence.score >= self._tuning.prefer_own * best.score:
                lost = alignment.weight * (met - alignment.match[:, sentence.place])
                if lost.max(initial=0.0) <= self._tuning.lose:
                    return sentence
        return best


def _strange(alignment: Alignment, found: Sequence[tuple[Hit, int, str]]) -> np.ndarray:
    """For each sentence, how far the question's worst-met name is from its whole passage."""
    strange = np.zeros(len(found), dtype=np.float32)
    passages = np.array([hit.passage.id for hit, *_ in found])
    for passage in np.unique(passages) if alignment.is_name.any() else ():
        own = passages == passage
        strange[own] = 1.0 - alignment.match[np.ix_(alignment.is_name, own)].max(axis=1).min()
    return strange


def _with_the_one_before(match: np.ndarray, found: Sequence[tuple[Hit, int, str]], share: float) -> np.ndarray:
    """A sentence may speak of "he" or "it": what the sentence before it meets counts for it too, in part."""
    carried = match.copy()
    for place, ((former, before, _), (hit, row, _)) in enumerate(pairwise(found), start=1):
        if hit.passage.id == former.passage.id and before == row - 1:
            carried[:, place] = np.maximum(match[:, place], share * match[:, place - 1])
    return carried


def _claim(shown: Sentence, group: Sequence[Sentence]) -> Claim:
    """The shown sentence, cited; and the best sentence of each other article that says the same."""
    also: dict[str, Citation] = {}
    for sentence in (shown, *group):
        for citation in (sentence.citation(), *sentence.copies()):
            if citation.article_id != shown.stored.article.id:
                also.setdefault(citation.article_id, citation)
    return Claim(shown.text, shown.language, (shown.citation(),), Agreement(same=tuple(also.values())))


def _statement(query: Query, sides: Sides) -> Claim:
    """What is said of the sides, citing them: a sentence of ours, not of an article."""
    said = [group[0] for group in sides.groups] if len(sides.groups) > 1 else sides.groups[0]
    citations: dict[str, Citation] = {}
    for sentence in said:
        citations.setdefault(sentence.stored.article.id, sentence.citation())
    return Claim(sides.statement(query), query.language, tuple(citations.values()))
