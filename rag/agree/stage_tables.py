"""How five languages say how far a thing has come: patterns over folded words, from the grammar of each language.

`V` stands for the verb that a pattern speaks of. Serbian is folded to Latin letters, so one table serves both scripts.
What counts as done by its ending alone stands last: a past tense, a perfect, a participle with its auxiliary.
"""

from __future__ import annotations

import re
from enum import IntEnum

from index.patterns import lazy


class Stage(IntEnum):
    """How far a thing has come."""

    POSSIBLE = 0
    PLANNED = 1
    ONGOING = 2
    DONE = 3


_EN_BE = "(?:is|are|been|s|re)"
_EN_ADVERB = "(?:(?:now|still|already|also|not|just|soon|then|\\w+ly) )*"
_EN_PAST = (
    "bought sold won lost took taken gave given made built broke broken began begun came went gone struck hit cut shot "
    "fell fallen rose risen grew grown held kept left led met paid put ran sent sank sunk spent stole stolen told "
    "wrote written became found got gotten flew flown shut set drew drawn fought hurt laid read seized"
)
_SR_AUXILIARY = "(?:je|su|sam|smo|ste|nije|nisu)"
_SR_PARTICIPLE = r"\w{2,}(?:ao|eo|io|uo|la|lo|li|le|en|ena|eno|eni|ene|an|ana|ano|ani|ane)"
_IT_AUXILIARY = "(?:ha|hanno|aveva|avevano|abbia|abbiano|e|sono|era|erano|stato|stata|stati|state|avendo|essendo)"
_IT_ADVERB = "(?:(?:gia|appena|recentemente|non|anche|oggi|ieri|poi|infine) )*"
_SQ_CLITIC = "(?:(?:te|ta|t|i|e|u|ia|iu|mos|nuk|ti) )*"
_SR_CLITIC = "(?:(?:da|se|ga|je|ih|ju|mu|joj|im|i|takodje|uskoro) )*"
_HU_DAY = "(?:hetf|kedd|szerda|csutortok|pentek|szombat|vasarnap)[oe]?n"
_HU_PAST = r"(?!volt )\w{2,}(?:ott|ett|[lrnt]t|[lrnt]ta|[lrnt]te|[tlrn]tak|[tlrn]tek)"
_HU_NOT_YET = rf"(?!(?:\w+ ){{0,7}}?{_HU_PAST} )(?=(?:\w+ ){{0,4}}?\w{{2,}}(?:nak|nek|et|at|ik) )"

