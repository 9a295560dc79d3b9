"""Words of grammar that reading names needs in five languages; data only, all folded (`index.fold`)."""

from __future__ import annotations

from typing import Final

CASE: Final = (
    "a e i o u n s t j eja ese ene ejen ejes it in et es ve eve ut un en esh ash sh te ta ti se ja je jt "  # Albanian
    "at "
    "om em ama ima ih og oga oj im omu ov ova ovi ovu ovom ev evi "  # Serbian
    "ot ban ben ba be bol rol tol ra re on nak nek ig ert val vel hoz hez nal nel kent ul "  # Hungarian
    "an ant ent ek ak ok eket akat nal tol ai ei jai jei val jat jet aban eben abol ebol at et aval evel anak enek ara "
    "ere aig eig atol etol arol erol ahoz ehez ert aert eert"
)
"""Endings of nouns and names. The last rows are Hungarian after its linking vowels."""

_CASES = {
    "sq": "a e i o u n s t j in it es ve eve ut un en esh ash sh te ta ti se ja je jt",
    "sr": "a e i o u om em ama ima ih og oga oj im omu jem ja ju ji",
    "hu": """t an ant ent ban ben ba be bol rol tol ra re on en nak nek val vel hoz hez nal nel kent ul ert ot et at
        aval evel ara ere aban eben abol ebol anak enek ahoz ehez i""",
}
CASES: Final = {language: tuple(listed.split()) for language, listed in _CASES.items()}
"""Endings of case of names of persons, by language; English and Italian have none."""

DEMONYM: Final = (
    "n an ian ean ese ish er ers ic man men woman women "  # English
    "ez eze ane ase iot jan jane inj isht ishte ian iane "  # Albanian
    "sk ck ski ska ac anin anac anci anc anka ci c ic ka ki janin jan jsk ansk skij ijsk ensk insk uz uzi evac evsk "
    "avac avsk ovsk "  # Serbian
    "y "  # English: Germany
    "eo ea ei ee "
    "ano ana ani ane ese esi ino ina ini ine ita olo eno ena eni aco acco ense ensi iano iana iani iane o a "  # Italian
    "i ai ei iai beli eli szk szki"  # Hungarian
)
"""Endings that make a people or an adjective of a country or a city."""


ENDINGS: Final = frozenset(CASE.split())
PEOPLES: Final = frozenset(DEMONYM.split())

SHORT_PEOPLES: Final = frozenset(
    ["turk", "grek", "serb", "rus", "brit", "finn", "cseh", "sved", "eszt", "gruz", "kurd"]
)
"""Peoples as short as their stem that no common word of the languages is spelt like."""

_NO_PEOPLES = """
    perc perb perj perel perm servi cila cilet cili cilen cilave cileve ciles higher visok islands letter letto letta
    letti lettor lettur lettek libero libera libere liberi liberta liberat liberaz liberal libr danas danim danni danno
    danos dance danca caden cader cadr cadou sirok sirom sirin indic indul indem cubic cubre kubn cinco cinci szamo
    darin sarci sarki malat malin males malas italt italok irant irany sudar kenne riunion perso persa chili chilo
    torokt citta
"""
NO_PEOPLES: Final = tuple(_NO_PEOPLES.split())
"""How words begin that look like a people in small letters and are none: percent, danas, letter, "irányban"."""

_LINKS = "e i se te of the and del della dello dell dei di d de da la le el a i y und du"
LINKS: Final = frozenset(_LINKS.split())
"""Words inside names that licence nothing and need no licence."""

_NOT_NAMES = (
    "mr mrs ms dr prof sir st mp mps mep meps g gdja gospodin zoti zonja signor signora tv "
    "vi vam vas vasa vase vaseg vasem vasoj vasim on one onre onnek ont onok lei suo sua i"
)
NOT_NAMES: Final = frozenset(_NOT_NAMES.split())
"""Capitalised in all five languages without being a name: forms of address, pronouns of courtesy."""

