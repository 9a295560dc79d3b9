"""What one generation of the catalogue holds: the reading side, in plain SQL."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from index.entries import is_content
from index.errors import StoreDamaged
from index.records import Article, ArticleInfo, Filter, Passage, StoredPassage
from index.vectors import unpack_rows

_INFO = "a.id, a.title, a.language, a.outlet, a.origin, a.url, a.published, a.source"
_VISIBLE = "a.added <= :g AND (a.removed IS NULL OR a.removed > :g)"
_FROM = "FROM passages p JOIN articles a ON a.key = p.article_key"


@dataclass(frozen=True, slots=True)
class Row:
    """What the indexes need of a passage; `day` is yyyymmdd, 0 without a date."""

    key: int
    language: str
    outlet: str
    day: int
    text: str
    vector: np.ndarray


@dataclass(frozen=True, slots=True)
class Table:
    """Every visible passage's key and what it can be filtered by, as columns of equal length, sorted by key."""

    keys: np.ndarray
    languages: np.ndarray
    outlets: np.ndarray
    days: np.ndarray

    def allowed(self, where: Filter) -> Table:
        """The rows that a filter lets through."""
        keep = np.ones(len(self.keys), bool)
        if where.outlets:
            keep &= np.isin(self.outlets, list(where.outlets))
        if where.languages:
            keep &= np.isin(self.languages, list(where.languages))
        if where.since or where.until:
            keep &= (self.days >= max(day(where.since), 1)) & (self.days <= (day(where.until) or 99991231))
        return Table(self.keys[keep], self.languages[keep], self.outlets[keep], self.days[keep])

    def of(self, language: str) -> np.ndarray:
        """Keys of one language, sorted."""
        return np.asarray(self.keys[self.languages == language])


