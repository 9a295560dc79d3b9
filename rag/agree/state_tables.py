"""States of a person or a thing of which only one can hold at a time, as five languages tell them.

Patterns over folded words; Serbian is folded to Latin letters. Each state has two sides, and what is denied of the one
is said of the other. Verbs that mean something else with another verb behind them are left out there: "refused to say".
"""

from __future__ import annotations

import re

from index.patterns import lazy

_UNITS = "years year months anni anno mesi vjet vite muaj godina meseci"
_TERM = "".join(f"(?<!{unit} )" for unit in _UNITS.split(" "))
"""No term of a sentence stands before: "five years in prison" says nothing of where somebody is."""
_CUSTODY = {
    "en": (
        rf"in (?:police |pre trial )?custody|held in (?:a )?(?:(?:police|prison) )?(?:cell|prison|jail)|"
        rf"(?:police|prison) cell|detained|arrested|jailed|imprisoned|remanded|behind bars|under (?:house )?arrest|"
        rf"{_TERM}in (?:prison|jail)|taken to (?:prison|jail)",
        r"at liberty|(?:remains?|remained|walks?|walked|is|are|was|were|still) free|set free|freed|on bail|at large|"
        r"(?:was|were|been|be) released|released (?:on|from|without|pending)",
    ),
    "it": (
        rf"arrestat[oaie]|{_TERM}in carcere|in cella|in manette|detenut[oaie]|custodia cautelare|agli arresti|"
        r"incarcerat[oaie]|dietro le sbarre|stato di fermo",
        r"in liberta|a piede libero|(?:stat[oaie]|viene|venne|fu|subito) rilasciat[oaie]|rilasciat[oaie] (?:su|dopo|"
        r"senza|dalla)|scarcerat[oaie]|(?:e|resta|restano|rimane|sono|torna|tornat[oaie]) liber[oaie]|su cauzione",
    ),
    "sr": (
        rf"u (?:kucnom )?pritvoru?|pritvoren\w*|uhapsen\w*|uhapsil\w*|uhicen\w*|iza resetaka|zadrzan\w* u policij\w*|"
        rf"lisen\w* slobode|u celiji|{_TERM}u zatvoru",
        r"na slobodi|sa slobode|pusten\w* (?:na|iz|kuci|uz|da se)|pustil\w* (?:\w+ )?(?:na slobodu|iz|kuci)|uz kauciju|"
        r"u bekstvu",
    ),
    "sq": (
        rf"paraburgim\w*|arrestu\w*|arrestoi\w*|ne pranga|drejt burgut|{_TERM}ne burg\w*|ne qeli\w*|pas hekurave|"
        r"(?:i|e|u) ndaluar?|ne arrest",
        r"(?:mbetet|mbeti|mbete|eshte|la|lane|lene|mbrohet|mbrohej|qendron) (?:\w+ )?(?:i|e|te) lire|ne liri|lirua\w*|"
        r"lirohe\w*|me kaucion|ne kerkim",
    ),
    "hu": (
        r"orizet\w*|letartoztatt\w*|letartoztatas(?:ban|ba)|racs mogott|bilincsben|fogdaban|bortonben|elozetesben|"
        r"cellaban",
        r"szabadlab\w*|szabad labon|szabadon (?:bocsat\w*|enged\w*|van|maradt?|tavoz\w*)|elengedt\w*|kiengedt\w*|"
        r"ovadek\w*",
    ),
}
_ACCEPTED = {
    "en": (
        r"accept(?:s|ed|ing)?|approv(?:e|es|ed|ing)|adopt(?:s|ed|ing)|ratif\w+|endors\w+|green light|"
        r"voted (?:in favou?r|for)",
        r"reject\w*|refus(?:e|es|ed|ing|al)(?! to)|turn(?:ed|s|ing) down|vot(?:ed|es|ing) (?:down|against)|veto\w*",
    ),
    "it": (
        r"accetta(?:to|ta|ti|te|no|re|ndo)?|accetto|approv\w+|ratific\w+|via libera|adottat[oaie]|accolt[oaie]",
        r"respin\w+|rifiut\w+(?! di)|boccia\w*|bocciatura|rigett\w+",
    ),
    "sr": (
        r"prihvati\w*|prihvace\w*|odobri\w*|odobren\w*|usvoji\w*|usvojen\w*|izglasa\w*",
        r"odbi(?:o|la|li|lo|le|ja|jaju|jen\w*)(?! (?:je |su )?da)|odbaci\w*|odbacen\w*|veto\w*",
    ),
    "sq": (
        r"(?:pranua\w*|pranoi|pranojne|pranojn|pranoje)(?! te)|miratua\w*|miratoi\w*|miratojne|"
        r"miratim\w*|aprovua\w*|aprovoi",
        r"refuzua\w*(?! te)|refuzoi(?! te)|hodh\w* poshte|rrezua\w*|rrezoi",
    ),
    "hu": (
        r"elfogad\w*|jovahagy\w*|megszavaz\w*|ratifikal\w*|beleegyez\w*",
        r"elutasit\w*|visszautasit\w*|leszavaz\w*|megvetoz\w*|elvetett\w*",
    ),
}
_GUILTY = {
    "en": (r"convict(?:ed|s)|found guilty|guilty verdict", r"acquitted|cleared of|not guilty|exonerat\w*"),
    "it": (r"condannat[oaie]|colpevol[ei]", r"assolt[oaie]|assoluzion\w*|prosciolt[oaie]"),
    "sr": (
        r"osudjen\w*|osudi(?:o|la|li)|krivim?|krivom|kriva",
        r"oslobodjen\w* (?:optuzb\w*|krivic\w*)|oslobadjajuc\w*",
    ),
    "sq": (r"fajtor\w*|denua\w*|denoi\w*", r"pafajsh\w*|pafajesi\w*"),
    "hu": (r"bunos(?:nek)?|elitelt\w*", r"felmentett\w*"),
}
_HIGHER = {
    "en": (r"rose|risen|grew|grown|increased|climbed|soared|jumped", r"fell|fallen|declined|decreased|dropped|shrank"),
    "it": (
        r"aumentat[oaie]|cresciut[oaie]|salit[oaie] (?:a|al|del|di|sopra)|in (?:aumento|crescita|rialzo)|rialz\w+",
        r"calat[oaie]|diminuit[oaie]|sces[oaie] (?:a|al|del|di|sotto)|in (?:calo|discesa|ribasso)|ridott[oaie]",
    ),
    "sr": (
        r"poras\w+|povecan\w*|poveca(?:o|la|li|lo)|skoci\w*|u porastu",
        r"opa(?:o|la|li|lo)|pa(?:o|la|li|lo)|smanjen\w*|smanji\w*|u padu",
    ),
    "sq": (
        r"rrit(?:ur|en|je|ja)|u rrit\w*|shtua\w*|ngrit\w*",
        r"u ul\w*|ulur|ulje\w*|zvogelua\w*|ra(?:ne)? (?:me|ne)|renie\w*",
    ),
    "hu": (
        r"nott|novekedett|novekedes\w*|emelkedett|emelkedes\w*|megnott|dragult",
        r"csokkent\w*|csokkenes\w*|esett|zuhant|visszaesett|merseklodott",
    ),
}
_OPEN = {
    "en": (r"re ?opened|open again|open to traffic", r"clos(?:ed|ure)|shut(?: down)?"),
    "it": (r"riapert[oaie]|riapertura|apert[oaie] al traffico", r"chius[oaie]|chiusura"),
    "sr": (r"ponovo otvoren\w*|otvoren\w* za", r"zatvoren\w* za|zatvorio|zatvorili"),
    "sq": (r"rihap\w*|(?:i|e) hapur|u hap\w*", r"(?:i|e|u) mbyll\w*"),
    "hu": (r"ujranyit\w*|ujra megny\w*|megnyit\w*", r"lezart\w*|bezart\w*|lezaras\w*|bezaras\w*"),
}

