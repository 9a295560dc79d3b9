"""Articles into the store: unchanged ones skipped, changed ones replaced, vanished ones removed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager

from index.catalogue import NAME, Catalogue
from index.errors import StoreDamaged, StoreMissing
from index.lock import writing
from index.parts import BuildReport, Detect, Detected, Parts, Progress, Split
from index.place import refuse_foreign, require_catalogue
from index.publish import mend
from index.records import Article
from index.run import Run
from index.sqlite_file import clear_errors
from index.store import check_made_with, made_with, open_catalogue

__all__ = ["BuildReport", "Detect", "Detected", "Parts", "Progress", "Split", "add", "remove", "sync"]


def sync(
    articles: Iterable[Article],
    parts: Parts,
    *,
    root: str,
    failed: Collection[str] = (),
    unsure: Collection[str] = (),
    rebuild: bool = False,
) -> BuildReport:
    """Make the store hold exactly these articles of a root, besides those of other roots.

    :param root: names the folder or file that was loaded; only articles that came from it can vanish.
    :param failed: sources that could not be read, looked at when the articles have run out (the loader may fill it
        meanwhile); what is stored from them stays, so nothing is lost because a file was unreadable for once.
    :param unsure: sources whose metadata could not be read (the loader may fill it meanwhile): what is stored of them
        keeps its metadata, and takes a new text.
    :param rebuild: build with another embedder or splitter than the store was built with; articles of other roots are
        carried over from the catalogue. The old index is served until the new one is whole.
    :raises StoreBusy: another process is writing. :raises IndexMismatch: built with something else, and no `rebuild`.
    """
    with _open_to_write(parts, rebuild) as catalogue:
        run = Run(catalogue, parts, root, rebuild, unsure)
        run.store_all(articles)
        run.remove_vanished(failed)
        if rebuild:
            run.carry_over()
        return run.publish()


def add(articles: Iterable[Article], parts: Parts, *, root: str, unsure: Collection[str] = ()) -> BuildReport:
    """Add or replace articles and leave all others of the root as they are."""
    with _open_to_write(parts, rebuild=False) as catalogue:
        run = Run(catalogue, parts, root, rebuild=False, unsure=unsure)
        run.store_all(articles)
        return run.publish()


def remove(ids: Iterable[str], parts: Parts) -> BuildReport:
    """Remove articles by id; an unknown id is a problem in the report."""
    with _open_to_write(parts, rebuild=False, must_exist=True) as catalogue:
        run = Run(catalogue, parts, "", rebuild=False)
        for article_id in ids:
            if catalogue.known(article_id) is None:
                run.problems.append(f"no article has the id {article_id!r}; run: python -m index list")
            else:
                catalogue.remove(article_id)
                run.counts["removed"] += 1
        return run.publish()


@contextmanager
def _open_to_write(parts: Parts, rebuild: bool, must_exist: bool = False) -> Iterator[Catalogue]:
    settings, wanted = parts.settings, made_with(parts.settings, parts.embedder)
    refuse_foreign(settings.store)
    if must_exist:
        open_catalogue(settings).close()
    if not rebuild:
        require_catalogue(settings.store)
    with writing(settings.store, settings.lock_timeout_s):
        try:
            catalogue = open_catalogue(settings)
            if rebuild and (fault := catalogue.check()):
                catalogue.close()
                raise StoreDamaged(fault)
        except StoreMissing:
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
