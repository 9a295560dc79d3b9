"""The words for figures, dates and units in English; `rag.numbers.tables` tells how they are written."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, str]] = {
    "century": "century/centuries=1",
    "sea": "nautical=1",
    "part": "halves=2 third/thirds=3 quarter/quarters/fourth/fourths=4 fifth/fifths=5 sixth/sixths=6 "
    "seventh/sevenths=7 eighth/eighths=8 ninth/ninths=9 tenth/tenths=10",
    "quarter": "quarter=1 q=1",
    "minus": "minus=1",
    "number": "two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 "
    "fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 "
    "sixty=60 seventy=70 eighty=80 ninety=90 zero=0",
    "one": "one/a/an=1",
    "scale": "hundred=100 thousand/k=1e3 million/millions/mln/m/mn=1e6 billion/billions/bn/b=1e9 trillion/tn=1e12 "
    "dozen=12",
    "vague": "dozens/tens=10 hundreds=100 thousands=1e3 millions=1e6 billions=1e9 trillions=1e12",
    "some": "several/few=1",
    "ordinal": "second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12 "
    "thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 "
    "thirtieth=30 fortieth=40 fiftieth=50 sixtieth=60 seventieth=70 eightieth=80 ninetieth=90 hundredth=100",
    "day_one": "first=1",
    "half": "half=0.5",
    "and": "and=1",
    "link": "of=1 the=1 us=1 american=1 per=1",
    "power": "square/sq=2 cubic=3",
    "times": "twice=2 thrice=3",
    "month": "january/jan=1 february/feb=2 march=3 april/apr=4 may=5 june=6 july=7 august/aug=8 september/sept/sep=9 "
    "october/oct=10 november/nov=11 december/dec=12",
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
    "hryvnia/hryvnias=UAH yuan=CNY won=KRW yen=JPY dinar/dinars=RSD forint/forints=HUF lek/leke=ALL franc/francs=CHF "
    "lira/liras=TRY",
    "measure": "millimetre/millimeter/millimetres/millimeters=m:.001 "
    "centimetre/centimeter/centimetres/centimeters=m:.01 metre/meter/metres/meters=m:1 "
    "kilometre/kilometer/kilometres/kilometers=m:1000 mile/miles=m:1609.344 foot/feet/ft=m:.3048 gram/grams=g:1 "
    "kilogram/kilograms/kilo/kilos=g:1000 tonne/tonnes/ton/tons=g:1e6 seconds=s:1 minute/minutes=s:60 "
    "hour/hours=s:3600 degree/degrees=deg:1 litre/liter/litres/liters=l:1 hectare/hectares=m2:1e4 "
    "decade/decades=month:120 fortnight/fortnights=day:14",
}