CONCEPTS: Final[dict[str, str]] = {
    "north": "north* veri* sever* sjever* nord* settentrion* eszak*",
    "south": "south* jug* juzn* sud* meridional* del deli delen delre delrol",
    "east": "east* lindj* lindor* istok* istoc* est oriental* orient* kelet*",
    "west": "west* perendim* zapad* ovest occident* nyugat*",
    "central": "central* qendr* qender* sredisnj* centr* kozep* kozpont*",
    "great": "great* madh* velik* grand* nagy*",
    "new": "new ri re rinj* nov* nuov* uj",
    "white": "white* bardh* bel* bianc* feher*",
    "black": "black* zi zez* crn* ner* fekete*",
    "red": "red kuq* crven* ross* voros* piros*",
    "house": "house* shtepi* kuc* casa* cas haz* hazban hazba",
    "united": "united bashkuar* ujedinjen* sjedinjen* unit* egyesult*",
    "nation": "nation* komb* narodn* nacij* nacion* nazion* nemzet*",
    "people": "people* popull* popullor* narod* popol* nep nepi nepkoztarsasag*",
    "state": "state* shtet* drzav* stat* allam*",
    "republic": "republic* republik* repubblic* koztarsasag*",
    "kingdom": "kingdom* mbreteri* kraljevin* kraljevstv* regn* kiralysag*",
    "king": "king* mbret* kralj* re kiraly*",
    "queen": "queen* mbretereshe* kraljic* regin* kiralyno*",
    "prince": "prince* princ* princip* herceg*",
    "union": "union* bashkim* unij* savez* unio* unione uni",
    "federation": "federa* federat* federac* szovetseg* foderaci*",
    "president": "president* kryetar* predsed* predsjed* predsjednik* elnok* allamfo*",
    "minister": "minister* ministr* ministar* miniszter*",
    "ministry": "ministry ministri* ministr* ministarstv* miniszterium*",
    "prime": "prime kryeministr* premijer* premier* primo miniszterelnok*",
    "government": "government* qeveri* vlad* govern* kormany*",
    "defence": "defence defense mbrojtj* odbran* obran* difes* vedelm*",
    "foreign": "foreign jasht* jashtem* spoljn* vanjsk* inostran* ester* kul kulugy*",
    "interior": "interior* brendsh* unutrasnj* intern* belugy*",
    "finance": "finance* financ* finansij* finanz* penzugy*",
    "health": "health* shendet* zdrav* salut* sanita* egeszseg*",
    "justice": "justice drejtesi* pravd* giustizi* igazsagugy*",
    "culture": "cultur* kultur*",
    "agriculture": "agricultur* bujqesi* poljoprivred* agricoltur* mezogazdasag*",
    "transport": "transport* saobracaj* trasport* kozlekedes*",
    "economy": "econom* ekonom* privred* gazdasag*",
    "medicines": "medicines barn* lekov* lekove farmac* gyogyszer*",
    "education": "educat* arsim* obrazov* prosvet* istruzion* oktat*",
    "science": "scien* shkenc* nauc* nauk* scienz* tudoman*",
    "council": "council* keshill* savet* vijec* consigl* tanacs*",
    "security": "security sigur* bezbedn* sigurnost* sicurezz* biztonsag*",
    "court": "court* gjykat* sud* tribunal* cort* birosag*",
    "prosecution": "prosecut* prokuror* tuzilas* tuziteljstv* tuzilac* tuzioc* procura procure procurator* ugyesz*",
    "supreme": "supreme larte* vrhovn* suprem* legfelsobb*",
    "parliament": "parliament* parlament* kuvend* skupstin* sabor* orszaggyul*",
    "senate": "senat* szenat*",
    "congress": "congress* kongres* kongressz*",
    "assembly": "assembl* asamble* skupstin* kozgyul*",
    "party": "party parti* partij* strank* partit* part partja",
    "democratic": "democrat* demokrat*",
    "republican": "republican* republikan* repubblican*",
    "army": "army ushtri* vojsk* armij* esercit* hadsereg*",
    "navy": "navy marin* mornaric* tengereszet*",
    "force": "force* forc* snag* forz* ero erok eroi",
    "war": "war* luft* rat rata ratu guerr* haboru*",
    "world": "world* bot* boter* svet* svjet* mond* vilag*",
    "international": "international* nderkombetar* medjunarod* internazional* nemzetkozi*",
    "organisation": "organi* organizat* organizacij* szervezet*",
    "agency": "agenc* agjenci* agencij* agenzi* ugynokseg*",
    "service": "servic* sherbim* sluzb* servizi* szolgalat*",
    "office": "office* zyr* kancelarij* uffic* hivatal*",
    "department": "department* departament* odeljenj* odjel* dipartiment* osztaly* miniszterium*",
    "committee": "committee* komitet* komision* odbor* komitet* comitat* bizottsag*",
    "commission": "commission* komision* komisij* bizottsag*",
    "bank": "bank* banc*",
    "university": "universit* universitet* univerzitet* sveucilist* egyetem*",
    "institute": "institut* istitut* intezet*",
    "school": "school* shkoll* skol* scuol* iskol*",
    "college": "colleg* kolegj* koledz* kolleg* foiskol*",
    "hospital": "hospital* spital* bolnic* ospedal* korhaz*",
    "church": "church* kish* crkv* chies* egyhaz* templom*",
    "police": "polic* polici* polizi* rendorseg*",
    "city": "city qytet* grad* citt* varos*",
    "street": "street* rrug* ulic* vi utca*",
    "park": "park* parc*",
    "island": "island* isle* ishu* ostrv* otok* isol* sziget*",
    "sea": "sea* det* mor* mar tenger*",
    "ocean": "ocean* oqean* okean* ocean*",
    "river": "river* lum* rek* rijek* fium* folyo*",
    "lake": "lake* liqen* jezer* lag* to tava tavon",
    "mountain": "mount* mal* planin* gor* mont* hegy* hegyseg*",
    "gulf": "gulf* gji* zaliv* golf* obol*",
    "bay": "bay gji* zaliv* bai* obol*",
    "valley": "valley* lugin* dolin* vall* volgy*",
    "desert": "desert* shkretetir* pustinj* desert* sivatag*",
    "bridge": "bridge* ur* most* pont* hid*",
    "airport": "airport* aeroport* aerodrom* repuloter*",
    "museum": "museum* muze* muzej* muse* muzeum*",
    "cup": "cup* kup* kupa* copp*",
    "game": "game* loj* igr* gioch* jatek*",
    "olympic": "olymp* olimp*",
    "championship": "champion* kampion* prvenstv* sampionat* campionat* mondial* europei bajnoksag* vilagbajnoksag* vb",
    "league": "league* lig* leg*",
    "team": "team* ekip* skuad* tim* squadr* csapat*",
    "age": "age epok* dob* er* kor korban korszak*",
    "middle": "middle mes* mesjet* srednj* med* kozep* kozel*",
    "ancient": "ancien* lasht* antik* antic* okor*",
    "empire": "empire* perandor* carstv* imper* birodal*",
    "revolution": "revolut* revolucion* revolucij* rivoluz* forradal*",
    "treaty": "treaty* traktat* ugovor* sporazum* trattat* szerzodes*",
    "earth": "earth* tok* zemlj* terr* fold*",
    "sun": "sun diell* sunc* sol* nap",
    "moon": "moon* hen* mesec* mjesec* lun* hold*",
    "god": "god zot* bog* di dio dei isten*",
    "muslim": "muslim* myslim* musulm* muszlim*",
    "christian": "christ* krisht* hrisc* krsc* cristian* kereszt*",
    "day": "day* dit* dan* giorn* nap napja",
    "news": "news lajm* vest* vijest* notizi* hir hirek",
    "times": "times time tajms* tajm*",
    "deputy": "deputy vice zv zevendes* zamenik* zamjenik* potpredsed* vic* helyettes* alelnok*",
    "former": "former ish bivs* ex volt",
    "country": "country countri* vend* shtet* zemlj* drzav* paes* orszag*",
    "soviet": "soviet* sovjet* szovjet* sssr sovietic*",
    "first": "first pare pari prv* prim* elso*",
    "second": "second* dyte drug* masodik*",
    "royal": "royal* mbreteror* kraljevsk* real* kiralyi",
    "chamber": "chamber* house dhom* dom* camer* haz*",
    "speaker": "speaker* kryetar* predsed* portavoce elnok*",
    "independence": "independ* pavaresi* nezavisn* indipend* fuggetlen*",
    "association": "associat* shoqat* udruzenj* associaz* szovetseg* tarsasag*",
    "way": "way rrug* put via ut utca*",
    "saint": "saint* shen* svet* sankt* san sant* szent*",
    "prize": "prize* award* prix cmim* nagrad* premi* dij*",
    "grand": "grand* gran madh* velik* nagy*",
    "federal": "federal* savezn* szovetseg*",
    "peace": "peace paq* mir mira miru pac* beke*",
    "trade": "trade* tregti* trgovin* commerc* kereskedel*",
    "fund": "fund* fond* alap*",
    "climate": "climat* klim* eghajlat*",
    "space": "space hapesir* svemir* spazi* urkutat*",
    "air": "air ajr* ajror* vazduh* vazduhoplov* zrac* aere* aeronaut* legi* legier*",
    "guard": "guard* gard* straz* guardi* gardist*",
    "border": "border* kufi* granic* confin* hatar*",
    "system": "system* sistem* sustav* rendszer*",
    "solar": "solar* diellor* suncev* naprendszer*",
    "zone": "zone* zon* area* teren* ovezet* terulet*",
    "mediterranean": "mediterran* mesdhe* sredozem* mediteran* foldkozi*",
    "medical": "medic* mjekes* medicin* orvos*",
    "centre": "centre center qendr* centar centr* kozpont*",
    "civil": "civil* civile gradjansk* polgar*",
    "free": "free lir* slobod* liber* szabad*",
    "liberation": "liberat* clirim* oslobodj* liberaz* felszabad*",
    "declaration": "declarat* deklarat* deklaracij* dichiaraz* nyilatkozat*",
    "constitution": "constitut* kushtetut* ustav* costituz* alkotmany*",
    "act": "act ligj* zakon* legg* torveny*",
    "group": "group* grup* gruppo gruppi csoport*",
    "operation": "operation* operacion* operacij* operazion* muvelet*",
    "mission": "mission* mision* misij* kuldet*",
    "foundation": "foundation* fondacion* fondacij* zaklad* fondazion* alapitvany*",
    "society": "societ* shoqer* drustv* tarsasag*",
    "movement": "movement* levizj* pokret* moviment* mozgal*",
    "resistance": "resistan* rezisten* otpor* resisten* ellenall*",
    "general": "general* gjeneral* generaln* altalanos tabornok*",
    "holy": "holy shenjte svet* sant* szent*",
    "summit": "summit* samit* vertic* csucs*",
    "winter": "winter* dimer* zimsk* invern* tel teli",
    "summer": "summer* ver veror* letnj* ljetn* estiv* nyar*",
    "night": "night* nat* noc* nott* ejszak*",
    "old": "old vjeter* star* vecchi* regi oreg*",
    "high": "high lart* visok* alt* magas* fo",
    "labour": "labour labor pun* rad* lavor* munka*",
    "square": "square sheshi* trg* piazz* ter teren*",
    "tower": "tower* kull* kul* torr* torony*",
    "castle": "castle* kala* kesht* dvor* zam* castell* var vara*",
    "palace": "palace* pallat* palat* palazz* palot*",
    "nuclear": "nuclear* berthamor* nuklearn* atom*",
    "environment": "environment* mjedis* zivotn* ambient* kornyezet*",
    "human": "human* njeri* ljudsk* uman* ember*",
    "rights": "rights right drejt* prav* diritt* jog*",
    "family": "famil* familj* porodic* famigl* csalad*",
    "children": "child* femij* dec* bambin* gyerek* gyermek*",
    "women": "women woman gra grua zen* donn* no nok noi",
}
"""Common words that languages capitalise in names and translate: one concept a row, `*` after a stem."""

