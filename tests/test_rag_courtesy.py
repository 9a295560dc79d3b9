"""Greetings, thanks and asking to be told are no part of what is asked."""

import pytest

from eval.build import pipeline_over
from index.records import Article
from rag.courtesy import without_courtesy
from rag.records import Status


@pytest.mark.parametrize(
    ("language", "question", "plain"),
    [
        ("en", "Good morning! Could you kindly tell me why the ferry sank?", "Why the ferry sank?"),
        ("en", "I would like to know who the captain was.", "Who the captain was"),
        ("en", "Do you know how many people died, please?", "How many people died?"),
        ("en", "What did he say? Thank you very much!", "What did he say?"),
        ("sq", "Përshëndetje, a mund të më tregoni pse u mbyt trageti? Faleminderit!", "Pse u mbyt trageti?"),
        ("sr", "Poštovani, da li biste mogli da mi kažete zašto je potonuo? Hvala unapred.", "Zašto je potonuo?"),
        ("sr", "Да ли знате ко је био капетан?", "Ко је био капетан?"),
        ("it", "Buongiorno, potrebbe dirmi perché è affondato? Grazie mille", "Perché è affondato?"),
        ("hu", "Jó napot! Megtudhatnám, kérem, hogy miért süllyedt el? Köszönöm!", "Miért süllyedt el?"),
    ],
)
def test_what_is_asked_is_left(language: str, question: str, plain: str) -> None:
    assert without_courtesy(question, language) == plain


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Why did the ferry sank?"),
        ("en", "If it is true, why did he leave?"),
        ("en", "Can the captain say why he left?"),
        ("en", "Whom did he thank?"),
        ("en", "How do I say please?"),
        ("en", "thank you very much"),
        ("en", "What can you tell me?"),
        ("de", "Guten Tag, warum?"),
        ("en", ""),
    ],
)
def test_a_question_without_courtesy_stays(language: str, question: str) -> None:
    assert without_courtesy(question, language) == question


def test_a_courteous_question_is_answered_as_the_plain_one_and_shown_as_written() -> None:
    """Seen: refused, since no sentence speaks of being grateful."""
    text = "The ferry Astra sank off Bari because its steering failed. Eleven people died in the accident."
    courteous = "Good evening, I would be very grateful if you could explain to me why the ferry sank. Thank you!"
    with pipeline_over([Article(id="a", text=text, language="en", outlet="Post")]) as pipeline:
        answer, plain = pipeline.ask(courteous), pipeline.ask("Why the ferry sank")
        talk = pipeline.chat()
        talk.ask(courteous)
        followed = talk.ask("Could you please tell me how many died?")
    assert answer.status is Status.ANSWERED and answer.question == courteous
    assert [claim.text for claim in answer.claims] == [claim.text for claim in plain.claims]
    assert "Eleven" in followed.claims[0].text
