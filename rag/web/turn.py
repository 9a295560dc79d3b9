"""One question of a conversation with its answer, and the same as the plain record that a browser keeps.

A record that comes back from a browser is anybody's text: what is not as it should be is left out, never an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from index.records import ArticleInfo, Filter
from rag.answer_json import to_json
from rag.records import Agreement, Answer, Backing, Citation, Claim, Differing, Dropped, Kind, Mode, Status

_MOST_TEXT = 20_000
_MOST_ITEMS = 100


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what was answered.

    `considered` are the articles that the search found, cited or not; `where` the filter it was asked with; `rating`
    "up", "down" or "", `noted` True once a note was sent with it; `stopped` True where the reader ended it early, so
    that the claims are not all.
    """

    answer: Answer
    considered: tuple[ArticleInfo, ...] = ()
    where: Filter = Filter()
    rating: str = ""
    noted: bool = False
    stopped: bool = False

    @classmethod
    def of(cls, answer: Answer, where: Filter = Filter()) -> Turn:
        """The turn of an answer as the pipeline gave it; the passages themselves are not kept."""
        found = {hit.article.id: hit.article for hit in answer.hits}
        return cls(replace(answer, hits=()), tuple(found.values()), where)


def to_record(turn: Turn) -> dict[str, Any]:
    """A turn as plain values: the answer's documented record, and under "page" what only the page knows."""
    where = turn.where
    page = {
        "considered": [
            {
                "id": info.id,
                "title": info.title,
                "outlet": info.outlet,
                "language": info.language,
                "published": info.published.isoformat() if info.published else None,
            }
            for info in turn.considered
        ],
        "filter": {
            "languages": sorted(where.languages),
            "outlets": sorted(where.outlets),
            "since": where.since.isoformat() if where.since else None,
            "until": where.until.isoformat() if where.until else None,
        },
        "rating": turn.rating,
        "noted": turn.noted,
        "stopped": turn.stopped,
    }
    return to_json(turn.answer) | {"page": page}


def from_record(record: object) -> Turn | None:
    """The turn that a record describes, as far as it does; None where it holds no question."""
    row = _mapping(record)
    question = _text(row.get("question"))
    if not question:
        return None
    page, backing = _mapping(row.get("page")), _mapping(row.get("backing"))
    kept = page.get
    answer = Answer(
        question=question,
        question_language=_text(row.get("question_language")),
        status=_one_of(Status, row.get("status"), Status.REFUSED),
        claims=tuple(_claim(_mapping(item)) for item in _items(row.get("claims"))),
        reason=_text(row.get("reason")),
        mode=_one_of(Mode, row.get("mode"), Mode.EXTRACTIVE),
        backing=Backing(
            _number(backing.get("articles")), _texts(backing.get("languages")), _texts(backing.get("origins"))
        ),
        notice=_text(row.get("notice")),
        model=_text(row.get("model")),
        standing=_text(row.get("standing")),
        closest=_citations(row.get("closest")),
        dropped=tuple(
            Dropped(_text(item.get("text")), _text(item.get("reason")), _text(item.get("check")))
            for item in map(_mapping, _items(row.get("dropped")))
        ),
    )
    rating = _text(kept("rating"))
    return Turn(
        answer,
        considered=tuple(_info(_mapping(item)) for item in _items(kept("considered"))),
        where=_filter(_mapping(page.get("filter"))),
        rating=rating if rating in ("up", "down") else "",
        noted=kept("noted") is True,
        stopped=kept("stopped") is True,
    )


def _claim(row: Mapping[str, Any]) -> Claim:
    agreement = _mapping(row.get("agreement"))
    return Claim(
        text=_text(row.get("text")),
        language=_text(row.get("language")),
        citations=_citations(row.get("citations")),
        agreement=Agreement(
            same=_citations(agreement.get("same")),
            differs=tuple(_differing(_mapping(item)) for item in _items(agreement.get("differs"))),
            origins=_texts(agreement.get("origins")),
        ),
        checks=_texts(row.get("checks")),
    )


def _differing(row: Mapping[str, Any]) -> Differing:
    return Differing(
        citation=_citation(_mapping(row.get("citation"))),
        kind=_one_of(Kind, row.get("kind"), Kind.FIGURE),
        here=_text(row.get("here")),
        there=_text(row.get("there")),
    )


def _citations(given: object) -> tuple[Citation, ...]:
    return tuple(_citation(_mapping(item)) for item in _items(given))


def _citation(row: Mapping[str, Any]) -> Citation:
    return Citation(
        article_id=_text(row.get("article_id")),
        title=_text(row.get("title")),
        outlet=_text(row.get("outlet")),
        language=_text(row.get("language")),
        start=_number(row.get("start")),
        end=_number(row.get("end")),
        quote=_text(row.get("quote")),
        published=day_of(row.get("published")),
        url=_text(row.get("url")),
    )


def _info(row: Mapping[str, Any]) -> ArticleInfo:
    return ArticleInfo(
        id=_text(row.get("id")),
        title=_text(row.get("title")),
        outlet=_text(row.get("outlet")),
        language=_text(row.get("language")),
        published=day_of(row.get("published")),
    )


def _filter(row: Mapping[str, Any]) -> Filter:
    return Filter(
        languages=frozenset(_texts(row.get("languages"))),
        outlets=frozenset(_texts(row.get("outlets"))),
        since=day_of(row.get("since")),
        until=day_of(row.get("until")),
    )


def _mapping(given: object) -> Mapping[str, Any]:
    return given if isinstance(given, Mapping) else {}


def _items(given: object) -> Iterable[Any]:
    return given[:_MOST_ITEMS] if isinstance(given, list) else []


def _text(given: object) -> str:
    return given[:_MOST_TEXT] if isinstance(given, str) else ""


def _texts(given: object) -> tuple[str, ...]:
    return tuple(item for item in map(_text, _items(given)) if item)


def _number(given: object) -> int:
    return given if isinstance(given, int) and not isinstance(given, bool) and 0 <= given < 1 << 31 else 0


def _one_of(kind: Any, given: object, default: Any) -> Any:
    with suppress(ValueError):
        return kind(given)
    return default


def day_of(given: object) -> date | None:
    """The date of an ISO text such as "2022-09-06"; None where it is none."""
    with suppress(ValueError, TypeError):
        return date.fromisoformat(given.strip()) if isinstance(given, str) else None
    return None
