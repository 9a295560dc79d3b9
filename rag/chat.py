"""python -m rag.chat: the chat page, served to a browser on this machine."""

from __future__ import annotations

import argparse
import os
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.settings import with_flags
from index.terminal import guarded, say
from rag.flags import add_flags, given, one_blas_thread
from rag.making import made_to_stay
from rag.web.listening import address, listening
from rag.web.serving import make_server, run_and_leave
from rag.web.settings import ChatSettings

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from rag.pipeline import Pipeline

_EPILOG = """\
environment (a flag wins over its variable; those of python -m rag.ask are read too):
  CHORUS_STORE             folder of the index (default .chorus)             --store
  CHORUS_HOST              address to listen on (default 127.0.0.1)          --host
  CHORUS_PORT              port to listen on (default 7860; 0: any free)     --port
  CHORUS_ROOT_PATH         path that a proxy serves the page under           --root-path
  CHORUS_ALLOW_UPLOADS     1: visitors may add articles to the index         --allow-uploads
  CHORUS_UPLOADS           folder for what they add (default STORE-uploads)
  CHORUS_FEEDBACK          file for ratings (default STORE-feedback.jsonl)   --feedback
  CHORUS_REPORTS           folder of saved evaluation runs (eval/out)        --reports
  CHORUS_AUTH_FILE         who may log in (python -m rag.web.passwords)      --auth-file
  CHORUS_API_KEY_FILE      keys of programs that call /v1, a line each
  CHORUS_ALLOWED_HOSTS     names that a proxy serves the page under
  CHORUS_TRUSTED_PROXIES   addresses of proxies whose X-Forwarded-* headers count (none)
  CHORUS_AT_ONCE           questions that are worked on at a time (2; 4 with a model); CHORUS_WAITING: in line (40)
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit status."""
    return guarded(lambda: _run(_parser().parse_args(argv)))


def build_app(settings: ChatSettings, pipeline: Pipeline | None = None) -> ASGIApp:
    """Give the page and everything served beside it as one ASGI app.

    :param pipeline: answers the questions; opened from the settings when not given.
    :raises ChorusError: as `open_pipeline`.
    """
    from fastapi import FastAPI, Response

    from rag.pipeline import open_pipeline
    from rag.web.desk import Desk
    from rag.web.front import guarded_app
    from rag.web.health import health_route
    from rag.web.model_health import model_check
    from rag.web.openai_api import routes
    from rag.web.page import mount_page, page_script
    from rag.web.parcels import private_folder

    pipeline = pipeline or open_pipeline(settings.rag, notify=say)
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.router.routes += [health_route(pipeline, model_check(settings.rag.llm, os.environ)), *routes(pipeline)]
    started = secrets.token_hex(8)
    script = page_script(started)

    @app.get("/chorus/page.js")
    def _script() -> Response:
        return Response(script, media_type="text/javascript", headers={"Cache-Control": "no-cache"})

    @app.get("/chorus/started")
    def _started() -> Response:
        return Response(started, media_type="text/plain", headers={"Cache-Control": "no-store"})

    parcels = private_folder()
    # The page answers for every path that is left: whatever else is served has to be added before it.
    mount_page(app, Desk(pipeline, settings), settings)
    return guarded_app(app, settings, parcels)


def _run(arguments: argparse.Namespace) -> int:
    one_blas_thread()
    settings = _settings(arguments)
    # Before anything is opened: a port that is taken should not cost a wait.
    with listening(settings.host, settings.port) as taken:
        with made_to_stay():
            app = build_app(settings)
        say(f"Chorus: {address(settings.host, taken)}{settings.root_path}/ (Ctrl+C ends it)")
        # What a proxy says is read by rag.web.forwarded, which knows whom to believe.
        server = make_server(app, root_path=settings.root_path, proxy_headers=False)
        if settings.share:
            from rag.web.sharing import share_when_started

            share_when_started(server, taken.getsockname()[1], f"{settings.root_path}/")
        server.run(sockets=[taken])
    return 0


def _settings(arguments: argparse.Namespace) -> ChatSettings:
    flags = {
        **given(arguments),
        "CHORUS_HOST": arguments.host,
        "CHORUS_PORT": arguments.port,
        "CHORUS_ROOT_PATH": arguments.root_path,
        "CHORUS_ALLOW_UPLOADS": "1" if arguments.allow_uploads else None,
        "CHORUS_FEEDBACK": arguments.feedback,
        "CHORUS_REPORTS": arguments.reports,
        "CHORUS_AUTH_FILE": arguments.auth_file,
        "CHORUS_SHARE": "1" if arguments.share else None,
    }
    return ChatSettings.from_env(with_flags(os.environ, flags))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m rag.chat",
        description="Serve the chat page: ask, read, check the source, in a browser.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_flags(parser)
    parser.add_argument("--host", metavar="ADDRESS", help="address to listen on")
    parser.add_argument("--port", metavar="N", help="port to listen on")
    parser.add_argument("--root-path", metavar="PATH", help="path that a proxy serves the page under")
    parser.add_argument("--allow-uploads", action="store_true", help="let visitors add articles to the index")
    parser.add_argument("--feedback", type=Path, metavar="FILE", help="file that ratings are appended to")
    parser.add_argument("--reports", type=Path, metavar="DIR", help="folder of saved evaluation runs")
    parser.add_argument("--auth-file", type=Path, metavar="FILE", help="who may log in: names with salted hashes")
    parser.add_argument("--share", action="store_true", help="open a public address (Gradio's tunnel); needs a login")
    return parser


if __name__ == "__main__":
    run_and_leave(main)
