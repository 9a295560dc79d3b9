"""Who leads something is told by whoever holds an office there."""

import pytest

from eval.build import pipeline_over
from index.records import Article
from rag.records import Status

TEXT = (
    "The hospital of Makó was evacuated on Friday after a pipe burst. Its director, Anna Kovács, said that nobody was "
    "hurt. The nurse Ilona Bodnár carried nine patients down the stairs of the hospital."
)


@pytest.mark.parametrize(
    "question",
    [
        "Who runs the hospital?",
        "Who is in charge of the hospital?",
        "Who is the head of the hospital?",
        "Kush e drejton spitalin?",
        "Ko vodi bolnicu?",
        "Ко је на челу болнице?",
        "Chi dirige l'ospedale?",
        "Ki vezeti a kórházat?",
    ],
)
def test_who_runs_it_is_told_by_an_office(question: str) -> None:
    with pipeline_over([Article(id="a", text=TEXT, language="en", outlet="Post")]) as pipeline:
        answer = pipeline.ask(question)
    assert answer.status is not Status.REFUSED
    assert "Anna Kovács" in answer.claims[0].text


def test_where_no_office_is_told_nobody_is_named() -> None:
    text = "The hospital of Makó was evacuated on Friday. The nurse Ilona Bodnár carried nine patients down the stairs."
    with pipeline_over([Article(id="a", text=text, language="en", outlet="Post")]) as pipeline:
        assert pipeline.ask("Who runs the hospital?").status is Status.REFUSED
