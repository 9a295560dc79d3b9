"""A question that names its event by a general noun is answered by what opens the articles on such an event."""

import pytest

from eval.build import pipeline_over
from index.records import Article
from rag.records import Answer, Status

SINKING = [
    (
        "en",
        "Eleven people died when the ferry Astra ran aground off the island of Lokrum on Tuesday night and sank. "
        "The weather office had warned of fog on Monday. The accident is the worst in twenty years.",
    ),
    (
        "hu",
        "Tizenegyen haltak meg, amikor az Astra komp kedden éjjel zátonyra futott Lokrum szigeténél, majd elsüllyedt. "
        "A balesetet a szakértők szerint kormányhiba okozta. A hajót hétfőn még átvizsgálták.",
    ),
]
TALKS = [("en", "The finance ministers of two countries met in Zadar on Friday. They will sign the loan in March.")]


def ask(texts: list[tuple[str, str]], question: str) -> Answer:
    articles = [
        Article(id=str(n), text=text, language=language, outlet=f"Post {n}") for n, (language, text) in enumerate(texts)
    ]
    with pipeline_over(articles) as pipeline:
        return pipeline.ask(question)


@pytest.mark.parametrize(
    "question",
    [
        "When did the accident happen?",
        "Where did the tragedy take place?",
        "How many lives did the disaster claim?",
        "Kur ndodhi aksidenti?",
        "Ku ndodhi tragjedia?",
        "Kada se dogodila nesreća?",
        "Где се десила трагедија?",
        "Quando è avvenuto l'incidente?",
        "Dove è successa la tragedia?",
        "Mikor történt a baleset?",
        "Hol történt a tragédia?",
    ],
)
def test_the_opening_tells_when_and_where_it_happened(question: str) -> None:
    answer = ask(SINKING, question)
    assert answer.status is not Status.REFUSED
    assert "Astra" in answer.claims[0].text


@pytest.mark.parametrize(
    "question",
    [
        "What caused the tragedy?",
        "Çfarë e shkaktoi tragjedinë?",
        "Šta je izazvalo tragediju?",
        "Che cosa ha causato la tragedia?",
        "Mi okozta a tragédiát?",
    ],
)
def test_what_caused_it_is_told_by_a_sentence_on_a_cause(question: str) -> None:
    assert any("kormányhiba" in claim.text for claim in ask(SINKING, question).claims)


@pytest.mark.parametrize(
    "question",
    [
        "When did the accident happen?",
        "Kur ndodhi aksidenti?",
        "Kada se dogodila nesreća?",
        "Quando è avvenuta la tragedia?",
        "Mikor történt a baleset?",
    ],
)
def test_where_nobody_came_to_harm_no_accident_happened(question: str) -> None:
    assert ask(TALKS, question).status is Status.REFUSED


def test_a_question_that_names_what_happened_is_read_as_before() -> None:
    answer = ask(SINKING + TALKS, "When did the ministers meet?")
    assert "Zadar" in answer.claims[0].text
