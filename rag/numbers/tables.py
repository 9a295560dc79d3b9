"""The words for figures, dates and units in five languages; data only, read by `rag.numbers.tokens`.

Every form is folded (`index.fold`), so Serbian stands here once for both scripts. `a/b=3` gives two forms one value; a
form that ends in `*` also takes the language's `ENDINGS`. Months, weekdays and currencies are those of CLDR 47, with
the inflected forms that CLDR does not list. Left out on purpose, because in a sentence they mostly mean something else:
"one" and "first" in every language, Italian "secondo" (according to), Serbian "drugi" (other).
"""

from __future__ import annotations

from typing import Final

from rag.numbers import albanian, english, hungarian, italian, serbian

WORDS: Final[dict[str, dict[str, str]]] = {
    "en": english.WORDS,
    "sq": albanian.WORDS,
    "sr": serbian.WORDS,
    "it": italian.WORDS,
    "hu": hungarian.WORDS,
}
ENDINGS: Final[dict[str, str]] = {"sq": albanian.ENDINGS, "sr": serbian.ENDINGS, "hu": hungarian.ENDINGS}
JOINED: Final[dict[str, str]] = {"it": italian.JOINED, "hu": hungarian.JOINED}

DECIMAL_POINT: Final = frozenset({"en"})
"""Languages that write 1,200.5; the others write 1.200,5."""

LOOKALIKES: Final[dict[str, frozenset[str]]] = {
    "sr": frozenset({"što", "што"}),
    "hu": frozenset({"őt", "felé"}),
    "it": frozenset({"meta", "ottenne"}),
}
"""Words that folding turns into a figure: "what" into a hundred, "him" into five, "obtained" into eight years."""

EVERYWHERE: Final[dict[str, str]] = {
    "currency": "usd/$=USD eur/€=EUR gbp/£=GBP rub/₽=RUB rsd=RSD huf=HUF chf=CHF uah/₴=UAH cny=CNY jpy/¥=JPY krw=KRW",
    "measure": "mm=m:.001 cm=m:.01 km=m:1000 cm2=m2:1e-4 m2=m2:1 km2=m2:1e6 ha=m2:1e4 m3=m3:1 km3=m3:1e9 "
    "kg=g:1000 kw=W:1e3 mw=W:1e6 gw=W:1e9 °=deg:1",
    "percent": "%=1",
}
"""What every language writes alike."""
