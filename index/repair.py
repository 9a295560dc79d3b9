"""Mend what the full look at a store finds: the indexes, from the catalogue; the catalogue itself cannot be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from index.catalogue import NAME
from index.doctor import examine
from index.errors import StoreDamaged
from index.settings import IndexSettings
from index.store import open_catalogue, rebuild


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """What was found in words, whether it was `repaired`, and how many passages there are."""

    store: str
    passages: int
    faults: tuple[str, ...] = ()
    repaired: bool = False

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


def examine_and_mend(settings: IndexSettings, notify: Callable[[str], None] = lambda _: None) -> Diagnosis:
    """Examine a store, rebuild its indexes where they are at fault, and examine them again.

    :raises StoreMissing: nothing was indexed here. :raises StoreDamaged: the catalogue itself is damaged, which nothing
        can be rebuilt from; the text says what to do. :raises StoreBusy: at fault, and another process is writing.
    """
    fault = _fault(settings)
    if not fault:
        return Diagnosis(store=str(settings.store), passages=_passages(settings))
    rebuild(settings, notify, fault)
    still = _fault(settings)
    faults = (fault, still) if still else (fault,)
    return Diagnosis(store=str(settings.store), passages=_passages(settings), faults=faults, repaired=not still)


def _fault(settings: IndexSettings) -> str:
    """What a rebuild can mend; "" for nothing."""
    found = examine(settings)
    if found.catalogue:
        raise StoreDamaged(
            f"{settings.store / NAME} is damaged ({found.catalogue}), and it is the record; put back a copy of it, "
            "or index again with: python -m index sync FOLDER --rebuild"
        )
    return found.indexes or ("an interrupted run left work unpublished" if _pending(settings) else "")


def _pending(settings: IndexSettings) -> bool:
    catalogue = open_catalogue(settings)
    try:
        return catalogue.pending()
    finally:
        catalogue.close()


def _passages(settings: IndexSettings) -> int:
    catalogue = open_catalogue(settings)
    try:
        with catalogue.transaction("DEFERRED"):
            return sum(catalogue.snapshot().languages().values())
    finally:
        catalogue.close()
