"""Bring the indexes up to what the catalogue holds, and switch readers over in one transaction.

A kill at any point leaves the old generation served untouched: the new folder is built aside under another name, and
until the catalogue's pointer has moved nobody looks at it. Whoever opens the store next finishes the work.
"""

from __future__ import annotations

import shutil
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from index import legs
from index.catalogue import Catalogue
from index.dense import Dense
from index.disk import sync_to_disk
from index.entries import Pointer
from index.errors import StoreDamaged, StoreError
from index.lock import delete_unless_held
from index.probe import Probed, probe
from index.settings import IndexSettings, server_address
from index.snapshot import Snapshot

Notify = Callable[[str], None]
_PROBE_S = 60.0
_SPARE_BYTES = 20 * 2**20
_BYTES_A_PASSAGE = 2_500  # measured: 1,500 at 256 dimensions, Chroma and tantivy together
_KEPT = "what was indexed is kept, and the next run goes on from there"


def publish(
    catalogue: Catalogue, settings: IndexSettings, afresh: bool = False, rebuilt_with: dict[str, str] | None = None
) -> int:
    """Publish everything committed; the writer's lock must be held.

    :param afresh: build the indexes from nothing although they match, as after damage.
    :param rebuilt_with: everything was stored again for another embedder or splitter, which this names.
    :return: the generation that readers see now.
    :raises StoreDamaged: the new indexes do not hold what was put into them, twice; the old ones stay.
    """
    store, old, before = catalogue.path.parent, catalogue.pointer(), catalogue.meta()
    afresh = afresh or rebuilt_with is not None
    generation = old.generation + 1 if catalogue.pending() or rebuilt_with else old.generation
    _sweep(store, keep=old.folder)
    with _server(settings, rebuilt_with, catalogue) as server:
        if generation != old.generation or afresh or not old.folder:
            if server and old.manifest.get("server") != server_name(settings):
                server.drop()  # what an earlier stay there left behind
            with catalogue.transaction("DEFERRED"):
                new = _build_aside(store, old, catalogue.snapshot(generation), server, afresh)
            new.manifest["server"] = server_name(settings)
            catalogue.move_pointer(new, rebuilt_with)
            _sweep(store, keep=new.folder)
        if server and not rebuilt_with:
            server.delete(catalogue.snapshot().outgoing())
    if settings.chroma_url and rebuilt_with and server_prefix(before) != server_prefix(catalogue.meta()):
        with closing(Dense.server(settings.chroma_url, server_prefix(before))) as former:
            former.drop()
    catalogue.purge()
    catalogue.checkpoint()
    return generation


@contextmanager
def _server(
    settings: IndexSettings, rebuilt_with: dict[str, str] | None, catalogue: Catalogue
) -> Iterator[Dense | None]:
    if not settings.chroma_url:
        yield None
        return
    with closing(Dense.server(settings.chroma_url, server_prefix(catalogue.meta() | (rebuilt_with or {})))) as server:
        yield server


def server_name(settings: IndexSettings) -> str:
    """Host and port of the Chroma server, without a password that its address may hold; "" for none."""
    return server_address(settings.chroma_url).netloc.rpartition("@")[2]


def server_prefix(meta: dict[str, str]) -> str:
    """What the names of a store's collections on a Chroma server begin with; another embedder has others."""
    return f"chorus-{meta['store']}-{zlib.crc32((meta['embedder'] + meta['dim']).encode()):08x}"


