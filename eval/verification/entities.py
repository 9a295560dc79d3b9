"""Names with their forms, so that one name of a claim can be put in the place of another in five languages."""

from __future__ import annotations

# For each language the forms stand in one order, so that the n-th form of one name replaces the n-th of another.
# A replacement ("~") stands nowhere in the five articles; the others may change places with each other.
FORMS = {
    "en": """
        Russia's|Russia|Russian
        North Korea's|North Korea|North Korean
        Ukraine's|Ukraine|Ukrainian
        ~Vietnam's|~Vietnam|~Vietnamese
        ~Brazil's|~Brazil|~Brazilian
        the New York Times|~the Washington Post
        Putin|~Macron
        Donetsk|~Kherson
        Tehran|~Ankara
        Moscow|~Warsaw
        Syria|~Cuba
        Mohajer-6|~Bayraktar-2
        Biden|~Trump
    """,
    "it": """
        la Russia|dalla Russia|La Russia|alla Russia|con la Russia|Russia
       la Corea del Nord|dalla Corea del Nord|La Corea del Nord|alla Corea del Nord|con la Corea del Nord|Corea del Nord
        ~il Vietnam|~dal Vietnam|~Il Vietnam|~al Vietnam|~con il Vietnam|~Vietnam
        New York Times|~Washington Post
        Putin|~Macron
        Donetsk|~Kherson
        Teheran|~Ankara
        Mosca|~Varsavia
        Biden|~Trump
        Stati Uniti|~Paesi Bassi
    """,
    "sr": """
        Rusija|Rusije|Rusiji|Rusiju|Rusijom
        Severna Koreja|Severne Koreje|Severnoj Koreji|Severnu Koreju|Severnom Korejom
        ~Belgija|~Belgije|~Belgiji|~Belgiju|~Belgijom
        Njujork tajms|~Vašington post
        Putin|~Makron
        Donjecka|~Hersona
        Teheranu|~Ankari
        Moskva|~Varšava
        Bajdenova|~Trampova
        Донјецка|~Херсона
        Украјина|~Пољска
        Северна Кореја|~Северна Македонија
    """,
    "sq": """
        Rusia|Rusisë|Rusinë
        Koreja e Veriut|Koresë së Veriut|Korenë e Veriut
        ~Belgjika|~Belgjikës|~Belgjikën
        New York Times|~Washington Post
        Putin|~Macron
        Donetsk|~Kherson
        Moskë|~Varshavë
        Moska|~Varshava
        Biden|~Trump
        Teherani|~Ankaraja
    """,
    "hu": """
        Oroszország|Oroszországtól|Oroszországot|Oroszországgal|Oroszországba|Oroszországnak
        Észak-Korea|Észak-Koreától|Észak-Koreát|Észak-Koreával|Észak-Koreába|Észak-Koreának
        ~Belgium|~Belgiumtól|~Belgiumot|~Belgiummal|~Belgiumba|~Belgiumnak
        New York Times|~Washington Post
        Putyin|~Macron
        Donyeck|~Herszon
        Moszkva|~Varsó
        Teherán|~Ankara
        Biden|~Trump
        Phenjantól|~Varsótól
        Ukrajna|~Lengyelország
    """,
}

