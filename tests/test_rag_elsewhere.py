"""Who else states a claim is looked for beyond what was retrieved."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from eval.build import index_articles
from index.records import Article, Filter
from index.settings import IndexSettings
from rag.elsewhere import elsewhere
from rag.pipeline import Pipeline, open_pipeline
from rag.records import Answer, Claim
from rag.settings import RagSettings

HARVEST = "Farmers near Elbasan picked 400 tonnes of olives this autumn."
ARTICLES = (
    Article(id="en", text=HARVEST, language="en"),
    Article(
        id="it",
        text="I contadini vicino a Elbasan hanno raccolto 400 tonnellate di olive quest'autunno.",
        language="it",
    ),
    Article(id="opera", text="The opera in Szeged has a new director from Milan.", language="en"),
    *(Article(id=f"bus{line}", text=f"Bus {line} in Lyon stops at night.", language="en") for line in range(12)),
)


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pipeline]:
    settings = IndexSettings(store=Path(tmp_path_factory.mktemp("elsewhere")) / "store")
    index_articles(ARTICLES, settings)
    with closing(open_pipeline(replace(RagSettings(), index=settings))) as opened:
        yield opened


def told(pipeline: Pipeline) -> tuple[Answer, Claim]:
    answer = pipeline.ask("How many tonnes of olives did the farmers near Elbasan pick?", top_k=1)
    return answer, answer.claims[0]


def test_an_article_that_was_not_retrieved_is_named_where_it_says_the_same(pipeline: Pipeline) -> None:
    answer, claim = told(pipeline)
    assert [hit.article.id for hit in answer.hits] == ["en"]
    assert [one.article_id for one in claim.agreement.same] == ["it"]


def test_only_near_passages_that_may_be_used_and_are_not_known_are_found(pipeline: Pipeline) -> None:
    answer, claim = told(pipeline)
    found = elsewhere(pipeline.store, [claim], answer.hits, Filter())
    assert [hit.article.id for hit in found] == ["it"]
    assert not elsewhere(pipeline.store, [claim], [*answer.hits, *found], Filter())
    assert not elsewhere(pipeline.store, [claim], answer.hits, Filter(languages=frozenset({"en"})))
    assert not elsewhere(pipeline.store, [claim], (), Filter())
