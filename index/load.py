"""Files and records to articles: `.txt`, `.md` and `.jsonl`, one file or a folder of them.

An article's text is the file's text: decoded, in NFC, without hidden characters (`index.clean`), without the markup
where it is HTML (`index.markup`) or Markdown (`index.markdown`), and without front matter. Every offset of the product
counts characters of that text. Whatever cannot be read is one `Problem` that names file and line, and the rest is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from index.clean import clean, clean_line, mixed_words, shorten
from index.encoding import decode
from index.errors import LoadError
from index.files import SUFFIXES, Found, Problem, open_file, spelled, walk
from index.jsonlines import read_records
from index.markdown import markdown_text
from index.markup import is_html, page_title, visible_text
from index.metadata import Metadata, read_metadata
from index.records import Article
from index.sidecar import front_matter, read_sidecar

MOST_BYTES = 20_000_000
MOST_CHARACTERS = 2_000_000
_TITLE_CHARACTERS = 120
_ID_CHARACTERS = 500


def load(path: Path) -> Iterator[Article | Problem]:
    """Read the articles of a file or a folder, one at a time, in the order of their names.

    An article's id is the file's path in the folder ("politics/one.txt"), or the record's `id`. The same id a second
    time is a problem. Metadata comes from `articles.yaml` beside the file, then from the file itself; a title that
    nothing gives is the text's first line, or its first words.

    :raises LoadError: there is nothing at the path, or no article file in the folder; raised before the first article.
    """
    if path.is_dir():
        found = list(walk(path))
        if not any(isinstance(item, Found) for item in found):
            left_out = "".join(f"; {item}" for item in found[:1])
            raise LoadError(
                f"{path} holds no .txt, .md or .jsonl file{left_out}; give a folder that does, such as seeds"
            )
    elif not path.exists():
        raise LoadError(f"{path} does not exist; give a file or a folder of articles, such as seeds")
    elif path.suffix.lower() not in SUFFIXES:
        raise LoadError(f"{path} is not a .txt, .md or .jsonl file; save its text as one of these")
    else:
        found = [Found(path.resolve(), path.name, path.parent)]
    return _unique(_load_all(found, report_sidecar=path.is_dir()))


def _load_all(found: list[Found | Problem], report_sidecar: bool) -> Iterator[Article | Problem]:
    sidecars: dict[Path, dict[str, Metadata]] = {}
    for item in found:
        if isinstance(item, Problem):
            yield item
            continue
        if item.folder not in sidecars:
            sidecars[item.folder], problems = read_sidecar(item.folder)
            yield from (problem for problem in problems if report_sidecar or item.source in problem.keeps)
        about = sidecars[item.folder].get(Path(item.name).name, Metadata())
        try:
            yield from _records(item, about) if _suffix(item) == ".jsonl" else _file(item, about)
        except OSError as error:
            yield Problem(item.source, 0, f"cannot be read: {error.strerror or error}")


def _file(item: Found, about: Metadata) -> Iterator[Article | Problem]:
    with open_file(item.path) as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        yield Problem(item.source, 0, f"is larger than {MOST_BYTES // 1_000_000} MB")
        return
    try:
        text = decode(data)
    except ValueError as error:
        yield Problem(item.source, 0, str(error))
        return
    own = Metadata()
    if _suffix(item) == ".md":
        own, text = front_matter(clean(text))
        text = markdown_text(text)
        yield from (Problem(item.source, 0, note, left_out=False) for note in own.notes)
    yield _article(clean_line(spelled(item.name), _ID_CHARACTERS), text, about.over(own), item.source, 0)


def _records(item: Found, about: Metadata) -> Iterator[Article | Problem]:
    number = 0
    with open_file(item.path) as file:
        for number, record in read_records(file):
            if isinstance(record, str):
                yield Problem(item.source, number, record)
                continue
            own = read_metadata(record)
            yield from (Problem(item.source, number, note, left_out=False) for note in own.notes)
            yield _record(item, number, record, own.over(about))
    if not number:
        yield Problem(item.source, 0, "is empty: no record to index")


def _record(item: Found, number: int, record: dict[str, Any], about: Metadata) -> Article | Problem:
    given, text = record.get("id"), record.get("text")
    if given is None:
        given = f"{spelled(item.name)}:{number}"
    if isinstance(given, bool) or not isinstance(given, str | int):
        return Problem(item.source, number, "the id is neither text nor a whole number")
    identifier = clean_line(str(given), _ID_CHARACTERS + 1)
    if not identifier or len(identifier) > _ID_CHARACTERS:
        return Problem(item.source, number, f"the id is empty or longer than {_ID_CHARACTERS} characters")
    if not isinstance(text, str):
        return Problem(item.source, number, "has no text" if text is None else "the text is not text")
    return _article(identifier, text, about, item.source, number)


def _article(identifier: str, text: str, about: Metadata, source: str, line: int) -> Article | Problem:
    """Make the article of a decoded text."""
    if len(text) > MOST_CHARACTERS:
        return Problem(source, line, f"is longer than {MOST_CHARACTERS:,} characters; split it into articles")
    title = about.title
    if is_html(text):
        title = title or clean_line(page_title(text), _TITLE_CHARACTERS)
        text = visible_text(text)
    text = clean(text)
    if not text.strip():
        return Problem(source, line, "is empty: no text to index")
    return Article(
        id=identifier,
        title=title or first_words(text),
        language=about.language,
        outlet=about.outlet,
        origin=about.origin,
        url=about.url,
        published=about.published,
        source=f"{source}:{line}" if line else source,
        text=text,
    )


def first_words(text: str) -> str:
    """Give a title to a text without one: its first line, or as many of its words as a title holds."""
    line = text.lstrip()[:2_000].partition("\n")[0]
    return shorten(" ".join(line.lstrip("#*_> ").rstrip("#*_ ").split()), _TITLE_CHARACTERS) or shorten(
        " ".join(text[:2_000].split()), _TITLE_CHARACTERS
    )


def _unique(loaded: Iterator[Article | Problem]) -> Iterator[Article | Problem]:
    """Pass on the first article of each id, since a second one would replace it; note words that look like others."""
    sources: dict[str, str] = {}
    for item in loaded:
        if isinstance(item, Article):
            if item.id in sources:
                yield Problem(item.source, 0, f"the id {item.id!r} is taken by {sources[item.id]}")
                continue
            sources[item.id] = item.source
            if mixed := mixed_words(item.text):
                reason = (
                    f"mixes Latin and Cyrillic letters in {len(mixed)} words, such as {mixed[0][:40]!r}; kept as it is"
                )
                yield Problem(item.source, 0, reason, left_out=False)
        yield item


def _suffix(item: Found) -> str:
    return Path(item.name).suffix.lower()
