"""The articles that the facts are written from, read as the index reads them."""

from __future__ import annotations

from pathlib import Path

from eval.records import Source
from index.errors import CannotMeasure


def read_sources(folder: Path) -> dict[str, Source]:
    """Read the articles of a folder, by id.

    :raises CannotMeasure: there are none.
    """
    import py3langid

    py3langid.set_languages(["en", "sq", "sr", "hu", "it"])
    sources = {}
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        sources[path.name] = Source(path.name, py3langid.classify(text)[0], text)
    if not sources:
        raise CannotMeasure(f"{folder} holds no articles; name their folder with --articles")
    return sources
