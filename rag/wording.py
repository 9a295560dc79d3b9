"""Every sentence that Chorus itself says to a reader, in the language of the question.

An unknown language is answered in English. Serbian asked in Cyrillic is answered in Cyrillic.
"""

from __future__ import annotations

import re
from typing import Literal

Message = Literal[
    "not_in_sources",
    "not_of_them",
    "turned",
    "no_money",
    "no_name",
    "no_time",
    "no_duration",
    "no_number",
    "unsure",
    "no_question",
    "no_whole_question",
    "too_long",
    "nothing_searched",
    "closest",
    "also",
    "model_failed",
    "model_unchecked",
    "left_out",
    "understood_as",
    "differs",
    "differing",
    "backing",
    "backing_uncredited",
    "sources",
    "figure",
    "date",
    "name",
    "stage",
    "attribution",
    "negation",
    "wording",
    "sides_differ",
    "sides_differ_in",
    "sides_put",
    "sides_put_as",
    "sides_same",
    "sides_one",
]
Noun = Literal["article", "language", "origin"]

_MESSAGES: dict[Message, dict[str, str]] = {
    "not_in_sources": {
        "en": "The articles do not answer this question.",
        "sq": "Artikujt nuk i përgjigjen kësaj pyetjeje.",
        "sr": "Članci ne daju odgovor na ovo pitanje.",
        "it": "Gli articoli non rispondono a questa domanda.",
        "hu": "A cikkek nem adnak választ erre a kérdésre.",
    },
    "not_of_them": {
        "en": "The articles do not say this of: {names}. What they do say stands below.",
        "sq": "Artikujt nuk e thonë këtë për: {names}. Më poshtë është ajo që thonë.",
        "sr": "Članci to ne kažu za: {names}. Ispod stoji šta kažu.",
        "it": "Gli articoli non lo dicono di: {names}. Quello che dicono è qui sotto.",
        "hu": "A cikkek ezt nem állítják erről: {names}. Amit állítanak, alább olvasható.",
    },
    "turned": {
        "en": "The articles do not say this; they say it the other way round, as stands below.",
        "sq": "Artikujt nuk e thonë këtë; ata thonë të kundërtën, siç shihet më poshtë.",
        "sr": "Članci to ne kažu; kažu obrnuto, kao što stoji ispod.",
        "it": "Gli articoli non dicono questo; dicono l’inverso, come si legge qui sotto.",
        "hu": "A cikkek nem ezt állítják, hanem a fordítottját, mint alább olvasható.",
    },
    "no_money": {
        "en": "The articles speak of this, but name no sum of money.",
        "sq": "Artikujt flasin për këtë, por nuk përmendin shumë parash.",
        "sr": "Članci govore o tome, ali ne navode novčani iznos.",
        "it": "Gli articoli ne parlano, ma non indicano somme di denaro.",
        "hu": "A cikkek írnak erről, de pénzösszeget nem közölnek.",
    },
    "no_name": {
        "en": "The articles speak of this, but do not give the name.",
        "sq": "Artikujt flasin për këtë, por nuk e japin emrin.",
        "sr": "Članci govore o tome, ali ne navode ime.",
        "it": "Gli articoli ne parlano, ma non fanno il nome.",
        "hu": "A cikkek írnak erről, de a nevet nem közlik.",
    },
    "no_time": {
        "en": "The articles speak of this, but do not say when.",
        "sq": "Artikujt flasin për këtë, por nuk thonë se kur.",
        "sr": "Članci govore o tome, ali ne kažu kada.",
        "it": "Gli articoli ne parlano, ma non dicono quando.",
        "hu": "A cikkek írnak erről, de az időpontot nem közlik.",
    },
    "no_duration": {
        "en": "The articles speak of this, but do not say how long.",
        "sq": "Artikujt flasin për këtë, por nuk thonë sa gjatë.",
        "sr": "Članci govore o tome, ali ne kažu koliko dugo.",
        "it": "Gli articoli ne parlano, ma non dicono per quanto tempo.",
        "hu": "A cikkek írnak erről, de az időtartamot nem közlik.",
    },
    "no_number": {
        "en": "The articles speak of this, but do not give this number.",
        "sq": "Artikujt flasin për këtë, por nuk e japin këtë numër.",
        "sr": "Članci govore o tome, ali ne navode taj broj.",
        "it": "Gli articoli ne parlano, ma non indicano questo numero.",
        "hu": "A cikkek írnak erről, de ezt a számot nem közlik.",
    },
    "unsure": {
        "en": "It is not certain that these sentences answer the question.",
        "sq": "Nuk është e sigurt që këto fjali i përgjigjen pyetjes.",
        "sr": "Nije sigurno da ove rečenice odgovaraju na pitanje.",
        "it": "Non è certo che queste frasi rispondano alla domanda.",
        "hu": "Nem biztos, hogy ezek a mondatok válaszolnak a kérdésre.",
    },
    "no_question": {
        "en": "There is no question here; please write one in words.",
        "sq": "Këtu nuk ka pyetje; ju lutemi shkruajeni me fjalë.",
        "sr": "Ovde nema pitanja; napišite ga rečima.",
        "it": "Qui non c’è una domanda; scrivetela con parole.",
        "hu": "Itt nincs kérdés; kérjük, írja le szavakkal.",
    },
    "no_whole_question": {
        "en": "This does not say what it is about; please ask a whole question.",
        "sq": "Kjo nuk thotë për çfarë bëhet fjalë; ju lutemi bëni një pyetje të plotë.",
        "sr": "Ovo ne kaže o čemu je reč; postavite celo pitanje.",
        "it": "Così non si capisce di che cosa si tratta; fate una domanda completa.",
        "hu": "Ebből nem derül ki, miről van szó; kérjük, tegyen fel teljes kérdést.",
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
    "differs": {
        "en": "Differs: {outlets}",
        "sq": "Ndryshon: {outlets}",
        "sr": "Drugačije: {outlets}",
        "it": "Diverso: {outlets}",
        "hu": "Eltér: {outlets}",
    },
    "differing": {
        "en": "{outlet} – {kind}: “{there}”, here: “{here}”",
        "sq": "{outlet} – {kind}: “{there}”, këtu: “{here}”",
        "sr": "{outlet} – {kind}: „{there}”, ovde: „{here}”",
        "it": "{outlet} – {kind}: «{there}», qui: «{here}»",
        "hu": "{outlet} – {kind}: „{there}”, itt: „{here}”",
    },
    "backing": {
        "en": "{articles} in {languages}, {origins}: {names}",
        "sq": "{articles} në {languages}, {origins}: {names}",
        "sr": "{articles} na {languages}, {origins}: {names}",
        "it": "{articles} in {languages}, {origins}: {names}",
        "hu": "{articles} {languages}, {origins}: {names}",
    },
    "backing_uncredited": {
        "en": "{articles} in {languages}, no credited origin",
        "sq": "{articles} në {languages}, pa burim të cituar",
        "sr": "{articles} na {languages}, bez navedenog izvora",
        "it": "{articles} in {languages}, nessuna fonte citata",
        "hu": "{articles} {languages}, megjelölt forrás nélkül",
    },
    "figure": {"en": "figure", "sq": "shifra", "sr": "broj", "it": "cifra", "hu": "számadat"},
    "date": {"en": "date", "sq": "data", "sr": "datum", "it": "data", "hu": "időpont"},
    "name": {"en": "name", "sq": "emri", "sr": "ime", "it": "nome", "hu": "név"},
    "stage": {"en": "stage", "sq": "faza", "sr": "faza", "it": "fase", "hu": "szakasz"},
    "attribution": {"en": "attribution", "sq": "burimi", "sr": "izvor", "it": "attribuzione", "hu": "forrás"},
    "negation": {"en": "negation", "sq": "mohimi", "sr": "negacija", "it": "negazione", "hu": "tagadás"},
    "wording": {"en": "wording", "sq": "formulimi", "sr": "formulacija", "it": "formulazione", "hu": "megfogalmazás"},
    "sides_differ": {
        "en": "The articles differ on this.",
        "sq": "Artikujt ndryshojnë për këtë.",
        "sr": "Članci se u tome razlikuju.",
        "it": "Gli articoli differiscono su questo punto.",
        "hu": "A cikkek ebben eltérnek.",
    },
    "sides_differ_in": {
        "en": "The articles differ: {sides}.",
        "sq": "Artikujt ndryshojnë: {sides}.",
        "sr": "Članci se razlikuju: {sides}.",
        "it": "Gli articoli differiscono: {sides}.",
        "hu": "A cikkek eltérnek: {sides}.",
    },
    "sides_put": {
        "en": "The articles put this differently; no contradiction was found.",
        "sq": "Artikujt e thonë këtë ndryshe; nuk u gjet kundërthënie.",
        "sr": "Članci to navode različito; protivrečnost nije nađena.",
        "it": "Gli articoli lo dicono in modo diverso; non è stata trovata alcuna contraddizione.",
        "hu": "A cikkek ezt eltérően írják le; ellentmondást nem találtunk.",
    },
    "sides_put_as": {
        "en": "The articles put this differently: {sides}.",
        "sq": "Artikujt e thonë këtë ndryshe: {sides}.",
        "sr": "Članci to navode različito: {sides}.",
        "it": "Gli articoli lo dicono in modo diverso: {sides}.",
        "hu": "A cikkek ezt eltérően írják le: {sides}.",
    },
    "sides_same": {
        "en": "The articles that speak of this say the same.",
        "sq": "Artikujt që flasin për këtë thonë të njëjtën gjë.",
        "sr": "Članci koji o tome pišu kažu isto.",
        "it": "Gli articoli che ne parlano dicono la stessa cosa.",
        "hu": "Az erről szóló cikkek ugyanazt írják.",
    },
    "sides_one": {
        "en": "Only one article speaks of this.",
        "sq": "Vetëm një artikull flet për këtë.",
        "sr": "O tome piše samo jedan članak.",
        "it": "Ne parla un solo articolo.",
        "hu": "Erről csak egy cikk ír.",
    },
    "sources": {"en": "Sources", "sq": "Burimet", "sr": "Izvori", "it": "Fonti", "hu": "Források"},
}
# One form for one, one for a few (Serbian: 2 to 4), one for more; CLDR has the same three classes for these languages.
_COUNTED: dict[Noun, dict[str, tuple[str, str, str]]] = {
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
    return in_script(told.get(language, told["en"]), language, question).format(**values)


def counted(noun: Noun, count: int, language: str, question: str = "") -> str:
    """A number and its noun: "3 credited origins", "5 članaka"."""
    forms = _COUNTED[noun].get(language, _COUNTED[noun]["en"])
    return f"{count} {in_script(forms[_form(count, language)], language, question)}"


def _form(count: int, language: str) -> int:
    """Which form of a noun a number takes (CLDR plural rules of the five languages)."""
    if language != "sr":
        return 0 if count == 1 else 1
    last, teens = count % 10, 10 < count % 100 < 20
    return 0 if last == 1 and not teens else 1 if 2 <= last <= 4 and not teens else 2


def in_script(text: str, language: str, question: str) -> str:
    """A text of ours in the script that the question is written in; what stands in {braces} is left as it is."""
    if language == "sr" and _CYRILLIC.search(question):
        return _LATIN.sub(lambda found: _TO_CYRILLIC.get(found.group(), found.group()), text)
    return text
