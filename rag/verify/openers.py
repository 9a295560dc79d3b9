"""Words that often open a claim and are no names, though a capital is all that is seen of them.

Adverbs, prepositions and conjunctions of five languages, and the people and things that news begin with. Folded; an
entry that ends in "*" stands for every word that begins so.
"""

from __future__ import annotations

from rag.verify.cues import Words

_OPENERS = {
    "en": """according meanwhile overall altogether approximately roughly nearly almost around some close both most many
        several few another other others earlier later recently currently previously initially originally eventually
        ultimately finally however moreover furthermore nevertheless despite unlike like following amid among within
        throughout during since until thanks due given based instead additionally apparently reportedly allegedly
        officially authorities officials investigators prosecutors detectives police rescuers firefighters residents
        locals passengers tourists workers employees staff parents pupils students teachers experts scientists
        researchers doctors analysts forecasters organisers organizers protesters demonstrators unions opposition
        lawmakers deputies ministers councillors judges lawyers critics supporters witnesses relatives ferries
        trains flights ships vessels schools hospitals shops prices sales shares profits losses revenue temperatures
        winds mayor director coach captain chief spokesman spokeswoman""",
    "it": """approssimativamente circa quasi intanto nel frattempo complessivamente inoltre tuttavia infatti infine
        attualmente recentemente precedentemente inizialmente successivamente ufficialmente apparentemente
        nonostante malgrado oltre entrambi entrambe alcuni alcune molti molte diversi diverse parecchi grazie
        riguardo invece stando durante autorita inquirenti investigatori agenti polizia soccorritori pompieri vigili
        residenti abitanti passeggeri turisti lavoratori operai dipendenti genitori alunni studenti insegnanti
        esperti scienziati ricercatori medici analisti organizzatori manifestanti sindacati sindaco sindaca
        direttore direttrice traghetti treni voli navi scuole ospedali""",
    "hu": """mintegy korulbelul nagyjabol csaknem majdnem osszesen kozben idokozben eddig jelenleg korabban kesobb
        nemreg eredetileg vegul azonban raadasul ugyanakkor tovabba hivatalosan allitolag mindket mindketto tobb sok
        nehany kulonbozo hatosag* nyomozo* ugyesz* rendor* tuzolto* mentok mentosok lakok lakosok lakossag* helyi* utas*
        turista* turistak dolgozo* alkalmazott* munkas* szulo* tanulo* diakok tanarok szakerto* tudos* kutato*
        orvosok elemzo* szervezo* tuntet* szakszervezet* polgarmester* igazgato* komp kompok kompjarat* vonat*
        jaratok hajo* iskola* korhaz*""",
    "sq": """rreth afersisht perafersisht gati pothuajse gjithsej nderkohe ndersa aktualisht me heret fillimisht
        perfundimisht megjithate gjithashtu zyrtarisht te dy disa shume autoritet* hetues* prokuror* polic*
        zjarrfik* banor* udhetar* pasagjer* turist* punetor* punonjes* prind* nxenes* student* mesues* ekspert*
        shkenctar* studiues* mjek* analist* organizator* protestues* sindikat* kryebashkiak* kryetar* drejtor*
        traget* fluturim* anija anijet shkoll* spital* treni trenat trenit""",
    "sr": """otprilike priblizno oko skoro gotovo zamalo ukupno u medjuvremenu inace medjutim istovremeno takodje
        trenutno ranije kasnije nedavno prvobitno konacno zvanicno navodno obe oba oboje nekoliko mnogi mnoge brojni
        prema vlasti nadlezni istraz* tuzila* tuzioc* policij* vatrogas* spasioc* stanovni* mestan* putnik putnici
        putnika putnice turist* radnik radnici radnika radnice radnicima zaposlen* roditelj* ucenic* djac* student*
        nastavnic* strucnja* naucnic* istrazivac* lekari analiti* organizator* demonstrant* sindikat* gradonaceln*
        direktor* trajekt* vozovi letovi brodovi skole skola bolnic* uhapsen* povredjen* poginul*""",
}
_TABLES = {language: Words(listed) for language, listed in _OPENERS.items()}


def opens(word: str, language: str) -> bool:
    """Whether a folded word at the beginning of a claim is a common word of its language.

    :param language: a language of `cues.LANGUAGES`; no word of another is known.
    """
    return language in _TABLES and word in _TABLES[language]
