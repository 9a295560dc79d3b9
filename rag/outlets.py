"""Questions that name outlets as those who tell: "What does AP say about …?", "according to the BBC".

Such a name is no name that a sentence must hold, as "Paris" is: it says in which articles the answer stands. It counts
only where it is an outlet or an origin of the store, beside a word for telling; "Who bought The Times?" asks about it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from types import MappingProxyType

from index.fold import fold, shared_start
from index.records import ArticleInfo
from rag.agree.among_tables import FIRST
from rag.agree.credits import canonical, spellings
from rag.extract.comparing import subject
from rag.extract.comparing_tables import AGREE, OUTLET, OUTLETS
from rag.names.tables import ENDINGS
from rag.outlet_tables import (
    AFTER_IT,
    ARTICLES,
    BY,
    CALLED,
    HELPERS,
    IN,
    JOINS,
    KINDS,
    NOUN,
    PAPERS,
    SAYS,
    TO_THEM,
    WITHIN,
    WRITING,
)
from rag.words import words as folded_words

_WORD = re.compile(r"[^\W_]+")
_QUOTES = '"“”„«»'
_REACH = 3
_STEM, _ENDING = 4, 3
"""The letters that forms of one word of a name share at least, and those in which they may part at most."""


@dataclass(frozen=True, slots=True)
class Told:
    """A question without the outlets that it names; these, by their usual names; and where their word stands.

    `published` are the outlets of the store, as written, that are among them or credit one, "" for articles without;
    `articles` the ids of articles whose text alone credits one.
    """

    question: str
    outlets: frozenset[str]
    published: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()

    def by(self, article: ArticleInfo) -> bool:
        """Whether an article is of one of the outlets, or credits one."""
        own = {canonical(article.outlet), canonical(article.origin)}
        return article.id in self.articles or not self.outlets.isdisjoint(own)


def may_name_outlets(question: str) -> bool:
    """Whether a question has a word for telling; without one it is not read any further."""
    return any(_tells(word) or word in BY | AFTER_IT or word == "according" for word in folded_words(question))


def told_by(
    question: str, language: str, known: Iterable[tuple[str, str]], credited: Mapping[str, str] = MappingProxyType({})
) -> Told | None:
    """The outlets whose word a question asks for; None where it names none of those known in that way.

    :param known: each outlet of the store with an origin that its articles declare, "" for none.
    :param credited: by id of an article, the origin that its text credits.
    """
    known = list(known)
    named = _named(question, language, {name for pair in known for name in pair if name} | set(credited.values()))
    if named is None:
        return None
    rest, outlets = named
    published = frozenset(outlet for outlet, origin in known if outlets & {canonical(outlet), canonical(origin)})
    articles = frozenset(article_id for article_id, name in credited.items() if canonical(name) in outlets)
    return Told(rest, outlets, published, articles)


def _named(question: str, language: str, known: Iterable[str]) -> tuple[str, frozenset[str]] | None:
    """A question without the outlets that tell what it asks for, and these by their usual names."""
    words = list(_WORD.finditer(question))
    folded = [fold(word.group()) for word in words]
    only_by = any(pattern.search(" ".join(folded)) for pattern in FIRST.values())
    for group in _groups(folded, list(_found(words, folded, known))):
        start, end = group[0].start, group[-1].end
        outlets = frozenset(found.name for found in group)
        cue = _cue(folded, start, end, several=len(outlets) > 1, only_by=only_by, inverts=language != "en")
        if cue is not None:
            together = _put(question, words, range(start, end), NOUN.get(language, NOUN["en"]))
            # "How do AP and the BBC describe it" asks how the articles differ; else only what is told of what counts.
            compared = len(outlets) > 1 and subject(together)
            return together if compared else _put(question, words, (*cue, *range(start, end))), outlets
    return None


def _put(question: str, words: Sequence[re.Match[str]], places: Collection[int], noun: str = "") -> str:
    """A question without some of its words and the articles before them, with a noun in the place of the first."""
    first = min(places)
    some = {*places, *(place - 1 for place in places if place and fold(words[place - 1].group()) in ARTICLES)}
    kept, end = [], 0
    for place, word in enumerate(words):
        gap = question[end : word.start()]
        if place in some:
            kept.append(gap.rstrip(_QUOTES) if place == min(some) else "")
        else:
            kept.append(gap.lstrip(_QUOTES) if place - 1 in some else gap)
        kept.append(word.group() if place not in some else noun if place == first else "")
        end = word.end()
    rest = question[end:].lstrip(_QUOTES) if len(words) - 1 in some else question[end:]
    return " ".join("".join((*kept, rest)).split()).lstrip(",;: ").replace(" ?", "?").replace(" ,", ",")


@dataclass(frozen=True, slots=True)
class _Found:
    """An outlet named in a question, from one word up to another that is not of it."""

    start: int
    end: int
    name: str


def _tells(word: str) -> bool:
    return word in SAYS or bool(AGREE.fullmatch(word))


def _found(words: Sequence[re.Match[str]], folded: Sequence[str], known: Iterable[str]) -> Iterator[_Found]:
    """The outlets that a question names, the longest where several begin at one place."""
    table = _by_first_letters(frozenset(known))
    end = 0
    for place, word in enumerate(words):
        if place < end or not (word.group()[0].isupper() or word.group()[0].isdigit()):
            continue
        rows = sorted(table.get(folded[place][:3], ()), key=lambda row: -len(row[0]))
        for parts, name in rows:
            here = folded[place : place + len(parts)]
            if len(here) == len(parts) and all(map(_is_form, here, parts)):
                end = place + len(parts)
                # "AP-a", "BBC-nél": the ending is a word of its own here, behind a hyphen.
                if end < len(words) and folded[end] in ENDINGS and _joined(words[end - 1], words[end]):
                    end += 1
                yield _Found(place, end, name)
                break


def _joined(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether a hyphen or an apostrophe alone stands between two words."""
    return other.string[one.end() : other.start()] in {"-", "‑", "'", "’"}


