"""What the articles of two sentences tell of them: whether they are on one event, and what else each article holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from index.fold import fold
from rag.agree.beside import Beside, Told
from rag.agree.differences import LEAST, Difference
from rag.agree.one_event import HEARD, OneEvent
from rag.agree.quoted import Near, Quoted
from rag.agree.same import SAME_OF_ONE_EVENT
from rag.agree.same_value import known_in, left_over
from rag.agree.spelling import sounds
from rag.agree.statement import Statement
from rag.agree.states import sides
from rag.numbers.values import Value
from rag.records import Kind


class Articles:
    """What articles tell: their statements, and how far each two agree.

    :param row: of a statement's text in `agreement`, float32 (texts, texts).
    """

    def __init__(self, told: Sequence[Quoted], row: Mapping[str, int], agreement: np.ndarray) -> None:
        self.told = told
        self._row = row
        self._agreement = agreement
        self._statements: dict[str, list[tuple[Statement, int]]] = {}
        for one in told:
            own = self._statements.setdefault(one.citation.article_id, [])
            own.append((one.statement, row[one.statement.text]))
        self._rows = {article: [place for _, place in own] for article, own in self._statements.items()}
        self._events = OneEvent(self._statements, agreement)
        self._settled: dict[str, frozenset[str]] = {}
        self._values: dict[str, Sequence[Value]] = {}

    def nearest(self, cited: Sequence[Quoted], told: Quoted) -> Near:
        """A sentence with the cited one that it agrees with most."""
        strengths = [float(self._agreement[self._row_of(one), self._row_of(told)]) for one in cited]
        best = max(range(len(cited)), key=strengths.__getitem__)
        return Near(strengths[best], cited[best], told)

    def _row_of(self, one: Quoted) -> int:
        return self._row[one.statement.text]

    def on_one_event(self, near: Near) -> bool:
        """Whether the articles of two sentences tell of one event, by other sentences than these two."""
        return self._events.joins(*near.articles, self._row_of(near.cited), self._row_of(near.told))

    def beside(self, near: Near) -> Beside | None:
        """What is known of two sentences by their articles; None where nothing says that they speak of one matter."""
        one_event = self.on_one_event(near)
        if near.strength < LEAST and not one_event:
            return None
        return Beside(
            one_event,
            nearest=one_event and self._is_nearest(near),
            whole=near.strength >= min(LEAST, SAME_OF_ONE_EVENT),
            settled=self._settled_in(near.articles[0]) & self._settled_in(near.articles[1]),
            told=self.figures(near) if one_event else Told(),
        )

    def _is_nearest(self, near: Near) -> bool:
        """Whether each of two sentences is the nearest to the other among the statements of its article."""
        row, column = self._row_of(near.cited), self._row_of(near.told)
        mine, theirs = (self._rows.get(article, []) for article in near.articles)
        strength = self._agreement[row, column]
        return bool(
            (self._agreement[row, theirs] <= strength).all() and (self._agreement[mine, column] <= strength).all()
        )

    def _settled_in(self, article: str) -> frozenset[str]:
        """The states of which an article tells one side only."""
        found = self._settled.get(article)
        if found is None:
            told = {side for statement, _ in self._statements.get(article, ()) for side in sides(statement)}
            count = Counter(name for name, _ in told)
            found = self._settled[article] = frozenset(name for name in count if count[name] == 1)
        return found

    def figures(self, near: Near) -> Told:
        """What the articles of two sentences tell of their figures; nothing where none of these part."""
        mine, other = near.statements
        if not left_over(mine, other):
            return Told()
        here, there = near.articles
        return Told(
            known_in(mine, self._values_of(there)),
            known_in(other, self._values_of(here)),
            near.cited.citation.start + near.told.citation.start,
            near.strength,
        )

    def _values_of(self, article: str) -> Sequence[Value]:
        """The figures and times of an article."""
        found = self._values.get(article)
        if found is None:
            found = [value for statement, _ in self._statements.get(article, ()) for value in statement.values()]
            self._values[article] = found
        return found

    def know_both(self, near: Near, difference: Difference) -> bool:
        """Whether either article holds the name for which the other has another: then they are two persons."""
        if difference.kind is not Kind.NAME:
            return False
        here, there = near.articles
        return self._holds(there, difference.here) or self._holds(here, difference.there)

    def _holds(self, article: str, name: str) -> bool:
        """Whether an article has each word of a full name."""
        wanted = [sounds(word)[:HEARD] for word in fold(name).split()]
        return len(wanted) > 1 and self._events.names_of(article).issuperset(wanted)
