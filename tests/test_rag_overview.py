"""A question about all that the articles tell gets a short overview of them, cited."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from eval.build import pipeline_over
from index.records import Article, Filter
from rag.overview import asks_for_all, asks_how_all_differ
from rag.pipeline import Pipeline
from rag.records import Status

ALL = {
    "en": [
        "What happened?",
        "What are the articles about?",
        "Summarise the articles",
        "What is the news?",
        "What are the main points?",
        "What is this about?",
        "Can you tell me what this is about, please?",
        "Tell me what's going on",
        "What is the main topic?",
        "What's new?",
    ],
    "sq": [
        "Çfarë ndodhi?",
        "Për çfarë flasin artikujt?",
        "Përmblidhi artikujt",
        "Cfare thone artikujt?",
        "Për çfarë bëhet fjalë?",
        "Për çfarë flitet këtu?",
        "Çfarë ka të re?",
    ],
    "sr": [
        "Šta se dogodilo?",
        "O čemu se radi u člancima?",
        "Сажми чланке",
        "О чему говоре чланци?",
        "O čemu se radi?",
        "О чему је ово?",
        "Šta ima novo?",
    ],
    "it": [
        "Che cosa è successo?",
        "Di cosa parlano gli articoli?",
        "Riassumi gli articoli",
        "Dammi i punti principali",
        "Di cosa si tratta?",
        "Puoi dirmi di cosa si parla?",
        "Che novità ci sono?",
    ],
    "hu": [
        "Mi történt?",
        "Miről szólnak a cikkek?",
        "Foglald össze a cikkeket",
        "Mi újság?",
        "Miről van szó?",
        "Elmondanád, miről szól ez?",
    ],
}


@pytest.mark.parametrize(
    "question", [question for some in ALL.values() for question in some if "Quali" not in question]
)
def test_a_question_about_all_that_is_told_is_known(question: str) -> None:
    assert asks_for_all(question)


@pytest.mark.parametrize(
    "question",
    [
        "What happened on Monday?",
        "What happened to the captain?",
        "When did it happen?",
        "Why did it happen?",
        "What do the articles say about Kim?",
        "Who wrote the articles?",
        "Çfarë ndodhi me kapitenin?",
        "Šta se dogodilo u Bariju?",
        "Cosa è successo al comandante?",
        "Mi történt a kapitánnyal?",
        "What is the story about the captain?",
        "What about it?",
        "What do you know about Kim?",
        "Di cosa parla il presidente?",
        "O čemu govori Kim?",
        "What?",
    ],
)
def test_a_question_about_something_is_none(question: str) -> None:
    assert not asks_for_all(question)


ARTICLES = [
    ("en1", "en", 12, "A ferry ran aground off Bari on Monday and eleven people died. The sea was calm that night."),
    (
        "it1",
        "it",
        12,
        "Un traghetto si è incagliato lunedì al largo di Bari e undici persone sono morte. Il mare era calmo.",
    ),
    (
        "sr1",
        "sr",
        13,
        "Trajekt se u ponedeljak nasukao kod Barija i jedanaest osoba je poginulo. More je bilo mirno te noći.",
    ),
    (
        "en2",
        "en",
        10,
        "Parliament in Oslo passed the budget by one vote after a long debate. Schools get more money next year.",
    ),
]


@pytest.fixture(scope="module")
def pipeline() -> Iterator[Pipeline]:
    articles = [
        Article(id=name, text=text, language=language, outlet=name.upper(), published=date(2024, 5, day))
        for name, language, day, text in ARTICLES
    ]
    with pipeline_over(articles) as opened:
        yield opened


def articles_of(pipeline: Pipeline, question: str, where: Filter = Filter()) -> list[str]:
    answer = pipeline.ask(question, where=where)
    assert answer.status is Status.ANSWERED
    return [claim.citations[0].article_id for claim in answer.claims]


@pytest.mark.parametrize(
    ("question", "own"),
    [
        ("What happened?", "en1"),
        ("What is this about?", "en1"),
        ("Che cosa è successo?", "it1"),
        ("O čemu se radi?", "sr1"),
    ],
)
def test_each_event_is_told_once_in_the_question_s_language_the_most_told_first(
    pipeline: Pipeline, question: str, own: str
) -> None:
    """Seen: refused as no whole question, or answered by whatever sentence was nearest to "happened"."""
    shown = articles_of(pipeline, question)
    assert shown[0] == own and "en2" in shown
    leads = [claim for claim in pipeline.ask(question).claims if "Bari" in claim.text]
    assert len(leads) == 1


def test_who_else_tells_of_it_stands_under_it(pipeline: Pipeline) -> None:
    first = pipeline.ask("What are the articles about?").claims[0]
    assert "it1" in [one.article_id for one in first.agreement.same]


def test_filters_hold(pipeline: Pipeline) -> None:
    assert set(articles_of(pipeline, "What happened?", Filter(until=date(2024, 5, 11)))) == {"en2"}


def test_an_outlet_asked_for_nothing_in_particular_gives_an_overview_of_its_own(pipeline: Pipeline) -> None:
    assert set(articles_of(pipeline, "What does EN2 say?")) == {"en2"}


def test_after_another_question_what_happened_is_still_about_that(pipeline: Pipeline) -> None:
    talk = pipeline.chat()
    talk.ask("Did the ferry run aground off Bari?")
    assert "Bari" in talk.ask("What happened?").standing
    assert talk.ask("What are the articles about?").standing == ""


@pytest.mark.parametrize(
    "question",
    [
        "Do the articles agree?",
        "Where do the articles differ?",
        "A pajtohen artikujt?",
        "Po čemu se razlikuju članci?",
        "Слажу ли се извори?",
        "In cosa differiscono gli articoli?",
        "Miben térnek el a cikkek?",
    ],
)
def test_a_question_how_the_articles_differ_at_all_is_known(question: str) -> None:
    assert asks_how_all_differ(question)


@pytest.mark.parametrize(
    "question",
    [
        "Do the articles agree on the dead?",
        "Do Oslo and Bergen agree?",
        "Do they agree?",
        "Le fonti di Oslo concordano?",
    ],
)
def test_one_about_something_is_left_to_be_answered(question: str) -> None:
    assert not asks_how_all_differ(question)


def test_how_the_articles_differ_at_all_is_told_by_a_difference_of_theirs() -> None:
    """Seen: refused, since the question has no subject."""
    event = "The ferry Astra ran aground off Bari on Monday night."
    articles = [
        Article(id="a", text=f"{event} Eleven people died in the accident.", language="en", outlet="Post"),
        Article(id="b", text=f"{event} Twelve people died in the accident.", language="en", outlet="Herald"),
    ]
    with pipeline_over(articles) as pipeline:
        claims = pipeline.ask("Where do the articles differ?").claims
    assert claims[0].text.startswith("The articles differ: ")
    assert "Eleven" in claims[0].text and "Twelve" in claims[0].text
    assert {one.article_id for one in claims[0].citations} == {"a", "b"}


SANK = "The ferry Astra sank off Bari on Monday night in a storm, the coastguard said."


def compared(*texts: str) -> list[str]:
    """What is said first to how the articles differ at all, and the sentences shown."""
    articles = [
        Article(id=f"a{place}", text=f"{SANK} {text}", language="en", outlet=f"Paper {place}")
        for place, text in enumerate(texts)
    ]
    with pipeline_over(articles) as pipeline:
        return [claim.text for claim in pipeline.ask("Where do the articles differ?").claims]


def test_each_difference_is_told_once_that_of_most_articles_first() -> None:
    said, *shown = compared(
        "The ferry was built in 1989 in Rijeka. Eleven people died in the accident.",
        "The ferry was built in 1991 in Rijeka. Twelve people died in the accident.",
        "Twelve people died in the accident, the police said.",
    )
    first, second = said.removeprefix("The articles differ: ").split("; ")
    assert "Eleven" in first and "Twelve" in first and "1989" in second and "1991" in second
    assert len(shown) == 4


def test_the_dead_of_one_are_not_set_against_the_rescued_of_another() -> None:
    said, *_ = compared("Five people died in the accident.", "Three people were taken to another hospital.")
    assert "“" not in said


def test_what_nobody_said_is_no_difference() -> None:
    said, *_ = compared(
        "Russia is buying the ferry from Norway.", "The minister did not say how many ferries Russia plans to buy."
    )
    assert "plans" not in said


def test_a_difference_further_down_an_article_is_found() -> None:
    """Seen: only the first passages were read, so that two numbers of villages were never set against each other."""
    quays = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
    more = " ".join(
        f"On the {quay} quay rescuers unloaded boxes with blankets and water for all who had waited since the morning."
        for quay in quays
    )
    said, *_ = compared(f"{more}Seven villages lost their power.", f"{more}Eleven villages lost their power.")
    assert "Seven" in said and "Eleven" in said
