"""What kind of answer a question asks for, and whether a sentence holds one: a reason, a time or a number.

Only these three can be told from a few words in every language: a sentence that gives a reason, a time or a number has
a word that says so. The tables were written from grammars of the five languages, not from any article; they are folded,
as the questions and sentences that they meet are.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from index.fold import fold


class Asked(Enum):
    """What the question word asks for."""

    REASON = "reason"
    TIME = "time"
    NUMBER = "number"


_QUESTIONS = {
    Asked.REASON: r"\b(?:why|perche|zasto|pse|miert|how come|per cfare arsye|mi okbol|mi miatt)\b",
    Asked.TIME: r"\b(?:when|kur|kada|kad|quando|mikor|what (?:year|month|day|date)|koje godine|che anno)\b",
    Asked.NUMBER: r"\b(?:how (?:many|much)|sa|cfare numri|koliko|quant[oaie]|hany\w*|mennyi\w*|mekkora)\b",
}
_REASONS = (
    r"\b(?:because|due to|as a result|result of|owing to|thanks to|in order to|so that|caused? by"
    r"|sepse|per shkak|pasi|meqe|ngaqe|jer|zbog|usled|buduci|kako bi|da bi|radi"
    r"|poiche|perche|a causa|per via|dato che|grazie a|mert|mivel|miatt|kovetkezt\w*|erdekeben|okozt\w*)\b"
)
_MONTHS = (
    r"januar|gennaio|janar|februar|febbraio|shkurt|march|mart|marzo|marcius|mars|april|aprile|prill|maj|maggio|maju"
    r"|june|jun|giugno|qershor|july|jul|luglio|korrik|avgust|august|agosto|gusht|augusztus|sept|settembre|shtator|szept"
    r"|oktob|october|ottobre|tetor|novemb|nentor|decemb|dicembre|dhjetor"
)
_TIMES = (
    rf"\b(?:(?:{_MONTHS})\w*|in may|u maju|(?:1[89]|20)\d\d"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|ago|last (?:week|month|year)|this (?:week|month|year)"
    r"|sot|dje|javen|muajin|vitin|te (?:henen?|marten?|merkuren?|enjten?|premten?|shtunen?|dielen?)"
    r"|danas|juce|ponedelj\w*|utor\w*|sred[aue]|cetvrt\w*|pet(?:ak|ka|ku)|subot\w*|nedelj\w*|prosl\w+|ove godine"
    r"|oggi|ieri|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|scors[oa]|fa|anno|mese"
    r"|ma|tegnap|hetf\w+|kedd\w*|szerd\w+|csutort\w+|pentek\w*|szombat\w*|vasarnap\w*|mult|iden|ota|evben)\b"
)
_NUMBERS = (
    r"\d|\b(?:(?:hundred|thousand|million|billion|dozen|two|three|four|five|six|seven|eight|nine|ten)s?"
    r"|(?:qind|mij|milion|miliard|gjasht|shtat|dhjet)\w*|dy|tre|tri|kater|pese|tete|nente"
    r"|(?:stotin|hiljad|milijard|desetin|dva|cetiri|sedam|osam|devet|deset)\w*|dve|pet|sest"
    r"|(?:centinai|migliai|milion|miliard|quattro|cinque|sette|decin)\w*|due|cento|mille|sei|otto|nove|dieci"
    r"|(?:szaz|ezer|millio|milliard|ketto|harom|nyolc|kilenc)\w*|ket|negy|ot|hat|het|tiz)\b"
)
_ASKS = {kind: re.compile(pattern) for kind, pattern in _QUESTIONS.items()}
_HOLDS = {Asked.REASON: re.compile(_REASONS), Asked.TIME: re.compile(_TIMES), Asked.NUMBER: re.compile(_NUMBERS)}


def asked(question: str) -> Asked | None:
    """The kind of answer the question asks for; None where it cannot be told."""
    folded = fold(question)
    return next((kind for kind, pattern in _ASKS.items() if pattern.search(folded)), None)


@lru_cache(maxsize=8192)
def holds(sentence: str, kind: Asked) -> bool:
    """Whether a sentence holds an answer of the kind."""
    return bool(_HOLDS[kind].search(fold(sentence)))
