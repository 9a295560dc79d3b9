"""Every sentence that Chorus itself says to a reader, in the language of the question.

An unknown language is answered in English. Serbian asked in Cyrillic is answered in Cyrillic.
"""

from __future__ import annotations

import re
from typing import Literal

Message = Literal[
    "not_in_sources",
    "partly",
    "no_question",
    "too_long",
    "nothing_searched",
    "closest",
    "also",
    "sources",
    "model_failed",
    "model_unchecked",
    "left_out",
    "understood_as",
]

_MESSAGES: dict[Message, dict[str, str]] = {
    "not_in_sources": {
        "en": "The articles do not answer this question.",
        "sq": "Artikujt nuk i përgjigjen kësaj pyetjeje.",
        "sr": "Članci ne daju odgovor na ovo pitanje.",
        "it": "Gli articoli non rispondono a questa domanda.",
        "hu": "A cikkek nem adnak választ erre a kérdésre.",
    },
    "partly": {
        "en": "The articles answer this only in part; they do not speak of: {missing}.",
        "sq": "Artikujt i përgjigjen vetëm pjesërisht; nuk flasin për: {missing}.",
        "sr": "Članci odgovaraju samo delimično; ne pominju: {missing}.",
        "it": "Gli articoli rispondono solo in parte; non parlano di: {missing}.",
        "hu": "A cikkek csak részben adnak választ; erről nem írnak: {missing}.",
    },
    "no_question": {
        "en": "There is no question here; please write one in words.",
        "sq": "Këtu nuk ka pyetje; ju lutemi shkruajeni me fjalë.",
        "sr": "Ovde nema pitanja; napišite ga rečima.",
        "it": "Qui non c’è una domanda; scrivetela con parole.",
        "hu": "Itt nincs kérdés; kérjük, írja le szavakkal.",
    },
    "too_long": {
        "en": "The question has {length} characters; please ask in at most {limit}.",
        "sq": "Pyetja ka {length} shenja; ju lutemi pyesni me jo më shumë se {limit}.",
        "sr": "Pitanje ima {length} znakova; postavite ga u najviše {limit}.",
        "it": "La domanda ha {length} caratteri; formulatela in non più di {limit}.",
        "hu": "A kérdés {length} karakter hosszú; kérjük, legfeljebb {limit} karakterben tegye fel.",
    },
    "nothing_searched": {
        "en": "No article passes the filters (language, outlet, dates); widen them and ask again.",
        "sq": "Asnjë artikull nuk u përgjigjet filtrave (gjuha, mediumi, datat); zgjerojini dhe pyesni sërish.",
        "sr": "Nijedan članak ne odgovara filterima (jezik, medij, datumi); proširite ih i pitajte ponovo.",
        "it": "Nessun articolo passa i filtri (lingua, testata, date); allargateli e chiedete di nuovo.",
        "hu": "Egyetlen cikk sem felel meg a szűrőknek (nyelv, lap, dátum); bővítse őket, és kérdezzen újra.",
    },
    "closest": {
        "en": "Closest, but not an answer:",
        "sq": "Më e afërta, por jo përgjigje:",
        "sr": "Najbliže, ali nije odgovor:",
        "it": "Il più vicino, ma non una risposta:",
        "hu": "A legközelebbi, de nem válasz:",
    },
    "also": {
        "en": "The same in: {outlets}",
        "sq": "E njëjta gjë te: {outlets}",
        "sr": "Isto u: {outlets}",
        "it": "Lo stesso in: {outlets}",
        "hu": "Ugyanez itt: {outlets}",
    },
    "model_failed": {
        "en": "The language model did not answer, so these are the articles’ own sentences ({why}).",
        "sq": "Modeli gjuhësor nuk u përgjigj, prandaj këto janë fjalitë e vetë artikujve ({why}).",
        "sr": "Jezički model nije odgovorio, pa su ovo rečenice samih članaka ({why}).",
        "it": "Il modello linguistico non ha risposto, perciò queste sono le frasi degli articoli ({why}).",
        "hu": "A nyelvi modell nem válaszolt, ezért ezek a cikkek saját mondatai ({why}).",
    },
    "model_unchecked": {
        "en": "Nothing that the language model wrote passed its checks, so these are the articles’ own sentences.",
        "sq": "Asgjë nga sa shkroi modeli gjuhësor nuk i kaloi kontrollet, prandaj këto janë fjalitë e vetë artikujve.",
        "sr": "Ništa što je jezički model napisao nije prošlo provere, pa su ovo rečenice samih članaka.",
        "it": "Nulla di quanto ha scritto il modello linguistico regge ai controlli: ecco le frasi degli articoli.",
        "hu": "A nyelvi modell egyetlen mondata sem állta ki az ellenőrzést, ezért ezek a cikkek saját mondatai.",
    },
    "left_out": {
        "en": "Passages that did not fit into the language model’s context: {count}.",
        "sq": "Pjesë që nuk u futën në kontekstin e modelit gjuhësor: {count}.",
        "sr": "Odlomci koji nisu stali u kontekst jezičkog modela: {count}.",
        "it": "Passi che non entravano nel contesto del modello linguistico: {count}.",
        "hu": "Részletek, amelyek nem fértek be a nyelvi modell kontextusába: {count}.",
    },
    "understood_as": {
        "en": "Understood as: {standing}",
        "sq": "Kuptuar si: {standing}",
        "sr": "Shvaćeno kao: {standing}",
        "it": "Inteso come: {standing}",
        "hu": "Így értve: {standing}",
    },
    "sources": {"en": "Sources", "sq": "Burimet", "sr": "Izvori", "it": "Fonti", "hu": "Források"},
}
_TO_CYRILLIC = (
    {"lj": "љ", "nj": "њ", "dž": "џ", "Lj": "Љ", "Nj": "Њ", "Dž": "Џ"}
    | dict(zip("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш", strict=True))
    | dict(zip("ABVGDĐEŽZIJKLMNOPRSTĆUFHCČŠ", "АБВГДЂЕЖЗИЈКЛМНОПРСТЋУФХЦЧШ", strict=True))
)
_LATIN = re.compile(r"\{\w+\}|[lLnN]j|[dD]ž|[^\W\d_]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")


def say(message: Message, language: str, question: str = "", **values: object) -> str:
    """One of the sentences above, filled in.

    :param language: ISO 639-1 code of the question.
    :param question: decides the script where a language has two.
    """
    told = _MESSAGES[message]
    return in_script_of(question, language, told.get(language, told["en"])).format(**values)


def in_script_of(question: str, language: str, text: str) -> str:
    """A text of ours in the script that the question is written in; what stands in {braces} is left as it is."""
    if language == "sr" and _CYRILLIC.search(question):
        return _LATIN.sub(lambda found: _TO_CYRILLIC.get(found.group(), found.group()), text)
    return text
