from __future__ import annotations

import numpy as np
import pytest

from index.bundled import BundledEmbedder
from index.errors import ModelFailed
from index.records import Filter
from rag.generate.translate import Translating
from rag.pipeline import Pipeline
from rag.records import Hit, Query
from rag.settings import RagSettings
from tests.builders import hit
from tests.fakes import HandEmbedder, Replying


class Store:
    """Only says which languages it holds."""

    def reading(self) -> Store:
        return self

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def languages(self) -> dict[str, int]:
        return {"en": 3, "it": 2, "sr": 1}


class Retrieving:
    """Finds what was laid down for a question."""

    def __init__(self, found: dict[str, list[Hit]]) -> None:
        self.found = found
        self.asked: list[tuple[str, str]] = []

    def retrieve(self, query: Query, k: int, where: Filter = Filter()) -> list[Hit]:
        self.asked.append((query.language, query.text))
        return self.found.get(query.text, [])[:k]


RAIN, PIOGGIA, KISA = (
    hit("Rain.", article="a", score=0.5),
    hit("Pioggia.", article="b", score=0.4),
    hit("Kiša.", article="c", score=0.9),
)
QUERY = Query("Where did rain fall?", "en", np.zeros(64, np.float32))
SAID = "it: Dove è caduta la pioggia?\n- **sr**: “Gde je pala kiša?”\nde: Wo?\nsomething else"


def translating(model: Replying) -> tuple[Translating, Retrieving]:
    better = hit("Rain.", article="a", score=0.7)
    inner = Retrieving(
        {QUERY.text: [RAIN, PIOGGIA], "Dove è caduta la pioggia?": [better], "Gde je pala kiša?": [KISA, PIOGGIA]}
    )
    return Translating(inner, model, Store(), HandEmbedder()), inner  # type: ignore[arg-type]


def test_a_passage_counts_by_the_best_of_the_question_and_its_translations() -> None:
    retriever, inner = translating(Replying(SAID))
    assert [(one.article.id, one.score) for one in retriever.retrieve(QUERY, 3)] == [("c", 0.9), ("a", 0.7), ("b", 0.4)]
    assert inner.asked == [("en", QUERY.text), ("it", "Dove è caduta la pioggia?"), ("sr", "Gde je pala kiša?")]


def test_a_question_is_translated_once_and_only_into_the_languages_that_are_searched() -> None:
    model = Replying(SAID)
    retriever, _ = translating(model)
    for _ in range(3):
        retriever.retrieve(QUERY, 3)
    assert len(model.asked) == 1
    retriever.retrieve(QUERY, 3, Filter(languages=frozenset({"sr"})))
    assert "codes: sr." in model.asked[1][0].text
    retriever.retrieve(QUERY, 3, Filter(languages=frozenset({"en"})))
    assert len(model.asked) == 2


@pytest.mark.parametrize("said", [ModelFailed("gone"), "", "I cannot."])
def test_without_a_translation_the_question_is_searched_as_it_stands(said: object) -> None:
    retriever, inner = translating(Replying(said))
    assert [one.article.id for one in retriever.retrieve(QUERY, 3)] == ["a", "b"]
    assert inner.asked == [("en", QUERY.text)]


def test_a_failure_is_not_kept() -> None:
    retriever, _ = translating(Replying(ModelFailed("gone"), SAID))
    retriever.retrieve(QUERY, 3)
    assert len(retriever.retrieve(QUERY, 3)) == 3


def test_it_is_off_until_asked_for() -> None:
    assert not RagSettings.from_env({}).translate_query
    assert RagSettings.from_env({"CHORUS_LLM_TRANSLATE_QUERY": "1"}).translate_query


def test_over_the_real_articles_it_finds_what_the_translation_finds(seeds_pipeline: Pipeline) -> None:
    model = Replying("sr: Koliko je balističkih raketa ispalila Severna Koreja?")
    retriever = Translating(seeds_pipeline.retriever, model, seeds_pipeline.store, BundledEmbedder())
    query = seeds_pipeline.query("How many ballistic missiles did North Korea fire?")
    found = retriever.retrieve(query, 12)
    assert len(found) == len({one.passage.id for one in found}) == 12
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
