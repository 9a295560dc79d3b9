import string
from typing import get_args

import pytest

from rag.wording import MESSAGES, Message, Noun, counted, say
from rag.wording.nouns import COUNTED


@pytest.mark.parametrize("message", get_args(Message))
def test_every_sentence_exists_in_all_five_languages_with_the_same_fields(message: Message) -> None:
    told = MESSAGES[message]
    assert set(told) == {"en", "sq", "sr", "it", "hu"}
    fields = [{name for _, name, *_ in string.Formatter().parse(text) if name} for text in told.values()]
    assert all(some == fields[0] for some in fields)


def test_a_cyrillic_question_is_answered_in_cyrillic() -> None:
    assert say("not_in_sources", "sr", "Ко је победио?") == "Чланци не дају одговор на ово питање."
    assert (
        say("too_long", "sr", "Шта", length=3000, limit=2000) == "Питање има 3000 знакова; поставите га у највише 2000."
    )


def test_a_latin_question_is_answered_in_latin() -> None:
    assert say("not_in_sources", "sr", "Ko je pobedio?") == "Članci ne daju odgovor na ovo pitanje."


def test_an_unknown_language_is_answered_in_english() -> None:
    assert say("closest", "xx") == "Closest, but no sure answer:"


@pytest.mark.parametrize("noun", get_args(Noun))
def test_every_noun_can_be_counted_in_all_five_languages(noun: Noun) -> None:
    assert set(COUNTED[noun]) == {"en", "sq", "sr", "it", "hu"}


@pytest.mark.parametrize(
    ("count", "language", "told"),
    [
        (1, "en", "1 article"),
        (5, "en", "5 articles"),
        (1, "sr", "1 članak"),
        (3, "sr", "3 članka"),
        (5, "sr", "5 članaka"),
        (12, "sr", "12 članaka"),
        (21, "sr", "21 članak"),
        (22, "sr", "22 članka"),
        (2, "sq", "2 artikuj"),
        (2, "it", "2 articoli"),
        (2, "hu", "2 cikk"),
    ],
)
def test_a_noun_takes_the_form_that_its_number_asks_for(count: int, language: str, told: str) -> None:
    assert counted("article", count, language) == told
    assert counted("origin", 3, "sr", "Ко?") == "3 наведена извора"
