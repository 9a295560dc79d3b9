"""What the other articles say to each claim: the best sentence of each that states it, or that states it otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from index.fold import fold
from rag.agree.beside import Beside, Told
from rag.agree.differences import LEAST, LEAST_OF_ONE_EVENT, Difference, differences, other_figures
from rag.agree.differing_sources import outlet_among
from rag.agree.firsts import first_source
from rag.agree.one_event import HEARD, OneEvent
from rag.agree.same_value import known_in, left_over, told_when
from rag.agree.spelling import sounds
from rag.agree.statement import Statement
from rag.agree.states import sides
from rag.evidence import statements
from rag.evidence.unsaid import tells_what_was_not_said
from rag.names import names, unlicensed
from rag.numbers import compatible
from rag.numbers.values import Value
from rag.records import Agreement, Citation, Claim, Differing, Hit, Kind
from rag.verify.clauses import read
from rag.verify.opposites import may_oppose, opposite
from rag.verify.support import meet
from rag.words import WordAligner

SAME = 0.5
"""The agreement of words from which two sentences say the same, if their figures and dates allow it."""
SAME_OF_ONE_EVENT = 0.45
"""The same for two sentences of articles on one event that are each the nearest to the other."""
MOST_STATEMENTS = 160
"""Sentences that are set against the claims, from the best hits on: the work is bounded whatever was retrieved."""
_SHORT = 12
"""Words of a sentence that says little."""
_TRIED = 4
"""The nearest sentences of an article that are read for a claim."""
_KEPT = 4_096
_MOVING = frozenset({Kind.FIGURE, Kind.STAGE})
"""What a later article knows better; a name or a source does not change with time."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence of an article that may speak of a claim; `beyond` what was retrieved for the question."""

    citation: Citation
    statement: Statement
    beyond: bool = False


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
        told = list(_told(hits, beyond))
        cited = list(dict.fromkeys(citation for claim in claims for citation in claim.citations))
        texts = list(dict.fromkeys(one.statement.text for one in (*map(_of, cited), *told)))
        row = {text: place for place, text in enumerate(texts)}
        read = _Read(told, row, self._aligner.agreement(texts))
        weighed = [replace(claim, agreement=self._agreement(claim, read)) for claim in claims]
        return tuple(_newest_first(weighed))

    def _agreement(self, claim: Claim, read: _Read) -> Agreement:
        own = {citation.article_id for citation in claim.citations}
        near: dict[str, list[_Near]] = {}
        for one in read.told:
            if one.citation.article_id not in own:
                strength, cited = max(
                    ((read.strength(citation, one), citation) for citation in claim.citations), key=lambda pair: pair[0]
                )
                near.setdefault(one.citation.article_id, []).append(_Near(strength, cited, one))
        same: list[tuple[float, Citation]] = []
        differs: list[Differing] = []
        for found_in_one in near.values():
            strength, stated, other = self._judged(found_in_one, read)
            if stated is not None:
                same.append((strength, stated))
            differs += other
        same.sort(key=lambda pair: -pair[0])
        differs.sort(key=lambda one: one.citation.published or date.min, reverse=True)
        return Agreement(same=tuple(citation for _, citation in same), differs=tuple(differs))

    def _judged(self, found: Sequence[_Near], read: _Read) -> tuple[float, Citation | None, list[Differing]]:
        """What one article says by its nearest sentences: where one states the claim, no other contradicts it."""
        differs: list[Differing] = []
        ranked = sorted(found, key=lambda near: -near.strength)
        tried = _tried(ranked)
        for near in tried:
            one_event = read.one_event(near.cited, near.told)
            if near.strength < LEAST and not one_event:
                continue
            mine, other = _of(near.cited).statement, near.told.statement
            nearest = one_event and read.nearest(near.cited, near.told)
            whole = near.strength >= min(LEAST, SAME_OF_ONE_EVENT)
            figures = read.figures(near) if one_event else Told()
            beside = Beside(one_event, nearest, whole, read.settled(near.cited, near.told), figures)
            parted = self._differences(mine, other, beside)
            only_credit = bool(parted) and all(each.kind is Kind.ATTRIBUTION for each in parted)
            if one_event or not near.told.beyond:
                sure = [each for each in parted if near.strength >= each.least and not read.knows(near, each)]
                differs += _new(differs, near.told.citation, sure)
            states = only_credit or (not parted and compatible(mine.values(), other.values()))
            enough = SAME_OF_ONE_EVENT if nearest and told_when(mine.values(), other.values()) else SAME
            states = states and near.strength >= enough and _say_alike(mine, other)
            if states and near.strength < SAME:
                states = _says_enough(mine, other)
            if states and not self._opposed(mine, other):
                return near.strength, near.told.citation, differs if only_credit else []
        for near in ranked:
            if near not in tried:
                differs += _new(differs, near.told.citation, self._other_figures(near, read))
        return 0.0, None, differs

    def _other_figures(self, near: _Near, read: _Read) -> Sequence[Difference]:
        """The figures alone that differ from those of a sentence that has little else in common with the claim."""
        mine, other = _of(near.cited).statement, near.told.statement
        if not left_over(mine, other) or not read.one_event(near.cited, near.told):
            return ()
        return other_figures(mine, other, self._aligner, read.figures(near))

    def _opposed(self, mine: Statement, other: Statement) -> bool:
        """Whether one alone denies something, or has the opposite of a word of the other: "denied" and "admitted"."""
        claim, source = (read(each.text, each.language) for each in (mine, other))
        if bool(claim.denials) != bool(source.denials):
            return True
        return may_oppose(claim, source) and bool(opposite(claim, source, meet(claim, source, self._aligner)))

    def contradict(self, mine: Statement, other: Statement) -> bool:
        """Whether two statements that are known to speak of the same thing differ in anything."""
        return bool(self._differences(mine, other, Beside(one_event=True))) or self._opposed(mine, other)

    def _differences(self, mine: Statement, other: Statement, beside: Beside) -> tuple[Difference, ...]:
        """Kept, because the questions of a reader meet the same sentences again."""
        key = mine, other, beside
        found = self._compared.get(key)
        if found is None:
            if len(self._compared) >= _KEPT:
                self._compared = {}
            found = self._compared[key] = differences(mine, other, self._aligner, beside)
        return found


