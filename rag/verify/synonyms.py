"""Words of news that say nearly the same, in five languages: "purchase" for "buy", "raspisati" for "izdati".

Vectors of single words put many of them no nearer than words that have nothing to do with one another. Folded, "*" for
any ending; a word may stand in several groups.
"""

from __future__ import annotations

from functools import lru_cache

from rag.verify.cues import Words

_GROUPS = tuple(
    Words(group)
    for group in (
        """have has had face* facing experienc* suffer* encounter* undergo* struggl* ha hanno avut* riscontr*
        affront* incontr* subi* viv* soffr* patit* ima imaju imal* suocav* trpi* trpe* muci* ka kane pati patur
        perball* vuan* vuaj* has* kuzd* szenved* szembes* tapasztal*""",
        """want* wish* interest* seek* sought aim* plan* intend* try tries tried trying attempt* hope* prepar* look*
        vuol* vogl* volev* interess* cerc* mira* prov* tent* sper* zel* hoc* hte* nameravaj* namerava* planira*
        pokusa* nastoj* priprem* nada* zainteresov* dua* don* deshir* interes* kerko* kerku* synon* perpiq* tento*
        tenton* planifik* gati pergatit* akar* szeretn* terv* erdekl* igyeksz* probal* keszul* szandek* torek*""",
        """demand* ask* request* requir* call* urg* seek* appeal* oblig* order* richied* richiest* chied* chies*
        esig* impon* impost* ordin* sollecit* obblig* traz* zahtev* moli* pozva* poziv* nalo* obavez* kerko* kerku*
        kerkes* beri thirr* urdhero* urdheru* detyro* detyru* ker kert kerte kerik kernek kovetel* szolit*
        felszolit* eloir* kotelez* ragaszkod*""",
        """buy* bought purchas* acquir* procur* order* obtain* compr* acquist* acquis* ordin* ottien* otten* kup*
        nabav* naruc* pribav* ble* blej* blen* porosit* siguro* vasarol* vesz* vett* venni megvesz* megvett*
        beszerz* beszerez* rendel* megrendel*""",
        """get* got receiv* accept* collect* pick* picked took take* delivery obtain* ricev* ottien* otten* consegn*
        ritir* raccol* preso prend* dobi* prim* preuz* pokup* pristig* isporuk* mori moren mor marr* pranoi pranua*
        grumbull* kap* megkap* atvett* atvesz* megerkez*""",
        """give* gave grant* deliver* suppl* provid* send* sent hand* ship* dispatch* export* offer* donat* da dato
        danno consegn* forni* invi* spedi* mand* offr* don* concess* daje dao dala dali isporuc* salj* posla*
        dostav* predal* predao ustup* slanj* izvoz* jep* dha* dhen* dergo* dergu* dergim* furniz* ofro* dorezo*
        dorezu* ad* adott* atad* szallit* kuld* elkuld* eljuttat* biztosit* nyujt* ajanl* felajanl* available
        disposizion*
        raspolaganj* dispozicion* rendelkez*""",
        """issu* publish* releas* announc* declar* call* rais* launch* order* emett* emess* emana* pubblic* diffus*
        annunci* dichiar* proclam* lanci* izda* raspis* objav* proglas* najav* leshua* lesho* shpall* publik* nxor*
        njofto* kiad* kibocsat* kozze* hirdet* bejelent* nyilvan*""",
        """say* said tell* told state* inform* report* reveal* disclos* specif* clarif* mention* detail* confirm*
        detto dett* dich* riferi* comunic* rivel* precis* specific* spieg* confermat* rekao rekl* kaz* saopst* navo*
        naved* naveo otkri* preciz* potvrd* objasn* porucio poruc* tha* thot* njofto* zbulo* sakteso* saktesu*
        konfirm* sqaro* mond* kozol* kozl* elarul* pontosit* reszletez* megerosit* felfed* ir* irt*""",
        """break* broke* cut* sever* end* interrupt* halt* stop* cease* suspend* interr* romp* rott* tagli* cess*
        ferm* sospe* prekin* raskin* zaustav* obustav* okonc* nderpre* nderprer* preu* ndal* pezull* megszak*
        megszunt* leallit* felfuggeszt* veget*""",
        """tie* relation* link* contact* connection* rapport* relazion* legam* contatt* odnos* vez* kontakt*
        marredheni* lidhj* kapcsolat* viszony*""",
        """country countries nation* state* paes* nazion* stat* zemlj* drzav* vend* shtet* komb* orszag* allam*
        nemzet*""",
        """weapon* arm* arms munition* hardware equipment gear ammunition arma* armi arment* equipaggiament*
        munizion* attrezzatur* oruz* naoruz* oprem* municij* arme* pajisj* armatim* municion* fegyver* felszerel*
        loszer* hadianyag*""",
        """rocket* missile* shell* projectile* round* razz* missil* proiettil* granat* raket* projektil* predh*
        lovedek*""",
        """drone* uav* unmanned aircraft dron* velivol* letelic* bespilotn* mjet* dronok*""",
        """worker* labour* labor* employee* staff workforce lavorator* operai* dipendent* manodoper* addett* radni*
        zaposlen* punetor* punonj* munkas* dolgoz* alkalmazott* munkaer*""",
        """war* conflict* fighting invasion battle* hostil* guerr* conflitt* combattiment* invasion* rat* sukob*
        borb* invazij* luft* konflikt* pushtim* betej* habor* harc* invazio*""",
        """official* representative* functionar* source* spokes* funzionar* rappresentant* esponent* font* zvanicni*
        predstavni* sluzben* izvor* zyrtar* perfaqesues* burim* tisztvisel* hivataln* kepvisel* forras*""",
        """report* article* data finding* information intelligence* conclusion* document* rapport* relazion* dat*
        informazion* scopert* risultat* izvestaj* podac* informacij* nalaz* dokument* raport* te dhena informacion*
        gjetj* zbulim* jelent* adat* ertesul* informaci* dokumentum*""",
        """shortage* lack* deficit* scarcit* problem* difficult* trouble* carenz* mancanz* penuri* difficolt*
        nestasic* manjak* nedostat* poteskoc* teskoc* mungesa* mungesen* veshtiresi* hiany* nehezseg* gond* baj*""",
        """people person* citizen* resident* men women inhabitant* cittadin* abitant* uomin* gent* ljud* osob*
        gradjan* stanovni* lic* njerez* qytetar* banor* vete ember* szemely* lakos* polgar*""",
        """parliament* lawmaker* legislat* deput* mps assembl* parlament* deputat* legislator* assemble* skupstin*
        poslani* sabor* kuvend* deputet* ligjvenes* kepvisel* orszaggyul* torvenyhoz*""",
        """kill* die* dies died dead death* perish* lost lives uccis* mort* mori* deced* vittim* pogin* umr*
        stradal* ubij* nastrad* mrtv* zrtv* vra* vdi* vdek* humb* viktim* halal* meghal* halott* eletet aldozat*
        vesztett*""",
        """injur* hurt* wound* ferit* fere* povred* povredj* ranj* plag* lendo* lendu* seru* serul* megserul*
        sebesul*""",
        """company compan* firm* business* manufacturer* maker* group operator* owner* azienda aziend* societ*
        impres* ditt* grupp* gestore armator* kompanij* preduzec* vlasni* grup* operater* kompani* ndermarrj*
        shoqeri* pronar* ceg* vallalat* tarsasag* csoport* tulajdonos* uzemelt*""",
        """price* cost* bill* fee* expens* prezz* spes* bollett* cen* trosk* racun* cmim* kosto* fatur* shpenz* ar*
        koltseg* szamla* dij*""",
        """pay wage* salar* earning* income* stipend* salari* pag* retribuz* plat* zarad* primanj* rrog* ber*
        fizetes* kereset*""",
        """become* became turn* grow* be was were divent* divien* fatto posta* postaj* bi* behet beri u bene lett
        valt* valik leszn*""",
        """recogni* acknowledg* accept* admit* riconosc* riconosci* ammett* ammes* accett* prizna* prihvat* njoh*
        pranua* pranoj* elismer* elfogad*""",
        """condemn* decr* denounc* criticis* criticiz* blam* accus* slam* attack* reject* condann* denunc* critic*
        incolp* rimprover* attacc* osud* kritik* optuz* okriv* napad* odbac* denonc* denonco* denoncu* akuz* fajes*
        elitel* biral* kritiz* vadol* okol* tamad* felelos*""",
        """strengthen* deepen* boost* expand* improv* enhanc* increas* tighten* closer rafforz* approfond* ampli*
        miglior* intensific* strett* pojac* ojac* produb* prosir* unapred* poboljs* forco* forcim* thello* thellu*
        zgjer* permireso* permiresu* erosit* elmelyit* bovit* javit* fokoz* szorosabb*""",
        """breach* violat* break* infring* contraven* viol* infrang* trasgred* krsenj* krsi* prekrs* narus* shkel*
        thye* sert* megsert* megszeg*""",
        """ban* prohibit* forbid* bar* viet* proib* diviet* zabran* ndal* ndalo* ndalim* tilt* betilt* megtilt*""",
        """meet* met talk* held visit* receiv* incontr* vedut* colloqu* sast* susre* sreo srel* razgovar* poset*
        prim* taku* takua* takim* bised* vizit* talalk* targyal* latogat* fogad*""",
        """vow* promis* pledg* said agree* commit* promett* promess* impegn* accord* obec* obavez* slozi* dogovor*
        premto* premtu* zotua* pajto* marreveshj* iger* megiger* vallal* megallapod*""",
        """show* demonstrat* indicat* suggest* prov* mean* mostr* dimostr* indic* signific* suggeri* pokazuj* pokaz*
        ukaz* znac* sugeris* trego* tregu* demonstro* deshmo* tregon* mutat* jelzi* jelez* bizonyit* utal*
        jelent*""",
        """help* assist* support* back* aid* aiut* sosten* sostien* appogg* pomo* pomag* podrz* ndihm* mbeshtet*
        perkrah* segit* tamogat*""",
        """prevent* stop* depriv* block* hinder* thwart* impedi* ferm* blocc* priv* ostacol* sprec* zaustav* lis*
        blokir* onemoguc* pengo* pengu* ndal* bllok* parandal* megakadalyoz* megallit* gatol* megfoszt*""",
        """apply applied enforc* implement* observ* comply applic* attua* rispett* prime* sprovod* sproved* postov*
        zbato* zbatu* respekto* alkalmaz* vegrehajt* betart*""",
        """repatriat* return* home send* rimpatri* ritorn* riman* rinvi* vrat* vrac* povrat* repatri* kthe*
        riatdhes* kthy* visszakuld* hazakuld* hazatelep* visszater*""",
        """launch* fire* fired shot test* lanci* spar* tira* collaud* ispal* lansir* pucal* testir* leshua* lesho*
        gjuajt* qello* testo* kilo* kilott* lott* fellott*""",
        """rebuild* reconstruct* restor* repair* ricostru* ripar* ripristin* obnov* izgrad* popravk* rindert*
        rinderto* riparo* ujjaepit* helyreallit*""",
        """hint* suggest* impl* signal* indicat* accenn* alluso* suggeri* intend* lasciat* nagovest* nagovesta*
        nagovij* nagovestil* le kuptohet aludo* utal* celoz* sejtet*""",
        """remain* stay* keep* still continu* rest* riman* rimas* resta* osta* ostaj* nastav* jos mbet* vazhdo*
        vazhdu* qendr* marad* tovabb* folytat*""",
        """detain* hold* held arrest* custody captur* ferm* deten* trattenu* uhaps* pritvor* zadrz* priveden*
        arresto* arrestu* ndalu* mbajt* kap* letartoztat* orizet* fogva elfog*""",
        """resign* quit* step* left leave* dimett* dimess* lasci* ostav* napust* dha doreheq* largo* largu* lemond*
        tavoz* elhagy*""",
        """travel* go* went visit* trip* journey* viagg* and* recat* put* otis* otput* poset* udhet* shko* vizit*
        utaz* ment* latogat*""",
        """study survey* research* poll* stud* ricerc* sondagg* indagin* istrazivan* anket* hulumt* sondazh* kutat*
        felmer* tanulmany*""",
        """big large* great* major huge serious severe heav* significant grave grand* grav* importan* massicc*
        velik* ozbilj* tesk* znacajn* madh* rend* serioz* nagy* sulyos* jelentos* komoly*""",
        """new* fresh* recent* latest additional more further extra nuov* ulterior* altr* nov* skorasnj* dodatn* jos
        ri re reja rinj* fundit shtes* tjer* uj* friss* tovabbi* ujabb*""",
        """former* previous* earlier ex past precedent* passat* bivs* ranij* prethodn* ish* mepars* volt korabbi*
        elozo*""",
        """happen* occur* took place accad* avven* succe* svolt* desi* dogod* zbi* odrz* ndodh* zhvill* tortent* sor
        zajl* megtort*""",
        """win* won beat* defeat* victor* vin* batt* sconf* pobed* pobij* porazi* savlad* fito* mund* gyoz* legyoz*
        ver* nyer*""",
        """drop* cut* lower* reduc* eas* relax* ridu* allent* abbass* smanj* ublaz* spust* ul* zbut* lehtes* zvogel*
        csokk* enyhit* lazit* mersek*""",
        """suspect* doubt* concern* fear* worr* sospett* dubb* timor* preoccup* sumnj* bojaz* strah* zabrinut*
        dyshim* frike* shqetes* gyanu* ketely* felelem* agg* aggod*""",
        """military army force* troop* soldier* esercit* militar* forz* trupp* soldat* vojsk* vojn* snag* trup*
        ushtri* ushtar* forca* hadsereg* katon* hadero*""",
        """flee* left escap* evacu* leave* fugg* lasci* scapp* pobe* evakui* napust* ik* largo* evaku* largu*
        menekul* kitelepit* elhagy* evakual*""",
    )
)


def synonymous(one: str, other: str) -> bool:
    """Whether two folded words stand in one group."""
    return not _groups(one).isdisjoint(_groups(other))


@lru_cache(maxsize=20_000)
def _groups(word: str) -> frozenset[int]:
    return frozenset(place for place, group in enumerate(_GROUPS) if word in group)
