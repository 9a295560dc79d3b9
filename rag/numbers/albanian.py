"""The words for figures, dates and units in Albanian; `rag.numbers.tables` tells how they are written."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, str]] = {
    "sea": "detare/detar=1",
    "century": "shekull/shekulli/shekullit/shekullin/shekuj/shekujve=1",
    "share": "gjysma/gjysmen/gjysmes=2",
    "part": "treta/treten/tretat=3 katerta/katerten/katertat/cerek/cereku/cerekun=4 pesta/pesten/pestat=5 "
    "gjashta/gjashten/gjashtat=6 shtata/shtaten/shtatat=7 teta/teten/tetat=8 nenta/nenten/nentat=9 "
    "dhjeta/dhjeten/dhjetat=10",
    "quarter": "tremujor*=1",
    "minus": "minus=1",
    "number": "dy=2 tre/tri=3 kater=4 pese=5 gjashte=6 shtate=7 tete=8 nente=9 dhjete=10 njembedhjete=11 "
    "dymbedhjete=12 trembedhjete=13 katermbedhjete=14 pesembedhjete=15 gjashtembedhjete=16 shtatembedhjete=17 "
    "tetembedhjete=18 nentembedhjete=19 njezet=20 tridhjete=30 dyzet=40 pesedhjete=50 gjashtedhjete=60 "
    "shtatedhjete=70 tetedhjete=80 nentedhjete=90 njeqind=100 dyqind=200 treqind=300 katerqind=400 peseqind=500 "
    "gjashteqind=600 shtateqind=700 teteqind=800 nenteqind=900 zero=0",
    "one": "nje=1",
    "scale": "qind=100 mije=1e3 milion/milioni/milione/milionesh/milioneve/mln=1e6 "
    "miliard/miliardi/miliarde/miliardesh/miliardeve/mld=1e9 duzine=12",
    "vague": "dhjetera=10 qindra=100 mijera/mijerave=1e3 miliona/milionave=1e6 miliarda=1e9",
    "some": "disa=1",
    "ordinal": "dyte/dyten=2 trete/treten=3 katert/katerten=4 peste/pesten=5",
    "day_one": "pare=1",
    "half": "gjysme/gjysem=0.5",
    "and": "e/dhe=1",
    "link": "te=1 amerikane=1 per=1 e=1 se=1",
    "power": "katror*=2 kub*=3",
    "month": "janar*=1 shkurt*=2 mars*=3 prill*=4 maj*=5 qershor*=6 korrik*=7 gusht*=8 shtator*=9 tetor*=10 "
    "nentor*=11 dhjetor*=12",
    "weekday": "hene/henen/henes/hena=0 marte/marten/martes/marta=1 merkure/merkuren/merkures/merkura=2 "
    "enjte/enjten/enjtes=3 premte/premten/premtes/premtja=4 shtune/shtunen/shtunes/shtuna=5 diel/dielen/dieles/diela=6",
    "period": "dite/diten/dites/ditesh/diteve=day jave/javen/javes/javesh=week muaj/muajin/muajit/muajsh/muajve=month "
    "vit/vitin/viti/vitit/vjet/vite/vitesh/viteve/vjetesh/vjec/vjece=year",
    "turn": "kaluar/shkuar=-1 kete/ketij=0 ardhshem/ardhshme/tjeter=1",
    "day": "sot=0 dje=-1 pardje=-2 neser=1",
    "ago_before": "para=1",
    "more": "mbi=1",
    "more_than": "shume=1 pakten=1",
    "less": "nen=1 deri=1",
    "less_than": "pak=1 deri=1",
    "than": "se/sesa/ne=1",
    "about": "rreth/perafersisht/afro/afersisht/gati/thuajse=1",
    "to": "deri/dhe=1",
    "between": "midis/mes/ndermjet=1",
    "percent": "perqind=1 qind=1",
    "ordinal_suffix": "te/ta/ti=1",
    "suffix": "n/s/es/it/in/at/en/a=1",
    "year_cue": "ne/vitin/viti/vitit/vitin/deri/qe/nga/gjate=1",
    "currency": "dollar*=USD euro*=EUR paund*/sterlin*=GBP rubla*/ruble*=RUB hrivnia*=UAH juan*=CNY von=KRW jen=JPY "
    "dinar*=RSD forint*=HUF lek*=ALL frang*=CHF lira*=TRY",
    "measure": "milimetra/milimetrash=m:.001 centimetra=m:.01 metra/meter/metrash=m:1 "
    "kilometra/kilometer/kilometrash=m:1000 milje=m:1609.344 gram*=g:1 kilogram*/kile=g:1000 ton*=g:1e6 "
    "sekonda/sekondash=s:1 minuta/minuta/minutash=s:60 ore/oresh=s:3600 grade=deg:1 litra=l:1 hektar*=m2:1e4 "
    "dekade/dekada/dekaden/dekadash=month:120",
}

ENDINGS: Final = "i it in e et eve ve ve es esh sh s te t at ash a u n ne nin"
"""What may follow a form marked `*`, besides nothing."""
