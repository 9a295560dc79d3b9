"""An answer as the page shows it: its sentences with their citations, how far it goes, and what backs it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from index.records import Filter
from rag.records import Answer, Citation, Claim, Mode, Status
from rag.render import numbered, to_markdown
from rag.web.filters import filter_words
from rag.web.html import attributes, exact, isolated, language_mark, spoken, text
from rag.web.texts import language_name, told
from rag.web.turn import Turn, to_record
from rag.web.who import who_says_what

_ICONS = {
    "answered": "M3 8.5l3.2 3.2L13 5",
    "partial": "M3 8h10",
    "refused": "M4 4l8 8M12 4l-8 8",
}


def conversation_html(turns: Sequence[Turn], reader: str) -> str:
    """A conversation, oldest question first; `reader` is the language of the interface."""
    return "".join(turn_html(turn, number, reader, last=number == len(turns) - 1) for number, turn in enumerate(turns))


def turn_html(turn: Turn, number: int, reader: str, *, last: bool) -> str:
    """One question with its answer, and what can be done with it."""
    answer = turn.answer
    record = json.dumps(to_record(turn), ensure_ascii=False)
    return (
        f'<article class="ch-turn" {attributes(turn=number, record=record, markdown=to_markdown(answer))}>'
        f"{_question(turn, reader)}"
        f"{_status(turn, reader)}"
        f"{claims_html(answer, reader)}"
        f"{_closest(answer, reader)}"
        f"{who_says_what(turn, reader)}"
        f"{_footer(turn, number, reader, last)}"
        "</article>"
    )


def live_html(question: str, claims: Sequence[Claim], where: Filter, reader: str, *, written: bool = False) -> str:
    """A question that is being answered: what has come of it so far; `written` where a language model answers it."""
    so_far = Answer(question, "", Status.ANSWERED, claims=tuple(claims))
    asked = f'<h2 dir="auto">{text(question)}</h2>{_asked_of(where, reader)}'
    doing = "working_written" if written else "working"
    dots = '<span class="ch-dots" aria-hidden="true"></span>'
    working = f'<p class="ch-working" role="status">{dots}{told(doing, reader)}</p>'
    return f'<article class="ch-turn ch-live" aria-busy="true">{asked}{claims_html(so_far, reader)}{working}</article>'


def claims_html(answer: Answer, reader: str) -> str:
    """The sentences of an answer, each with the citations it rests on."""
    numbers = numbered(answer)
    shown = []
    for claim in answer.claims:
        chips = " ".join(chip(citation, numbers[citation], reader) for citation in claim.citations)
        shown.append(f'<p class="ch-claim">{_sentence(claim, answer, reader)} {chips}</p>')
    return f'<div class="ch-claims">{"".join(shown)}</div>' if shown else ""


def chip(citation: Citation, number: int, reader: str) -> str:
    """A citation to hover over, which shows the quote, and to click, which opens its article there."""
    outlet = citation.outlet or citation.article_id
    label = f"[{number}] {outlet}, {language_name(citation.language, reader)}: {told('open_source', reader)}"
    place = attributes(do="open", article=citation.article_id, start=citation.start, end=citation.end, number=number)
    return (
        f'<span class="ch-cite"><button type="button" class="ch-chip" {place} aria-label="{text(label)}">'
        f"<b>{number}</b> {isolated(outlet)} {language_mark(citation.language, reader)}</button>"
        f'<span class="ch-tip" role="tooltip" {spoken(citation.language)}>{exact(citation.quote)}</span></span>'
    )


def _question(turn: Turn, reader: str) -> str:
    answer = turn.answer
    standing = ""
    if answer.standing and answer.standing != answer.question:
        standing = f'<p class="ch-standing">{told("standing", reader)}: {isolated(answer.standing)}</p>'
    asked = f"<h2 {spoken(answer.question_language)}>{text(answer.question)}</h2>"
    return asked + standing + _asked_of(turn.where, reader)


def _asked_of(where: Filter, reader: str) -> str:
    words = filter_words(where, reader)
    return f'<p class="ch-asked-of">{told("asked_of", reader)}: {"; ".join(map(isolated, words))}</p>' if words else ""


def _status(turn: Turn, reader: str) -> str:
    answer = turn.answer
    status = answer.status.value
    icon = f'<svg viewBox="0 0 16 16" aria-hidden="true"><path d="{_ICONS[status]}"/></svg>'
    if turn.stopped:
        said = told("stopped" if answer.claims else "stopped_empty", reader)
        return f'<p class="ch-status ch-partial" role="status">{said}</p>'
    lines = [f'<span class="ch-badge">{icon}{told(status, reader)}</span>']
    lines += [f"<span {spoken(answer.question_language)}>{text(line)}</span>" for line in (answer.reason,) if line]
    notice = f'<p class="ch-notice">{isolated(answer.notice)}</p>' if answer.notice else ""
    return f'<p class="ch-status ch-{status}">{" ".join(lines)}</p>{notice}'


def _sentence(claim: Claim, answer: Answer, reader: str) -> str:
    if not answer.question_language or claim.language == answer.question_language:
        return f"<span {spoken(claim.language)}>{text(claim.text)}</span>"
    mark = language_mark(claim.language, reader)
    return f'{mark} <q class="ch-foreign" {spoken(claim.language)}>{text(claim.text)}</q>'


def _closest(answer: Answer, reader: str) -> str:
    if not answer.closest:
        return ""
    rows = "".join(
        f'<li><q class="ch-foreign" {spoken(near.language)}>{text(near.quote)}</q> {chip(near, number, reader)}</li>'
        for number, near in enumerate(answer.closest, start=1)
    )
    return f'<section class="ch-closest"><h3>{told("closest", reader)}</h3><ul>{rows}</ul></section>'


def _footer(turn: Turn, number: int, reader: str, last: bool) -> str:
    answer = turn.answer
    by = told("written_by", reader, model=answer.model) if answer.mode is Mode.LLM else told("quotations", reader)
    about = [text(by)] if answer.claims else []
    if answer.mode is Mode.LLM and answer.dropped:
        about.append(told("dropped", reader, n=len(answer.dropped)))
    buttons = [
        _button("copy", number, told("copy", reader), told("copy_label", reader)) if answer.claims else "",
        _button("download", number, told("download", reader), told("download_label", reader)),
        _button("retry", number, told("retry", reader)) if last else "",
        _button("edit", number, told("edit", reader)),
        _thumb("up", turn, number, reader),
        _thumb("down", turn, number, reader),
    ]
    noted = f'<p class="ch-noted" role="status">{told("thanks", reader)}</p>' if turn.rating else ""
    return (
        f'<footer class="ch-foot"><p class="ch-about">{" · ".join(about)}</p>'
        f'<div class="ch-tools">{"".join(buttons)}</div>{_note(turn, number, reader)}{noted}</footer>'
    )


def _button(does: str, number: int, shown: str, label: str = "") -> str:
    named = f' aria-label="{text(label)}" title="{text(label)}"' if label else ""
    return f'<button type="button" class="ch-tool" {attributes(do=does, turn=number)}{named}>{shown}</button>'


def _thumb(rating: str, turn: Turn, number: int, reader: str) -> str:
    label = told("good" if rating == "up" else "bad", reader)
    turned = "" if rating == "up" else ' class="ch-down"'
    icon = (
        f'<svg viewBox="0 0 16 16" aria-hidden="true"{turned}>'
        '<path d="M2 7h2.5v6H2zM4.5 7.5L7.5 2c1 0 1.6.8 1.4 1.8L8.5 6H13c.7 0 1.1.6 1 1.2l-1 4.8'
        'c-.1.6-.6 1-1.2 1H4.5"/>'
        "</svg>"
    )
    pressed = "true" if turn.rating == rating else "false"
    place = attributes(do="rate", turn=number, rating=rating)
    return (
        f'<button type="button" class="ch-tool" {place} aria-label="{label}" title="{label}" aria-pressed="{pressed}">'
        f"{icon}</button>"
    )


def _note(turn: Turn, number: int, reader: str) -> str:
    if not turn.rating or turn.noted:
        return ""
    label = told("note", reader)
    send = attributes(do="note", turn=number, rating=turn.rating)
    return (
        f'<div class="ch-note"><textarea rows="2" maxlength="2000" aria-label="{label}" placeholder="{label}">'
        "</textarea>"
        f'<button type="button" class="ch-tool" {send}>{told("send", reader)}</button></div>'
    )
