"""How surely a sentence answers a question: a logistic of what it does for it.

Nearness alone neither puts the answering sentence first nor tells answerable questions from others, because a near miss
is about the same things. What does is what of the question a sentence leaves open: whether it holds an answer of the
kind that is asked for, the names that its passage does not hold, the words that it does not meet, above all those that
are no names. One model both orders the sentences and gives the confidence; eval/bench/fit_odds.py fits it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np

from index.fold import fold
from index.language_tables import SMALL_WORDS
from rag.asked import Asked, is_about_the_answer
from rag.evidence import Sentence
from rag.evidence.binding import speaks_of_another
from rag.evidence.lacking import lacking
from rag.evidence.need import need
from rag.evidence.offices import names_office, office
from rag.evidence.premise import unheld
from rag.evidence.unsaid import may_ask_what_was_not_said, tells_what_was_not_said
from rag.evidence.untold import Untold
from rag.names import licence
from rag.records import Query
from rag.words import Alignment, WordAligner

ON_TOPIC = 0.65
"""What the best passage nearly always scores where the articles speak of the matter; most others reach less."""


_ANOTHER = 1.5
"""How far a sentence is from the kind of answer that speaks of somebody else."""


@dataclass(frozen=True, slots=True)
class Logistic:
    """Weights of what a sentence does for a question, in the order of `features` after the bias.

    `cosine` is how near it is, `coverage` the share of the question that its words meet, `below` how far its passage
    scored below the best one, `far` how far that one scored below `ON_TOPIC`; `content` is the share of the words that
    are no names that it fails, `premise` the same where a reason is asked for, as "why" takes for true all that follows
    it; `head` is how far it fails the noun after "which", `lacking` how far it is from the kind of answer; `unnamed` is
    1 where a name of the question stands neither in it nor in the sentence before, nor a place in the title, `strange`
    where it does not stand in its passage either; `unsaid` is 1 where it tells what was not said and nobody asked that;
    `names` is the share of the question that is names, which any sentence about them covers; `untold` is how far it
    fails the act that is asked about, `whether` the same where it is asked whether that took place.
    """

    bias: float = -1.28
    cosine: float = 0.13
    coverage: float = 5.36
    below: float = 2.88
    far: float = -5.23
    content: float = -0.61
    premise: float = -0.33
    head: float = -1.78
    lacking: float = -4.03
    unnamed: float = -1.65
    strange: float = -2.69
    unsaid: float = -2.22
    names: float = -1.36
    untold: float = -1.85
    whether: float = -2.98

    def weights(self) -> np.ndarray:
        """The weights without the bias, float (features,)."""
        return np.array([getattr(self, field.name) for field in fields(self)[1:]])

    def log_odds(self, rows: np.ndarray) -> np.ndarray:
        """Of each row of features, float (rows,)."""
        return np.asarray(self.bias + rows @ self.weights())


FEATURES = tuple(field.name for field in fields(Logistic)[1:])
FITTED = Logistic()
"""The weights that both the order of the sentences and the confidence go by.

`content`, `untold` and `whether` were fitted last, with the others held: a word for an act counts in all three.
"""


def probability(log_odds: float) -> float:
    """In [0, 1]."""
    return float(1.0 / (1.0 + np.exp(-log_odds)))


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
    needed = need(query, before.values())
    wanted = office(needed.head)
    terms = _Terms.of(query, alignment)
    best = max((sentence.hit.score for sentence in before.values()), default=0.0)
    names = float(alignment.weight[alignment.is_name].sum())
    untold = Untold.of(query, alignment)
    beside_the_point = not may_ask_what_was_not_said(query.text)
    rows = []
    passages: dict[str, dict[str, None]] = {}
    for one in before.values():
        passages.setdefault(one.stored.article.id, {})[one.hit.passage.text] = None
    for sentence in sentences:
        former = before.get((sentence.hit.passage.id, sentence.row - 1))
        unnamed = _unnamed(query, sentence, former)
        # Of what institution an office is, an article seldom says again: "the agency's director".
        around = passages[sentence.stored.article.id] if needed.office else (sentence.hit.passage.text,)
        strange = unnamed and unheld_by(query, *around)
        content, head = terms.failed(sentence, needed.head)
        if wanted:
            head = float(not names_office(sentence.text, wanted))
        rows.append(
            (
                sentence.cosine,
                sentence.coverage,
                sentence.hit.score - best,
                max(0.0, ON_TOPIC - best),
                content,
                content if needed.kind is Asked.REASON else 0.0,
                head,
                _ANOTHER if speaks_of_another(sentence, before, query) else lacking(sentence, needed, aligner),
                float(bool(unnamed)),
                float(bool(strange)),
                float(beside_the_point and tells_what_was_not_said(sentence.text)),
                names,
                *untold.by(sentence),
            )
        )
    return np.array(rows, dtype=float).reshape(len(rows), len(FEATURES))


def _unnamed(query: Query, sentence: Sentence, former: Sentence | None) -> tuple[str, ...]:
    """The names of a question that neither a sentence nor the one before holds.

    In which country it all is the title tells: "the interior minister said" under "Hospital fire in Hungary".
    """
    failed = unheld_by(query, *((sentence.text,) if former is None else (former.text, sentence.text)))
    if not failed or not all(licence(name).places for name in failed):
        return failed
    return failed if unheld_by(query, sentence.hit.article.title, sentence.text) else ()


def unheld_by(query: Query, *texts: str) -> tuple[str, ...]:
    """The names of a question that none of some texts holds."""
    return unheld(query.text, query.language, texts)


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
