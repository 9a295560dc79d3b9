"""Which words of a text are names, and which names of a claim its sources do not hold, across languages.

A country, its people and many cities are known in many locales from CLDR (`rag.names.places`); other names are compared
by their sound (`rag.names.sounds`), and common words that languages capitalise and translate, as in "White House", by a
table of concepts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.fold import fold
from index.language_tables import SMALL_WORDS
from rag.names.forms import continues
from rag.names.places import Mention, is_acronym, mentions
from rag.names.sounds import alike, form_of
from rag.names.tables import ACRONYMS, CONCEPTS, ENDINGS, LINKS, NOT_NAMES, TITLES
from rag.numbers.tokens import lexicon

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?|[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = frozenset('.!?:…\n"„“”«»()[]')
_ROMAN = re.compile("[IVXLC]+")
_HEADLINE = 5
"""Words; fewer that all have capitals are names, not a headline. Of a question `rag.casing` tells more."""
_LONGEST = 40
_SPELT_OUT = 8
"""Words after the first that an acronym may stand for."""
_SMALL = LINKS.union(*SMALL_WORDS.values()) - {"un"}
"""Words that go on no name: "Korea az". Jong-un does, though "un" is an article."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written and folded; `opens` a sentence, `joined` to the word before by a space or a hyphen alone."""

    text: str
    folded: str
    opens: bool
    joined: bool

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital letter."""
        return self.text[0].isupper()

    @property
    def acronym(self) -> bool:
        """Whether it is written in capitals alone."""
        return is_acronym(self.text)


@dataclass(frozen=True, slots=True)
class Licence:
    """What a source text licenses: the places and concepts it mentions, its words, and what those may be cut to."""

    places: frozenset[str]
    concepts: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    initials: frozenset[str]
    acronyms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written: its words and, if it is known as one, the place it names."""

    text: str
    words: tuple[Word, ...]
    places: frozenset[str] = frozenset()


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
    held = _together(tuple(licences))
    strange = (name for name in some if not _licensed(name, held))
    return list(dict.fromkeys(name.text for name in strange if means is None or not _translated(name, means)))


def _translated(name: Name, means: Callable[[str], bool]) -> bool:
    """Whether every word of a name but small ones is another's in another language; the names of places are known."""
    return not name.places and all(word.folded in LINKS or means(word.folded) for word in name.words)


def strange_peoples(claim: str, language: str, licences: Sequence[str]) -> list[str]:
    """The countries that a claim names in small letters, "belga", "kínai", and that no licence text names.

    Only where a licence text names a country: "ruski" may stand for the Kremlin.
    """
    if language.partition("-")[0] == "en":
        return []
    words = _words(claim)
    held = _together(tuple(licences)).places
    if not any(_is_country(place) for place in held):
        return []
    return [
        words[one.start].text
        for one in _mentions(words)
        if one.end - one.start == 1
        and not words[one.start].capital
        and all(_is_country(place) for place in one.places)
        and held.isdisjoint(one.places)
    ]


def _is_country(place: str) -> bool:
    return len(place) == 2 and place.isalpha()


@lru_cache(maxsize=1024)
def names(text: str, language: str) -> tuple[Name, ...]:
    """What is written as a name: places, acronyms, and words with a capital letter that does not open a sentence.

    A first word alone is one only if it is known as a place: every other first word is written so too.
    """
    words = _words(text)
    small = SMALL_WORDS.get(language.partition("-")[0], frozenset())
    headline = _is_headline(words, small)
    found: list[tuple[int, Name]] = []
    taken = [False] * len(words)
    for mention in sorted(_mentions(words), key=lambda some: some.start - some.end):
        span = range(mention.start, mention.end)
        if any(taken[at] for at in span) or not _counts(words, mention, small):
            continue
        for at in span:
            taken[at] = True
        some = tuple(words[at] for at in span)
        found.append((mention.start, Name(" ".join(word.text for word in some), some, mention.places)))
    unit: list[int] = []
    for at in range(len(words) + 1):
        goes_on = at < len(words) and not taken[at] and _is_name(words, at, language, headline, small)
        if goes_on and words[at].opens and not words[at].acronym:
            # "President Putin", but "Today Russia": the first word may be of the name that follows it.
            goes_on = at + 1 < len(words) and words[at + 1].joined and not taken[at + 1]
            goes_on = goes_on and _is_name(words, at + 1, language, headline, small)
        if unit and not (goes_on and words[at].joined):
            some = tuple(words[place] for place in unit)
            found.append((unit[0], Name(" ".join(word.text for word in some), some)))
            unit = []
        if goes_on:
            unit.append(at)
    return tuple(name for _, name in sorted(found, key=lambda item: item[0]))


@lru_cache(maxsize=4096)
def licence(text: str) -> Licence:
    """What a source text licenses; kept, because the claims of an answer share their sources."""
    words = _words(text)
    folded = [word.folded for word in words]
    held = _mentions(words)
    capital = {word.folded for word in words if word.capital}
    for at, word in enumerate(words):
        after = words[at + 1] if at + 1 < len(words) else None
        if after is not None and word.capital and after.joined and after.folded not in _SMALL:
            capital |= {word.folded + after.folded, after.folded}  # Jong-un is Dzsongun; Asošijeted pres
    return Licence(
        frozenset().union(*(mention.places for mention in held if not _is_part(mention, held))),
        frozenset().union(*(concepts(word) for word in folded)),
        frozenset(capital),
        frozenset(folded),
        frozenset(_initials(words)),
        frozenset(word.folded for word in words if word.acronym),
    )


