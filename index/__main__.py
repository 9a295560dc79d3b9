"""python -m index: put articles into the store, look at it, mend it."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from index.settings import IndexSettings, add_store_flags, with_flags
from index.terminal import guarded, printable, progress_bar, say

if TYPE_CHECKING:
    from index.build import Parts
    from index.ingest import Outcome
    from index.terminal import Bar

_EPILOG = """\
Every article has an id: its path in the folder, or the "id" of its JSONL record; "list" prints them all.
"show ID" prints the text whose characters the offsets of citations count, so that a script can check each quote.
Exit status: 0 done, 1 an error or something left out (the rest is indexed), 2 wrong usage, 130 interrupted.

environment (a flag wins over its variable):
  CHORUS_STORE             folder of the index (default .chorus)                       --store
  CHORUS_EMBEDDING_MODEL   sentence-transformers name or path, or
                           openai-like:MODEL@URL (default: the bundled model)          --embedding-model
  CHORUS_EMBEDDING_API_KEY key of the embeddings endpoint
  CHORUS_CHROMA_URL        a Chroma server that holds the vectors (default: local)     --chroma-url
  CHORUS_PASSAGE_TOKENS    size of a passage in the embedder's tokens (default 120)    --passage-tokens
  CHORUS_LOCK_TIMEOUT_S    seconds to wait for another writer (default 30)             --lock-timeout
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit status."""
    return guarded(lambda: _run(_parser().parse_args(argv)))


def _run(arguments: argparse.Namespace) -> int:
    command: Callable[[argparse.Namespace, IndexSettings], int] = arguments.command
    return command(arguments, _settings(arguments))


def _parser() -> argparse.ArgumentParser:
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        prog="python -m index", description="Index news articles for Chorus.", epilog=_EPILOG, formatter_class=shape
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(name: str, run: object, about: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=about, description=about, epilog=_EPILOG, formatter_class=shape)
        added.set_defaults(command=run)
        _add_common(added)
        return added

    adding = command("add", _add, "add or replace the articles of files and folders")
    adding.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=".txt, .md or .jsonl file, or a folder")
    syncing = command("sync", _sync, "make the index hold exactly the articles of a folder")
    syncing.add_argument("folder", type=Path, metavar="FOLDER", help="folder of .txt, .md and .jsonl files")
    syncing.add_argument("--rebuild", action="store_true", help="build anew, as for another embedding model")
    removing = command("remove", _remove, "remove articles by id")
    removing.add_argument("ids", nargs="+", metavar="ID", help="an article's id")
    showing = command("show", _show, "print an article's text as it is indexed, or with --json all that is known of it")
    showing.add_argument("id", metavar="ID", help="an article's id, as citations name it")
    command("list", _list, "list the articles: id, language, outlet, date and title, with tabs between")
    command("status", _status, "say what the index holds")
    command("doctor", _doctor, "check the whole index, and mend it from its catalogue")
    return parser


def _add_common(parser: argparse.ArgumentParser) -> None:
    add_store_flags(parser)
    parser.add_argument("--passage-tokens", metavar="N", help="size of a passage in tokens")
    parser.add_argument("--lock-timeout", metavar="SECONDS", help="how long to wait for another writer")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_argument("--quiet", action="store_true", help="print faults only")


def _settings(arguments: argparse.Namespace) -> IndexSettings:
    flags = {
        "CHORUS_STORE": arguments.store,
        "CHORUS_EMBEDDING_MODEL": arguments.embedding_model,
        "CHORUS_CHROMA_URL": arguments.chroma_url,
        "CHORUS_PASSAGE_TOKENS": arguments.passage_tokens,
        "CHORUS_LOCK_TIMEOUT_S": arguments.lock_timeout,
    }
    return IndexSettings.from_env(with_flags(os.environ, flags))


@contextmanager
def _writing(arguments: argparse.Namespace, settings: IndexSettings) -> Iterator[tuple[Parts, Bar]]:
    """What every writing command needs: the embedder, and a bar that both counts and lets faults be printed."""
    from index.embed import open_embedder
    from index.ingest import parts

    embedder = open_embedder(settings, os.environ)
    with progress_bar("Indexing articles", quiet=arguments.quiet) as bar:
        notify = (lambda _: None) if arguments.quiet else bar.say
        yield parts(settings, embedder, notify, lambda articles, _passages: bar(articles)), bar


def _add(arguments: argparse.Namespace, settings: IndexSettings) -> int:
    from index.ingest import add_paths

    with _writing(arguments, settings) as (parts, bar):
        outcome = add_paths(arguments.paths, parts, report=bar.say)
    return _reported(outcome, arguments)


def _sync(arguments: argparse.Namespace, settings: IndexSettings) -> int:
    from index.ingest import sync_folder

    with _writing(arguments, settings) as (parts, bar):
        outcome = sync_folder(arguments.folder, parts, rebuild=arguments.rebuild, report=bar.say)
    return _reported(outcome, arguments)


def _remove(arguments: argparse.Namespace, settings: IndexSettings) -> int:
    from index.ingest import remove_ids

    with _writing(arguments, settings) as (parts, bar):
        outcome = remove_ids(arguments.ids, parts, report=bar.say)
    return _reported(outcome, arguments, outcome.removal())


def _reported(outcome: Outcome, arguments: argparse.Namespace, line: str = "") -> int:
    if arguments.json:
        print(json.dumps(outcome.as_json(), ensure_ascii=False))
    elif not arguments.quiet:
        print(line or outcome)
    return 1 if outcome.left_out else 0


def _show(arguments: argparse.Namespace, settings: IndexSettings) -> int:
    from index.show import as_json, show

    article = show(settings, arguments.id)
    if arguments.json:
        print(json.dumps(as_json(article), ensure_ascii=False))
    elif sys.stdout.isatty():
        print(printable(article.text, lines=True))
    else:
        # Byte for byte: no line break is added or translated, so that a script counts the characters that we count.
        sys.stdout.flush()
        sys.stdout.buffer.write(article.text.encode("utf-8", "surrogatepass"))
    return 0


def _list(arguments: argparse.Namespace, settings: IndexSettings) -> int:
    from index.show import as_json, line, listed

    for info in listed(settings):
        if arguments.json:
            print(json.dumps(as_json(info), ensure_ascii=False))
        else:
            print("\t".join(map(printable, line(info).split("\t"))))
    return 0


def _status(arguments: argparse.Namespace, settings: IndexSettings) -> int:
    from index.status import status

    found = status(settings)
    print(json.dumps(found.as_json(), ensure_ascii=False) if arguments.json else printable(str(found), lines=True))
    return 0


def _doctor(arguments: argparse.Namespace, settings: IndexSettings) -> int:
    from index.repair import examine_and_mend

    found = examine_and_mend(settings, notify=(lambda _: None) if arguments.quiet else say)
    if arguments.json:
        print(json.dumps(found.as_json(), ensure_ascii=False))
    elif not arguments.quiet or not found.healthy:
        print(printable(str(found), lines=True))
    return 0 if found.healthy else 1


if __name__ == "__main__":
    sys.exit(main())
