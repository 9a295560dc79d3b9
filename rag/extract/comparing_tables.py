"""Words of the five languages by which `rag.extract.comparing` knows a question about differences, all folded.

Written from grammars and dictionaries, not from any article or question.
"""

from __future__ import annotations

from index.patterns import lazy

OUTLETS = lazy(
    r"outlets|newspapers|papers|media|articles|sources|reports|accounts|agencies|publications|broadcasters|versions|texts"
    r"|medi(?:at|ave)|gazeta(?:t|ve)|artikuj(?:t|ve)?|burime(?:t|ve)?|portale(?:t|ve)?|agjenci(?:te|ve)|raporte(?:t|ve)?"
    r"|versione(?:t|ve)|tekste(?:t|ve)|shkrime(?:t|ve)|raportime(?:t|ve)|lajme(?:t|ve)"
    r"|medij(?:i|a|e|ima)|listov(?:i|a|e|ima)|novin(?:e|a|ama)|clan(?:ci|aka|ke|cima)|izvor(?:i|a|e|ima)"
    r"|tekstov(?:i|a|e|ima)|agencij(?:e|a|ama)|portal(?:i|a|ima)|izvestaj(?:i|a|e|ima)|verzij(?:e|a|ama)"
    r"|navod(?:i|a|ima)|podac(?:i|ima)|podataka|vesti(?:ma)?"
    r"|testate|giornali|quotidiani|articoli|fonti|agenzie|notiziari|resoconti|versioni|cronache|testi|notizie"
    r"|(?:lapok|ujsagok|cikkek|forrasok|hirugynoksegek|portalok|beszamolok|hiradasok|szovegek|valtozatok|tudositasok|hirek)"
    r"\w{0,5}"
)
OUTLET = lazy(
    r"outlet|newspaper|paper|article|source|report|account|agency|publication|broadcaster"
    r"|gazet[ae]|artikull?i?|burimi?|portali?|agjenci(?:a)?|raporti?"
    r"|list|novina|clanak|izvor|medij|tekst|agencija|portal|izvestaj"
    r"|testata|giornale|quotidiano|articolo|fonte|agenzia|resoconto"
    r"|(?:lap|ujsag|cikk|forras|hirugynokseg|portal|beszamolo)(?:ban|ben|nal|nel|bol|rol)?"
)
"""One outlet, as after "each"."""
EACH = lazy(
    r"each|every|respective|cdo|secil[ai]|secilit|secil(?:en|in)|svak(?:i|a|o|om|oj|og)|ogni|ciascun[oa]?|minden|mindegyik"
)
DIFFERENT = lazy(
    r"different|various|individual|respective|differing|conflicting|ndryshem|ndryshme|vecant[ae]|razlicit\w+"
    r"|razn(?:i|a|e|ih|im|ima)"
    r"|pojedin\w*|divers[ei]|vari[e]?|singol[ei]|contrastanti|kulonbozo|kulonfele|egyes"
)
AGREE = lazy(
    r"agree|disagree|differ|concur|coincide|diverge|contradict|match|vary|same|consistent|disagreements?|conflict"
    r"|clash|compare|contradictory|inconsistent|identical(?:ly)?|alike|differently|differences?|discrepanc(?:y|ies)"
    r"|contradictions?|unanimous"
    r"|pajtohe[nt]|dakord|perputhen|perkojne|ndryshojne|dallojne|dallohen|dallim(?:e|et)?|njejt(?:a|e|en|in|es|at|et)"
    r"|krahaso\w*|kundershtojne|kunderthene|njesoj|njelloj|ndryshe|mosperputhje\w*"
    r"|slazu|slaganj\w+|saglasn\w+|razlikuju|razlik[aeu]|poklapaju|podudaraju|protivrece|isto|ist[aieu]|neslaganj\w+"
    r"|uporedi\w*|razilaze|drugacije|jednako|podjednako|istovetn\w+|suprotn\w+"
    r"|concord(?:ano|i|anti)|accordo|coincidono|differiscono|divergono|discordano|discordi|discordanti|contraddicono"
    r"|confront[ai]|confrontate|differenz[ae]|divergenz[ae]|discrepanz[ae]|stess[aoei]|diversamente|ugual[ei]|ugualmente|corrispondono"
    r"|egyeter\w+|egyetert\w+|(?:meg)?egyez\w+|ugyanaz\w*|ugyanugy|ugyanann\w+|ugyanakkor\w*|ugyanoly\w+"
    r"|ellent|mast|elter\w+|ternek|kulonboz(?:nek|ik)|kulonbseg\w*|ellentmond\w*|azonos\w*|maskent|maskepp?\w*|egyform\w+"
)
TELL = lazy(
    r"spell|describe|name|call|put|report|write|present|word|phrase|tell|refer|quote|explain|portray|say|claim"
    r"|pershkruajne|shkruajne|quajne|raportojne|emertojne|paraqesin|thone|citojne|tregojne"
    r"|opisuju|pisu|navode|nazivaju|zovu|prenose|izvestavaju|predstavljaju|citiraju|kazu|tvrde"
    r"|descrivono|scrivono|chiamano|riportano|raccontano|definiscono|presentano|riferiscono|citano|dicono|danno"
    r"|irjak|nevezik|kozlik|emlitik|jellemzik|irnak|mondanak|szamolnak|idezik|fogalmaz\w*|mutatjak|adjak|allitjak"
)
TELLS = lazy(
    r"says?|writes?|reports?|gives?|claims?|tells?|puts?|thote|shkruan|raporton|jep|tregon|pohon"
    r"|kaze|pise|tvrdi|navodi|daje|prenosi|dice|scrive|riporta|sostiene|afferma|ir|irja|mond|mondja|allit\w*|kozol\w*"
)
"""As `TELL`, of one outlet."""
NOUN_AFTER = frozenset({"the", "a", "its", "their", "this"})
"""Before a noun: "the name" is no telling."""
THING = lazy(r"things?|gje|gjera|stvar|stvari|cos[ae]|dolgot?")
WHAT = lazy(r"what|cfare|st[ao]|che|cosa|mit|mi")
ALL = lazy(r"all|gjitha|gjithe|sv[ie]|tutt[ie]|osszes|minden|valamennyi|mindegyik")
HOW = lazy(r"how|si|kako|come|hogyan|mikent|hogy")
IN_WHAT_WORDS = lazy(
    r"\b(?:(?:in )?(?:what|which) (?:words|terms)|me (?:cfare|cilat) (?:fjale|terma)\w*|kojim recima"
    r"|(?:con|in) (?:quali|che) (?:parole|termini)|milyen szavakkal)\b"
)