def _is_part(mention: Mention, held: Sequence[Mention]) -> bool:
    """Whether a place is named only within the name of another: Sudan in South Sudan, but a people as Korean is."""
    return not any(place.endswith(":") for place in mention.places) and any(
        other.start <= mention.start
        and mention.end <= other.end
        and other.end - other.start > mention.end - mention.start
        for other in held
    )


@lru_cache(maxsize=1024)
def _together(texts: tuple[str, ...]) -> Licence:
    some = [licence(text) for text in texts]
    return Licence(
        *(
            frozenset().union(*(getattr(one, field) for one in some))
            for field in ("places", "concepts", "names", "words", "initials", "acronyms")
        )
    )


def _words(text: str) -> list[Word]:
    found: list[Word] = []
    before = 0
    for match in _WORD.finditer(text):
        gap = text[before : match.start()]
        opens = not found or any(mark in _SENTENCE_END for mark in gap)
        for part in re.split("['’]", match.group()[: _LONGEST * 2]):
            if part:
                dotless = part.replace(".", "")
                found.append(Word(part, fold(dotless), opens, gap in {" ", "-", "‑", "\u00a0", ""}))
                gap = ""
        before = match.end()
    return found


def _mentions(words: Sequence[Word]) -> list[Mention]:
    return mentions([word.folded for word in words], [word.capital for word in words], [word.acronym for word in words])


def _is_headline(words: Sequence[Word], small: frozenset[str]) -> bool:
    """Whether capitals mark no names: at least five words, and none in small letters but small words."""
    return len(words) >= _HEADLINE and all(
        word.capital or len(word.folded) < 3 or word.folded in small for word in words
    )


def _counts(words: Sequence[Word], mention: Mention, small: frozenset[str]) -> bool:
    """Whether a place is written as a name; a lone first word must be sure to be one."""
    first = words[mention.start]
    if not any(words[at].capital for at in range(mention.start, mention.end)):
        return False
    if mention.end - mention.start > 1 or not first.opens or first.acronym:
        return True
    return (
        len(first.folded) > 3
        and first.folded not in small
        and not all(place.startswith("/") for place in mention.places)
    )


def _is_name(words: Sequence[Word], at: int, language: str, headline: bool, small: frozenset[str]) -> bool:
    word = words[at]
    if not word.capital or len(word.folded) < 2 or word.folded in NOT_NAMES or _is_time(word.folded, language):
        return False
    if word.acronym and not headline and not _ROMAN.fullmatch(word.text):
        return not (word.opens and word.folded in small)
    if headline or len(word.text) > _LONGEST or _ROMAN.fullmatch(word.text):
        return False
    return word.folded not in small


def _is_time(word: str, language: str) -> bool:
    roles = lexicon(language.partition("-")[0])[0].get(word, {})
    return "month" in roles or "weekday" in roles


def _licensed(name: Name, held: Licence) -> bool:
    if name.places:
        # "Island" is Serbian for Iceland, and English for what it is; "Islanda" is Iceland alone.
        return bool(name.places & held.places) or (
            len(name.words) == 1 and not held.concepts.isdisjoint(_concept_table()[1].get(name.words[0].folded, ()))
        )
    initials = "".join(word.folded[0] for word in name.words)
    if len(initials) > 1 and initials in held.words:
        return True
    forgiven = [word for word in name.words if word.opens or concepts(word.folded) & TITLES]
    strict = [word for word in name.words if word not in forgiven] or forgiven
    if all(_word_licensed(word, held) for word in strict):
        return True
    glued = "".join(word.folded for word in strict)
    return len(strict) > 1 and any(alike(glued, other) for other in held.names)


def _word_licensed(word: Word, held: Licence) -> bool:
    if word.folded in held.words or word.folded in LINKS or concepts(word.folded) & held.concepts:
        return True
    if word.acronym:
        if not ACRONYMS.get(word.folded, frozenset()).isdisjoint(held.names | held.initials):
            return True
        return word.folded in held.initials or any(
            other.removeprefix(word.folded) in ENDINGS for other in held.names if other.startswith(word.folded)
        )
    if not concepts(word.folded) and any(alike(word.folded, other) for other in held.names):
        return True
    return any(form_of(word.folded, other) for other in held.words)


def _initials(words: Sequence[Word]) -> set[str]:
    """What words in a row that begin with a capital may be cut to: AP of "Asošijeted pres".

    With the small words and without: AFC of "Agence for Children", EBRD of "European Bank for Reconstruction and ...".
    """
    found: set[str] = set()
    for at, word in enumerate(words):
        if not word.capital:
            continue
        spelt = without = word.folded[0]
        for following in words[at + 1 : at + 1 + _SPELT_OUT]:
            if not following.joined:
                break
            if following.folded not in LINKS:
                spelt += following.folded[0]
                found.add(spelt)
            if following.capital or following.folded not in _SMALL:
                without += following.folded[0]
                found.add(without)
    return found


@lru_cache(maxsize=50_000)
def concepts(word: str) -> frozenset[str]:
    """The common words of `CONCEPTS` that a folded word is a form of."""
    whole, stems = _concept_table()
    found = set(whole.get(word, ()))
    for cut in range(3, len(word) + 1):
        if word[:cut] in stems and (cut == len(word) or continues(word[cut:]) or cut >= 5):
            found |= stems[word[:cut]]
    return frozenset(found)


@lru_cache(maxsize=1)
def _concept_table() -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    whole: dict[str, set[str]] = {}
    stems: dict[str, set[str]] = {}
    for concept, forms in CONCEPTS.items():
        for form in forms.split():
            target = stems if form.endswith("*") else whole
            target.setdefault(form.rstrip("*"), set()).add(concept)
            if not form.endswith("*"):
                stems.setdefault(form, set()).add(concept)
    return whole, stems
