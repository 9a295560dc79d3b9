"""The office whose holder a question asks for: "Who is the mayor?", "Who runs the bank?", and then "And the coach?"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from index.fold import fold
from index.language_tables import SMALL_WORDS
from index.patterns import lazy
from rag.asked import Asked, asked
from rag.evidence.belonging import asked_words, bodies, towns_in_small_letters
from rag.evidence.office import OF_FIELDS, PATTERNS, Office, countries, described
from rag.evidence.office_tables import ASKS_HEAD, GOES_ON, HEAD, HOLDER, NO_BODY, PAST

_WORD = lazy(r"[^\W_]+")
_NO_BODY = lazy(NO_BODY)
_PAST = lazy(rf"\b(?:{PAST})\b")
_HOLDER = {language: lazy(pattern) for language, pattern in HOLDER.items()}
_ASKS_HEAD = {language: lazy(pattern) for language, pattern in ASKS_HEAD.items()}
_LAST = frozenset({"en", "hu"})
"""Languages where whose sister it is stands before the sister."""
_LINKED = lazy(r"\b(?:of|to|in|at|for|from|who|that|which)\b")
_ALONE = 3
"""Words of a question that names an office and nothing else: "And the mayor?"."""


@lru_cache(maxsize=1024)
def holder_asked(question: str, language: str) -> Office | None:
    """The office whose holder a question asks for; None where it asks for none, or for one that is not known."""
    folded = " ".join(_WORD.findall(fold(question)))
    if asks_who_leads(question, language):
        return Office(HEAD, countries=countries(question), past=bool(_PAST.search(folded)))
    opens = language in _HOLDER and _HOLDER[language].search(folded)
    if not opens and asked(question, language) is not Asked.NAME:
        return None
    found = sorted(
        (match.span(), name) for name, some in PATTERNS.items() if name != HEAD for match in some.finditer(folded)
    )
    if not found:
        return None
    linked = _LINKED.search(folded, found[0][0][0]) if language == "en" else None
    near = [one for one in found if linked is None or one[0][0] < linked.start()]
    span, name = near[-1] if language in _LAST else near[0]
    if language == "hu" and span[1] < len(folded):  # "a miniszter új tanácsadója": whose adviser
        return None
    told = described(name, language, question, folded, span)
    return replace(told, past=bool(_PAST.search(folded)), of=asked_words(question), bodies=bodies(folded.split()))


@lru_cache(maxsize=1024)
def office_alone(question: str, language: str) -> Office | None:
    """The office that a question names and nothing else: "And the mayor?" asks who holds it."""
    small = SMALL_WORDS.get(language, frozenset())
    spoken = _WORD.findall(fold(question))
    words = [word for word in spoken if word not in small and len(word) > 1]
    alone = len(words) == 1 and len(spoken) <= _ALONE and spoken[0] in GOES_ON.get(language, ())
    found = [name for name, pattern in PATTERNS.items() if alone and pattern.fullmatch(words[0])]
    return Office(found[0]) if found else None


def with_towns(wanted: Office, question: str, sentences: Iterable[str]) -> Office:
    """An office asked for, with the town that the question has in small letters: "a tarantói múzeum igazgatója".

    :param sentences: what was found, where the town stands as a name.
    """
    if wanted.of or wanted.countries or wanted.name in OF_FIELDS:
        return wanted
    return replace(wanted, of=towns_in_small_letters(question, tuple(sentences)))


def asks_who_leads(question: str, language: str) -> bool:
    """Whether a question asks who leads something, whatever their office: "Who runs the bank?"."""
    pattern = _ASKS_HEAD.get(language)
    folded = " ".join(_WORD.findall(fold(question)))
    return pattern is not None and bool(pattern.search(folded)) and not _NO_BODY.search(folded)
