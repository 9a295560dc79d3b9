"""Which names of a claim its sources do not hold, across languages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rag.names.common_words import concept_table, concepts
from rag.names.licences import Licence, together
from rag.names.sounds import alike, form_of, grown
from rag.names.spotted import Name, names
from rag.names.tables import ACRONYMS, ENDINGS, LINKS, TITLES
from rag.names.written import Word, mentions_of, words_of


def unlicensed(
    claim: str, language: str, licences: Sequence[str], means: Callable[[str], bool] | None = None
) -> list[str]:
    """The names of a claim that no licence text holds, as written, in order.

    :param language: of the claim, ISO 639-1, also with a script; months and weekdays are no names in it.
    :param licences: the cited sentence, its passage, the article's title and outlet, in any language.
    :param means: whether a folded word means the same as a word of the licences: "golden" of "d'oro". Not asked of
        places, which are all known.
    """
    some = names(claim, language)
    if not some:
        return []
    held = together(tuple(licences))
    code = language.partition("-")[0]
    strange = (name for name in some if not _licensed(name, held, code))
    return list(
        dict.fromkeys(name.text for name in strange if means is None or not _translated(name, means, held, code))
    )


def _translated(name: Name, means: Callable[[str], bool], held: Licence, language: str) -> bool:
    """Whether every word of a name but small ones is another's in another language; the names of places are known."""
    return not name.places and all(
        word.folded in LINKS or (means(word.folded) and not _is_grown(word, held, language)) for word in name.words
    )


def strange_peoples(claim: str, language: str, licences: Sequence[str]) -> list[str]:
    """The countries that a claim names in small letters, "belga", "kínai", and that no licence text names.

    Only where a licence text names a country: "ruski" may stand for the Kremlin.
    """
    if language.partition("-")[0] == "en":
        return []
    words = words_of(claim)
    held = together(tuple(licences)).places
    if not any(_is_country(place) for place in held):
        return []
    return [
        words[one.start].text
        for one in mentions_of(words)
        if one.end - one.start == 1
        and not words[one.start].capital
        and all(_is_country(place) for place in one.places)
        and held.isdisjoint(one.places)
    ]


def _is_country(place: str) -> bool:
    return len(place) == 2 and place.isalpha()


def _licensed(name: Name, held: Licence, language: str) -> bool:
    if name.places:
        # "Island" is Serbian for Iceland, and English for what it is; "Islanda" is Iceland alone.
        return bool(name.places & held.places) or (
            len(name.words) == 1 and not held.concepts.isdisjoint(concept_table()[1].get(name.words[0].folded, ()))
        )
    initials = "".join(word.folded[0] for word in name.words)
    if len(initials) > 1 and initials in held.words:
        return True
    forgiven = [word for word in name.words if word.opens or concepts(word.folded) & TITLES]
    strict = [word for word in name.words if word not in forgiven] or forgiven
    if all(_word_licensed(word, held, language) for word in strict):
        return True
    glued = "".join(word.folded for word in strict)
    return len(strict) > 1 and any(alike(glued, other) for other in held.names)


def _word_licensed(word: Word, held: Licence, language: str) -> bool:
    if word.folded in held.words or word.folded in LINKS or concepts(word.folded) & held.concepts:
        return True
    if word.acronym:
        if not ACRONYMS.get(word.folded, frozenset()).isdisjoint(held.names | held.initials):
            return True
        return word.folded in held.initials or any(
            other.removeprefix(word.folded) in ENDINGS for other in held.names if other.startswith(word.folded)
        )
    near = () if concepts(word.folded) else [other for other in held.names if alike(word.folded, other)]
    if _is_grown(word, held, language):
        near = [other for other in near if not grown(word.folded, other, language) and form_of(word.folded, other)]
    if near:
        return True
    return any(form_of(word.folded, other) and not grown(word.folded, other, language) for other in held.words)


def _is_grown(word: Word, held: Licence, language: str) -> bool:
    return any(grown(word.folded, other, language) for other in held.names)
