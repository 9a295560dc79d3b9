from __future__ import annotations

from starlette.applications import Starlette
from starlette.testclient import TestClient

from index.errors import ModelUnavailable, StoreDamaged
from rag.pipeline import Pipeline
from rag.web.health import health_route


def test_a_working_instance_says_what_it_holds_and_no_path(seeds_pipeline: Pipeline) -> None:
    answer = TestClient(Starlette(routes=[health_route(seeds_pipeline)])).get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["checks"]["store"] == {"ok": True, "passages": 42, "languages": ["en", "hu", "it", "sq", "sr"]}
    assert str(seeds_pipeline.settings.index.store) not in answer.text


def test_a_language_model_that_is_down_is_said_and_does_not_stop_the_answers(seeds_pipeline: Pipeline) -> None:
    app = Starlette(routes=[health_route(seeds_pipeline, lambda: "refused the connection")])
    answer = TestClient(app).get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["checks"]["model"] == {"ok": False, "fault": "refused the connection"}


class Broken:
    """A pipeline whose catalogue went away under it."""

    @property
    def store(self) -> Broken:
        return self

    def reading(self) -> None:
        raise StoreDamaged("/srv/news/.chorus/catalogue.sqlite3 is damaged")

    def query(self, _text: str) -> None:
        raise ModelUnavailable("the endpoint echoed a key")


def test_a_store_that_cannot_be_read_any_more_is_a_failing_instance() -> None:
    app = Starlette(routes=[health_route(Broken())])  # type: ignore[arg-type]
    answer = TestClient(app).get("/healthz")
    assert answer.status_code == 503 and answer.json()["status"] == "failing"
    assert answer.json()["checks"]["store"] == {"ok": False, "fault": "StoreDamaged"}
    assert "/srv" not in answer.text and "key" not in answer.text
