"""The prepositions, case endings and verbs of the five languages that tell what part a name plays.

Prepositions, articles and verbs are folded words, a "*" after the beginning of one; patterns match whole folded words.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Role(StrEnum):
    """What a name does in its clause."""

    AGENT = "agent"
    PATIENT = "patient"
    SOURCE = "source"
    GOAL = "goal"
    OWNER = "owner"
    AGAINST = "against"
    BY = "by"
    WITH = "with"
    PLACE = "place"
    SPEAKER = "speaker"
    OTHER = "other"


BEFORE = {
    "en": {
        Role.SOURCE: "from",
        Role.GOAL: "to toward towards for into onto",
        Role.BY: "by",
        Role.OWNER: "of",
        Role.AGAINST: "against over on upon",
        Role.WITH: "with",
        Role.PLACE: "in at inside within across near",
        Role.OTHER: "like between besides except than via as about",
    },
    "it": {
        Role.SOURCE: "da dal dalla dall dai dagli dalle dallo",
        Role.GOAL: "a ad al alla all ai agli alle allo verso per",
        Role.OWNER: "di del della dell dei degli delle dello d",
        Role.AGAINST: "contro su sul sulla sull",
        Role.WITH: "con col",
        Role.PLACE: "in nel nella nell negli nelle nei presso",
        Role.OTHER: "tra fra tranne come oltre",
    },
    "sq": {
        Role.SOURCE: "nga prej",
        Role.GOAL: "drejt ndaj per tek te",
        Role.AGAINST: "kunder mbi",
        Role.WITH: "me",
        Role.PLACE: "ne brenda",
        Role.OTHER: "midis pervec si mes pa",
    },
    "sr": {
        Role.SOURCE: "od iz",
        Role.GOAL: "ka prema za",
        Role.BY: "strane",
        Role.AGAINST: "protiv nad na",
        Role.WITH: "sa s",
        Role.PLACE: "u kod",
        Role.OTHER: "pored osim izmedju kao oko preko uz pri o po",
    },
    "hu": {},
}
AFTER = {
    "hu": {Role.BY: "altal", Role.AGAINST: "ellen", Role.GOAL: "fele szamara reszere", Role.OTHER: "szerint mellett"}
}
ARTICLES = {
    "en": "the a an its his her their",
    "it": "il lo la i gli le l un una uno",
    "sq": "e i te se",
    "sr": "",
    "hu": "a az egy",
}
HUNGARIAN = (
    (Role.SOURCE, re.compile(r"\w{2,}(?:tol|bol|rol)")),
    (Role.GOAL, re.compile(r"\w{2,}(?:nak|nek|hoz|hez|ba|be|ra|re)")),
    (Role.PLACE, re.compile(r"\w{2,}(?:ban|ben|nal|nel)")),
    (Role.WITH, re.compile(r"\w{2,}(?:val|vel|([b-df-hj-np-tv-z])\1[ae]l|gg[ae]l)")),
    (Role.OTHER, re.compile(r"\w{2,}(?:ert|ig)")),
    (Role.PATIENT, re.compile(r"\w{2,}(?:[aeiou]t|[lnrsjz]t)")),
)
HUNGARIAN_FROM = re.compile(r"\w{2,}(?:t[oe]l|b[oe]l|r[oe]l)")
SERBIAN_ENDINGS = ((Role.PATIENT, "u"), (Role.GOAL, "oj ama ima i"), (Role.OTHER, "om em"), (Role.OWNER, "e og"))
SERBIAN_INTO = re.compile(r"\w{2,}(?:[iej]ju|sku|cku|[^aeiou]nu)")  # "u Rusiju", into; "u Teheranu" is in
ALBANIAN = ((Role.OWNER, re.compile(r"\w{3,}(?:se|it|ut)")), (Role.PATIENT, re.compile(r"\w{3,}(?:ne|[ae]n)")))
PASSIVE = {"it": "stato stata stati state viene venne venuto vengono", "sq": "u"}
GETS = {
    "en": "buy* bought purchas* receiv* acquir* import* obtain* get gets got gain* order* procur* borrow*",
    "it": "compr* acquist* ricev* ottien* otten* ottenut* import* ordin* procur* preso prend*",
    "sq": "ble* mori moren morem merr merrni merrin marre merrte import* siguroi perfito*",
    "sr": "kup* nabav* dobi* prim* uvoz* uvez* naruc* pribav* preuz*",
    "hu": "vasarol* vesz vett vettek venni megvett* kap kapott kaptak megkap* beszerez* beszerz* importal* szerez*",
}
LOSES = {
    "en": "lose loses lost losing",
    "it": "perde perso perdono perdut*",
    "sq": "humbi humbur humbet humben",
    "sr": "izgubi* gubi porazen*",
    "hu": "kikapott vesztett veszitett kikap",
}
GIVES = {
    "en": "sell* sold send* sent suppl* export* deliver* giv* gave provid* ship ships shipped lend* donat* transfer*",
    "it": "vend* invi* forn* esport* consegn* spedi* don* dato dare cede cedut*",
    "sq": "shet* shit* dergo* dergu* furniz* eksport* dha* jep* dhene",
    "sr": "prodaj* prodal* prodao proda* salj* sala* poslal* poslao isporuc* izvoz* izvez* dostav* daje dala dao",
    "hu": "elad* ad adott adnak kuld* szallit* exportal* eljuttat* ertekesit* atad*",
}