def _build_aside(
    store: Path, old: Pointer, snapshot: Snapshot, server: Dense | None, afresh: bool, *, again: bool = False
) -> Pointer:
    patch = not afresh and server is None and _patch_churn(store, old, snapshot)
    if server:
        server.add(snapshot.rows(0 if afresh or not old.folder else old.generation))
    folder, building = _free_name(store, snapshot.generation)
    _check_space(store, snapshot)
    try:
        if patch:
            described = legs.patch(building, store / "legs" / old.folder, snapshot, old.generation, patch)
        else:
            described = legs.build(building, snapshot, with_dense=server is None)
    except (StoreError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a Rust panic is no Exception
        raise StoreError(f"the indexes could not be built in {store / 'legs'} ({str(error)[:200]}); {_KEPT}") from error
    found = probe_folder(building, snapshot)
    # Deletions wear a graph out, so that of a copy may lose passages that a new one leads to.
    worn = patch and not set(found.loses) <= set(old.manifest.get("loses", ()))
    if worn or (found.fault and not again):
        shutil.rmtree(building)
        return _build_aside(store, old, snapshot, server, afresh=True, again=True)
    if found.fault:
        raise StoreDamaged(f"{building} was just built and {found.fault}; the disk or the memory may be at fault")
    described["loses"] = server.losing(described["vectors"]) if server else list(found.loses)
    building.rename(folder)
    sync_to_disk(folder.parent)
    return Pointer(snapshot.generation, folder.name, described)


def _check_space(store: Path, snapshot: Snapshot) -> None:
    """Refuse early: on a full disk Chroma hangs, or keeps writes that it said had failed (chromadb 1.5.9)."""
    needed = _SPARE_BYTES + _BYTES_A_PASSAGE * sum(snapshot.languages().values())
    free = shutil.disk_usage(store).free
    if free < needed:
        raise StoreError(
            f"{store} has {free // 2**20} MB of disk left, the indexes need {needed // 2**20} MB; make room. {_KEPT}"
        )


def _patch_churn(store: Path, old: Pointer, snapshot: Snapshot) -> int:
    """How many rows a patched copy would have changed since its last fresh build; 0 where a fresh build is better."""
    if not old.folder or legs.difference(store / "legs" / old.folder, old.manifest):
        return 0
    changed = sum(1 for _ in snapshot.rows(old.generation)) + sum(1 for _ in snapshot.removed_since(old.generation))
    churn = int(old.manifest["churn"]) + changed
    return churn if legs.worth_patching(sum(snapshot.languages().values()), churn) else 0


def probe_folder(folder: Path, snapshot: Snapshot) -> Probed:
    """Look at a folder of indexes of a snapshot."""
    total = sum(snapshot.languages().values())
    return probe(folder, legs.probed_rows(snapshot), total, snapshot.with_vector(), _PROBE_S)


def _free_name(store: Path, generation: int) -> tuple[Path, Path]:
    """A name that no folder has: after damage, the same generation is built again beside the damaged folder."""
    number = 0
    while (folder := store / "legs" / f"g{generation:06d}-{number}").exists():
        number += 1
    return folder, folder.with_name(folder.name + ".building")


def _sweep(store: Path, keep: str) -> None:
    """Delete folders that nobody reads: half-built ones, and old ones that no reader holds open."""
    for folder in (store / "legs").glob("g[0-9]*-[0-9]*"):
        if folder.suffix:
            shutil.rmtree(folder, ignore_errors=True)
        elif folder.name != keep:
            delete_unless_held(folder)


def mend(catalogue: Catalogue, settings: IndexSettings, notify: Notify) -> None:
    """Finish what a killed run left, and rebuild indexes that are missing or damaged, from the catalogue alone."""
    pointer: Pointer = catalogue.pointer()
    fault = damage(catalogue.path.parent, pointer) or server_damage(catalogue, settings)
    if fault:
        notify(f"rebuilding the indexes of {catalogue.path.parent} from its catalogue: {fault}")
    elif catalogue.pending():
        notify(f"finishing an interrupted run in {catalogue.path.parent}")
    if fault or catalogue.pending():
        publish(catalogue, settings, afresh=bool(fault))


def damage(store: Path, pointer: Pointer, thorough: bool = False) -> str:
    """Name what is wrong with the published folder by a comparison with its manifest; "" for nothing."""
    if not pointer.folder:
        return ""
    described: dict[str, Any] = pointer.manifest
    return legs.difference(store / "legs" / pointer.folder, described, thorough)


def server_damage(catalogue: Catalogue, settings: IndexSettings) -> str:
    """Say that the vectors are elsewhere than the settings name, or what a Chroma server lacks; "" for nothing."""
    pointer = catalogue.pointer()
    if not pointer.folder:
        return ""
    if (kept := pointer.manifest.get("server")) != server_name(settings):
        # What lies in the other place may be old by now, whatever its counts say.
        return f"its vectors are kept on {kept or 'no server'}, and settings name {server_name(settings) or 'none'}"
    if not settings.chroma_url:
        return ""
    with closing(Dense.server(settings.chroma_url, server_prefix(catalogue.meta()))) as server:
        for language, count in pointer.manifest["vectors"].items():
            if server.count(language) < count:
                return f"the Chroma server lacks passages of language {language!r}"
    return ""
