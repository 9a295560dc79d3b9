"""A Hungarian verb is met with its preverb before it, wherever the question has that."""

import pytest

from eval.build import pipeline_over
from index.records import Article
from rag.records import Status

TEXTS = [
    "A riasztó éjjel fél három után szólalt meg. Kovács Anna miniszter a botrány miatt lemondott.",
    "Péntek este kigyulladt a gumigyár. Szabó Péter polgármester azt mondta, hogy minden dolgozó kijutott.",
]


@pytest.mark.parametrize(
    ("question", "answer"), [("Ki mondott le?", "lemondott"), ("Melyik gyár gyulladt ki?", "kigyulladt")]
)
def test_a_verb_is_met_with_the_preverb_that_follows_it(question: str, answer: str) -> None:
    articles = [Article(id=str(n), text=text, language="hu", outlet=f"Lap {n}") for n, text in enumerate(TEXTS)]
    with pipeline_over(articles) as pipeline:
        given = pipeline.ask(question)
    assert given.status is Status.ANSWERED
    assert answer in given.claims[0].text


def test_who_resigned_is_not_told_by_what_somebody_said() -> None:
    """Seen: answered at 0.98 by "told him on the phone", as "mondott" alone is "said"."""
    text = "Szabó Péter polgármester telefonon mondott beszédet a dolgozóknak. Le is írta, mit kér."
    with pipeline_over([Article(id="a", text=text, language="hu", outlet="Lap")]) as pipeline:
        assert pipeline.ask("Ki mondott le?").status is Status.REFUSED
