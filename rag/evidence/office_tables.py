"""Offices and kin in the five languages, folded: a row each, a pattern for the beginning of a word or of words."""

from __future__ import annotations

OFFICES = {
    "president": r"president\w*|predsedni[kc]\w*|predsjedni[kc]\w*|(?:allam)?elnok\w*|allamfo\w*",
    "premier": r"prime minister\w*|premier\w*|kryeminist\w+|premijer\w*|prim[oa] ministr\w+|miniszterelnok\w*"
    r"|kormanyfo\w*",
    "minister": r"(?<!prime )(?<!primo )(?<!prima )(?:ministers?\b|ministr(?!(?:y|ies|ia|ise|ine|ite|ive)\b)\w{0,4}\b)"
    r"|ministar(?!stv)\w*|\w*miniszter(?!elnok|ium)\w*",
    "leader": r"leaders?\b|lider\w*|udheheq\w*|vodj[aeiu]\w*|capo\b|vezeto(?:je|jet|jenek|t|nek)?\b",
    "mayor": r"mayor\w*|kryebashkiak\w*|kryeta\w+ (?:i|e|te) (?:komun|bashki)\w+"
    r"|gradonacelni\w+|sindac[oai]\b|polgarmester\w*",
    "member of parliament": r"lawmaker\w*|deputet\w*|poslani[kc]\w*|deputat[oaie]\b"
    r"|kepviselo\w*",
    "judge": r"judges?\b|gjyqta\w+|sudij\w+|sutkinj\w+|giudic[ei]\b|biro(?:no)?(?:t|ja|jat|nak|nek|val|vel|k|je)?\b",
    "prosecutor": r"prosecutors?\b|prokuror(?!i[aes])\w*|tuzi(?:lac|oc|telj(?!stv))\w*|procurat(?:or|ric)\w+|pm\b"
    r"|\w*ugyesz(?!seg)\w*",
    "lawyer": r"lawyers?\b|attorneys?\b|avokat\w*|advokat\w*|avvocat\w+|legale\b|difensor\w*|ugyved\w*",
    "spokesperson": r"spokes(?:man|woman|person)\w*|zedhenes\w*|portparol\w*|portavoc\w+|\w*szovivo\w*",
    "director": r"directors?\b|chief executive\w*|ceo\b|drejto(?:r|re|resh\w*)\w{0,3}\b|direktor\w*|dirett(?:or|ric)\w+"
    r"|amministrat(?:ore|rice) delegat\w+|\w*igazgato(?!sag)\w*",
    "captain": r"captain\w*|skipper\w*|kapiten\w*(?<!kapiteneri)|kapetan\w*|capitan[oi]\b|comandant[ei]\b|kapitany\w*",
    "ambassador": r"ambassador\w*|ambasador\w*|ambasciat(?:or|ric)\w+|nagykovet(?!seg)\w*",
    "consul": r"consul\b|konsull\w{0,3}\b|konzul(?!at)\w*|console\b",
    "bishop": r"bishop\w*|i?peshk[ov]\w+|biskup\w*|episkop\w*|vescov[oi]\b|puspok\w*",
    "owner": r"owners?\b|pronar\w*|vlasni[kc]\w*|proprietari\w*|tulajdonos\w*",
    "coach": r"coach\w*|trajner\w*|trener\w*|allenat(?:or|ric)\w+|edzo(?:je|jet|t|nek)?\b",
    "driver": r"drivers?\b|shofer\w*|vozac\w*|autist[aie]\b|sofor\w*",
    "sister": r"sisters?\b|mot(?:ra|res|ren|er)\w*|sest(?:r|ar)\w*|sorell\w+|nover\w*|hug[aou]\w*",
    "brother": r"brothers?\b|vella\w*|brat\w{0,3}\b|fratell[oi]\b|(?:fi)?testver\w*|batyj\w*|occs\w*",
    "wife": r"wife\b|gruaja\b|bashkeshort(?:ja|en|es)\w*|suprug(?:a|e|u|om)\b|mogli(?:e)?\b|feleseg\w*",
    "husband": r"husband\b|bashkeshorti\w*|suprug\b|muz\b|marito\b|ferje\w*",
}
"""Whom a person may be to others."""
HEAD = "head"
"""Whoever leads something, by whatever office: "Who runs the bank?"."""
OFFICES[HEAD] = "|".join(
    [
        *(OFFICES[name] for name in ("president", "premier", "leader", "mayor", "captain", "director")),
        r"heads?\b|chief\b|boss\b|chair(?:man|woman|person)?\b|governors?\b",
        r"managers?\b",
        r"guvernator\w*|shef\w*|kreu\w*|kryetar\w*|administrator\w*",
        r"guverner\w*|direktork\w*|sef\w?\b|celni\w*",
        r"(?:run|led|headed|managed|directed|chaired) by|leads\b|drejto(?:het|hej|n)\b|udhehiqet|udheheq|kryeson",
        r"na celu|vodi\b|rukovodi|guida(?:t[oaie])?\b|dirett[oaie] da|dirige|presied\w+|vezet(?:i|te)\b|iranyit\w*",
        r"governat(?:or|ric)\w+|presidente\b|capo\b|ugyvezeto\w*|vezerigazgato\w*|jegybankelnok\w*",
    ]
)
ASKS_HEAD = {
    "en": r"^(?:and )?who (?:is |was )?(?:the )?(?:runs?|running|leads?|leading|heads?|heading|manages?|directs?"
    r"|chairs?|in charge of|at the helm of|boss|chief of|head of|heads of)\b",
    "sq": r"^kush (?:e |i |po e |eshte )?(?:drejton|drejtonte|udheheq|kryeson|kreu|krye)\b",
    "sr": r"^ko (?:je )?(?:vodi|rukovodi|upravlja|predvodi|na celu|sef)\b",
    "it": r"^chi (?:guida|dirige|presiede|comanda|gestisce|e a capo|e alla guida|e al vertice|e il capo)\b",
    "hu": r"^ki (?:vezeti|iranyitja|igazgatja|all \w+(?: \w+)* elen)\b",
}
"""How a question begins that asks who leads something."""
NO_BODY = (
    r"\b(?:investigat\w+|inquiry|probe|delegation|talks|negotiat\w+|hetim\w*|delegacion\w*|bisedime\w*|negociat\w*"
    r"|istrag\w+|delegacij\w+|pregovor\w*|indagin\w+|inchiest\w+|delegazion\w+|trattativ\w+|negoziat\w*"
    r"|nyomozas\w*|vizsgalat\w*|kuldottseg\w*|delegacio\w*|targyalas\w*)"
)
"""What is led by whoever is told to, and by no office."""
HEADS_IT = (
    r"runs?|running|leads?|leading|heads?|heading|manages?|directs?|chairs?|charge|helm|boss|chief"
    r"|drejton\w*|udheheq|kryeson|kreu|vodi|rukovodi|upravlja|predvodi|celu|sef|guida|dirige|presiede|comanda|gestisce"
    r"|capo|vertice|vezeti|iranyitja|igazgatja|elen"
)
"""Its word for leading."""

