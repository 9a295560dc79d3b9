"""Where a store may be: never among files of others, nor in the folder that its articles are read from."""

from __future__ import annotations

import re
from pathlib import Path

from index.catalogue import NAME
from index.errors import StoreDamaged, StoreError, UsageError

# "lost+found" is what a fresh volume comes with.
_FREE = re.compile(rf"\..*|writer\.(lock|json)|legs|(damaged-)?{re.escape(NAME)}.*|lost\+found")
_OUR_LEGS = re.compile(r"g\d{6,}-\d+(\.building|\.deleting)?|\..*")


def refuse_foreign(store: Path) -> None:
    """Refuse a place that is not ours, before anything is written or opened there.

    A folder of Chroma's may hold code to run.

    :raises StoreError: a file, or a folder with something in it that is no index.
    """
    if store.is_file():
        raise StoreError(f"{store} is a file, and an index is a folder; give another with CHORUS_STORE")
    if not store.is_dir() or (store / NAME).exists():
        return
    legs = store / "legs"
    other = [path.name for path in store.iterdir() if not _FREE.fullmatch(path.name)]
    if legs.is_dir():
        other += [f"legs/{path.name}" for path in legs.iterdir() if not _OUR_LEGS.fullmatch(path.name)]
    elif legs.exists():
        other.append("legs")
    if other:
        raise StoreError(f"{store} holds {min(other)!r} and no index; give a new or empty folder with CHORUS_STORE")


def require_catalogue(store: Path) -> None:
    """Tell indexes that lost their catalogue from a place where nothing was indexed yet, which is no error here.

    :raises StoreDamaged: indexes of ours without the record that they were built from.
    """
    if not (store / NAME).exists() and (store / "legs").exists():
        raise StoreDamaged(
            f"{store / NAME} is gone, and it is the record; put back a copy of it, "
            "or index again with: python -m index sync FOLDER --rebuild"
        )


def refuse_articles(store: Path, folder: Path) -> None:
    """Refuse to put the index into the very folder that the articles are read from.

    :raises UsageError: it is the same folder, under whatever name.
    """
    if folder.is_dir() and store.resolve() == folder.resolve():
        raise UsageError(
            f"{folder} holds the articles, and the index needs a folder of its own; give another with CHORUS_STORE"
        )
