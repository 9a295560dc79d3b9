"""What is said of the sides once it is known what every article says to each sentence that is shown.

The sides are chosen among the sentences found for the question. That no contradiction was found, or that all say the
same, is only true if none was found of any sentence shown either, in whatever article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rag.asked import Asked
from rag.evidence import Sentence
from rag.extract import Draft
from rag.extract.compared import told
from rag.extract.compared_kinds import compared_kind
from rag.extract.given import SURE
from rag.extract.sides import named_sides
from rag.records import Citation, Claim, Differing, Hit, Kind, Query
from rag.verify import QUOTED
from rag.wording import Message, say
from rag.words import WordAligner

_MADE_OF = {
    Asked.NUMBER: frozenset({Kind.FIGURE}),
    Asked.MONEY: frozenset({Kind.FIGURE}),
    Asked.DURATION: frozenset({Kind.FIGURE}),
    Asked.TIME: frozenset({Kind.DATE}),
    Asked.NAME: frozenset({Kind.NAME}),
    None: frozenset({Kind.STAGE, Kind.NEGATION}),
}
"""The differences that answer a question about differences, by the kind of answer that it compares."""
_VALUES = frozenset({Kind.FIGURE, Kind.DATE, Kind.NAME})
"""Of these a sentence may hold several: only the one that answers counts."""
_MORE = 2
"""Sentences that are shown because they part from one that is."""
_MEETS = 0.35
"""How near a word of the question is to one in which two articles part: "signed" of "has it been signed"."""


def noted(query: Query, draft: Draft, claims: Sequence[Claim], aligner: WordAligner) -> tuple[Claim, ...]:
    """What is said of the sides, true of all that is shown; () where nothing was said.

    :param claims: those of the sides, with their agreement.
    """
    statement = draft.claims[: -len(draft.shown)]
    if draft.sides is None or not statement or any(draft.sides.words) or draft.sides.told == "sides_differ":
        return statement
    parted = [(claim, one) for claim in claims for one in claim.agreement.differs]
    if not parted:
        alone = draft.sides.told == "sides_one" and any(claim.agreement.same for claim in claims)
        return _saying("sides_same", query, statement) if alone else statement
    claim, one = next(_answering(query, draft, parted, aligner), (None, None))
    if claim is None or one is None:
        # They part in something else than the very figure or name that was asked for, which they share.
        if draft.sides.told == "sides_same" and all(_gives_it(query, sentence, aligner) for sentence in draft.shown):
            return statement
        return _saying("sides_put_else", query, statement)
    sides = named_sides([(one.here, claim.citations[0]), (one.there, one.citation)])
    return _saying("sides_differ_in", query, statement, cited=one.citation, sides=sides)


def without_other_sides(draft: Draft, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of the sides, of which none is named as saying what another side is said to part from."""
    if draft.sides is None or draft.sides.told != "sides_differ":
        return tuple(claims)
    named = {claim.citations[0].article_id for claim, word in zip(claims, draft.sides.words, strict=False) if word}
    return tuple(
        replace(
            claim,
            agreement=replace(
                claim.agreement, same=tuple(one for one in claim.agreement.same if one.article_id not in named)
            ),
        )
        if claim.citations[0].article_id in named
        else claim
        for claim in claims
    )


def with_who_parts(draft: Draft, claims: Sequence[Claim], hits: Sequence[Hit]) -> tuple[Claim, ...]:
    """The claims of sides of which none is named, and behind them what articles that are not shown say otherwise.

    :param hits: the passages that may be cited.
    """
    if draft.sides is None or any(draft.sides.words):
        return tuple(claims)
    shown = {citation.article_id for claim in claims for citation in claim.citations}
    parted = [one.citation for claim in claims for one in claim.agreement.differs]
    more = {one.article_id: one for one in parted if one.article_id not in shown and _is_held(one, hits)}
    return (*claims, *(Claim(one.quote, one.language, (one,), checks=QUOTED) for one in list(more.values())[:_MORE]))


def _is_held(citation: Citation, hits: Sequence[Hit]) -> bool:
    own = [hit.passage for hit in hits if hit.article.id == citation.article_id]
    return any(passage.start <= citation.start and citation.end <= passage.end for passage in own)


def _gives_it(query: Query, sentence: Sentence, aligner: WordAligner) -> bool:
    return told(query, sentence, aligner).beside >= SURE


def _answering(
    query: Query, draft: Draft, parted: Sequence[tuple[Claim, Differing]], aligner: WordAligner
) -> Iterator[tuple[Claim, Differing]]:
    """The differences in what the question asks about."""
    kinds = _MADE_OF.get(compared_kind(query), frozenset())
    given = {sentence.text: told(query, sentence, aligner).text for sentence in draft.shown}
    for claim, one in parted:
        answer = given.get(claim.text, "")
        if one.kind in _VALUES:
            answers = bool(answer) and (answer in one.here or one.here in answer)
        else:
            alignment = aligner.align(query.subject, [one.here, one.there])
            answers = float(alignment.match[~alignment.is_name].max(initial=0.0)) >= _MEETS
        if one.kind in kinds and answers:
            yield claim, one


def _saying(
    message: Message, query: Query, statement: Sequence[Claim], cited: Citation | None = None, **values: str
) -> tuple[Claim, ...]:
    """The statement in other words, citing one sentence more."""
    *before, last = statement
    more = (cited,) if cited and cited not in last.citations else ()
    text = say(message, query.language, query.text, **values)
    return (*before, replace(last, text=text, citations=(*last.citations, *more)))
