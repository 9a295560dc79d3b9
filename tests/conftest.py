from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as examples

from index import probe, publish, view
from index.settings import IndexSettings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from rag.pipeline import Pipeline
    from rag.verify import Verifier
    from tests.llm_server import LLMServer

SEEDS = Path(__file__).parent.parent / "seeds"

# By itself an example that takes longer than 200 ms fails, as any does on a machine that does other things besides.
examples.register_profile("chorus", examples(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
examples.load_profile("chorus")


def pytest_collection_finish() -> None:
    """What is imported by now stays to the end: the garbage collector need not walk it again and again."""
    gc.freeze()


@pytest.fixture
def quick_probe(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask a new index the same questions, but in this process: a child costs a second for importing Chroma again."""

    def here(folder: Path, *asked: object) -> probe.Probed:
        return probe.answer(json.loads(probe.request(folder, *asked[:-1])))  # type: ignore[arg-type]

    monkeypatch.setattr(publish, "probe", here)


@pytest.fixture
def by_graph(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask Chroma's graph for the few passages of a test too, which are else compared one by one."""
    monkeypatch.setattr(view, "FEW", 0)


@pytest.fixture(scope="session")
def verifier() -> Verifier:
    """The verifier over the bundled model; it keeps nothing of what it judged that a later verdict could differ by."""
    from index.bundled import BundledEmbedder
    from rag.verify import Verifier
    from rag.words import WordAligner

    return Verifier(WordAligner(BundledEmbedder()))


@pytest.fixture(scope="session")
def seeds_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real store of the five seed articles, made once; tests only read it."""
    from index.embed import open_embedder
    from index.ingest import parts, sync_folder

    settings = IndexSettings(store=tmp_path_factory.mktemp("seeds") / "store")
    sync_folder(SEEDS, parts(settings, open_embedder(settings, {}), lambda _: None))
    return settings.store


@pytest.fixture(scope="session")
def seeds_pipeline(seeds_store: Path) -> Iterator[Pipeline]:
    """The whole product over the seeds, as a program would open it."""
    from rag.pipeline import open_pipeline
    from rag.settings import RagSettings

    pipeline = open_pipeline(RagSettings(index=IndexSettings(store=seeds_store)))
    yield pipeline
    pipeline.close()


@pytest.fixture(scope="session")
def running_llm_server() -> Iterator[LLMServer]:
    """Asked once before any test: the first request of a process imports the client, which takes long."""
    from rag.llm import Message, open_model
    from tests.llm_server import running

    with running() as server:
        list(open_model(f"openai-like:m@{server.url}", {}).stream([Message("user", "Where?")], 20))
        yield server


@pytest.fixture
def llm_server(running_llm_server: LLMServer) -> LLMServer:
    """A real endpoint on loopback that answers well until a test says otherwise."""
    running_llm_server.reset()
    return running_llm_server


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real Chromium; one a module, since Playwright keeps an event loop running for as long as it is open."""
    from tests.browser import chromium

    with chromium() as launched:
        yield launched
