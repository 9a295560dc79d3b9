"""/healthz: can this instance answer? For a proxy or a monitor; holds no path, key or question."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

if TYPE_CHECKING:
    from rag.pipeline import Pipeline

PROBE = "Chorus"


def health_route(pipeline: Pipeline, model: Callable[[], str] | None = None) -> Route:
    """Give the route.

    :param model: says what is wrong with the language model's endpoint, "" for nothing; None where none is configured.
    """

    async def healthz(_request: Request) -> Response:
        checks = await run_in_threadpool(checked, pipeline, model)
        well = all(check["ok"] for name, check in checks.items() if name != "model")
        return JSONResponse({"status": "ok" if well else "failing", "checks": checks}, 200 if well else 503)

    return Route("/healthz", healthz, methods=["GET"])


def checked(pipeline: Pipeline, model: Callable[[], str] | None = None) -> dict[str, dict[str, Any]]:
    """Try each part; without its language model Chorus still answers, with quotations."""
    checks = {"store": _tried(lambda: _store(pipeline)), "embedder": _tried(lambda: _embedder(pipeline))}
    if model is not None:
        checks["model"] = {"ok": not (fault := model())} | ({"fault": fault} if fault else {})
    return checks


def _tried(check: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    try:
        return check()
    except Exception as error:  # whatever it is, a monitor wants a verdict; only its kind is told
        return {"ok": False, "fault": type(error).__name__}


def _store(pipeline: Pipeline) -> dict[str, Any]:
    with pipeline.store.reading() as view:
        languages = view.languages()
    return {"ok": bool(languages), "passages": sum(languages.values()), "languages": sorted(languages)}


def _embedder(pipeline: Pipeline) -> dict[str, Any]:
    return {"ok": bool(pipeline.query(PROBE).vector.any())}