_TITLES = "president minister prime deputy former speaker king queen prince god"
_ACRONYMS = (
    "gdp bdp pil pbb",
    "who szo oms obsh",
    "imf mmf fmi fmn",
    "osce oebs osbe ebesz",
    "ecb bce bqe ekb",
    "icc mks cpi gjnp nbb",
    "icj msp cig gjnd",
    "iaea maae aiea anea nau",
    "ioc mok cio kon nob",
    "wto sto omc obt kvsz",
    "ngo nvo ong ojq",
    "dna dnk adn dns",
    "hiv vih",
    "aids sida",
    "vat pdv iva tvsh",
    "ai mi ia vi",
    "uae uae eau eba eae",
    "iom imo oim nom",
    "ebrd bers berzh berz ebor eufb",
    "eib bei beb ebb",
    "echr cedu gjednj ejeb eslp esljp",
    "oecd ocse okeb",
)
ACRONYMS: Final[dict[str, frozenset[str]]] = {
    acronym: frozenset(row.split()) for row in _ACRONYMS for acronym in row.split()
}
"""What five languages cut the names of one thing to: what an acronym may stand for."""

TITLES: Final = frozenset(_TITLES.split())
"""Concepts that stand before a person's name without being part of it."""
SURNAMES: Final = frozenset(["white", "black", "red", "great", "new", "king", "prince", "queen", "sea", "grand"])
"""Concepts that names of persons look like: Bianchi, Rossi, Nagy, Mario."""