def _which_says_what(noun: str) -> str:
    return (
        rf"\b(?:which {noun} \w+ what|who says what|one {noun} and (?:the other|another)"
        rf"|cfare (?:\w+ ){{0,3}}cil[ai] {noun}|cil[ai] {noun} cfare|kush cfare thote"
        rf"|st[ao] (?:\w+ ){{0,4}}koj[aei] {noun}|koj[aei] {noun} st[ao]|ko st[ao] (?:\w+ )?(?:kaze|pise|tvrdi|navodi)"
        rf"|jedan i drugi {noun}|quale {noun} \w+ (?:che )?cosa|(?:che )?cosa \w+ quale {noun}|chi dice (?:che )?cosa"
        rf"|(?:ki|melyik {noun}) mit|mit (?:\w+ ){{0,3}}melyik {noun}|egyik (?:{noun} )?(?:es|meg|illetve) a masik)\b"
    )


WHICH_SAYS_WHAT = lazy(_which_says_what(rf"(?:{OUTLET.pattern})"))
MAY_SAY_WHICH = lazy(_which_says_what(r"\w+"))
"""Matches wherever `WHICH_SAYS_WHAT` does, and costs a tenth to compile."""
ALL_SAY = lazy(
    r"\b(?:(?:do|does) (?:they |everyone |everybody )?(?:all )?(?:say|tell|report|agree)|everyone (?:says|agrees)"
    r"|thone te gjithe|te gjithe thone|pajtohen te gjithe|svi (?:kazu|navode|pisu|se)"
    r"|(?:kazu|navode|pisu|slazu)(?: li)?(?: se)? svi"
    r"|dicono tutti|tutti dicono|mindenki)\b"
)
OR = lazy(r"or|apo|ose|ili|o|oppure|vagy")
ACCORDING = lazy(r"according|sipas|prema|po|secondo|szerint|between|among|across|ndermjet|mes|izmedju|tra|kozott")
GIVE = lazy(r"give|japin|daju|danno|adnak|adjak|koznek")
# Two sides may be people: "Do Oslo and Bergen agree …?" asks about a stand; "Did they agree to …?" about a deed.
PARTIES = lazy(
    r"^(?:do (?:\w+ ){1,4}and (?:\w+ ){1,4}(?:agree|disagree|differ|(?:give|tell|say) the same)"
    r"|a (?:pajtohen|jane dakord|thone te njejt\w+|japin te njejt\w+) (?:\w+ ){1,4}dhe"
    r"|(?:da li se|slazu li se) (?:\w+ ){1,4}i (?:\w+ ){1,4}(?:slazu|razilaze|o|oko|u)"
    r"|(?:\w+ ){1,4}e (?:\w+ ){1,4}(?:concordano|sono d accordo|(?:danno|dicono|raccontano) l[ao] stess[ao])"
    r"|egyetert(?:enek)?(?: e)? (?:\w+ ){1,4}es)\b"
)
ABOUT_IT = lazy(
    r"about|concerning|regarding|it|one|yet|to|toga|tome|cemu|kete|per|lidhur|cio|sul|sulla|sui|sullo|circa|riguardo"
    r"|abban|ebben|arrol|errol|azt|ezt|miben|kapcsolatban|illetoen|all|tutti|tutte|gjithe|gjitha|svi|sve|svim"
    r"|osszes|valamennyi|mind|egymas\w*|be|seems?|appears?|duke[nt]|cin[ie]|izgleda|sembra(?:no)?|latszik|tunik"
    r"|don|doesn|didn|isn|aren|t|jo|no|or|oppure|vagy|ili|apo|ose"
)
"""Words that lead to what is asked about, or stand for it."""
QUESTION = lazy(
    r"who|whom|whose|when|where|why|how|which|what|kush|kujt|kur|ku|pse|si|sa|cil\w+|cfare|ko|kome|koga|kada|kad|gde"
    r"|zasto|kako|kolik\w+|koj\w+|sta|chi|cui|quando|dove|perche|come|quant[oaie]|qual[ei]|cosa|ki|kit|kinek|mikor|hol"
    r"|miert|hogyan|hany\w*|mennyi\w*|mi|mit|melyik\w*|milyen"
)
KINDS = lazy(
    r"numbers?|figures?|numer|numr(?:i|in|at|it|ave)|broj(?:a|u|em|eva)?|numer[oi]|szam(?:a|at|arol|ban|aban|arol)?"
    r"|dates?|times?|data|daten|koh(?:a|e|en)|datum(?:a|u|om)?|orari[o]?|datum\w{0,4}|idopont\w{0,5}"
    r"|names?|emri|emrin|emrit|emra|ime|imena|imenu|nom[ei]|neve?|nevet|neverol|neveben"
)
"""Nouns for the kind of answer, which no sentence needs to hold."""
WHEN = lazy(r"^\W*(?:(?:on|about|su|per|lidhur me|o tome|arrol) )?(?:when|kur|kada?|quando|mikor\w*)\b")
MEASURE_NOUNS = (
    (
        lazy(
            r"\b(?:length|gjatesi\w*|duzin\w+|lunghezza|hossz(?!u)\w*|duration|kohezgjatj\w+|trajanj\w+|durata|idotartam\w*)\b"
        ),
        ("m", "s", "day", "month"),
    ),
    (
        lazy(
            r"\b(?:height|depth|width|distance|lartesi\w*|thellesi\w*|gjeresi\w*|largesi\w*|distanc\w+|visin\w+|dubin\w+"
            r"|sirin\w+|udaljenost\w*|altezza|profondita|larghezza|distanza|magassag\w*|melyseg\w*|szelesseg\w*"
            r"|tavolsag\w*)\b"
        ),
        ("m",),
    ),
    (lazy(r"\b(?:weight|pesha|peshen|peshes|tezin\w+|peso|suly(?!os)\w*)\b"), ("g",)),
    (
        lazy(r"\b(?:wattage|power output|fuqi(?:a|ne|se)|snag(?:a|e|u|om)|potenza|teljesitmeny\w*)\b"),
        ("W",),
    ),
)
"""Nouns for a measure, and the units in which it is told."""
MONEY_NOUNS = lazy(
    r"\b(?:worth|mennyit er|value|prices?|costs?|sum|salary|wages?|ransom|budget"
    r"|vler(?:a|en|es)|cmim\w*|kosto\w*|paga(?:n|s)?|rroga\w*|buxhet\w*"
    r"|vrednost\w*|cen[aeu]|cenama|trosk\w+|trosak|plat[aeu]|budzet\w*"
    r"|valore|prezz[oi]|cost[oi]|somma|stipendi[oi]?|bilanc[io]"
    r"|ertek(?:e|et|erol|eben)?|arar[ao]l|arat|koltseg\w*|osszeg\w*|fizetes\w*|koltsegvetes\w*)\b"
)
COUNT_NOUNS = lazy(r"\b(?:numbers?|toll|numer|numr\w+|broj(?:a|u|em|eva|evi)?|numer[oi]|szam(?:a|at|arol|aban|ban)?)\b")
AMOUNT_NOUNS = lazy(
    r"\b(?:amounts?|quantity|quantities|size|capacity|volume|sasi\w*|shum(?:a|en|es)|madhesi\w*|kapacitet\w*|vellim\w*"
    r"|kolicin\w+|sum[aeu]|iznos\w*|velicin\w+|obim\w*|quantita|importo|dimensioni|capacita|volume"
    r"|mennyiseg\w*|nagysag\w*|kapacitas\w*)\b"
)
"""Nouns for a figure of whatever unit, but of no time."""
NUMBER_NOUNS = lazy(
    r"\b(?:how (?:many|much|big|large|long|high|far|heavy|deep|wide)|share|vler[ae]\w*|shum[ae]n?|bilancio|ertek\w*"
    r"|ugyanann\w+|ugyanakkor\w+)\b"
)
TIME_NOUNS = lazy(
    r"\b(?:dates?|times?|year|month|day|start|beginning|deadline|daten|kohe\w*|viti\w*|fillimi\w*|afat\w*"
    r"|datum\w*|godin\w+|pocet\w*|rok(?:a|u|ovi)?|data|anno|inizio|scadenza|evet|eve|everol|kezdet\w*|idopont\w*"
    r"|hatarido\w*)\b"
)
AGE_NOUNS = lazy(r"\b(?:age|mosh\w+|starost\w*|eta|kora|korat|korarol|koraban|eletkor\w*)\b")
NAME_NOUNS = lazy(
    r"\b(?:names?|surname|spell\w*|emri\w*|emra\w*|mbiem\w+|ime(?:na|nu)?|prezi\w+|nom[ei]|cognom[ei]"
    r"|nev[eu]\w*|vezetekn\w+)\b"
)