FIGURES: dict[str, dict[str, str | dict[str, str]]] = {
    "en": {"millions": "thousands", "30": "50", r"\btwo\b": "seven", r"\bmore than (?=\d)": "fewer than "},
    "it": {"milioni": "migliaia", "30": "50", r"\bdue\b": "sette", r"più di (?=\d)": "meno di "},
    "sr": {"milione": "hiljade", "30": "50", r"\bdve\b": "sedam", r"više od (?=\d)": "manje od "},
    "sq": {"miliona": "mijëra", "30": "50", r"\bdy\b": "shtatë", r"më shumë se (?=\d)": "më pak se "},
    "hu": {"több millió": "több ezer", "30": "50", r"\bkét\b": "hét", r"több mint (?=\d)": "kevesebb mint "},
}
DATES: dict[str, dict[str, str | dict[str, str]]] = {
    "en": {
        "August": "March",
        "July": "October",
        "May": "January",
        "2019": "2024",
        "Last week": "Last year",
        "last week": "last year",
        "Last month": "Last year",
        "last month": "last year",
        "this year": "last year",
    },
    "it": {
        "agosto": "marzo",
        "luglio": "ottobre",
        "maggio": "gennaio",
        "2019": "2024",
        "La scorsa settimana": "Il mese scorso",
        "mese scorso": "anno scorso",
        "lunedì": "venerdì",
        "Quest'anno": "L'anno scorso",
        "La settimana scorsa": "Il mese scorso",
    },
    "sr": {
        "avgustu": "martu",
        "julu": "oktobru",
        "јулу": "октобру",
        "maju": "januaru",
        "2019": "2024",
        "prošle nedelje": "prošle godine",
        "prošlog meseca": "prošle godine",
        "ove godine": "prošle godine",
        "ове године": "прошле године",
        "ponedeljak": "petak",
    },
    "sq": {
        "gusht": "mars",
        "korrik": "tetor",
        "Në maj": "Në janar",
        "2019": "2024",
        "javën e kaluar": "vitin e kaluar",
        "Javën e kaluar": "Vitin e kaluar",
        "Muajin e kaluar": "Vitin e kaluar",
        "këtë vit": "vitin e kaluar",
    },
    "hu": {
        "augusztusban": "márciusban",
        "Júliusban": "Októberben",
        "Májusban": "Januárban",
        "2019": "2024",
        "múlt héten": "múlt évben",
        "múlt hónapban": "múlt évben",
        "idén": "tavaly",
    },
}
# The first pattern that stands in a claim is turned, one mutant a pattern.
NEGATIONS: dict[str, dict[str, str | dict[str, str]]] = {
    "en": {
        r"\bdid not specify": "specified",
        r"\bdid not (say)": r"did \1",
        r"\b(is|has|was|have)\b": r"\1 not",
        r"\bdenied\b": "confirmed",
        r"\bwould (violate|be)": r"would not \1",
        r"\b(recognized|condemned|exchanged|confirmed|vetoed|blamed|said|met|required)\b": r"never \1",
    },
    "it": {
        r"\bnon ha\b": "ha",
        r"\bnon abbiano\b": "abbiano",
        r"(?<!non )\b(ha|hanno|sta|è|si sono)\b": r"non \1",
        r"\bha negato\b": "ha confermato",
        r"\bcontinua\b": "non continua",
    },
    "sr": {
        r"\bnije (rekao|naveo)": r"je \1",
        r"\bda ([^ ]+ i [^ ]+) ne primenjuju": r"da \1 primenjuju",
        r"\b(je|su)\b": {"je": "nije", "su": "nisu"},
        r"\bје\b": "није",
        r"\b(kupuje|pokušava)\b": r"ne \1",
        r"\bнегирао\b": "потврдио",
    },
    "sq": {
        r"\bnuk tha\b": "tha",
        r"\b(është|ka|kanë)\b": r"nuk \1",
        r"\bmohoi\b": "konfirmoi",
        r"\bpo blen\b": "nuk po blen",
        r"\b(njohu|konfirmoi|vunë|shkëmbyen|akuzon)\b": r"nuk \1",
        r"\bu takua\b": "nuk u takua",
        r"\bu raportua\b": "nuk u raportua",
    },
    "hu": {
        r"\bnem mondta meg\b": "elmondta",
        r"\bnem derül ki\b": "kiderül",
        r"\bmegerősítette\b": "nem erősítette meg",
        r"\belismerte\b": "nem ismerte el",
        r"\belítélte\b": "nem ítélte el",
        r"\bmegszakította\b": "nem szakította meg",
        r"\bmegkapta\b": "nem kapta meg",
        r"\b(kapott|vásárol|kénytelen|tagadta|küzd|okolta|vádolja|vett)\b": r"nem \1",
        r"\btagadta\b": "megerősítette",
        r"\bmegvétózta\b": "nem vétózta meg",
        r"\blőtt ki\b": "nem lőtt ki",
        r"\b(készül)\b": r"nem \1",
        r"\bel akarja\b": "nem akarja el",
    },
}
