"""Every text of the page's interface in five languages, and the choice of the language a browser asks for.

What Chorus says of an answer stands in `rag.wording` and follows the question; what stands here follows the reader.
"""

from __future__ import annotations

import re
from pathlib import Path

LANGUAGES = ("en", "sq", "sr", "it", "hu")
# Browsers set to these read Serbian as it is written here, in Latin letters.
ALIASES = {"hr": "sr", "bs": "sr", "sh": "sr", "cnr": "sr", "me": "sr"}


def _rows(name: str) -> dict[str, dict[str, str]]:
    """Read a table beside this file: "key | English | Albanian | Serbian | Italian | Hungarian" a line."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    rows = (line.split(" | ") for line in lines if not line.startswith("#"))
    return {key: dict(zip(LANGUAGES, told, strict=True)) for key, *told in rows}


_TEXTS = _rows("texts.txt")
_NAMES = _rows("language_names.txt")


def told(key: str, language: str, **values: object) -> str:
    """One text of the interface, filled in; in English where the language is none of the five."""
    texts = _TEXTS[key]
    return texts.get(language, texts["en"]).format(**values)


def language_name(code: str, language: str) -> str:
    """What a language is called in another; its code where that is not known, "?" where there is none."""
    names = _NAMES.get(code)
    return names.get(language, names["en"]) if names else code or "?"


def translations() -> dict[str, dict[str, str]]:
    """Every text by the locale of a browser, as Gradio's i18n takes them."""
    locales = {code: code for code in LANGUAGES} | ALIASES
    return {locale: {key: texts[code] for key, texts in _TEXTS.items()} for locale, code in locales.items()}


def reader_language(accept_language: str) -> str:
    """The interface language for a browser's Accept-Language header (RFC 9110): its best one that we have, or English.

    >>> reader_language("de-AT,hu;q=0.8,en;q=0.5")
    'hu'
    """
    weighed = []
    for place, part in enumerate(accept_language[:1_000].split(",")):
        tag, _, rest = part.partition(";")
        code = tag.strip().lower().partition("-")[0]
        code = ALIASES.get(code, code)
        if code in LANGUAGES:
            weighed.append((-_weight(rest), place, code))
    return min(weighed)[2] if weighed else "en"


def _weight(parameters: str) -> float:
    found = re.fullmatch(r"\s*q\s*=\s*(\d(?:\.\d*)?)\s*", parameters)
    return float(found.group(1)) if found else 1.0
