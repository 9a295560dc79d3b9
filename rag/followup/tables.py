"""Words for `rag.followup`, folded, by language, from grammars of the five languages; none from any article."""

from __future__ import annotations

from collections.abc import Mapping

from index.language_tables import SMALL_WORDS

LANGUAGES = ("en", "sq", "sr", "it", "hu")


def _sets(*tables: Mapping[str, str]) -> dict[str, frozenset[str]]:
    return {code: frozenset(" ".join(table[code] for table in tables).split()) for code in LANGUAGES}


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_QUESTION_WORDS = {
    "en": "what who whom whose which when where why how much many long often far",
    "sq": "cfare kush kujt cili cila cilet cilat cilen cilin cilit ku kur pse perse si sa",
    "sr": "sta sto ko koga kome kim cim cega ciji cija cije koji koja koje kojem kojoj kojeg kojih kada kad gde"
    " gdje kuda"
    " odakle zasto kako koliko kolika koliki kolike kolikom",
    "it": "che chi cosa quando dove perche come quale quali qual quanto quanta quanti quante",
    "hu": "mi mit mik miket ki kit kik kinek kitol mikor hol hova honnan miert hogyan hogy mennyi mennyit mennyire hany"
    " hanyan melyik milyen meddig mekkora minek mivel",
}

AND = {"en": _set("and"), "sq": _set("dhe"), "sr": _set("i a"), "it": _set("e ed"), "hu": _set("es s")}
_RELATIVE = _set("koji koja koje kojem kojoj kojeg kojih che hogy")
_BEGINS = {
    "en": "did does do was were is are has have had will would can could",
    "sq": "a",
    "sr": "da je",
    "it": "",
    "hu": "kinek kitol kivel mibol mirol miben mire hova kiket",
}
BEGINS = {code: (_set(_QUESTION_WORDS[code]) | _set(_BEGINS[code])) - _RELATIVE for code in LANGUAGES}
"""What a question begins with; not words that far more often join a clause to a noun."""

PERSONS = _sets(
    {
        "en": "he she him his her hers they them their theirs",
        "sq": "ai ajo ata ato atij asaj atyre tij saj tyre",
        "sr": "on ona oni njega nju njih njemu njoj njima njim njom ga mu joj ih im njegov njegova njegovo"
        " njegovi njegove"
        " njen njena njeno njeni njene njenu njenog njihov njihova njihovo njihovi",
        "it": "lui lei loro suo sua suoi sue",
        "hu": "o ok ot oket neki nekik tole toluk vele veluk rola roluk hozza hozzajuk benne bennuk ove",
    }
)
"""Pronouns that may stand for a person."""

THINGS = _sets(
    {
        "en": "it its",
        "sq": "kjo ky keta keto kete kesaj ketij ketyre aty atje",
        "sr": "ono taj tog toga tom tome tim tu tamo tada ovo ovaj ova ovog to",
        "it": "questo questa questi queste quello quella quelli quelle cio esso essa essi esse",
        "hu": "ez ezt azt ennek annak ezek azok ezeket azokat erre arra errol arrol ebben abban ettol attol ott",
    }
)
"""Pronouns for a thing or an event, and words for its place."""

POINTING = {
    "en": r"\b(?:that|this|those|these|there|then)\s*[?!.]*$"
    r"|\b(?:did|was|were|is|does|has|will) (?:that|this|those|these)\b",
    "it": r"\bchi (?:lo|la|li|le|l)\b",
    "hu": r"\b(?:ez|az)\s*[?!.]*$|\b(?:az|ez) (?:mikor|hol|miert|volt|igaz)\b",
}
"""Where a word points back that elsewhere is an article or begins a clause."""

SUBJECTLESS = {
    "sr": r"\W*(?:da li|je li) je \w{3,}(?:o|la)(?: \w+){0,2}\W*$",
    "it": r"\W*(?:si e|ha|e stat[oa]) \w+(?:to|ta|so|sa)(?: \w+){0,2}\W*$",
    "sq": r"\W*a (?:ka \w+|dha|u \w+)(?: \w+){0,2}\W*$",
    "hu": r"\W*\w{3,}[oe]tt(?: e)?\W*$",
}
"""How a short question begins whose verb tells by itself that somebody is meant who was spoken of."""

