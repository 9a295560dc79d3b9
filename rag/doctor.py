"""python -m rag.doctor: can a question be answered here? A line for each thing that the answer needs."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.errors import ChorusError, ModelFailed, StoreMissing, UsageError
from index.settings import IndexSettings, with_flags
from index.terminal import guarded, printable
from rag.llm import LanguageModel, Message, check_model, open_model
from rag.settings import RagSettings

if TYPE_CHECKING:
    from rag.llm.llama import EndpointModel
    from rag.llm.opening import Endpoint

_OK, _FAULT, _NOTE = "ok", "FAULT", "note"
_PROMPT = [Message("user", "Reply with the single word: ready.")]
_PROMPT_TOKENS = 256
_MOST_NAMED = 5
_LONGEST_NAME = 60
_EPILOG = """\
exit status: 0 all is well, 1 something is not, 2 wrong usage
The language model is asked for one word; the variables that it is set with are those of python -m rag.ask --help.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """What was looked at, how it is, and what was found."""

    name: str
    state: str
    found: str


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit status."""
    return guarded(lambda: _asked(_parser().parse_args(argv)))


def _asked(arguments: argparse.Namespace) -> int:
    return _run(with_flags(os.environ, {"CHORUS_LLM": arguments.llm, "CHORUS_STORE": arguments.store}))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m rag.doctor",
        description="Check the language model, the index and the embedder that a question would use.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--llm", metavar="SPEC", help="language model to check, in place of CHORUS_LLM")
    parser.add_argument("--store", metavar="DIR", help="folder of the index, in place of CHORUS_STORE")
    return parser


def _run(environ: Mapping[str, str]) -> int:
    settings = RagSettings.from_env(environ)
    check_model(settings.llm, environ)
    faults = 0
    for row in examine(settings, environ):
        print(printable(f"{row.name:<15} {row.state:<6} {row.found}"), flush=True)
        faults += row.state == _FAULT
    return 1 if faults else 0


def examine(settings: RagSettings, environ: Mapping[str, str]) -> Iterator[Row]:
    """Look at one part after the other.

    :raises UsageError: the settings of the language model are wrong.
    """
    yield from _language_model(settings.llm, environ)
    yield _guarded("index", lambda: _index(settings.index))
    yield _guarded("embedder", lambda: _embedder(settings.index, environ))


def _language_model(spec: str, environ: Mapping[str, str]) -> Iterator[Row]:
    from rag.llm.opening import bounded, endpoint_model, key_origin, read_spec
    from rag.llm.time_limits import Patience

    if not spec:
        yield Row("language model", _NOTE, "none is set (CHORUS_LLM): answers quote the articles")
        return
    endpoint = None if spec.startswith("script:") else read_spec(spec, environ)
    if endpoint is None:
        yield from _without_endpoint(open_model(spec, environ))
        return
    yield Row("language model", _OK, f"{endpoint.name} at {endpoint.url}")
    origin = key_origin(endpoint, environ)
    yield Row("key", _OK, f"from {origin}" if origin else "none is set, none is sent")
    patience = Patience.from_env(environ)
    model = endpoint_model(endpoint, patience)
    yield _guarded("models", lambda: _listed(model, endpoint))
    yield Row("context", _OK, f"{model.context_tokens:,} tokens for prompt and answer (CHORUS_LLM_CONTEXT)")
    model.load()
    yield _guarded("streaming", lambda: _streaming(bounded(model, endpoint.place, patience)))


def _without_endpoint(model: LanguageModel) -> Iterator[Row]:
    yield Row("language model", _OK, model.name)
    yield Row("context", _OK, f"{model.context_tokens:,} tokens for prompt and answer")
    if not model.name.startswith("script:"):
        yield _guarded("streaming", lambda: _streaming(model))


def _listed(model: EndpointModel, endpoint: Endpoint) -> Row:
    served = model.served()
    if served.listed:
        return Row("models", _OK, f"the endpoint lists {endpoint.model}")
    # A server may write anything here, the key that it was sent as well.
    names = [name.replace(endpoint.key, "…") if endpoint.key else name for name in served.models[:_MOST_NAMED]]
    shown = ", ".join(name[:_LONGEST_NAME] for name in names) or "none"
    more = f" and {len(served.models) - _MOST_NAMED} more" if len(served.models) > _MOST_NAMED else ""
    return Row("models", _NOTE, f"the endpoint does not list {endpoint.model}; it lists {shown}{more}")


def _streaming(model: LanguageModel) -> Row:
    started = time.perf_counter()
    first_s = 0.0
    try:
        for item in model.stream(_PROMPT, _PROMPT_TOKENS):
            first_s = first_s or (time.perf_counter() - started if isinstance(item, str) else 0.0)
    except ModelFailed as failure:
        if not first_s:
            raise
        return Row("streaming", _FAULT, f"began after {first_s:.2f} s; then {failure}")
    return Row(
        "streaming", _OK, f"first piece after {first_s:.2f} s, the end after {time.perf_counter() - started:.2f} s"
    )


def _index(settings: IndexSettings) -> Row:
    from index.status import status

    try:
        found = status(settings)
    except StoreMissing as error:
        return Row("index", _NOTE, str(error))
    text = f"{found.store}: {found.articles:,} articles, {found.passages:,} passages, made with {found.embedder}"
    return Row("index", _FAULT if found.damage else _OK, f"{text}; {found.damage}" if found.damage else text)


def _embedder(settings: IndexSettings, environ: Mapping[str, str]) -> Row:
    from index.embed import open_embedder

    embedder = open_embedder(settings, environ)
    return Row("embedder", _OK, f"{embedder.fingerprint}, {len(embedder.embed_query('rain'))} numbers a vector")


def _guarded(name: str, look: Callable[[], Row]) -> Row:
    try:
        return look()
    except UsageError:
        raise
    except ChorusError as error:
        return Row(name, _FAULT, str(error))


if __name__ == "__main__":
    sys.exit(main())
