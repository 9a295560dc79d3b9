"""Folders and files into the store: the one place that wires loading, splitting, language and building together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index import build
from index.embed import Embedder
from index.errors import UsageError
from index.files import Problem
from index.load import load
from index.place import refuse_articles
from index.settings import IndexSettings

if TYPE_CHECKING:
    from index.build import BuildReport, Parts
    from index.records import Article

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run did, counted in articles.

    `left_out` counts the files and records that are not in the store because of a fault; `problems` holds a line for
    each fault, "file:line: reason", also for those that left nothing out.
    """

    added: int
    changed: int
    removed: int
    unchanged: int
    left_out: int
    passages: int
    generation: int
    problems: tuple[str, ...]

    def __str__(self) -> str:
        """The counts in one line."""
        names = ("added", "changed", "removed", "unchanged", "left_out")
        counts = ", ".join(f"{getattr(self, name)} {name.replace('_', ' ')}" for name in names)
        return f"{counts}; {self.passages} passages are searchable, generation {self.generation}"

    def removal(self) -> str:
        """The counts of a removal in one line."""
        unknown = f", {self.left_out} not there" if self.left_out else ""
        return f"{self.removed} removed{unknown}; {self.passages} passages are searchable, generation {self.generation}"

    def as_json(self) -> dict[str, Any]:
        """The same as plain values."""
        return asdict(self)


def parts(
    settings: IndexSettings,
    embedder: Embedder,
    notify: Say = lambda _: None,
    progress: Callable[[int, int], None] = lambda _articles, _passages: None,
) -> Parts:
    """Make what a build is made with, from the product's own splitter and language rule.

    :param notify: gets a line whenever something was repaired.
    :param progress: gets the articles and passages stored so far.
    """
    from index.language import detect
    from index.split import split

    return build.Parts(settings, embedder, split, detect, notify, progress)


def sync_folder(folder: Path, made_with: Parts, *, rebuild: bool = False, report: Say = lambda _: None) -> Outcome:
    """Make the store hold exactly the articles of a folder, besides those of other folders.

    :param rebuild: build with another embedder or passage size than the store was built with.
    :param report: gets each fault as it is found, one line.
    :raises UsageError: not a folder, or the store's own. :raises LoadError: no article file in it.
    :raises StoreError: see `build.sync`.
    """
    if folder.is_file():
        raise UsageError(f"{folder} is a file, and sync takes a folder; run: python -m index add {folder}")
    refuse_articles(made_with.settings.store, folder)
    reading = _Reading(report)
    done = build.sync(
        reading.articles([folder]),
        made_with,
        root=root_of(folder),
        failed=reading.failed,
        unsure=reading.unsure,
        rebuild=rebuild,
    )
    return reading.outcome([done])


def add_paths(paths: Sequence[Path], made_with: Parts, *, report: Say = lambda _: None) -> Outcome:
    """Add or replace the articles of files and folders, and leave all others as they are.

    :raises LoadError: a path that is none, or that holds no article file; nothing was added then.
    """
    reading = _Reading(report)
    roots: dict[str, list[Path]] = {}
    for path in paths:
        refuse_articles(made_with.settings.store, path if path.is_dir() else path.parent)
        roots.setdefault(root_of(path), []).append(path)
    loads = {root: reading.articles(of_root) for root, of_root in roots.items()}
    return reading.outcome(
        [build.add(articles, made_with, root=root, unsure=reading.unsure) for root, articles in loads.items()]
    )


def remove_ids(ids: Iterable[str], made_with: Parts, *, report: Say = lambda _: None) -> Outcome:
    """Remove articles by id; an unknown id is a fault in the outcome."""
    return _Reading(report).outcome([build.remove(ids, made_with)])


def root_of(path: Path) -> str:
    """The folder that an article's id is counted from, so that `add FOLDER/FILE` and `sync FOLDER` mean one article."""
    return str((path if path.is_dir() else path.parent).resolve())


class _Reading:
    """Sorts what the loader gives into articles, which go on, and faults, which are kept."""

    def __init__(self, report: Say) -> None:
        self.failed: list[str] = []
        self.unsure: set[str] = set()
        self._report = report
        self._problems: list[str] = []
        self._left_out = 0

    def articles(self, paths: Sequence[Path]) -> Iterator[Article]:
        """Load paths one after another; every path is looked at before the first article comes."""
        return self._sorted([load(path) for path in paths])

    def _sorted(self, streams: Sequence[Iterator[Article | Problem]]) -> Iterator[Article]:
        for stream in streams:
            for item in stream:
                if not isinstance(item, Problem):
                    yield item
                    continue
                self._note(str(item), item.left_out)
                self.unsure.update(item.keeps)
                if item.left_out:
                    self.failed.append(item.source)

    def _note(self, line: str, left_out: bool = True) -> None:
        self._problems.append(line)
        self._left_out += left_out
        self._report(line)

    def outcome(self, reports: Sequence[BuildReport]) -> Outcome:
        """Add up what the builds did."""
        for report in reports:
            for line in report.problems:
                self._note(line)
        return Outcome(
            added=sum(report.added for report in reports),
            changed=sum(report.changed for report in reports),
            removed=sum(report.removed for report in reports),
            unchanged=sum(report.unchanged for report in reports),
            left_out=self._left_out,
            passages=reports[-1].passages,
            generation=reports[-1].generation,
            problems=tuple(self._problems),
        )
