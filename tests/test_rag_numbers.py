from __future__ import annotations

from datetime import date

import pytest

from rag.numbers import compatible, values
from tests.figures import LANGUAGES, PUBLISHED, read

# language | text | its values. A date without a year stands as --MM-DD, a range as low..high; "-" is no value at all.
TABLE = """
en | The army has 1,200 tanks | 1200
sq | Ushtria ka 1.200 tanke | 1200
sq | Ushtria ka 1,200 tanke | 1200
sq | Ushtria ka 1 200 tanke | 1200
sr | Vojska ima 1.200 tenkova | 1200
sr | Војска има 1.200 тенкова | 1200
sr | Vojska ima 1 200 tenkova | 1200
it | L'esercito ha 1.200 carri armati | 1200
it | L'esercito ha 1 200 carri armati | 1200
hu | A hadseregnek 1 200 tankja van | 1200
hu | A hadseregnek 1.200 tankja van | 1200
en | about 12,345,678.5 of them | 11111110.65..13580246.35
it | sono 12.345.678,5 in tutto | 12345678.5
hu | összesen 12 345 678,5 darab | 12345678.5
en | a rate of 1.200 | 1.2
it | un tasso di 0,125 | 0.125
en | 2.5 billion | 2500000000
sq | 2,5 miliardë | 2500000000
sr | 2,5 milijarde | 2500000000
sr | 2,5 милијарде | 2500000000
sr | 2,5 mlrd. | 2500000000
it | 2,5 miliardi | 2500000000
it | 2,5 mld | 2500000000
hu | 2,5 milliárd | 2500000000
hu | 2,5 mrd | 2500000000
hu | két és fél milliárd | 2500000000
en | two and a half billion | 2500000000
sr | dve i po milijarde | 2500000000
sr | две и по милијарде | 2500000000
it | due miliardi e mezzo | 2500000000
sq | dy miliardë e gjysmë | 2500000000
sq | dy e gjysmë miliardë | 2500000000
en | half a million people | 500000
sq | gjysmë milioni njerëz | 500000
sr | pola miliona ljudi | 500000
sr | пола милиона људи | 500000
it | mezzo milione di persone | 500000
hu | félmillió ember | 500000
hu | fél millió ember | 500000
en | millions of rockets | 1000000..999999999
sq | miliona raketa | 1000000..999999999
sr | milioni raketa | 1000000..999999999
sr | kupovina miliona raketa | 1000000..999999999
sr | милиони ракета | 1000000..999999999
it | milioni di missili | 1000000..999999999
hu | milliók vesznek | 1000000..999999999
hu | több millió rakéta | 2000000..10000000
sr | nekoliko miliona raketa | 2000000..10000000
sr | неколико милиона ракета | 2000000..10000000
sq | disa milionë raketa | 2000000..10000000
it | diversi milioni di missili | 2000000..10000000
en | several million rockets | 2000000..10000000
en | hundreds of people | 100..999
sq | qindra njerëz | 100..999
sr | stotine ljudi | 100..999
sr | стотине људи | 100..999
it | centinaia di persone | 100..999
hu | több száz ember | 200..1000
en | dozens of people | 10..99
sq | dhjetëra njerëz | 10..99
sr | desetine ljudi | 10..99
sr | десетине људи | 10..99
it | decine di persone | 10..99
hu | tucatnyi ember | 10..99
en | tens of thousands of shells | 10000..99999
sq | dhjetëra mijëra predha | 10000..99999
sr | desetine hiljada granata | 10000..99999
sr | десетине хиљада граната | 10000..99999
it | decine di migliaia di proiettili | 10000..99999
hu | több tízezer lövedék | 20000..100000
en | hundreds of thousands of shells | 100000..999999
sq | qindra mijëra predha | 100000..999999
sr | stotine hiljada granata | 100000..999999
it | centinaia di migliaia di proiettili | 100000..999999
hu | százezrek menekültek | 100000..99999999
en | seven people | 7
sq | shtatë njerëz | 7
sr | sedam ljudi | 7
sr | седам људи | 7
it | sette persone | 7
hu | hét ember | 7
en | twelve people | 12
sq | dymbëdhjetë njerëz | 12
sr | dvanaest ljudi | 12
sr | дванаест људи | 12
it | dodici persone | 12
hu | tizenkét ember | 12
en | twenty-five people | 25
sq | njëzet e pesë njerëz | 25
sr | dvadeset pet ljudi | 25
sr | dvadeset i pet ljudi | 25
sr | двадесет пет људи | 25
it | venticinque persone | 25
hu | huszonöt ember | 25
en | ninety-nine people | 99
sq | nëntëdhjetë e nëntë njerëz | 99
sr | devedeset devet ljudi | 99
sr | деведесет девет људи | 99
it | novantanove persone | 99
hu | kilencvenkilenc ember | 99
en | a hundred people | 100
sq | njëqind njerëz | 100
sr | sto ljudi | 100
sr | сто људи | 100
it | cento persone | 100
hu | száz ember | 100
en | two hundred and fifty people | 250
sq | dyqind e pesëdhjetë njerëz | 250
sr | dvesta pedeset ljudi | 250
sr | двеста педесет људи | 250
it | duecentocinquanta persone | 250
hu | kétszázötven ember | 250
en | three thousand two hundred people | 3200
sq | tre mijë e dyqind njerëz | 3200
sr | tri hiljade dvesta ljudi | 3200
sr | три хиљаде двеста људи | 3200
it | tremiladuecento persone | 3200
hu | háromezer-kétszáz ember | 3200
it | ventuno, trentotto | 21; 38
it | ventitré feriti | 23
hu | negyvenkét sebesült | 42
sr | petorica ranjenih | 5
sr | троје рањених | 3
en | 30 thousand soldiers | 30000
sq | 30 mijë ushtarë | 30000
sr | 30 hiljada vojnika | 30000
sr | 30 хиљада војника | 30000
it | 30mila soldati | 30000
hu | 30 ezer katona | 30000
en | 2 million 300 thousand people | 2300000
en | more than 30 people | 30..60
sq | më shumë se 30 njerëz | 30..60
sr | više od 30 ljudi | 30..60
sr | више од 30 људи | 30..60
it | più di 30 persone | 30..60
it | oltre 30 persone | 30..60
hu | több mint 30 ember | 30..60
en | at least 30 people | 30..60
sq | të paktën 30 njerëz | 30..60
sr | najmanje 30 ljudi | 30..60
it | almeno 30 persone | 30..60
hu | legalább 30 ember | 30..60
en | fewer than 30 people | 15..30
en | no more than 30 people | 15..30
en | no fewer than 30 people | 30..60
en | at most 30 people | 15..30
en | a maximum of 30 people | 15..30
sq | jo më shumë se 30 vetë | 15..30
sq | jo më pak se 30 vetë | 30..60
sq | më së shumti 30 vetë | 15..30
sr | ne više od 30 ljudi | 15..30
sr | не мање од 30 људи | 30..60
it | non più di 30 persone | 15..30
it | al massimo 30 persone | 15..30
it | sotto i 30 gradi | measure 15..30 deg
it | approssimativamente 30 persone | 27..33
hu | nem több mint 30 ember | 15..30
hu | nem kevesebb mint 30 ember | 30..60
sr | manje od 30 ljudi | 15..30
hu | kevesebb mint 30 ember | 15..30
it | meno di 30 persone | 15..30
en | between 10 and 20 people | 10..20
sr | između 10 i 20 ljudi | 10..20
it | tra 10 e 20 persone | 10..20
en | 30–40 people | 30..40
sr | 30 do 40 ljudi | 30..40
hu | 30-40 ember | 30..40
en | 2-3 million people | 2000000..3000000
en | the third time | ordinal 3
sq | hera e tretë | ordinal 3
sq | mozaik i shekullit III | ordinal 3
it | del XIX secolo | ordinal 19
sr | u 19. veku | ordinal 19
hu | a III. századból | ordinal 3
sr | uhapsili su petoricu muškaraca | 5
sr | ухапсили су двојицу мушкараца | 2
sr | rekla je Marta Kos | -
hu | 420 ezerrel | 420000
sr | treći put | ordinal 3
sr | трећи пут | ordinal 3
it | la terza volta | ordinal 3
hu | a harmadik alkalom | ordinal 3
en | the 30th victim | ordinal 30
en | the twenty-first victim | ordinal 21
en | the 2nd and 3rd armies | ordinal 2; ordinal 3
hu | a tizenötödik áldozat | ordinal 15
sr | dvadeset treća žrtva | ordinal 23
en | 5% of it | percent 5 %
en | 5.5 percent of it | percent 5.5 %
en | 5 per cent of it | percent 5 %
sq | 5 për qind e tyre | percent 5 %
sq | 5,5% e tyre | percent 5.5 %
sr | 5 odsto | percent 5 %
sr | 5,5 процената | percent 5.5 %
sr | pet procenata | percent 5 %
it | il 5 per cento | percent 5 %
it | il 5,5 % | percent 5.5 %
hu | 5 százalékot | percent 5 %
hu | öt százalék | percent 5 %
en | $2.5 billion | money 2500000000 USD
en | 30,000 US dollars | money 30000 USD
en | €30 million | money 30000000 EUR
sq | 30 milionë euro | money 30000000 EUR
sq | 30 mijë dollarë amerikanë | money 30000 USD
sr | 2,5 milijarde evra | money 2500000000 EUR
sr | 2,5 милијарде евра | money 2500000000 EUR
sr | 30.000 dinara | money 30000 RSD
it | 30 milioni di euro | money 30000000 EUR
it | 2,5 mld di dollari | money 2500000000 USD
hu | két és fél milliárd forint | money 2500000000 HUF
hu | 250 eurós emelés | money 250 EUR
hu | 30 millió dollárt | money 30000000 USD
sr | 30 EUR | money 30 EUR
en | 152mm shells | measure 0.152 m
en | 122-millimetre shells | measure 0.122 m
sq | 30 kilometra larg | measure 30000 m
sr | 30 kilometara od grada | measure 30000 m
sr | 30 км од града | measure 30000 m
it | 30 chilometri dalla città | measure 30000 m
hu | 30 kilométerre a várostól | measure 30000 m
it | 10 tonnellate | measure 10000000 g
hu | két hétig tartott | measure 14 day
hu | két hét alatt | measure 14 day
en | for two weeks | measure 14 day
sr | dve nedelje | measure 14 day
it | due settimane | measure 14 day
sq | dy javë | measure 14 day
en | on 5 September | --09-05
en | on September 5 | --09-05
en | on the 5th of September | --09-05
sq | më 5 shtator | --09-05
sr | 5. septembra | --09-05
sr | 5. септембра | --09-05
it | il 5 settembre | --09-05
it | il cinque settembre | --09-05
it | il primo settembre | --09-01
hu | szeptember 5-én | --09-05
hu | szeptember 5. | --09-05
en | 5–7 September | --09-05..--09-07
it | dal 5 al 7 settembre | --09-05..--09-07
sr | od 5. do 7. septembra | --09-05..--09-07
en | on 5 September 2022 | 2022-09-05
en | on September 5, 2022 | 2022-09-05
sq | më 5 shtator 2022 | 2022-09-05
sq | më 5 shtator të vitit 2022 | 2022-09-05
sr | 5. septembra 2022. godine | 2022-09-05
sr | 5. септембра 2022. године | 2022-09-05
it | il 5 settembre 2022 | 2022-09-05
hu | 2022. szeptember 5-én | 2022-09-05
sr | 05.09.2022. | 2022-09-05
sr | 5. 9. 2022. | 2022-09-05
hu | 2022. 09. 05. | 2022-09-05
en | 2022-09-05 | 2022-09-05
it | 05/09/2022 | 2022-09-05
en | in August | --08-01..--08-31
sq | në gusht | --08-01..--08-31
sr | u avgustu | --08-01..--08-31
sr | у августу | --08-01..--08-31
it | ad agosto | --08-01..--08-31
hu | augusztusban | --08-01..--08-31
en | in May | --05-01..--05-31
en | In March the army | --03-01..--03-31
sr | u maju | --05-01..--05-31
en | in September 2022 | 2022-09-01..2022-09-30
sq | në shtator të vitit 2022 | 2022-09-01..2022-09-30
sr | u septembru 2022. godine | 2022-09-01..2022-09-30
it | nel settembre del 2022 | 2022-09-01..2022-09-30
hu | 2022 szeptemberében | 2022-09-01..2022-09-30
en | since 2014 | 2014-01-01..2014-12-31
sq | që nga viti 2014 | 2014-01-01..2014-12-31
sr | od 2014. godine | 2014-01-01..2014-12-31
sr | од 2014. године | 2014-01-01..2014-12-31
it | dal 2014 | 2014-01-01..2014-12-31
hu | 2014-ben | 2014-01-01..2014-12-31
en | from 2014 to 2022 | 2014-01-01..2014-12-31; 2022-01-01..2022-12-31
en | the 1990s | 1990-01-01..1999-12-31
en | more than 2000 tanks | 2000..4000
en | on Monday | weekday 0
sq | të hënën | weekday 0
sr | u ponedeljak | weekday 0
sr | у понедељак | weekday 0
it | lunedì | weekday 0
hu | hétfőn | weekday 0
sr | u nedelju | weekday 6
sq | të dielën | weekday 6
hu | szerdán | weekday 2
it | giovedì | weekday 3
en | last month | relative -1 month
sq | muajin e kaluar | relative -1 month
sr | prošlog meseca | relative -1 month
sr | прошлог месеца | relative -1 month
it | il mese scorso | relative -1 month
hu | a múlt hónapban | relative -1 month
en | last week | relative -1 week
sq | javën e kaluar | relative -1 week
sr | prošle nedelje | relative -1 week
sr | прошле недеље | relative -1 week
it | la settimana scorsa | relative -1 week
it | la scorsa settimana | relative -1 week
hu | múlt héten | relative -1 week
en | last year | relative -1 year
sq | vitin e kaluar | relative -1 year
sr | prošle godine | relative -1 year
it | l'anno scorso | relative -1 year
hu | tavaly | relative -1 year
en | for several days last month | relative -1 month
en | next year | relative 1 year
hu | jövő héten | relative 1 week
en | yesterday | relative -1 day
sq | dje | relative -1 day
sr | juče | relative -1 day
sr | јуче | relative -1 day
it | ieri | relative -1 day
hu | tegnap | relative -1 day
en | three days ago | relative -3 day
sq | para tri ditësh | relative -3 day
sr | pre tri dana | relative -3 day
sr | пре три дана | relative -3 day
it | tre giorni fa | relative -3 day
hu | három nappal ezelőtt | relative -3 day
en | a month ago | relative -1 month
it | un mese fa | relative -1 month
en | Mohajer-6 drones and T-72 tanks of the G7 | -
sr | dronovi Šahed-136 | -
sr | дронови Шахед-136 | -
hu | MiG-29 repülők | -
it | i missili KN-23 e 3M-54 | -
en | one of them may march on | -
sr | što je rekao | -
sr | што је рекао | -
hu | őt ott látták | -
it | secondo un funzionario | -
sq | një zyrtar amerikan | -
it | un funzionario | -
hu | egy amerikai tisztviselő | -
en | version 1.2.3.4 | -
en | he won 3-1 at 10:30 a.m. | score 1..3; clock 630
en | on Sept. 5, 2022 | 2022-09-05
en | it paid $1.5m in 2019 | money 1500000 USD; 2019-01-01..2019-12-31
sr | hiljadu ljudi i stotinu vozila | 1000; 100
sq | e diela | weekday 6
sq | deri në 40 raketa | 20..40
sq | 5 milionë e 200 mijë | 5200000
hu | a tizenkilencedik | ordinal 19
hu | tegnapelőtt | relative -2 day
it | un miliardo e duecento milioni | 1200000000
sr | pre više od 30 dana, u junu 2021, 16 sporazuma | measure 30..60 day; 2021-06-01..2021-06-30; 16
en | half of the people | percent 50 %
en | two thirds of the voters | percent 66.66666667 %
en | a third of them | percent 33.33333333 %
en | three quarters of the votes | percent 75 %
en | the second half of the year | ordinal 2
sq | gjysma e votave | percent 50 %
sq | dy të tretat e votave | percent 66.66666667 %
sr | polovina glasova | percent 50 %
sr | dve trećine glasova | percent 66.66666667 %
sr | две трећине гласова | percent 66.66666667 %
sr | četvrtina birača | percent 25 %
sr | druga polovina godine | -
it | la metà dei voti | percent 50 %
it | due terzi degli elettori | percent 66.66666667 %
it | un quarto dei voti | percent 25 %
it | la seconda metà dell'anno | -
hu | a szavazatok kétharmada | percent 66.66666667 %
hu | a szavazók fele | percent 50 %
hu | háromnegyede | percent 75 %
hu | másfél millió | 1500000
en | one and a half million | 1500000
en | −5 °C | measure -5 deg
en | minus 5 degrees | measure -5 deg
en | 5 degrees | measure 5 deg
en | a flat of 500 m² | measure 500 m2
en | 500m2 of floor | measure 500 m2
en | 3 km² of forest | measure 3000000 m2
en | 500 square metres | measure 500 m2
en | 3 sq. km | measure 3000000 m2
en | 2 million cubic metres | measure 2000000 m3
en | 100 square feet | measure 9.290304 m2
en | 3 km from M2 | measure 3000 m
sq | 500 metra katrorë | measure 500 m2
sq | 50 metra kub | measure 50 m3
sq | 5 hektarë | measure 50000 m2
sr | 500 kvadratnih metara | measure 500 m2
sr | 500 metara kvadratnih | measure 500 m2
sr | 500 kubika | measure 500 m3
sr | три квадратна километра | measure 3000000 m2
it | 300 chilometri quadrati | measure 300000000 m2
it | 80 mq | measure 80 m2
it | 500 metri cubi di legno | measure 500 m3
hu | 3 négyzetkilométer | measure 3000000 m2
hu | 60 négyzetméteres lakás | measure 60 m2
hu | 500 köbméter | measure 500 m3
sq | minus 5 gradë | measure -5 deg
sr | minus 5 stepeni | measure -5 deg
sr | минус 5 степени | measure -5 deg
it | meno 5 gradi | measure -5 deg
hu | mínusz 5 fok | measure -5 deg
en | in the third quarter of 2022 | 2022-07-01..2022-09-30
en | in Q1 2022 | 2022-01-01..2022-03-31
sq | në tremujorin e tretë të vitit 2022 | 2022-07-01..2022-09-30
sr | u trećem kvartalu 2022. | 2022-07-01..2022-09-30
sr | у трећем тромесечју 2022. године | 2022-07-01..2022-09-30
it | nel terzo trimestre del 2022 | 2022-07-01..2022-09-30
hu | 2022 harmadik negyedévében | 2022-07-01..2022-09-30
en | a ten-year deal | measure 120 month
en | a decade-long deal | measure 120 month
en | for two decades | measure 240 month
en | a week-long strike | measure 7 day
en | the 68-kilometre pipe | measure 68000 m
en | 1.2 tonnes a year | measure 1200000 g
sq | kontratë dhjetëvjeçare | measure 120 month
sq | një 61-vjeçar | measure 732 month
sq | grevë 14-mujore | measure 14 month
sq | grevë dyditore | measure 2 day
sq | greva 48-orëshe | measure 172800 s
sq | një editor | -
sr | desetogodišnji ugovor | measure 120 month
sr | десетогодишњег уговора | measure 120 month
sr | šestomesečna pauza | measure 6 month
sr | sedmodnevni štrajk | measure 7 day
sr | 24-časovni štrajk | measure 86400 s
sr | 37-godišnji muškarac | measure 444 month
sr | devetnaestoro ljudi | 19
it | un contratto decennale | measure 120 month
it | un accordo quinquennale | measure 60 month
it | una pausa semestrale | measure 6 month
it | il 54enne | measure 648 month
it | un cinquantaquattrenne | measure 648 month
it | due decenni | measure 240 month
it | Ottenne il posto | -
hu | tízéves szerződés | measure 120 month
hu | kétnapos sztrájkot | measure 2 day
hu | egyhetes szünet | measure 7 day
hu | négyszázalékos emelés | percent 4 %
hu | két évtized | measure 240 month
en | four and a half years | measure 54 month
en | four years and a half | measure 54 month
en | four years and six months | measure 54 month
en | four years and two fines | measure 48 month; 2
sq | katër vjet e gjysmë | measure 54 month
sq | katër vjet e gjashtë muaj | measure 54 month
sr | četiri i po godine | measure 54 month
sr | четири године и шест месеци | measure 54 month
it | quattro anni e mezzo | measure 54 month
it | quattro anni e sei mesi | measure 54 month
it | due giorni e mezzo | measure 2.5 day
hu | négy és fél év | measure 54 month
hu | négy év és hat hónap | measure 54 month
en | 12 nautical miles away | measure 22224 m
sq | 12 milje detare | measure 22224 m
sr | 12 nautičkih milja | measure 22224 m
it | 12 miglia nautiche | measure 22224 m
hu | 12 tengeri mérföld | measure 22224 m
it | 12 miglia | measure 19312.128 m
en | one fifth lower | percent 20 %
en | a fifth cheaper | percent 20 %
en | a fifth man | ordinal 5
sq | një të dhjetën më i ulët | percent 10 %
it | un quinto in meno | percent 20 %
hu | egyötöddel olcsóbb | percent 20 %
hu | ötödével olcsóbb | percent 20 %
en | at 9.52pm | clock 1312
en | at 12:05 a.m. | clock 5
en | at 9.52 | 9.52
sq | rreth orës 21.40 | clock 1300
sq | në orën 22 | clock 1320
sr | u 21.40 | clock 1300
sr | у 21.40 часова | clock 1300
sr | u 21,40 odsto | percent 21.4 %
sr | u 21.40 odsto | percent 21.4 %
sr | za 22 časa | measure 79200 s
it | alle 21.40 | clock 1300
it | alle ore 22 | clock 1320
it | alle 10.500 persone | 10500
it | alle 4 e 17 | clock 257
it | 4 e 17 | 4; 17
hu | nyolcra emelkedett | 8
hu | huszonötöt mentettek ki | 25
hu | tízből hat | 10; 6
hu | ott hatnak | -
hu | 21.40-kor | clock 1300
hu | 22 órakor | clock 1320
de | 1.200 Menschen, 5 % | 1200; percent 5 %
"""
ROWS = [tuple(cell.strip() for cell in line.split(" | ")) for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize(("language", "text", "expected"), ROWS, ids=[f"{row[0]}: {row[1]}" for row in ROWS])
def test_a_figure_is_read_as_its_language_writes_it(language: str, text: str, expected: str) -> None:
    assert read(text, language) == expected


def test_the_table_holds_two_hundred_strings_of_five_languages_and_both_serbian_scripts() -> None:
    assert len(ROWS) >= 200 and {row[0] for row in ROWS} >= set(LANGUAGES)
    assert sum(any("а" <= letter <= "ш" for letter in row[1]) for row in ROWS) >= 30


def test_a_value_stands_at_its_offsets() -> None:
    text = "On Monday about 30,000 US dollars were paid to Mohajer-6 pilots in August 2022."
    assert [text[value.start : value.end] for value in values(text, "en")] == [
        "Monday", "30,000 US dollars", "August 2022",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "last month", "2022-08-01..2022-08-31"),
        ("sr", "prošlog meseca", "2022-08-01..2022-08-31"),
        ("sr", "прошлог месеца", "2022-08-01..2022-08-31"),
        ("hu", "a múlt hónapban", "2022-08-01..2022-08-31"),
        ("sq", "muajin e kaluar", "2022-08-01..2022-08-31"),
        ("it", "il mese scorso", "2022-08-01..2022-08-31"),
        ("en", "in August", "2022-08-01..2022-08-31"),
        ("it", "a dicembre", "2022-12-01..2022-12-31"),
        ("en", "last week", "2022-08-29..2022-09-04"),
        ("en", "last year", "2021-01-01..2021-12-31"),
        ("en", "yesterday", "2022-09-06"),
        ("sr", "pre tri dana", "2022-09-04"),
        ("en", "on Monday", "2022-09-05"),
        ("hu", "szerdán", "2022-09-07"),
        ("sq", "më 5 shtator", "2022-09-05"),
    ],
)
def test_a_relative_date_is_counted_from_the_publication(language: str, text: str, expected: str) -> None:
    assert read(text, language, PUBLISHED) == expected


