"""Questions that name outlets as those who tell: "What does AP say about …?", "according to the BBC".

Such a name is no name that a sentence must hold, as "Paris" is: it says in which articles the answer stands. It counts
only where it is an outlet or an origin of the store, beside a word for telling; "Who bought The Times?" asks about it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from index.fold import fold
from index.records import ArticleInfo
from rag.agree.among_tables import FIRST
from rag.agree.credits import canonical
from rag.extract.comparing import subject
from rag.outlet_cues import cue, may_tell
from rag.outlet_names import groups, outlets_in
from rag.outlet_tables import ARTICLES, NOUN
from rag.words import words as folded_words

_WORD = re.compile(r"[^\W_]+")
_QUOTES = '"“”„«»'


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
    return any(map(may_tell, folded_words(question)))


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
    for group in groups(folded, list(outlets_in(words, folded, known))):
        start, end = group[0].start, group[-1].end
        outlets = frozenset(found.name for found in group)
        told = cue(folded, start, end, several=len(outlets) > 1, only_by=only_by, inverts=language != "en")
        if told is not None:
            together = _put(question, words, range(start, end), NOUN.get(language, NOUN["en"]))
            # "How do AP and the BBC describe it" asks how the articles differ; else only what is told of what counts.
            compared = len(outlets) > 1 and subject(together)
            return together if compared else _put(question, words, (*told, *range(start, end))), outlets
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