CONNECTIVES = _sets(
    {
        "en": "and but so also",
        "sq": "dhe po por edhe",
        "sr": "a i ali pa",
        "it": "e ed ma",
        "hu": "es s de hat",
    }
)
"""What a question that goes on begins with."""

ABOUT = {
    "en": r"(?:and )?(?:what|how) about\b",
    "sq": r"(?:po )?(?:cka|cfare) (?:ndodh )?me\b",
    "sr": r"(?:a )?s(?:ta|to) je s(?:a)?\b",
    "it": r"(?:e )?che dire d|e per quanto riguarda\b",
    "hu": r"(?:es )?mi van\b",
}

PREPOSITIONS = _sets(
    {
        "en": "from to in at with by for of on against about near off into between towards",
        "sq": "nga ne me per te kunder prej drejt mbi tek te",
        "sr": "od iz u sa s o na za protiv prema kod kroz",
        "it": "da dal dalla dall in nel nella nell con per a al alla all di del della dell su sul sulla contro verso",
        "hu": "ellen szerint felol fele",
    }
)
"""Before a name: whose place it takes is told by them."""
WITH_ARTICLE = {"da": "da", "ne": "in", "de": "di", "al": "a", "su": "su"}
"""An Italian preposition by its first letters, without the article that is one word with it: "dalla"."""

_OTHER = {
    "en": "off near into onto from by up down out over under between through during did does do has have had"
    " be been being was were is are am will would can could may might must should not no"
    " more help tell know knows think opinion your you"
    " don didn doesn isn wasn aren weren hasn haven t s re ve ll of about for on in with at to old age please exactly"
    " else really ever still already yet again there then that this those these one ones such some any else",
    "sq": "shume me ndihmo ndihmon ndihmosh ndihmoni trego mendimi mendon"
    " prane drejt afer ndaj gjate dhe po por edhe pra atehere e i te se per me ne nga u ka kane kishte"
    " kishin jane eshte ishte ishin do"
    " behet bere"
    " tjeter tjera vjec vjece ende tashme sakte saktesisht gje ndonje",
    "sr": "vise pomozi pomozes pomognes pomoci reci znas zna mislis misljenje"
    " kod iz pred pored prema kroz a i ali pa onda dakle o je su se li ce bi da ne nije nisu bilo bila"
    " bio bili jeste jesu ima imaju imao imala"
    " godina godine star stara jos vec tacno drugo neko nesto",
    "it": "piu aiuto aiutarmi aiutami dimmi sai sa pensi opinione"
    " davanti presso vicino verso contro durante e ed ma allora poi quindi di su per a in da con era"
    " erano sono stato stata stati state fu furono ha"
    " hanno aveva"
    " anni eta ancora gia esattamente altro altri lo la li le gli l c ci vi ne",
    "hu": "es s de akkor tehat meg hat a az is volt van vannak voltak lesz lett nincs e eves idos mar pontosan"
    " mas valaki"
    " tobbet segits segiteni segitesz mondj mondd tudsz tudja gondolsz velemenyed"
    " valami",
}
_HAPPENS = {
    "en": "people person persons country countries name names year years month day time times article articles"
    " come comes came go goes went get gets got say says said make made later earlier before after afterwards"
    " happen happens happened take takes took place occur occurred begin began start started end ended mean means"
    " meant tell know known thing things",
    "sq": "njerez veta vete persona person vend vende shtet shtete emri vit vite vjet muaj dite kohe"
    " vjen erdhi bere beri ben tha thane pastaj me pare vone ndodh ndodhi ndodhte filloi mbaroi thote do gje",
    "sr": "ljudi ljude osoba osobe zemlja zemlje drzava drzave ime mesec meseci dan dana vreme clanci"
    " ranije kasnije pre prije posle potom dolazi radi uradio uradila rekao rekla dogodilo dogodi desilo"
    " desi desio zbilo pocelo pocela zavrsilo znaci desava dogada",
    "it": "persone persona paese paesi nome nomi anno mese mesi giorno giorni tempo articoli"
    " viene vengono fa fanno fatto dice dicono detto prima dopo poi successo succede accaduto avvenuto"
    " avvenne accadde cominciato iniziato finito significa",
    "hu": "ember emberek embert fo orszag orszagok nev neve ev evet honap nap ido cikkek"
    " jon mond mondta tesz tett csinal csinalt korabban kesobb utana elotte tortent tortenik kezdodott"
    " zajlott jelent jelenti",
}
_GREETINGS = (
    "hello hi hey thanks thank please ok okay yes no ciao salve grazie si zdravo cao hvala da ne pershendetje"
    " tungjatjeta"
    " faleminderit po jo szia sziasztok hello koszonom igen nem"
)


