"""What one article says was denied and another says was admitted, confirmed or done is a difference."""

from __future__ import annotations

import pytest

from eval.build import pipeline_over
from index.bundled import BundledEmbedder
from index.records import Article
from rag.agree.beside import Beside
from rag.agree.differences import differences
from rag.agree.statement import Statement
from rag.records import Kind
from rag.words import WordAligner

BRIBES = "The minister denied taking bribes from the builder."
BRAKES = "The company denied that it had hidden the brake defects from regulators."


@pytest.fixture(scope="module")
def aligner() -> WordAligner:
    return WordAligner(BundledEmbedder())


def found(aligner: WordAligner, one: Statement, other: Statement) -> list[tuple[str, str]]:
    strength = float(aligner.agreement([one.text, other.text])[0, 1])
    differs = differences(one, other, aligner, Beside(one_event=True, nearest=True))
    return [(each.here, each.there) for each in differs if each.kind is Kind.NEGATION and strength >= each.least]


@pytest.mark.parametrize(
    ("one", "language", "other", "words"),
    [
        (BRIBES, "en", "The minister admitted taking bribes from the builder.", ("denied taking", "admitted")),
        (BRIBES, "sr", "Ministarka je priznala da je primila mito od graditelja.", ("denied taking", "priznala")),
        (
            "Blue Lines denied that the ferry had been overloaded.",
            "it",
            "Blue Lines ha ammesso che il traghetto era sovraccarico.",
            ("denied that the ferry", "ammesso"),
        ),
        (
            BRAKES,
            "en",
            "The company had hidden the brake defects from regulators, the court found.",
            ("denied that it had hidden", "hidden"),
        ),
    ],
)
def test_a_denial_and_an_admission_of_one_act_differ_either_way_round(
    aligner: WordAligner, one: str, language: str, other: str, words: tuple[str, str]
) -> None:
    denial, admission = Statement(one, "en"), Statement(other, language)
    assert found(aligner, denial, admission) == [words]
    assert found(aligner, admission, denial) == [words[::-1]]


def test_what_is_denied_in_another_language_differs_from_what_is_told_as_done(aligner: WordAligner) -> None:
    denial = Statement("Kapetan je negirao da je napustio brod pre putnika.", "sr")
    told = Statement("Il comandante ha abbandonato la nave prima dei passeggeri.", "it")
    assert found(aligner, denial, told) == [("negirao da je napustio", "abbandonato")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BRIBES, "The minister denied any wrongdoing and said she would appeal."),
        (BRIBES, "The minister admitted meeting the builder in a hotel."),
        (BRAKES, "The company admitted that sales had fallen after the brake defects."),
        (BRAKES, "The company is suspected of hiding the brake defects from regulators."),
        ("Tehran denied supplying drones to Russia.", "Tehran said it had supplied no drones to Russia."),
        ("The ministry did not deny that shells were bought.", "The ministry confirmed that shells were bought."),
        ("The ministry denied that shells were bought.", "The ministry did not confirm that shells were bought."),
        ("The captain denied leaving the ship.", "The captain was accused of leaving the ship."),
    ],
)
def test_another_act_another_denial_and_a_charge_do_not(aligner: WordAligner, one: str, other: str) -> None:
    assert found(aligner, Statement(one, "en"), Statement(other, "en")) == []


def test_a_question_about_differences_is_told_of_it() -> None:
    event = "The ferry Astra ran aground off Bari on Monday and eleven people died."
    denial = f"{event} Blue Lines denied that the ferry had been overloaded."
    admission = f"{event} Blue Lines admitted that the ferry had been overloaded."
    articles = [Article(id="a", text=denial, language="en"), Article(id="b", text=admission, language="en")]
    with pipeline_over(articles) as pipeline:
        answer = pipeline.ask("Do the papers agree on whether the ferry was overloaded?")
    assert answer.claims[0].text.startswith("The articles differ: ")
    assert "denied" in answer.claims[0].text and "admitted" in answer.claims[0].text
