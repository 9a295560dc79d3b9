"""Articles into the store: unchanged ones skipped, changed ones replaced, vanished ones removed."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Protocol

from index.catalogue import NAME, Catalogue, Entry, clear_errors
from index.embed import Embedder
from index.errors import StoreDamaged, StoreMissing
from index.lock import writing
from index.publish import Notify, mend, publish
from index.records import Article, Passage
from index.settings import IndexSettings
from index.store import check_made_with, made_with, open_catalogue

_BATCH_TEXTS = 4_000

Split = Callable[[Article, int, Callable[[str], int]], list[Passage]]
"""Cut an article into passages of at most so many tokens, which a function counts."""
Progress = Callable[[int, int], None]
"""Called with the articles and passages stored so far, after their commit."""


class Detected(Protocol):
    """A language and how sure it is, from 0 to 1."""

    @property
    def code(self) -> str:
        """ISO 639-1."""
        ...

    @property
    def confidence(self) -> float:
        """From 0 to 1."""
        ...


Detect = Callable[[str, str], Detected]
"""Name the language of a text; a declared one wins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a run did, counted in articles; `passages` counts all that are searchable now."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    passages: int = 0
    generation: int = 0
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """What a build is made with, all handed in."""

    settings: IndexSettings
    embedder: Embedder
    split: Split
    detect: Detect
    notify: Notify = lambda _: None
    progress: Progress = lambda _articles, _passages: None


def sync(
    articles: Iterable[Article], parts: Parts, *, root: str, failed: Collection[str] = (), rebuild: bool = False
) -> BuildReport:
    """Make the store hold exactly these articles of a root, besides those of other roots.

    :param root: names the folder or file that was loaded; only articles that came from it can vanish.
    :param failed: sources that could not be read, looked at when the articles have run out (the loader may fill it
        meanwhile); what is stored from them stays, so nothing is lost because a file was unreadable for once.
    :param rebuild: build with another embedder or splitter than the store was built with; articles of other roots are
        carried over from the catalogue. The old index is served until the new one is whole.
    :raises StoreBusy: another process is writing. :raises IndexMismatch: built with something else, and no `rebuild`.
    """
    with _open_to_write(parts, rebuild) as catalogue:
        run = _Run(catalogue, parts, root, rebuild)
        run.store_all(articles)
        run.remove_vanished(failed)
        if rebuild:
            run.carry_over()
        return run.publish()


def add(articles: Iterable[Article], parts: Parts, *, root: str) -> BuildReport:
    """Add or replace articles and leave all others of the root as they are."""
    with _open_to_write(parts, rebuild=False) as catalogue:
        run = _Run(catalogue, parts, root, rebuild=False)
        run.store_all(articles)
        return run.publish()


def remove(ids: Iterable[str], parts: Parts) -> BuildReport:
    """Remove articles by id; an unknown id is a problem in the report."""
    with _open_to_write(parts, rebuild=False, must_exist=True) as catalogue:
        run = _Run(catalogue, parts, "", rebuild=False)
        for article_id in ids:
            if catalogue.known(article_id) is None:
                run.problems.append(f"no article has the id {article_id!r}; see: python -m index status")
            else:
                catalogue.remove(article_id)
                run.counts["removed"] += 1
        return run.publish()


@contextmanager
def _open_to_write(parts: Parts, rebuild: bool, must_exist: bool = False) -> Iterator[Catalogue]:
    settings, wanted = parts.settings, made_with(parts.settings, parts.embedder)
    with writing(settings.store, settings.lock_timeout_s):
        try:
            catalogue = open_catalogue(settings)
            if rebuild and (fault := catalogue.check()):
                catalogue.close()
                raise StoreDamaged(fault)
        except StoreMissing:
            if must_exist:
                raise
            catalogue = Catalogue.create(settings.store / NAME, wanted)
        except StoreDamaged:
            if not rebuild:
                raise
            _set_aside(parts)
            catalogue = Catalogue.create(settings.store / NAME, wanted)
        try:
            with clear_errors(catalogue.path):
                if rebuild:
                    catalogue.start_rebuild(wanted)
                else:
                    check_made_with(catalogue, settings, parts.embedder)
                    catalogue.give_up_rebuild()
                    mend(catalogue, settings, parts.notify)
                yield catalogue
        finally:
            catalogue.close()


def _set_aside(parts: Parts) -> None:
    """Keep a damaged catalogue under another name: somebody may still save articles from it."""
    for path in parts.settings.store.glob(f"{NAME}*"):
        path.replace(path.with_name("damaged-" + path.name))
    parts.notify(f"set the damaged catalogue aside as {parts.settings.store / ('damaged-' + NAME)}")


class _Run:
    """One run of the writer: its counts and problems, and the batch it is about to embed."""

    def __init__(self, catalogue: Catalogue, parts: Parts, root: str, rebuild: bool) -> None:
        self.catalogue = catalogue
        self.parts = parts
        self.root = root
        self.counts: Counter[str] = Counter()
        self.problems: list[str] = []
        self._rebuild = rebuild
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
            if texts >= _BATCH_TEXTS:
                self._embed_and_put(waiting)
                waiting, texts = [], 0
        self._embed_and_put(waiting)

    def _prepare(self, article: Article) -> Entry | None:
        """Split an article that must be stored; None where it is unchanged or left out."""
        if article.id in self._seen:
            self.problems.append(f"{article.source}: a second article with the id {article.id!r} was left out")
            return None
        self._seen.add(article.id)
        known, digest = self.catalogue.known(article.id), content_hash(article)
        same = known is not None and known.content_hash == digest
        if known is not None and not same and known.root != self.root:
            self.problems.append(
                f"{article.source}: left out, since {known.source} of {known.root} already has the id {article.id!r}; "
                f"give it another id, or run: python -m index remove {article.id}"
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
        generation = publish(self.catalogue, settings, rebuilt_with=wanted)
        return BuildReport(
            **{name: self.counts[name] for name in ("added", "changed", "removed", "unchanged")},
            passages=sum(self.catalogue.snapshot().languages().values()),
            generation=generation,
            problems=tuple(self.problems),
        )


def _is_from(source: str, path: str) -> bool:
    return source == path or source.startswith((path + ":", path + "/"))


def content_hash(article: Article) -> str:
    """Digest of all that a reader could see of an article, as it was loaded."""
    published = article.published.isoformat() if article.published else ""
    seen = [article.title, article.language, article.outlet, article.origin, article.url, published, article.text]
    return hashlib.blake2b(json.dumps(seen).encode(), digest_size=16).hexdigest()
