"""Agencies and outlets that other articles credit, each with the spellings it goes by; folded, a Serbian Cyrillic name
is its Latin one.

Many are common words too ("Times", "Beta", "Index"), so a name counts only beside a verb of crediting or alone on a
line at an article's foot.
"""

from __future__ import annotations

KNOWN: dict[str, str] = {
    "AP": "ap; associated press; asosijeted pres; asosiejted pres; asošijeted pres; the associated press",
    "Reuters": "reuters; rojters; roiters; reuter; reutersi; rojtersa",
    "AFP": "afp; agence france presse; frans pres; agencija frans pres",
    "ANSA": "ansa; agenzia ansa; anse",
    "AGI": "agi; agenzia italia",
    "Adnkronos": "adnkronos",
    "Tanjug": "tanjug; tanjuga; tanjugu",
    "Beta": "beta; agencija beta",
    "FoNet": "fonet",
    "MTI": "mti; magyar tavirati iroda",
    "ATSH": "atsh; agjencia telegrafike shqiptare; ata",
    "KosovaPress": "kosovapress",
    "dpa": "dpa; deutsche presse agentur",
    "TASS": "tass; tas; tassz; itar tass; tasz; agencija tas",
    "RIA Novosti": "ria novosti; ria novosztyi; rija novosti",
    "Interfax": "interfax; interfaks; interfaksz",
    "Xinhua": "xinhua; sinhua; hszinhua; hsinhua",
    "Anadolu": "anadolu; anadolija; anadolu agency; anadolu ajansi; agencija anadolija",
    "EFE": "efe",
    "Bloomberg": "bloomberg; blumberg",
    "Kyodo": "kyodo; kjodo; kiodo",
    "Yonhap": "yonhap; jonhap",
    "KCNA": "kcna",
    "Ukrinform": "ukrinform",
    "HINA": "hina",
    "SRNA": "srna",
    "FENA": "fena",
    "MINA": "mina",
    "MIA": "mia",
    "BBC": "bbc; bi bi si; bi bi sija; bbc news",
    "CNN": "cnn; si en en",
    "New York Times": "new york times; the new york times; njujork tajms; nyt; njujork tajmsa; new york timesi",
    "Washington Post": "washington post; the washington post; vasington post; vasington posta",
    "Wall Street Journal": "wall street journal; the wall street journal; vol strit zurnal; volstrit dzornal; wsj",
    "The Guardian": "guardian; the guardian; gardijan; theguardian; gardian",
    "Financial Times": "financial times; the financial times; fajnensel tajms; fajnensal tajms",
    "The Times": "times; the times",
    "The Telegraph": "telegraph; the telegraph; daily telegraph",
    "Sky News": "sky news; skaj njuz",
    "Politico": "politico; politiko",
    "Axios": "axios; aksios",
    "NBC": "nbc; nbc news",
    "CBS": "cbs; cbs news",
    "Fox News": "fox news; foks njuz",
    "Al Jazeera": "al jazeera; al dzazira; aljazeera; al dzsazira",
    "Euronews": "euronews; juronjuz",
    "Deutsche Welle": "deutsche welle; dojce vele; dw",
    "Radio Free Europe": "radio free europe; rfe rl; radio slobodna evropa; rse; radio evropa e lire; szabad europa",
    "Voice of America": "voice of america; glas amerike; zeri i amerikes; voa; amerika hangja",
    "Le Monde": "le monde; mond",
    "Le Figaro": "le figaro; figaro",
    "Der Spiegel": "der spiegel; spiegel; spigel",
    "Bild": "bild",
    "Frankfurter Allgemeine": "frankfurter allgemeine; faz; frankfurter allgemeine zeitung",
    "El País": "el pais",
    "la Repubblica": "repubblica; la repubblica; republika",
    "Corriere della Sera": "corriere della sera; corriere; korijere dela sera",
    "La Stampa": "la stampa; stampa; la stampe",
    "Il Sole 24 Ore": "il sole 24 ore; sole 24 ore",
    "RAI": "rai; rai news",
    "Politika": "politika; politike",
    "Blic": "blic; blica",
    "Danas": "danas",
    "Večernje novosti": "vecernje novosti; novosti",
    "N1": "n1; televizija n1",
    "RTS": "rts; radio televizija srbije",
    "B92": "b92",
    "Balkan Insight": "balkan insight; birn",
    "Telex": "telex",
    "HVG": "hvg",
    "Index": "index",
    "Népszava": "nepszava; nepsava",
    "Magyar Nemzet": "magyar nemzet; madjar nemzet",
    "24.hu": "24 hu",
    "444": "444",
    "Top Channel": "top channel",
    "Klan": "klan; tv klan",
    "Koha": "koha; koha ditore",
    "Panorama": "panorama",
}
SPELLINGS = {
    spelling.strip(): name for name, spellings in KNOWN.items() for spelling in (name.lower(), *spellings.split(";"))
}
_ORGAN = (
    r"(?:the |l'|az? |il |la |lo |un'|una |njene |nje )?(?:(?:\w+ ){0,2}?"
    r"(?:news ?agency|agency|newspaper|daily|magazine|"
    r"broadcaster|agjenci\w+|gazet\w+|e perditshmj\w+|televizion\w+|agencij\w+|list\w{0,2}|dnevnik\w*|portal\w*|"
    r"televizij\w+|magazin\w*|nedeljnik\w*|agenzia|quotidiano|giornale|testata|emittente|"
    r"hirugynokseg|napilap|hirportal|"
    r"lap) )?(?:the |l'|az? |il |la )?"
)
RELAYS: dict[str, str] = {
    "en": r"(?:(?:first )?(?:reported|obtained|published|revealed) (?:first )?by|according to|told|spoke to|citing|"
    r"quoted by|as reported by)",
    "sq": r"(?:raporton|raportoi|raportuan|transmeton|transmetoi|njofton|njoftoi|shkruan|shkroi|citon|citohet nga|"
    r"raportuar (?:per here te pare )?nga|raportua (?:per here te pare )?nga|sipas|per here te pare nga|i pari)",
    "sr": r"(?:prenosi|prenose|prenela|preneo|preneli|javlja|javljaju|javila|javio|pise|pisu|objavio|objavila|izvestio|"
    r"izvestava|navodi|prema pisanju|kako je za|prema|rekao je za|rekla je za)",
    "it": r"(?:riferisce|riferito|riportato|riportata|riporta|scrive|scritto|pubblicato|secondo|cita|citando)"
    r"(?: (?:per la prima volta|per primo|per prima|anche|oggi))*(?: (?:dal|dalla|dall'|dai|da|il|la|l'|lo))?",
    "hu": r"(?:irja|irta|irta meg|jelentette|jelenti|kozolte|kozli|idezi|szamolt be rola|tudositott rola)"
    r"(?: (?:meg|elsokent))*",
}
"""Words of crediting that stand before the name, over folded text."""
AFTER: dict[str, str] = {
    "en": r"(?:first )?(?:reported|reports|wrote|writes|was told|has learned|said in a report)",
    "sq": r"(?:raporton|raportoi|shkruan|shkroi|njofton)",
    "sr": r"(?:javlja|prenosi|pise)",
    "it": r"(?:riferisce|scrive|riporta)",
    "hu": r"(?:altal megszerzett|altal kozolt|szerint|jelentese szerint|irta|ertesulese szerint|jelentette)",
}
"""Words of crediting that stand behind it."""
FOOT = r"(?:source|sources|burimi|burimet|izvor|izvori|fonte|fonti|forras|foto|via)"
ORGAN = _ORGAN
_PROPER = r"((?:[^\W\d_a-zčćđšžëçàèéìòùáéíóöőúüű]\w+)(?: [^\W\d_a-zčćđšžëçàèéìòùáéíóöőúüű]\w+){0,2})"
NAMED = (
    r"(?:(?:reported|published|quoted) by (?:the )?(?:news agency|agency|newspaper|daily|broadcaster|magazine)|"
    r"(?:raporton|raportoi|transmeton|njofton|shkruan) (?:agjencia|gazeta|e përditshmja|televizioni|portali)|"
    r"(?:prenosi|javlja|piše|preneo je|prenela je|navodi|преноси|јавља|пише|наводи) "
    r"(?:agencija|list|dnevnik|portal|televizija|агенција|лист|дневник|портал|телевизија)|"
    r"(?:riferisce|scrive|riporta) (?:l['’]agenzia|il quotidiano|il giornale|l['’]emittente)|"
    r"(?:írja|jelentette|közölte) a[z]? (?=[^\W\d_]+ (?:hírügynökség|napilap|hírportál|című))) ?"
) + _PROPER
"""As written: a verb of relaying, a noun for an agency or outlet, and the name."""