@lru_cache(maxsize=8)
def _by_first_letters(known: frozenset[str]) -> Mapping[str, Collection[tuple[tuple[str, ...], str]]]:
    """The folded words of each spelling of each outlet, with its usual name, by the first letters."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in sorted(known):
        usual = canonical(name)
        for spelling in {name, *spellings(usual)}:
            parts = folded_words(spelling)
            parts = parts[1:] if len(parts) > 1 and parts[0] in ARTICLES else parts
            if parts:
                table.setdefault(parts[0][:3], []).append((tuple(parts), usual))
    for part, names in _short(known).items():
        if len(names) == 1:
            table.setdefault(part[:3], []).append(((part,), names.pop()))
    return table


def _short(known: Iterable[str]) -> dict[str, set[str]]:
    """The usual names of some outlets by the word for a paper that each is called by for short: "the Courier"."""
    names: dict[str, set[str]] = {}
    for name in known:
        for part in folded_words(name):
            if PAPERS.fullmatch(part):
                names.setdefault(part, set()).add(canonical(name))
    return names


def _is_form(word: str, part: str) -> bool:
    """Whether a word is one of a name, with another ending at most."""
    if word == part:
        return True
    shared = shared_start(word, part)
    return shared >= _STEM and max(len(word), len(part)) - shared <= _ENDING


def _groups(folded: Sequence[str], found: Sequence[_Found]) -> list[list[_Found]]:
    """The outlets that stand together: "AP and The New York Times"."""
    groups: list[list[_Found]] = []
    for one in found:
        between = folded[groups[-1][-1].end : one.start] if groups else ["?"]
        if groups and all(word in JOINS | ARTICLES for word in between):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _cue(
    folded: Sequence[str], start: int, end: int, *, several: bool, only_by: bool, inverts: bool
) -> tuple[int, ...] | None:
    """The places of the words around some outlets by which these tell what is asked for; None where they do not.

    :param only_by: only words like "according to" count.
    :param inverts: who tells may stand behind the verb: "dice la BBC", but not "did he tell the BBC".
    """
    around = _Around(
        folded,
        [place for place in range(start) if folded[place] not in ARTICLES][-_REACH - 2 :][::-1],
        [place for place in range(end, len(folded)) if folded[place] not in ARTICLES][:_REACH],
        inside=folded[end - 1].endswith(WITHIN),
    )
    by = around.by()
    if by or only_by or folded[end - 1] in TO_THEM:
        return by or None
    if several and around.agree():
        return ()
    return (inverts and around.behind_its_verb()) or around.before_its_verb() or around.in_it() or None


@dataclass(frozen=True, slots=True)
class _Around:
    """The places of the words before some outlets, the nearest first, and of those behind, without articles."""

    folded: Sequence[str]
    before: Sequence[int]
    after: Sequence[int]
    inside: bool = False
    """Whether the name itself says "in", as "Naplóban" does."""

    def by(self) -> tuple[int, ...]:
        """Those of "according to", "prema pisanju" or "szerint", and of "the newspaper" between."""
        nouns = list(takewhile(lambda place: _is_of_papers(self.folded[place]), self.before))
        before = self.before[len(nouns) :]
        if nouns and len(before) > 1 and not self._is_by(before):  # "the Hungarian daily"
            nouns, before = [*nouns, before[0]], before[1:]
        one, other = self._words(before)
        if one in BY:
            return (before[0], *nouns)
        if (one in WRITING and other in BY) or (one == "to" and other == "according"):
            return (*before[:2], *nouns)
        kinds = list(
            takewhile(lambda place: self.folded[place] in CALLED or _is_of_papers(self.folded[place]), self.after)
        )
        after = self.after[len(kinds) :]
        one, other = self._words(after)
        if one in AFTER_IT:
            return (*kinds, after[0])
        return tuple(after[:2]) if one in WRITING and other in AFTER_IT else ()

    def _is_by(self, places: Sequence[int]) -> bool:
        one, other = self._words(places)
        return one in BY or other in BY or (one, other) == ("to", "according")

    def agree(self) -> bool:
        """Whether they are said to agree or differ."""
        return any(AGREE.fullmatch(self.folded[place]) for place in (*self.before, *self.after))

    def behind_its_verb(self) -> tuple[int, ...]:
        """The verb that they stand behind."""
        one, other = self._words(self.before)
        return tuple(self.before[:1] if one in SAYS else self.before[:2] if one in HELPERS and other in SAYS else ())

    def before_its_verb(self) -> tuple[int, ...]:
        """The verb that they stand before, with its helpers on either side."""
        count = next((n for n, place in enumerate(self.after) if self.folded[place] not in HELPERS), len(self.after))
        if count == len(self.after) or self.folded[self.after[count]] not in SAYS:
            return ()
        helper = [place for place in self.before[:1] if self.folded[place] in HELPERS]
        return (*helper, *self.after[: count + 1])

    def in_it(self) -> tuple[int, ...]:
        """What stands beside them as "in" or "the article of", and the verb."""
        near = [place for place in self.before[:1] if self.folded[place] in IN or _is_outlet(self.folded[place])]
        near += [place for place in self.after[:1] if _is_outlet(self.folded[place])]
        says = [place for place in (*self.before, *self.after) if self.folded[place] in SAYS]
        return (says[0], *near) if says and (near or self.inside) else ()

    def _words(self, places: Sequence[int]) -> tuple[str, str]:
        """The first two."""
        one, other = ([self.folded[place] for place in places] + ["", ""])[:2]
        return one, other


def _is_of_papers(word: str) -> bool:
    """Whether a word may stand before the name of an outlet to say what it is: "the daily"."""
    return _is_outlet(word) or bool(KINDS.fullmatch(word))


def _is_outlet(word: str) -> bool:
    return bool(OUTLET.fullmatch(word) or OUTLETS.fullmatch(word))
