"""A question about an act that no article tells of is refused with what comes closest; one that is told is answered."""

import pytest

from eval.build import pipeline_over
from index.records import Article
from rag.asked import asks_whether
from rag.records import Answer, Status

OPENED = Article(
    id="bridge", text="Transport minister Ana Marku opened a bridge over the Erzen on Monday.", language="en"
)
RESIGNED = Article(
    id="quit", text="Ministrja e Transportit Ana Marku dha dorëheqjen të premten në mbrëmje.", language="sq"
)
DENIED = Article(
    id="denied", text="Ministrja Ana Marku mohoi të premten se kishte marrë para nga firma.", language="sq"
)


def ask(question: str, *articles: Article) -> Answer:
    with pipeline_over(articles) as pipeline:
        return pipeline.ask(question)


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        (
            "Did transport minister Ana Marku resign?",
            "The articles do not tell of this; what comes closest stands below.",
        ),
        ("Je li ministarka Ana Marku podnela ostavku?", "Članci ne govore o tome; ispod stoji ono što je najbliže."),
    ],
)
def test_an_act_that_nobody_told_is_refused_with_what_the_person_did(question: str, reason: str) -> None:
    answer = ask(question, OPENED)
    assert (answer.status, answer.reason) == (Status.REFUSED, reason)
    assert [citation.quote for citation in answer.closest] == [OPENED.text]


def test_an_act_that_is_told_in_another_language_is_shown_first() -> None:
    answer = ask("Did transport minister Ana Marku resign?", OPENED, RESIGNED)
    assert answer.status is not Status.REFUSED
    assert answer.claims[0].text == RESIGNED.text


def test_that_it_was_denied_answers_whether_it_was_admitted() -> None:
    answer = ask("Did minister Ana Marku admit it?", OPENED, DENIED)
    assert (answer.status is not Status.REFUSED, answer.claims[0].text) == (True, DENIED.text)


@pytest.mark.parametrize(
    ("question", "language", "whether"),
    [
        ("Did the minister resign?", "en", True),
        ("Who resigned?", "en", False),
        ("A dha dorëheqjen ministrja?", "sq", True),
        ("Kush dha dorëheqjen?", "sq", False),
        ("Da li je podnela ostavku?", "sr", True),
        ("Је ли министарка поднела оставку?", "sr", True),
        ("Kada je podnela ostavku?", "sr", False),
        ("La ministra si è dimessa?", "it", True),
        ("Perché si è dimessa la ministra?", "it", False),
        ("dimissioni della ministra", "it", False),
        ("Lemondott a miniszter?", "hu", True),
        ("Miért mondott le a miniszter?", "hu", False),
        ("Ist er zurückgetreten?", "de", False),
    ],
)
def test_a_question_of_yes_or_no_is_known_by_how_it_opens_or_by_what_it_lacks(
    question: str, language: str, whether: bool
) -> None:
    assert asks_whether(question, language) is whether
