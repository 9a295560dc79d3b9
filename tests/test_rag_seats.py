import numpy as np
import pytest

from rag.extract.seats import OTHER_COUNTRY, countries, with_countries
from rag.words import Alignment


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Moscow denies the report.", "RU"),
        ("Këtë e mohon Moska.", "RU"),
        ("Ruski zvaničnik to poriče.", "RU"),
        ("Северна Кореја ћути.", "KP"),
        ("Phenjan hallgat.", "KP"),
        ("I nordcoreani tacciono.", "KP"),
        ("A U.S. official spoke.", "US"),
        ("Vašington potvrđuje.", "US"),
        ("Pechino tace.", "CN"),
    ],
)
def test_a_country_is_named_by_its_name_its_people_or_the_seat_of_its_government(text: str, code: str) -> None:
    assert countries(text) == {code}


def test_a_text_without_a_country_names_none() -> None:
    assert countries("The rain fell all of Monday.") == frozenset()


def test_a_country_of_the_question_is_met_by_texts_that_speak_of_it_and_not_by_those_that_speak_of_another() -> None:
    texts = ["Phenjan fegyvert ad el.", "China sells arms.", "They sell arms."]
    match = np.array([[0.1, 0.9, 0.4], [0.1, 0.8, 0.4], [0.5, 1.0, 1.0]], dtype=np.float32)
    before = Alignment(("North", "Korea", "sell"), np.array([1, 1, 0], dtype=bool), np.ones(3) / 3, match)
    after = with_countries(before, "What does North Korea sell?", texts).match
    other = np.float32(OTHER_COUNTRY)
    assert after.tolist() == [[1.0, other, match[0, 2]], [1.0, other, match[1, 2]], match[2].tolist()]
    assert before.match is match and match[0, 0] == np.float32(0.1)


def test_a_question_without_a_country_is_aligned_as_before() -> None:
    before = Alignment(("sell",), np.zeros(1, dtype=bool), np.ones(1), np.ones((1, 1), dtype=np.float32))
    assert with_countries(before, "Who may sell?", ["China sells arms."]) is before
