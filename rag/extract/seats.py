"""Which countries a text speaks of, also where it names the seat of their government: "Moscow denies it".

Word vectors put one country near the next, so that a question about China is met by a sentence about Russia; and they
do not know that Pyongyang stands for North Korea. The names are those of `rag.names.places`, in many locales.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np

from index.fold import fold
from rag.names.places import Mention, is_acronym, mentions
from rag.words import Alignment

OTHER_COUNTRY = 0.3
"""How far a country's name is met at most by a text that speaks of other countries only."""
_SEATS = """
/Abidjan CI /Accra GH /Addis_Ababa ET /Algiers DZ /Amman JO /Amsterdam NL /Ashgabat TM /Asmara ER /Asuncion PY
/Athens GR /Baghdad IQ /Baku AZ /Beijing CN /Bamako ML /Bangkok TH /Beirut LB /Belgrade RS /Berlin DE /Bishkek KG
/Bogota CO /Bratislava SK /Brazzaville CG /Bucharest RO /Budapest HU /Buenos_Aires AR /Cairo EG /Caracas VE
/Chisinau MD /Colombo LK /Conakry GN /Copenhagen DK /Dakar SN /Damascus SY /Dhaka BD /Dublin IE /Dushanbe TJ
/Freetown SL /Gaborone BW /Harare ZW /Havana CU /Helsinki FI /Jakarta ID /Juba SS /Kabul AF /Kampala UG /Kathmandu NP
/Katmandu NP /Khartoum SD /Kiev UA /Kyiv UA /Kigali RW /Kinshasa CD /Kuala_Lumpur MY /La_Paz BO /Libreville GA /Lima PE
/Lisbon PT /Ljubljana SI /Lome TG /London GB /Luanda AO /Lusaka ZM /Madrid ES /Managua NI /Manila PH /Maputo MZ
/Mexico_City MX /Minsk BY /Mogadishu SO /Monrovia LR /Montevideo UY /Moscow RU /Muscat OM /Nairobi KE /Ndjamena TD
/Niamey NE /Nicosia CY /Nouakchott MR /Oslo NO /Ouagadougou BF /Paris FR /Phnom_Penh KH /Podgorica ME /Port-au-Prince HT
/Prague CZ /Pyongyang KP /Reykjavik IS /Riga LV /Riyadh SA /Rome IT /Santiago CL /Santo_Domingo DO /Sarajevo BA
/Seoul KR /Skopje MK /Sofia BG /Stockholm SE /Taipei TW /Tallinn EE /Tashkent UZ /Tbilisi GE /Tegucigalpa HN
/Tehran IR /Thimphu BT /Tirane AL /Tokyo JP /Tripoli LY /Tunis TN /Ulaanbaatar MN /Vienna AT /Vientiane LA /Vilnius LT
/Warsaw PL /Windhoek NA /Yerevan AM /Zagreb HR
"""
_SEAT_OF = dict(zip(_SEATS.split()[::2], _SEATS.split()[1::2], strict=True))
# Capitals after which no time zone is named, and so not among the places; folded stems in the five languages.
_MORE_SEATS = {
    "US": "washington uashington vasington",
    "TR": "ankar",
    "IN": "delhi delhit delhij",
    "PK": "islamabad iszlamabad",
    "VN": "hanoi hanoj",
    "XK": "pristin prishtin",
    "CA": "ottaw otav otaw",
    "CH": "bern berna berne",
}
_STEM_OF = {stem: country for country, stems in _MORE_SEATS.items() for stem in stems.split()}
_WORD = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_LONGEST_ENDING = 4


@lru_cache(maxsize=8192)
def countries(text: str) -> frozenset[str]:
    """The codes of the countries and cities that a text names, a seat of government as its country."""
    return frozenset().union(*(codes for _, codes in _named(text)))


def with_countries(alignment: Alignment, question: str, texts: Sequence[str]) -> Alignment:
    """An alignment in which the countries of the question are met by texts that speak of them, and by those alone."""
    asked = list(_named(question))
    if not asked or not texts:
        return alignment
    spoken = [countries(text) for text in texts]
    for words, codes in asked:
        of_it = np.array([bool(codes & some) for some in spoken])
        of_others = np.array([bool(some) for some in spoken]) & ~of_it
        alignment = alignment.met_alone(alignment.rows(words.__contains__), of_it, of_others, OTHER_COUNTRY)
    return alignment


def _named(text: str) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """The folded words of each place that a text names, the longest names first, and what they stand for."""
    bare = _DOTTED.sub(lambda found: found.group().replace(".", ""), text)
    words, folded = _WORD.findall(bare), _WORD.findall(fold(bare))
    if len(words) != len(folded):
        folded = [fold(word) for word in words]
    found = mentions(folded, [word[0].isupper() for word in words], [is_acronym(word) for word in words])
    found += [
        Mention(at, at + 1, frozenset({country}))
        for at, word in enumerate(folded)
        if words[at][0].isupper() and (country := _seat(word))
    ]
    taken: set[int] = set()
    for mention in sorted(found, key=lambda some: some.start - some.end):
        places = range(mention.start, mention.end)
        if taken.isdisjoint(places):
            taken.update(places)
            codes = frozenset(_SEAT_OF.get(code, code) for code in mention.places)
            yield frozenset(folded[at] for at in places), codes


def _seat(word: str) -> str:
    for cut in range(len(word), max(3, len(word) - _LONGEST_ENDING) - 1, -1):
        if word[:cut] in _STEM_OF:
            return _STEM_OF[word[:cut]]
    return ""
