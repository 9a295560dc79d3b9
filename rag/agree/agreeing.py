"""What the other articles say to each claim: the best sentence of each that states it, or that states it otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rag.agree.articles import Articles
from rag.agree.beside import Beside
from rag.agree.differences import LEAST_OF_ONE_EVENT, Difference, differences, other_figures
from rag.agree.firsts import first_source
from rag.agree.newest import newest_first
from rag.agree.quoted import Near, Quoted, quoted
from rag.agree.same import agree, opposed
from rag.agree.same_value import left_over
from rag.agree.statement import Statement
from rag.numbers import compatible
from rag.records import Agreement, Citation, Claim, Differing, Hit, Kind
from rag.words import WordAligner

_TRIED = 4
"""The nearest sentences of an article that are read for a claim."""
_KEPT = 4_096


class Agreeing:
    """Sets claims against the sentences of all hits.

    :param aligner: tells how far two sentences say the same, in any languages.
    """

    def __init__(self, aligner: WordAligner) -> None:
        self._aligner = aligner
        self._compared: dict[tuple[Statement, Statement, Beside], tuple[Difference, ...]] = {}

    def weigh(self, claims: Sequence[Claim], hits: Sequence[Hit], beyond: Sequence[Hit] = ()) -> tuple[Claim, ...]:
        """Each claim with its `Agreement`; of two claims that differ, the one published later stands first.

        :param beyond: more passages that may state a claim; in these an article on another event never differs.

        For a claim that a model wrote its cited sentences speak. A claim's own articles are not set against it.
        """
        if not claims:
            return ()
        told = list(quoted(hits, beyond))
        cited = (citation.quote for claim in claims for citation in claim.citations)
        texts = list(dict.fromkeys((*cited, *(one.statement.text for one in told))))
        row = {text: place for place, text in enumerate(texts)}
        articles = Articles(told, row, self._aligner.agreement(texts))
        return tuple(newest_first([replace(one, agreement=self._agreement(one, articles)) for one in claims]))

    def _agreement(self, claim: Claim, articles: Articles) -> Agreement:
        """Who else states a claim, the surest first, and who states it otherwise, the latest first."""
        cited = [Quoted.of(citation) for citation in claim.citations]
        own = {citation.article_id for citation in claim.citations}
        near: dict[str, list[Near]] = {}
        for one in articles.told:
            if one.citation.article_id not in own:
                near.setdefault(one.citation.article_id, []).append(articles.nearest(cited, one))
        same: list[Near] = []
        differs: list[Differing] = []
        for of_one in near.values():
            stated, other = self._judged(of_one, articles)
            same += [stated] if stated else []
            differs += other
        same.sort(key=lambda one: -one.strength)
        differs.sort(key=lambda one: one.citation.published or date.min, reverse=True)
        return Agreement(same=tuple(one.told.citation for one in same), differs=tuple(differs))

    def _judged(self, found: Sequence[Near], articles: Articles) -> tuple[Near | None, list[Differing]]:
        """What one article says by its nearest sentences: where one states the claim, no other contradicts it."""
        differs: list[Differing] = []
        ranked = sorted(found, key=lambda near: -near.strength)
        tried = _tried(ranked)
        for near in tried:
            beside = articles.beside(near)
            if beside is None:
                continue
            parted = self._differences(*near.statements, beside)
            if beside.one_event or not near.told.beyond:
                sure = [one for one in parted if near.strength >= one.least and not articles.know_both(near, one)]
                differs += _new(differs, near.told.citation, sure)
            if self._states(near, parted, nearest=beside.nearest):
                return near, differs if parted else []
        for near in ranked:
            if near not in tried:
                differs += _new(differs, near.told.citation, self._other_figures(near, articles))
        return None, differs

    def _states(self, near: Near, parted: Sequence[Difference], *, nearest: bool) -> bool:
        """Whether a sentence states a claim; that it names another source than the claim does is no matter."""
        mine, other = near.statements
        if any(one.kind is not Kind.ATTRIBUTION for one in parted):
            return False
        if not parted and not compatible(mine.values(), other.values()):
            return False
        return agree(mine, other, near.strength, nearest=nearest) and not opposed(mine, other, self._aligner)

    def _other_figures(self, near: Near, articles: Articles) -> Sequence[Difference]:
        """The figures alone that differ from those of a sentence that has little else in common with the claim."""
        if not left_over(*near.statements) or not articles.on_one_event(near):
            return ()
        return other_figures(*near.statements, self._aligner, articles.figures(near))

    def contradict(self, mine: Statement, other: Statement) -> bool:
        """Whether two statements that are known to speak of the same thing differ in anything."""
        return bool(self._differences(mine, other, Beside(one_event=True))) or opposed(mine, other, self._aligner)

    def _differences(self, mine: Statement, other: Statement, beside: Beside) -> tuple[Difference, ...]:
        """Kept, because the questions of a reader meet the same sentences again."""
        key = mine, other, beside
        found = self._compared.get(key)
        if found is None:
            if len(self._compared) >= _KEPT:
                self._compared = {}
            found = self._compared[key] = differences(mine, other, self._aligner, beside)
        return found


def _tried(ranked: Sequence[Near]) -> list[Near]:
    """The statements of an article that are read for a claim: the nearest, and who else tells who reported it first."""
    some = [near for near in ranked if near.strength >= LEAST_OF_ONE_EVENT]
    return some[:_TRIED] + [near for near in some[_TRIED:] if all(map(first_source, near.statements))]


def _new(known: Sequence[Differing], citation: Citation, found: Sequence[Difference]) -> list[Differing]:
    """What is found to differ, but for what an article is known to tell otherwise of the same words."""
    told = {one.here for one in known}
    return [Differing(citation, each.kind, each.here, each.there) for each in found if each.here not in told]
