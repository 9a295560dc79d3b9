"""Whether a claim says no more than the sentences it cites.

The checks run in a fixed order and stop at the first that fails: markers, figures, names, negation, direction,
attribution, support, entailment. A claim that is word for word what it cites holds all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

from index.sentences import sentence_spans
from rag.verify.records import Source, Verdict
from rag.verify.run import Run
from rag.words import WordAligner

__all__ = ["MAX_CLAIM_WORDS", "QUOTED", "Entailment", "Source", "Tuning", "Verdict", "Verifier", "quotes"]

QUOTED = ("markers", "figures", "names", "negation", "direction", "attribution", "support")
"""What a quotation holds: nothing in it can differ from what it quotes."""
MAX_CLAIM_WORDS = 400
"""A longer claim is no sentence; it is dropped unread."""
_OTHERWISE = frozenset(["negation", "direction", "attribution"])
_FURTHER = 0.25  # how much more of a claim a source that says otherwise must have than one that carries it


@dataclass(frozen=True, slots=True)
class Tuning:
    """The bars of the checks, chosen on the development half of the claims in eval/verification.

    A claim's cited sentences must meet `same` of its words by weight in their own language, and in another `across` of
    those that are no names; figures are left out. `entailed` is the least probability by an entailment model.
    """

    same: float = 0.6
    across: float = 0.35
    entailed: float = 0.5


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
        # What one source says otherwise, in the claim's own words, is not carried by another that only sounds like it.
        most = max((one.support for one in alone if one.check in _OTHERWISE), default=0.0) - _FURTHER
        holding = tuple(place for place, one in enumerate(alone) if one.holds and one.support >= most)
        if not holding:
            return together
        return replace(max((alone[place] for place in holding), key=lambda one: one.support), carried=holding)

    def _together(self, text: str, language: str, sources: Sequence[Source]) -> Verdict:
        """A claim against those of its sources that carry its clauses best, and each clause against its own."""
        parts = Run(text, language, sources, self._aligner).parts()
        needed = tuple(sorted({place for _, place in parts})) or (0,)
        for part, place in parts if len(needed) > 1 else ():
            run = Run(part, language, [sources[place]], self._aligner)
            faults = (*run.turns(), ("support", _elsewhere(run.replaced())), ("support", self._weak(run)))
            fault = next(((check, reason) for check, reason in faults if reason), None)
            if fault:
                return Verdict(*fault, ("markers",), run.support)
        return replace(self._of(text, language, [sources[place] for place in needed]), carried=needed)

    def _of(self, text: str, language: str, sources: Sequence[Source]) -> Verdict:
        run = Run(text, language, sources, self._aligner)
        ran = ["markers"]
        for check, reason in run.checks():
            if reason:
                return Verdict(check, reason, tuple(ran), run.support)
            ran.append(check)
        return self._carried(run, ran)

    def _bar(self, run: Run) -> float:
        return self._tuning.same if run.is_same_language else self._tuning.across

    def _weak(self, run: Run) -> str:
        """What is wrong with a part of a claim of which its source carries next to nothing."""
        return f"nothing in its sources says “{run.text}”" if run.support < self._bar(run) / 2 else ""

    def _carried(self, run: Run, ran: list[str]) -> Verdict:
        bar = self._bar(run)
        if run.support < bar:
            reason = f"its sources carry {run.support:.2f} of it, less than {bar:.2f}"
            return Verdict("support", reason, tuple(ran), run.support)
        if reason := _elsewhere(run.replaced()):
            return Verdict("support", reason, tuple(ran), run.support)
        if part := run.added():
            return Verdict("support", f"nothing in its sources says “{part}”", tuple(ran), run.support)
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


def _elsewhere(word: str) -> str:
    return f"its source has another word in the place of “{word}”" if word else ""
