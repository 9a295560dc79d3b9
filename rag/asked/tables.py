"""Patterns for `rag.asked`, folded, from the grammars of the five languages."""

from __future__ import annotations

_MONEY = (
    # English, Albanian, Serbian, Italian, Hungarian: "how much" before a verb of paying, or the price itself asked for.
    r"how much\b.*\b(?:pay|pays|paid|paying|payments?|cost\w*|price\w*|spend\w*|spent|worth|earn\w*|money|cash"
    r"|euros?|dollars?)"
    r"|how many (?:euros|dollars|pounds|rubles)|(?:what|which)(?: \w+){0,3} (?:prices?|costs?|wages?|salar\w+"
    r"|fees?|sum of money|amount of money)"
    r"|sa\b.*\b(?:pagua\w*|paguhet|kusht(?:on|oi|ojne|onte)|shpenz\w+|vlejne|lek|euro|dollare)|sa para"
    r"|(?:sa|cila|cfare|cili)(?: eshte)? (?:cmimi|paga|pagen|rroga|kostoja|shuma)"
    r"|koliko\b.*\b(?:plac\w+|platil?\w*|kost[ao]\w*|potros\w+|vred[ei]\w*|zarad\w+|evra|dolara|dinara)"
    r"|koliko (?:novca|para)"
    r"|(?:kolik[aoi]|koja|kakva)(?: je| su| ce biti| bi bila)? (?:cen[ae]|cijen[ae]|plat[ae]|zarad[ae]|suma)"
    r"|quanto\b.*\b(?:paga\w*|costa\w*|spes\w+|spende\w*|vale|valgono|guadagn\w+)|quant[oaie] (?:denaro|soldi"
    r"|euro|dollari)"
    r"|(?:qual|quale|quali)(?: e| sono| era)?(?: il| lo| la| gli)? (?:prezz\w+|cost[oi]|stipendi\w*|salari\w*"
    r"|somma|paga)"
    r"|(?:mennyi\w*|hany|mekkora)\b.*\b(?:fizet\w*|kerul\w*|kolt\w*|keres\w*|penz\w*|euro\w*|dollar\w*|forint\w*)"
    r"|(?:mennyi|mekkora|mi)(?: a| az)? (?:\w+ )?(?:ara|dija|bere|fizetese|koltsege)"
)
ASKS = {
    "reason": r"\b(?:why|perche|zasto|pse|miert|how come|per cfare arsye|mi okbol|mi miatt|iz kog razloga"
    r"|per quale motivo)\b",
    "money": rf"\b(?:{_MONEY})\b",
    "name": r"\b(?:names? of|what (?:is|was|are|were) .*\b(?:called|named)|(?:whose|what|which) names?"
    r"|e ka emrin|e kane emrin|quhet|quhen|quhej|emri i|cili eshte emri"
    r"|kako se zov\w+|koje je ime|ime(?:na)? \w+|come si chiama\w*|nom[ei] d\w+|hogy hivjak|minek hivjak"
    r"|mi a neve\w*|neve)\b",
    "day": r"\b(?:(?:what|which) (?:day|date)|exact date|(?:cilen|cfare) (?:dite|date)|kog dana|kog datuma"
    r"|koji (?:dan|datum)"
    r"|(?:che|quale) (?:giorno|data)|(?:melyik|milyen) (?:nap\w*|datum\w*)|hanyadikan)\b",
    "duration": r"\b(?:how long|sa kohe|sa zgjat\w*|sa gjate|koliko (?:dugo|vremena|traj\w+)|quanto (?:tempo|dur\w+)"
    r"|mennyi ido\w*|meddig tart\w*|milyen hossz\w+)\b",
    # Only near the beginning: further on, "when" begins a clause.
    "time": r"^\W*(?:\w+\W+){0,2}?(?:when|kur|kada|kad|quando|mikor\w*|meddig|(?:what|which) (?:year|month)"
    r"|koj\w+ (?:godin\w+|mesec\w+)"
    r"|kom mesecu|(?:che|quale) (?:anno|mese)|(?:cilin|cilit|cfare) (?:vit|viti|muaj|muaji)|(?:melyik"
    r"|milyen) (?:ev\w*|honap\w*))\b",
    "number": r"\b(?:how (?:many|much|old)|sa|cfare numri|kolik\w*|quant[oaie]|hany\w*|mennyi\w*|mekkora)\b",
}
_MONTHS = (
    r"januar|gennaio|janar|februar|febbraio|shkurt|march|mart|marzo|marcius|mars|april|aprile|prill|maj|maggio|maju"
    r"|june|jun|giugno|qershor|july|jul|luglio|korrik|avgust|august|agosto|gusht|augusztus|sept|settembre"
    r"|shtator|szept"
    r"|oktob|october|ottobre|tetor|novemb|nentor|decemb|dicembre|dhjetor"
)
HOLDS = {
    "reason": r"\b(?:because|due to|as a result|result of|owing to|thanks to|in order to|so that|caused? by"
    r"|sepse|per shkak|pasi|meqe|ngaqe|jer|zbog|usled|buduci|kako bi|da bi|radi"
    r"|poiche|perche|a causa|per via|dato che|grazie a|mert|mivel|miatt|kovetkezt\w*|erdekeben|okozt\w*)\b",
    "time": rf"\b(?:(?:{_MONTHS})\w*|in may|u maju|(?:1[89]|20)\d\d"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|ago|last (?:week|month|year)|this (?:week"
    r"|month|year)"
    r"|sot|dje|javen|muajin|vitin|te (?:henen?|marten?|merkuren?|enjten?|premten?|shtunen?|dielen?)"
    r"|danas|juce|ponedelj\w*|utor\w*|sred[aue]|cetvrt\w*|pet(?:ak|ka|ku)|subot\w*|nedelj\w*|prosl\w+|ove godine"
    r"|oggi|ieri|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|scors[oa]|fa|anno|mese"
    r"|ma|tegnap|hetf\w+|kedd\w*|szerd\w+|csutort\w+|pentek\w*|szombat\w*|vasarnap\w*|mult|iden|ota|evben)\b",
    "number": r"\d|\b(?:(?:hundred|thousand|million|billion|dozen|two|three|four|five|six|seven|eight|nine|ten)s?"
    r"|(?:qind|mij|milion|miliard|gjasht|shtat|dhjet)\w*|dy|tre|tri|kater|pese|tete|nente"
    r"|(?:stotin|hiljad|milijard|desetin|dva|cetiri|sedam|osam|devet|deset)\w*|dve|pet|sest"
    r"|(?:centinai|migliai|milion|miliard|quattro|cinque|sette|decin)\w*|due|cento|mille|sei|otto|nove|dieci"
    r"|(?:szaz|ezer|millio|milliard|ketto|harom|nyolc|kilenc)\w*|ket|negy|ot|hat|het|tiz)\b",
}
YES_NO = {
    "en": r"^\W*(?:did|do|does|is|are|was|were|has|have|had|will|would|can|could|should|may|might)\b",
    "sq": r"^\W*a \w+",
    "sr": r"^\W*(?:da li|zar|\w+ li)\b",
    "hu": r"^\W*(?:\w+\W+){0,3}?\w+-e\b",
}
UNSAID = (
    r"\b(?:(?:did|do|does|has|have|had|was|were|is|are)(?: not|n't)(?: yet| been)? (?:say|said|specif\w+"
    r"|disclos\w+|reveal\w*"
    r"|give|gave|given|provid\w*|mention\w*|stat\w+|known|clear|confirm\w*|made public)"
    r"|without (?:say|specify|disclos|reveal|giv|nam)ing|omit\w*|declin\w+ to|refus\w+ to|unclear|unknown"
    r"|undisclosed|unspecified"
    r"|nuk (?:e |i )?(?:tha|than|specifik\w+|preciz\w+|dha|dhan\w*|ber[ie] (?:te |i )?(?:ditur|publik)|zbul\w+"
    r"|dihet|eshte (?:e|i) qarte)"
    r"|pa (?:specifik\w+|preciz\w+|thene|dhene)|refuzo\w+|(?:e|i|te) pa(?:njohur|qarte|ditur)"
    r"|ni(?:je|su) (?:preciz\w+|rek\w+|nav\w+|otkri\w+|saopst\w+|objav\w+|pozna\w+|jasn\w+|pomen\w+)"
    r"|ne (?:navod\w+|zna se)"
    r"|odbi\w+ da|nepoznat\w*|nejasn\w+|neprecizir\w*"
    r"|non (?:\w+ ){0,2}?(?:precisat\w+|dett\w+|dice|specificat\w+|specifica|rivelat\w+|fornit\w+|indicat\w+"
    r"|chiarit\w+|reso not\w+|noto|chiaro)"
    r"|omess\w+|rifiutat\w+ di|sconosciut\w+|senza (?:precis|specific|rivel|indic|forn|d)\w+"
    r"|nem (?:koz\w*l\w+|mond\w+|ad\w* \w*(?:vilag|tajek|valasz)\w*|pontosit\w+|arul\w+|nevez\w+|reszlet\w+"
    r"|ismert\w*|derul\w*|vilagos|tudni)"
    r"|ismeretlen|nincs adat|elhallgat\w*)\b"
)
COUNTED = r"\b(?:how many|sa|koliko|quant[ie]|hany)\b"
# Beginnings of words: what "which X" names only to be replaced by the answer, and words for texts and who writes them.
GENERIC = (
    r"(?:countr|nation$|nations$|state$|states$|newspaper|paper|outlet|article|source|media$|press$|agenc"
    r"|accord|agree|differ|describ"
    r"|day$|days$|date$|month$|year$|years$|time$|kind|type|sort|way$|thing|person|people$|name|number|quantit"
    r"|amount|reason|cause"
    r"|purpose|role|word|institution|authorit|bod[iy]|organi[sz]|stage|position|text|report$|reports$|say$"
    r"|says$|said$|stat|mention"
    r"|shtet|vend|gazet(?!ar)|lajm|artikuj|artikull|burim|medi|sipas|dit[ea]n?$|dat[ae]|muaj|vit[ie]?n?$|koh"
    r"|lloj|menyr|gje|njer|emr|numr|sasi|arsy"
    r"|qellim|rol|fjal|institucion|organizat|faz|qendrim|tekst|thot|tha$|thone|permend"
    r"|zemlj|drzav|novin(?!ar)|list$|lista$|listov|clan[akc]|izvor|medij|prema|slaz|razli|opis|dan$|dana$|datum"
    r"|mesec|godin|vrem|vrst|tip|nacin|stvar|osob"
    r"|ljud|ime$|broj|kolicin|razlog|uzrok|svrh|ulog|rec|institucij|ustanov|organizacij|stav|tekst|navod|kaze"
    r"|kazu|rekao|rekla|prenos"
    r"|paes|nazion|stat[oi]$|giornal(?!ist)|testat|articol|font|secondo|concord|divers|descriv|giorn[oi]$|giornat|data$"
    r"|mes[ei]$|ann[oi]$|temp|tip[oi]|gener"
    r"|mod[oi]$|cos[ae]|person|nom[ei]$|numer|quantit|ragion|motiv|caus|scop|ruol|parol|istituzion|autorit"
    r"|organism|fas[ei]|posizion"
    r"|test[oi]|dice|dicono|detto|menzion|riferi"
    r"|orszag|allam|lap$|lapok|lapot|lapban|ujsag(?!ir)|cikk|forras|medium|szerint|egyet|eltero|kulonboz|leir"
    r"|nap$|napon|napok|datum|honap"
    r"|ev$|evben|evek|ido|fajta|faj|tipus|mod|dolog|szemely|ember|nev|szam|mennyiseg|ok$|oka|okbol|cel|szerep"
    r"|szo$|szav|intezmen|szerv"
    r"|hatosag|szakasz|allaspont|szoveg|mond|emlit|allit)"
)
WHICH = (
    r"\b(?:which|what|whose|quale?|quali|che|cil\w+|cfare|koj\w+|kak\w+|kog|cij\w+|melyik\w*|mely|milyen|mi|mifele)\b"
)
QUESTION_WORDS = r"cil\w+|koj\w+|kak\w+|kog\w*|kom\w*|qual\w*|chi|mely\w*|mily\w*|mi|who\w*|ki\w*|wh\w+"
