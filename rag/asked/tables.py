"""Patterns for `rag.asked`, folded, from the grammars of the five languages."""

from __future__ import annotations

_SPANS = {
    "en": r"(?:years|months|weeks|days|hours|minutes)",
    "sq": r"(?:vite|vjet|muaj|jave|dite|ore|minuta)",
    "sr": r"(?:godina|meseci|mjeseci|nedelja|nedjelja|dana|sati|casova|minuta)",
    "it": r"(?:anni|mesi|settimane|giorni|ore|minuti)",
    "hu": r"(?:ev(?!es)|honap|het|nap|ora|perc)\w*",
}
_MONEY = (
    # English, Albanian, Serbian, Italian, Hungarian: "how much" before a verb of paying, or the price itself asked for.
    r"(?<!by )how much\b.*\b(?:pay|pays|paid|paying|payments?|cost\w*|price\w*|spend\w*|spent|worth|earn\w*|money|cash"
    r"|euros?|dollars?)"
    r"|how many (?:euros|dollars|pounds|rubles)|(?:what|which)(?: \w+){0,3} (?:prices?|costs?|wages?|salar\w+"
    r"|fees?|sum of money|amount of money)"
    rf"|sa\b(?! {_SPANS['sq']}).*\b(?:pagu\w*|kusht(?:on|oi|oj[ne]e?|oje|onte|uar)|shpenz\w+|vlen|vlejne"
    r"|vlente|vleresohet|lek"
    r"|euro|dollare)"
    r"|sa para"
    r"|(?:sa|cila|cfare|cili)(?: eshte)? (?:cmimi|paga|pagen|rroga|kostoja|shuma)"
    rf"|koliko\b(?! (?:je |su )?{_SPANS['sr']}\b).*\b(?:plac\w+|platil?\w*|kost[ao]\w*|potros\w+"
    r"|vred[ei]\w*|zarad\w+|evra|dolara|dinara)"
    r"|koliko (?:je |su |se )?(?:novca|para)|na koliko (?:\w+ ){0,2}procen(?!at|t)\w+"
    r"|(?:kolik[aoi]|koja|kakva)(?: je| su| ce biti| bi bila)? (?:cen[ae]|cijen[ae]|plat[ae]|zarad[ae]|suma)"
    r"|quanto\b.*\b(?:pag(?:a|o|he)\w*|cost(?:a|er|o)\w*|spes\w+|spende\w*|vale|valgono|guadagn\w+)"
    r"|quant[oaie] (?:denaro|soldi"
    r"|euro|dollari)"
    r"|(?:qual|quale|quali)(?: e| sono| era)?(?: il| lo| la| gli)? (?:prezz\w+|cost[oi]|stipendi\w*|salari\w*"
    r"|somma|paga)"
    rf"|(?:mennyi\w*|mekkora)\b(?! {_SPANS['hu']}).*\b(?:fizet\w*|kerul\w*|kolt\w*|keres\w*|penz\w*"
    r"|euro\w*|dollar\w*|forint\w*)|hany (?:\w+ )?(?:euro|dollar|forint|dinar)\w*"
    r"|(?:mennyi|mekkora|mi)(?: a| az)? (?:\w+ )?(?:ara|dija|bere|fizetese|koltsege)|mennyiert"
    # What is lent, owed or fined is a sum.
    r"|how (?:big|large|much) (?:is|was) the (?:\w+ )?(?:loan|debt|fine|budget|fund|deficit)"
    r"|sa (?:eshte|ishte|e madhe eshte|i madh eshte) (?:kredia|huaja|borxhi|gjoba|buxheti|fondi)"
    r"|kolik[aoi] (?:je |ce biti )?(?:kredit|zajam|dug|globa|budzet|fond|iznos)"
    r"|(?:che|quale) (?:cifra|importo)|(?:up to )?what (?:sum|amount)\b|(?:deri ne )?cfare shum\w+|(?:do )?kog iznosa"
    r"|(?:a quanto ammonta\w*|di quanto (?:e|era)) (?:il|lo|la) (?:prestito|debito|multa|bilancio|fondo|finanziamento)"
    r"|mekkora (?:\w+ )?(?:hitel\w*|adossag\w*|birsag\w*|osszeg\w*)"
)
PRICE = (
    r"costs?|costing|priced?|prices|worth|values?|valued|investments?"
    r"|kusht(?:on|oi|oj[ne]e?|oje|onte|uar)|kosto\w*|cmim\w*|vler\w+|vlen|vlejne|vlente|investim\w*"
    r"|kosta\w*|cen[aeu]|cijen[aeu]|vred(?:i|e|n\w+|an)|vrijed\w+|(?:invest|ulag)anj\w+|investicij\w+"
    r"|cost(?:a|er|o)\w*|prezz[oi]|vale|valgono|valore|investiment\w+"
    r"|kerul\w*|koltseg\w*|ara|arat|araba|ertek\w*|mennyi(?:be|ert)|(?:be)?ruhazas\w*|arral|aron"
)
"""Words for a price or for having one."""
_DURATION = (
    rf"how long (?!is|was|are|were)|how (?:many|much) (?:{_SPANS['en']}|time)"
    rf"|sa (?:kohe|gjate)|sa (?:(?:ka|kane|do te|po) )?zgjat\w*|sa {_SPANS['sq']}"
    rf"|koliko (?:dugo|vremena)|kolik\w+\b.*\btraj\w+|koliko (?:je |su )?{_SPANS['sr']}"
    rf"|koliko (?:\w+ ){{0,2}}ceka\w*"
    rf"|quanto (?:tempo|e? ?dur\w+)|quant[ie] {_SPANS['it']}"
    rf"|mennyi id[eo]\w*|meddig tart\w*|(?:hany|mennyi) {_SPANS['hu']}|milyen sokaig"
)
_SIZE = (
    r"how (?:long|wide|high|tall|deep|far|heavy|big|large|thick|fast)"
    r"|sa (?:i |e |te )?(?:gjat[ei]|gjere|lart[ei]?|thell[ei]|larg|rende|madhe?|shpejt[ei]?)"
    r"|koliko (?:je |su )?dug\w*|(?:koliko|na kolik\w+|kolik\w+|koj\w+) (?:je |su |se )?"
    r"(?:sirok\w*|visok\w*|visin\w*|dubok\w*"
    r"|dubin\w*|dalek\w*|daljin\w*"
    r"|tez\w*|duzin\w*|sirin\w*|udaljen\w*|brz\w*)"
    r"|quanto (?:e |era |sono )?(?:lung\w+|larg\w+|alt[oaie]|profond\w+|lontan\w+|pesant\w+|pesa\w*|dista\w*)"
    r"|(?:che|quale|quanta) (?:lunghezza|larghezza|altezza|profondita|distanza|peso)"
    r"|milyen (?:hossz\w+|szeles\w*|magas\w*|mely(?!ik)\w*|messze|tavol\w*|nehez\w*)|hany (?:kilo)?(?:meter\w*"
    r"|gramm\w*)|hany tonna\w*"
)
DIMENSIONS = (
    (("g",), r"heavy|rende|tez|pes[ao]|nehez|gramm|tonna"),
    (("m", "s", "day", "month"), r"how long|gjat|dug|duzin|lung|hossz"),
    (
        ("m",),
        r"wide|high|tall|deep|far\b|thick|gjere|lart|thell|larg|sirok|sirin|visok|visin|dubok|dubin|dalek|daljin|udaljen"
        r"|alt[oaie]|profond|lontan|dist|altezza|szeles|magas|mely|messze|tavol|meter",
    ),
)
"""The units of a size, and words of a question that ask for it; the first that is met decides."""
_SHARE = (
    r"(?:what|which) (?:share|percentage|per ?cent|proportion|fraction)|how (?:many|much) per ?cent"
    r"|by what (?:share|percentage|majority)"
    r"|(?:sa|cfare|cila|ne cfare) (?:perqind\w*|per qind)|cfare pjese|sa pjese|me cfare shumice"
    r"|(?:koliko|koji|kolik\w+) (?:je )?(?:procen(?:at|t)\w*|odsto|posto|postot\w+|udeo|udio)|kolik\w+ (?:deo|dio"
    r"|meri|mjeri)|kojom vecinom"
    r"|(?:che|quale|qual e la|quanta) (?:percentuale|quota|parte)|con che maggioranza"
    r"|hany szazalek\w*|mekkora (?:resz\w*|hanyad\w*|arany\w*)|(?:milyen|mekkora) tobbseg\w*"
)
_AGE = (
    r"how old|what age|(?:sa|cfare) (?:vjec\w*|moshe)|koliko (?:je )?(?:\w+ ){0,3}star[aoei]?"
    r"|koliko (?:je )?imal?\w* godina"
    r"|koliko godina (?:ima\w*"
    r"|je imal?\w*)"
    r"|quanti anni (?:ha|aveva|hanno|avevano)"
    r"(?! (?:preso|avuto|ricevuto|scontato|passato|lavorato|fatto|impiegato|chiesto))"
    r"|che eta|hany eves\w*|mennyi idos\w*"
)
_CLOCK = (
    r"(?:at |by )?what (?:time|hour)|ne (?:cfare |c.?|sa |cilen )or(?:e|en|a)|u koliko (?:je )?(?:sati|casova|h)"
    r"|u koj\w+ sat\w*"
    r"|(?:a|verso) che or[ae]|hany orakor|hanykor"
)
_OPENS = (
    r"^\W*(?:(?:what|which|sa|cila|cfare|koja|kakva|kolika|qual|quale|mi|mekkora)"
    r"(?: is| was| eshte| ishte| je| e| era)? )?"
    r"(?:the |la |il |a |az )?"
)
"""Before a noun that is asked for: a question word, or nothing where words to search for are given."""
_VALUE = (
    r"(?:(?:total )?(?:value|price|cost) of|vlera e|cmimi i|kostoja e|vrednost \w+|vrijednost \w+|cena \w+"
    r"|(?:valore|prezzo|costo) (?:d\w+|totale)|\w+ (?:erteke|ara))"
)
_LASTING = r"(?:duration of|kohezgjatja|trajanje|durata d\w+|(?:\w+ )?idotartam\w*)"
ASKS = {
    "share": rf"\b(?:{_SHARE})\b",
    "age": rf"\b(?:{_AGE})\b",
    "clock": rf"\b(?:{_CLOCK})\b",
    "reason": r"\b(?:why|perche|zasto|pse|miert|how come|per cfare arsye|mi okbol|mi miatt|iz kog razloga"
    r"|per quale motivo)\b",
    "money": rf"\b(?:{_MONEY})\b|{_OPENS}{_VALUE}\b",
    "name": r"\b(?:names? of|what(?: is|.?s| was| are| were) .*\b(?:called|named|names?)"
    r"|how (?:is|was) .*\b(?:called|named)|(?:whose|what|which) names?|^\w+(?: \w+){0,2} names?\W*$"
    r"|e ka emrin|e kane emrin|quhet|quhen|quhej|emri i|cili eshte emri"
    r"|kako se zov\w+|koje je ime|(?<!\bu )ime(?:na)? \w+|come si chiama\w*|nom[ei] d\w+|hogy hivjak|minek hivjak"
    r"|mi a neve\w*|neve)\b",
    "day": r"\b(?:(?:what|which) (?:day|date)|exact date|(?:cilen|cfare) (?:dite|date)|kog dana|kog datuma"
    r"|koji (?:dan|datum)"
    r"|(?:che|quale) (?:giorno|data)|(?:melyik|milyen) (?:nap\w*|datum\w*)|hanyadikan)\b",
    "duration": rf"\b(?:{_DURATION})\b|{_OPENS}{_LASTING}\b",
    "size": rf"\b(?:{_SIZE})\b",
    # Only near the beginning: further on, "when" begins a clause.
    "time": r"^\W*(?:\w+\W+){0,2}?(?:when|kur|kada|kad|quando|mikor\w*|meddig|(?:what|which) (?:year|month)"
    r"|koj\w+ (?:godin\w+|mesec\w+)"
    r"|kom mesecu|(?:che|quale) (?:anno|mese)|(?:cilin|cilit|cfare) (?:vit|viti|muaj|muaji)|(?:melyik"
    r"|milyen) (?:ev\w*|honap\w*))\b",
    "number": r"\b(?:how (?:many|much)|sa|cfare numri|kolik\w*|quant[oaie]|hany\w*|mennyi\w*|mekkora"
    r"|ugyanannyi|death toll)\b"
    # Not where somebody or some place is asked for: "Who announced the number of victims?"
    r"|^(?!\W*(?:who|where|kush|ku|ko|gde|chi|dove|ki|kik|hol)\b).*\b(?:number of|numri i|broj|brojem|broju|numero d\w+"
    r"|szama\w*)\b",
}
OPENS_WITH_SOMEBODY = (
    r"^\W*(?:(?:to|from|with|by|me|nga|ndaj|sa|od|za|protiv|a|da|di|con|per|contro|su) )?"
    r"(?:who|whom|kush|kujt|ke|ko|koga|kome|kim|chi|kik?|kit|kiket|kinek|kivel|kitol"
    r"|where|ku|gde|gdje|odakle|dove|hol|hova|honnan)\b"
)
"""How a question begins that asks for somebody or some place, whatever figure it speaks of."""
_MONTHS = (
    r"januar|gennaio|janar|februar|febbraio|shkurt|march|mart|marzo|marcius|mars|april|aprile|prill|maj|maggio|maju"
    r"|june|jun|giugno|qershor|july|jul|luglio|korrik|avgust|august|agosto|gusht|augusztus|sept|settembre"
    r"|shtator|szept"
    r"|oktob|october|ottobre|tetor|novemb|nentor|decemb|dicembre|dhjetor"
)
_COMING = (
    r"tomorrow|tonight|overnight|weekend|fortnight|springs?|summers?|autumns?|winters?|decades?|centur\w+"
    r"|next (?:week|month|year|spring|summer|autumn|winter|mon|tues|wednes|thurs|fri)\w*"
    r"|(?:early|late|mid) (?:next|this)|within (?:\w+ ){1,3}?(?:hour|day|week|month|year|decade)s?"
    r"|neser|sonte|nate[sn]?|fundjav\w*|(?:javen|muajin|vitin) e ardhsh\w*|pranver\w*|veres|vjesht\w*|dim[er]r\w*"
    r"|brenda (?:\w+ ){1,2}?(?:oresh|diteve|ditesh|javeve|javesh|muajve|muajsh|viteve|vjetesh|viti?)|shekull\w*"
    r"|sutra|veceras|nocas|noc[iu]?|vikend\w*|(?:sledec|iduc|naredn)\w+|u roku|krajem|pocetkom|prolec\w*|leto[sm]?"
    r"|jesen\w*|zim[aeiu]|zimus|vek[au]?|deceni\w*"
    r"|domani|stasera|stanotte|notte|prossim[aoie]|entro|(?:in|d|l|dell|nell|quest) estate|primavera|autunno|inverno"
    r"|(?:fra|tra) (?:\w+ ){1,2}?(?:ore|giorni|settimane|mesi|anni)|secolo|decennio"
    r"|holnap\w*|ejjel|ejszaka|hetvege\w*|jovore|jovo (?:het|honap|ev)\w*|(?:ora|nap|het|honap|ev)\w* belul|mulva"
    r"|tavas[sz]\w*|nyar\w*|osszel|oszi|oszre|telen|evszazad\w*|evtized\w*"
)
"""Times to come, and seasons."""
_CLOCK_WORDS = (
    r"\b(?:midnight|noon|midday|dawn|mesnat\w*|mesdit\w*|agim\w*|ponoc\w*|podne|zor[aeu]|zorom|mezzanotte"
    r"|mezzogiorno|alba"
    r"|ejfel\w*|del(?:ben|kor|utan)|hajnal\w*)\b"
)
HOLDS = {
    "clock": _CLOCK_WORDS,
    "reason": r"\b(?:because|due to|as a result|result of|owing to|thanks to|in order to|so that|caused? by"
    r"|sepse|per shkak|pasi|meqe|ngaqe|jer|zbog|usled|buduci|kako bi|da bi|radi"
    r"|poiche|perche|a causa|per via|dato che|grazie a|mert|mivel|miatt|kovetkezt\w*|erdekeben|okozt\w*)\b",
    "time": rf"\b(?:(?:{_MONTHS})\w*|{_COMING}|in may|u maju|(?:1[89]|20)\d\d"
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
HOLDS_PERHAPS = {
    "reason": r"\b(?:after|since|citing|to (?:save|avoid|prevent|protect|cut|make|keep|get|help)"
    r"|pas|per te|duke iu referuar|nakon|posle|posto|pozivajuci|dopo|visto|siccome|in quanto|citando|essendo|avendo"
    r"|per \w+[aei]re|miutan|hivatkoz\w+|ugyanis|hiszen|azert|ezert)\b",
}
"""Words with which a reason often comes that nothing says is one: "it was closed after a fire", "to save money"."""
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
COUNTED = r"\b(?:how many|sa|koliko|quant[ie]|hany|number of|numri i|broj|numero d(?:i|ei|egli|elle))\b"
COUNTERS = (
    r"(?:them|people|persons?|veta|vete|njerez\w*|persona|ih|njih|ljudi|osob\w+|covek\w*|persone|loro|fo|ember\w*"
    r"|szemely\w*"
    r"|kozuluk|fot)"
)
"""Words that stand beside a figure for whoever the sentence speaks of; folded."""
CATEGORY = (
    r"(?:compan|firm|business|town|cit(?:y|ies)$|villag|nationalit|share$|percentage|proportion|point$|spot$"
    r"|kompani|qytet|fshat|shtetes|kombes|perqind|pike"
    r"|grad(?:u|a|ovi)?$|sel[oau]$|preduzec|drzavljan|nacionaln|procen(?:at|t)|mest[oua]$"
    r"|animal|species|substance$|drug$|sum$|sums$|kafsh|lend[ae]$|shum[aen]$|zivotinj|supstanc|iznos|sostanz|specie$"
    r"|cifr[ae]$|import[oi]$|somm[ae]$|allat|anyag|osszeg"
    r"|aziend|impres|societa|citta$|paes[ei]$|nazionalit|cittadinanz|percentual|quot[ae]$|punt[oi]$"
    r"|ceg|vallalat|varos|falu|nemzetiseg|allampolgar|szazalek|pont)"
)
"""Beginnings of nouns after "which" that name a sort of thing: the answer names the thing, and seldom its sort."""
# Beginnings of words: what "which X" names only to be replaced by the answer, and words for texts and who writes them.
GENERIC = (
    r"(?:becam|happen|trigger|okoz|shkaktu|izazva|countr|nation$|nations$|state$|states$|newspaper|paper|outlet|article|source|media$|press$|agenc"
    r"|accord|agree|differ|describ"
    r"|day$|days$|date$|month$|year$|years$|time$|kind|type|sort|way$|thing|person|people$|name|number|quantit"
    r"|amount|reason|cause|percent"
    r"|purpose|role|word|institution|authorit|bod[iy]|organi[sz]|stage|position|text|report$|reports$|say$"
    r"|says$|said$|stat|mention"
    r"|shtet|vend|gazet(?!ar)|lajm|artikuj|artikull|burim|medi|sipas|dit[ea]n?$|dat[ae]|muaj|vit[ie]?n?$|koh"
    r"|lloj|menyr|gje|njer|emr|numr|sasi|arsy|quh|perqind"
    r"|qellim|rol|fjal|institucion|organizat|faz|qendrim|tekst|thot|tha$|thone|permend"
    r"|zemlj|drzav|novin(?!ar)|list$|lista$|listov|clan[akc]|izvor|medij|prema|slaz|razli|opis|dan$|dana$|datum"
    r"|mesec|godin|vrem|vrst|tip|nacin|stvar|osob"
    r"|ljud|ime$|naziv|zov[eu]$|zva(?:o|la|lo|li)$|broj|kolicin|razlog|uzrok|svrh|ulog|rec|institucij|ustanov"
    r"|organizacij"
    r"|stav|tekst|navod|kaze|procen(?:at|t)|odsto$|posto$"
    r"|kazu|rekao|rekla|prenos"
    r"|paes|nazion|stat[oi]$|giornal(?!ist)|testat|articol|font|secondo|concord|divers|descriv|giorn[oi]$|giornat"
    r"|data$"
    r"|mes[ei]$|ann[oi]$|temp|tip[oi]|gener"
    r"|mod[oi]$|cos[ae]|person|nom[ei]$|chiam(?:a|ano|ava|avano)$|numer|quantit|ragion|motiv|caus|scop|ruol|parol"
    r"|istituzion|autorit|percentual"
    r"|organism|fas[ei]|posizion"
    r"|test[oi]|dice|dicono|detto|menzion|riferi"
    r"|orszag|allam|lap$|lapok|lapot|lapban|ujsag(?!ir)|cikk|forras|medium|szerint|egyet|eltero|kulonboz|leir"
    r"|nap$|napon|napok|datum|honap"
    r"|ev$|evben|evek|ido|fajta|faj|tipus|mod|dolog|szemely|ember|nev|hiv(?:jak|tak|nak)|szam|mennyiseg|ok$|oka"
    r"|okbol|cel"
    r"|szerep|szazalek"
    r"|szo$|szav|intezmen|szerv"
    r"|hatosag|szakasz|allaspont|szoveg|mond|emlit|allit)"
)
WHICH = (
    r"\b(?:which|what|whose|quale?|quali|che|cil\w+|cfare|koj\w+|kak\w+|kog|cij\w+|melyik\w*|mely|milyen|mi|mifele)\b"
)
QUESTION_WORDS = r"cil\w+|koj\w+|kak\w+|kog\w*|kom\w*|qual\w*|chi|mely\w*|mily\w*|mi|who\w*|ki\w*|wh\w+"
WHETHER = {
    "en": r"(?:(?:and|but|so) )?(?:did|do|does|has|have|had|is|are|was|were|will|would|can|could|should|may|might)\b",
    "sq": r"(?:(?:dhe|po) )?a\b",
    "sr": r"(?:.*\b)?da li\b|\w+ li\b",
}
"""How a question opens that asks whether something is so, where a word of its own says it."""
_ASKS_WHAT = {
    "it": r"chi|che|cosa|quando|dove?|perche|com(?:e|era)?|qual[ei]?|quant[oaie]?|cos",
    "hu": r"ki[kt]?|kiket|kinek|kive[lr]|kitol|mi[kt]?|miket|mivel|mibol|minek|miert|mikor\w*|hol|hova|honnan"
    r"|hogy(?:an)?|hany\w*|mennyi\w*|milyen\w*|mely\w*|mekkora\w*|meddig|mettol|miota|merre|mikent",
}
ASKS_WHAT = {language: rf"\b(?:{words})\b" for language, words in _ASKS_WHAT.items()}
"""Question words, where a question that has none asks whether something is so."""