SAYS_NOTHING = {
    code: own | PERSONS[code] | THINGS[code] | SMALL_WORDS[code] | _set(_GREETINGS)
    for code, own in _sets(_QUESTION_WORDS, _OTHER).items()
}
"""Words that say nothing of what a question is about: a question of these alone is no whole question."""
NOT_OWN = {code: SAYS_NOTHING[code] | happens for code, happens in _sets(_HAPPENS).items()}
"""Words that leave open what a question that follows others is about."""

ASK_WHO = _set("who whose kush kujt ko koga ciji cija chi ki kik kit kinek")
ASK = _sets(
    {
        "en": "who what where when why how",
        "sq": "kush kujt cfare ku kur pse perse si",
        "sr": "ko sta sto gde gdje kada kad zasto kako kuda odakle",
        "it": "chi cosa dove quando perche come",
        "hu": "ki kik kit mi mit hol mikor miert hogyan honnan hova",
    }
)
"""Question words that no noun follows: the next word that is none of `BETWEEN` is a verb."""
BETWEEN = _sets(
    {
        "en": "",
        "sq": "i e u ia po do te nuk ka kane kishte",
        "sr": "se li ce bi da ne",
        "it": "si non ci lo la li ha hanno aveva",
        "hu": "is nem",
    }
)
BE = _sets(
    {
        "en": "is are was were been be being",
        "sq": "",
        "sr": "je su",
        "it": "e sono era erano stato stata stati state viene",
        "hu": "",
    }
)
"""After these stands a verb only in the form of a participle."""
PARTICIPLE = {
    "en": r"\w+(?:ed|ing)",
    "sr": r"\w+[aeiou](?:o|la|lo|li|le)|\w+(?:dj|nj|lj|sen|jen|cen|zen|pis|bran)(?:en|an|)[aoie]?",
    "it": r"\w+(?:[aiu]t|tt|rt|st|s)[oaie]",
}
VERB = {
    "en": r"\w{3,}ed",
    "sq": r"\w+(?:ojne|uan|oi|on|oje)",
    "sr": r"\w{3,}(?:uje|uju|ujes|avaju|iraju)|\w{3,}[aeiu](?:o|lo|li)",
    "it": r"\w{3,}(?:ano|ono|irono|arono)",
    "hu": r"\w{2,}[aeio]tt(?:a|e|ak|ek|uk)?",
}
"""Forms that are mostly verbs wherever they stand."""
BEFORE_VERB = _sets({"en": "", "sq": "u po", "sr": "se", "it": "ha hanno si", "hu": ""})
AFTER_VERB = _sets({"en": "", "sq": "", "sr": "", "it": "", "hu": "ki be el meg fel le at ossze"})
ARTICLE = _sets({"en": "the a an", "sq": "", "sr": "", "it": "il lo la i gli le l un una", "hu": "a az egy"})
"""A word right before an article is mostly a verb, unless one stands right before it too."""
HELPERS = _set("did does do has have had will would can could should may might must")
ARTICLES = _set("the a an this that these those his her its their our any some")
LINKS = _set("of and de di del della dei delle dell d e i te se dhe es az a sa za na od")
"""Words that may stand between two carried ones as they did in their question."""
