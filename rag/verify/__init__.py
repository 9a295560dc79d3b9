"""Whether a claim says no more than the sentences it cites.

The checks run in a fixed order and stop at the first that fails: markers, figures, names, negation, direction,
attribution, support, entailment. A claim that is word for word what it cites holds all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Protocol

import numpy as np

from index.records import Span, StoredPassage
from index.sentences import sentence_spans
from rag import names
from rag.names.places import mentions
from rag.numbers import Value, unlicensed, values
from rag.records import Citation
from rag.verify import attribution, counted, direction, negation, overreach
from rag.verify.clauses import MAX_WORDS, Reading, Token, read
from rag.verify.coverage import coverage
from rag.verify.cues import cues, grammar
from rag.verify.opposites import opposite, other_side_of
from rag.verify.replaced import replaced
from rag.verify.roles import mentions as mentions_of
from rag.verify.stitched import Evidence, carriers, stitched
from rag.verify.support import Met, meet
from rag.words import WordAligner, words

QUOTED = ("markers", "figures", "names", "negation", "direction", "attribution", "support")
"""What a quotation holds: nothing in it can differ from what it quotes."""
_STRANGE = 0.22  # how near a word of the passage must be to the first word of a claim for that to be no name
_TRANSLATED = 0.99  # how near a word of the passage must be to a word of a name to be its translation; 1 is the most
MAX_CLAIM_WORDS = 400
"""A longer claim is no sentence; it is dropped unread."""


@dataclass(frozen=True, slots=True)
class Tuning:
    """The bars of the checks, chosen on the development half of the claims in eval/verification.

    A claim's cited sentences must meet `same` of its words by weight in their own language, and in another `across` of
    those that are no names; figures are left out. `entailed` is the least probability by an entailment model.
    """

    same: float = 0.6
    across: float = 0.35
    entailed: float = 0.5


@dataclass(frozen=True, slots=True)
class Source:
    """A cited sentence, and the text of the passage it stands in."""

    citation: Citation
    passage: str

    @classmethod
    def of(cls, stored: StoredPassage, span: Span) -> Source:
        """Cite a span of a stored passage."""
        return cls(Citation.of(stored, span), stored.passage.text)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a claim.

    `check` names the check that failed, "" where the claim holds; `reason` says in English what it stumbled on.
    `checks` are those that ran and held, in their order: a language without rules for a check leaves it out. `support`
    in [0, 1] is how far the cited sentences carry the claim, and `carried` are the places of those that do.
    """

    check: str
    reason: str
    checks: tuple[str, ...]
    support: float
    carried: tuple[int, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the claim may be shown."""
        return not self.check


class Entailment(Protocol):
    """What the last check needs of a model."""

    def entailed(self, premise: str, hypothesis: str) -> float:
        """Probability in [0, 1] that the premise entails the hypothesis."""
        ...


class Verifier:
    """Checks claims against what they cite; safe in several threads, and never an error whatever the claim.

    :param entailment: one more check by a model, after all others.
    """

    def __init__(self, aligner: WordAligner, entailment: Entailment | None = None, tuning: Tuning = Tuning()) -> None:
        self._aligner = aligner
        self._entailment = entailment
        self._tuning = tuning

    def check(self, text: str, language: str, sources: Sequence[Source]) -> Verdict:
        """Check one claim against its cited sentences.

        :param text: the claim without its markers.
        :param language: ISO 639-1 code of the claim.
        :param sources: what it cites; none, or one whose passage does not hold the sentence, fails "markers".
        """
        if fault := _unciteable(sources):
            return Verdict("markers", fault, (), 0.0)
        if quotes(text, sources):
            carried = tuple(place for place, source in enumerate(sources) if quotes(text, [source]))
            return Verdict("", "", QUOTED, 1.0, carried)
        length = len(text.split())
        if length > MAX_CLAIM_WORDS:
            return Verdict("support", f"it is no sentence: {length} words", ("markers",), 0.0)
        return self._of_several(text, language, sources) if len(sources) > 1 else self._of(text, language, sources)

    def _of_several(self, text: str, language: str, sources: Sequence[Source]) -> Verdict:
        """A claim is carried by one of its sources, or by several, each of a part of it; others do not count."""
        together = self._together(text, language, sources)
        if len(together.carried) > 1 and together.holds:
            return together
        alone = [self._of(text, language, [source]) for source in sources]
        holding = tuple(place for place, one in enumerate(alone) if one.holds)
        if not holding:
            return together
        return replace(max((alone[place] for place in holding), key=lambda one: one.support), carried=holding)

    def _together(self, text: str, language: str, sources: Sequence[Source]) -> Verdict:
        """A claim against those of its sources that carry its clauses best, and each clause against its own."""
        parts = _Run(text, language, sources, self._aligner).parts()
        needed = tuple(sorted({place for _, place in parts})) or (0,)
        for part, place in parts if len(needed) > 1 else ():
            run = _Run(part, language, [sources[place]], self._aligner)
            faults = (*run.turns(), ("support", _elsewhere(run.replaced())))
            fault = next(((check, reason) for check, reason in faults if reason), None)
            if fault:
                return Verdict(*fault, ("markers",), run.support)
        return replace(self._of(text, language, [sources[place] for place in needed]), carried=needed)

    def _of(self, text: str, language: str, sources: Sequence[Source]) -> Verdict:
        run = _Run(text, language, sources, self._aligner)
        ran = ["markers"]
        for check, reason in run.checks():
            if reason:
                return Verdict(check, reason, tuple(ran), run.support)
            ran.append(check)
        return self._carried(run, ran)

    def _carried(self, run: _Run, ran: list[str]) -> Verdict:
        bar = self._tuning.same if run.is_same_language else self._tuning.across
        if run.support < bar:
            reason = f"its sources carry {run.support:.2f} of it, less than {bar:.2f}"
            return Verdict("support", reason, tuple(ran), run.support)
        if reason := _elsewhere(run.replaced()):
            return Verdict("support", reason, tuple(ran), run.support)
        if part := run.stitched():
            return Verdict("support", f"no one of its sources says “{part}”", tuple(ran), run.support)
        ran.append("support")
        if self._entailment is not None:
            sure = self._entailment.entailed(" ".join(source.citation.quote for source in run.sources), run.text)
            if sure < self._tuning.entailed:
                reason = f"its sources entail it with a probability of {sure:.2f}"
                return Verdict("entailment", reason, tuple(ran), run.support)
            ran.append("entailment")
        return Verdict("", "", tuple(ran), run.support, tuple(range(len(run.sources))))


def quotes(text: str, sources: Sequence[Source]) -> bool:
    """Whether a text is, word for word, one or more whole sentences of what it cites."""
    plain = _plain(text)
    return bool(plain) and any(plain in _runs(source.citation.quote, source.citation.language) for source in sources)


@lru_cache(maxsize=1024)
def _runs(quote: str, language: str) -> frozenset[str]:
    """Every run of whole sentences of a quotation, the quotation itself among them."""
    spans = sentence_spans(quote, language)[:20]
    runs = {_plain(quote[first[0] : last[1]]) for place, first in enumerate(spans) for last in spans[place:]}
    return frozenset(runs | {_plain(quote)})


def _plain(text: str) -> str:
    return " ".join(text.split())


def _unciteable(sources: Sequence[Source]) -> str:
    if not sources:
        return "it cites nothing that was retrieved"
    for source in sources:
        if not source.citation.quote.strip() or source.citation.quote not in source.passage:
            return f"its citation of {source.citation.article_id} is not in the passage"
    return ""


class _Run:
    """One claim against its sources, check by check."""

    def __init__(self, text: str, language: str, sources: Sequence[Source], aligner: WordAligner) -> None:
        self.text, self.sources = text, sources
        self._language = language
        self._aligner = aligner
        self._claim = read(text, language)
        self._readings = [read(source.citation.quote, source.citation.language) for source in sources]
        self._met = [meet(self._claim, reading, aligner) for reading in self._readings]
        self._values = values(text, language, _published(sources))
        self.is_same_language = all(_family(source.citation.language) == _family(language) for source in sources)
        self._passages = list(dict.fromkeys(word for source in sources for word in _words(source.passage)))
        self._nearby = self._near_passage()
        self.support = self._support()

    def checks(self) -> Iterator[tuple[str, str]]:
        """Each check that has rules for the languages at hand, with what failed, "" for nothing."""
        if reason := self._figures():
            yield "figures", reason
        elif self._has_rules():
            yield "figures", ""
        yield "names", self._names()
        yield from self.turns()

    def turns(self) -> Iterator[tuple[str, str]]:
        """The checks of what is so, who does what, and who says so."""
        if self._has_rules():
            yield "negation", self._negation()
            yield "direction", self._direction()
            yield "attribution", self._attribution()

    def replaced(self) -> str:
        """The word of the claim that stands where its one source has another, "" for none."""
        if len(self.sources) > 1:
            return ""
        return replaced(self._claim, self._readings[0], self._met[0], self._figured())

    def parts(self) -> list[tuple[str, int]]:
        """The clauses of the claim, each with the place of the source that carries it best."""
        return carriers(self._claim, self._values, self._readings, self._evidence())

    def stitched(self) -> str:
        """The part of the claim that no source carries alone, "" for none."""
        return stitched(self._claim, self._values, self._readings, self._evidence())

    def _evidence(self) -> list[Evidence]:
        stated = [_stated(one.quote, one.language, one.published) for one in (some.citation for some in self.sources)]
        return list(zip(self._met, stated, strict=True))

    def _has_rules(self) -> bool:
        return bool(grammar(self._language)) and all(grammar(source.citation.language) for source in self.sources)

    def _figures(self) -> str:
        cited = [source.citation for source in self.sources]
        stated = [value for one in cited for value in _stated(one.quote, one.language, one.published)]
        strange = unlicensed(self._values, stated)
        if strange:
            return f"its source does not state {_shown(self.text, strange)}"
        parted = [
            counted.miscounted(self._claim, reading, met, self._values, some)
            for (reading, met), (_, some) in zip(self._pairs(), self._evidence(), strict=True)
        ]
        return f"its source counts something else with “{parted[0]}”" if parted and all(parted) else ""

    def _names(self) -> str:
        licences = [text for source in self.sources for text in _licences(source)]
        strange = self._strange(self.text, licences) or self._opening_name(licences)
        strange = strange or names.strange_peoples(self.text, self._language, licences)
        return f"its source does not name {', '.join(strange)}" if strange else ""

    def _strange(self, text: str, licences: Sequence[str]) -> list[str]:
        return names.unlicensed(text, self._language, licences, None if self.is_same_language else self._means)

    def _means(self, word: str) -> bool:
        """Whether a word of a name is translated from the passages: vectors put two names of one kind far apart."""
        near, _ = self._aligner.pairs([word], self._passages)
        return bool(near.max(initial=0.0) >= _TRANSLATED)

    def _opening_name(self, licences: Sequence[str]) -> list[str]:
        """The first word of a claim where it must be a name: its capital alone says nothing there.

        It is one where another name is joined to it, or where no word of the passage is anywhere near it; in another
        language, where many words are near none, only if the claim also leaves out a name.
        """
        tokens = self._claim.tokens
        if not tokens or not tokens[0].is_content or not tokens[0].text[0].isupper():
            return []
        table = cues(self._claim.language)
        joined = len(tokens) > 2 and tokens[2].text[0].isupper() and tokens[2].is_content
        joined = joined and table is not None and tokens[1].folded in table.coordinating
        inside = self._strange(f"a {self.text}", licences)
        strange = self._is_foreign() if not self.is_same_language else float(self._nearby[0]) < _STRANGE
        if not joined and not strange and not _is_place(tokens[0]):
            return []
        return inside[:1] if inside and inside[0].startswith(tokens[0].text) else []

    def _is_foreign(self) -> bool:
        """Whether a first word near no word of another language is a name: each source has one it leaves out."""
        cited = [source.citation for source in self.sources]
        return float(self._nearby[0]) < _STRANGE and all(
            names.unlicensed(f"a {one.quote}", one.language, [self.text]) for one in cited
        )

    def _negation(self) -> str:
        parted = [negation.contradicts(self._claim, reading, met) for reading, met in self._pairs()]
        turned = (
            parted
            if all(parted)
            else [
                opposite(self._claim, reading, met) or other_side_of(self._claim, reading, met)
                for reading, met in self._pairs()
            ]
        )
        return f"it and its source differ on “{turned[0]}”" if all(turned) else ""

    def _direction(self) -> str:
        parted = [direction.swapped(self._claim, reading, met, self._aligner) for reading, met in self._pairs()]
        return f"“{parted[0]}” plays another part in its source" if parted and all(parted) else ""

    def _attribution(self) -> str:
        parted = [self._firmer(reading, met) for reading, met in self._pairs()]
        if parted and all(parted):
            return f"it is firmer than its source, which has “{parted[0]}”"
        added = [
            overreach.whole(self._claim, reading) or overreach.caused(self._claim, met)
            for reading, met in self._pairs()
        ]
        return f"its source does not bear out “{added[0]}”" if added and all(added) else ""

    def _firmer(self, reading: Reading, met: Met) -> str:
        return attribution.firmer(self._claim, reading, met) or overreach.realised(self._claim, reading, met)

    def _pairs(self) -> list[tuple[Reading, Met]]:
        return list(zip(self._readings, self._met, strict=True))

    def _support(self) -> float:
        if self.is_same_language:
            return coverage(self._claim, self._readings, self._met, self._figured(), frozenset())
        code, table = self._claim.language, cues(self._claim.language)
        told = {place for one in mentions_of(self._claim) for place in one.places}
        told |= {cue.place for cue in self._claim.reports}
        if table is not None:
            told |= {at for at, token in enumerate(self._claim.tokens) if table.modal(token.folded, code)}
        return coverage(self._claim, self._readings, self._met, self._figured(), frozenset(told))

    def _figured(self) -> frozenset[int]:
        """Places of the words of figures and dates, which are compared as such."""
        return frozenset(
            place
            for place, token in enumerate(self._claim.tokens)
            if any(value.start < token.end and token.start < value.end for value in self._values)
        )

    def _near_passage(self) -> np.ndarray:
        some = [self._claim.tokens[place].folded for place in self._claim.content]
        near, _ = self._aligner.pairs(some, self._passages)
        return np.asarray(near.max(axis=1, initial=0.0))


def _elsewhere(word: str) -> str:
    return f"its source has another word in the place of “{word}”" if word else ""


def _family(language: str) -> str:
    return grammar(language) or language.partition("-")[0]


def _is_place(token: Token) -> bool:
    """Whether a word is the name of a country or a city, and long enough to be no other word."""
    return len(token.folded) > 4 and bool(mentions([token.folded], [True], [False]))


def _licences(source: Source) -> tuple[str, ...]:
    citation = source.citation
    return citation.quote, source.passage, citation.title, citation.outlet


def _published(sources: Sequence[Source]) -> date | None:
    dates = {source.citation.published for source in sources}
    return dates.pop() if len(dates) == 1 else None


@lru_cache(maxsize=4096)
def _stated(quote: str, language: str, published: date | None) -> tuple[Value, ...]:
    return tuple(values(quote, language, published))


@lru_cache(maxsize=1024)
def _words(passage: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words(passage)[:MAX_WORDS]))


def _shown(text: str, strange: Sequence[Value]) -> str:
    return ", ".join(f"“{text[value.start : value.end]}”" for value in strange)
