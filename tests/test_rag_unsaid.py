import pytest

from rag.evidence.unsaid import may_ask_what_was_not_said, tells_what_was_not_said


@pytest.mark.parametrize(
    "text",
    [
        "The minister did not say how many ships would sail.",
        "The company declined to comment.",
        "Ministri nuk specifikoi sa anije do të nisen.",
        "Ministar nije precizirao koliko će brodova isploviti.",
        "Министар није навео број бродова.",
        "Il ministro non ha precisato quante navi salperanno.",
        "A miniszter nem részletezte, hány hajó indul.",
    ],
)
def test_a_sentence_about_what_was_not_said_is_known_in_every_language(text: str) -> None:
    assert tells_what_was_not_said(text)


@pytest.mark.parametrize(
    "text", ["The minister said four ships sailed.", "Il ministro ha precisato tutto.", "Nije bilo brodova.", ""]
)
def test_what_was_said_is_not_taken_for_it(text: str) -> None:
    assert not tells_what_was_not_said(text)


@pytest.mark.parametrize(
    ("question", "may"),
    [
        ("How many ships will sail?", True),
        ("What did the minister say?", False),
        ("Cosa non ha precisato il ministro?", True),
        ("Miért indulnak a hajók?", False),
    ],
)
def test_only_a_question_about_a_number_or_the_silence_is_answered_by_it(question: str, may: bool) -> None:
    assert may_ask_what_was_not_said(question) is may
