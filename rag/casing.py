"""A question in capitals throughout, "Who Is The Mayor?" or "WHO IS THE MAYOR?", with those that its words have.

Names are known by their capitals, which tell nothing where every word has one. A word is then a name if the passages
found for the question write it so within a sentence, or if it is known as a place. The
same is not done to a question without any capital: more that can be answered would be refused.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from index.fold import fold
from index.language_tables import SMALL_WORDS
from rag.extract.comparing import subject
from rag.names.places import mentions
from rag.records import Hit, Query

_WORD = re.compile(r"[^\W\d_]+")
# Not those that open a sentence; "accusa" of "l'accusa" stands within one whatever is before.
_WITHIN = re.compile(r"(?<=[\w,;’'-] )[^\W\d_]+|(?<=\w['’-])[^\W\d_]+")
_JOINED = re.compile(r"(?<=\w['’-])")
_FEWEST = 3
"""Words; "Who, Putin?" is not written in capitals throughout."""
_PLACE = 5
"""Letters of a place of one word; "Togo" is also a form of a pronoun, and "Nome" a noun."""

Forms = Mapping[str, Counter[str]]


def recased(query: Query, hits: Sequence[Hit]) -> Query:
    """A question with the capitals of the passages found for it.

    As it is unless all of its words have one, and one of them that is no first word is small, or small in the passages.
    """
    small = SMALL_WORDS.get(query.language, frozenset())
    if not _in_capitals(query.asked, small):
        return query
    words = _WORD.findall(query.asked)
    folded = [fold(word) for word in words]
    own = _written(hit for hit in hits if hit.article.language == query.language)
    others = _written(hit for hit in hits if hit.article.language != query.language)
    forms = [{known: 1} if known in small else own.get(known) or others.get(known) or {} for known in folded]
    if not any(some and _like(word, some, True) != word for word, some in zip(words[1:], forms[1:], strict=True)):
        return query  # all of it may be names: "Met Anna Rossi Viktor Novak?"
    places = _places(folded)
    cased = [_like(word, some, at in places) for at, (word, some) in enumerate(zip(words, forms, strict=True))]
    rest = iter([cased[0][0].upper() + cased[0][1:], *cased[1:]])
    text = _WORD.sub(lambda _: next(rest), query.asked) + query.text[len(query.asked) :]
    return replace(query, text=text, subject=subject(text))


def _in_capitals(question: str, small: frozenset[str]) -> bool:
    """Whether every word has a capital, except that some small ones may have none: "Who Is the Mayor of Rome?"."""
    words = [match.group() for match in _WORD.finditer(question) if not _JOINED.match(question, match.start())]
    if len(words) < _FEWEST or not all(word[0].isupper() or len(word) < 3 or fold(word) in small for word in words):
        return False
    of_small = [word for word in words[1:] if len(word) > 1 and fold(word) in small]
    return not of_small or any(word[0].isupper() for word in of_small)


def _written(hits: Iterable[Hit]) -> Forms:
    """How each folded word of some passages is written within a sentence, and how often."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for hit in hits:
        for word in _WITHIN.findall(hit.passage.text):
            found[fold(word)][word] += 1
    return found


def _like(word: str, forms: Mapping[str, int], is_place: bool) -> str:
    """A word with the capitals of its most frequent form; where it has none, with those of a place or without."""
    form = max(forms, key=lambda form: (forms[form], form), default="A" if is_place else "a")
    if form.isupper() and len(form) > 1:
        return word.upper()
    return word.capitalize() if form[0].isupper() else word.lower()


def _places(folded: Sequence[str]) -> set[int]:
    """The words that are of names of places."""
    return {
        at
        for one in mentions(folded, [True] * len(folded), [False] * len(folded))
        if one.end - one.start > 1 or len(folded[one.start]) >= _PLACE
        for at in range(one.start, one.end)
    }
