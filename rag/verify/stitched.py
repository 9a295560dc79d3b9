"""Whether a claim puts two cited sentences together so that it says what neither says.

"Airbus delivered 67 planes" and "Boeing delivered 33" do not carry "Boeing delivered 67 planes", though both together
have every word of it. So each clause of a claim must be carried by one of the sentences: its figures, its names, and
nearly as many of its other words as all of them carry.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag import names
from rag.numbers import Value, unlicensed
from rag.verify.clauses import Reading
from rag.verify.clauses import parts as parts_of
from rag.verify.support import Met

_LEAST = 2  # content words; a shorter part says too little to be checked
_LACKING = 0.3
"""The share of a clause, by weight, that its best sentence may lack of what all of them carry."""

Part = tuple[str, int]
"""The text of a clause, and the place of the source that carries most of it."""
Evidence = tuple[Met, Sequence[Value]]
"""A source's words against the claim's, and the figures it states."""


def stitched(claim: Reading, figures: Sequence[Value], sources: Sequence[Reading], parts: Sequence[Evidence]) -> str:
    """The first clause of a claim that none of several sources carries alone; "" where each is carried.

    :param figures: of the claim.
    :param parts: for each source what it states: its words against the claim's, and its figures.
    """
    if len(sources) < 2:
        return ""
    for clause in parts_of(claim):
        start, end = claim.tokens[clause[0]].start, claim.tokens[clause[-1]].end
        text = claim.text[start:end]
        stated = [value for value in figures if start <= value.start < end]
        content = [place for place in clause if claim.tokens[place].is_content]
        if len(content) >= _LEAST and not any(
            not _strange(stated, figures, parts, at)
            and not _foreign(text, claim.language, sources, at)
            and _lacks(content, [met for met, _ in parts], at) <= _LACKING
            for at in range(len(sources))
        ):
            return text
    return ""


def carriers(
    claim: Reading, figures: Sequence[Value], sources: Sequence[Reading], parts: Sequence[Evidence]
) -> list[Part]:
    """The parts of a claim, each with the source that carries it best: its figures and names first, then its words.

    Clauses that one source carries after one another are one part: "…, the minister said" is of what he said.
    """
    found: list[tuple[int, int, int]] = []
    for clause in parts_of(claim):
        start, end = claim.tokens[clause[0]].start, claim.tokens[clause[-1]].end
        text = claim.text[start:end]
        stated = [value for value in figures if start <= value.start < end]
        content = [place for place in clause if claim.tokens[place].is_content]
        if len(content) < _LEAST:
            continue
        mets = [met for met, _ in parts]
        wanting = [
            (
                _strange(stated, figures, parts, at),
                _foreign(text, claim.language, sources, at),
                _lacks(content, mets, at),
            )
            for at in range(len(sources))
        ]
        best = wanting.index(min(wanting))
        if found and found[-1][2] == best:
            start = found.pop()[0]
        found.append((start, end, best))
    return [(claim.text[start:end], at) for start, end, at in found]


def _strange(stated: Sequence[Value], figures: Sequence[Value], parts: Sequence[Evidence], at: int) -> bool:
    """Whether a figure of a clause is another source's alone."""
    missing = unlicensed(figures, parts[at][1])
    return any(value in missing for value in stated)


def _foreign(text: str, language: str, sources: Sequence[Reading], at: int) -> bool:
    """Whether a name of a clause is another source's alone; a sentence without names may speak of anybody as "he"."""
    own = sources[at]
    if not names.names(f"a {own.text}", own.language):
        return False
    claimed = f"a {text}"  # no word of it opens a sentence
    missing = names.unlicensed(claimed, language, [own.text])
    others = [source.text for place, source in enumerate(sources) if place != at]
    return bool(missing) and not set(missing) <= set(names.unlicensed(claimed, language, others))


def _lacks(content: Sequence[int], mets: Sequence[Met], at: int) -> float:
    """The share of a clause that other sources carry and this one does not."""
    rows = [row for row, place in enumerate(mets[at].claim) if place in set(content)]
    weights = [float(mets[at].weight[row]) for row in rows]
    best = [max(float(met.near[row].max(initial=0.0)) for met in mets) for row in rows]
    own = [float(mets[at].near[row].max(initial=0.0)) for row in rows]
    lost = sum(weight * (most - mine) for weight, most, mine in zip(weights, best, own, strict=True))
    return lost / (sum(weights) or 1.0)
