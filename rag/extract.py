"""The answer without a language model: the sentences of the articles that answer the question, word for word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from index.records import Span, StoredPassage
from rag.numbers import Value, compatible, values
from rag.orders import commands_a_machine
from rag.records import Citation, Claim, Dropped, Hit, Query
from rag.words import Alignment, WordAligner, words

MIN_WORDS = 4
"""A shorter "sentence" is a heading, a byline or a fragment, not a statement."""
GROUPED = 40
"""The best sentences that are compared with each other; who else says a claim is looked for among these."""


@dataclass(frozen=True, slots=True)
class Tuning:
    """How sentences are chosen; each default was chosen on development questions (eval/bench/answer_grid.py).

    A sentence scores its coverage of the question plus `cosine` times its cosine. Two sentences say the same from an
    agreement of `same`. The others are shares of a score: of the best of its group, for a sentence in the question's
    language to stand for the group (`prefer_own`); of the best of all, for such a group to come first (`lead_own`), and
    for any group to be shown (`keep`).
    """

    cosine: float = 0.5
    same: float = 0.5
    prefer_own: float = 0.85
    lead_own: float = 0.95
    keep: float = 0.75
    max_claims: int = 4


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that may answer: where it stands, and how well it answers.

    `coverage` is the share of the question that its words meet; `unmet` the weight of the one word it fails most.
    """

    stored: StoredPassage
    span: Span
    text: str
    cosine: float
    coverage: float
    unmet: float
    score: float

    @property
    def language(self) -> str:
        """The language of its article."""
        return self.stored.article.language

    @property
    def figures(self) -> tuple[Value, ...]:
        """The figures and dates that it states."""
        return _figures(self.text, self.language, self.stored.article.published)

    def citation(self) -> Citation:
        """Cite it word for word."""
        return Citation.of(self.stored, self.span)


@dataclass(frozen=True, slots=True)
class Draft:
    """Claims before anybody checked them; `evidence` are the sentences considered, best first.

    `dropped` are sentences that were retrieved and must not be used, and why.
    """

    claims: tuple[Claim, ...]
    evidence: tuple[Sentence, ...]
    alignment: Alignment
    dropped: tuple[Dropped, ...] = ()


class ExtractiveAnswerer:
    """Chooses the sentences that answer, in the question's language where one says it, else in the original."""

    def __init__(self, aligner: WordAligner, max_words: int = 120, tuning: Tuning = Tuning()) -> None:
        self._aligner = aligner
        self._max_words = max_words
        self._tuning = tuning

    def answer(self, query: Query, hits: Sequence[Hit]) -> Draft:
        """Draft an answer from the hits; no claims when no hit has a sentence."""
        sentences, alignment = self._judge(query, hits)
        shown: list[tuple[Sentence, Sequence[Sentence]]] = []
        left = self._max_words
        for group in self._group(sentences):
            if group[0].score < self._tuning.keep * sentences[0].score or len(shown) == self._tuning.max_claims:
                break
            sentence = self._shown(group, query.language)
            length = len(sentence.text.split())
            if length <= left or not shown:
                left -= length
                shown.append((sentence, group))
        # A reader reads their own language first, where it answers about as well.
        enough = self._tuning.lead_own * sentences[0].score if sentences else 0.0
        shown.sort(key=lambda pair: pair[0].language != query.language or pair[1][0].score < enough)
        claims = tuple(_claim(sentence, group) for sentence, group in shown)
        return Draft(claims, tuple(sentences), alignment, tuple(_dropped(hits)))

    def _judge(self, query: Query, hits: Sequence[Hit]) -> tuple[list[Sentence], Alignment]:
        """Every statement of the hits, best first, each once."""
        found = list(_statements(hits))
        alignment = self._aligner.align(query.text, [text for *_, text in found])
        coverage = alignment.coverage
        unmet = (alignment.weight[:, None] * (1.0 - alignment.match)).max(axis=0, initial=0.0)
        judged = []
        for place, (hit, row, text) in enumerate(found):
            cosine = float(hit.stored.sentence_vectors[row] @ query.vector)
            covered, failed = float(coverage[place]), float(unmet[place])
            score = covered + self._tuning.cosine * cosine
            judged.append(Sentence(hit.stored, hit.passage.sentences[row], text, cosine, covered, failed, score))
        return sorted(judged, key=lambda sentence: -sentence.score), alignment

    def _group(self, sentences: Sequence[Sentence]) -> list[list[Sentence]]:
        """Sentences that say the same, across languages; groups and their members best first."""
        best = sentences[:GROUPED]
        agreement = self._aligner.agreement([sentence.text for sentence in best])
        groups: list[list[int]] = []
        for place, sentence in enumerate(best):
            for group in groups:
                alike = agreement[place, group[0]] >= self._tuning.same
                if alike and compatible(sentence.figures, best[group[0]].figures):
                    group.append(place)
                    break
            else:
                groups.append([place])
        return [[best[place] for place in group] for group in groups]

    def _shown(self, group: Sequence[Sentence], language: str) -> Sentence:
        """The member in the question's language if it answers about as well as the best one."""
        for sentence in group:
            if sentence.language == language and sentence.score >= self._tuning.prefer_own * group[0].score:
                return sentence
        return group[0]


def _statements(hits: Sequence[Hit]) -> Iterator[tuple[Hit, int, str]]:
    for hit, row, text in _sentences(hits):
        if is_statement(text) and not commands_a_machine(text):
            yield hit, row, text


def _dropped(hits: Sequence[Hit]) -> Iterator[Dropped]:
    for _, _, text in _sentences(hits):
        if commands_a_machine(text):
            yield Dropped(text, "it commands a machine in place of telling a reader something")


def _sentences(hits: Sequence[Hit]) -> Iterator[tuple[Hit, int, str]]:
    """Every sentence of the hits with its place in its passage, each once."""
    seen = set()
    for hit in hits:
        for row, span in enumerate(hit.passage.sentences):
            if (hit.article.id, span) not in seen:
                seen.add((hit.article.id, span))
                yield hit, row, hit.passage.quote(span)


def is_statement(text: str) -> bool:
    """A sentence that states something: no heading, byline, list lead-in or question."""
    return len(words(text)) >= MIN_WORDS and text.rstrip("\"'”»’")[-1:] not in {":", "?", "…"}


@lru_cache(maxsize=10_000)
def _figures(text: str, language: str, published: date | None) -> tuple[Value, ...]:
    # Kept from question to question, like the words of a sentence: reading a new one takes 0.06 ms.
    return tuple(values(text, language, published))


def _claim(shown: Sentence, group: Sequence[Sentence]) -> Claim:
    """The shown sentence, cited; and the best sentence of each other article that says the same."""
    also: dict[str, Citation] = {}
    for sentence in group:
        if sentence.stored.article.id != shown.stored.article.id:
            also.setdefault(sentence.stored.article.id, sentence.citation())
    return Claim(shown.text, shown.language, (shown.citation(),), tuple(also.values()))