FIELDS = {
    "interior": r"interior|home|bren?dsh|unutrasnj|intern[oi]|belugy",
    "foreign": r"foreign|jashtm|spoljn|inostran|vanjsk|ester[oi]|kulugy",
    "finance": r"financ|finans|finanz|penzugy",
    "defence": r"defen[cs]e|mbrojtj|odbran|obran|difesa|vedelm|honvedelm",
    "health": r"health|shendet|zdravlj|zdravstv|salute|sanita|egeszsegugy",
    "education": r"education|arsim|prosvet|obrazov|istruzion|oktatas",
    "justice": r"justice|drejtesi|pravd|giustizi|igazsagugy",
    "energy": r"energ",
    "transport": r"transport|saobracaj|promet|trasport|kozlekedes",
    "infrastructure": r"infrastruct|infrastrukt|infrastrutt",
    "environment": r"environment|mjedis|zivotne|ekologij|ambient|kornyezet",
    "economy": r"econom|ekonom|privred|gazdasag",
    "labour": r"labou?r|punes|rada\b|lavoro|munkaugy",
    "agriculture": r"agricultur|farm|bujqesi|poljoprivred|agricoltur|mezogazdasag|agrar",
    "culture": r"cultur|kultur",
}
"""What a minister is in charge of; beginnings of words."""

FORMER = r"former|previous|ex|ish|mepar\w+|bivs\w+|nekadasnj\w+|prethodn\w+|precedente|egykori|korabb\w*|elozo|volt"
PAST = r"was|ishte|bio|bila|era|volt"
VICE = r"vice|deputy|zevendes\w*|zamenik\w*|zamjenik\w*|potpredsed\w*|\w*helyettes\w*|alelnok\w*"

HOLDER = {
    "en": r"^\W*(?:who(?: is|.s| was)|and who(?: is|.s))\b|^\W*who the .*\b(?:is|was)\W*$",
    "sq": r"^\W*kush (?:eshte|ishte)\b",
    "sr": r"^\W*(?:a )?ko je\b(?! \w+(?:[aeiu]o|io|en|la)\b)",
    "it": r"^\W*(?:e )?chi (?:e|era)\b(?! stat)",
    "hu": r"^\W*(?:es )?ki(?: volt| lesz)?(?: korabban)? (?:az?|jelenleg)\b"
    r"|^\W*ki (?:\w+ ){1,3}\w+(?:e|ja|je)\W*$",
}
"""How a question begins that asks who holds an office; a verb that follows the Serbian "je" is none."""

OF_WHOM = {
    "en": frozenset({"of", "in", "at", "from", "for", "near"}),
    "sq": frozenset({"i", "e", "te", "se", "ne", "nga", "tek", "per"}),
    "sr": frozenset({"u", "iz", "kod", "na", "za", "od"}),
    "it": frozenset(
        ["di", "d", "del", "della", "dello", "dell", "dei", "degli", "delle", "in", "nel", "nella", "nell", "a", "ad"]
    ),
    "hu": frozenset[str](),
}
"""Words before a name that make it no holder: what an office is of, or where something is."""

BODIES = frozenset({
    "museum", "police", "bank", "university", "institute", "school", "college", "hospital", "church", "court",
    "prosecution", "agency", "ministry", "parliament", "senate", "airport", "army", "navy",
})  # fmt: skip
"""Concepts of `rag.names` for sorts of institution: the director of one is no director of another."""

GOES_ON = {
    "en": frozenset({"and", "but"}),
    "sq": frozenset({"po", "dhe", "por"}),
    "sr": frozenset({"a", "i", "ali"}),
    "it": frozenset({"e", "ed", "ma"}),
    "hu": frozenset({"es", "s", "de"}),
}
"""How a question begins that names an office alone, after another one: "And the mayor?"."""