_PATTERNS: dict[str, dict[Stage, tuple[str, ...]]] = {
    "en": {
        Stage.POSSIBLE: (
            f"(?:may|might|could) {_EN_ADVERB}(?:be |have |seek to |want to |try to )?V",
            "(?:considers|considering|mulls|mulling|weighs|weighing|thinking of|thinking about) V",
        ),
        Stage.PLANNED: (
            "(?:plans?|planned|planning|intends?|intending|intended|wants?|wanted|aims?|hopes?|expected|due|"
            "about|ready|poised|close|near|set|prepares|preparing|going|scheduled) to (?:be )?V",
            "(?:is|are|was|were) to (?:be )?V",
            "(?:verge|point|brink|eve) of V",
            f"(?:will|shall|ll) {_EN_ADVERB}(?:be )?V",
            f"(?:said|says|saying|adding|added) (?:that )?(?:\\w+ ){{1,2}}would (?!have ){_EN_ADVERB}(?:be )?V",
            "announced (?:an? |plans (?:for |to )(?:an? )?)V",
            "V (?:\\w+ )?(?:(?:is|are|was|were) )?(?:scheduled|planned|expected|due) (?:for|on|next|this)",
        ),
        Stage.ONGOING: (
            "(?:in the )?process of V",
            f"{_EN_BE} {_EN_ADVERB}(?:being )?(?=\\w+ing )V",
            "(?:begun|began|started|starts|begins|continues|continued) (?:to )?V",
        ),
        Stage.DONE: (
            f"(?:has|have|had|having|ve) {_EN_ADVERB}(?:been )?V",
            "(?=\\w{3,}ed )V",
            f"(?=(?:{_EN_PAST.replace(' ', '|')}) )V",
        ),
    },
    "sq": {
        Stage.POSSIBLE: (f"mund {_SQ_CLITIC}V", "(?:po )?(?:shqyrton|shqyrtojne|shqyrtuar) V"),
        Stage.PLANNED: (
            f"(?:planifikon|planifikojne|planifikonte|planifikuar|synon|synojne|synonte|deshiron|deshirojne|pritet|"
            f"priten|pritej|don|duan|do|kerkon|kerkojne|gati|pergatitet|pergatiten|ndermend|plan) te {_SQ_CLITIC}V",
            f"(?:planifikon|planifikojne|synon|synojne|do|gati) (?:ta|t) {_SQ_CLITIC}V",
            "(?:ne )?(?:prag|pragun) (?:te|e) V",
            "V (?:\\w+ )?(?:i|e|te) (?:planifikuar|parashikuar|caktuar|pritur) (?:per|ne|te)",
        ),
        Stage.ONGOING: (
            "(?:ne )?(?:procesin|proces) (?:e|te) V",
            f"(?:eshte|jane) duke {_SQ_CLITIC}V",
            f"po (?!(?:ashtu|ate|ato|keto|kete|ne|te|me|nga) )"
            f"(?!{_SQ_CLITIC}\\w+(?:hej|hen|onte|onin|nte|nin) ){_SQ_CLITIC}V",
        ),
        Stage.DONE: (
            f"(?:ka|kane|kishte|kishin|paska) {_SQ_CLITIC}(?=\\w+(?:ur|ar|re|er|ne|yer|ur) )V",
            "(?=\\w{2,}(?:oi|uan|uen|eu|yen|oren|iti|iten|osi|isi|isen|osen) )V",
            "(?=(?:hapi|hapen|bleu|blene|shiti|shiten|mori|moren|dha|dhane|vuri|vune|vodhi|vodhen|vrau|vrane|vdiq|"
            "vdiqen|nisi|nisen|hyri|hyne|zuri|zune|iku|iken|ra|rane|goditi|priti|lindi|humbi|humben|mbylli|mbyllen|"
            "doli|dolen|erdhi|erdhen|preu|prene|beri|bene|pa|pane|gjeti|gjeten|ngriti|ngriten|zbriti|uli|ulen|"
            "rriti|rriten|ndali|ndalen|njohu|njohen|lejoi|lane|la) )V",
        ),
    },
    "sr": {
        Stage.POSSIBLE: (
            f"(?:moze|mogu|mogao bi|mogla bi|mogli bi|moglo bi|mogle bi|"
            f"bi (?:\\w+ ){{0,2}}(?:mogao|mogla|mogli|moglo|mogle)) "
            f"{_SR_CLITIC}V",
            f"(?:mozda|eventualno) (?:ce )?{_SR_CLITIC}V",
            "(?:razmatra|razmatraju|razmislja|razmisljaju) (?:o )?V",
        ),
        Stage.PLANNED: (
            f"(?:planira|planiraju|planirao|planirala|planirali|namerava|nameravaju|zeli|zele|hoce|treba|trebalo bi|"
            f"sprema|spremaju|priprema|pripremaju|ocekuje|nastoji|nastoje)"
            f"(?: se)? da (?:(?:u|od|do) \\w+ (?:\\d+ )?)?{_SR_CLITIC}V",
            f"(?:ce|cu|cemo|nece) {_SR_CLITIC}V",
            "(?:na pragu|nadomak|pred|korak do) V",
            "V (?:\\w+ )?(?:je |su )?(?:zakazan|planiran|predvidjen)\\w* (?:za|u)",
            f"(?:najavljuj\\w+|{_SR_AUXILIARY} najavi(?:o|la|li|lo)|najavi(?:o|la|li|lo) {_SR_AUXILIARY}) V",
            "FUTUREV",
        ),
        Stage.ONGOING: (
            "u (?:procesu|postupku|fazi) V",
            f"(?:upravo|trenutno|i dalje) (?!{_SR_AUXILIARY} ){_SR_CLITIC}V",
        ),
        Stage.DONE: (
            f"{_SR_AUXILIARY} (?:\\w+ ){{0,4}}?(?={_SR_PARTICIPLE} )V",
            f"(?={_SR_PARTICIPLE} (?:se )?{_SR_AUXILIARY} )V",
        ),
    },
    "it": {
        Stage.POSSIBLE: (
            "(?:potrebbe|potrebbero|puo|possono|potra|potranno) (?:anche |presto |cercare di |essere )*V",
            "(?:valuta|valutano|considera|considerano) (?:di |se )?V",
        ),
        Stage.PLANNED: (
            "(?:intende|intendono|prevede|prevedono|vuole|vogliono|progetta|progettano|"
            "conta|contano|punta|puntano|mira|"
            "pensa|pensano|spera|sperano|pianifica|pianificano) (?:di |a |ad |l )?V",
            "(?:sta|stanno|stava|stavano) per V",
            "(?:vicin[oaie]|passo) (?:a|ad|all) V",
            "(?:dovra|dovranno|sara|saranno|verra|verranno) (?:essere |venire )?(?=\\w{2,}[ts][oaei] )V",
            "V (?:\\w+ )?(?:e |sono )?(?:previst|fissat|programmat|attes)[oaie] (?:per|a|il|in|domani)",
            "(?:ha|hanno) annunciato (?:il |la |l |un |una |i |le )?V",
            "(?:in procinto|sul punto|alla vigilia) (?:di|dell|della) V",
            "(?:prepara|preparano|pronto|pronta|pronti|pronte|appresta|apprestano) (?:a|ad) V",
            "FUTUREV",
        ),
        Stage.ONGOING: (
            "(?:sta|stanno) (?=\\w+ndo )V",
            "in (?:corso|fase|via) di V",
        ),
        Stage.DONE: (
            f"{_IT_AUXILIARY} {_IT_ADVERB}(?=\\w{{2,}}[ts][oaei] )V",
            "PASTV",
        ),
    },
    "hu": {
        Stage.POSSIBLE: (
            "(?=\\w{3,}(?:hat|het|hatja|heti|hatnak|hetnek|hatjak|hetik|hatna|hetne|hatnanak|hetnenek) )V",
        ),
        Stage.PLANNED: (
            "(?:fog|fogja|fognak|fogjak|tervezi|tervezik|tervez|terveznek|keszul|keszulnek|akarja|akarjak|akar|akarnak|"
            "szandekozik|szeretne|szeretnek|kivanja|kivan|celja) (?:\\w+ ){0,3}?(?=\\w+ni )V",
            "(?=\\w+ni )V(?= (?:\\w+ ){0,2}?"
            "(?:fog|fogja|fognak|fogjak|tervezi|tervezik|tervez|terveznek|keszul|keszulnek|"
            "akarja|akarjak|akar|akarnak|szandekozik|szeretne|szeretnek|kivanja|kivan) )",
            "(?:hamarosan|nemsokara|rovidesen|mihamarabb) (?!\\w+(?:ott|ett|t|ta|te|tak|tek) )V",
            f"(?:holnap|holnaputan|ma (?:delelott|delutan|este)|{_HU_DAY}) {_HU_NOT_YET}V",
            "(?:(?:\\w+re )?(?:tervezett|kituzott)|varhato) V",
        ),
        Stage.ONGOING: (
            "(?:eppen|epp|jelenleg) (?!\\w+(?:ott|ett|ta|te|tak|tek) )V",
            "V(?= (?:folyik|folyamatban|zajlik) )",
        ),
        Stage.DONE: ("(?=\\w{2,}(?:ott|ett|lt|rt|nt|ta|te|[tlrn]tak|[tlrn]tek|tt) )V",),
    },
}

