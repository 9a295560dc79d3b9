from pathlib import Path

import pytest

from index.build import sync
from index.bundled import BundledEmbedder
from index.embed import open_embedder
from index.ingest import parts
from index.records import Article
from index.settings import IndexSettings
from index.store import Store
from rag.records import Query
from rag.retrieve import HybridRetriever, fold_copies, with_every_language
from rag.words import WordAligner
from tests.builders import hit

AGENCY = "The ministry bought two million shells on Monday, an official told reporters in the capital."


def test_the_same_agency_text_in_two_outlets_is_one_hit_and_both_stay_citable() -> None:
    first, second = hit(AGENCY, article="a", outlet="AP"), hit(AGENCY + " It said so.", article="b", outlet="BBC")
    folded = fold_copies([first, second])
    assert [one.article.id for one in folded] == ["a"]
    assert [copy.article.outlet for copy in folded[0].copies] == ["BBC"]


def test_two_passages_of_one_article_are_never_copies() -> None:
    assert len(fold_copies([hit(AGENCY, article="a"), hit(AGENCY, article="a")])) == 2


def test_near_vectors_with_other_words_are_no_copies() -> None:
    other = "Ministarstvo je kupilo dva miliona granata u ponedeljak, rekao je zvaničnik."
    assert len(fold_copies([hit(AGENCY, article="a"), hit(other, article="b", language="sr")])) == 2


@pytest.mark.parametrize("k", [4, 10])
def test_a_language_below_the_top_gets_the_place_of_the_last_hit_of_a_language_with_several(k: int) -> None:
    own = [hit(f"Sentence number {n} here.", article=f"en{n}", score=2.0 - n / 100) for n in range(50)]
    foreign = hit("Una frase che risponde.", article="it", language="it", score=0.1)
    top = with_every_language([*own, foreign], k)
    assert [one.article.id for one in top] == [f"en{n}" for n in range(k - 1)] + ["it"]


def test_at_most_half_the_places_go_to_other_languages() -> None:
    own = [hit("Sentence here.", article=f"en{n}") for n in range(10)]
    others = [hit("Frase.", article=code, language=code) for code in ("it", "sr", "sq", "hu", "de")]
    assert [one.article.language for one in with_every_language([*own, *others], 4)] == ["en", "en", "it", "sr"]


def test_fifty_passages_in_the_questions_language_do_not_push_out_the_foreign_one_that_answers(
    tmp_path: Path, quick_probe: None
) -> None:
    settings = IndexSettings(store=tmp_path / "store")
    embedder = open_embedder(settings, {})
    about = ["prices of bread", "the football season", "a concert in the park", "new buses", "the city budget"]
    own = [
        Article(id=f"en{n}", language="en", text=f"On Monday an official spoke about {about[n % 5]} in town {n}.")
        for n in range(50)
    ]
    answers = Article(id="sr", language="sr", text="Zvaničnik je u ponedeljak potvrdio da je most na Dunavu zatvoren.")
    sync([*own, answers], parts(settings, embedder, lambda _: None), root="news")
    store = Store.open(settings, embedder)
    retriever = HybridRetriever(store, WordAligner(BundledEmbedder()))
    question = "Did an official on Monday say that the bridge over the Danube is closed?"
    hits = retriever.retrieve(Query(question, "en", embedder.embed_query(question)), 10)
    store.close()
    assert hits[0].article.id == "sr"
