"""Articles that visitors add: files and pasted text, kept in a folder of their own and indexed from there.

Nothing of the machine is shown: faults name the file as the visitor named it, never where it lies.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from index.clean import clean_line
from index.files import SUFFIXES
from index.load import MOST_BYTES, MOST_CHARACTERS
from index.settings import IndexSettings
from rag.web.html import isolated
from rag.web.texts import told

MOST_FILES = 100
_NAME_CHARACTERS = 120
_PATH = re.compile(r"(?<![\w<])[\w.~-]*/\S*")


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text as a visitor pasted it, and what they say of it; every field may be empty but the text."""

    text: str
    title: str = ""
    outlet: str = ""
    language: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file: how many of its articles are in the index, and what was wrong with it."""

    name: str
    articles: int
    faults: tuple[str, ...]


def add(
    files: Sequence[Path],
    pasted: Pasted | None,
    folder: Path,
    settings: IndexSettings,
    progress: Callable[[int], None] = lambda _articles: None,
) -> list[Added]:
    """Put files and a pasted text into the index, replacing those of the same name; a result for each.

    :param files: where a browser's files were put; they are moved from there.
    :param folder: keeps what was added, so that the index can be built from it again.
    :raises ChorusError: nothing could be indexed at all.
    """
    folder.mkdir(parents=True, exist_ok=True)
    taken: dict[Path, str] = {}
    results: dict[str, Added] = {}
    for file in files[:MOST_FILES]:
        fault = _fault(file)
        if fault:
            results[file.name] = Added(file.name, 0, (fault,))
        else:
            kept = folder / _kept_name(file.name)
            shutil.move(file, kept)
            taken[kept] = file.name
    if pasted is not None and pasted.text.strip():
        taken[_keep_pasted(pasted, folder)] = pasted.title or "…"
    if taken:
        results |= {added.name: added for added in _index(taken, folder, settings, progress)}
    return list(results.values())


def _index(
    taken: dict[Path, str], folder: Path, settings: IndexSettings, progress: Callable[[int], None]
) -> list[Added]:
    from index.embed import open_embedder
    from index.ingest import add_paths, parts
    from index.store import open_catalogue

    made_with = parts(settings, open_embedder(settings, os.environ), progress=lambda articles, _: progress(articles))
    outcome = add_paths(list(taken), made_with)
    catalogue = open_catalogue(settings)
    try:
        with catalogue.transaction("DEFERRED"):
            sources = [info.source for info in catalogue.snapshot().articles()]
    finally:
        catalogue.close()
    added = []
    for kept, name in taken.items():
        here = [source for source in sources if source == str(kept) or source.startswith(f"{kept}:")]
        faults = [line for line in outcome.problems if line.startswith((f"{kept}:", f"{folder}/{kept.name}:"))]
        if not here:
            with suppress(OSError):
                kept.unlink()
        added.append(Added(name, len(here), tuple(told_of(line, kept) for line in faults)))
    return added


def told_of(line: str, kept: Path) -> str:
    """A line of the loader without the place of the file: only the number of its own line, and the reason."""
    return without_paths(line.removeprefix(str(kept)).lstrip(": "))


def without_paths(line: str) -> str:
    """A message with whatever could be a path of this machine left out."""
    return _PATH.sub("…", line)


def failure(reader: str) -> str:
    """What a visitor is told when nothing could be added."""
    return f'<p class="ch-fault" role="alert">{told("not_noted", reader)}</p>'


def adding_html(articles: int, reader: str) -> str:
    """What a visitor sees while articles are added: how many were read so far."""
    dots = '<span class="ch-dots" aria-hidden="true"></span>'
    return f'<p class="ch-working" role="status">{dots}{told("adding", reader)} {articles or ""}</p>'


def added_html(added: Sequence[Added], left_out: int, reader: str) -> str:
    """A line for each file: how many articles of it are in the index, or why none is."""
    if not added:
        return f'<p class="ch-fault" role="alert">{told("nothing_to_add", reader)}</p>'
    rows = []
    for one in added:
        sign, kind = ("✓", "ch-good") if one.articles else ("×", "ch-fault")
        said = [told("added", reader, n=one.articles)] if one.articles else []
        said += [str(isolated(fault)) for fault in one.faults[:5]]
        rows.append(
            f'<li class="{kind}"><span aria-hidden="true">{sign}</span> {isolated(one.name)}: {"; ".join(said)}</li>'
        )
    more = f'<p class="ch-fault">{told("too_many", reader, n=MOST_FILES)}</p>' if left_out > 0 else ""
    return f'<ul class="ch-added" role="status">{"".join(rows)}</ul>{more}'


def _fault(file: Path) -> str:
    """What keeps a file from being read at all; "" for nothing."""
    if file.suffix.lower() not in SUFFIXES:
        return f"not a {', '.join(sorted(SUFFIXES))} file"
    try:
        size = file.stat().st_size
    except OSError:
        return "cannot be read"
    return f"larger than {MOST_BYTES // 1_000_000} MB" if size > MOST_BYTES else ""


def _kept_name(name: str) -> str:
    """A name that is one in our folder: no path, no hidden file, and its own for two files that look alike."""
    bare = clean_line(re.sub(r"[/\\\x00]+", "-", name), 2 * _NAME_CHARACTERS).lstrip(".- ")
    stem, suffix = Path(bare).stem, Path(bare).suffix.lower()
    return f"added-{stem[:_NAME_CHARACTERS]}{suffix}"


def _keep_pasted(pasted: Pasted, folder: Path) -> Path:
    text = pasted.text[: MOST_CHARACTERS + 1]
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]
    fields = {name: getattr(pasted, name).strip() for name in ("title", "outlet", "language", "published")}
    record = {"id": f"pasted-{digest}", "text": text} | {name: value for name, value in fields.items() if value}
    kept = folder / f"pasted-{digest}.jsonl"
    kept.write_text(json.dumps(record, ensure_ascii=True) + "\n", encoding="utf-8")
    return kept
