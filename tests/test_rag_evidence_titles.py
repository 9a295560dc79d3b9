"""A place that the title of an article names need not be named again."""

import pytest

from eval.build import pipeline_over
from index.records import Article
from rag.records import Status

TEXT = "The interior minister, Tibor Kardos, promised sprinklers for every ward. Four patients died in the smoke."


@pytest.mark.parametrize(
    "question",
    [
        "Who is the interior minister of Hungary?",
        "Kush është ministri i Brendshëm i Hungarisë?",
        "Ko je ministar unutrašnjih poslova Mađarske?",
        "Ко је министар унутрашњих послова Мађарске?",
        "Chi è il ministro dell'Interno dell'Ungheria?",
    ],
)
def test_the_title_tells_of_which_country_a_minister_is(question: str) -> None:
    article = Article(id="a", text=TEXT, title="Four die in Hungary hospital fire", language="en", outlet="Post")
    with pipeline_over([article]) as pipeline:
        answer = pipeline.ask(question)
    assert answer.status is not Status.REFUSED
    assert "Kardos" in answer.claims[0].text


def test_the_title_tells_it_in_hungarian() -> None:
    text = "Kardos Tibor belügyminiszter füstérzékelőket ígért. Négy beteg meghalt a füstben."
    article = Article(id="a", text=text, title="Kórháztűz Magyarországon", language="hu", outlet="Lap")
    with pipeline_over([article]) as pipeline:
        answer = pipeline.ask("Ki a belügyminiszter Magyarországon?")
    assert "Kardos" in answer.claims[0].text


def test_the_title_tells_of_no_other_country() -> None:
    article = Article(id="a", text=TEXT, title="Four die in Hungary hospital fire", language="en", outlet="Post")
    with pipeline_over([article]) as pipeline:
        assert pipeline.ask("Who is the interior minister of Romania?").status is Status.REFUSED
