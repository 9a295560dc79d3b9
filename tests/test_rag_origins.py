"""Independent origins, counted over a real store."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from index.bundled import BundledEmbedder
from index.ingest import add_paths, parts, sync_folder
from index.records import Filter
from index.settings import IndexSettings
from rag.pipeline import Pipeline, open_pipeline
from rag.records import Answer
from rag.render import to_text
from rag.settings import RagSettings

DAM = (
    "The dam at Lake Orsk broke on Tuesday night and flooded four villages. "
    "Rescue workers brought 340 people to safety in boats and helicopters. "
    "The water reached the roofs of the houses in the village of Lipova within an hour. "
    "Engineers had warned in March that the concrete wall had cracks. "
    "The prime minister promised to pay every family for the damage."
)
ITALIAN = (
    "La diga del lago Orsk ha ceduto martedì notte e ha allagato quattro villaggi. "
    "I soccorritori hanno portato in salvo 340 persone con barche ed elicotteri. "
    "L'acqua ha raggiunto i tetti delle case nel villaggio di Lipova entro un'ora. "
    "Gli ingegneri avevano avvertito a marzo che il muro di cemento aveva delle crepe. "
    "Il primo ministro ha promesso di risarcire ogni famiglia per i danni."
)
OTHER = (
    "Four villages are under water since the dam at Lake Orsk broke on Tuesday night. "
    "Schools in the region stay closed until next week, and trains do not run. "
    "Farmers lost most of their cattle, and the army is bringing drinking water. "
    "The opposition asks why the repair was put off for two years. "
    "Insurance companies expect claims of 90 million euros."
)
QUESTION = "When did the dam at Lake Orsk break?"


def edited(text: str) -> str:
    return text.replace("brought 340 people to safety", "saved 340 people").replace("within an hour", "in an hour")


@pytest.fixture
def articles(tmp_path: Path, quick_probe: None) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    write(folder, "first", DAM, "en", outlet="Orsk Daily")
    return folder


def write(folder: Path, name: str, text: str, language: str, **about: str) -> Path:
    path = folder / f"{name}.jsonl"
    path.write_text(json.dumps({"id": name, "text": text, "language": language, **about}), encoding="utf-8")
    return path


def ask(folder: Path, *more: Path) -> Answer:
    settings = IndexSettings(store=folder.parent / "store")
    made_with = parts(settings, BundledEmbedder())
    sync_folder(folder, made_with)
    if more:
        add_paths(more, made_with)
    pipeline: Pipeline = open_pipeline(RagSettings(index=settings))
    answer = pipeline.ask(QUESTION)
    pipeline.close()
    return answer


def test_one_article_has_one_origin_its_outlet(articles: Path) -> None:
    backing = ask(articles).backing
    assert (backing.articles, backing.languages, backing.origins) == (1, ("en",), ("Orsk Daily",))


def test_a_lightly_edited_copy_under_another_name_adds_no_origin(articles: Path) -> None:
    write(articles, "copy", edited(DAM), "en", outlet="Copycat News")
    backing = ask(articles).backing
    assert backing.articles == 2
    assert len(backing.origins) == 1


def test_a_translation_adds_a_language_and_no_origin(articles: Path) -> None:
    write(articles, "translated", ITALIAN, "it", outlet="Gazzetta")
    backing = ask(articles).backing
    assert (backing.articles, set(backing.languages), len(backing.origins)) == (2, {"en", "it"}, 1)


def test_an_article_written_independently_adds_an_origin(articles: Path) -> None:
    write(articles, "other", OTHER, "en", outlet="Lipova Post")
    backing = ask(articles).backing
    assert (backing.articles, set(backing.origins)) == (2, {"Orsk Daily", "Lipova Post"})


def test_articles_that_credit_one_agency_are_one_origin_however_it_is_spelled(articles: Path) -> None:
    write(articles, "first", DAM + " Reuters reported.", "en", outlet="Orsk Daily")
    write(articles, "other", OTHER, "en", outlet="Lipova Post", origin="Rojters")
    backing = ask(articles).backing
    assert (backing.articles, backing.origins) == (2, ("Reuters",))


def test_an_origin_is_spelled_as_the_outlet_that_it_is(articles: Path) -> None:
    """Seen: "Deutsche Welle" in the head line, "DW" in the list below it."""
    write(articles, "first", DAM, "en", outlet="DW")
    write(articles, "other", OTHER, "en", outlet="Deutsche Welle")
    answer = ask(articles)
    assert answer.backing.origins in {("DW",), ("Deutsche Welle",)}
    cited = answer.claims[0].citations[0].outlet
    assert answer.backing.origins == (cited,) and answer.claims[0].agreement.origins == (cited,)


def test_an_article_that_names_nobody_credits_nobody(articles: Path) -> None:
    """Seen: the name of an uploaded file counted as a credited origin."""
    write(articles, "first", DAM, "en")
    answer = ask(articles)
    assert (answer.backing.articles, answer.backing.origins) == (1, ())
    assert answer.claims[0].agreement.origins == ()
    assert "1 article in 1 language, no credited origin\n" in to_text(answer)


def test_as_of_a_day_only_what_was_published_by_then_answers(articles: Path) -> None:
    write(articles, "first", DAM, "en", outlet="Orsk Daily", published="2024-03-06")
    write(articles, "other", OTHER, "en", outlet="Lipova Post", published="2024-03-09")
    write(articles, "undated", ITALIAN, "it", outlet="Gazzetta")
    settings = IndexSettings(store=articles.parent / "store")
    sync_folder(articles, parts(settings, BundledEmbedder()))
    pipeline = open_pipeline(RagSettings(index=settings))
    try:
        asked = {
            day: {hit.article.id for hit in pipeline.ask(QUESTION, as_of=day).hits}
            for day in (None, date(2024, 3, 9), date(2024, 3, 8))
        }
        narrower = pipeline.ask(QUESTION, as_of=date(2024, 3, 9), where=Filter(until=date(2024, 3, 7)))
    finally:
        pipeline.close()
    assert asked[None] == {"first", "other", "undated"}
    assert asked[date(2024, 3, 9)] == {"first", "other"}
    assert asked[date(2024, 3, 8)] == {"first"}
    assert {hit.article.id for hit in narrower.hits} == {"first"}
