"""The words that turn, soften or attribute a statement, and those that begin a clause, in five languages.

Folded (`index.fold`), so that one entry serves diacritics and, in Serbian, both scripts. An entry that ends in "*"
stands for every word that begins so. Written from the grammars of the languages: negative particles and pronouns, verbs
that deny, withhold or prevent, epistemic adverbs and moods, verbs of saying, subordinating conjunctions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

LANGUAGES = ("en", "it", "hu", "sq", "sr")
_SERBIAN = dict.fromkeys(("bs", "cnr", "hr", "sh"), "sr")

_NEGATIONS = {
    "en": "not no never none nobody nothing nowhere neither nor without cannot",
    "sr": """ne nije nisu nisam nisi nismo niste nece necu neces necemo necete nema nemaju nemam nemamo nemate nemoj
        nemojte nijedan nijedna nijedno nijednu nijednog nijedne nikad nikada niko nikog nikoga nikome nista nicega
        nicemu nigde nikakav* nikakv* bez ni niti""",
    "it": "non nessun nessuno nessuna niente nulla mai senza senz",
    "sq": "nuk s mos asnje askush askujt askend asgje kurre asnjehere jo pa as",
    "hu": """nem nincs nincsenek sem sincs sincsenek ne soha sose sosem senki* semmi* nelkul egyiksem sehol semmikor
        semmilyen semelyik""",
}
_ONLY = {
    "en": "only just merely solely exclusively simply",
    "sr": "samo iskljucivo jedino",
    "it": "solo soltanto solamente esclusivamente",
    "sq": "vetem thjesht",
    "hu": "csak csupan kizarolag pusztan egyedul",
}
_DENIALS = {
    "en": "deny denies denied denying denial* refut* rebut*",
    "sr": "negira* demant* porek* poric* opovrg*",
    "it": "nega nego negano negato negata negando negava negavano smenti*",
    "sq": "moho* mohu* pergenjesht*",
    "hu": "tagad* cafol* megcafol*",
}
_WITHHELD = {
    "en": """omit* refus* declined declines fail fails failed failing withheld withhold* ban bans banned banning
        prohibit* prevent* forbid* forbad* forbidden lack lacks lacked avoid* halt* cancel* reject* abandon* unable
        unclear unknown suspend*""",
    "sr": "odbi* zabran* sprec* izosta* propust* obustav* otkaz* odusta* uskrat* nepoznat* nejasn* izbeg*",
    "it": """rifiut* vieta* vieti* impedi* omess* omett* manca* evita* annulla* respin* proibi* ignot* sconosciut*
        sospes* sospend*""",
    "sq": """refuz* ndalo* ndalu* pengo* pengu* anulo* anulu* desht* hodh* panjohur* paqart*
        rrezo* rrezu* pezullo* pezullu* shmang*""",
    "hu": """elutasit* megtilt* tilt* megakadalyoz* elmulaszt* visszautasit* betilt* lemond* ismeretlen*
        elkerul* felfuggeszt*""",
}
_HEDGES = {
    "en": """may might could allegedly reportedly possibly probably likely perhaps apparently supposedly presumably
        purportedly alleged suspect* potential* expect* whether""",
    "sr": """navodno mozda osumnjic* verovatno vjerovatno mogl* mogao moguce mogu moze mozemo mozete potencijal*
        izgleda valjda navodni navodna navodne ocekuj*""",
    "it": """potrebb* sospettat* potra potranno puo possono forse presumibil* probabil* presunt* avrebb* dovrebb*
        apparentemente possibilmente verosimil* potenzial* preved*""",
    "sq": """mund ndoshta gjasa gjase gjasat ngjare dyshoh* dyshua* supozoh* pretendoh* nese mundshem mundshme mundesi*
        pritet priten potencial*""",
    "hu": """allitolag talan gyanusit* valoszinu* feltehet* velhetoen lehetseges* lehet esetleg varhato* alighanem
        latszolag potencial*""",
}
_PRIVATIVE = {
    "en": re.compile(r"un\w{4,}|\w{4,}less"),
    "sr": re.compile(r"(?:ne|bez)\w{4,}"),
    "it": re.compile(r"in\w{5,}bil[ei]"),
    "sq": re.compile(r"pa\w{6,}"),
    "hu": re.compile(r"\w{3,}t[ae]l[ae]n\w*"),
}
"""Adjectives that may say "not": "unhurt", "nevidljiv". Many words look so, so that they only answer a negation."""
_MODALS = {
    "en": "would should can able capable abilit* plan* want* intend* seek* hope*",
    "sr": "bi treba trebalo hteo htela hteli hoce sposob* zel* planira* namerava* nada* sme smeju smeo smel*",
    "it": "sarebb* vorrebb* vuole vogliono volonta capac* possibil* intend* sper*",
    "sq": "do duhet aft* deshir* duan planifik* synon* shpres*",
    "hu": "volna kepes* akar* szeretn* kesz* terv* remel*",
}
"""What keeps a claim from being firmer than a sentence that says "may", but makes no sentence a mere possibility."""
_CONDITIONAL = re.compile(r"\w{3,}rebber?o?")
_POTENTIAL = re.compile(r"\w{3,}[aeo]?h[ae]t(?:na|ne|nak|nek|tak|tek|ja|i|jak|ik|ott|ett|unk|unk)?")
_POTENTIAL_NOT = frozenset(["mehet", "lehetett", "tehat", "lathat"])
_REPORTS = {
    "en": """said says say saying told tells tell according claim claims claimed claiming stated states announced
        announces declared reported reports insist* warned warns accus* alleg* blam* believe* think thinks thought
        argued wrote writes suspicion* hinted hint hints estimate* quoted""",
    "sr": """rekao rekla rekli reklo kaze kazu kazao kazala kazali saopst* izjav* tvrdi tvrde tvrdio tvrdila tvrdnj*
        naveo navela naveli naved* navodi navode navodima prenosi prenose preneo prenela preneli javlja javljaju
        javio javila javili najav* optuz* okriv* veruje veruju smatra smatraju sumnj* misli misle napisa* pise pisu
        pisao pisala pisali nagove* objav* upozor* procenjuj* procenio procenila recima""",
    "it": """detto dice dicono diceva dichiar* afferm* riferi* sostien* sosten* annunci* scriv* scritt* accus*
        incolp* stando riten* crede credono sospett* accenn* avvert* pensa pensano riport* segnal* stima stimano""",
    "sq": """tha thote thane thone thene thuhet sipas deklar* raporto* raportu* njoft* poho* pohu* shkruan shkruajne
        shkruajti akuz* fajes* pretendon pretenduan besoj* beson mendo* dyshim* paralajmer* kuptohet vleres* ditur""",
    "hu": """szerint mond* kozolt* kozli* kozlik allitja allitjak allitotta allitottak allitas* nyilatkoz*
        jelentett* bejelent* irja irta irjak irtak beszamol* szamolt vadol* kijelent* elmond* hangsulyoz* veli velik
        velte veltek hisz* gyanu* utalt* figyelmeztet* okol* becsl* becsul*""",
}
_OPENING = {"sr": "prema", "it": "secondo"}
"""Words of attribution that mean something else inside a clause ("towards", "second")."""
_CLAUSE_WORDS = {
    "en": "but that who whom whose which because while although though after before since if when where whether unless",
    "sr": """da ali jer koji koja koje kojima kojih kojom koju kojoj kojeg kojem dok kada kad posto iako nego sto
        cim nakon pre mada ukoliko ako""",
    "it": "che ma perche mentre quando se dove poiche cui quali sebbene benche dopo prima bensi",
    "sq": "se qe por sepse ndersa kur cili cila cilet cilat pasi nese megjithese ndonese derisa qysh duke",
    "hu": """hogy de mert mivel mig amikor amely amelyek amelyet ami aki akik akit amit ha hanem noha mikozben
        miutan mielott bar mint""",
}
_CONTRASTS = {
    "en": "but while whereas although though",
    "sr": "ali dok medjutim iako",
    "it": "ma mentre pero sebbene",
    "sq": "por ndersa kurse megjithese",
    "hu": "de viszont mig mikozben pedig azonban",
}
_ANONYMOUS = {
    "en": "to be (?:named|identified|quoted)",
    "sr": "(?:da|bude|budu|biti) (?:imenovan|identifikovan)",
    "it": "essere (?:nominat|identificat|citat)",
    "sq": "te (?:identifikohe|permende|citohe)",
    "hu": "(?:megnevezni|felfedni) (?:magat|kiletet|nevet)",
}
"""What a source wants not to happen to it: that says nothing of what it said."""
_AND = {"en": "and or", "sr": "i ili te", "it": "e ed o", "sq": "dhe e ose", "hu": "es vagy meg valamint"}


_PRONOUNS = {
    "en": "it he she they who which we i you",
    "it": "lui lei esso essa loro egli ella",
    "sq": "ai ajo ata ato",
    "sr": "on ona oni one ono",
    "hu": "",
}
"""Words that act in their clause in place of a name; Serbian and Hungarian mark the names that do not act by case."""


_REMEMBERED = 20_000  # words a table; claims repeat the words of their sources


class Words:
    """A set of words and of beginnings of words."""

    def __init__(self, listed: str) -> None:
        entries = listed.split()
        self._whole = frozenset(entry for entry in entries if not entry.endswith("*"))
        self._begun = tuple({entry[:-1] for entry in entries if entry.endswith("*")})
        self._known: dict[str, bool] = {}

    def __contains__(self, word: str) -> bool:
        known = self._known.get(word)
        if known is None:
            known = word in self._whole or word.startswith(self._begun)
            if len(self._known) < _REMEMBERED:
                self._known[word] = known
        return known


@dataclass(frozen=True, slots=True)
class Cues:
    """The tables of one language."""

    anonymity: re.Pattern[str]
    negations: Words
    only: Words
    denials: Words
    withheld: Words
    hedges: Words
    modals: Words
    reports: Words
    opening: Words
    clauses: Words
    contrasts: Words
    pronouns: Words
    coordinating: Words

    def anonymous(self, words: str) -> bool:
        """Whether folded words from a negation on tell of a source that wants no name."""
        return bool(self.anonymity.search(words))

    def hedged(self, word: str, language: str) -> bool:
        """Whether a word makes its statement only possible, by its own meaning or by its mood."""
        if word in self.hedges:
            return True
        return language == "hu" and word not in _POTENTIAL_NOT and bool(_POTENTIAL.fullmatch(word))

    def privative(self, word: str, language: str) -> bool:
        """Whether a word may have a "not" in it."""
        return bool(_PRIVATIVE[language].fullmatch(word))

    def modal(self, word: str, language: str) -> bool:
        """Whether a word tells of a wish, a plan or a condition rather than of a fact."""
        return word in self.modals or (language == "it" and bool(_CONDITIONAL.fullmatch(word)))


ACCUSES = Words("accus* blam* optuz* okriv* incolp* akuz* fajes* vadol* okol*")
"""Verbs of saying, in any of the languages, that act on somebody."""
EXISTS = Words("exist* esist* ekziston* postoji postoje postojal* postojao letez*")
"""Verbs whose negation is one of their subject, in any of the languages: "a vaccine does not exist"."""
WITHOUT = Words("without bez senza senz pa nelkul")
LOSES = Words("lose loses losing lost perd* gubi* izgub* humb* elvesz* elveszt* veszit* veszt*")
"""Prepositions of lack, and verbs of losing: who is left without work loses it."""
INVESTIGATES = Words("investigat* prob* examin* indag* istrag* istraz* heton* vizsgal* nyomoz*")
"""Verbs that leave open what they ask, in any of the languages."""
ACCORDING = Words("according secondo stando sipas prema szerint")
"""Prepositions of attribution, in any of the languages: who is named by one has said it."""
ANSWERS = Words(
    """withdr* visszalep* ritir* povuk* povlac* terhiq* terhoq* unchang* keeps kept zadrz* manten* mbajt* megtart*
    jobless unemploy* disoccup* nezaposlen* papun* allastalan* munkanelkul* homeless senzatetto hajlektalan*"""
)
"""Words that say without a negation what is not so, or no longer: they answer a claim's."""
SUSPECTS = Words("sumnj* osumnj* gyanu* dyshi* dyshu* sospett* suspic* suspect*")
"""How words of suspicion begin, in any of the languages."""


def grammar(language: str) -> str:
    """The language whose tables serve a language code, also with a script ("sr-Cyrl"); "" where there are none."""
    code = language.partition("-")[0]
    code = _SERBIAN.get(code, code)
    return code if code in LANGUAGES else ""


@lru_cache(maxsize=8)
def cues(language: str) -> Cues | None:
    """The tables of a language of `LANGUAGES`; None for another."""
    if language not in LANGUAGES:
        return None
    tables: tuple[Mapping[str, str], ...] = (
        _NEGATIONS,
        _ONLY,
        _DENIALS,
        _WITHHELD,
        _HEDGES,
        _MODALS,
        _REPORTS,
        _OPENING,
        _CLAUSE_WORDS,
        _CONTRASTS,
        _PRONOUNS,
        _AND,
    )
    anonymity = re.compile(rf"\b{_ANONYMOUS[language]}")
    return Cues(anonymity, *(Words(table.get(language, "")) for table in tables))
