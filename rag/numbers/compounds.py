"""Figures written in one word with what they count: "kétnapos", "desetogodišnji", "decennale", "cinquantaquattrenne".

The same second parts follow a numeral with a hyphen or with nothing between: "14-mujor", "54enne".
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

_NUMBERS: Final[dict[str, str]] = {
    "sq": "nje=1 dy=2 tre/tri=3 kater=4 pese=5 gjashte=6 shtate=7 tete=8 nente=9 dhjete=10 njembedhjete=11 "
    "dymbedhjete=12 trembedhjete=13 katermbedhjete=14 pesembedhjete=15 gjashtembedhjete=16 shtatembedhjete=17 "
    "tetembedhjete=18 nentembedhjete=19 njezet=20 tridhjete=30 dyzet=40 pesedhjete=50 gjashtedhjete=60 "
    "shtatedhjete=70 tetedhjete=80 nentedhjete=90 njeqind=100 e=0",
    "sr": "jedno=1 dvo=2 tro=3 cetvoro/cetvero/cetiri=4 peto/pet=5 sesto/sest=6 sedmo/sedam=7 osmo/osam=8 "
    "deveto/devet=9 deseto/deset=10 jedanaesto=11 dvanaesto=12 trinaesto=13 cetrnaesto=14 petnaesto=15 sesnaesto=16 "
    "sedamnaesto=17 osamnaesto=18 devetnaesto=19 dvadeset/dvadeseto=20 trideset/trideseto=30 cetrdeset/cetrdeseto=40 "
    "pedeset/pedeseto=50 sezdeset/sezdeseto=60 sedamdeset/sedamdeseto=70 osamdeset/osamdeseto=80 "
    "devedeset/devedeseto=90 sto=100",
    "it": "bi=2 tri=3 quadri=4 quinqu=5 dec=10 un=1 due=2 tre=3 quattr=4 cinqu=5 sei/se=6 sett=7 ott=8 nov=9 dic=10 "
    "undic=11 dodic=12 tredic=13 quattordic=14 quindic=15 sedic=16 diciassett=17 diciott=18 diciannov=19 vent/venti=20 "
    "trent/trenta=30 quarant/quaranta=40 cinquant/cinquanta=50 sessant/sessanta=60 settant/settanta=70 "
    "ottant/ottanta=80 novant/novanta=90",
    "hu": "egy=1 ket/ketto=2 harom=3 negy=4 ot=5 hat=6 het=7 nyolc=8 kilenc=9 tiz/tizen=10 husz/huszon=20 harminc=30 "
    "negyven=40 otven=50 hatvan=60 hetven=70 nyolcvan=80 kilencven=90 szaz=100 fel=0.5",
}
"""What the first part is made of, added up; all forms here are folded (`index.fold`)."""
_COUNTED: Final[dict[str, str]] = {
    "sq": "vjecar/vjecare/vjecari/vjecarit/vjecarin/vjecarja/vjecares/vjecaren=month:12 "
    "mujor/muajsh=month:1 javor/javesh=day:7 ditor/ditesh=day:1 oresh=s:3600 minutesh=s:60 "
    "metersh=m:1 kilometersh=m:1000",
    "sr": "godisnj/godisnjak/godisnjakinj=month:12 mesecn/mjesecn=month:1 nedeljn/nedjeljn/sedmicn=day:7 dnevn=day:1 "
    "casovn/satn=s:3600 minutn=s:60 decenijsk=month:120 kilometarsk=m:1000 metarsk=m:1 procentn/postotn=%:1",
    "it": "enn/ennal/ennio=month:12 mestr/mestral=month:1",
    "hu": "eves=month:12 honapos=month:1 hetes=day:7 napos=day:1 oras=s:3600 perces=s:60 evtizedes=month:120 "
    "kilometeres=m:1000 meteres=m:1 tonnas=g:1e6 hektaros=m2:1e4 szazalekos=%:1",
}
"""What the second part counts, as `unit:factor`, without its ending."""
_ENDINGS: Final[dict[str, str]] = {
    "sq": "e i it in et eve ve en es",
    "sr": "i a e o u og oga om im ih oj em eg ega emu",
    "it": "e i o",
    "hu": "t et at en on an nek nak ek ak eket akat re ra ben ban",
}


def compound(word: str, language: str) -> Mapping[str, str]:
    """The roles of a folded word: `length`, as "unit:amount", for a whole figure; `counted` for a second part.

    No roles for any other word.
    """
    counted, endings = _counted(language)
    for cut in range(len(word)):
        second = _stem(word[cut:], counted, endings)
        number = _number(word[:cut], language) if cut and second else 0.0
        if second and not cut:
            return {"counted": counted[second]}
        if number:
            unit, _, factor = counted[second].partition(":")
            return {"length": f"{unit}:{number * float(factor)}"}
    return {}


def _stem(word: str, counted: Mapping[str, str], endings: frozenset[str]) -> str:
    """The second part that a word is a form of, else ""."""
    return next((word[:cut] for cut in range(len(word), 2, -1) if word[:cut] in counted and word[cut:] in endings), "")


@lru_cache(maxsize=1024)
def _number(word: str, language: str) -> float:
    """The sum of the numbers that a word is made of, longest first; 0 for any other word."""
    atoms = _atoms(language)
    total, place = 0.0, 0
    while place < len(word):
        cut = next((cut for cut in range(len(word), place, -1) if word[place:cut] in atoms), place)
        if cut == place:
            return 0.0
        total, place = total + atoms[word[place:cut]], cut
    return total


@cache
def _atoms(language: str) -> Mapping[str, float]:
    return {form: float(value) for form, value in _read(_NUMBERS.get(language, "")).items()}


@cache
def _counted(language: str) -> tuple[Mapping[str, str], frozenset[str]]:
    return _read(_COUNTED.get(language, "")), frozenset({"", *_ENDINGS.get(language, "").split()})


def _read(spec: str) -> dict[str, str]:
    found = {}
    for item in spec.split():
        forms, _, value = item.partition("=")
        found.update(dict.fromkeys(forms.split("/"), value))
    return found
