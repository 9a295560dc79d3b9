"""A follow-up that names somebody or some place else asks the question before of them."""

from __future__ import annotations

import pytest

from eval.build import pipeline_over
from index.records import Article
from rag.followup import Subject, carried
from rag.followup.another import replaced


@pytest.mark.parametrize(
    ("language", "before", "question", "standing"),
    [
        ("en", "What did Putin say about sanctions?", "What about Biden?", "What did Biden say about sanctions?"),
        ("en", "Did Putin travel to North Korea?", "And to Serbia?", "Did Putin travel to Serbia?"),
        ("en", "Did Putin travel to North Korea?", "And Biden?", "Did Biden travel to North Korea?"),
        ("en", "What is Russia buying from Iran?", "And from North Korea?", "What is Russia buying from North Korea?"),
        ("en", "What is Russia buying from Iran?", "What about China?", "What is China buying from Iran?"),
        ("en", "How many died in Croatia?", "What about Serbia?", "How many died in Serbia?"),
        ("en", "Who is Putin?", "And Biden?", "Who is Biden?"),
        ("it", "Cosa compra la Russia dall'Iran?", "E dalla Cina?", "Cosa compra la Russia dalla Cina?"),
        ("it", "Cosa compra la Russia dall'Iran?", "E la Cina?", "Cosa compra la Cina dall'Iran?"),
        ("hu", "Mit vesz Oroszország Irántól?", "És Kínától?", "Mit vesz Oroszország Kínától?"),
        ("hu", "Hányan haltak meg Horvátországban?", "És Szerbiában?", "Hányan haltak meg Szerbiában?"),
        ("sr", "Šta Rusija kupuje od Irana?", "A od Kine?", "Šta Rusija kupuje od Kine?"),
        ("sr", "Шта Путин каже о санкцијама?", "А Бајден?", "Шта Бајден каже о санкцијама?"),
        ("sq", "Çfarë blen Rusia nga Irani?", "Po nga Kina?", "Çfarë blen Rusia nga Kina?"),
        ("sq", "Sa veta vdiqën në Kroaci?", "Po në Serbi?", "Sa veta vdiqën në Serbi?"),
    ],
)
def test_a_new_name_takes_the_place_of_one_of_its_sort(
    language: str, before: str, question: str, standing: str
) -> None:
    assert replaced(question, before, language) == standing


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("Who recognised Donetsk and Luhansk?", "And Syria?"),  # is Syria one of them?
        ("Did Russia buy shells?", "And from Iran?"),  # nothing stood behind "from"
        ("Who is Putin?", "What about North Korea?"),  # a place is nobody
        ("Did Putin go to Serbia?", "And how many soldiers?"),
        ("Did Putin go to Serbia?", "And Biden and Kim?"),
        ("Did Putin go to Serbia?", "And Putin?"),
    ],
)
def test_where_none_can_be_replaced_the_question_is_not_rewritten(before: str, question: str) -> None:
    assert replaced(question, before, "en") == ""


@pytest.mark.parametrize(
    ("language", "before", "question", "taken"),
    [
        ("en", "Who is Putin?", "What about North Korea?", ""),
        ("en", "What did Vladimir Putin say about sanctions?", "What about North Korea?", "sanctions"),
        ("en", "What did Putin say about sanctions?", "And in Serbia?", "Putin, sanctions"),
        ("it", "Che cosa ha detto Vladimir Putin delle sanzioni?", "E la Corea del Nord?", "sanzioni"),
        ("sr", "Ko je Putin?", "A šta je sa Severnom Korejom?", ""),
    ],
)
def test_a_person_is_dropped_where_a_country_is_asked_about(
    language: str, before: str, question: str, taken: str
) -> None:
    """Seen: "What about North Korea? (Vladimir Putin, Putin)"."""
    assert carried(question, language, Subject.of(before, language)) == taken


def test_whom_an_answer_named_is_not_carried_to_another_country() -> None:
    before = Subject("Who leads the party in Serbia?", "en", "Ana Petrović")
    assert "Petrović" not in carried("And the one in Croatia?", "en", before)
    assert carried("How old is she?", "en", before) == "Ana Petrović"


def test_a_follow_up_after_another_name_is_about_that_one() -> None:
    text = "In Croatia nine people died in the floods. In Serbia twelve people died in the floods on Tuesday."
    with pipeline_over([Article(id="a", text=text, language="en")]) as pipeline:
        talk = pipeline.chat()
        talk.ask("How many people died in Croatia in the floods?")
        serbia = talk.ask("And in Serbia?")
        assert serbia.standing == "How many people died in Serbia in the floods?"
        assert serbia.claims[0].text.startswith("In Serbia")
        assert "Serbia" in talk.ask("And when was that?").standing
