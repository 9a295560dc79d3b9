"""One run of the writer: which articles must be stored, embedding them in batches, and counting what was done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from index.catalogue import Catalogue
from index.entries import Entry, Known, content_hash, is_content
from index.parts import BuildReport, Parts
from index.publish import publish
from index.records import Article
from index.store import made_with
from index.view import MOST_EXACT

BATCH_TEXTS = 4_000
"""Passages and sentences embedded at a time; the articles they belong to are then committed one by one."""


class Run:
    """One run of the writer: its counts and problems, and the batch it is about to embed."""

    def __init__(
        self, catalogue: Catalogue, parts: Parts, root: str, rebuild: bool, unsure: Collection[str] = ()
    ) -> None:
        self.catalogue = catalogue
        self.parts = parts
        self.root = root
        self.counts: Counter[str] = Counter()
        self.problems: list[str] = []
        self._rebuild = rebuild
        self._unsure = unsure
        self._seen: set[str] = set()
        self._passages = 0

    def store_all(self, articles: Iterable[Article]) -> None:
        """Store what is new or changed, embedding in batches across articles."""
        waiting: list[Entry] = []
        texts = 0
        for article in articles:
            entry = self._prepare(article)
            if entry is None:
                continue
            waiting.append(entry)
            texts += sum(1 + len(passage.sentences) for passage in entry.passages)
            if texts >= BATCH_TEXTS:
                self._embed_and_put(waiting)
                waiting, texts = [], 0
        if waiting:
            self._embed_and_put(waiting)

    def _prepare(self, article: Article) -> Entry | None:
        """Split an article that must be stored; None where it is unchanged or left out."""
        if article.id in self._seen:
            self.problems.append(f"{article.source}: a second article with the id {article.id!r} was left out")
            return None
        self._seen.add(article.id)
        known = self.catalogue.known(article.id)
        if known and (article.source in self._unsure or article.source.rpartition(":")[0] in self._unsure):
            article = self._with_stored_metadata(article, known)
        digest = content_hash(article)
        same = known is not None and known.content_hash == digest
        if known is not None and not same and known.root != self.root:
            self.problems.append(
                f"{article.source}: left out, since {known.source} of {known.root} already has the id {article.id!r}; "
                f"{_another_id(article)}, or run: python -m index remove {article.id}"
            )
            return None
        if known is not None and same and not (self._rebuild and self.catalogue.is_published(known)):
            self.counts["unchanged"] += 1
            return None
        self.counts["unchanged" if same else "changed" if known else "added"] += 1
        language = self.parts.detect(article.text, article.language)
        return self._split(
            replace(article, language=language.code), language.confidence, known.root if known else self.root, digest
        )

    def _with_stored_metadata(self, article: Article, known: Known) -> Article:
        about = self.catalogue.info(known)
        article = Article(text=article.text, **{name: getattr(about, name) for name in about.__dataclass_fields__})
        declared = not is_content(article, known.content_hash) or content_hash(article) == known.content_hash
        return article if declared else replace(article, language="")

    def _split(self, article: Article, confidence: float, root: str, digest: str) -> Entry:
        parts = self.parts
        passages = parts.split(article, parts.settings.passage_tokens, parts.embedder.count_tokens)
        return Entry(article=article, language_confidence=confidence, root=root, content_hash=digest, passages=passages)

    def _embed_and_put(self, entries: list[Entry]) -> None:
        passages = [passage for entry in entries for passage in entry.passages]
        sentences = [passage.quote(span) for passage in passages for span in passage.sentences]
        vectors = self.parts.embedder.embed_passages([passage.text for passage in passages] + sentences)
        at, sentences_at = 0, len(passages)
        for entry in entries:
            counts = [len(passage.sentences) for passage in entry.passages]
            ends = [sentences_at + sum(counts[: number + 1]) for number in range(len(counts))]
            rows = [vectors[end - count : end] for count, end in zip(counts, ends, strict=True)]
            self.catalogue.put(entry, vectors[at : at + len(counts)], rows)
            at, sentences_at = at + len(counts), sentences_at + sum(counts)
        self.catalogue.flush()
        self._passages += len(passages)
        self.parts.progress(len(self._seen), self._passages)

    def remove_vanished(self, failed: Collection[str]) -> None:
        """Remove the root's articles that were not in the load, but none whose file could not be read."""
        unread = tuple(failed)
        for article_id, source in self.catalogue.known_ids(self.root).items():
            if article_id not in self._seen and not any(_is_from(source, path) for path in unread):
                self.catalogue.remove(article_id)
                self.counts["removed"] += 1

    def carry_over(self) -> None:
        """Embed again what other roots put into the store, from the text that the catalogue holds."""
        self.store_kept(self.catalogue.to_carry_over())

    def store_kept(self, kept: Iterable[tuple[Article, float, str, str]]) -> None:
        """Store articles as they were found before, a few at a time."""
        for article, confidence, root, digest in kept:
            self._embed_and_put([self._split(article, confidence, root, digest)])

    def publish(self) -> BuildReport:
        """Make everything stored visible to readers."""
        settings = self.parts.settings
        wanted = made_with(settings, self.parts.embedder) if self._rebuild else None
        before = self.catalogue.pointer().generation
        generation = publish(self.catalogue, settings, rebuilt_with=wanted)
        if generation != before:
            self._tell_what_is_lost()
        return BuildReport(
            **{name: self.counts[name] for name in ("added", "changed", "removed", "unchanged")},
            passages=sum(self.catalogue.snapshot().languages().values()),
            generation=generation,
            problems=tuple(self.problems),
        )

    def _tell_what_is_lost(self) -> None:
        manifest = self.catalogue.pointer().manifest
        for language in manifest["loses"]:
            if manifest["vectors"][language] > MOST_EXACT:
                self.parts.notify(
                    f"many passages of language {language!r} are almost the same text, so that their vectors find not "
                    "all of them; their words do"
                )


def _another_id(article: Article) -> str:
    """What to do about an id that is taken: that of a whole file is its name."""
    whole_file = article.source.endswith(article.id)
    return "rename the file" if whole_file else "give it another id"


def _is_from(source: str, path: str) -> bool:
    return source == path or source.startswith((path + ":", path + "/"))
