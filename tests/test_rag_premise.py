import pytest

from rag.confidence.premise import named, unheld


@pytest.mark.parametrize(
    ("question", "language", "text", "stranger"),
    [
        ("Did Finland buy ships from Chile?", "en", "Finland is buying ships from Chile.", ()),
        ("Did Finland buy ships from China?", "en", "Finland is buying ships from Chile.", ("China",)),
        ("Da li je Finska kupila brodove?", "sr", "Finland is buying ships from Chile.", ()),
        ("Perché la Finlandia compra navi?", "it", "Chile kauft Schiffe.", ("Finlandia",)),
        ("what did they buy?", "en", "Finland is buying ships from Chile.", ()),
    ],
)
def test_a_name_of_the_question_is_a_stranger_where_no_text_holds_it_in_any_language(
    question: str, language: str, text: str, stranger: tuple[str, ...]
) -> None:
    assert unheld(question, language, (text,)) == stranger


def test_a_capital_stands_for_its_country_and_the_country_for_it() -> None:
    assert unheld("Why did Helsinki buy the ships?", "en", ("Finland is buying ships.",)) == ()
    assert unheld("Why did Finland buy the ships?", "en", ("L'acquisto di Helsinki riguarda le navi.",)) == ()
    assert unheld("Why did Helsinki buy the ships?", "en", ("Chile is buying ships.",)) == ("Helsinki",)


def test_the_question_word_is_no_name_though_it_sounds_like_a_country() -> None:
    assert named("Cilat shtete e blenë?", "sq") == ()
