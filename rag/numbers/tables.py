"""The words for figures, dates and units in five languages; data only, read by `rag.numbers.tokens`.

Every form is folded (`index.fold`), so Serbian stands here once for both scripts. `a/b=3` gives two forms one "
        "value; a
form that ends in `*` also takes the language's `ENDINGS`. Months, weekdays and currencies are those of CLDR 47, with
the inflected forms that CLDR does not list. Left out on purpose, because in a sentence they mostly mean "
        "something else:
"one" and "first" in every language, Italian "secondo" (according to), Serbian "drugi" (other).
"""

from __future__ import annotations

from typing import Final

ENDINGS: Final[dict[str, str]] = {
    "sq": "i it in e et eve ve ve es esh sh s te t at ash a u n ne nin",
    "sr": "a u e i o om em ama ima ih og oga oj im",
    "hu": "t ot et at ban ben ba be bol ra re on en an n nak nek tol ig i ja je jan jen jaban jeben eben aban "
    "val vel ert dal del "
    "rol hoz hez hoz os es as nyi tal tel lal lel ral rel ea ei ai ok ek ak ja jat jet kal nal nel nyal nyi nel "
    "aval evel javal jevel ara ere jara jere anak enek abol ebol atol etol aba ebe",
}
"""What may follow a form marked `*`, besides nothing."""

DECIMAL_POINT: Final = frozenset({"en"})
"""Languages that write 1,200.5; the others write 1.200,5."""

LOOKALIKES: Final[dict[str, frozenset[str]]] = {
    "sr": frozenset({"što", "што"}),
    "hu": frozenset({"őt", "felé"}),
    "it": frozenset({"meta", "ottenne"}),
}
"""Words that folding turns into a figure: "what" into a hundred, "him" into five, "obtained" into eight years."""

JOINED: Final[dict[str, str]] = {
    "it": "uno=1 un=1 due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 undici=11 dodici=12 "
    "tredici=13 quattordici=14 quindici=15 sedici=16 diciassette=17 diciotto=18 diciannove=19 venti/vent=20 "
    "trenta/trent=30 quaranta/quarant=40 cinquanta/cinquant=50 sessanta/sessant=60 settanta/settant=70 "
    "ottanta/ottant=80 novanta/novant=90 cento/cent=x100 mila/mille=x1000",
    "hu": "egy=1 ket/ketto=2 harom=3 negy=4 ot=5 hat=6 het=7 nyolc=8 kilenc=9 tiz/tizen=10 husz/huszon=20 harminc=30 "
    "negyven=40 otven=50 hatvan=60 hetven=70 nyolcvan=80 kilencven=90 szaz=x100 ezer/ezr=x1000 millio=x1e6 "
    "milliard=x1e9 fel=0.5",
}
"""What number words of a language that writes them in one are made of; `x` marks a multiplier."""

