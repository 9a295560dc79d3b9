"""Read a retrieval set in BEIR layout: corpus.jsonl, queries.jsonl, qrels/test.tsv (https://github.com/beir-cellar/beir)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.errors import LoadError


@dataclass(frozen=True, slots=True)
class Text:
    """A document or a query; `language` is "" where the set does not say."""

    id: str
    text: str
    title: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class RetrievalSet:
    """Documents, the queries that have a judgement, and per query the ids of its relevant documents."""

    documents: Mapping[str, Text]
    queries: Mapping[str, Text]
    relevant: Mapping[str, frozenset[str]]

    def first(self, queries: int) -> RetrievalSet:
        """The set with its first queries only; 0 for all."""
        kept = list(self.queries)[: queries or None]
        return RetrievalSet(
            self.documents, {id: self.queries[id] for id in kept}, {id: self.relevant[id] for id in kept}
        )


def own_rows(data: RetrievalSet) -> dict[str, frozenset[str]]:
    """Per query, the documents that are the query itself, to be left out of its ranking.

    They have its id (BEIR leaves those out too) or its text, and are not judged relevant.
    """
    by_text: dict[str, set[str]] = {}
    for id, document in data.documents.items():
        by_text.setdefault(document.text, set()).add(id)
    return {
        id: frozenset((by_text.get(query.text, set()) | ({id} & data.documents.keys())) - data.relevant[id])
        for id, query in data.queries.items()
    }


def read_retrieval_set(folder: Path) -> RetrievalSet:
    """Read a folder in BEIR layout.

    :raises LoadError: a file is missing, a line is broken, or the judgements name ids that are not there; names the
        file and the line.
    """
    documents = _read_texts(folder / "corpus.jsonl")
    queries = _read_texts(folder / "queries.jsonl")
    judgements = folder / "qrels" / "test.tsv"
    relevant: dict[str, set[str]] = {}
    for line, query, document in _read_judgements(judgements):
        for id, known in ((query, queries), (document, documents)):
            if id not in known:
                raise LoadError(f"{judgements}:{line}: {id!r} is not in the set")
        relevant.setdefault(query, set()).add(document)
    if not relevant:
        raise LoadError(f"{judgements} names no relevant document; there is nothing to measure")
    return RetrievalSet(
        documents=documents,
        queries={id: queries[id] for id in queries if id in relevant},
        relevant={id: frozenset(documents) for id, documents in relevant.items()},
    )


def _read_texts(path: Path) -> dict[str, Text]:
    texts: dict[str, Text] = {}
    for number, line in _lines(path):
        try:
            row: dict[str, Any] = json.loads(line)
            text = Text(str(row["_id"]), str(row["text"]), str(row.get("title") or ""), str(row.get("language") or ""))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise LoadError(f'{path}:{number}: expected {{"_id": …, "text": …}}: {error!r}') from None
        if text.id in texts:
            raise LoadError(f"{path}:{number}: the id {text.id!r} stands twice")
        texts[text.id] = text
    return texts


def _read_judgements(path: Path) -> Iterator[tuple[int, str, str]]:
    for number, line in _lines(path):
        fields = line.split("\t")
        if number == 1 and fields[0] == "query-id":
            continue  # the header
        try:
            query, document, grade = fields
            judged = int(grade)
        except ValueError:
            raise LoadError(f"{path}:{number}: expected query-id, corpus-id and score between tabs") from None
        if judged > 0:
            yield number, query, document


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield number, line.rstrip("\n\r")
    except (OSError, UnicodeDecodeError) as error:
        raise LoadError(f"{path} cannot be read ({error}); a set in BEIR layout has it") from None
