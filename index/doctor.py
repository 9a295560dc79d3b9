"""The full examination of a store: the catalogue page by page, the indexes by asking them, and what can be mended."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.catalogue import NAME
from index.errors import StoreDamaged, StoreMissing
from index.publish import damage, probe_folder
from index.settings import IndexSettings
from index.store import open_catalogue, rebuild

if TYPE_CHECKING:
    from index.catalogue import Catalogue

_MOST_FAULTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """What was found: `faults` in words, whether they were `repaired`, and how many passages were looked after."""

    store: str
    passages: int
    faults: tuple[str, ...]
    repaired: bool

    @property
    def healthy(self) -> bool:
        """True when nothing is wrong (any more)."""
        return not self.faults or self.repaired

    def as_json(self) -> dict[str, Any]:
        """The same as plain values."""
        return asdict(self) | {"healthy": self.healthy}

    def __str__(self) -> str:
        """A line for each fault and one for the outcome."""
        if not self.faults:
            return f"{self.store}: catalogue and indexes are whole, {self.passages} passages"
        end = f"repaired from the catalogue, {self.passages} passages" if self.repaired else "not repaired"
        return "\n".join([*(f"{self.store}: {fault}" for fault in self.faults), f"{self.store}: {end}"])


def examine(settings: IndexSettings, notify: Callable[[str], None] = lambda _: None) -> Examination:
    """Examine a store, rebuild its indexes where they are at fault, and examine them again.

    :raises StoreMissing: nothing was indexed here. :raises StoreDamaged: the catalogue itself is damaged, which nothing
        can be rebuilt from; the text says what to do. :raises StoreBusy: at fault, and another process is writing.
    """
    _check_catalogue(settings.store / NAME)
    fault, passages = _fault(settings)
    if not fault:
        return Examination(store=str(settings.store), passages=passages, faults=(), repaired=False)
    rebuild(settings, notify, fault)
    still, passages = _fault(settings)
    faults = (fault, *((still,) if still else ()))
    return Examination(store=str(settings.store), passages=passages, faults=faults, repaired=not still)


def _fault(settings: IndexSettings) -> tuple[str, int]:
    """What is wrong with the published indexes ("" for nothing), and how many passages there are."""
    catalogue = open_catalogue(settings)
    try:
        with catalogue.transaction("DEFERRED"):
            return _fault_of(catalogue, settings), sum(catalogue.snapshot().languages().values())
    finally:
        catalogue.close()


def _fault_of(catalogue: Catalogue, settings: IndexSettings) -> str:
    pointer = catalogue.pointer()
    if not pointer.folder:
        if catalogue.pending():
            return "articles are stored that were never published"
        raise StoreMissing(f"{settings.store} holds no article; run: python -m index sync FOLDER")
    different = damage(settings.store, pointer, thorough=True)
    if different:
        return different
    asked = probe_folder(settings.store / "legs" / pointer.folder, catalogue.snapshot())
    if asked:
        return asked
    return "an interrupted run left work unpublished" if catalogue.pending() else ""


def _check_catalogue(path: Path) -> None:
    """Let SQLite read every page; the indexes derive from this file, so a fault in it cannot be mended from them."""
    if not path.exists():
        return  # open_catalogue() tells a missing store from a lost catalogue
    db = sqlite3.connect(path)
    try:
        found = [line for (line,) in db.execute(f"PRAGMA integrity_check({_MOST_FAULTS})").fetchall()]
    except sqlite3.DatabaseError as error:
        found = [str(error)]
    finally:
        db.close()
    if found != ["ok"]:
        raise StoreDamaged(
            f"{path} is damaged ({found[0]}), and it is the record; put back a copy of it, "
            "or index again with: python -m index sync FOLDER --rebuild"
        )
