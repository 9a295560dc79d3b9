"""A question that asks several things: the answers to its parts in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, zip_longest

from rag.asked import asked, holds, holds_perhaps
from rag.followup import Leaning, Subject, carried, leaning, says_nothing
from rag.pipeline.others import Others
from rag.records import Answer, Citation, Claim, Hit, Query, Status
from rag.request import Answering, Request, whole
from rag.wording import say


def in_turn(pipeline: Answering, parts: Sequence[str], request: Request) -> list[Answer]:
    """The answer to each part; one that leans on the first is put with what that is about, and is as open as that.

    :param request: the whole question, with its language.
    """
    language = request.language
    first = whole(pipeline.respond(replace(request, question=parts[0])))
    answers = [first]
    for part in parts[1:]:
        how = leaning(part, language)
        if how is not Leaning.NOT and first.status is Status.REFUSED:
            answers.append(replace(first, question=part))
            continue
        subject = Subject.of(first.question, language, first.claims, first.hits)
        taken = carried(part, language, subject) if how is not Leaning.NOT else ""
        loosely = bool(taken) and how is not Leaning.WHOLLY
        answers.append(whole(pipeline.respond(replace(request, question=part, carried=taken, loosely=loosely))))
    return answers


def together(
    query: Query, parts: Sequence[str], answers: Sequence[Answer], others: Others, max_words: int
) -> Answer | None:
    """The answers to the parts of a question as its answer; None where no part is answered.

    Its confidence is that of the part that is answered best. A part that is refused makes the whole partial, and is
    named, unless what the others say holds an answer of its kind.

    :param max_words: of all claims, as of one answer; the first of each part is in any case shown.
    """
    given = [answer for answer in answers if answer.status is not Status.REFUSED]
    if not given:
        return None
    claims = tuple(_within(max_words, [answer.claims for answer in given]))
    refused = [part for part, answer in zip(parts, answers, strict=True) if answer.status is Status.REFUSED]
    open_parts = [part for part in refused if not _told(part, query.language, claims)]
    whole = not open_parts and all(answer.status is Status.ANSWERED for answer in given)
    return Answer(
        question=query.shown or query.text,
        question_language=query.language,
        status=Status.ANSWERED if whole else Status.PARTIAL,
        claims=claims,
        reason="" if whole else _reason(query, open_parts),
        confidence=max(answer.confidence for answer in given),
        backing=others.backing(claims)[1],
        hits=tuple(_hits(given)),
        dropped=tuple(chain.from_iterable(answer.dropped for answer in answers)),
        timings_ms=_sum(answer.timings_ms for answer in answers),
        versions=given[0].versions,
    )


def _reason(query: Query, open_parts: Sequence[str]) -> str:
    if open_parts:
        return say("part_open", query.language, query.text, part=open_parts[0].rstrip("? "))
    return say("unsure", query.language, query.text)


def _told(part: str, language: str, claims: Sequence[Claim]) -> bool:
    """Whether claims on what a part leans on tell what it asks for: "and why?" beside "because of the rain"."""
    kind = asked(part, language) if says_nothing(part, language) else None
    return kind is not None and any(holds(claim.text, kind) or holds_perhaps(claim.text, kind) for claim in claims)


def _within(max_words: int, of_parts: Sequence[Sequence[Claim]]) -> Iterator[Claim]:
    """The claims of all parts, each once; the best of every part before the second best of one, in the order asked."""
    left, kept = max_words, dict[tuple[Citation, ...], tuple[int, int]]()
    for rank, row in enumerate(zip_longest(*of_parts)):
        for part, claim in enumerate(row):
            if claim is None or claim.citations in kept:
                continue
            length = len(claim.text.split())
            if length <= left or not rank:
                left -= length
                kept[claim.citations] = (part, rank)
    for part, rank in sorted(kept.values()):
        yield of_parts[part][rank]


def _hits(answers: Iterable[Answer]) -> Iterable[Hit]:
    hits: dict[str, Hit] = {}
    for hit in chain.from_iterable(answer.hits for answer in answers):
        hits.setdefault(hit.passage.id, hit)
    return hits.values()


def _sum(times: Iterable[Mapping[str, float]]) -> dict[str, float]:
    total: dict[str, float] = {}
    for some in times:
        for step, ms in some.items():
            total[step] = total.get(step, 0.0) + ms
    return total
