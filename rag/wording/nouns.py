"""The nouns that Chorus counts, in each language."""

from __future__ import annotations

from typing import Literal

Noun = Literal["article", "language", "origin"]

# One form for one, one for a few (Serbian: 2 to 4), one for more; CLDR has the same three classes for these languages.
COUNTED: dict[Noun, dict[str, tuple[str, str, str]]] = {
    "article": {
        "en": ("article", "articles", "articles"),
        "sq": ("artikull", "artikuj", "artikuj"),
        "sr": ("članak", "članka", "članaka"),
        "it": ("articolo", "articoli", "articoli"),
        "hu": ("cikk", "cikk", "cikk"),
    },
    "language": {
        "en": ("language", "languages", "languages"),
        "sq": ("gjuhë", "gjuhë", "gjuhë"),
        "sr": ("jeziku", "jezika", "jezika"),
        "it": ("lingua", "lingue", "lingue"),
        "hu": ("nyelven", "nyelven", "nyelven"),
    },
    "origin": {
        "en": ("credited origin", "credited origins", "credited origins"),
        "sq": ("burim i cituar", "burime të cituara", "burime të cituara"),
        "sr": ("naveden izvor", "navedena izvora", "navedenih izvora"),
        "it": ("fonte citata", "fonti citate", "fonti citate"),
        "hu": ("megjelölt forrás", "megjelölt forrás", "megjelölt forrás"),
    },
}
