"""Write `places.txt` from CLDR: `python -m rag.names.make_places`. Run by hand; babel is a development dependency.

A line is the stem of a first word of names, peoples and languages in many locales, a tab, and by "|" the stems of the
other words of each with "=" and the codes of what is called so; acronyms stand in capitals. Countries and continents
are CLDR's territories; cities, with "/", the exemplar cities of its time zones, which hold most capitals. CLDR has no
demonyms: they are the stems of the countries' names, the names of the languages that share a stem with their country's,
and what regional languages add to a language's name ("American English").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.fold import fold
from rag.names.forms import SHORTEST_STEM, place_stems

if TYPE_CHECKING:
    from babel import Locale

PATH = Path(__file__).with_name("places.txt")
OURS = ("en", "sq", "sr", "hu", "it")
OTHERS = ("de", "fr", "es", "pt", "ro", "nl", "pl", "hr", "bs", "mk", "bg", "ru", "uk")
_NO_PLACE = frozenset({"001", "009", "ZZ", "XA", "XB", "EZ", "QO"})
_CONTINENTS = frozenset({"Africa", "America", "Asia", "Atlantic", "Europe", "Indian", "Pacific", "Australia"})
_COUNTIES = ("Etc/", "America/Indiana/", "America/Kentucky/", "America/North_Dakota/")  # Petersburg, Vincennes
# English words, or no cities.
_NO_CITY = frozenset({"Center", "Nome", "Easter", "North", "South", "West", "Capital", "ACT", "NSW", "LHI"})
_OTHER_WORDS = frozenset({("serv",)})
"""Stems of names in further locales that begin common words: Dutch "Servië", English "service"."""
_BRACKETS = re.compile(r"\s*[(（].*?[)）]\s*")
_ACRONYM = re.compile(r"\b[A-ZА-Я]{2,5}\b")
_SHARED = 4
"""Letters that a language's name and its country's must begin with alike."""
BEYOND = {"UN": "un onu ensz okb oun", "EU": "eu ue be", "US": "us usa", "GB": "uk gb"}
"""Acronyms that CLDR's plain names lack."""

COMMON = {
    "GB": (
        "Britan",
        "Britann",
        "Great Britain",
        "Gran Bretagna",
        "Britani Madhe",
        "Velika Britanija",
        "Nagy-Britannia",
    ),
    "US": ("Shtete Bashkuara", "Shteteve Bashkuara", "Shtetet Bashkuara", "America", "Amerika"),
    "UN": ("Kombet Bashkuara", "Kombeve Bashkuara"),
    "TR": ("Turkey", "Turke", "Turq"),
    "AL": ("Shqiptar",),
    "BG": ("Bugar",),
    "DE": ("Nemc", "Tedesch"),
    "ES": ("Spanjoll",),
    "FI": ("Finc",),
    "HR": ("Hrvat",),
    "HU": ("Madjar",),
    "ME": ("Malazez", "Crnogorsk", "Crnogorc"),
    "MK": ("Macedon", "Makedon", "Maqedon"),
    "NO": ("Norvezan",),
    "PL": ("Polak", "Polacc", "Poljac"),
    "XK": ("Kosovar",),
    "/Beijing": ("Beijing", "Peking", "Pekin", "Pechino"),
    "/Geneva": ("Geneva", "Gjenev", "Zeneva", "Genf", "Ginevra"),
    "/Hague": ("Hague", "Hag"),
    "/Rome": ("Roman", "Romak"),
    "en:": ("England", "Anglia", "Inghilterra", "Engleska"),
    "/Scotland": ("Scotland", "Scottish", "Skoci", "Skotska", "Scozia", "Scozzes", "Skocia", "Skot"),
}
"""Names in daily use that CLDR leaves out, and peoples whose stem is not that of their country."""

Names = dict[str, dict[tuple[str, ...], None]]


def lines() -> Iterator[str]:
    """The lines of the file, in the order of their codes."""
    names: Names = {}
    for code in OURS:
        _read(names, code)
    _read_beyond(names)
    _read_peoples(names)
    _shorten(names)
    taken = {name: place for place, some in names.items() for name in some}
    for code in OTHERS:
        further: Names = {}
        _read(further, code)
        for place, some in further.items():
            for name in some:
                # What one of our languages calls a place, no other language's name of another place may take.
                short = any(len(word) <= SHORTEST_STEM for word in name) or name in _OTHER_WORDS
                if place in names and not short and taken.get(name, place) == place:
                    names[place].setdefault(name)
    called: dict[str, dict[str, list[str]]] = {}
    for place in sorted(names):
        for first, *others in names[place]:
            if all(len(word) >= 2 for word in (first, *others)):
                called.setdefault(first, {}).setdefault(" ".join(others), []).append(place)
    for first in sorted(called):
        rows = sorted(called[first].items(), key=lambda item: (-item[0].count(" ") - bool(item[0]), item[0]))
        yield f"{first}\t{'|'.join(others + '=' + ','.join(places) for others, places in rows)}\n"


