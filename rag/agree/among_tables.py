"""What people are counted as in an accident, how five languages say who reported it first, and what they call it.

Patterns over folded words.
"""

from __future__ import annotations

from index.patterns import lazy
from rag.verify.cues import Words

_DEAD = (
    r"dead|died|dies|killed|deaths?|vittim[ae]|(?:lost|lose|claimed|took) (?:\w+ ){0,2}lives|"
    r"vdek\w+|vdiq\w*|vrar\w*|vrane|humb\w+ jeten|jeten e humb\w+|"
    r"mrtv\w+|pogin\w+|ubijen\w*|nastrada\w+|stradal\w+|preminul\w+|umrl\w+|izgubi\w+ (?:je |su )?zivot\w*|"
    r"zivot\w* (?:je |su )?izgubi\w+|"
    r"mort[ioe]|morta|uccis[oiae]|decedut\w|decess[oi]|(?:perso|perdono|persero) la vita|"
    r"halott\w*|meghalt\w*|haltak|eletet veszt\w+|eletuket veszt\w+|halalos aldozat\w*"
)
_HURT = (
    r"injur(?:ed|ies|ing)|wounded|hurt|plagosur\w*|plagos\w*|lenduar\w*|povredj\w+|povredjen\w*|ranjen\w*|ozledj\w+|"
    r"ferit[ioae]|sebesult\w*|serult\w*|megserult\w*"
)
_MISSING = r"missing|unaccounted|zhdukur\w*|nestal\w+|traga|traze|dispers[ioae]|eltunt\w*|hianyz\w+"
_SAVED = (
    r"evacuated|rescued|led (?:out|to safety)|saved|transferred|survived|survivors?|evakuu\w+|shpetu\w+|transportu\w+|"
    r"evakuisan\w*|spasen\w*|spasao|izvucen\w*|izvuceno|prebacen\w*|evacuat[ioae]|salvat[ioae]|portat[ioae] fuori|"
    r"trasferit[ioae]|kimenek\w+|kimentett\w*|megmenek\w+|atszallit\w+"
)
CASUALTIES = {
    name: lazy(rf"(?<!\w)(?:{pattern})(?!\w)")
    for name, pattern in (("dead", _DEAD), ("hurt", _HURT), ("missing", _MISSING), ("saved", _SAVED))
}
"""By class, the words that say what became of people."""

TOLD = {
    "en": r"reported|revealed|published|disclosed|broken|broke|surfaced|announced|report|reveal|publish|appeared",
    "sq": r"raportu\w+|raportoi|njofto\w+|publik\w+|dha|zbulo\w+|zbuluar|dhene|shkroi|bere e ditur|transmetoi|nxor\w+",
    "sr": r"objavi\w+|javi\w+|prene\w+|otkri\w+|izvesti\w+|pisa\w+",
    "it": r"riferi\w+|riporta\w+|rivela\w+|pubblica\w+|annuncia\w+|da(?:to|ta|re|ndo)|diffus\w+|scritto|svela\w+|"
    r"anticipa\w+",
    "hu": r"jelent\w+|kozol\w+|irta?|szamolt|hirul|adott hirt|hirt adott|tudosit\w+|megir\w+|leplez\w+|hozta|felt\w+",
}
"""By language, verbs of reporting."""
_FIRST = {
    "en": r"first|before (?:any(?:one|body)|everyone) else",
    "sq": r"(?:i|e|te) pari|(?:e|te) para|per here te pare|para te gjith\w+",
    "sr": r"prv[iaoe]|prvi put|pre svih",
    "it": r"prim[oaie](?: di (?:chiunque altro|tutti|ogni altro))?|per la prima volta",
    "hu": r"elsokent|eloszor|mindenki elott",
}
_GAP = r"(?:\W+\w+){0,5}?\W+"
FIRST = {
    language: lazy(rf"(?<!\w)(?:(?:{first}){_GAP}(?:{TOLD[language]})|(?:{TOLD[language]}){_GAP}(?:{first}))(?!\w)")
    for language, first in _FIRST.items()
}
"""A word for "first" and a verb of reporting near each other, over folded words; the source stands beside them."""

_CALLS = {
    "en": (
        r"(?:call|label|brand|dub|term|deem|consider)(?:s|ed|led|bed|ing|ling)",
        r"(?:view|see|describe|regard|denounce|condemn|dismiss|hail|praise|characteri[sz]e|portray|present|treat)"
        r"(?:s|ed|d|n|ing)?|saw",
    ),
    "sq": (
        r"(?:quan|quajti|quajten|quajne|quajtur|konsideron|konsideroi|konsiderojne|konsideruan|konsideruar|cileson|"
        r"cilesoi|cilesojne|cilesuar|vlereson|vleresoi)",
        r"(?:sheh|shohin|pershkruan|pershkroi|pershkruajne|pershkruar|cileson|cilesoi|konsideron|vleresoi|denoncoi)",
    ),
    "sr": (
        r"(?:smatra|smatraju|naziva|nazivaju|nazva\w+|zove|zovu)",
        r"(?:opis\w+|vidi|vide|oceni\w+|ocenjuj\w+|okarakteris\w+|oznaci\w+|kvalifikova\w+|shvata\w*)",
    ),
    "it": (
        r"(?:considera|considerano|ritiene|ritengono|defini\w+|chiama|chiamano|chiamato|giudica|giudicano|bolla|bollato)",
        r"(?:vede|vedono|descri\w+|bolla\w*|denuncia\w*|saluta\w*|condanna\w*|presenta\w*)",
    ),
    "hu": (
        r"(?:nevez\w*|tekint\w*|tart\w*|minosit\w*|titulal\w*|belyeg\w*)",
        r"",
    ),
}
_AS = {"en": "as", "sq": "si", "sr": "kao", "it": "come"}
CALLS = {
    language: tuple(lazy(rf"(?<!\w)(?:{pattern})(?!\w)") for pattern in patterns if pattern)
    for language, patterns in _CALLS.items()
}
"""Verbs of calling something something: those that take it plainly, and those that take it after the word of `AS`."""
AS = _AS
NOT_CALLED = frozenset(
    "for on off upon out in up at that whether to che di da se te qe hogy".split()  # noqa: SIM905
)
"""Behind a verb of calling, the words that give it another meaning: "called for", "ritengono che"."""
HU_AS = lazy(r"\w{2,}(?:nak|nek|kent|va|ve)")
"""How Hungarian marks what something is called."""
SR_AS = lazy(r"\w{3,}(?:om|em|im|ama|ima)")
"""The case in which Serbian says what something is called."""

ADMITS = Words(
    """admit* confess* acknowledg* conced* confirm* ammett* ammess* ammis* conferma* riconosc* priznaj* prizna*
    potvrd* pranoi pranon pranua* pranojne rrefe* konfirmo* konfirmu* elismer* beismer* megerosit*"""
)
"""Verbs by which somebody says that what is asked or charged is so, in any of the languages."""
