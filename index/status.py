"""What a store holds and whether it is whole, without an embedder and without opening Chroma."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.publish import damage
from index.settings import IndexSettings
from index.store import open_catalogue

if TYPE_CHECKING:
    from index.catalogue import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much there is of one language."""

    articles: int
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """One published generation.

    `outlets` counts articles by outlet, "" for those that name none; `pending` says that stored work is not published
    yet; `damage` is "" for indexes that are as they were written (see `legs.difference`); `disk_bytes` is everything
    in the store's folder.
    """

    store: str
    generation: int
    articles: int
    passages: int
    languages: Mapping[str, Counts]
    outlets: Mapping[str, int]
    embedder: str
    splitter: str
    pending: bool
    damage: str
    disk_bytes: int

    def as_json(self) -> dict[str, Any]:
        """The same as plain values."""
        return asdict(self)

    def __str__(self) -> str:
        """A few lines for a person."""
        per_language = (
            f"  {code or 'unknown'}: {count.articles} articles, {count.passages} passages"
            for code, count in self.languages.items()
        )
        outlets = ", ".join(f"{name or 'no outlet named'} {count}" for name, count in self.outlets.items())
        unpublished = "stored work waits to be published; the next question or sync finishes it"
        return "\n".join(
            [
                f"{self.store}: {self.articles} articles, {self.passages} passages, generation {self.generation}",
                *per_language,
                f"outlets: {outlets or 'none'}",
                f"embedder: {self.embedder}",
                f"passages: {self.splitter}",
                f"pending: {unpublished if self.pending else 'nothing'}",
                f"indexes: {self.damage or 'as they were written'}",
                f"disk: {self.disk_bytes / 1e6:.1f} MB",
            ]
        )


def status(settings: IndexSettings) -> Status:
    """Look at a store.

    :raises StoreMissing: nothing was indexed here. :raises StoreDamaged: the catalogue is not whole.
    """
    catalogue = open_catalogue(settings)
    try:
        with catalogue.transaction("DEFERRED"):
            return _read(catalogue, settings)
    finally:
        catalogue.close()


def _read(catalogue: Catalogue, settings: IndexSettings) -> Status:
    snapshot, meta = catalogue.snapshot(), catalogue.meta()
    articles, passages = snapshot.articles(), snapshot.languages()
    by_language = Counter(article.language for article in articles)
    return Status(
        store=str(settings.store),
        generation=snapshot.generation,
        articles=len(articles),
        passages=sum(passages.values()),
        languages={
            code: Counts(articles=count, passages=passages.get(code, 0)) for code, count in by_language.most_common()
        },
        outlets=dict(Counter(article.outlet for article in articles).most_common()),
        embedder=meta.get("embedder", ""),
        splitter=meta.get("splitter", ""),
        pending=catalogue.pending() or bool(meta.get("rebuilding")),
        damage=damage(settings.store, catalogue.pointer()),
        disk_bytes=_size(settings.store),
    )


def _size(folder: Path) -> int:
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.lstat().st_size if path.is_file() else 0
        except OSError:  # a writer deletes an old index while we look
            continue
    return total