_OFFICE = {
    "en": (
        r"resigned|stepped down|tendered (?:his|her|their) resignation|(?:been|was|were) (?:sacked|dismissed|suspended|"
        r"removed)",
        r"(?:remains?|remained|stays?|stayed|staying) (?:in (?:office|charge|post|the job)|at (?:his|her) post|on as)|"
        r"keeps? (?:his|her) (?:job|post)",
    ),
    "it": (
        r"(?:si e |e )?dimess[oaie]|dimetters\w*|dimission\w*|sollevat[oaie] dall incarico|sospes[oaie] dall incarico|"
        r"rimoss[oaie] dall incarico",
        r"resta(?:no)? al (?:suo|loro) posto|resta(?:no)? in carica|rimane al suo posto|rimane in carica",
    ),
    "sr": (
        r"podne\w+ (?:\w+ ){0,4}?ostavku|ostavku (?:je )?podne\w+|smenjen\w*|razresen\w*|suspendovan\w*",
        r"ostaje (?:i )?(?:na (?:mestu|celu|funkciji|duznosti|polozaju)|predsednik|direktor)",
    ),
    "sq": (
        r"(?:dha|jap\w*|dhe|dhene) doreheqje\w*|shkarku\w*|pezullu\w* nga detyra|la detyren|larguar nga "
        r"detyra",
        r"(?:mbetet|qendron) (?:ne )?(?:detyre|krye)",
    ),
    "hu": (
        r"lemond(?!as)\w*|mond\w* le|felmentett\w* hivatal\w*|menesztett\w*|levaltott\w*|felfuggesztett\w*",
        r"(?:helyen|hivatalaban|posztjan|tisztsegeben|elnokkent|igazgatokent) marad\w*",
    ),
}
_AGREED = {
    "en": (
        r"in (?:\w+ ){0,4}?talks|talks (?:are|were) (?:still )?(?:going on|under way)|(?:still )?negotiating",
        r"signed|(?:deal|agreement) (?:was |has been )?(?:reached|struck|sealed)|(?:reached|struck|sealed) (?:an?|the) "
        r"(?:deal|agreement)",
    ),
    "it": (
        r"trattativ\w+ in corso|sta(?:nno)? trattando|in trattativa|negoziat\w+ in corso",
        r"firmat[oaie]|siglat[oaie]|(?:intesa|accordo) (?:e stat[oa] )?raggiunt[oa]|"
        r"raggiunt[oa] (?:un |l )?(?:intesa|accordo)",
    ),
    "sr": (
        r"pregovara(?:ju)?|pregovori (?:su (?:u toku|jos)|traju|se privode)|u pregovorima",
        r"potpisa(?:o|la|li|le|lo|n\w*)|postign\w+ (?:je |su )?(?:dogovor|sporazum)|"
        r"zakljucen\w* (?:je )?(?:ugovor|sporazum)",
    ),
    "sq": (
        r"ne bisedime|bisedimet (?:vazhdo\w+|zhvillohen)|po negocio\w+|negociatat vazhdo\w+",
        r"nenshkr(?:ua|oi|uan|uar\w*)|marreveshja u arrit|rane dakord|arrit\w+ (?:\w+ )?marreveshje\w*",
    ),
    "hu": (
        r"targyalnak|targyalasokat folytat\w*|targyalasok (?:folynak|tartanak)|egyeztet(?:nek)?|alkudoz\w*",
        r"alairt\w*|megallapod(?:tak|ott)|megkotott\w*|letrejott (?:az |a )?(?:megallapodas|egyezseg)",
    ),
}
_DAMAGED = {
    "en": (r"damaged|cracked|cracks?", r"undamaged|intact|unscathed"),
    "it": (r"danneggiat[oaie]|danni|crep[ae]|lesionat[oaie]", r"intatt[oaie]|indenn[ei]|illes[oaie]"),
    "sr": (r"ostecen\w*|pukotin\w*|napukl\w*", r"neostecen\w*|netaknut\w*"),
    "sq": (r"demtua\w*|demtime\w*|plasaritje\w*|carje\w*", r"(?:i|e|te) pademtuar\w*|(?:i|e|te) paprekur\w*"),
    "hu": (r"megserult|megrongal\w*|repedes\w*", r"sertetlen\w*|epsegben"),
}

