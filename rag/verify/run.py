"""One run of the checks of a claim against the sentences it cites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

import numpy as np

from rag import names
from rag.names.places import mentions
from rag.numbers import Value, unlicensed, values
from rag.verify import accused, attribution, conditions, counted, direction, negation, overreach, requested
from rag.verify.added import added
from rag.verify.clauses import MAX_WORDS, Reading, Token, read
from rag.verify.compared import turned as turned_round
from rag.verify.coverage import coverage
from rag.verify.crossed import crossed
from rag.verify.cues import cues, grammar
from rag.verify.openers import opens
from rag.verify.opposites import opposite, other_side_of
from rag.verify.records import Source
from rag.verify.replaced import replaced
from rag.verify.roles import mentions as mentions_of
from rag.verify.steps import other_step
from rag.verify.stitched import Evidence, carriers, stitched
from rag.verify.support import Met, meet
from rag.words import WordAligner, words

_STRANGE = 0.22  # how near a word of the passage must be to the first word of a claim for that to be no name
_TRANSLATED = 0.99  # how near a word of the passage must be to a word of a name to be its translation; 1 is the most


class Run:
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

    def added(self) -> str:
        """The clause of the claim that its sources know nothing of, "" for none."""
        return added(self._claim, self._readings, self._met, self._figured() | self._told())

    def _evidence(self) -> list[Evidence]:
        stated = [_stated(one.quote, one.language, one.published) for one in (some.citation for some in self.sources)]
        return list(zip(self._met, stated, strict=True))

    def _has_rules(self) -> bool:
        return bool(grammar(self._language)) and all(grammar(source.citation.language) for source in self.sources)

    def _figures(self) -> str:
        evidence = self._evidence()
        strange = unlicensed(self._values, [value for _, stated in evidence for value in stated])
        if strange:
            return f"its source does not state {_shown(self.text, strange)}"
        parted = [
            counted.miscounted(self._claim, reading, met, self._values, stated)
            for reading, (met, stated) in zip(self._readings, evidence, strict=True)
        ]
        if parted and all(parted):
            return f"its source counts something else with “{parted[0]}”"
        steps = [
            other_step(self._claim, self._values, reading, stated)
            for reading, (_, stated) in zip(self._readings, evidence, strict=True)
        ]
        return f"“{steps[0]}” is not how its source tells of the change" if steps and all(steps) else ""

    def _names(self) -> str:
        licences = [text for source in self.sources for text in _licences(source)]
        strange = self._strange(self.text, licences) or self._opening_name(licences)
        strange = strange or names.strange_peoples(self.text, self._language, licences)
        strange = strange or names.other_persons(self.text, self._language, self._texts())
        return f"its source does not name {', '.join(strange)}" if strange else ""

    def _texts(self) -> list[tuple[str, str]]:
        """What may be named, with its language."""
        return [(text, one.citation.language) for one in self.sources for text in (one.citation.quote, one.passage)]

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
        if opens(tokens[0].folded, self._claim.language) and tokens[0].text[1:].islower():
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
        turned = [negation.contradicts(self._claim, reading, met) for reading, met in self._pairs()]
        if not all(turned):
            turned = [
                opposite(self._claim, reading, met)
                or other_side_of(self._claim, reading, met)
                or turned_round(self._claim, reading, met)
                for reading, met in self._pairs()
            ]
        return f"it and its source differ on “{turned[0]}”" if all(turned) else ""

    def _direction(self) -> str:
        parted = [direction.swapped(self._claim, reading, met, self._aligner) for reading, met in self._pairs()]
        if not all(parted):
            parted = [
                crossed(self._claim, reading, met, (self._values, stated), self._aligner)
                for reading, (met, stated) in zip(self._readings, self._evidence(), strict=True)
            ]
        if not all(parted):
            parted = [accused.culprit(self._claim, reading, met, self._aligner) for reading, met in self._pairs()]
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
        return (
            attribution.firmer(self._claim, reading, met)
            or overreach.realised(self._claim, reading, met)
            or conditions.unconditional(self._claim, reading, met)
            or requested.got(self._claim, reading, met)
        )

    def _pairs(self) -> list[tuple[Reading, Met]]:
        return list(zip(self._readings, self._met, strict=True))

    def _support(self) -> float:
        return coverage(self._claim, self._readings, self._met, self._figured(), self._told())

    def _told(self) -> frozenset[int]:
        """Places of names, verbs of saying and the like, which differ too much across languages to be compared."""
        if self.is_same_language:
            return frozenset()
        code, table = self._claim.language, cues(self._claim.language)
        told = {place for one in mentions_of(self._claim) for place in one.places}
        told |= {cue.place for cue in self._claim.reports}
        if table is not None:
            told |= {at for at, token in enumerate(self._claim.tokens) if table.modal(token.folded, code)}
        return frozenset(told)

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
