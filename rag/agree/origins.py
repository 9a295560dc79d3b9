"""How many independent origins stand behind some articles: those that credit one agency, and copies or translations of
one another, are one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from index.fold import fold
from index.records import Article
from index.sentences import sentence_spans
from index.store import Store
from rag.agree.credits import canonical, credited
from rag.evidence import is_statement
from rag.records import Backing, Claim
from rag.words import WordAligner

MOST_COMPARED = 8
"""So many articles are compared for being copies; further ones count by what they credit."""
_READ = 10
"""Statements of an article that are compared; the rest of a copy is a copy too."""
_TRANSLATED = 0.68
"""Mean agreement of the statements of either with the nearest of the other. Translations have 0.72 and more, different
articles on one event 0.59 and less (n = 10 pairs of five languages each)."""
_SHORTENED = 0.9
"""What all of one article must reach in a longer one that it was cut from."""
_BRIEF, _VERBATIM = 3, 0.95
"""Articles of fewer statements may report one fact independently in nearly the same words: only copies are one."""
_KEPT = 4_096


@dataclass(frozen=True, slots=True)
class _Read:
    """An article as far as its origin is concerned; `certain` where it is declared or credited in its text."""

    name: str
    certain: bool
    statements: tuple[str, ...]


class Origins:
    """Names the origin of articles; what was read once is kept, so that asking again costs no time."""

    def __init__(self, store: Store, aligner: WordAligner) -> None:
        self._store = store
        self._aligner = aligner
        self._read: dict[tuple[int, str], _Read] = {}
        self._groups: dict[tuple[tuple[int, str], ...], tuple[str, ...]] = {}

    def of(self, article_ids: Iterable[str]) -> dict[str, str]:
        """The origin of each article, by id: the agency or outlet that it declares or credits, else its own outlet.

        Articles of one origin have one name; an article that says nothing of itself goes by its id.
        """
        with self._store.reading() as view:
            keys = tuple((view.generation, one) for one in dict.fromkeys(article_ids))
            for key in keys:
                if key not in self._read:
                    self._keep(key, view.article(key[1]))
        if keys not in self._groups:
            if len(self._groups) > _KEPT:
                self._groups.clear()
            self._groups[keys] = self._named([self._read[key] for key in keys])
        return {article_id: name for (_, article_id), name in zip(keys, self._groups[keys], strict=True)}

    def _keep(self, key: tuple[int, str], article: Article | None) -> None:
        if len(self._read) > _KEPT:
            self._read.clear()
            self._groups.clear()
        self._read[key] = _Read(key[1], False, ()) if article is None else _read(article)

    def _named(self, articles: Sequence[_Read]) -> tuple[str, ...]:
        """One name for each; the first of a group that is certain names it."""
        group = list(range(len(articles)))
        copies = self._copies(articles[:MOST_COMPARED])
        for later in range(len(articles)):
            for earlier in range(later):
                if fold(articles[later].name) == fold(articles[earlier].name) or (earlier, later) in copies:
                    joined, into = group[later], group[earlier]
                    group = [into if place == joined else place for place in group]
        names: dict[int, str] = {}
        for place in sorted(range(len(articles)), key=lambda place: not articles[place].certain):
            names.setdefault(group[place], articles[place].name)
        return tuple(names[one] for one in group)

    def _copies(self, articles: Sequence[_Read]) -> set[tuple[int, int]]:
        """Pairs of places of articles that are copies or translations of one another."""
        if len({fold(article.name) for article in articles}) < 2:
            return set()
        texts = [text for article in articles for text in article.statements]
        agreement = self._aligner.agreement(texts)
        ends = np.cumsum([0, *(len(article.statements) for article in articles)])
        rows = [slice(start, end) for start, end in pairwise(ends.tolist())]
        return {
            (earlier, later)
            for later in range(len(articles))
            for earlier in range(later)
            if _is_copy(agreement[rows[earlier], rows[later]])
        }


def _is_copy(agreement: np.ndarray) -> bool:
    """Whether two articles tell the same from end to end, by how far each two of their statements agree."""
    if not agreement.size:
        return False
    there, back = float(agreement.max(axis=1).mean()), float(agreement.max(axis=0).mean())
    if min(agreement.shape) < _BRIEF:
        return min(there, back) >= _VERBATIM
    return min(there, back) >= _TRANSLATED or max(there, back) >= _SHORTENED


def _read(article: Article) -> _Read:
    name = canonical(article.origin) or credited(article.text, article.language)
    spans = sentence_spans(article.text[:8_000], article.language)
    statements = [article.text[start:end] for start, end in spans]
    told = tuple(text for text in statements if is_statement(text))[:_READ]
    return _Read(name or canonical(article.outlet) or article.id, bool(name), told)


def backing(claims: Sequence[Claim], origins: Mapping[str, str]) -> Backing:
    """What stands behind a whole answer: the articles that it cites or that say the same, and their origins."""
    articles = {citation.article_id: citation.language for claim in claims for citation in claim.behind()}
    return Backing(
        articles=len(articles),
        languages=tuple(dict.fromkeys(language for language in articles.values() if language)),
        origins=tuple(dict.fromkeys(origins.get(article_id, article_id) for article_id in articles)),
    )
