"""What stands beside an answer and its sources, in each language."""

from __future__ import annotations

from typing import Literal

Label = Literal[
    "closest",
    "also",
    "left_out",
    "understood_as",
    "differs",
    "differing",
    "backing",
    "backing_uncredited",
    "figure",
    "date",
    "name",
    "stage",
    "attribution",
    "negation",
    "wording",
    "sources",
]

LABELS: dict[Label, dict[str, str]] = {
    "closest": {
        "en": "Closest, but no sure answer:",
        "sq": "Më e afërta, por jo përgjigje e sigurt:",
        "sr": "Najbliže, ali nije siguran odgovor:",
        "it": "Il più vicino, ma non una risposta certa:",
        "hu": "A legközelebbi, de nem biztos válasz:",
    },
    "also": {
        "en": "The same in: {outlets}",
        "sq": "E njëjta gjë te: {outlets}",
        "sr": "Isto u: {outlets}",
        "it": "Lo stesso in: {outlets}",
        "hu": "Ugyanez itt: {outlets}",
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
    "sources": {"en": "Sources", "sq": "Burimet", "sr": "Izvori", "it": "Fonti", "hu": "Források"},
}
