"""A question without the courtesy around it: "Good morning, could you tell me why …? Thank you."

Such words are content to every measure of what a sentence meets, and no sentence meets them. What stands before the
first question word is left out where it is courtesy alone, and so are thanks at the end.
"""

from __future__ import annotations

import re

from index.fold import fold

_WORD = re.compile(r"[^\W_]+")
_MARK = re.compile(r"[,;.!?–-]")
_MOST = 40
"""Words that may stand before a question word."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ASK = {
    "en": _set("who whom whose what which when where why how whether"),
    "sq": _set("cfare kush kujt cili cila cilet cilat cilen ku kur pse perse si sa nese"),
    "sr": _set(
        "sta sto ko koga kome ciji cija koji koja koje kada kad gde gdje odakle zasto kako koliko kolika koliki"
    ),
    "it": _set("chi cosa quando dove perche come quale quali quanto quanta quanti quante"),
    "hu": _set("mi mit mik ki kit kik mikor hol hova honnan miert hogyan mennyi hany melyik milyen meddig mekkora"),
}
"""Words that open a question, and so end the courtesy."""
_FRAME = {
    "en": _set(
        "good morning afternoon evening day hello hi hey dear sir madam team all everyone i we would d be very so"
        " most really extremely grateful thankful glad happy appreciate it if you could can will might may kindly"
        " please just explain tell show say help find out to me us let know like love want wish need wonder"
        " wondering was am m is are not too much any no trouble for a moment the sorry excuse bother bothering my"
        " do does and about interested in learning understand understanding understood curious hear asking ask"
        " question answer s possible"
    ),
    "sq": _set(
        "pershendetje tungjatjeta miredita mirembrema miremengjesi i e te nderuar nderuara a mund mundeni mundesh"
        " mundesha do doja deshiroj desha me ju lutem lutesha shume tregoni tregosh tregoje thoni thuash shpjegoni"
        " shpjegosh shpjegoje di dini dija qe se per mua ishit kishit mirejohes mirenjohes falni sqaroni ndihmoni"
    ),
    "sr": _set(
        "postovani postovana postovanje dobar dan dobro jutro vece zdravo cao da li biste bi bih bismo mogli"
        " mogla mogao mozete mozes mi me nam kazete kaze kazi recite reci reknete objasnite objasni objasnili"
        " rekli hteo htela hteli zeleo zelela volela voleo saznam znam znate znas zanima molim vas te izvinite"
        " oprostite ljubazni ljubazno samo bila bio zahvalna zahvalan ako je nije i a to moguce problem vam ti"
    ),
    "it": _set(
        "buongiorno buonasera salve ciao gentile gentili gentilmente cortesemente cortesia per favore piacere"
        " potrebbe potreste potresti puo puoi potete mi ci dire dirmi dica dimmi spiegare spiegarmi spiegami"
        " spieghi sapere sa sai sapete vorrei vorremmo volevo chiedere chiederle mostrare grato grata se e"
        " possibile scusi scusate scusa che le vi ti un una informazione sarei molto non disturbo troppo prego lei"
    ),
    "hu": _set(
        "jo napot reggelt estet kivanok szia sziasztok udvozlom tisztelt kedves cim holgyem uram megtudhatnam"
        " kerem kerlek legyen szives lenne kedves elmondana elmondanad elmondani megmondana megmondanad mondja"
        " mondd meg el szeretnem szeretnek tudni megkerdezni kerdezni tudna tudnad erdekelne erdekel hogy azt"
        " nekem az a elarulna halas lennek volnek ha nem tul nagy gond bocsanat elnezest megmagyarazna magyarazza"
    ),
}
"""Words of greeting and of asking to be told."""
_COURTEOUS = {
    "en": _set(
        "good hello hi hey dear grateful appreciate could would can please kindly explain tell know wondering like want"
    ),
    "sq": _set(
        "pershendetje tungjatjeta miredita mirembrema miremengjesi mund mundeni mundesh doja deshiroj lutem di dini"
    ),
    "sr": _set(
        "postovani postovana dobar dobro zdravo biste mogli mozete kazete recite reci objasnite hteo htela zanima"
        " molim izvinite znate znas zeleo zelela"
    ),
    "it": _set(
        "buongiorno buonasera salve ciao gentilmente potrebbe potresti puo puoi vorrei volevo sapere favore sai"
    ),
    "hu": _set(
        "napot reggelt estet szia udvozlom tisztelt megtudhatnam kerem kerlek szives elmondana elmondanad"
        " szeretnem megmondana tudni erdekelne erdekel tudna mondd"
    ),
}
"""One of these stands there at least: "If it is true, why" is no courtesy."""
_THANKS = {
    "en": _set("thanks thank you very much so a lot many please kindly in advance cheers"),
    "sq": _set("faleminderit shume ju lutem flm paraprakisht"),
    "sr": _set("hvala unapred lepo puno mnogo vam molim te vas pozdrav"),
    "it": _set("grazie mille molte anticipo in per favore cortesia prego tante saluti"),
    "hu": _set("koszonom koszi szepen elore is kerem kerlek udvozlettel"),
}
"""Words of thanks and of asking, at the end."""
_THANKING = re.compile(
    r"(?:thank|please|kindly|cheers|faleminderit|flm|lutem|hvala|molim|pozdrav|grazie|favore|cortesia|prego|saluti"
    r"|koszon|koszi|kerem|kerlek|udvozlettel)\w*"
)


def without_courtesy(question: str, language: str) -> str:
    """The question without courtesy before and after it; as it is where it is nothing else."""
    if language not in _ASK:
        return question
    words = list(_WORD.finditer(question))
    folded = [fold(word.group()) for word in words]
    end = _end(question, words, language)
    start = _start(folded[:end], language)
    if start == 0 and end == len(words):
        return question
    last = words[end - 1].end()
    plain = question[words[start].start() : last] + ("?" if "?" in question[last:] else "")
    return plain[:1].upper() + plain[1:]


def _start(folded: list[str], language: str) -> int:
    """The place of the question word behind courtesy alone; 0 where there is none."""
    for place, word in enumerate(folded[:_MOST]):
        if word in _ASK[language] and not _COURTEOUS[language].isdisjoint(folded[:place]):
            return place
        if word not in _FRAME[language] | _ASK[language]:
            break
    return 0


def _end(question: str, words: list[re.Match[str]], language: str) -> int:
    """How many words are left without thanks at the end; all where nothing else would be."""
    end = len(words)
    while end and fold(words[end - 1].group()) in _THANKS[language]:
        end -= 1
    thanks = any(_THANKING.fullmatch(fold(word.group())) for word in words[end:])
    # "How do I say please?" asks for the word.
    apart = end and _MARK.search(question[words[end - 1].end() : words[end].start()]) if thanks else None
    return end if apart else len(words)
