"""What each sentence does for a question, and what it leaves open: the features that `rag.evidence.odds` weighs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from index.fold import fold
from index.language_tables import SMALL_WORDS
from rag.asked import Asked, is_about_the_answer
from rag.evidence import Sentence
from rag.evidence.binding import speaks_of_another
from rag.evidence.lacking import lacking
from rag.evidence.need import need
from rag.evidence.odds import FEATURES, ON_TOPIC
from rag.evidence.office import names_office, office
from rag.evidence.premise import unheld_by
from rag.evidence.unsaid import may_ask_what_was_not_said, tells_what_was_not_said
from rag.evidence.untold import Untold
from rag.names import licence
from rag.records import Query
from rag.words import Alignment, WordAligner

_ANOTHER = 1.5
"""How far a sentence is from the kind of answer that speaks of somebody else."""


def features(
    query: Query,
    sentences: Sequence[Sentence],
    alignment: Alignment,
    before: Mapping[tuple[str, int], Sentence],
    aligner: WordAligner,
) -> np.ndarray:
    """What each sentence does for the question, float (sentences, features).

    :param alignment: of the question with all sentences, what the sentence before each meets counted in part.
    :param before: every sentence by what goes on behind it, as `rag.evidence.follows` tells.
    """
    asking = _Asking(query, alignment, before, aligner)
    rows = [asking.row(sentence) for sentence in sentences]
    return np.array(rows, dtype=float).reshape(len(rows), len(FEATURES))


class _Asking:
    """A question among all that was found for it; the parameters are those of `features`."""

    def __init__(
        self,
        query: Query,
        alignment: Alignment,
        before: Mapping[tuple[str, int], Sentence],
        aligner: WordAligner,
    ) -> None:
        self._query = query
        self._before = before
        self._aligner = aligner
        self._need = need(query, before.values())
        self._office = office(self._need.head)
        self._terms = _Terms.of(query, alignment)
        self._untold = Untold.of(query, alignment)
        self._best = max((sentence.hit.score for sentence in before.values()), default=0.0)
        self._names = float(alignment.weight[alignment.is_name].sum())
        self._asks_the_unsaid = may_ask_what_was_not_said(query.text)
        self._passages = _passages(before.values()) if self._need.office else {}

    def row(self, sentence: Sentence) -> tuple[float, ...]:
        """What a sentence does for it, in the order of `FEATURES`."""
        content, head = self._terms.failed(sentence, self._need.head)
        unnamed = self._unnamed(sentence)
        return (
            sentence.cosine,
            sentence.coverage,
            sentence.hit.score - self._best,
            max(0.0, ON_TOPIC - self._best),
            content,
            content if self._need.kind is Asked.REASON else 0.0,
            float(not names_office(sentence.text, self._office)) if self._office else head,
            self._lacking(sentence),
            float(bool(unnamed)),
            float(bool(unnamed and self._is_strange(sentence))),
            float(not self._asks_the_unsaid and tells_what_was_not_said(sentence.text)),
            self._names,
            *self._untold.by(sentence),
        )

    def _lacking(self, sentence: Sentence) -> float:
        if speaks_of_another(sentence, self._before, self._query):
            return _ANOTHER
        return lacking(sentence, self._need, self._aligner)

    def _unnamed(self, sentence: Sentence) -> tuple[str, ...]:
        """The names of the question that neither a sentence nor the one before holds.

        In which country it all is the title tells: "the interior minister said" under "Hospital fire in Hungary".
        """
        former = self._before.get((sentence.hit.passage.id, sentence.row - 1))
        failed = unheld_by(self._query, *((sentence.text,) if former is None else (former.text, sentence.text)))
        if not failed or not all(licence(name).places for name in failed):
            return failed
        return failed if unheld_by(self._query, sentence.hit.article.title, sentence.text) else ()

    def _is_strange(self, sentence: Sentence) -> bool:
        """Whether the passage of a sentence lacks a name of the question too.

        Of what institution an office is, an article seldom says again: "the agency's director".
        """
        around = self._passages[sentence.stored.article.id] if self._need.office else (sentence.hit.passage.text,)
        return bool(unheld_by(self._query, *around))


def _passages(sentences: Iterable[Sentence]) -> dict[str, dict[str, None]]:
    """The passages of each article, by its id, each once and in order."""
    found: dict[str, dict[str, None]] = {}
    for one in sentences:
        found.setdefault(one.stored.article.id, {})[one.hit.passage.text] = None
    return found


@dataclass(frozen=True, slots=True)
class _Terms:
    """The words of a question that are content: no names, no small words, none about the answer.

    `match` is float32 (words, sentences) as in `Alignment`, `weight` the share of each word of all these.
    """

    folded: tuple[str, ...]
    match: np.ndarray
    weight: np.ndarray

    @classmethod
    def of(cls, query: Query, alignment: Alignment) -> _Terms:
        small = SMALL_WORDS.get(query.language, frozenset())
        folded = [fold(term) for term in alignment.terms]
        content = [
            place
            for place, term in enumerate(folded)
            if not (alignment.is_name[place] or term in small or is_about_the_answer(term))
        ]
        weight = alignment.weight[content]
        return cls(tuple(folded[place] for place in content), alignment.match[content], weight / (weight.sum() or 1.0))

    def failed(self, sentence: Sentence, head: str) -> tuple[float, float]:
        """The share of the words that a sentence fails, half where there are none; how far it fails the head."""
        match = self.match[:, sentence.place]
        failed = float(self.weight @ (1.0 - match)) if self.weight.any() else 0.5
        return failed, float(1.0 - match[self.folded.index(head)]) if head in self.folded else 0.0