STATES: dict[str, dict[str, tuple[re.Pattern[str], re.Pattern[str]]]] = {
    name: {
        language: (lazy(rf"(?<!\w)(?:{one})(?!\w)"), lazy(rf"(?<!\w)(?:{other})(?!\w)"))
        for language, (one, other) in by_language.items()
    }
    for name, by_language in (
        ("custody", _CUSTODY),
        ("accepted", _ACCEPTED),
        ("guilty", _GUILTY),
        ("higher", _HIGHER),
        ("open", _OPEN),
        ("office", _OFFICE),
        ("agreed", _AGREED),
        ("damaged", _DAMAGED),
    )
}
"""By state and language, the two sides."""

NOT_ASKED = frozenset({"office", "agreed", "damaged"})
"""States that articles part in, but not what a question that names one asks for: how far a deal has come has stages."""

_WANTED = {
    "en": r"needs?|needed|requires?|required|awaits?|awaiting|pending|seeks?|seeking|subject to|asked for",
    "it": r"serv(?:e|ono|irebbe)|manca(?:no)?|attend\w+|in attesa d\w*|occorr\w+|necessari[oaie]|chied\w+|chiesto",
    "sr": r"potreb\w+|ceka(?:ju|mo)?|zahtev\w+|trazi(?:o|la|li)?|traze|nedostaje",
    "sq": r"nevoj\w+|pret(?:et|en)?|presin|kerko\w+|mungon",
    "hu": r"szukseg\w*|var(?:nak|jak|ja)?|varnak|kell|kert\w*|ker(?:i|ik|nek)?|hianyzik",
}
WANTED = {language: lazy(rf"(?<!\w)(?:{words})(?!\w)") for language, words in _WANTED.items()}
"""Words before a state that is not reached: "the deal still needs the green light"."""