_LIGHT = """
filed lodged submitted made took taken gave given held reached
presentato presentata depositato depositata fatto preso tenuto raggiunto proposto
ulozio ulozila ulozili ulozen ulozena podneo podnela podneli podneta podnet doneo donela odrzao odrzan odrzana
paraqiti paraqitur dorezoi dorezuar mori marre mbajti mbajtur beri bere
benyujtotta benyujtottak benyujtott beadta beadtak hozott hozta meghozta tartott tartottak tette kotott kotottek
"""
LIGHT = frozenset(_LIGHT.split())
"""Verbs whose object says what is done: "filed an appeal"."""


def _compiled(pattern: str) -> re.Pattern[str]:
    return lazy(r"(?<!\w)" + pattern.replace("V", r"(?P<verb>\w+)", 1))


ENDINGS: dict[tuple[str, str], tuple[str, ...]] = {
    ("sr", "FUTUREV"): ("iće", "aće", "nuće", "иће", "аће", "нуће"),
    ("it", "FUTUREV"): ("rà", "ranno"),
    ("it", "PASTV"): ("ò", "arono", "irono"),
}
"""Tenses that only the letters as written tell: folded, "kupiće" and "granice" end alike."""
NO_FUTURE = frozenset(["ptiće", "biciće", "braće", "plaće", "gaće"])
STAGES: dict[str, list[tuple[Stage, str, re.Pattern[str] | None]]] = {
    language: [
        (stage, pattern, None if (language, pattern) in ENDINGS else _compiled(pattern))
        for stage, patterns in by_stage.items()
        for pattern in patterns
    ]
    for language, by_stage in _PATTERNS.items()
}
