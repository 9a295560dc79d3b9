"""Words of opposite meaning in five languages: a claim that prices fell is not carried by a sentence that they rose.

Vectors of words do not tell them apart: what rises and what falls stands in the same sentences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from rag.verify.clauses import Reading, Token
from rag.verify.cues import Words
from rag.verify.support import Met

_PAIRS = (
    (
        """rise rises rose risen rising raise* increas* grew grow grows growing growth grown climb* soar* jump* higher
        aument* cresc* cresciut* salit* salgon* sale alza alzat* rialz* rrit* shtua* ngrit* rast* poras* povec* povis*
        skoc* accelerat* acceler* ubrza* gyorsul* emel* not* novel* novek* nott megnott emelked* dragul*""",
        """fall falls fell fallen falling lower* decreas* reduc* declined decline declines drop* cut cuts cutting shrank
        shrink* slump* plung* lowest diminu* ridu* ridott* cal* abbass* scend* sces* taglia* tagli ul ulet ulj* ule* ra
        rane bie zvogel* reduktu* slow slows
        slowed slowing rallent* uspor* lassul* ngadales*
        pad pasti pasce pale pada padaju pao pala palo pali opad* smanj* umanj* sniz* csokken* esett esik
        esnek visszaes* merseklod* mersekel*""",
    ),
    (
        """allow* permit* passes passed legali* approv* authoriz* authoris* permess*
        permett* consent* autorizz* lejo* lejua*
        miratu* miratoi dozvol* odobr* engedely* jovahagy*""",
        """ban bans banned banning prohibit* forbid* forbad* outlaw* reject* blocked vieta* proibi* respint* respin*
        ndalu* ndalo* refuzo* refuzu* hodh* zabran* odbi* odbac* betilt* megtilt* tilt* elutasit*""",
    ),
    (
        """begin* began begun start* launch* inizi* cominci* avvi* fill* nis* poce* zapoc* krenu* megkezd* kezd* indul*
        elindit* megindit*""",
        """end ends ended ending finish* stopp* conclud* halt* fini* termin* conclus* conclud* perfund* mbaro* mbaru*
        zavrs* okonc* prestal* befejez* vege veget* lezar*""",
    ),
    (
        """open opens opened opening reopen* apert* apre apri* hap hapi hapur hapen otvor* megnyit* nyit*""",
        """close* closing shut shuts chius* chiud* mbyll* zatvor* bezar* lezar*""",
    ),
    (
        """praise* welcom* prais* elogi* lodat* accolt* salut* pershendet* udvozl*
        lavdero* lavderu* pohval* pozdrav* dicser* udvozol*""",
        """condemn* criticis* criticiz* denounc* condann* critic* denunci* denoncu* denonco* kritik* osud* elitel*
        biral*""",
    ),
    (
        """support* back backs backed favour* sosten* appogg* mbeshtet* podrz* podrs* tamogat* pristalic*""",
        """oppos* opponent* avversar* protivni* kundershtar* ellenfel*
        contrast* kundersht* protiv* ellenez* ellenz* veto* veton""",
    ),
    (
        "hire hires hired hiring recruit* assum* punesoj* punesu* zaposl* zaposlj* felvesz* felvett* felvesznek",
        """fire fires fired dismiss* sack sacks sacked sacking layoff* licenzi* pushoi pushon pushuan otpust* otpusta*
        elbocsat* leepit* bocsat""",
    ),
    (
        "highest largest biggest record massim* najvis* najvec* legmagasabb* legnagyobb*",
        "lowest smallest minim* najniz* najmanj* legalacsonyabb* legkisebb*",
    ),
    (
        """acquit* exonerat* assolt* assolv* assolse* pafajsh* oslobodjen* oslobodil* oslobodio felment*""",
        """convict* sentenc* jailed condann* denua* denoi denuan denuar osudjen* osudil* osudio elitel*""",
    ),
    (
        "win wins won winning vinc* vinto vint* fitoi fituan fituar pobed* pobijed* gyoz* gyozott nyert megnyert*",
        "lose loses lost losing perd* humbi humben humbur izgub* veszitett* vesztett* kikap*",
    ),
    (
        """strengthen* rafforz* rinforz* ojaca* jaca* erosod* forcua* forcohe* appreciat*""",
        """weaken* indeboli* oslabi* slabi* gyengul* dobesua* dobeso* depreciat*""",
    ),
    (
        "export* esport* eksport* izvoz* izvez* kivitel* exportal*",
        "import* uvoz* uvez* behozatal* importal*",
    ),
    (
        "arrest* detain* detenut* fermat* uhaps* pritvor* privede* letartoztat* orizet* ndaluar arrestu*",
        "releas* freed rilasci* scarcer* pusten* oslobod* szabadon lirua* liruan",
    ),
    (
        "steal* stole stolen theft rubat* ruban* furto ukrad* kradj* ellop* loptak lopas* vjedh* vodh* grabit*",
        "recover* ritrovat* restitui* recuperat* pronadj* vracen* megtalal* visszakerul* gjet* kthye*",
    ),
    (
        "admit* ammett* ammess* ammis* prizna* elismer* beismer* pranoi pranua* confess*",
        "deny denie* denied denying nega negato negat* smenti* porek* poric* negira* demant* tagad* cafol* moho* mohu*",
    ),
    (
        "surviv* rescued salvat* soccors* spasen* prezive* tulel* megmentett* shpetua* mbijetua* mbijeto*",
        """died dies killed dead morti morto morta mort* poginul* poginuo umrl* umro meghalt* eletet vdiq* vdekur vrare
        jeten zivot zivote""",
    ),
    (
        "victory victories vittori* pobeda pobede pobedu gyozelem gyozelm* fitore*",
        "defeat* sconfitt* poraz* vereseg* humbj*",
    ),
    ("cheaper economic* jeftin* olcsobb*", "expensive costos* skup* dragabb* shtrenj*"),
    (
        """restor* resum* renew* ripres* riprend* ristabil* obnov* rivendos* rifillo* rifillu* helyreallit*
        ujraind*""",
        """cut severed sever broke interrupt* interrott* interromp* rotto prekin* raskin* nderpre* megszak*
        megszuntet*""",
    ),
    (
        "optimis* ottimis* optimiz* optimist*",
        "pessimis* pesimis* pesimiz* pesszimis*",
    ),
    (
        "violat* breach* viola violazion* krsen* prekrs* shkel* sert* megsert*",
        "comply complies complied complian* respect* rispett* postov* postuj* respekt* betart* tiszteletben",
    ),
    (
        "repair* fixed solved solv* resolv* ripar* risolt* risolv* poprav* resen* zgjidh* riparu* megjavit* megold*",
        "fail* broke malfunction* guast* otkaz* pokvar* prish* meghibasod* suocav* perball* riscontr* faced facing",
    ),
    (
        "seiz* confiscat* sequestr* konfisk* zaplen* oduze* lefoglal* elkoboz* received took",
        "return* restitu* vracen* vracanj* kthim* kthye* visszaad* visszaszolgalt*",
    ),
    (
        "held holds hold celebr* odrz* mbajt* megtart* svolt* tenut*",
        "cancel* postpon* annull* rinvi* otkaz* odloz* odgod* anulo* anulu* shtyu* shtyn* lemond* elhalaszt*",
    ),
    (
        "exclud* esclus* esclud* iskljuc* perjasht* kizar*",
        "promis* promett* promess* obec* premto* premtu* iger* confirm* conferm* potvrd* announc* annunci* najav*",
    ),
    (
        "suspend* revok* sospes* sospend* revoc* pezull* suspendov* ukin* opoz* felfuggeszt* visszavon*",
        "renew* extend* prolong* rinnov* esten* estes* prorog* zgjat* produz* meghosszabbit*",
    ),
    (
        "recogni* riconosc* prizna* njoh* elismer*",
        "withdr* revok* revoc* ritir* povuk* povlac* terhiq* terhoq* visszavon*",
    ),
    (
        "block* blocc* blokir* bllok*",
        "reopen* riaper* riapr* sblocc* unblock* odblokir* zhbllok*",
    ),
    (
        "official* ufficial* zvanic* sluzben* zyrtar* hivatalos*",
        "unofficial* ufficios* nezvanic* jozyrtar*",
    ),
    ("trained experienced obucen* iskusn*", "untrained inexperienced neobucen* neiskusn*"),
    ("orderly uredn* rregullt ordinat*", "chaotic haotic* kaotik* caotic*"),
    (
        "all every each tutti tutte tutto tutta svi sve svih svim svaki gjitha gjithe cdo osszes minden valamennyi",
        "some several alcuni alcune qualche neki neke nekoliko disa nehany egyes",
    ),
    (
        "possible possibil* mundur mundshme moguc* lehetseges*",
        "impossible impossibil* pamundur pamundshme nemoguc* lehetetlen*",
    ),
    (
        "serious* severe* badly grave gravi gravemente tesko teske ozbiljn* rende sulyos*",
        "slight* minor lightly lieve lievi lievemente lakse laksim lako lehte lehta konnyu konnyebb* enyhe*",
    ),
    (
        "easy easier easiest facile facili lako lakse najlakse lehte konnyu konnyebb* legkonnyebb*",
        "difficult* harder hardest diffic* tezi teze teza najteze tesko tesk* veshtir* nehez* legneheze*",
    ),
    (
        "friendly amichevol* prijateljsk* miqesor* baratsagos*",
        "unfriendly hostile ostil* neprijateljsk* armiqesor* baratsagtalan*",
    ),
    (
        "complete completed finished ultimat* completat* zavrsen* gotov gotova perfunduar* elkeszul* befejezett*",
        "incomplete incompiut* incomplet* unfinished nezavrsen* nedovrsen* paperfunduar befejezetlen*",
    ),
    (
        "satisfied soddisfatt* zadovoljn* zadovoljan kenaqur elegedett*",
        "dissatisfied unhappy insoddisfatt* nezadovoljn* nezadovoljan pakenaqur elegedetlen*",
    ),
    ("first primo prvi prva prvo pare elso elsokent", "ultimo ultima poslednj* posljednj* fundit utolso* utolsokent"),
    (
        "higher superiore superiori visi visa lart larte magasabb*",
        "lower inferiore inferiori nizi niza nize ulet alacsonyabb*",
    ),
)
_BEFORE = Words("before prima para pre prije elott mielott")
_AFTER = Words("after dopo pas pasi posle nakon utan miutan")
_POSTPOSED = Words("elott utan")
_WORDS = 5  # beside "before" among which the two stand that it goes with
_TABLES = tuple((Words(one), Words(other)) for one, other in _PAIRS)


def opposite(claim: Reading, source: Reading, met: Met) -> str:
    """The word of a claim whose opposite the source has in its place; "" where there is none.

    Where the source has both, the clause decides that says most of what the claim says.
    """
    said = _first_by_side(claim)
    stated = _plain(source)
    nearest = Counter(source.tokens[place].clause for found in met.found for place in found).most_common(1)
    clause = _sides_of(token for token in stated if nearest and token.clause == nearest[0][0])
    whole = _sides_of(stated)
    for side in sorted(said):
        if _other(side) in said:
            continue
        if any(_other(side) in some and side not in some for some in (clause, whole)):
            return said[side]
    return ""


def may_oppose(claim: Reading, source: Reading) -> bool:
    """Whether a word of the source is the opposite of one of the claim, wherever it stands: without it, none is."""
    whole = _sides_of(_plain(source))
    return any(_other(side) in whole for side in _first_by_side(claim))


def other_side_of(claim: Reading, source: Reading, met: Met) -> str:
    """The "before" or "after" of a claim whose source has the other with the same complement; "" for none.

    "After strong winds the search resumed" is "strong winds came before it resumed": both name the winds otherwise.
    """
    for place, earlier in times(claim):
        following = complement(claim, place)
        for other, before in times(source):
            if earlier != before and any(set(met.of(at)) & complement(source, other) for at in following):
                return claim.tokens[place].text
    return ""


def times(reading: Reading) -> list[tuple[int, bool]]:
    """Places of "before" and "after", each with whether it is the first."""
    return [
        (place, token.folded in _BEFORE)
        for place, token in enumerate(reading.tokens)
        if token.folded in _BEFORE or token.folded in _AFTER
    ]


def complement(reading: Reading, place: int) -> set[int]:
    """The content words that "before" or "after" goes with; they come first in Hungarian."""
    if reading.language == "hu" and reading.tokens[place].folded in _POSTPOSED:
        return set([other for other in reading.content if place - _WORDS <= other < place][-2:])
    return set([other for other in reading.content if place < other <= place + _WORDS][:2])


def alike(one: str, other: str) -> bool:
    """Whether two words stand on the same side of a pair of opposites: "lowered" and "cut"."""
    return not _sides(one).isdisjoint(_sides(other))


@lru_cache(maxsize=20_000)
def _sides(word: str) -> frozenset[int]:
    """The sides of pairs that a word stands on: 0 and 1 of the first pair, 2 and 3 of the next."""
    sides = [side for pair in _TABLES for side in pair]
    return frozenset(place for place, side in enumerate(sides) if word in side)


def _other(side: int) -> int:
    return side ^ 1


def _first_by_side(reading: Reading) -> dict[int, str]:
    """The first word of a text on each side that it has words of."""
    found: dict[int, str] = {}
    for token in _plain(reading):
        for side in _sides(token.folded):
            found.setdefault(side, token.folded)
    return found


def _sides_of(tokens: Iterable[Token]) -> frozenset[int]:
    return frozenset().union(*(_sides(token.folded) for token in tokens))


def _plain(reading: Reading) -> list[Token]:
    """The words of a text that no negation bears on; none in a language without tables."""
    turned = {place for cue in reading.negations for place in cue.heads}
    return [token for place, token in enumerate(reading.tokens) if place not in turned and reading.language]
