"""Questions that name outlets as those who tell are answered from these, and the name is no name to be held."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from eval.build import pipeline_over
from index.records import Article, Filter
from rag.outlets import may_name_outlets, told_by
from rag.pipeline import Pipeline

KNOWN = [
    (name, "")
    for name in (
        "AP",
        "The Guardian",
        "New York Times",
        "BBC",
        "Avvenire",
        "Gazeta e Jugut",
        "Danas",
        "Financial Times",
    )
]
KNOWN += [("Јадрански гласник", ""), ("Dunai Hírlap", "MTI"), ("Koha", "")]


@pytest.mark.parametrize(
    ("language", "question", "rest"),
    [
        ("en", "What does AP say about North Korea?", "What about North Korea?"),
        ("en", "According to The Guardian, who won?", "who won?"),
        ("en", "What has the BBC reported about the drones?", "What about the drones?"),
        ("en", "How do AP and The New York Times describe the sale?", "How do the articles describe the sale?"),
        ("it", "Cosa dice Avvenire del comandante?", "Cosa del comandante?"),
        ("it", "Secondo la BBC, quanti sono i morti?", "quanti sono i morti?"),
        ("hu", "Mit ír a BBC az iráni drónokról?", "Mit az iráni drónokról?"),
        ("hu", "Hány halott van a Dunai Hírlap szerint?", "Hány halott van?"),
        ("hu", "Hány halott van az MTI-nél?", None),
        ("sr", "Šta AP piše o oružju?", "Šta o oružju?"),
        ("sr", "Prema pisanju AP-a, ko je kupio oružje?", "ko je kupio oružje?"),
        ("sr", "Према Јадранском гласнику, колико је мртвих?", "колико је мртвих?"),
        ("sq", "Çfarë thotë The Guardian për ambasadorin?", "Çfarë për ambasadorin?"),
        ("sq", "Sipas Gazetës e Jugut, sa të vdekur ka?", "sa të vdekur ka?"),
        ("sq", "Si e përshkruajnë AP dhe BBC blerjen?", "Si e përshkruajnë artikujt blerjen?"),
        # What it is, before its name.
        ("en", "According to the daily Avvenire, who won?", "who won?"),
        ("en", "According to the Serbian daily Danas, who won?", "who won?"),
        ("hu", "A Danas című lap szerint ki győzött?", "ki győzött?"),
        ("sq", "Sipas gazetës “Danas”, kush fitoi?", "kush fitoi?"),
        ("sr", "Prema listu „Danas“, ko je pobedio?", "ko je pobedio?"),
        ("it", "Secondo il quotidiano «Danas», chi ha vinto?", "chi ha vinto?"),
        ("hu", "Ki győzött a „Dunai Hírlap” szerint?", "Ki győzött?"),
        # By its word for a paper alone, which no other of them has.
        ("en", "According to the Guardian, who won?", "who won?"),
        ("hu", "Ki győzött a Hírlap szerint?", "Ki győzött?"),
        ("sr", "Prema Glasniku, ko je pobedio?", "ko je pobedio?"),
        ("sq", "Sipas Gazetës, kush fitoi?", "kush fitoi?"),
        ("hu", "A Dunai Hírlapban mit írnak a döntőről?", "mit a döntőről?"),
    ],
)
def test_an_outlet_that_tells_is_taken_out_of_the_question(language: str, question: str, rest: str | None) -> None:
    told = told_by(question, language, KNOWN)
    assert (told.question if told else None) == rest


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Who bought The Guardian?"),
        ("en", "According to the Times, who won?"),
        ("hu", "Mit vett a Hírlap?"),
        ("en", "What did the official tell the New York Times?"),
        ("en", "Which outlet reported it first, AP or the BBC?"),
        ("en", "How does Reuters describe the deal?"),
        ("it", "Cosa ha detto il funzionario al New York Times?"),
        ("hu", "Mit mondott a tisztviselő a BBC-nek?"),
        ("sr", "Šta je zvaničnik rekao AP-u?"),
        ("sr", "Šta danas kaže predsednik?"),
        ("sq", "Çfarë thotë koha për zgjedhjet?"),
    ],
)
def test_an_outlet_that_is_asked_about_stays(language: str, question: str) -> None:
    assert told_by(question, language, KNOWN) is None


def test_a_question_without_a_word_for_telling_is_not_looked_through() -> None:
    assert not may_name_outlets("Who bought The Guardian?") and may_name_outlets("Mit ír a BBC?")


def test_an_origin_and_the_credit_of_a_text_are_names_of_an_article() -> None:
    told = told_by("Mit ír az MTI a szavazásról?", "hu", KNOWN)
    assert told is not None and told.published == {"Dunai Hírlap"}
    credited = told_by("What does AP say about the vote?", "en", [("", "")], {"a": "AP", "b": "BBC"})
    assert credited is not None and credited.articles == {"a"}


POST = "The ferry ran aground off Bari on Monday night. The captain left the ship before the passengers."
HERALD = "Il traghetto si è incagliato lunedì notte al largo di Bari. Il comandante è rimasto a bordo fino all'alba."


@pytest.fixture(scope="module")
def pipeline() -> Iterator[Pipeline]:
    articles = [
        Article(id="post", text=POST, language="en", outlet="Harbour Post"),
        Article(id="corriere", text=HERALD, language="it", outlet="Corriere di Bari"),
    ]
    with pipeline_over(articles) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("What does the Harbour Post say about the captain?", "post"),
        ("What does Corriere di Bari say about the captain?", "corriere"),
        ("Cosa scrive Harbour Post del comandante?", "post"),
    ],
)
def test_the_answer_is_taken_from_the_outlet_that_is_named(pipeline: Pipeline, question: str, article: str) -> None:
    """Seen: refused, because no sentence of an article holds the name of its outlet."""
    answer = pipeline.ask(question)
    assert {one.article_id for claim in answer.claims for one in claim.citations} == {article}
    assert answer.question == question


def test_two_outlets_that_are_named_are_compared(pipeline: Pipeline) -> None:
    answer = pipeline.ask("How do the Harbour Post and Corriere di Bari describe what the captain did?")
    assert {one.article_id for one in answer.claims[0].citations} == {"post", "corriere"}


def test_a_filter_of_outlets_goes_before_those_of_the_question(pipeline: Pipeline) -> None:
    where = Filter(outlets=frozenset({"Corriere di Bari"}))
    assert not pipeline.ask("What does the Harbour Post say about the captain?", where=where).claims
