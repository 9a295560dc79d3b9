"""The words for figures, dates and units in Hungarian; `rag.numbers.tables` tells how they are written."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, str]] = {
    "sea": "tengeri=1",
    "century": "szazad*/evszazad*=1",
    "share": "fele/felet/felenek/felere=2 harmada/harmadat/harmadanak/harmadaval/harmadara/egyharmad*/egyharmada=3 "
    "negyede/negyedet/negyedenek/negyedevel/negyedere/egynegyed*/egynegyede=4 egyotod*=5 egyhatod*=6 egynyolcad*=8 "
    "egytized*=10 ketotod*=2.5 haromotod*=1.6666666666666667 negyotod*=1.25 otode/otodet/otodenek/otodevel/otodere=5 "
    "hatoda/hatodat/hatodaval=6 nyolcada/nyolcadat=8 tizede/tizedet/tizedenek/tizedevel/tizedere=10 "
    "ketharmad*/ketharmada/ketharmadat/ketharmadanak=1.5 haromnegyede/haromnegyedet/haromnegyedenek=1.3333333333333333",
    "quarter": "negyedev*=1",
    "minus": "minusz=1",
    "number": "nulla=0 masfel=1.5 husz/huszan=20 szazan=100 oten=5 hatan=6 het=7 tizen=10",
    "one": "egy=1",
    "scale": "szaz=100 "
    "ezer/ezret/ezren/ezerrel/ezerre/ezernel/ezerbol/ezertol/ezerhez/ezerig/ezernek/ezerben/ezres/e=1e3 "
    "millio*/mio/m=1e6 milliard*/mrd/mld=1e9 billio*=1e12 tucat*=12",
    "vague": "szazak*=100 ezrek*=1e3 tizezrek*=1e4 szazezrek*=1e5 milliok*=1e6 milliardok*=1e9 tucatnyi/tucatjai=10 "
    "tucatok=10",
    "some": "tobb/nehany/par=1",
    "ordinal": "masodik*=2 harmadik*=3 negyedik*=4 otodik*=5 hatodik*=6 hetedik*=7 nyolcadik*=8 kilencedik*=9 "
    "tizedik*=10 tizenegyedik*=11 tizenkettedik*=12 tizenharmadik*=13 tizennegyedik*=14 tizenotodik*=15 "
    "tizenhatodik*=16 tizenhetedik*=17 tizennyolcadik*=18 tizenkilencedik*=19 huszadik*=20 huszonegyedik*=21 "
    "harmincadik*=30 negyvenedik*=40 otvenedik*=50 szazadik*=100",
    "day_one": "elseje/elsejen=1",
    "half": "fel=0.5",
    "and": "es=1",
    "link": "amerikai=1 a=1 az=1",
    "month": "januar*/jan=1 februar*/febr=2 marcius*/marc=3 aprilis*/apr=4 majus*/maj=5 junius*/jun=6 julius*/jul=7 "
    "augusztus*/aug=8 szeptember*/szept=9 oktober*/okt=10 november*/nov=11 december*/dec=12",
    "weekday": "hetfo*=0 kedd*=1 szerda*=2 csutortok*=3 pentek*=4 szombat*=5 vasarnap*=6",
    "period": "nap/napon/napot/napja/nappal/napig/napra/naptol/napnal/naphoz/napbol/napos/napi/napnyi=day "
    "het/heten/hetet/hete/hettel/hetben/hetig/hetes/hetre/hettol/hetnel/hetbol/hetnyi=week honap*/hoban=month "
    "ev/evben/evet/eve/evvel/evig/eves/evre/evtol/evnel/evbol/evert/evhez/evnyi=year",
    "turn": "mult/elmult/elozo=-1 ez/e/iden/jelenlegi=0 jovo/kovetkezo=1",
    "day": "ma=0 tegnap=-1 tegnapelott=-2 holnap=1",
    "last_year": "tavaly=-1",
    "ago_after": "ezelott/korabban=1",
    "ago_within": "napja/hete/honapja/eve=1",
    "more": "legalabb=1",
    "more_than": "tobb=1",
    "less": "legfeljebb/akar=1",
    "less_than": "kevesebb=1",
    "than": "mint=1",
    "about": "korulbelul/hozzavetoleg/hozzavetolegesen/mintegy/nagyjabol/kozel/csaknem/majdnem=1",
    "to": "es=1",
    "percent": "szazalek*=1",
    "ordinal_suffix": "ik=1",
    "suffix": "an/en/on/ben/ban/as/es/os/ra/re/ig/tol/i/et/at/ot/t/e/a/je/ei/jen/ei/nel/bol/rol/val/vel/kor/nak/nek/"
    "hez/hoz/szer/szor=1",
    "year_cue": "ev/a/az=1",
    "currency": "dollar*=USD euro*/euros=EUR font*/sterling=GBP rubel*/rubel=RUB hrivny*/hrivnya*=UAH juan*=CNY "
    "von*/won=KRW jen*=JPY dinar*=RSD forint*/ft=HUF lek*=ALL frank*=CHF lira*=TRY",
    "measure": "millimeter*/millimeteres=m:.001 centimeter*=m:.01 meter*/meteres=m:1 kilometer*/kilometeres=m:1000 "
    "negyzetmeter*=m2:1 negyzetkilometer*=m2:1e6 kobmeter*=m3:1 merfold*=m:1609.344 gramm*=g:1 kilogramm*/kilo*=g:1000 "
    "tonna*=g:1e6 masodperc*=s:1 perc*=s:60 ora*/oras=s:3600 fok*=deg:1 liter*=l:1 hektar*=m2:1e4 evtized*=month:120",
}

ENDINGS: Final = (
    "t ot et at ban ben ba be bol ra re on en an n nak nek tol ig i ja je jan jen jaban jeben eben aban val vel ert "
    "dal del rol hoz hez hoz os es as nyi tal tel lal lel ral rel ea ei ai ok ek ak ja jat jet kal nal nel nyal nyi "
    "nel aval evel javal jevel ara ere jara jere anak enek abol ebol atol etol aba ebe"
)
"""What may follow a form marked `*`, besides nothing."""

JOINED: Final = (
    "egy=1 ket/ketto=2 harom=3 negy=4 ot=5 hat=6 het=7 nyolc=8 kilenc=9 tiz/tizen=10 husz/huszon=20 harminc=30 "
    "negyven=40 otven=50 hatvan=60 hetven=70 nyolcvan=80 kilencven=90 szaz=x100 ezer/ezr=x1000 millio=x1e6 "
    "milliard=x1e9 fel=0.5"
)
"""What number words are made of, which are written in one; `x` marks a multiplier."""
