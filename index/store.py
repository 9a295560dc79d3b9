"""The one door to catalogue and indexes: open, and read one consistent generation at a time."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from index.catalogue import NAME, Catalogue
from index.embed import Embedder
from index.entries import Pointer
from index.errors import IndexMismatch, StoreBusy, StoreDamaged, StoreError, StoreMissing
from index.lock import writer_of, writing
from index.place import refuse_foreign, require_catalogue
from index.publish import Notify, damage, mend, publish, server_damage, server_prefix
from index.settings import IndexSettings
from index.sqlite_file import clear_errors
from index.view import OpenLegs, View

SPLITTER = "sentences-2"
"""Changes whenever the same text would be cut into other passages."""
_TRIES = 5


def made_with(settings: IndexSettings, embedder: Embedder) -> dict[str, str]:
    """What a store must have been built with to be used with these settings."""
    return {
        "embedder": embedder.fingerprint,
        "dim": str(embedder.dim),
        "splitter": f"{SPLITTER}, {settings.passage_tokens} tokens",
    }


def check_made_with(catalogue: Catalogue, settings: IndexSettings, embedder: Embedder) -> None:
    """Refuse to mix vectors or passages of two kinds.

    :raises IndexMismatch: names what the store was built with, what the settings ask for, and the command.
    """
    stored = catalogue.meta()
    for name, wanted in made_with(settings, embedder).items():
        if stored.get(name) != wanted:
            raise IndexMismatch(
                f"{catalogue.path.parent} was built with {name} {stored.get(name)!r}, settings ask for {wanted!r}; "
                "run: python -m index sync FOLDER --rebuild"
            )


class Store:
    """A published index, open for reading by any number of threads of one process."""

    def __init__(self, settings: IndexSettings) -> None:
        self._settings = settings
        self._closed = False
        self._process = os.getpid()
        self._guard = threading.Lock()
        self._idle: list[Catalogue] = []
        self._legs: OpenLegs | None = None

    @classmethod
    def open(cls, settings: IndexSettings, embedder: Embedder, notify: Notify = lambda _: None) -> Store:
        """Open a store, finishing what a killed run left and rebuilding damaged indexes first.

        :param notify: gets one line for each thing that was mended.
        :raises StoreMissing: nothing was indexed here. :raises IndexMismatch: built with something else.
        :raises StoreDamaged: the catalogue is not whole. :raises StoreBusy: damaged, and another process is writing.
        """
        catalogue = open_catalogue(settings)
        try:
            with clear_errors(catalogue.path):
                check_made_with(catalogue, settings, embedder)
                _mend_if_needed(catalogue, settings, notify)
                if not catalogue.pointer().manifest.get("passages"):
                    raise StoreMissing(_nothing_yet(settings.store))
        except BaseException:
            catalogue.close()
            raise
        store = cls(settings)
        store._idle.append(catalogue)
        try:
            store._begin_and_end()
        except (KeyboardInterrupt, SystemExit, StoreError):
            store.close()
            raise
        # What the cheap comparison cannot see; a Rust panic is no Exception.
        except BaseException as error:
            store._drop_legs()
            rebuild(settings, notify, f"they cannot be opened ({str(error)[:100]})")
            store._begin_and_end()
        return store

    def _begin_and_end(self) -> None:
        with self.reading() as view:
            view.try_out()

    @contextmanager
    def reading(self) -> Iterator[View]:
        """Give one unchanging view of the newest published generation, for one question in one thread."""
        if os.getpid() != self._process:
            raise StoreError(f"{self._settings.store} was opened before this process was forked; open it in the child")
        catalogue = self._take()
        legs = None
        try:
            for _ in range(_TRIES):
                with catalogue.transaction("DEFERRED"):
                    pointer, snapshot, meta = catalogue.published()
                    legs = self._legs_of(pointer, server_prefix(meta))
                    if legs is not None:
                        yield View(snapshot, legs)
                        return
            raise StoreDamaged(f"the indexes of {self._settings.store} are gone; open the store again to rebuild them")
        finally:
            self._give_back(catalogue, legs)

    def _take(self) -> Catalogue:
        with self._guard:
            if self._idle:
                return self._idle.pop()
        return Catalogue.open(self._settings.store / NAME)

    def _give_back(self, catalogue: Catalogue, legs: OpenLegs | None) -> None:
        with self._guard:
            if self._closed:
                catalogue.close()
            else:
                self._idle.append(catalogue)
            if legs is not None:
                legs.users -= 1
                if legs.users == 0 and legs is not self._legs:
                    legs.close()

    def _legs_of(self, pointer: Pointer, prefix: str) -> OpenLegs | None:
        """Open indexes of a pointer; None where a writer published and deleted them since it was read."""
        with self._guard:
            if self._legs is None or self._legs.pointer.folder != pointer.folder:
                newer = OpenLegs.open(self._settings, pointer, prefix)
                if newer is None:
                    return None
                self._drop_legs()
                self._legs = newer
            self._legs.users += 1
            return self._legs

    def _drop_legs(self) -> None:
        if self._legs is not None and self._legs.users == 0:
            self._legs.close()
        self._legs = None

    def close(self) -> None:
        """Let go of every file; a question still running keeps its own until it ends."""
        with self._guard:
            self._closed = True
            self._drop_legs()
            while self._idle:
                self._idle.pop().close()


def open_catalogue(settings: IndexSettings) -> Catalogue:
    """Open the catalogue of a store that must exist.

    :raises StoreMissing: nothing there. :raises StoreDamaged: indexes without their catalogue, or a broken catalogue.
    """
    refuse_foreign(settings.store)
    require_catalogue(settings.store)
    if not (settings.store / NAME).exists():
        raise StoreMissing(_nothing_yet(settings.store))
    return Catalogue.open(settings.store / NAME)


def _nothing_yet(store: Path) -> str:
    if writer := writer_of(store):
        return f"{store} holds no article yet: {writer} is writing to it now; ask again when it is done"
    return f"{store} holds no article; run: python -m index sync FOLDER"


def _mend_if_needed(catalogue: Catalogue, settings: IndexSettings, notify: Notify) -> None:
    damaged = bool(damage(settings.store, catalogue.pointer()) or server_damage(catalogue, settings))
    if not damaged and not catalogue.pending():
        return
    # Unpublished work may be a sync that is running now: then the published generation is served as it is.
    with (
        suppress(*(() if damaged else (StoreBusy,))),
        writing(settings.store, settings.lock_timeout_s if damaged else 0),
    ):
        mend(catalogue, settings, notify)


def rebuild(settings: IndexSettings, notify: Notify, why: str) -> None:
    """Build the indexes again from the catalogue, without embedding anything."""
    notify(f"rebuilding the indexes of {settings.store} from its catalogue: {why}")
    with writing(settings.store, settings.lock_timeout_s):
        catalogue = open_catalogue(settings)
        try:
            publish(catalogue, settings, afresh=True)
        finally:
            catalogue.close()
