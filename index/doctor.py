"""A full look at a store: each byte of the indexes, each article of the catalogue, passages that find themselves."""

from __future__ import annotations

from dataclasses import dataclass

from index.catalogue import Catalogue
from index.entries import is_content
from index.publish import damage, probe_folder
from index.settings import IndexSettings
from index.store import open_catalogue

_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Examination:
    """What is wrong with a store; "" for nothing. Indexes can be rebuilt from a healthy catalogue."""

    catalogue: str = ""
    indexes: str = ""


def examine(settings: IndexSettings) -> Examination:
    """Look at all of a store without changing it; Chroma is only opened in a child process.

    :raises StoreMissing: nothing was indexed here. :raises StoreDamaged: the catalogue cannot even be opened.
    """
    catalogue = open_catalogue(settings)
    try:
        if fault := catalogue.check() or _altered(catalogue):
            return Examination(catalogue=fault)
        pointer = catalogue.pointer()
        if not pointer.folder:
            return Examination()
        fault = damage(settings.store, pointer, thorough=True)
        if not fault:
            with catalogue.transaction("DEFERRED"):
                fault = probe_folder(settings.store / "legs" / pointer.folder, catalogue.snapshot()).fault
        return Examination(indexes=fault)
    finally:
        catalogue.close()


def _altered(catalogue: Catalogue) -> str:
    """Name the articles that are not what was stored, by the digest stored with each; "" for none."""
    with catalogue.transaction("DEFERRED"):
        names = [
            repr(article.id) for article, digest in catalogue.snapshot().stored() if not is_content(article, digest)
        ]
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return f"not the text or metadata that was stored: {', '.join(names[:_MOST_NAMED])}{more}" if names else ""
