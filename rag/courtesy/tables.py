"""Words by which `rag.courtesy` knows what stands around a question, folded, from grammars of the five languages."""

from __future__ import annotations

import re

from index.patterns import lazy


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _forms(words: str) -> re.Pattern[str]:
    return lazy("|".join(words.split()))


ASK = {
    "en": _set("who whom whose what which when where why how whether"),
    "sq": _set("cfare kush kujt cili cila cilet cilat cilen cilin ku kur pse perse si sa"),
    "sr": _set(
        """
        sta sto ko koga kome ciji cija koji koja koje koju kojoj kojem kojim kog kojih cega cemu cime kada kad gde
        gdje odakle zasto kako koliko kolika koliki kakav kakva kakve
        """
    ),
    "it": _set(
        """
        chi cosa che quando dove perche come quale quali quanto quanta quanti quante qual cos quant dov
        """
    ),
    "hu": _set(
        """
        mi mit mik mirol ki kit kik kinek mikor hol hova honnan miert hogyan mennyi hany hanyan melyik mely melyek
        milyen meddig mekkorak mihez mivel mekkora mibe mikortol mennyiert
        """
    ),
}
"""Words that open a question, and so end the courtesy."""
BEFORE_ASK = {
    "en": _set("in on at by from to for with of since until about than"),
    "sq": _set("ne me nga per deri prej ndaj te"),
    "sr": _set("u na o od do za sa s iz po pod zbog"),
    "it": _set("a da di in con su per fino che"),
    "hu": frozenset[str](),
}
"""May stand before such a word: "in which year"."""
WHETHER = {
    "en": _set("whether if"),
    "sq": _set("nese a"),
    "sr": _set("li"),
    "it": _set("se"),
    "hu": _set("hogy"),
}
"""Ends the courtesy before a question without such a word."""
FRAME = {
    "en": _forms(
        r"""
        good morning afternoon evening day hello hi hey dear sir madam team all everyone i we us our my you your
        would d ll ve be very so most really extremely grateful thankful glad happy appreciat\w* it if could can
        will might may kindly please just explain\w* tell\w* show say\w* help\w* find out to me let know\w* like
        love want\w* wish need\w* wonder\w* was am m is are not n?t too much any\w* no trouble for a an moment the
        sorry excuse bother\w* do does did about in interested learn\w* underst\w* curio\w* hear\w* ask\w*
        question\w* answer\w* s possible mind happen\w* have has had been there people well ok okay right alright
        now then but and because only quick\w* brief\w* short\w* simple simply by way of on at this that these
        something someone somebody one friends? colleagues? teacher son daughter brother wife husband boss mother
        father mum mom neighbou?r idea clue try\w* figure work school homework class essay project presentation
        read\w* saw seen see watch\w* radio tv television news newspapers? papers? articles? reports? texts?
        stor(?:y|ies) sources? media outlets? online somewhere yesterday today earlier recently again still remind
        remember recall\w* forg\w+ sure unsure clear\w* unclear confus\w+ follow\w* check\w* confirm\w* clarif\w+
        specif\w+ mention\w* details? detailed sentences? words? respond reply give gives inform\w* think thought
        believe guess suppose favou?r hope\w* thing last first another more bit little lot from with as how stat\w+
        publicly
        """
    ),
    "sq": _forms(
        r"""
        pershendetje tungjatjeta miredita mirembrema miremengjesi i e te t nder\w+ a mund\w* do doj?a deshir\w*
        desha me ju lut\w+ shum\w* tregon?\w* thuaj th[uo]\w+ thosh\w+ thash\w* shpjeg\w+ di dini dija dime dihet qe
        se per mua isha ishit kishit kisha mirenjoh\w+ mirejoh\w+ fal\w* sqaro\w* ndihmo\w+ nese por pra dhe mire ne
        po ke keni nje pyetj\w* pyes\w* pyet\w* shpejt\w* shkurt\w* thjesht vetem veten dikush diçka dicka ndonje
        ide idene nuk kuptoj\w* kuptova kam kemi jam eshte rastesisht mos serish perseri shqetes\w+ kurio\w* lexova
        lexuar degjova degjuar pash\w* radio televizion\w* gazet\w+ artik\w+ lajm\w* burim\w* media\w* kete kesaj
        keta keto dje sot nga mik\w* shok\w* mesues\w* shkoll\w* detyr\w+ duhet duhej mbaj mend kujto\w* harrova
        interes\w* meqe ra fjala fjali\w* fjale hollesi\w* pergjigj\w+ sakt\w+ qarte permend\w* jep jepni dikë dike
        informacion\w* ty jush nesh kujtoj besoj mendoj une
        """
    ),
    "sr": _forms(
        r"""
        postovan\w* dobar dan dobro jutro vece zdravo cao da li bi\w* bih mog\w+ moz\w+ mi me nam kaz\w+ recite reci
        rec reknete objasn\w+ rekl[ioa] hte\w+ zele\w+ zelim volel[ai] voleo sazna\w+ zna\w* zanima\w* mol\w+ vas te
        izvinite oprost\w+ ljubaz\w+ samo bil[aio] bio zahval\w+ ako je nije i a to moguce problem vam ti se pita\w*
        pitanj\w* kratk\w* ukratko brz\w* usput dakle ali neko neki neka nesto ima\w* predstav\w+ pojm\w+ mozda opet
        sto smet\w+ cist\w* iz radoznal\w+ cul[ai] cuo cit\w+ procit\w+ video videla radij\w* televizij\w* novin\w+
        clan(?:ak|k\w+|c\w+|aka) veoma jednom vest\w* vijest\w* izvor\w* medij\w* izvestaj\w* o tome ovome juce
        danas prijatelj\w* drug\w* kolega nastavnik\w* skol\w+ treba\w* secam seti\w+ zaborav\w+ razum\w+ jasn\w+
        poznat\w* odgovor\w+ recenic\w+ opsirn\w* detalj\w* pomoc\w* pomog\w+ oko necega u na sam smo sta navod\w+
        pis\w+ govor\w+ pomin\w+ spomin\w+ mnogo puno bas jos uvek kod nas vi ja interesuje
        """
    ),
    "it": _forms(
        r"""
        buongiorno buonasera salve ciao gentil\w* cortes\w+ per favore piacere potrebbe potr\w+ puo\w? puoi pot\w+
        mi ci dir\w* dim\w* dic\w+ detto spieg\w+ sapere sa sai sapete so saper\w+ vorrei vorremmo vol\w+ chied\w+
        chiest\w+ mostr\w+ grat[oai] se e possibile scus\w+ che le vi ti un una informazion\w+ sarei molto non
        disturb\w+ tropp\w+ prego lei d[io] domand\w+ veloce\w* breve\w* semplice\w* curios\w* qualcuno qualcosa
        sentit\w+ ho hai abbiamo lett[oa] vist[oa] radio tv televisione giornal\w+ articol\w+ notizi\w+ font[ie]
        testate stampa ieri oggi storia questa questo questi gli i la il ma quindi allora bene proposito a in su
        amic[oa] collega scuola serve compit\w+ ricord\w+ dimentic\w+ ha alla ai del dei capi\w* chiar\w+ idea
        ancora solo caso frase dettagl\w+ rispond\w+ risposta aiut\w+ cosa con noto nota mio mia sono stavo
        domandavo dicono scrivono riportano menzionano piacerebbe interess\w+ della sia
        """
    ),
    "hu": _forms(
        r"""
        jo napot reggelt estet kivanok szia sziasztok udv\w* tisztelt kedves cim holgyem uram megtud\w+ ker\w+
        legyen sziv\w+ lenn?e elmond\w+ megmond\w+ mond\w+ meg el szeretne[km] tud\w* kerdez\w+ kerde\w+ erdekel\w*
        hogy azt nekem az a elarul\w* hala\w* lenn?ek voln?ek ha nem tul nagy gond bocsanat elnezest megmagyaraz\w*
        magyaraz\w+ egy gyors rovid\w* egyszeru csak kivancsi\w* vagyok valaki valami veletlenul esetleg megint ujra
        zavar\w* de es tehat szoval mellesleg arrol errol van fogalm\w+ tunod\w+ azon olvas\w+ hallott\w+ lattam
        radio\w* televizio\w* ujsag\w* cikk\w* lap\w* hir\w* forras\w* tegnap ma egyik barat\w* ismeros\w* tanar\w*
        iskola\w* kell emleksz\w+ elfelejt\w+ ert\w+ mondat\w* reszlet\w+ valaszol\w+ segit\w+ valami\w* lehet
        ismert ir\w* nagyon on onok engem is pontosan igazan vilagos halas\w*
        """
    ),
}
"""Words of greeting, of the one who asks and whom they ask, of telling and knowing, and where they heard of it."""
CUE = {
    "en": _forms(
        r"""
        hello hi hey dear grateful appreciat\w* could would can please kindly explain\w* tell\w* know\w* wonder\w*
        like want\w* curio\w* question ask\w* mind idea clue remind remember read heard hear sorry excuse help\w*
        say\w* mention\w* clear\w* sure confirm\w* clarif\w+ ok okay right well so but then way
        """
    ),
    "sq": _forms(
        r"""
        pershendetje tungjatjeta miredita mirembrema miremengjesi mund\w* doj?a deshir\w+ lut\w+ di dini dihet
        pyetje pyes\w* pyet\w* kurio\w* shpjeg\w+ treg\w+ thuaj th(?:on|uh)\w+ lexova degjova ide idene meqe
        mirenjoh\w+ mire pra kuptoj sqaro\w* por
        """
    ),
    "sr": _forms(
        r"""
        postovan\w* dobar dobro zdravo biste mog\w+ mozete kaz\w+ recite reci objasn\w+ hte\w+ zanima molim izvinite
        zna\w* zele\w+ zelim pitam pitao pita\w+ pitanje radoznal\w+ cul?[aio] citao citala procit\w+ usput dakle
        predstavu jasno poznato navode pise razumem secam interesuje ali kazu prijatelj\w*
        """
    ),
    "it": _forms(
        r"""
        buongiorno buonasera salve ciao gentil\w+ potrebbe potresti puo puoi vorrei vol\w+ sapere favore sai sa
        sapete so domand\w+ chied\w+ chiest\w+ curios\w+ spieg\w+ dimmi dirmi mi[od]ica dica dicono scus\w+ sentito
        letto idea proposito bene quindi allora dunque ma noto chiaro ricord\w+ grat[oa]
        """
    ),
    "hu": _forms(
        r"""
        napot reggelt estet szia udv\w* tisztelt megtud\w+ ker\w+ szives elmond\w+ szeretne[km] megmond\w+ tud\w+
        erdekel\w* mond\w+ kerde\w+ kivancsi\w* olvas\w+ hallott\w+ fogalm\w+ tunod\w+ szoval tehat mellesleg hal\w+
        magyaraz\w+ megmagyaraz\w+ elnezest bocsanat irj?ak emleks\w+ ertem irnak de
        """
    ),
}
"""One of these stands there at least: "If it is true, why" is no courtesy."""
PERSON = {
    "en": _set("i we me us my our you your anyone someone somebody"),
    "sq": _set(
        """
        une mua jam kam kisha doja dua ju juve ti ty lexova degjova pashe pyes mendoj di kuptoj
        """
    ),
    "sr": _set("ja me mene meni mi vas vam ti sam smo ste biste bih moj moja"),
    "it": _set("io mi ho abbiamo mio mia miei vorrei potrebbe puo puoi so sai"),
    "hu": _set("en engem nekem vagyok szeretnem tudom on onok lattam olvastam hallottam kerem"),
}
"""Who asks or is asked: of these no article is asked."""
BUT = {
    "en": _set("but so"),
    "sq": _set("por pra"),
    "sr": _set("ali dakle"),
    "it": _set("ma quindi allora dunque"),
    "hu": _set("de szoval tehat mellesleg"),
}
"""Before the question that somebody comes to."""
THANKS = {
    "en": _set("thanks thank you very much so a lot many please kindly in advance cheers"),
    "sq": _set("faleminderit shume ju lutem flm paraprakisht"),
    "sr": _set("hvala unapred lepo puno mnogo vam molim te vas pozdrav"),
    "it": _set("grazie mille molte anticipo in per favore cortesia prego tante saluti"),
    "hu": _set("koszonom koszi szepen elore is kerem kerlek udvozlettel"),
}
"""Words of thanks and of asking, at the end."""
THANKING = lazy(
    r"(?:thank|please|kindly|cheers|faleminderit|flm|lutem|hvala|molim|pozdrav|grazie|favore|cortesia|prego|saluti"
    r"|koszon|koszi|kerem|kerlek|udvozlettel)\w*"
)
TEXTS = lazy(
    r"articles|reports|papers|sources|artikujt|gazetat|burimet|mediat|clanci|novine|izvori|mediji|tekstovi|vesti|articoli"
    r"|giornali|fonti|testate|cikkek|lapok|ujsagok|forrasok|hirek"
)
_TEXTS = {
    "en": r"articles|reports|papers|newspapers|media|press|news|sources|texts?|stories|outlets",
    "sq": r"artikujve|raportimeve|gazetave|mediave|shtypit|lajmeve|burimeve|teksteve",
    "sr": r"clancima|izvestajima|novinama|medijima|stampi|vestima|izvorima|tekstovima",
    "it": r"articoli|resoconti|giornali|media|stampa|notizie|fonti|testi|testate",
    "hu": r"cikkek|tudositasok|lapok|ujsagok|media|sajto|hirek|forrasok|szovegek",
}
BY_THE_TEXTS = {
    "en": lazy(rf"according to (?:the |these |your )?(?:{_TEXTS['en']})"),
    "sq": lazy(rf"sipas (?:ketyre )?(?:{_TEXTS['sq']})"),
    "sr": lazy(rf"prema (?:ovim )?(?:{_TEXTS['sr']})"),
    "it": lazy(rf"secondo (?:gli |i |le |la |questi |queste )?(?:{_TEXTS['it']})"),
    "hu": lazy(rf"(?:az? |ezen )(?:{_TEXTS['hu']}) szerint"),
}
"""Says only that the articles are asked, as every question here does."""
EXACTLY = {
    "en": _set("exactly precisely actually"),
    "sq": _set("saktesisht pikerisht"),
    "sr": _set("tacno zapravo ustvari"),
    "it": _set("esattamente precisamente"),
    "hu": _set("pontosan tulajdonkeppen valojaban"),
}
"""Behind a question word: no sentence needs to say so."""
TRUE = {
    "en": lazy(r"(?:is it (?:really )?(?:true|correct|right|the case)|did it (?:really )?happen) that"),
    "sq": lazy(r"(?:a )?(?:eshte|ishte) (?:e vertete|e sakte) (?:se|qe)"),
    "sr": lazy(r"(?:da li je|je li|jel) (?:stvarno )?(?:istina|tacno) da"),
    "it": lazy(r"(?:e|sarebbe) (?:davvero )?(?:vero|corretto) che"),
    "hu": lazy(r"(?:tenyleg )?(?:igaz|valoban igaz)(?: e)?(?: az)? hogy"),
}
"""Before what is to be confirmed."""
IS_TRUE = lazy(
    r"(?:is|was) (?:it|this|that) (?:really )?(?:true|correct|right|so)|(?:a )?eshte (?:kjo )?(?:e )?(?:vertete|sakte)"
    r"|(?:da li|je l?i?) ?(?:je )?(?:to )?(?:istina|tacno)|je li (?:to )?(?:istina|tacno)|e (?:davvero )?vero"
    r"|(?:valoban )?igaz(?: e)?(?: ez)?"
)
"""A question about the sentence before it."""
REPORTED = {
    "en": lazy(r"(?:i|we) (?:have )?(?:just )?(?:read|heard|saw|hear)(?: \w+){0,3} that"),
    "sq": lazy(r"(?:kam )?(?:lexova|degjova|pashe|lexuar|degjuar|pare)(?: \w+){0,3}? (?:se|qe)"),
    "sr": lazy(r"(?:\w+ )?(?:sam )?(?:procitao|procitala|cuo|cula|video|videla)(?: \w+){0,3}? da"),
    "it": lazy(r"ho (?:letto|sentito|visto)(?: \w+){0,3}? che"),
    "hu": lazy(r"(?:azt )?(?:olvastam|hallottam|lattam)(?: \w+){0,3}? hogy"),
}
"""Before what somebody has read."""
TAG = {
    "en": lazy(
        r"(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should)(?: ?n ?t| not)? "
        r"(?:it|he|she|they|we|there|that|not)|(?:isn|aren|wasn|weren|don|doesn|didn|hasn|haven|hadn|won|wouldn|can"
        r"|couldn|shouldn) t (?:it|he|she|they|we|there|that)|right|correct|or not|true"
    ),
    "sq": lazy(r"apo jo|ose jo|apo|a jo|eshte e vertete|s eshte keshtu|keshtu(?: eshte)?|nuk eshte keshtu|e vertete"),
    "sr": lazy(r"zar ne|je l tako|jel da|je li tako|jel tako|ili ne|tacno|je li|nije li|zar nije"),
    "it": lazy(r"vero|non e vero|giusto|no|o no|non e cosi|e cosi|o sbaglio"),
    "hu": lazy(r"ugye|nem|igaz|nemde|vagy nem|nem igaz|nem igy van|jol tudom"),
}
"""Behind a comma at the end of a statement that is to be confirmed."""
