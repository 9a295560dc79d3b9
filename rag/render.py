"""An answer as text or Markdown. Pure: the same answer always gives the same characters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from index.clean import shorten
from rag.records import Answer, Citation, Claim, Differing
from rag.wording import Noun, counted, say

TITLE_CHARACTERS = 72
"""A longer title is cut after a word in text and Markdown; the JSON record holds it whole."""
MOST_OUTLETS = 8
"""How many of those that say the same are named in text and Markdown; the rest are counted."""
MOST_DIFFERING = 4
"""How many of those that state something else are shown with their words; --explain and the JSON record show all."""
_DIFFERING_CHARACTERS = 60
_ESCAPED = str.maketrans({letter: f"\\{letter}" for letter in r"\`*_{}[]()<>#+!|~&"})
_QUOTES = {"en": "“”", "it": "«»", "sq": "“”", "sr": "„”", "hu": "„”"}
_INNER = {
    "it": str.maketrans("«»", "“”"),
    "sr": str.maketrans("„“”", "’’’"),
    "hu": str.maketrans("„”", "»«"),
}
_INNER_ELSE = str.maketrans("“”", "‘’")
"""Quotation marks within those of a language."""


def numbered(answer: Answer) -> dict[Citation, int]:
    """The cited sentences with their numbers from 1, in order of first appearance."""
    numbers: dict[Citation, int] = {}
    for claim in answer.claims:
        for citation in claim.citations:
            numbers.setdefault(citation, len(numbers) + 1)
    return numbers


def to_text(answer: Answer) -> str:
    """For a terminal: the claims with their markers, then what each number stands for."""
    lines = [*_about(answer), answer.reason] if answer.reason else [*_about(answer)]
    lines += claim_lines(answer)
    if answer.closest:
        lines += ["", _say("closest", answer)]
        lines += [f"  {_quoted(citation.quote, citation.language)} – {_where(citation)}" for citation in answer.closest]
    lines += source_lines(answer)
    return "\n".join(lines) + "\n"


def claim_lines(answer: Answer) -> list[str]:
    """The claims with their markers, a line each."""
    numbers = numbered(answer)
    return [f"{_shown(claim, answer)} {_markers(claim, numbers)}" for claim in answer.claims]


def source_lines(answer: Answer) -> list[str]:
    """What each number stands for, under its heading; nothing for an answer without claims."""
    numbers = numbered(answer)
    if not numbers:
        return []
    return ["", _say("sources", answer), *_behind(answer), *_sources(answer, numbers, indent="    ")]


def to_markdown(answer: Answer) -> str:
    """For a document: as the text, with the quotes of other languages in italics; nothing of the articles is markup."""
    numbers = numbered(answer)
    lines = [f"**{_escape(answer.question)}**", ""]
    for line in (*_about(answer), answer.reason):
        lines += [_escape(line), ""] if line else []
    for claim in answer.claims:
        markers = _escape(_markers(claim, numbers))
        foreign = claim.language != answer.question_language
        shown = _escape(_shown(claim, answer))
        lines += [f"*{shown}* {markers}" if foreign else f"{shown} {markers}", ""]
    lines += [f"- {_escape(_quoted(near.quote, near.language))} – {_escape(_where(near))}" for near in answer.closest]
    lines += [f"- {_escape(line.strip())}" for line in _sources(answer, numbers, indent="")]
    lines += [f"\n{_escape(line)}" for line in _behind(answer)]
    return "\n".join(lines).rstrip() + "\n"


def explained(answer: Answer) -> str:
    """For a terminal: what the other articles say to each claim, and the passages that were considered."""
    lines = [line for number, claim in enumerate(answer.claims, start=1) for line in _compared(number, claim)]
    lines += [f"confidence {answer.confidence:.2f}; passages considered, best first:"]
    for hit in answer.hits:
        legs = ", ".join(f"{name} {value:.2f}" for name, value in hit.legs.items())
        lines.append(f"  {hit.score:6.3f}  {hit.passage.id} ({hit.article.language}) {legs}")
    return "\n".join(lines) + "\n"


def _compared(number: int, claim: Claim) -> Iterator[str]:
    """A claim's agreement in full: every sentence that states it, and every one that states it otherwise."""
    yield f"claim {number}: origins {', '.join(claim.agreement.origins) or '-'}"
    for citation in claim.agreement.same:
        yield f"  same     {_where(citation)}: {_quoted(citation.quote, citation.language)}"
    for one in claim.agreement.differs:
        there, here = (_quoted(text, "") for text in (one.there, one.here))
        yield f"  differs  {_where(one.citation)}: {one.kind.value} {there}, here {here}"
        yield f"           {_quoted(one.citation.quote, one.citation.language)}"