WORDS: Final[dict[str, dict[str, str]]] = {
    "en": {
        "century": "century/centuries=1",
        "sea": "nautical=1",
        "part": "halves=2 third/thirds=3 quarter/quarters/fourth/fourths=4 fifth/fifths=5 sixth/sixths=6 "
        "seventh/sevenths=7 eighth/eighths=8 ninth/ninths=9 tenth/tenths=10",
        "quarter": "quarter=1 q=1",
        "minus": "minus=1",
        "number": "two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 "
        "fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 "
        "fifty=50 "
        "sixty=60 seventy=70 eighty=80 ninety=90 zero=0",
        "one": "one/a/an=1",
        "scale": "hundred=100 thousand/k=1e3 million/millions/mln/m/mn=1e6 billion/billions/bn/b=1e9 trillion/"
        "tn=1e12 "
        "dozen=12",
        "vague": "dozens/tens=10 hundreds=100 thousands=1e3 millions=1e6 billions=1e9 trillions=1e12",
        "some": "several/few=1",
        "ordinal": "second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 "
        "twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 "
        "twentieth=20 thirtieth=30 fortieth=40 fiftieth=50 sixtieth=60 seventieth=70 eightieth=80 ninetieth=90 "
        "hundredth=100",
        "day_one": "first=1",
        "half": "half=0.5",
        "and": "and=1",
        "link": "of=1 the=1 us=1 american=1 per=1 cubic=1 square=1",
        "times": "twice=2 thrice=3",
        "month": "january/jan=1 february/feb=2 march=3 april/apr=4 may=5 june=6 july=7 august/aug=8 "
        "september/sept/sep=9 october/oct=10 november/nov=11 december/dec=12",
        "weekday": "monday/mondays=0 tuesday/tuesdays=1 wednesday/wednesdays=2 thursday/thursdays=3 friday/fridays=4 "
        "saturday/saturdays=5 sunday/sundays=6",
        "period": "day/days=day week/weeks=week month/months=month year/years=year",
        "turn": "last/previous/past=-1 this/current=0 next/coming=1",
        "day": "today/tonight=0 yesterday=-1 tomorrow=1",
        "ago_after": "ago=1 earlier=1",
        "more": "over/exceeding=1",
        "more_than": "more/older/longer/higher/greater/larger=1 least=1",
        "less": "under/below=1",
        "less_than": "less/younger/shorter/lower/smaller=1 fewer=1 most=1 up=1",
        "than": "than=1 to=1",
        "about": "about/around/roughly/approximately/some/nearly/almost/circa=1",
        "to": "to/and=1",
        "between": "between=1",
        "percent": "percent/pct/cent=1",
        "ordinal_suffix": "st/nd/rd/th=1",
        "suffix": "s=1",
        "year_cue": "in/since/by/until/of/from/year/during/mid/pre/post/early/late=1",
        "currency": "dollar/dollars=USD euro/euros=EUR pound/pounds=GBP ruble/rubles/rouble/roubles=RUB "
        "hryvnia/hryvnias=UAH yuan=CNY won=KRW yen=JPY dinar/dinars=RSD forint/forints=HUF lek/leke=ALL "
        "franc/francs=CHF lira/liras=TRY",
        "measure": "millimetre/millimeter/millimetres/millimeters=m:.001 centimetre/centimeter/centimetres/"
        "centimeters=m:.01 metre/meter/metres/meters=m:1 kilometre/kilometer/kilometres/kilometers=m:1000 "
        "mile/miles=m:1609.344 foot/feet=m:.3048 gram/grams=g:1 kilogram/kilograms/kilo/kilos=g:1000 "
        "tonne/tonnes/ton/tons=g:1e6 seconds=s:1 minute/minutes=s:60 hour/hours=s:3600 degree/degrees=deg:1 "
        "litre/liter/litres/liters=l:1 hectare/hectares=ha:1 decade/decades=month:120 fortnight/fortnights=day:14",
    },
    "sq": {
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
        "month": "janar*=1 shkurt*=2 mars*=3 prill*=4 maj*=5 qershor*=6 korrik*=7 gusht*=8 shtator*=9 tetor*=10 "
        "nentor*=11 dhjetor*=12",
        "weekday": "hene/henen/henes/hena=0 marte/marten/martes/marta=1 merkure/merkuren/merkures/merkura=2 enjte/"
        "enjten/enjtes=3 "
        "premte/premten/premtes/premtja=4 shtune/shtunen/shtunes/shtuna=5 diel/dielen/dieles/diela=6",
        "period": "dite/diten/dites/ditesh/diteve=day jave/javen/javes/javesh=week muaj/muajin/muajit/muajsh/"
        "muajve=month "
        "vit/vitin/viti/vitit/vjet/vite/vitesh/viteve/vjetesh=year",
        "turn": "kaluar/shkuar=-1 kete/ketij=0 ardhshem/ardhshme/tjeter=1",
        "day": "sot=0 dje=-1 pardje=-2 neser=1",
        "ago_before": "para=1",
        "more": "mbi=1",
        "more_than": "shume=1 pakten=1",
        "less": "nen=1 deri=1",
        "less_than": "pak=1 deri=1",
        "than": "se/sesa/ne=1",
        "about": "rreth/afro/afersisht/gati/thuajse=1",
        "to": "deri/dhe=1",
        "between": "midis/mes/ndermjet=1",
        "percent": "perqind=1 qind=1",
        "ordinal_suffix": "te/ta/ti=1",
        "suffix": "n/s/es/it/in/at/en/a=1",
        "year_cue": "ne/vitin/viti/vitit/vitin/deri/qe/nga/gjate=1",
        "currency": "dollar*=USD euro*=EUR paund*/sterlin*=GBP rubla*/ruble*=RUB hrivnia*=UAH juan*=CNY von=KRW "
        "jen=JPY "
        "dinar*=RSD forint*=HUF lek*=ALL frang*=CHF lira*=TRY",
        "measure": "milimetra/milimetrash=m:.001 centimetra=m:.01 metra/meter/metrash=m:1 "
        "kilometra/kilometer/kilometrash=m:1000 milje=m:1609.344 gram*=g:1 kilogram*/kile=g:1000 ton*=g:1e6 "
        "sekonda/sekondash=s:1 minuta/minuta/minutash=s:60 ore/oresh=s:3600 grade=deg:1 litra=l:1 hektare=ha:1 "
        "dekade/dekada/dekaden/dekadash=month:120",
    },
    "sr": {
        "sea": "nautick*/morsk*=1",
        "century": "vek*/vijek*/stolec*/stoljec*=1",
        "share": "polovin*=2 trecin*=3 cetvrtin*=4 petin*=5 sestin*=6 sedmin*=7 osmin*=8",
        "quarter": "kvartal*/tromesecj*/tromjesecj*=1",
        "minus": "minus=1",
        "number": "dva/dve/dvije/dvoje/dvema/dvjema/dvaju/dvojic*/obojic*=2 tri/troje/trima/triju/trojic*=3 "
        "cetiri/cetvoro/cetirima/cetvoric*=4 pet/petoro/petoric*=5 sest/sestoro/sestoric*=6 sedam/sedmoro/"
        "sedmoric*=7 "
        "osam/osmoro/osmoric*=8 devet/devetoro/devetoric*=9 deset/desetoro/desetoric*=10"
        " jedanaest/jedanaestoro/jedanaestoric*=11 "
        "dvanaest/dvanaestoro/dvanaestoric*=12 trinaest/trinaestoro/trinaestoric*=13 "
        "cetrnaest/cetrnaestoro/cetrnaestoric*=14 petnaest/petnaestoro/petnaestoric*=15 "
        "sesnaest/sesnaestoro/sesnaestoric*=16 sedamnaest/sedamnaestoro/sedamnaestoric*=17 "
        "osamnaest/osamnaestoro/osamnaestoric*=18 devetnaest/devetnaestoro/devetnaestoric*=19 "
        "dvadeset/dvadesetoro=20 trideset=30 cetrdeset=40 pedeset=50 sezdeset=60 sedamdeset=70 "
        "osamdeset=80 devedeset=90 sto=100 dvesta/dvjesta/dvesto/dvjesto=200 trista/tristo=300 cetiristo/"
        "cetirista=400 "
        "petsto=500 sesto/seststo=600 sedamsto=700 osamsto=800 devetsto=900 nula=0 desetak=10 petnaestak=15 "
        "dvadesetak=20 tridesetak=30 "
        "pedesetak=50 stotinak=100",
        "one": "jedan/jedna/jednu/jedno/jednog/jedne=1",
        "scale": "stotin*=100 hiljad*/tisuc*/hilj=1e3 milion*/milijun*/mil/mln=1e6 milijard*/mlrd=1e9 bilion*=1e12 "
        "tuce=12",
        "vague": "desetin*=10 stotine/stotina/stotinama=100 hiljade/hiljada/hiljadama/tisuce=1e3 "
        "milioni/miliona/milione/milionima/milijuni/milijuna=1e6 milijarde/milijardi/milijardama=1e9",
        "some": "nekoliko/vise=1",
        "ordinal": "treci/treca/trece/treceg/trecem/trecu/trecoj=3 cetvrt*=4 pet*=5 sest*=6 sedm*=7 osm*=8 devet*=9 "
        "deset*=10 jedanaest*=11 dvanaest*=12 trinaest*=13 cetrnaest*=14 petnaest*=15 sesnaest*=16 sedamnaest*=17 "
        "osamnaest*=18 devetnaest*=19 dvadeset*=20 trideset*=30 cetrdeset*=40 pedeset*=50 sezdeset*=60 stot*=100",
        "day_one": "prvog/prvi/prvoga/prve/prvu/drugog/druge=1",
        "half": "po/pola/pol=0.5",
        "and": "i=1",
        "link": "od=1 americk*=1 us=1 kubnih=1 kvadratnih=1",
        "times": "dvaput=2 triput=3",
        "month": "januar*/sijecanj/sijecnja=1 februar*/veljaca/veljace=2 mart*/ozujak/ozujka=3 april*/travanj/"
        "travnja=4 "
        "maj*/svibanj/svibnja=5 jun*/juni/lipanj/lipnja=6 jul*/juli/srpanj/srpnja=7 avgust*/august*/kolovoz*=8 "
        "septembar/septembr*/rujan/rujna=9 oktobar/oktobr*/listopad*=10 novembar/novembr*/studeni/studenog=11 "
        "decembar/decembr*/prosinac/prosinca=12",
        "weekday": "ponedeljak/ponedeljka/ponedeljkom/ponedjeljak/ponedjeljka=0 utorak/utorka/utorkom=1 "
        "sreda/sredu/srede/sredom/srijeda/srijedu/srijede=2 cetvrtak/cetvrtka/cetvrtkom=3 petak/petka/petkom=4 "
        "subota/subotu/subote/subotom=5 nedelja/nedelju/nedelje/nedeljom/nedjelja/nedjelju/nedjelje=6",
        "period": "dan/dana/dane/danu/danom/dani=day nedelja/nedelju/nedelje/nedelji/nedjelja/nedjelju/nedjelje/"
        "sedmica/sedmicu/sedmice/sedmici/tjedan/tjedna/tjednu=week mesec*/mjesec*=month godin*/god/g=year",
        "turn": "prosl*/minul*=-1 ovaj/ove/ovog/ovoga/ova/ovu/tekuc*=0 sledec*/sljedec*/iduc*/naredn*=1",
        "day": "danas/veceras=0 juce/jucer=-1 prekjuce=-2 sutra=1",
        "last_year": "lane/lani=-1",
        "ago_before": "pre/prije=1",
        "more": "preko/iznad=1",
        "more_than": "vise/starij*/duzi/duze/duza/veci/veca/vece/vecu/veceg=1 najmanje/barem/bar=1",
        "less": "ispod/do/najvise=1",
        "less_than": "manje/mladj*/kraci/krace/kraca/manji/manja/manju/manjeg=1",
        "than": "od/nego=1",
        "about": "oko/otprilike/priblizno/gotovo/skoro/blizu/circa=1",
        "to": "do/i=1",
        "between": "izmedju=1",
        "percent": "odsto/posto/procent*/procen*/procenat/procenata/postotak/postotaka=1",
        "ordinal_suffix": "i/ti/og/tog/og/ta/to=1",
        "suffix": "ih/im/oj/e/te=1",
        "year_cue": "u/od/do/godine/godinu/tokom/pocetkom/krajem/sredinom/iz/za=1",
        "currency": "dolar*=USD evr*/eur*=EUR funti/funt*=GBP rublj*/rubalj*=RUB grivnji/grivn*/hrivnj*=UAH "
        "juan*=CNY "
        "von*=KRW jen*=JPY dinar*/din=RSD forint*/forinti=HUF lek*=ALL frank*/franak*=CHF lir*=TRY",
        "measure": "milimetar/milimetr*/milimetara=m:.001 centimetar/centimetr*/centimetara=m:.01 metar/metr*/"
        "metara=m:1 "
        "kilometar/kilometr*/kilometara=m:1000 milj*=m:1609.344 gram*=g:1 kilogram*/kilo/kila=g:1000 ton*=g:1e6 "
        "kubika/kubik*=m:1 "
        "sekund*/sekundi=s:1 minut*=s:60 sat/sata/sati/cas/casa/casova=s:3600 stepen*/stupanj/stupnjeva=deg:1 "
        "litar/litr*/litara=l:1 hektar*=ha:1 decenij*/deceniju/deceniji/decenija/decenije=month:120",
    },
    "it": {
        "sea": "nautiche/nautico/marine/marino=1",
        "century": "secolo/secoli=1",
        "share": "meta=2",
        "part": "terzo/terzi=3 quarto/quarti=4 quinto/quinti=5 sesto/sesti=6 settimo/settimi=7 ottavo/ottavi=8 "
        "nono/noni=9 decimo/decimi=10",
        "quarter": "trimestre=1",
        "minus": "meno=1",
        "number": "zero=0 cento=100",
        "one": "un/uno/una=1",
        "scale": "milione/milioni/mln=1e6 miliardo/miliardi/mld/mrd=1e9 centinaio/centinaia=100 migliaio/"
        "migliaia=1e3 "
        "dozzina=12 mila/mille=1e3",
        "vague": "decina/decine=10 dozzine=10 centinaio/centinaia=100 migliaio/migliaia=1e3 milioni=1e6 miliardi=1e9",
        "some": "diversi/diverse/alcuni/alcune/parecchie/varie=1",
        "ordinal": "terzo/terza=3 quarto/quarta=4 quinto/quinta=5 sesto/sesta=6 settimo/settima=7 ottavo/ottava=8 "
        "nono/nona=9 decimo/decima=10 undicesimo=11 dodicesimo=12 ventesimo/ventesima=20 trentesimo=30 centesimo=100",
        "day_one": "primo=1",
        "half": "mezzo/mezza=0.5",
        "and": "e=1",
        "link": "di=1 del=1 dei=1 d=1 per=1 l=1 americani=1 statunitensi=1",
        "month": "gennaio/gen=1 febbraio/feb=2 marzo=3 aprile/apr=4 maggio=5 giugno=6 luglio=7 agosto=8 "
        "settembre/sett=9 "
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
        "about": "circa/quasi/intorno/pressappoco=1",
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
        "ora/ore=s:3600 grado/gradi=deg:1 litro/litri=l:1 ettaro/ettari=ha:1 decenni=month:120 ha=",  # "has"
    },
    "hu": {
        "sea": "tengeri=1",
        "century": "szazad*/evszazad*=1",
        "share": "fele/felet/felenek/felere=2 harmada/harmadat/harmadanak/harmadaval/harmadara/egyharmad*/egyharmada=3 "
        "negyede/negyedet/negyedenek/negyedevel/negyedere/egynegyed*/egynegyede=4 "
        "egyotod*=5 egyhatod*=6 egynyolcad*=8 egytized*=10 ketotod*=2.5 "
        "haromotod*=1.6666666666666667 negyotod*=1.25 otode/otodet/otodenek/otodevel/otodere=5 "
        "hatoda/hatodat/hatodaval=6 "
        "nyolcada/nyolcadat=8 tizede/tizedet/tizedenek/tizedevel/tizedere=10 "
        "ketharmad*/ketharmada/ketharmadat/ketharmadanak=1.5 "
        "haromnegyede/haromnegyedet/haromnegyedenek=1.3333333333333333",
        "quarter": "negyedev*=1",
        "minus": "minusz=1",
        "number": "nulla=0 masfel=1.5 husz/huszan=20 szazan=100 oten=5 hatan=6 het=7 tizen=10",
        "one": "egy=1",
        "scale": "szaz=100 "
        "ezer/ezret/ezren/ezerrel/ezerre/ezernel/ezerbol/ezertol/ezerhez/ezerig/ezernek/ezerben/ezres/e=1e3 "
        "millio*/mio/m=1e6 milliard*/mrd/mld=1e9 billio*=1e12 tucat*=12",
        "vague": "szazak*=100 ezrek*=1e3 tizezrek*=1e4 szazezrek*=1e5 milliok*=1e6 milliardok*=1e9 tucatnyi/"
        "tucatjai=10 "
        "tucatok=10",
        "some": "tobb/nehany/par=1",
        "ordinal": "masodik*=2 harmadik*=3 negyedik*=4 otodik*=5 hatodik*=6 hetedik*=7 nyolcadik*=8 kilencedik*=9 "
        "tizedik*=10 tizenegyedik*=11 tizenkettedik*=12 tizenharmadik*=13 tizennegyedik*=14 tizenotodik*=15 "
        "tizenhatodik*=16 tizenhetedik*=17 "
        "tizennyolcadik*=18 tizenkilencedik*=19 "
        "huszadik*=20 huszonegyedik*=21 harmincadik*=30 negyvenedik*=40 otvenedik*=50 szazadik*=100",
        "day_one": "elseje/elsejen=1",
        "half": "fel=0.5",
        "and": "es=1",
        "link": "amerikai=1 a=1 az=1",
        "month": "januar*/jan=1 februar*/febr=2 marcius*/marc=3 aprilis*/apr=4 majus*/maj=5 junius*/jun=6 "
        "julius*/jul=7 "
        "augusztus*/aug=8 szeptember*/szept=9 oktober*/okt=10 november*/nov=11 december*/dec=12",
        "weekday": "hetfo*=0 kedd*=1 szerda*=2 csutortok*=3 pentek*=4 szombat*=5 vasarnap*=6",
        "period": "nap/napon/napot/napja/nappal/napig/napra/naptol/napnal/naphoz/napbol/napos/napi/napnyi=day "
        "het/heten/hetet/hete/hettel/hetben/hetig/hetes/hetre/hettol/hetnel/hetbol/hetnyi=week "
        "honap*/hoban=month "
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
        "about": "korulbelul/mintegy/nagyjabol/kozel/csaknem/majdnem=1",
        "to": "es=1",
        "percent": "szazalek*=1",
        "ordinal_suffix": "ik=1",
        "suffix": "an/en/on/ben/ban/as/es/os/ra/re/ig/tol/i/et/at/ot/t/e/a/je/ei/jen/ei/nel/bol/rol/val/vel/kor/"
        "nak/nek/"
        "hez/hoz/szer/szor=1",
        "year_cue": "ev/a/az=1",
        "currency": "dollar*=USD euro*/euros=EUR font*/sterling=GBP rubel*/rubel=RUB hrivny*/hrivnya*=UAH juan*=CNY "
        "von*/won=KRW "
        "jen*=JPY dinar*=RSD forint*/ft=HUF lek*=ALL frank*=CHF lira*=TRY",
        "measure": "millimeter*/millimeteres=m:.001 centimeter*=m:.01 meter*/meteres=m:1 "
        "kobmeter*/negyzetmeter*=m:1 "
        "kilometer*/kilometeres=m:1000 merfold*=m:1609.344 gramm*=g:1 kilogramm*/kilo*=g:1000 tonna*=g:1e6 "
        "masodperc*=s:1 perc*=s:60 ora*/oras=s:3600 fok*=deg:1 liter*=l:1 hektar*=ha:1 evtized*=month:120",
    },
}

EVERYWHERE: Final[dict[str, str]] = {
    "currency": "usd/$=USD eur/€=EUR gbp/£=GBP rub/₽=RUB rsd=RSD huf=HUF chf=CHF uah/₴=UAH cny=CNY jpy/¥=JPY krw=KRW",
    "measure": "mm=m:.001 cm=m:.01 km=m:1000 kg=g:1000 kw=W:1e3 mw=W:1e6 gw=W:1e9 ha=ha:1 °=deg:1",
    "percent": "%=1",
}
"""What every language writes alike."""
