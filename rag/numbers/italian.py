"""The words for figures, dates and units in Italian; `rag.numbers.tables` tells how they are written."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, str]] = {
    "sea": "nautiche/nautico/marine/marino=1",
    "century": "secolo/secoli=1",
    "share": "meta=2",
    "part": "terzo/terzi=3 quarto/quarti=4 quinto/quinti=5 sesto/sesti=6 settimo/settimi=7 ottavo/ottavi=8 "
    "nono/noni=9 decimo/decimi=10",
    "quarter": "trimestre=1",
    "minus": "meno=1",
    "number": "zero=0 cento=100",
    "one": "un/uno/una=1",
    "scale": "milione/milioni/mln=1e6 miliardo/miliardi/mld/mrd=1e9 centinaio/centinaia=100 migliaio/migliaia=1e3 "
    "dozzina=12 mila/mille=1e3",
    "vague": "decina/decine=10 dozzine=10 centinaio/centinaia=100 migliaio/migliaia=1e3 milioni=1e6 miliardi=1e9",
    "some": "diversi/diverse/alcuni/alcune/parecchie/varie=1",
    "ordinal": "terzo/terza=3 quarto/quarta=4 quinto/quinta=5 sesto/sesta=6 settimo/settima=7 ottavo/ottava=8 "
    "nono/nona=9 decimo/decima=10 undicesimo=11 dodicesimo=12 ventesimo/ventesima=20 trentesimo=30 centesimo=100",
    "day_one": "primo=1",
    "half": "mezzo/mezza=0.5",
    "and": "e=1",
    "link": "di=1 del=1 dei=1 d=1 per=1 l=1 americani=1 statunitensi=1",
    "power": "quadro/quadri/quadrato/quadrati=2 cubo/cubi/cubico/cubici=3",
    "month": "gennaio/gen=1 febbraio/feb=2 marzo=3 aprile/apr=4 maggio=5 giugno=6 luglio=7 agosto=8 settembre/sett=9 "
    "ottobre/ott=10 novembre/nov=11 dicembre/dic=12",
    "weekday": "lunedi=0 martedi=1 mercoledi=2 giovedi=3 venerdi=4 sabato=5 domenica=6",
    "period": "giorno/giorni=day settimana/settimane=week mese/mesi=month anno/anni=year",
    "turn": "scorso/scorsa/passato/passata=-1 questo/questa/quest/corrente=0 prossimo/prossima=1",
    "day": "oggi/stasera=0 ieri=-1 avantieri=-2 domani=1",
    "ago_after": "fa=1",
    "more": "oltre=1",
    "more_than": "piu=1 almeno=1",
    "less": "sotto=1",
    "less_than": "meno=1 massimo=1 fino=1",
    "than": "di/del/dei/a=1",
    "about": "circa/quasi/intorno/pressappoco/approssimativamente/incirca/grossomodo=1",
    "to": "a/al/e=1",
    "between": "tra/fra=1",
    "percent": "percento/cento=1",
    "ordinal_suffix": "o/a=1",
    "suffix": "s=1",
    "year_cue": "nel/dal/del/al/anno/di/fino/entro/l=1",
    "currency": "dollaro/dollari=USD euro=EUR sterlina/sterline=GBP rublo/rubli=RUB grivnia/grivnie/grivna=UAH "
    "yuan=CNY won=KRW yen=JPY dinaro/dinari=RSD fiorino/fiorini=HUF lek=ALL franco/franchi=CHF lira/lire=TRY",
    "measure": "millimetro/millimetri=m:.001 centimetro/centimetri=m:.01 metro/metri=m:1 "
    "chilometro/chilometri/km=m:1000 miglio/miglia=m:1609.344 grammo/grammi=g:1 "
    "chilo/chili/chilogrammo/chilogrammi=g:1000 tonnellata/tonnellate=g:1e6 secondi=s:1 minuto/minuti=s:60 "
    "ora/ore=s:3600 grado/gradi=deg:1 litro/litri=l:1 ettaro/ettari=m2:1e4 mq=m2:1 kmq=m2:1e6 "
    "decenni=month:120 ha=",  # "has"
}

JOINED: Final = (
    "uno=1 un=1 due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 undici=11 dodici=12 tredici=13 "
    "quattordici=14 quindici=15 sedici=16 diciassette=17 diciotto=18 diciannove=19 venti/vent=20 trenta/trent=30 "
    "quaranta/quarant=40 cinquanta/cinquant=50 sessanta/sessant=60 settanta/settant=70 ottanta/ottant=80 "
    "novanta/novant=90 cento/cent=x100 mila/mille=x1000"
)
"""What number words are made of, which are written in one; `x` marks a multiplier."""
