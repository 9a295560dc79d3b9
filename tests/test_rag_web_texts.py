from __future__ import annotations

import re
from string import Formatter

import pytest

from rag.web.texts import LANGUAGES, language_name, reader_language, told, translations

TEXTS = translations()


@pytest.mark.parametrize("key", TEXTS["en"])
def test_every_text_stands_in_every_language_with_the_same_gaps(key: str) -> None:
    texts = [TEXTS[language][key] for language in LANGUAGES]
    assert all(text.strip() == text and text for text in texts)
    gaps = {frozenset(name for _, name, _, _ in Formatter().parse(text) if name) for text in texts}
    assert len(gaps) == 1


def test_no_text_is_markup() -> None:
    assert not [text for texts in TEXTS.values() for text in texts.values() if re.search(r"[<>&\"]", text)]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", "en"),
        ("hu-HU,hu;q=0.9,en;q=0.8", "hu"),
        ("de-AT,it;q=0.5,sq;q=0.7", "sq"),
        ("hr-HR", "sr"),
        ("sr-Latn-RS", "sr"),
        ("fr, de;q=0.9", "en"),
        ("sq;q=nonsense, it;q=0.9", "sq"),
        ("," * 5_000, "en"),
    ],
)
def test_the_interface_follows_the_browser(header: str, expected: str) -> None:
    assert reader_language(header) == expected


def test_a_language_without_texts_is_told_in_english() -> None:
    assert told("stop", "de") == "Stop"
    assert language_name("hu", "sq") == "hungarisht"
    assert language_name("xx", "sq") == "xx"
    assert language_name("", "sq") == "?"
    assert translations()["hr"]["stop"] == translations()["sr"]["stop"] == "Zaustavi"
