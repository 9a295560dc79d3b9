"""What a figure or a time is of, where its words say so: a part, one country, the youngest, the day somebody said it.

Two figures that are of unlike things are no difference, however alike their sentences are: three children in Serbia and
eight in all, 29 of the stolen coins and 43 stolen, the youngest who is two and a boy of three.
"""

from __future__ import annotations

import re
from functools import lru_cache

from index.patterns import lazy
from rag.agree.differing_names import countries_of
from rag.agree.fates import clause_of
from rag.agree.statement import Statement
from rag.names.sounds import alike
from rag.numbers.values import TIMES, Kind, Value
from rag.verify.cues import cues

_OF = lazy(
    r"\W*(?:of (?:the|its|his|her|their|them|those|these|whom|which)|od (?:njih|toga|kojih|\w+[ai]h)"
    r"|nga|prej (?:tyre|të cilave)"
    r"|de[il]|delle|degli|di (?:loro|questi|queste|cui)|\w+ (?:közül|kozul)|közülük|kozuluk)\b",
    re.IGNORECASE,
)
"""Behind a figure: it counts some of a whole."""
_MOST = lazy(
    r"\b(?:youngest|oldest|eldest|најмлађ\w*|најстариј\w*|najmlađ\w*|najmladj\w*|najstarij\w*"
    r"|legfiatalabb\w*|legidősebb\w*|legkisebb\w*|legnagyobb\w*"
    r"|(?:il|la|i|le) più (?:giovan\w+|piccol\w+|anzian\w+|grand\w+|vecchi\w*)"
    r"|më (?:i|e|të) (?:vog\w+|ri|re|rinj|vjet\w+|madh\w*|moshua\w+))",
    re.IGNORECASE,
)
_IN = lazy(r"(?:\b(?:in|inside|across|within|në|u|у|ne)\s+)$", re.IGNORECASE)
_IN_HUNGARIAN = lazy(r"\w*(?:b[ae]n|o[ns]|n)$")
_AND = lazy(r",?\s+(?:(?:and|dhe|i|и|e|és|in|në|u|у)\s+)*", re.IGNORECASE)
_BESIDE = 3
"""Words between a time and the verb of saying that it goes with."""


def of_unlike(one: Statement, mine: Value, other: Statement, theirs: Value) -> bool:
    """Whether the words of two figures or of two times say that they are of unlike things."""
    if mine.kind in TIMES:
        return is_said_then(one, mine) or is_said_then(other, theirs)
    if _is_age(mine) and _is_age(theirs) and _of_two_persons(one, mine, other, theirs):
        return True
    if _is_part(one, mine) is not _is_part(other, theirs) or _is_most(one, mine) is not _is_most(other, theirs):
        return True
    here, there = _within(one, mine), _within(other, theirs)
    if here and there:
        return here != there
    # Several countries are the whole; of one alone the other must speak too.
    return len(here | there) == 1 and (here | there).isdisjoint(_named(other, theirs) if here else _named(one, mine))


@lru_cache(maxsize=4096)
def is_said_then(statement: Statement, time: Value) -> bool:
    """Whether a time is the one at which somebody said something: "police said on Thursday"."""
    table = cues(statement.grammar)
    words = statement.words()
    inside = [place for place, word in enumerate(words) if time.start <= word.start < time.end]
    if table is None or not inside:
        return False
    near = range(max(0, inside[0] - _BESIDE), min(len(words), inside[-1] + _BESIDE + 1))
    return any(words[place].folded in table.reports for place in near)


def _is_part(statement: Statement, figure: Value) -> bool:
    return bool(_OF.match(statement.text, figure.end))


def _is_age(value: Value) -> bool:
    return value.kind is Kind.MEASURE and value.unit == "month"


def _of_two_persons(one: Statement, mine: Value, other: Statement, theirs: Value) -> bool:
    """Whether two ages stand beside names of which none is in the other sentence: 41-year-old Ferraris, Somogyi, 36."""
    here, there = _named_beside(one, mine), _named_beside(other, theirs)
    if not (here and there):
        return False
    return not (_names_any(other, here) or _names_any(one, there))


def _names_any(statement: Statement, names: list[str]) -> bool:
    """Whether a sentence has one of some names, spelled in whatever way."""
    words = [word.folded for word in statement.words() if word.capital]
    return any(alike(name, word) for name in names for word in words)


def _named_beside(statement: Statement, age: Value) -> list[str]:
    """The capitalised words next to an age, folded."""
    words = statement.words()
    inside = [place for place, word in enumerate(words) if age.start <= word.start < age.end]
    if not inside:
        return []
    near = range(max(0, inside[0] - _BESIDE), min(len(words), inside[-1] + _BESIDE + 1))
    return [words[place].folded for place in near if words[place].capital and place not in inside]


def _is_most(statement: Statement, figure: Value) -> bool:
    start, end = clause_of(statement, figure)
    return bool(_MOST.search(statement.text, start, end))


@lru_cache(maxsize=4096)
def _within(statement: Statement, figure: Value) -> frozenset[str]:
    """The countries in which a figure is counted: "U Srbiji je troje dece u bolnici"."""
    start, end = clause_of(statement, figure)
    found: set[str] = set()
    behind = -1  # where the last one that counts ends: "in Albania, Serbia and Hungary" are all meant
    for (begin, until), codes in sorted(countries_of(statement), key=lambda one: one[0]):
        listed = behind >= 0 and _AND.fullmatch(statement.text[behind:begin])
        if listed or (start <= begin < end and _is_in(statement, begin, until)):
            found |= codes
            behind = until
    return frozenset(found)


def _is_in(statement: Statement, begin: int, until: int) -> bool:
    """Whether a country is named as the place where something is."""
    if statement.grammar == "hu":
        return bool(_IN_HUNGARIAN.fullmatch(statement.text[begin:until].lower()))
    return bool(_IN.search(statement.text[:begin]))


def _named(statement: Statement, figure: Value) -> frozenset[str]:
    """The countries that the clause of a figure names, in whatever way."""
    start, end = clause_of(statement, figure)
    return frozenset(code for (begin, _), codes in countries_of(statement) if start <= begin < end for code in codes)
