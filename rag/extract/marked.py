"""What a question about differences asks for that a rule of `rag.agree` reads: who was the first, a state, an office.

"Who reported it first, by the papers?" is answered by the sentences that name who was, "Is she in prison or free?" by
those that tell either, "Do they agree on the captain's name?" by those that name a captain: whatever their other words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from index.fold import fold
from rag.agree.among_tables import FIRST
from rag.agree.firsts import first_source, one_source
from rag.agree.held import held, is_an_office, offices
from rag.agree.statement import Statement, matches
from rag.agree.states import Side, named_states, stated
from rag.asked import Asked, asked
from rag.evidence import Sentence
from rag.extract.comparing_tables import NAME_NOUNS
from rag.names.full import two_names, written_alike

_ALL = frozenset(
    {frozenset({"director", "chief executive"}), frozenset({"president", "chief executive"}), frozenset({"coach"})}
)
"""Offices that one language or another calls alike."""
_OPENING, _CLOSING = '«„“"', tuple('»“”"')
_WHO = re.compile(r"\b(?:who|whom|kush|kujt|cilin|ko|koga|kome|chi|kik?|kit|kiket|kinek|kicsoda)\b")


@dataclass(frozen=True, slots=True)
class Marked:
    """What a sentence tells of what was asked: places of its first and last word, and the side of a state.

    `over` are the words beside an office that say what it is over: "energy" of a minister.
    """

    statement: Statement
    first: int
    last: int
    what: str
    side: Side | None = None
    over: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words that tell it, with the mark that closes a quotation opened in them."""
        words = self.statement.words()
        start, end = words[self.first].start, words[self.last].end
        text, after = self.statement.text[start:end], self.statement.text[end : end + 1]
        return text + after if any(text.count(sign) % 2 for sign in _OPENING) and after in _CLOSING else text

    def same(self, other: Marked) -> bool:
        """Whether both tell one side or one source, or write one name with the same letters."""
        if self.what == "state":
            return self.side == other.side
        if self.what == "first":
            return one_source(self.statement, self._run, other.statement, other._run)
        return written_alike(self._name, other._name)

    def differs(self, other: Marked) -> bool:
        """Whether both cannot hold: another side or source, or a name that is no spelling of the other."""
        if self.what != "office":
            return not self.same(other)
        return two_names(self._name, other._name)

    @property
    def _run(self) -> tuple[int, int]:
        return self.first, self.last

    @property
    def _name(self) -> list[str]:
        return [word.folded for word in self.statement.words()[self.first : self.last + 1]]


def statement_of(sentence: Sentence) -> Statement:
    """A sentence with what is known of its article."""
    article = sentence.stored.article
    return Statement(sentence.text, article.language, article.published, article.outlet)


@lru_cache(maxsize=256)
def asked_for(question: str, language: str, subject: str = "") -> tuple[str, frozenset[str]]:
    """What a question asks for: "first", "state" or "office", with the names of the states or offices; "" for none.

    :param subject: what it is about where it asks how the articles differ: of "the director" alone, who that is.
    """
    statement = Statement(question, language)
    pattern = FIRST.get(statement.grammar)
    if pattern and any(matches(statement, pattern)):
        return "first", frozenset()
    states = named_states(statement)
    if states:
        return "state", states
    # "Was the director suspended?" does not ask who the director is.
    asks = _asks_who(question, language) or is_an_office(Statement(subject, language))
    named = offices(statement) if asks else frozenset()
    return ("office", named.union(*(some for some in _ALL if some & named))) if named else ("", frozenset())


def _asks_who(question: str, language: str) -> bool:
    folded = fold(question)
    return bool(_WHO.search(folded) or NAME_NOUNS.search(folded) or asked(question, language) is Asked.NAME)


def marked(what: str, of: frozenset[str], statement: Statement) -> Marked | None:
    """What a sentence tells of it; None for nothing."""
    if what == "first":
        run = first_source(statement)
        return Marked(statement, *run, what) if run else None
    if what == "state":
        return next(
            (Marked(statement, one.first, one.last, what, one.side) for one in stated(statement) if one.side[0] in of),
            None,
        )
    return next(
        (
            Marked(statement, *one.person, what, over=one.told_over(statement))
            for one in held(statement)
            if one.office in of
        ),
        None,
    )
