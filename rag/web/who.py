"""Who says what: each statement of an answer against each article that speaks to one, as a table that turns into a list
on a phone."""

from __future__ import annotations

from dataclasses import dataclass

from index.clean import shorten
from rag.records import Answer, Citation, Claim, Differing, Mode
from rag.web.html import attributes, exact, isolated, language_mark, spoken, text
from rag.web.pictures import Dated, language_bar, timeline
from rag.web.texts import told
from rag.web.turn import Turn

MOST_ARTICLES = 8
"""Columns of the table; further articles are counted below it."""
_STATEMENT_CHARACTERS = 110
_SIGNS = {"cited": "●", "same": "✓", "differs": "≠"}


@dataclass(frozen=True, slots=True)
class Voice:
    """An article that the table has a column for."""

    id: str
    outlet: str
    language: str
    title: str


def who_says_what(turn: Turn, reader: str) -> str:
    """The table with what stands behind it in numbers and pictures; nothing for an answer without a statement."""
    answer = turn.answer
    if not answer.claims:
        return ""
    speaking = voices(answer)
    shown = speaking[:MOST_ARTICLES]
    others = len({*(voice.id for voice in speaking), *(info.id for info in turn.considered)}) - len(shown)
    more = f'<p class="ch-more">{told("other_articles", reader, n=others)}</p>' if others > 0 else ""
    return (
        f'<details class="ch-who" open><summary>{told("who_says_what", reader)}{_backing(answer, speaking, reader)}'
        f"</summary>{_table(answer, shown, reader)}{more}{_pictures(turn, speaking, reader)}</details>"
    )


def voices(answer: Answer) -> list[Voice]:
    """The articles that speak to a statement of an answer, in order of first appearance."""
    found: dict[str, Voice] = {}
    for claim in answer.claims:
        differing = (other.citation for other in claim.agreement.differs)
        for citation in (*claim.citations, *claim.agreement.same, *differing):
            voice = Voice(citation.article_id, citation.outlet, citation.language, citation.title)
            found.setdefault(citation.article_id, voice)
    return list(found.values())


def _backing(answer: Answer, speaking: list[Voice], reader: str) -> str:
    backing = answer.backing
    languages = backing.languages or tuple(dict.fromkeys(voice.language for voice in speaking))
    counts = [("n_articles", backing.articles or len(speaking)), ("n_languages", len(languages))]
    if backing.origins:
        counts.append(("n_origins", len(backing.origins)))
    shown = "".join(f'<span class="ch-count">{told(key, reader)} <b>{count}</b></span>' for key, count in counts)
    return f'<span class="ch-counts">{shown}</span>'


def _table(answer: Answer, shown: list[Voice], reader: str) -> str:
    # Roles are written out because a table that is laid out as a list on a phone loses its own.
    heads = "".join(
        f'<th role="columnheader" scope="col" title="{text(voice.title)}">{isolated(voice.outlet or voice.id)} '
        f"{language_mark(voice.language, reader)}</th>"
        for voice in shown
    )
    cited = told("cited" if answer.mode is Mode.LLM else "quoted", reader)
    rows = "".join(_row(claim, shown, cited, reader) for claim in answer.claims)
    return (
        f'<div class="ch-scroll" role="region" tabindex="0" aria-label="{told("who_says_what", reader)}">'
        f'<table role="table"><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">'
        f'{told("statement", reader)}</th>{heads}</tr></thead><tbody role="rowgroup">{rows}</tbody></table></div>'
    )


def _row(claim: Claim, shown: list[Voice], cited: str, reader: str) -> str:
    statement = isolated(shorten(claim.text, _STATEMENT_CHARACTERS))
    cells = "".join(_cell(claim, voice, cited, reader) for voice in shown)
    return f'<tr role="row"><th role="rowheader" scope="row" {spoken(claim.language)}>{statement}</th>{cells}</tr>'


def _cell(claim: Claim, voice: Voice, cited: str, reader: str) -> str:
    name = f"{isolated(voice.outlet or voice.id)} {language_mark(voice.language, reader)}"
    for citation in claim.citations:
        if citation.article_id == voice.id:
            return _said("cited", citation, name, cited)
    for differing in claim.agreement.differs:
        if differing.citation.article_id == voice.id:
            return _differs(differing, name, reader)
    for citation in claim.agreement.same:
        if citation.article_id == voice.id:
            return _said("same", citation, name, told("same", reader))
    # That no sentence was matched says nothing of what the article holds.
    unmatched = told("unmatched", reader)
    return (
        f'<td role="cell" class="ch-unmatched" title="{unmatched}">'
        f'<span class="ch-voice" aria-hidden="true">{name}</span>'
        f'<span aria-hidden="true">–</span><span class="ch-words">{unmatched}</span></td>'
    )


def _said(kind: str, citation: Citation, name: str, words: str, value: str = "") -> str:
    place = attributes(do="open", article=citation.article_id, start=citation.start, end=citation.end)
    return (
        f'<td role="cell" class="ch-{kind}"><span class="ch-cite"><button type="button" class="ch-cell" {place}>'
        f'<span class="ch-voice">{name}</span><span aria-hidden="true">{_SIGNS[kind]}</span>'
        f'<span class="ch-words">{words}</span>{value}</button>'
        f'<span class="ch-tip" role="tooltip" {spoken(citation.language)}>{exact(citation.quote)}</span></span></td>'
    )


def _differs(differing: Differing, name: str, reader: str) -> str:
    words = f"{told('differs', reader)} ({told(differing.kind.value, reader)})"
    value = f'<span class="ch-value">{isolated(differing.there)}</span>' if differing.there else ""
    return _said("differs", differing.citation, name, words, value)


def _pictures(turn: Turn, speaking: list[Voice], reader: str) -> str:
    bar = language_bar([voice.language for voice in speaking], reader)
    dates = {info.id: info.published for info in turn.considered}
    for claim in turn.answer.claims:
        for citation in (
            *claim.citations,
            *claim.agreement.same,
            *(other.citation for other in claim.agreement.differs),
        ):
            dates[citation.article_id] = citation.published or dates.get(citation.article_id)
    dated = [Dated(voice.outlet or voice.id, voice.language, dates.get(voice.id)) for voice in speaking]
    return f'<div class="ch-pictures">{bar}{timeline(dated, reader)}</div>'
