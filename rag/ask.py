"""python -m rag.ask: one question or a batch, answered on stdout; everything else goes to stderr."""

from __future__ import annotations

import signal

if __name__ == "__main__" and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    # Until all is imported nothing could catch Ctrl+C: it ends the process, without a traceback.
    signal.signal(signal.SIGINT, signal.SIG_DFL)

import argparse
import json
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from index.errors import UsageError
from index.language import PRODUCT_LANGUAGES, SERBIAN_FAMILY, language_code
from index.records import Filter
from index.settings import with_flags
from index.terminal import guarded, printable, progress_bar, say
from rag.batch import MAX_LINE, lines, opened, parse, stdin
from rag.filters import between, codes, day, spelt_as_stored
from rag.flags import add_flags, given, one_blas_thread
from rag.llm import check_model
from rag.making import made_to_stay
from rag.settings import RagSettings

if TYPE_CHECKING:
    from rag.pipeline import Pipeline
    from rag.records import Answer

ANSWERED, ERROR, REFUSED = 0, 1, 3
_EPILOG = """\
exit status: 0 answered (in part too, and after a batch), 3 refused, 2 wrong usage, 1 error

environment (a flag wins over its variable):
  CHORUS_STORE             folder of the index (default .chorus)             --store
  CHORUS_CHROMA_URL        a Chroma server instead of a local index          --chroma-url
  CHORUS_EMBEDDING_MODEL   sentence-transformers name or path, or
                           openai-like:MODEL@URL (default: bundled)          --embedding-model
  CHORUS_EMBEDDING_API_KEY key of the embeddings endpoint
  CHORUS_RERANKER          sentence-transformers cross-encoder (default none) --reranker
  CHORUS_NLI_MODEL         cross-encoder for entailment that checks claims
                           too (default none)                                --nli-model
  CHORUS_TOP_K             passages that reach the answer step (default 12)  --top-k
  CHORUS_MAX_WORDS         longest extractive answer, whose first sentence is
                           shown in any case (default 120)                   --max-words
  CHORUS_PASSAGE_TOKENS    size of a passage when indexing (default 120)
  CHORUS_LOCK_TIMEOUT_S    seconds to wait for another writer (default 30)
  CHORUS_LLM               language model that writes the answer (default
                           none: sentences are quoted), as one of            --llm
                             openai-like:MODEL@http://host:8080/v1
                             ollama:MODEL  anthropic:MODEL  openai:MODEL  (each takes @URL too)
                             script:FILE   replies from a file, to try a set-up
                             my.module:make  any LlamaIndex LLM
  CHORUS_LLM_API_KEY       its key, or a file that holds it in
  CHORUS_LLM_KEY_FILE      this one; else OPENAI_API_KEY and ANTHROPIC_API_KEY, for these providers' own addresses
  CHORUS_LLM_CONTEXT       tokens of its context (default: as it says, else 8192)
  CHORUS_LLM_CONNECT_S     seconds to connect (default 3)
  CHORUS_LLM_FIRST_TOKEN_S seconds to its first token and between two (default 20)
  CHORUS_LLM_TOTAL_S       seconds for the whole answer, retries too (default 90)
  CHORUS_LLM_RETRIES       how often a busy one is asked again, 0 to 2 (default 2)
  CHORUS_LLM_TRANSLATE_QUERY  1: it also puts the question into the languages
                           of the articles to search with (default off)
  python -m rag.doctor checks them all
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit status."""
    return guarded(lambda: _run(_parser().parse_args(argv)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m rag.ask",
        description="Ask the indexed articles a question in any language; every sentence of the answer is cited.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("question", nargs="?", help='the question, or "-" to read it from stdin')
    parser.add_argument("--jsonl", metavar="FILE", help='answer a file of questions ("-": stdin), a line each')
    parser.add_argument(
        "--chat", action="store_true", help="a conversation: a question a line, each may lean on others"
    )
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true", help="print the documented record (rag/answer.schema.json)")
    output.add_argument("--markdown", action="store_true", help="print Markdown")
    parser.add_argument("--explain", action="store_true", help="show the passages considered and their scores")
    parser.add_argument("--lang", default="", metavar="CODE", help="language of the question (default: detected)")
    parser.add_argument("--article-language", action="append", default=[], metavar="CODE", help="only these articles")
    parser.add_argument("--outlet", action="append", default=[], metavar="NAME", help="only articles of this outlet")
    parser.add_argument("--since", type=_day, metavar="DATE", help="only articles published on this day or later")
    parser.add_argument("--until", type=_day, metavar="DATE", help="only articles published on this day or earlier")
    parser.add_argument(
        "--as-of",
        type=_day,
        metavar="DATE",
        help="answer from what was published by this day; articles without a date are left out",
    )
    add_flags(parser)
    return parser


def _run(arguments: argparse.Namespace) -> int:
    if [arguments.question is not None, arguments.jsonl is not None, arguments.chat].count(True) != 1:
        raise UsageError(
            'give one question, --jsonl FILE for a batch or --chat for a conversation; see "python -m rag.ask --help"'
        )
    if arguments.question and _FLAG.fullmatch(arguments.question):
        raise UsageError(f"{arguments.question!r} is no question; for the options run: python -m rag.ask --help")
    if arguments.jsonl and arguments.markdown:
        raise UsageError("--jsonl prints a JSON record a line; leave out --markdown")
    settings = _settings(arguments)
    where = Filter(languages=frozenset(_codes(arguments.article_language)), outlets=frozenset(arguments.outlet))
    where = between(where, arguments.since, arguments.until)
    _check_language(arguments.lang)
    asking = _Asking(arguments, where)
    if arguments.chat:
        return asking.chat(settings)
    return asking.batch(settings) if arguments.jsonl else asking.one(settings)


def _check_language(declared: str) -> None:
    """Say what a language is good for that no table is for.

    :raises UsageError: it is no language code.
    """
    code = language_code(declared)
    if declared.strip() and not code:
        raise UsageError(f"--lang {declared!r} is no language code; give one of {_LANGUAGES}")
    if code and code not in PRODUCT_LANGUAGES | SERBIAN_FAMILY:
        say(f"note: --lang {declared}: only {_LANGUAGES} are known; another is searched by its names and figures")


_LANGUAGES = ", ".join(sorted(PRODUCT_LANGUAGES))


@dataclass(frozen=True)
class _Asking:
    """What is asked of the pipeline besides the question itself."""

    arguments: argparse.Namespace
    where: Filter

    def one(self, settings: RagSettings) -> int:
        """Answer one question."""
        question = self.arguments.question
        if question == "-":
            question = stdin().read(MAX_LINE).decode("utf-8", "replace")
        answer = self._ask(_open(settings), question)
        print(self._printed(answer), end="")
        return REFUSED if answer.status == "refused" else ANSWERED

    def chat(self, settings: RagSettings) -> int:
        """Answer a line at a time, each understood with the ones before it, until the input ends."""
        pipeline = _open(settings)
        conversation = pipeline.chat()
        asked = lines(stdin())
        if sys.stdin.isatty():
            say("A question a line; exit or Ctrl+D ends.")
        while True:
            if sys.stdin.isatty():
                print("> ", end="", file=sys.stderr, flush=True)
            line = next(asked, None)
            if line is None:
                return ANSWERED
            question = line.decode("utf-8", "replace").strip()
            if question.lower() in _ENDS:
                return ANSWERED
            if question:
                where = spelt_as_stored(self.where, pipeline.store)
                answer = conversation.ask(
                    question, language=self.arguments.lang, where=where, as_of=self.arguments.as_of
                )
                print(self._printed(answer), flush=True)

    def batch(self, settings: RagSettings) -> int:
        """Answer a line at a time; a line that cannot be read gets a record with its error, and the rest goes on."""
        status = ANSWERED
        watched = sys.stderr.isatty() and not sys.stdout.isatty()
        with opened(self.arguments.jsonl) as stream, progress_bar("Answering", quiet=not watched) as bar:
            pipeline = _open(settings)
            for number, line in enumerate(lines(stream), start=1):
                if line.strip():
                    record = self._line(pipeline, line, number)
                    status = ERROR if "error" in record else status
                    print(json.dumps(record, ensure_ascii=False), flush=True)
                    bar(number)
        return status

    def _line(self, pipeline: Pipeline, line: bytes, number: int) -> dict[str, Any]:
        from rag.answer_json import SCHEMA_VERSION, to_json

        try:
            question_id, question, language = parse(line)
        except ValueError as error:
            place = f"{self.arguments.jsonl}:{number}: {error}"
            say(f"error: {place}")
            return {"schema_version": SCHEMA_VERSION, "id": None, "line": number, "error": place}
        answer = self._ask(pipeline, question, language)
        return to_json(answer, self.arguments.explain, question_id)

    def _ask(self, pipeline: Pipeline, question: str, language: str = "") -> Answer:
        return pipeline.ask(
            question,
            language=language or self.arguments.lang,
            where=spelt_as_stored(self.where, pipeline.store),
            as_of=self.arguments.as_of,
        )

    def _printed(self, answer: Answer) -> str:
        from rag.answer_json import to_json
        from rag.render import explained, to_markdown, to_text

        if self.arguments.json:
            return json.dumps(to_json(answer, self.arguments.explain), ensure_ascii=False, indent=2) + "\n"
        text = to_markdown(answer) if self.arguments.markdown else to_text(answer)
        return printable(text + ("\n" + explained(answer) if self.arguments.explain else ""), lines=True)


_FLAG = re.compile(r"--?[A-Za-z][\w-]*(?:=.*)?")
_ENDS = frozenset({"exit", "quit", "/exit", "/quit", ":q"})


def _open(settings: RagSettings) -> Pipeline:
    one_blas_thread()
    with made_to_stay():
        from rag.pipeline import open_pipeline

        return open_pipeline(settings, notify=say)


def _settings(arguments: argparse.Namespace) -> RagSettings:
    settings = RagSettings.from_env(with_flags(os.environ, given(arguments)))
    check_model(settings.llm, os.environ)  # here, before anything is loaded
    return settings


def _day(text: str) -> date:
    try:
        return day(text)
    except UsageError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _codes(given: Sequence[str]) -> list[str]:
    try:
        return list(codes(given))
    except UsageError as error:
        raise UsageError(f"--article-language {error}") from None


if __name__ == "__main__":
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.exit(main())