def _shorten(names: Names) -> None:
    """Srbija, and Srbi, where no other country is called so: Nigerija is not Niger."""
    known = {name for some in names.values() for name in some}
    for some in names.values():
        for name in list(some):
            short = name[0].removesuffix("ij")
            if len(name) == 1 and short != name[0] and len(short) >= SHORTEST_STEM and (short,) not in known:
                some.setdefault((short,))


def _read(names: Names, code: str) -> None:
    from babel import Locale

    locale = Locale.parse(code)
    territories = {
        place: name for place, name in locale.territories.items() if place not in _NO_PLACE and len(place) < 4
    }
    for place, name in territories.items():
        for written in (name, _BRACKETS.sub(" ", name)):
            _add(names, place, (fold(written).upper(),) if _ACRONYM.fullmatch(written) else place_stems(written))
            if code in OURS:
                _glue(names, place, place_stems(written))
    for place in ("UM", "VI"):  # "U.S. Virgin Islands": in a dependency's name the sovereign stands as an acronym
        for acronym in _ACRONYM.findall(territories.get(place, "")):
            _add(names, "US", (fold(acronym).upper(),))
    for zone, spec in locale.time_zones.items():
        if (city := spec.get("city")) and not zone.startswith(_COUNTIES):
            _add(names, "/" + zone.rpartition("/")[2], place_stems(_BRACKETS.sub(" ", city)))


def _read_beyond(names: Names) -> None:
    """What CLDR leaves out: acronyms, a few names, and English cities spelt as their zones."""
    from babel.core import get_global

    for place, acronyms in BEYOND.items():
        for acronym in acronyms.split():
            _add(names, place, (acronym.upper(),))
    for place, written in COMMON.items():
        for name in written:
            _add(names, place, place_stems(name))
    for zone in get_global("zone_territories"):
        city = zone.rpartition("/")[2]
        if zone.partition("/")[0] in _CONTINENTS and city not in _NO_CITY and not zone.startswith(_COUNTIES):
            _add(names, "/" + city, place_stems(city.replace("_", " ")))


def _add(names: Names, place: str, name: tuple[str, ...]) -> None:
    if not name:
        return
    some = names.setdefault(place, {})
    some.setdefault(name)
    if len(name) == 1 and name[0][-1] in "kq" and len(name[0]) > SHORTEST_STEM:
        some.setdefault((name[0][:-1] + "c",))  # Irak, irački, iracheno


def _glue(names: Names, place: str, name: tuple[str, ...]) -> None:
    """Adjectives of two words written in one: severnokorejski, nordcoreano, statunitense."""
    if len(name) == 2:
        first, second = (word.removesuffix("i") for word in name)
        for glued in (first + second, first + "o" + second, second + first):
            _add(names, place, (glued,))


def _read_peoples(names: Names) -> None:
    """Peoples by their languages; one that its country does not share, as English, is a place of its own."""
    from babel import Locale
    from babel.languages import get_official_languages

    locales = [Locale.parse(code) for code in OURS]
    official = Counter(
        tag for place in locales[0].territories for tag in get_official_languages(str(place), de_facto=True)
    )
    for language in sorted(official.keys() & set(locales[0].languages)):
        home = _home(language, locales)
        if home.endswith(":") and official[language] < 2:
            continue  # Dzongkha is no people, and in Hungarian begins as Kim Dzsongun's name
        for locale in locales:
            words = place_stems(locale.languages.get(language, ""))
            if len(words) == 1 and len(words[0]) > SHORTEST_STEM:
                _add(names, home, words)
                if words[0].endswith("isht"):  # greqisht, and grek
                    _add(names, home, (re.sub("q$", "k", words[0].removesuffix("isht")),))
    for locale in locales:
        for tag, name in locale.languages.items():
            language, _, region = tag.partition("_")
            base = place_stems(locale.languages.get(language, ""))
            europe = place_stems(locale.territories["150"])  # in "European Portuguese"
            for word in place_stems(_BRACKETS.sub(" ", name)) if region in locale.territories else ():
                if word not in base and len(word) > SHORTEST_STEM and not _share((word,), europe):
                    _add(names, region, (word,))


def _home(language: str, locales: Sequence[Locale]) -> str:
    """The country whose name and the language's begin alike in two of our locales, else the language itself."""
    from babel.core import get_global

    country = str(get_global("likely_subtags").get(language, "")).rpartition("_")[2]
    places = [place_stems(locale.territories.get(country, "")) for locale in locales]
    tongues = [place_stems(locale.languages.get(language, "")) for locale in locales]
    # Korean is of both Koreas.
    shared = sum(len(place) == 1 and _share(tongue, place) for place, tongue in zip(places, tongues, strict=True))
    return country if shared >= 2 else f"{language}:"


def _share(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether two words begin alike: by four letters, or by all three of the shorter."""
    return any(
        one[:length] == other[:length]
        for one in words
        for other in others
        if (length := min(_SHARED, len(one), len(other))) >= SHORTEST_STEM
    )


if __name__ == "__main__":
    PATH.write_text("".join(lines()), encoding="utf-8")