class _Read:
    """What the articles tell: their statements, and how far each two agree.

    :param row: of a statement's text in `agreement`, float32 (texts, texts).
    """

    def __init__(self, told: Sequence[_Told], row: Mapping[str, int], agreement: np.ndarray) -> None:
        self.told = told
        self._row = row
        self._agreement = agreement
        by_article: dict[str, list[tuple[Statement, int]]] = {}
        for one in told:
            by_article.setdefault(one.citation.article_id, []).append((one.statement, row[one.statement.text]))
        self._rows = {article: [place for _, place in told] for article, told in by_article.items()}
        self._events = OneEvent(by_article, agreement)
        self._by_article = by_article
        self._settled: dict[str, frozenset[str]] = {}
        self._told_values: dict[str, Sequence[Value]] = {}

    def strength(self, cited: Citation, one: _Told) -> float:
        """How far a citation and a statement agree."""
        return float(self._agreement[self._row[cited.quote], self._row[one.statement.text]])

    def one_event(self, cited: Citation, one: _Told) -> bool:
        """Whether their articles tell of one event, by other sentences than these two."""
        rows = self._row[cited.quote], self._row[one.statement.text]
        return self._events.joins(cited.article_id, one.citation.article_id, *rows)

    def settled(self, cited: Citation, one: _Told) -> frozenset[str]:
        """The states of which either article tells one side only."""
        return self._settled_in(cited.article_id) & self._settled_in(one.citation.article_id)

    def _settled_in(self, article: str) -> frozenset[str]:
        found = self._settled.get(article)
        if found is None:
            told = Counter(
                name for name, _ in {side for one, _ in self._by_article.get(article, ()) for side in sides(one)}
            )
            found = self._settled[article] = frozenset(name for name, count in told.items() if count == 1)
        return found

    def figures(self, near: _Near) -> Told:
        """What the articles of two sentences tell of their figures; nothing where none of these part."""
        mine, other = _of(near.cited).statement, near.told.statement
        if not left_over(mine, other):
            return Told()
        here, there = near.cited.article_id, near.told.citation.article_id
        return Told(
            known_in(mine, self._values(there)),
            known_in(other, self._values(here)),
            near.cited.start + near.told.citation.start,
            near.strength,
        )

    def _values(self, article: str) -> Sequence[Value]:
        """The figures and times of an article."""
        found = self._told_values.get(article)
        if found is None:
            found = [value for statement, _ in self._by_article.get(article, ()) for value in statement.values()]
            self._told_values[article] = found
        return found

    def knows(self, near: _Near, difference: Difference) -> bool:
        """Whether either article holds the name for which the other has another: then they are two persons."""
        if difference.kind is not Kind.NAME:
            return False
        return self._holds(near.told.citation.article_id, difference.here) or self._holds(
            near.cited.article_id, difference.there
        )

    def _holds(self, article: str, name: str) -> bool:
        """Whether an article has each word of a full name."""
        wanted = [sounds(word)[:HEARD] for word in fold(name).split()]
        return len(wanted) > 1 and self._events.names_of(article).issuperset(wanted)

    def nearest(self, cited: Citation, one: _Told) -> bool:
        """Whether each is the nearest to the other among the statements of its article."""
        row, column = self._row[cited.quote], self._row[one.statement.text]
        strength = self._agreement[row, column]
        mine, theirs = self._rows.get(cited.article_id, []), self._rows[one.citation.article_id]
        return bool(
            (self._agreement[row, theirs] <= strength).all() and (self._agreement[mine, column] <= strength).all()
        )


