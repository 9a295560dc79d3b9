"""A slip in a name is read as the name that the articles have, and said so."""

import pytest

from eval.build import pipeline_over
from index.records import Article
from rag.pipeline.spelling import respelled
from rag.records import Status

TEXTS = ["Captain Roberto Ferrante left the ferry Astra for North Valden.", "Jelena Vukas je u Baru."]


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("Why did Ferrantte leave?", "Why did Ferrante leave?"),
        ("Why did Roberto Ferante leave?", "Why did Roberto Ferrante leave?"),
        ("Did Robetro Ferrante leave?", "Did Roberto Ferrante leave?"),
        ("Who sailed for Noth Valden?", "Who sailed for North Valden?"),
    ],
)
def test_one_letter_too_many_too_few_or_exchanged_is_a_slip(question: str, meant: str) -> None:
    assert respelled(question, "en", TEXTS) == meant


@pytest.mark.parametrize(
    "question",
    [
        "Why did Ferrante leave?",
        "Why did Ferrara leave?",
        "Did Ferranten leave?",
        "What did Vuk say?",
        "Is Bari in Italy?",
        "why did ferante leave?",
        "Why?",
    ],
)
def test_another_name_a_place_or_an_ending_is_none(question: str) -> None:
    assert respelled(question, "en", TEXTS) == question


def test_a_question_that_would_be_refused_for_a_slip_is_answered_as_it_is_meant() -> None:
    """Seen: "Why is Russia buying from Noth Korea?" was refused, as if Noth Korea were another country."""
    text = "Captain Roberto Ferrante was arrested because he left the ferry Astra before its passengers did."
    question = "Why was Captain Ferrantte of the ferry arrested?"
    with pipeline_over([Article(id="a", text=text, language="en", outlet="Post")]) as pipeline:
        answer = pipeline.ask(question)
        right = pipeline.ask("Why was Captain Ferrante of the ferry arrested?")
    assert right.status is not Status.REFUSED and right.standing == ""
    assert [claim.text for claim in answer.claims] == [claim.text for claim in right.claims]
    assert answer.question == question