def _about(answer: Answer) -> Iterator[str]:
    """How the question was understood and how the answer came to be, where there is something to say."""
    if answer.standing:
        yield _say("understood_as", answer, standing=answer.standing)
    if answer.notice:
        yield answer.notice
    if answer.left_out:
        yield _say("left_out", answer, count=answer.left_out)


def _shown(claim: Claim, answer: Answer) -> str:
    """A sentence in another language than the question's is a quotation, marked with its language."""
    if claim.language == answer.question_language:
        return claim.text
    return f"[{claim.language or '?'}] {_quoted(claim.text, claim.language)}"


def _quoted(text: str, language: str) -> str:
    marks = _QUOTES.get(language, "“”")
    return f"{marks[0]}{text.translate(_INNER.get(language, _INNER_ELSE))}{marks[1]}"


def _markers(claim: Claim, numbers: dict[Citation, int]) -> str:
    return "".join(f"[{numbers[citation]}]" for citation in claim.citations)


def _sources(answer: Answer, numbers: dict[Citation, int], indent: str) -> Iterator[str]:
    for citation, number in numbers.items():
        yield f"[{number}] {_where(citation)}"
        also = [other for claim in answer.claims if citation in claim.citations for other in claim.agreement.same]
        outlets = dict.fromkeys(f"{_outlet(other)} ({other.language})" for other in also)
        if outlets:
            named = ", ".join(list(outlets)[:MOST_OUTLETS])
            rest = f" +{len(outlets) - MOST_OUTLETS}" if len(outlets) > MOST_OUTLETS else ""
            yield f"{indent}{_say('also', answer, outlets=named + rest)}"
        parted = [one for claim in answer.claims if citation in claim.citations for one in claim.agreement.differs]
        if parted:
            told = "; ".join(dict.fromkeys(_differing(one, answer) for one in parted[:MOST_DIFFERING]))
            rest = f" +{len(parted) - MOST_DIFFERING}" if len(parted) > MOST_DIFFERING else ""
            yield f"{indent}{_say('differs', answer, outlets=told + rest)}"


def _differing(differing: Differing, answer: Answer) -> str:
    """Who states what in place of what the claim has."""
    there = differing.citation
    day = f", {there.published.isoformat()}" if there.published else ""
    return _say(
        "differing",
        answer,
        outlet=f"{_outlet(there)} ({there.language}{day})",
        kind=_say(differing.kind.value, answer),
        there=_inline(differing.there),
        here=_inline(differing.here),
    )


def _inline(text: str) -> str:
    return shorten(" ".join(text.split()), _DIFFERING_CHARACTERS)


def _behind(answer: Answer) -> Iterator[str]:
    """One line on the articles and origins that stand behind the whole answer; none on a refusal."""
    behind = answer.backing
    if behind.articles:
        yield _say(
            "backing" if behind.origins else "backing_uncredited",
            answer,
            articles=_counted("article", behind.articles, answer),
            languages=_counted("language", len(behind.languages), answer),
            origins=_counted("origin", len(behind.origins), answer),
            names=", ".join(behind.origins),
        )


def _counted(noun: Noun, count: int, answer: Answer) -> str:
    return counted(noun, count, answer.question_language, answer.question)


def _where(citation: Citation) -> str:
    title = f", “{shorten(citation.title, TITLE_CHARACTERS)}”" if citation.title else ""
    day = f", {citation.published.isoformat()}" if citation.published else ""
    url = f", {citation.url}" if citation.url else ""
    place = f"{citation.article_id}:{citation.start}-{citation.end}"
    return f"{_outlet(citation)} ({citation.language}){day}{title}, {place}{url}"


def _outlet(citation: Citation) -> str:
    return citation.outlet or citation.article_id


def _say(message: Any, answer: Answer, **values: object) -> str:
    return say(message, answer.question_language, answer.question, **values)


def _escape(text: str) -> str:
    """Backslashes before everything that Markdown or HTML could read as markup."""
    return text.translate(_ESCAPED)
