"""Tables for `index.language`: small words by language, and language codes of three letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

# Question and function words, folded. A word stands in every list it belongs to, so that "ne" or "me" decides nothing
# alone. Five languages are the product's; the others are neighbours that share words with them.
_WORDS = {
    "en": """
        what who whom whose why when where which how the of to and for is are was were be been has have had do does did
        will would can could should with from by in on at as an a that this it its not or if about into than many much
        there they their his her he she you we i say said says after before between during against me my new all more
    """,
    "sq": """
        cfare kush kujt pse kur ku cili cila cilet cilat cilen si sa perse te dhe qe me do nje nga nuk per eshte jane ka
        kane ne e i se po u ishte ishin kishte kishin mund duke tha thote thane thone apo ose pas para gjate midis ndaj
        kunder sipas deri kete ky kjo keto ata ato ajo ai tij saj tyre cdo shume mbi prej une ti mos edhe pa si tjera
        disa tek vetem kur gjithe tjeter ku nen rreth larg shqip behet bere eshte vit vjet shtet pjese s t ta ia iu
        ketij kesaj atij asaj cilit cilin pati paten do duhet ende tani sot qene pasur nese ndersa sepse pra por as
        asnje
    """,
    "sr": """
        sta sto ko koga kome zasto kada kad gde gdje kuda odakle koji koja koje koju kojih kojim koliko kako je su se da
        na za od i u ne li sa bi nije nisu ili kao iz sam smo ste bio bila bilo biti ce cu po o do ali jer pre posle
        nakon izmedju protiv prema oko samo vec jos njegov njihov ovo to taj ta ova ovaj tokom rekao kaze bili bile
        moze mogu ima imaju svi sve vise godine godina kojoj kojem kod pod nad pri uz s k te ga mu joj ih im
    """,
    "hu": """
        mi mit ki kit kik mely melyik miert mikor hol hova honnan hogyan mennyi hany milyen kinek minek az a es nem hogy
        egy van volt vannak voltak is meg de csak mint vagy ha el ki be fel le szerint ellen utan elott kozott miatt ezt
        azt ez mert lesz lett kell lehet minden nincs altal mondta mond szamara alatt e amely ami aki azok ezek tobb
        nagyon soran reszere keresztul melyek mar meg minden olyan sok ilyen annak ennek amit akik
    """,
    "it": """
        che chi cosa perche quando dove quale quali quanto quanta quanti quante come il lo la i gli le l un uno una di
        del dello della dei degli delle d a al allo alla ai agli alle da dal dalla dai in nel nella nei nelle con su sul
        sulla per e ed o ma non si sono ha hanno era erano stato stata stati state viene piu anche tra fra dopo prima
        contro secondo suo sua suoi loro questo questa c cui ci se detto dice essere molto nell dell all sull dall
    """,
    "de": """
        was wer wen wem wessen warum wann wo welche welcher welches wie der die das den dem des und fur ist sind war
        waren sein hat haben hatte wird werden wurde kann mit von zu im in an auf als ein eine einen einem einer nicht
        oder wenn uber nach vor aus bei es er sie ich wir auch dass
    """,
    "fr": """
        que qui quoi pourquoi quand ou quel quelle quels comment combien le la les l un une de du des d a au aux et est
        sont etait ont dans en sur avec par pour pas ne se ce cette ces il elle ils nous vous plus qu c s n
    """,
    "es": """
        que quien quienes por cuando donde cual cuales como cuanto cuantos el la los las un una de del a al y es son era
        fue ha han en con para no se su sus lo le mas o pero este esta entre sobre segun tras desde hasta muy
    """,
    "pt": """
        que quem por quando onde qual quais como quanto o a os as um uma de do da dos das e em no na nos nas foi sao era
        ao para com nao se seu sua mais ou mas pelo pela entre sobre ate
    """,
    "ro": """
        ce cine cui de cand unde care cum cat cati cata cate este sunt era au a ai al ale fost si in din la pe cu pentru
        nu se un o unui unei lui sa sau dar mai dupa despre prin intre cel cea cei le l i ca fi prin pana
    """,
    "nl": """
        wat wie waarom wanneer waar welke hoe de het een en van is zijn was waren in op te voor met door aan bij niet of
        over tot uit dat die dit deze er maar ook als naar om heeft hebben wordt
    """,
    "da": """
        hvad hvem hvorfor hvornar hvor hvilken hvordan og i pa at er var en et den det de til af for med fra som har
        have vil kan ikke om ved men eller over efter blev bliver der sig
    """,
    "no": """
        hva hvem hvorfor nar hvor hvilken hvordan og i pa at er var en et den det de til av for med fra som har ha vil
        kan ikke om ved men eller over etter ble blir seg
    """,
    "sv": """
        vad vem varfor nar var vilken hur och i pa att ar en ett den det de till av for med fran som har ha vill kan
        inte om vid men eller over efter blev blir sig
    """,
    "pl": """
        co kto dlaczego kiedy gdzie jaki jaka jakie ile jak i w z na do nie jest sa byl byla bylo o po od za dla przez
        sie ze to ten ta oraz czy ale ma maja przed jako juz
    """,
    "cs": """
        co kdo proc kdy kde jaky jaka jake kolik jak a v z na do je jsou byl byla bylo o po od za pro pri se ze to ten
        ta ktery nebo ale ma maji pred jako uz neni
    """,
    "sl": """
        kaj kdo zakaj kdaj kje kateri katera koliko kako in v z na do ne je so bil bila bilo o po od za pri se da to ta
        ki ali pa tudi ima imajo pred kot ze ni
    """,
    "tr": """
        ne kim neden nicin zaman nerede hangi nasil kac kadar ve bir bu su o da de ile icin gibi degil mi mu var yok
        olan olarak sonra once her daha cok en
    """,
}
SMALL_WORDS: Mapping[str, frozenset[str]] = {code: frozenset(words.split()) for code, words in _WORDS.items()}
ALL_SMALL_WORDS = frozenset().union(*SMALL_WORDS.values())
_USES = Counter(word for words in SMALL_WORDS.values() for word in words)
OWN_WORDS = frozenset(word for word, uses in _USES.items() if uses == 1)

# Words of questions on how articles differ, folded: words of content, but as telling as small ones where a question has
# few others. "A pajtohen artikujt?"
_ASKING = {
    "en": """
        article articles outlet outlets newspaper newspapers papers source sources report reports agree agrees disagree
        differ differs different differently difference differences contradict contradiction contradictions match same
    """,
    "sq": """
        artikulli artikuj artikujt artikujve gazeta gazetat gazetave media mediat mediave burimet burimeve raportet
        raporteve lajmet pajtohen perputhen perkojne dakord ndryshojne ndryshon dallojne dallim dallime dallimet njejten
        njejtin njejtat njejtet njesoj ndryshe kunderthone mosperputhje bien ndesh quhet quhen vlen vlejne kushton
        kushtojne
    """,
    "sr": """
        clanak clanci clanaka clancima novine novina novinama mediji medija medijima izvori izvora izvorima izvestaji
        izvestaja izvestajima listovi navodi slazu slaganje slaganja saglasni razlikuju razlika razlike poklapaju
        podudaraju protivrece isto istu istog razilaze drugacije
    """,
    "hu": """
        cikk cikkek cikkekben lap lapok lapokban ujsagok forras forrasok beszamolok portalok egyetertenek egyeznek
        egyezik elternek eltero elteres elteresek ternek kulonboznek kulonbseg kulonbsegek ugyanazt ugyanaz ugyanannyi
        ellentmondanak ellentmondas maskent maskepp
    """,
    "it": """
        articolo articoli giornale giornali testata testate fonte fonti versioni resoconti concordano coincidono
        differiscono divergono discordano differenza differenze divergenze stesso stessa stesse stessi diversamente
        contraddicono contraddizioni
    """,
}
ASKING_WORDS: Mapping[str, frozenset[str]] = {code: frozenset(words.split()) for code, words in _ASKING.items()}

# ISO 639-2 and 639-3 codes that a file may declare where ISO 639-1 has one of two letters.
_CODES = """
    eng:en sqi:sq alb:sq srp:sr scc:sr hun:hu ita:it hrv:hr scr:hr bos:bs hbs:sh deu:de ger:de fra:fr fre:fr spa:es
    por:pt ron:ro rum:ro ell:el gre:el mkd:mk mac:mk bul:bg rus:ru ukr:uk pol:pl ces:cs cze:cs slk:sk slo:sk slv:sl
    tur:tr nld:nl dut:nl swe:sv dan:da nor:no fin:fi est:et lav:lv lit:lt ara:ar heb:he fas:fa per:fa hin:hi ben:bn
    urd:ur zho:zh chi:zh jpn:ja kor:ko vie:vi tha:th ind:id cat:ca glg:gl eus:eu baq:eu mlt:mt
"""
TWO_LETTERS: Mapping[str, str] = dict(pair.split(":") for pair in _CODES.split())