def test_a_date_without_a_year_is_the_nearest_to_the_publication() -> None:
    assert read("on 30 December", "en", date(2023, 1, 3)) == "2022-12-30"
    assert read("on 2 January", "en", date(2022, 12, 30)) == "2023-01-02"


def test_what_cannot_be_counted_in_the_calendar_stays_relative() -> None:
    assert read("900 years ago", "en", date(500, 1, 1)) == "relative -900 year"
    assert read("29 February", "en", date(2023, 3, 1)) == "2023-02-28"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("en", "30 were killed"), ("sr", "ubijeno je trideset ljudi"), True),
        (("en", "30 were killed"), ("sr", "ubijeno je 80 ljudi"), False),
        (("en", "more than 30 were killed"), ("it", "31 morti"), True),
        (("en", "more than 30 were killed"), ("it", "80 morti"), False),
        (("en", "millions of shells"), ("hu", "több millió lövedék"), True),
        (("en", "millions of shells"), ("sq", "mijëra predha"), False),
        (("en", "$2.5 billion"), ("hu", "két és fél milliárd dollár"), True),
        (("en", "$2.5 billion"), ("hu", "két és fél millió dollár"), False),
        (("en", "$2.5 billion"), ("en", "300 shells"), True),
        (("en", "5 percent"), ("sr", "pet odsto"), True),
        (("en", "5 percent"), ("sr", "šest odsto"), False),
        (("en", "152 mm"), ("it", "15,2 centimetri"), True),
        (("en", "on 5 September"), ("hu", "2022. szeptember 5-én"), True),
        (("en", "on 6 September"), ("hu", "2022. szeptember 5-én"), False),
        (("en", "on 5 September"), ("sq", "në shtator"), True),
        (("en", "in August"), ("sq", "në shtator"), False),
        (("en", "on Monday"), ("sr", "5. septembra 2022."), True),
        (("en", "on Tuesday"), ("sr", "5. septembra 2022."), False),
        (("en", "on Tuesday"), ("it", "mercoledì"), False),
        (("en", "last month"), ("it", "il mese scorso"), True),
        (("en", "last month"), ("it", "la settimana scorsa"), True),
        (("en", "last month"), ("it", "la settimana scorsa e il mese prossimo"), False),
        (("en", "Mohajer-6 drones"), ("it", "droni Shahed-136"), True),
        (("en", "no figure at all"), ("it", "80 morti"), True),
    ],
)
def test_two_sentences_agree_when_each_kind_they_share_has_a_figure_in_common(
    one: tuple[str, str], other: tuple[str, str], expected: bool
) -> None:
    first, second = (values(text, language) for language, text in (one, other))
    assert compatible(first, second) is compatible(second, first) is expected
