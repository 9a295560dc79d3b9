"""The lexical leg: BM25 over the folded words of the passages, in tantivy."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from index.fold import fold
from index.records import Filter
from index.snapshot import Row, day

_WORD = re.compile(r"\w+")
_LONGEST_WORD = 60
_MOST_WORDS = 200
_HEAP_BYTES = 64_000_000


def words(text: str) -> list[str]:
    """Folded words of a text, in order, no longer than the index keeps them."""
    return [word[:_LONGEST_WORD] for word in _WORD.findall(fold(text))]


class Lexical:
    """An open tantivy index."""

    def __init__(self, index: Any) -> None:
        self._index = index

    @classmethod
    def create(cls, folder: Path) -> Lexical:
        """Make an empty index in a new folder."""
        import tantivy

        folder.mkdir(parents=True)
        fields = tantivy.SchemaBuilder()
        fields.add_unsigned_field("key", indexed=True, fast=True)
        fields.add_text_field("words", tokenizer_name="whitespace", index_option="freq")
        fields.add_text_field("language", tokenizer_name="raw", index_option="basic")
        fields.add_text_field("outlet", tokenizer_name="raw", index_option="basic")
        fields.add_unsigned_field("day", indexed=True, fast=True)
        return cls(tantivy.Index(fields.build(), path=str(folder)))

    @classmethod
    def open(cls, folder: Path) -> Lexical:
        """Open an index that `create` made."""
        import tantivy

        return cls(tantivy.Index.open(str(folder)))

    def apply(self, added: Iterable[Row], removed: Iterable[Row] = ()) -> None:
        """Delete and add rows, and commit."""
        import tantivy

        writer = self._index.writer(_HEAP_BYTES, 1)
        for row in removed:
            # delete_documents_by_term() takes the number for a signed one and deletes nothing (tantivy 0.27).
            writer.delete_documents_by_query(tantivy.Query.term_query(self._index.schema, "key", row.key))
        for row in added:
            document = tantivy.Document()
            document.add_unsigned("key", row.key)
            document.add_text("words", " ".join(words(row.text)))
            document.add_text("language", row.language)
            document.add_text("outlet", row.outlet)
            document.add_unsigned("day", row.day)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def count(self) -> int:
        """Rows stored."""
        return int(self._index.searcher().num_docs)

    def search(self, text: str, k: int, where: Filter) -> dict[int, float]:
        """Give the keys of the k passages with the best BM25 for any of a text's words, best first.

        The question is never parsed: whatever its punctuation, it is only a bag of words.
        """
        import tantivy

        wanted = list(dict.fromkeys(words(text)))[:_MOST_WORDS]
        if k < 1 or not wanted:
            return {}
        schema = self._index.schema
        any_word = tantivy.Query.boolean_query(
            [(tantivy.Occur.Should, tantivy.Query.term_query(schema, "words", word, "freq")) for word in wanted]
        )
        filters = [tantivy.Query.const_score_query(query, 0.0) for query in _filters(schema, where)]
        query = any_word.and_must_match(*filters) if filters else any_word
        searcher = self._index.searcher()
        hits = searcher.search(query, k, count=False).hits
        keys = searcher.fast_field_values("key", [address for _, address in hits])
        return {int(key): float(score) for key, (score, _) in zip(keys, hits, strict=True)}


def _filters(schema: Any, where: Filter) -> list[Any]:
    import tantivy

    query, filters = tantivy.Query, []
    if where.languages:
        filters.append(query.term_set_query(schema, "language", sorted(where.languages)))
    if where.outlets:
        filters.append(query.term_set_query(schema, "outlet", sorted(where.outlets)))
    if where.since or where.until:
        first, last = max(day(where.since), 1), day(where.until) or 99991231
        filters.append(query.range_query(schema, "day", tantivy.FieldType.Unsigned, first, last))
    return filters
