"""Every sentence that Chorus itself says to a reader, in the language of the question.

An unknown language is answered in English. Serbian asked in Cyrillic is answered in Cyrillic.
"""

from __future__ import annotations

import re
from typing import Literal

from rag.wording.labels import LABELS, Label
from rag.wording.nouns import COUNTED, Noun
from rag.wording.reasons import REASONS, Reason
from rag.wording.sides import SIDES, Side

__all__ = ["MESSAGES", "Message", "Noun", "counted", "in_script", "say"]

Message = Literal[Reason, Label, Side]
MESSAGES = REASONS | LABELS | SIDES
"""Each sentence by language, with names in {braces} for what is filled in."""

_TO_CYRILLIC = (
    {"lj": "љ", "nj": "њ", "dž": "џ", "Lj": "Љ", "Nj": "Њ", "Dž": "Џ"}
    | dict(zip("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш", strict=True))
    | dict(zip("ABVGDĐEŽZIJKLMNOPRSTĆUFHCČŠ", "АБВГДЂЕЖЗИЈКЛМНОПРСТЋУФХЦЧШ", strict=True))
)
_LATIN = re.compile(r"\{\w+\}|[lLnN]j|[dD]ž|[^\W\d_]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")


def say(message: Message, language: str, question: str = "", **values: object) -> str:
    """One of the sentences of the tables, filled in.

    :param language: ISO 639-1 code of the question.
    :param question: decides the script where a language has two.
    """
    told = MESSAGES[message]
    return in_script(told.get(language, told["en"]), language, question).format(**values)


def counted(noun: Noun, count: int, language: str, question: str = "") -> str:
    """A number and its noun: "3 credited origins", "5 članaka"."""
    forms = COUNTED[noun].get(language, COUNTED[noun]["en"])
    return f"{count} {in_script(forms[_form(count, language)], language, question)}"


def _form(count: int, language: str) -> int:
    """Which form of a noun a number takes (CLDR plural rules of the five languages)."""
    if language != "sr":
        return 0 if count == 1 else 1
    last, teens = count % 10, 10 < count % 100 < 20
    return 0 if last == 1 and not teens else 1 if 2 <= last <= 4 and not teens else 2


def in_script(text: str, language: str, question: str) -> str:
    """A text of ours in the script that the question is written in; what stands in {braces} is left as it is."""
    if language == "sr" and _CYRILLIC.search(question):
        return _LATIN.sub(lambda found: _TO_CYRILLIC.get(found.group(), found.group()), text)
    return text
