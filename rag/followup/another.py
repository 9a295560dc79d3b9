"""A question that only names somebody or some place else: "What did Putin say?", "And Biden?" – "What did Biden say?".

The new name takes the place of one of its sort in the question before: a place that of a place, another name that of
another; behind a preposition that of the name behind the same one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.fold import fold, shared_start
from rag.followup import tables
from rag.followup.subject import asks_who, read
from rag.names import Name, names

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ENDING = 2
"""Letters that two forms of one case share at the end, at least."""
_INFLECTS = frozenset({"hu", "sq", "sr"})
_LINKED_BY_ENDING = frozenset({"hu"})


@dataclass(frozen=True, slots=True)
class _Placed:
    """A name and where it stands in its question: alone, with its article, and with the preposition before that.

    `link` is that preposition, "" for none.
    """

    name: Name
    start: int
    end: int
    article: int
    preposition: int
    link: str = ""

    @property
    def is_place(self) -> bool:
        return bool(self.name.places)


def replaced(question: str, before: str, language: str) -> str:
    """The question before with the name of this one in the place of one of its sort; "" where none is.

    :param before: the last question that stood by itself, in the same language.

    >>> replaced("And from Iran?", "What is Russia buying from North Korea?", "en")
    'What is Russia buying from Iran?'
    """
    mine = _placed(question, language)
    if len(mine) != 1 or any(word.noun for word in read(question, language)):
        return ""
    new = mine[0]
    about = _is_about(question, language)
    if about:
        new = replace(new, link="")
    there = [one for one in _placed(before, language) if one.is_place == new.is_place]
    # "Who recognised it?", "And Iran?" asks whether Iran is one of them; "Who is Putin?", "And Biden?" who Biden is.
    who = asks_who(before) and any(word.noun for word in read(before, language))
    old = _taken_by(new, there, language, about=about, who=who)
    if old is None or fold(old.name.text) == fold(new.name.text):
        return ""
    if new.link:
        return before[: old.preposition] + question[new.preposition : new.end] + before[old.end :]
    if new.article < new.start and old.article < old.start:
        return before[: old.article] + question[new.article : new.end] + before[old.end :]
    return before[: old.start] + question[new.start : new.end] + before[old.end :]


def stands_behind_a_preposition(question: str, language: str) -> bool:
    """Whether a question asks "in" or "from" what it names, not "about" it."""
    if _is_about(question, language):
        return False
    cases = language in _LINKED_BY_ENDING
    return any(one.link or (cases and _has_a_case(one)) for one in _placed(question, language))


def _is_about(question: str, language: str) -> bool:
    return bool(re.match(tables.ABOUT.get(language, "$"), fold(question)))


def _taken_by(new: _Placed, there: Sequence[_Placed], language: str, *, about: bool, who: bool) -> _Placed | None:
    """The name whose place a new one takes."""
    if new.link:
        return next((one for one in there if one.link == new.link), None)
    if language in _LINKED_BY_ENDING and not about and _has_a_case(new):
        return next((one for one in there if _shared_ending(one, new) >= _ENDING), None)
    free = [] if who else [one for one in there if not one.link]
    if language in _INFLECTS:
        free.sort(key=lambda one: -_shared_ending(one, new))
    return next(iter(free), there[0] if len(there) == 1 and not who else None)


def _has_a_case(one: _Placed) -> bool:
    """Whether a Hungarian name has the ending of a case that stands for a preposition."""
    return bool(
        re.search(r"(?:b[ae]n|r[oó]l|r[oő]l|t[oó]l|t[oő]l|n[ae]k|n[aá]l|n[eé]l|v[ae]l|b[ae]|r[ae])$", one.name.text)
    )


def _shared_ending(one: _Placed, other: _Placed) -> int:
    return shared_start(fold(one.name.text)[::-1], fold(other.name.text)[::-1])


def _placed(question: str, language: str) -> list[_Placed]:
    """The names of a question in their order."""
    found, at = [], 0
    articles = tables.ARTICLE.get(language, frozenset())
    prepositions = tables.PREPOSITIONS.get(language, frozenset()) - tables.CONNECTIVES.get(language, frozenset())
    for name in names(question, language):
        here = re.compile(r"\W{1,2}".join(re.escape(word.text) for word in name.words)).search(question, at)
        if here is None:
            continue
        start, at = here.span()
        before = list(_WORD.finditer(question, 0, start))
        first = start
        while before and fold(before[-1].group()) in articles:
            first = before.pop().start()
        last = fold(before[-1].group()) if before else ""
        if last in prepositions:
            link = tables.WITH_ARTICLE.get(last[:2], last)
            found.append(_Placed(name, start, at, first, before[-1].start(), link))
        else:
            found.append(_Placed(name, start, at, first, first))
    return found
