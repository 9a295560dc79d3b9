"""Words by which `rag.overview` knows a question about all that the articles tell, folded, from grammars."""

from __future__ import annotations

from index.patterns import lazy

TELLS_ALL = lazy(
    r"summar\w+|overview|recap|headlines|gist|points|news|happened|happening|tldr"
    r"|permbledh\w*|permblidh\w*|lajme(?:t|ve)?|ndodh[iu]?r?|pikat"
    r"|sazm\w+|sazet\w+|rezim\w+|pregled|ukratko|vesti|vijesti|dogodilo|desilo|desava|dogadja|zbilo|tacke"
    r"|riassum\w+|riassunto|sintesi|sintetizz\w+|panoramica|notizie|successo|succede|accaduto|accade|avvenuto|punti"
    r"|osszefoglal\w*|foglal[dj]\w*|attekint\w+|hirek\w*|ujsag|tortent|tortenik|pontjai"
)
"""A word that asks for all of it, where nothing else is asked about."""
ARTICLES = lazy(
    r"articles?|texts?|reports?|stor(?:y|ies)|papers?|newspapers?|sources?|outlets?|documents?|media"
    r"|artikuj\w*|artikul\w*|shkrime\w*|gazeta\w*|tekste\w*|burime\w*|lajmi\w*"
    r"|clan\w+|tekst\w*|vest\w*|vijest\w*|novin\w+|izvor\w*|medij\w*"
    r"|articol\w+|test[oi]|giornal\w+|fonti|testate|notizi\w+"
    r"|cikk\w*|szoveg\w*|hir|hirek\w*|ujsag\w*|lapok\w*|forras\w*"
)
ABOUT = lazy(
    r"about|say|tell|topics?|subjects?|cover|deal|discuss|describe|report|main|key|events?"
    r"|flasin|flet|thone|tregojne|fjale|tema\w*|kryesor\w*|permbajne|ngjarj\w*"
    r"|radi|rec|rijec|govor\w+|pisu|kazu|tem[aeu]\w*|glavn\w+|najvazn\w+|bave|dogadjaj\w*"
    r"|parla\w*|tratt\w+|dicono|raccontano|argoment\w+|tem[ai]|principal\w+|event\w+"
    r"|szol\w*|irnak|mondanak|tema\w*|fo|legfontosabb\w*|esemeny\w*"
)
"""With a word for the articles: what these tell."""

WHOLE = lazy(
    r"\b(?:what (?:(?:is|s|are|was|this|that|these|those|it|they|all) )+about(?= please| here|$)"
    r"|(?:is|s) going on|what (?:is|s) new"
    r"|what (?:is|s|was|are) the (?:main |big )?(?:story|stories|topics?|subjects?|theme)(?: here)?$"
    r"|what (?:do|can|could) you (?:know|tell me)$"
    r"|per (?:cfare|ke) (?:behet fjale|flitet|flet|flasin|eshte)|cfare (?:ka|kemi) (?:te re|re|te reja)"
    r"|cfare po ndodh"
    r"|cfare (?:di|dini)$|cila eshte (?:tema|ngjarja)"
    r"|o cemu (?:se (?:\w+ )?(?:radi|govori|pise)|je (?:rec|rijec|ovo|to)|govor\w+|pis\w+)"
    r"|sta (?:ima|je) novo|sta se desava"
    r"|sta (?:znas|znate)$|(?:koja|sta) je (?:glavna )?tema"
    r"|di (?:che )?(?:cosa )?(?:si )?(?:tratta|parla|parlano)(?: qui)?$|che novita|cosa c e di nuovo"
    r"|cosa sta succedendo"
    r"|cosa (?:sai|sapete)$|qual e (?:l argomento|il tema|la notizia)"
    r"|mirol (?:van szo|szol\w*|irnak|beszelnek)|mi (?:a )?tema\w*|mi ez az? (?:egesz|ugy|tortenet)"
    r"|mit tud(?:sz|tok|unk)$)"
)
"""What asks for all of it by more than one word."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


BESIDE = _set(
    """
    what s is are was were has have been does do did the a an in of to on all these those this them for with me us
    you can could please give show tell make write short brief briefly quick main key most important latest so far
    points point your my here today whole and contents content it they that re tell know could would
    going there main big then so

    cfare c jane eshte ka te e ne i per me nga u kane ndodhur behet fjale jep trego bej nje gjitha keto keta dhe
    shkurt shkurtimisht ju lutem mund kryesore ketu kjo ky po ke kemi re reja di dini cila tani sot thuaj thuani
    thoni trego tregoni te mundesh mundeni

    sta sto je se su li o cemu u ovim ovi ove svi svih na za mi daj dajte napravi molim kratak kratko ukratko i da
    bilo cega glavno najvaznije sve ovde ovdje ovo to se novo ima koja znas znate danas te vas reci
    recite kazi kazite mozes mozete mi

    che cosa e di che cos gli i le il la lo l in un una mi dammi fai fa per favore breve brevemente tutti questi
    queste degli delle dei del sono stato c si puoi fammi a qui novita nuovo sta succedendo sai sapete qual oggi questo
    questa dimmi dica dirmi puo potete potresti potrebbe ci sono

    mi mirol mik a az ezek ezekben ezek ben van volt szo nekem kerlek adj egy rovid roviden ossze keszits csinalj
    minden osszes es benne errol mit itt most ma egesz ugy tortenet
    ez elmondanad elmondana mondd mondja el kerem nekunk legyszives
    """
)
"""Words that ask about nothing by themselves."""
COMPARING = _set(
    """
    where how there between among any each other it things way ku si mes ndermjet ndonje a li po cemu da gde gdje kako
    izmedju medju medjusobno dove come tra fra loro c ci sono hol hogyan miben el kozott kozt egymastol egymassal
    """
)
"""Beside words for agreeing and differing."""