class Snapshot:
    """One generation, read through a connection whose transaction the caller holds."""

    def __init__(self, db: sqlite3.Connection, generation: int, dim: int) -> None:
        self.generation = generation
        self._db = db
        self._dim = dim

    def _all(self, sql: str, **values: Any) -> list[Any]:
        return self._db.execute(sql, {"g": self.generation, **values}).fetchall()

    def languages(self) -> dict[str, int]:
        """Count visible passages a language, most first."""
        counted = self._all(f"SELECT a.language, count(*) AS n {_FROM} WHERE {_VISIBLE} GROUP BY 1 ORDER BY n DESC, 1")
        return dict(counted)

    def with_vector(self) -> dict[str, int]:
        """Count the visible passages a language whose vector has a direction, which is what the dense leg holds."""
        some = "sum(p.vector <> zeroblob(length(p.vector)))"
        return dict(self._all(f"SELECT a.language, {some} {_FROM} WHERE {_VISIBLE} GROUP BY 1"))

    def articles(self) -> list[ArticleInfo]:
        """Every visible article, by id."""
        return [_info(row) for row in self._all(f"SELECT {_INFO} FROM articles a WHERE {_VISIBLE} ORDER BY a.id")]

    def outlets(self) -> list[tuple[str, str]]:
        """Each outlet of the visible articles with an origin that one of them credits, "" for none."""
        return [
            (row[0], row[1])
            for row in self._all(f"SELECT DISTINCT a.outlet, a.origin FROM articles a WHERE {_VISIBLE}")
        ]

    def passage_counts(self) -> dict[str, int]:
        """Count the passages of every visible article, by its id."""
        return dict(self._all(f"SELECT a.id, count(*) {_FROM} WHERE {_VISIBLE} GROUP BY a.key"))

    def info(self, article_key: int) -> ArticleInfo:
        """What is known of one version of an article, visible or not."""
        [row] = self._all(f"SELECT {_INFO} FROM articles a WHERE a.key = :key", key=article_key)
        return _info(row)

    def article(self, article_id: str) -> Article | None:
        """One article, put together from the passages that tile it; None when there is none."""
        found = self._all(f"SELECT a.key, {_INFO} FROM articles a WHERE a.id = :id AND {_VISIBLE}", id=article_id)
        if not found:
            return None
        texts = self._all("SELECT text FROM passages WHERE article_key = :key ORDER BY number", key=found[0][0])
        info = _info(found[0][1:])
        return Article(
            text="".join(text for (text,) in texts),
            **{name: getattr(info, name) for name in ArticleInfo.__dataclass_fields__},
        )

    def stored(self, article_ids: Iterable[str] | None = None) -> Iterator[tuple[Article, str]]:
        """Every visible article, or some, put together, with the digest that was stored with it."""
        some = "" if article_ids is None else "AND a.id IN (SELECT value FROM json_each(:ids))"
        found = self._all(
            f"SELECT a.id, a.content_hash FROM articles a WHERE {_VISIBLE} {some} ORDER BY a.id",
            ids=json.dumps(list(article_ids or ())),
        )
        for article_id, digest in found:
            article = self.article(article_id)
            if article is not None:
                yield article, digest

    def check(self, article_ids: Iterable[str]) -> None:
        """Compare articles with the digests that were stored with them.

        :raises StoreDamaged: the text or the metadata of one is not as it was indexed.
        """
        for article, digest in self.stored(article_ids):
            if not is_content(article, digest):
                raise StoreDamaged(
                    f"the stored article {article.id!r} is not as it was indexed; run: python -m index doctor"
                )

    def leads(self, article_ids: Sequence[str], count: int = 1) -> list[StoredPassage]:
        """The first passages of some visible articles, `count` of each, in their order; ids of others are left out."""
        rows = self._all(
            f"SELECT a.id, p.key {_FROM} WHERE {_VISIBLE} AND p.number < :count "
            "AND a.id IN (SELECT value FROM json_each(:ids)) ORDER BY p.number",
            ids=json.dumps(list(article_ids)),
            count=count,
        )
        keys: dict[str, list[int]] = {}
        for article_id, key in rows:
            keys.setdefault(article_id, []).append(key)
        return self.passages(key for one in article_ids for key in keys.get(one, ()))

    def passages(self, keys: Iterable[int]) -> list[StoredPassage]:
        """Passages by key, in the order asked for; keys that are not visible are left out."""
        wanted = [int(key) for key in keys]
        rows = self._all(
            "SELECT p.key, p.article_key, p.number, p.start, p.end, p.text, p.sentences, p.vector, p.sentence_vectors "
            "FROM passages p WHERE p.key IN (SELECT value FROM json_each(:keys))",
            keys=json.dumps(wanted),
        )
        infos = self._infos({row[1] for row in rows})
        sentence_vectors = unpack_rows([row[8] for row in rows], self._dim)
        found = {
            row[0]: _stored(row, infos[row[1]], vectors)
            for row, vectors in zip(rows, sentence_vectors, strict=True)
            if row[1] in infos
        }
        return [found[key] for key in wanted if key in found]

    def _infos(self, article_keys: set[int]) -> dict[int, ArticleInfo]:
        rows = self._all(
            f"SELECT a.key, {_INFO} FROM articles a WHERE a.key IN (SELECT value FROM json_each(:keys)) AND {_VISIBLE}",
            keys=json.dumps(sorted(article_keys)),
        )
        return {row[0]: _info(row[1:]) for row in rows}

    def vectors(self, keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Passage vectors by key, for an exact search over a few: keys found, and float32 (len(found), dim)."""
        rows = self._all(
            "SELECT key, vector FROM passages WHERE key IN (SELECT value FROM json_each(:keys))",
            keys=json.dumps(keys.tolist()),
        )
        matrix = np.frombuffer(b"".join(row[1] for row in rows), np.float32).reshape(len(rows), self._dim)
        return np.array([row[0] for row in rows], np.int64), matrix

    def vectors_of(self, language: str) -> tuple[np.ndarray, np.ndarray]:
        """Every visible passage of a language that has a vector: keys, sorted, and float32 (len(keys), dim)."""
        rows = self._all(
            f"SELECT p.key, p.vector {_FROM} WHERE {_VISIBLE} AND a.language = :language "
            "AND p.vector <> zeroblob(length(p.vector)) ORDER BY p.key",
            language=language,
        )
        matrix = np.frombuffer(b"".join(vector for _, vector in rows), np.float32).reshape(len(rows), self._dim)
        return np.array([key for key, _ in rows], np.int64), matrix

    def table(self) -> Table:
        """What filters look at, for every visible passage; about 0.2 s at 100,000 passages, so keep it."""
        rows = self._all(f"SELECT p.key, a.language, a.outlet, a.published {_FROM} WHERE {_VISIBLE} ORDER BY p.key")
        columns = list(zip(*rows, strict=True)) or [(), (), (), ()]
        days = [int(text.replace("-", "")) if text else 0 for text in columns[3]]
        return Table(
            np.array(columns[0], np.int64),
            np.array(columns[1], str),
            np.array(columns[2], str),
            np.array(days, np.int64),
        )

    def rows(self, since: int = 0) -> Iterator[Row]:
        """Rows of the indexes: every visible passage, or those a generation after `since` added."""
        return self._rows(f"{_VISIBLE} AND a.added > :since", since)

    def removed_since(self, since: int) -> Iterator[Row]:
        """Rows that were visible at generation `since` and are not now."""
        return self._rows("a.added <= :since AND a.removed > :since AND a.removed <= :g", since)

    def outgoing(self) -> Iterator[Row]:
        """Rows that no reader of this generation sees any more and that are still stored."""
        return self._rows("a.removed <= :g", 0)

    def _rows(self, where: str, since: int) -> Iterator[Row]:
        found = self._db.execute(
            f"SELECT p.key, a.language, a.outlet, a.published, p.text, p.vector {_FROM} WHERE {where} ORDER BY p.key",
            {"g": self.generation, "since": since},
        )
        for key, language, outlet, published, text, vector in found:
            number = int(published.replace("-", "")) if published else 0
            yield Row(key, language, outlet, number, text, np.frombuffer(vector, np.float32))


def _stored(row: Any, info: ArticleInfo, sentence_vectors: np.ndarray) -> StoredPassage:
    key, _, number, start, end, text, spans, vector, _ = row
    ends = iter(np.frombuffer(spans, np.int32).tolist())
    return StoredPassage(
        key=key,
        passage=Passage(info.id, number, start, end, text, tuple(zip(ends, ends, strict=True))),
        article=info,
        vector=np.frombuffer(vector, np.float32),
        sentence_vectors=sentence_vectors,
    )


def _info(row: Any) -> ArticleInfo:
    article_id, title, language, outlet, origin, url, published, source = row
    return ArticleInfo(
        id=article_id,
        title=title,
        language=language,
        outlet=outlet,
        origin=origin,
        url=url,
        published=date.fromisoformat(published) if published else None,
        source=source,
    )


def day(when: date | None) -> int:
    """A date as the number yyyymmdd, which sorts and compares; 0 for none."""
    return when.year * 10000 + when.month * 100 + when.day if when else 0
