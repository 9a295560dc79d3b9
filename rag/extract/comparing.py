"""Whether a question asks how the articles differ, and what it asks that about.

"Do the outlets agree on when the ship sailed?" asks about the ship; an outlet that agrees is no content of it. Such a
question names outlets in the plural, and says that they are different ones, asks whether they agree, in what words
they put something, or which of two things holds by them; or it asks what each outlet says, or which says what. The
tables (`rag/extract/comparing_tables.py`) are folded, as the words that they meet are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from index.fold import fold
from index.language_tables import ALL_SMALL_WORDS
from rag.extract.comparing_tables import (
    ABOUT_IT,
    ACCORDING,
    AGREE,
    ALL,
    ALL_SAY,
    DIFFERENT,
    EACH,
    GIVE,
    HOW,
    IN_WHAT_WORDS,
    KINDS,
    MAY_SAY_WHICH,
    NOUN_AFTER,
    OR,
    OUTLET,
    OUTLETS,
    PARTIES,
    QUESTION,
    TELL,
    TELLS,
    THING,
    WHAT,
    WHICH_SAYS_WHAT,
)

_WORD = re.compile(r"[^\W_]+")
_CLAUSE_ENDS = re.compile(r"[?!,;:]\s|\s[–—-]\s|[^\W_]{2}\.\s")  # not within "U.S." or "írják-e"


@lru_cache(maxsize=256)
def subject(question: str) -> str:
    """What a question about differences is about, without its words about outlets; "" for any other question."""
    found = list(_WORD.finditer(question))
    words = [fold(word.group()) for word in found]
    dropped = _dropped(words)
    if not dropped:
        return ""
    kept: list[str] = []
    for start, end in _clauses(question, found):
        # "…, and do the outlets agree on it?" has no content of its own.
        if any(place not in dropped and _is_content(words[place]) for place in range(start, end)):
            places = [place for place in range(start, end) if place not in dropped]
            kept += [found[place].group() for place in _trimmed(places, words)]
    return " ".join(kept)


def names_outlets(question: str) -> bool:
    """Whether a question names outlets, and not two other sides."""
    words = [fold(word) for word in _WORD.findall(question)]
    return any(OUTLETS.fullmatch(word) or OUTLET.fullmatch(word) for word in words) or bool(_all_say(words))


def asks_for_words(question: str) -> bool:
    """Whether a question asks in what words something is put: "in what words", "how do the papers describe"."""
    words = [fold(word) for word in _WORD.findall(question)]
    outlets = _places(words, OUTLETS)
    return bool(_phrase(words, IN_WHAT_WORDS)) or (
        bool(_places(words, HOW)) and any(_near(place, outlets, 3) for place in _places(words, TELL))
    )


def _dropped(words: list[str]) -> set[int]:
    """Places of the words that only say that outlets are compared; none where they are not."""
    outlets = _places(words, OUTLETS)
    agree = _places(words, AGREE)
    put = _phrase(words, IN_WHAT_WORDS)
    each = {place for place in _places(words, EACH) if _near(place, _places(words, OUTLET), 2)}
    single = (_phrase(words, WHICH_SAYS_WHAT) if _phrase(words, MAY_SAY_WHICH) else set()) | each
    if single:
        single |= _places(words, OUTLET)
    if not outlets and not single:
        everyone = _all_say(words)
        if everyone and agree:
            return everyone | agree | _things(words, agree)
        return agree if PARTIES.match(" ".join(words)) else set()
    beside = outlets | _places(words, THING)
    different = {place for place in _places(words, DIFFERENT) if _near(place, beside, 2)}
    # Albanian asks with an "a" before the first verb.
    told = {place for place in _places(words, TELL) if words[place - 1] not in NOUN_AFTER}
    tell = told | (_places(words[:2], TELL) if words[0] == "a" else set())
    according = {place for place in _places(words, ACCORDING) if _near(place, outlets | single, 4)}
    how = bool(put or _places(words, HOW)) and any(_near(place, outlets, 3) for place in tell)
    either = bool(according and _places(words, OR))
    every = {place for place in _places(words, ALL) if _near(place, outlets, 2)} if tell and not put else set()
    if not (different or agree or single or how or either or every):
        return set()
    aside = outlets | different | agree | put | every | single | according | _things(words, agree | different)
    tell |= _places(words, GIVE) | (_places(words, TELLS) if single else set())
    aside |= {place for place in tell if _near(place, outlets | single | agree, 3)}
    asking = _places(words, QUESTION) if single else _places(words, HOW) | _places(words, WHAT)
    return aside | {place for place in asking if _leads_to(place, aside, words)}


def _clauses(question: str, found: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """First and last-but-one place of the words of each clause."""
    start = 0
    for place, (one, other) in enumerate(pairwise(found), start=1):
        if _CLAUSE_ENDS.search(question[max(one.end() - 2, one.start()) : other.start()]):
            yield start, place
            start = place
    yield start, len(found)


def _is_content(word: str) -> bool:
    return word not in ALL_SMALL_WORDS and not any(
        table.fullmatch(word) for table in (ABOUT_IT, TELLS, TELL, EACH, KINDS)
    )


def _trimmed(places: list[int], words: Sequence[str]) -> list[int]:
    """Without the words of grammar that are left over at both ends: "Do the on", "li se o tome", "to the"."""
    first, last = 0, len(places)
    while first < last and _is_left_over(words[places[first]]):
        first += 1
    while last > first and _is_left_over(words[places[last - 1]]):
        last -= 1
    return places[first:last]


def _is_left_over(word: str) -> bool:
    if QUESTION.fullmatch(word):
        return False
    return word in ALL_SMALL_WORDS or bool(ABOUT_IT.fullmatch(word) or KINDS.fullmatch(word))


def _leads_to(place: int, aside: set[int], words: list[str]) -> bool:
    """Whether a question word leads to a word that is left aside, as in "how do the papers differ"."""
    after = next((other for other in range(place + 1, len(words)) if words[other] not in ALL_SMALL_WORDS), -1)
    return after in aside


def _things(words: list[str], agree: set[int]) -> set[int]:
    """Places of "thing" in "the same thing" and "cose diverse"."""
    return {place for place in _places(words, THING) if _near(place, agree, 1)}


def _places(words: list[str], table: re.Pattern[str]) -> set[int]:
    return {place for place, word in enumerate(words) if table.fullmatch(word)}


def _near(place: int, others: set[int], most: int) -> bool:
    return any(0 < abs(place - other) <= most for other in others)


def _all_say(words: list[str]) -> set[int]:
    """Places of "do they all say" and its like."""
    return _phrase(words, ALL_SAY)


def _phrase(words: list[str], table: re.Pattern[str]) -> set[int]:
    """Places of the words of phrases such as "in what words"."""
    line = " ".join(words)
    ends = [0]
    for word in words:
        ends.append(ends[-1] + len(word) + 1)
    return {
        place
        for found in table.finditer(line)
        for place, (start, end) in enumerate(pairwise(ends))
        if start >= found.start() and end - 1 <= found.end()
    }
