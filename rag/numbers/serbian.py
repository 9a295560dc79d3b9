"""The words for figures, dates and units in Serbian; `rag.numbers.tables` tells how they are written."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, str]] = {
    "sea": "nautick*/morsk*=1",
    "century": "vek*/vijek*/stolec*/stoljec*=1",
    "share": "polovin*=2 trecin*=3 cetvrtin*=4 petin*=5 sestin*=6 sedmin*=7 osmin*=8",
    "quarter": "kvartal*/tromesecj*/tromjesecj*=1",
    "minus": "minus=1",
    "number": "dva/dve/dvije/dvoje/dvema/dvjema/dvaju/dvojic*/obojic*=2 tri/troje/trima/triju/trojic*=3 "
    "cetiri/cetvoro/cetirima/cetvoric*=4 pet/petoro/petoric*=5 sest/sestoro/sestoric*=6 sedam/sedmoro/sedmoric*=7 "
    "osam/osmoro/osmoric*=8 devet/devetoro/devetoric*=9 deset/desetoro/desetoric*=10 "
    "jedanaest/jedanaestoro/jedanaestoric*=11 dvanaest/dvanaestoro/dvanaestoric*=12 "
    "trinaest/trinaestoro/trinaestoric*=13 cetrnaest/cetrnaestoro/cetrnaestoric*=14 "
    "petnaest/petnaestoro/petnaestoric*=15 sesnaest/sesnaestoro/sesnaestoric*=16 "
    "sedamnaest/sedamnaestoro/sedamnaestoric*=17 osamnaest/osamnaestoro/osamnaestoric*=18 "
    "devetnaest/devetnaestoro/devetnaestoric*=19 dvadeset/dvadesetoro=20 trideset=30 cetrdeset=40 pedeset=50 "
    "sezdeset=60 sedamdeset=70 osamdeset=80 devedeset=90 sto=100 dvesta/dvjesta/dvesto/dvjesto=200 trista/tristo=300 "
    "cetiristo/cetirista=400 petsto=500 sesto/seststo=600 sedamsto=700 osamsto=800 devetsto=900 nula=0 desetak=10 "
    "petnaestak=15 dvadesetak=20 tridesetak=30 pedesetak=50 stotinak=100",
    "one": "jedan/jedna/jednu/jedno/jednog/jedne=1",
    "scale": "stotin*=100 hiljad*/tisuc*/hilj=1e3 milion*/milijun*/mil/mln=1e6 milijard*/mlrd=1e9 bilion*=1e12 tuce=12",
    "vague": "desetin*=10 stotine/stotina/stotinama=100 hiljade/hiljada/hiljadama/tisuce=1e3 "
    "milioni/miliona/milione/milionima/milijuni/milijuna=1e6 milijarde/milijardi/milijardama=1e9",
    "some": "nekoliko/vise=1",
    "ordinal": "treci/treca/trece/treceg/trecem/trecu/trecoj=3 cetvrt*=4 pet*=5 sest*=6 sedm*=7 osm*=8 devet*=9 "
    "deset*=10 jedanaest*=11 dvanaest*=12 trinaest*=13 cetrnaest*=14 petnaest*=15 sesnaest*=16 sedamnaest*=17 "
    "osamnaest*=18 devetnaest*=19 dvadeset*=20 trideset*=30 cetrdeset*=40 pedeset*=50 sezdeset*=60 stot*=100",
    "day_one": "prvog/prvi/prvoga/prve/prvu/drugog/druge=1",
    "half": "po/pola/pol=0.5",
    "and": "i=1",
    "link": "od=1 americk*=1 us=1",
    "power": "kvadratn*=2 kubn*=3",
    "times": "dvaput=2 triput=3",
    "month": "januar*/sijecanj/sijecnja=1 februar*/veljaca/veljace=2 mart*/ozujak/ozujka=3 april*/travanj/travnja=4 "
    "maj*/svibanj/svibnja=5 jun*/juni/lipanj/lipnja=6 jul*/juli/srpanj/srpnja=7 avgust*/august*/kolovoz*=8 "
    "septembar/septembr*/rujan/rujna=9 oktobar/oktobr*/listopad*=10 novembar/novembr*/studeni/studenog=11 "
    "decembar/decembr*/prosinac/prosinca=12",
    "weekday": "ponedeljak/ponedeljka/ponedeljkom/ponedjeljak/ponedjeljka=0 utorak/utorka/utorkom=1 "
    "sreda/sredu/srede/sredom/srijeda/srijedu/srijede=2 cetvrtak/cetvrtka/cetvrtkom=3 petak/petka/petkom=4 "
    "subota/subotu/subote/subotom=5 nedelja/nedelju/nedelje/nedeljom/nedjelja/nedjelju/nedjelje=6",
    "period": "dan/dana/dane/danu/danom/dani=day "
    "nedelja/nedelju/nedelje/nedelji/nedjelja/nedjelju/nedjelje/sedmica/sedmicu/sedmice/sedmici/tjedan/tjedna/"
    "tjednu=week mesec*/mjesec*=month godin*/god/g=year",
    "turn": "prosl*/minul*=-1 ovaj/ove/ovog/ovoga/ova/ovu/tekuc*=0 sledec*/sljedec*/iduc*/naredn*=1",
    "day": "danas/veceras=0 juce/jucer=-1 prekjuce=-2 sutra=1",
    "last_year": "lane/lani=-1",
    "ago_before": "pre/prije=1",
    "more": "preko/iznad=1",
    "more_than": "vise/starij*/duzi/duze/duza/veci/veca/vece/vecu/veceg=1 najmanje/barem/bar=1",
    "less": "ispod/do/najvise/maksimalno=1",
    "less_than": "manje/mladj*/kraci/krace/kraca/manji/manja/manju/manjeg=1",
    "than": "od/nego=1",
    "about": "oko/otprilike/okvirno/priblizno/gotovo/skoro/blizu/circa=1",
    "to": "do/i=1",
    "between": "izmedju=1",
    "percent": "odsto/posto/procent*/procen*/procenat/procenata/postotak/postotaka=1",
    "ordinal_suffix": "i/ti/og/tog/og/ta/to=1",
    "suffix": "ih/im/oj/e/te=1",
    "year_cue": "u/od/do/godine/godinu/tokom/pocetkom/krajem/sredinom/iz/za=1",
    "currency": "dolar*=USD evr*/eur*=EUR funti/funt*=GBP rublj*/rubalj*=RUB grivnji/grivn*/hrivnj*=UAH juan*=CNY "
    "von*=KRW jen*=JPY dinar*/din=RSD forint*/forinti=HUF lek*=ALL frank*/franak*=CHF lir*=TRY",
    "measure": "milimetar/milimetr*/milimetara=m:.001 centimetar/centimetr*/centimetara=m:.01 metar/metr*/metara=m:1 "
    "kilometar/kilometr*/kilometara=m:1000 milj*=m:1609.344 gram*=g:1 kilogram*/kilo/kila=g:1000 ton*=g:1e6 "
    "kvadrat*=m2:1 kubika/kubik*=m3:1 sekund*/sekundi=s:1 minut*=s:60 sat/sata/sati/cas/casa/casova=s:3600 "
    "stepen*/stupanj/stupnjeva=deg:1 litar/litr*/litara=l:1 hektar*=m2:1e4 "
    "decenij*/deceniju/deceniji/decenija/decenije=month:120",
}

ENDINGS: Final = "a u e i o om em ama ima ih og oga oj im"
"""What may follow a form marked `*`, besides nothing."""
