"""What kind of answer a question asks for, and whether a sentence holds one.

Only what can be told from a few words in every language: a sentence that gives a reason, a time, a number or a price
has a word that says so. The tables (`rag/asked/tables.py`) were written from grammars of the five languages, not from
any article; they are folded, as the questions and sentences that they meet are.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from itertools import takewhile

from index.fold import fold
from index.language_tables import ALL_SMALL_WORDS
from index.patterns import lazy
from rag.asked.tables import (
    ASKS,
    ASKS_WHAT,
    CATEGORY,
    COUNTED,
    COUNTERS,
    DIMENSIONS,
    GENERIC,
    HOLDS,
    HOLDS_PERHAPS,
    OPENS_WITH_SOMEBODY,
    PRICE,
    UNSAID,
    WHETHER,
    WHICH,
)

_WORD = lazy(r"[^\W_]+")


class Asked(Enum):
    """What the question word asks for."""

    SHARE = "share"
    AGE = "age"
    CLOCK = "clock"
    REASON = "reason"
    MONEY = "money"
    NAME = "name"
    DAY = "day"
    DURATION = "duration"
    SIZE = "size"
    TIME = "time"
    NUMBER = "number"


_ASKS = {kind: lazy(ASKS[kind.value]) for kind in Asked}
_HOLDS = {kind: lazy(HOLDS[kind.value]) for kind in Asked if kind.value in HOLDS}
_HOLDS.update(dict.fromkeys((Asked.SHARE, Asked.AGE, Asked.SIZE), _HOLDS[Asked.NUMBER]))
_HOLDS_PERHAPS = {Asked(kind): lazy(pattern) for kind, pattern in HOLDS_PERHAPS.items()}
_UNSAID, _COUNTED, _GENERIC, _WHICH = (lazy(pattern) for pattern in (UNSAID, COUNTED, GENERIC, WHICH))
_COUNTERS, _CATEGORY, _PRICE = lazy(COUNTERS), lazy(CATEGORY), lazy(PRICE)
_DIMENSIONS = [(some, lazy(rf"\b(?:{pattern})")) for some, pattern in DIMENSIONS]
_SOMEBODY = lazy(OPENS_WITH_SOMEBODY)
_WHETHER = {language: lazy(pattern) for language, pattern in WHETHER.items()}
_ASKS_WHAT = {language: lazy(pattern) for language, pattern in ASKS_WHAT.items()}
_FIGURES = frozenset({Asked.SHARE, Asked.AGE, Asked.MONEY, Asked.DURATION, Asked.SIZE, Asked.NUMBER})
_INVERTS = frozenset({"did", "do", "does", "will", "would"})
"""Before whoever does it: "how many people did the old man save"."""
_SERBIAN_WITH = lazy(r"\bsa\b")


@lru_cache(maxsize=1024)
def asked(question: str, language: str = "") -> Asked | None:
    """The kind of answer the question asks for; None where it cannot be told."""
    folded = _folded(question, language)
    kinds = (kind for kind, pattern in _ASKS.items() if pattern.search(folded))
    somebody = bool(_SOMEBODY.match(folded))
    return next((kind for kind in kinds if not (somebody and kind in _FIGURES)), None)


def asks_for_somebody(question: str) -> bool:
    """Whether a question opens with the word for somebody or some place, whatever figure it speaks of."""
    return bool(_SOMEBODY.match(fold(question)))


@lru_cache(maxsize=1024)
def asks_whether(question: str, language: str) -> bool:
    """Whether a question is one of yes or no."""
    folded = fold(question)
    if language in _WHETHER:
        return bool(_WHETHER[language].match(folded))
    what = _ASKS_WHAT.get(language)
    return what is not None and folded.rstrip().endswith("?") and not what.search(folded)


def _folded(question: str, language: str) -> str:
    """The question folded, without what is a question word of another language: "sa" is "how many" in Albanian."""
    folded = fold(question)
    return _SERBIAN_WITH.sub("", folded) if language == "sr" else folded


@lru_cache(maxsize=8192)
def holds(sentence: str, kind: Asked) -> bool:
    """Whether a sentence holds an answer of the kind; a name is not looked for."""
    return kind not in _HOLDS or bool(_HOLDS[kind].search(fold(sentence)))


@lru_cache(maxsize=8192)
def holds_perhaps(sentence: str, kind: Asked) -> bool:
    """Whether a sentence has words with which an answer of the kind often comes, though nothing says that it is one."""
    return kind in _HOLDS_PERHAPS and bool(_HOLDS_PERHAPS[kind].search(fold(sentence)))


@lru_cache(maxsize=8192)
def leaves_unsaid(sentence: str) -> bool:
    """Whether a sentence says that somebody did not say something: "did not say how many" answers "how many?"."""
    return bool(_UNSAID.search(fold(sentence)))


@lru_cache(maxsize=1024)
def units(question: str) -> frozenset[str]:
    """The units of `rag.numbers.Value` that may tell the size asked for; none where any may, as for "how big"."""
    folded = fold(question)
    return next((frozenset(some) for some, pattern in _DIMENSIONS if pattern.search(folded)), frozenset())


@lru_cache(maxsize=1024)
def counted(question: str, language: str = "") -> tuple[str, ...]:
    """The words, folded, that follow "how many" up to a "did": the thing counted, and what qualifies it."""
    folded = _folded(question, language)
    found = _COUNTED.search(folded)
    after = _WORD.findall(folded[found.end() :]) if found else []
    if language == "sq" and after and after[0] in ALL_SMALL_WORDS:  # "sa do të rriten": a verb follows, and no noun
        return ()
    counts = takewhile(lambda word: word not in _INVERTS, after)
    return tuple(word for word in counts if word not in ALL_SMALL_WORDS)[:3]


@lru_cache(maxsize=8192)
def is_about_the_answer(word: str) -> bool:
    """Whether a word of a question speaks of the answer or of who gives it, as "kind", "article" or "according" do.

    No sentence needs to hold such a word in order to answer. `word` is as written.
    """
    return bool(_GENERIC.match(fold(word)))


def names_a_sort(word: str) -> bool:
    """Whether a folded noun after "which" is of a sort that the answer need not name: a "town", a "company"."""
    return bool(_CATEGORY.match(word))


def is_counter(word: str) -> bool:
    """Whether a folded word beside a figure may stand for whoever the sentence speaks of: "23 of them", "19 people"."""
    return bool(_COUNTERS.fullmatch(word))


def is_of_a_price(word: str) -> bool:
    """Whether a folded word asks for a price where money is asked for: "cost", "worth"."""
    return bool(_PRICE.fullmatch(word))


@lru_cache(maxsize=1024)
def heads(question: str) -> tuple[str, ...]:
    """The two words, folded, after "which" or "what"; () where a small word or one about the answer follows it."""
    folded = fold(question)
    found = _WHICH.search(folded)
    words = _WORD.findall(folded[found.end() :])[:2] if found else []
    first = words[0] if words else ""
    return () if not first or first in ALL_SMALL_WORDS or is_about_the_answer(first) else tuple(words)