@dataclass(frozen=True, slots=True)
class _Near:
    """A statement that may speak of a claim, by the cited sentence that it agrees with most."""

    strength: float
    cited: Citation
    told: _Told


def _tried(ranked: Sequence[_Near]) -> list[_Near]:
    """The statements of an article that are read for a claim: the nearest, and who else tells who reported it first."""
    some = [near for near in ranked if near.strength >= LEAST_OF_ONE_EVENT]
    firsts = [near for near in some[_TRIED:] if _tells_first(near)]
    return some[:_TRIED] + firsts


def _new(known: Sequence[Differing], citation: Citation, found: Sequence[Difference]) -> list[Differing]:
    """What is found to differ, but for what an article is known to tell otherwise of the same words."""
    told = {one.here for one in known}
    return [_differing(citation, each) for each in found if each.here not in told]


def _tells_first(near: _Near) -> bool:
    return bool(first_source(_of(near.cited).statement) and first_source(near.told.statement))


def _say_alike(one: Statement, other: Statement) -> bool:
    """Whether both tell something, or both what was not said: the one says nothing of what the other says."""
    return tells_what_was_not_said(one.text) == tells_what_was_not_said(other.text)


def _says_enough(one: Statement, other: Statement) -> bool:
    """Whether the shorter of two sentences is long, or names somebody or something besides places that both name.

    A caption has few words, so that a place and a word of the event are much of it.
    """
    short, long = sorted((one, other), key=lambda each: len(each.words()))
    if len(short.words()) > _SHORT:
        return True
    outlets = [outlet_among(each, range(len(each.words()))) for each in (short, long)]
    if outlets[0] and outlets[0] == outlets[1]:
        return True
    strange = unlicensed(short.text, short.language, [long.text])
    return any(not name.places and name.text not in strange for name in names(short.text, short.language))


def _differing(citation: Citation, difference: Difference) -> Differing:
    return Differing(citation, difference.kind, difference.here, difference.there)


def _of(citation: Citation, beyond: bool = False) -> _Told:
    return _Told(citation, Statement(citation.quote, citation.language, citation.published, citation.outlet), beyond)


def _told(hits: Sequence[Hit], beyond: Sequence[Hit]) -> Iterator[_Told]:
    """The statements of the hits and of their near-copies, best hits first, and of more passages."""
    others = {hit.passage.id for hit in beyond}
    with_copies = [
        hit for one in (*hits, *beyond) for hit in (one, *(replace(one, stored=copy, copies=()) for copy in one.copies))
    ]
    for count, (hit, place, _) in enumerate(statements(with_copies)):
        if count == MOST_STATEMENTS:
            return
        yield _of(Citation.of(hit.stored, hit.passage.sentences[place]), hit.passage.id in others)


def _newest_first(claims: Sequence[Claim]) -> Iterable[Claim]:
    """Put a claim before an older one that states another figure or an earlier stage of the same."""
    ordered: list[Claim] = []
    for claim in claims:
        places = [place for place, earlier in enumerate(ordered) if _supersedes(claim, earlier)]
        ordered.insert(min(places, default=len(ordered)), claim)
    return ordered


def _supersedes(claim: Claim, earlier: Claim) -> bool:
    """Whether a claim is the later word on what another states otherwise."""
    newest, older = _published(claim), _published(earlier)
    if newest is None or older is None or newest <= older:
        return False
    articles = {citation.article_id for citation in claim.citations}
    return any(one.kind in _MOVING and one.citation.article_id in articles for one in earlier.agreement.differs)


def _published(claim: Claim) -> date | None:
    return max((citation.published for citation in claim.citations if citation.published), default=None)
