"""Whether a claim says more than its source: "all" of what it says of some, a plan told as done, a cause of its own.

Such a claim repeats the words of its source, so that no nearness of words shows it; what it adds, or leaves out, is one
small word of a closed class. The tables are those words in five languages, folded.
"""

from __future__ import annotations

import re

from rag.verify.clauses import Reading, Token
from rag.verify.cues import SUSPECTS, Words
from rag.verify.support import MET, Met
from rag.verify.synonyms import synonymous

WHOLE = {
    "en": Words(
        """all every everyone everybody entire entirely whole always completely totally fully permanently forever
        definitively unanimously"""
    ),
    "it": Words(
        """tutti tutte tutta intero intera interi intere ogni sempre completamente totalmente interamente
        definitivamente permanentemente unanim*"""
    ),
    "sr": Words(
        """svi sve svih svim svima svaki svaka svako svakog ceo cela celo celu celi cele celog uvek potpuno sasvim
        trajno zauvek konacno jednoglasno"""
    ),
    "sq": Words(
        """gjithe gjitha gjithi gjithsej tere teresisht plotesisht perhershem pergjithmone perfundimisht cdo secili
        njezeri"""
    ),
    "hu": Words(
        """minden mindenki mindet mindegyik* mindnyajan osszes osszeset egesz egeszet teljesen teljes vegleg
        veglegesen orokre valamennyi valamennyien egyhangu*"""
    ),
}
_UNREAL = {
    "en": Words(
        """will would shall should plans planned planning intend* aim aims aimed propos* offer* threat* pledg* promis*
        vow* expected fear fears feared prepar* whether may might could ready"""
    ),
    "it": Words(
        """intend* punta puntano propon* propost* offr* offert* minacci* impegn* promett* promess* prevede previst* teme
        temono prepar* pront* vorrebb* potr*"""
    ),
    "sr": Words(
        """ce cu cemo cete bi planira* namerava* predlo* ponudi* ponudj* preti prete pretio pretil* pretnj* zapret*
        obec* plasi* strah* treba trebalo sprem*"""
    ),
    "sq": Words(
        "do synon* planifik* propoz* ofro* ofru* kercen* zotu* premto* premtu* pritet priten friko* frik* gati"
    ),
    "hu": Words(
        """fog fogja fognak fogjak terv* javasol* javasl* ajanl* felajanl* fenyeg* iger* megiger* keszul* kesz varhato
        esetleg volna tart"""
    ),
}
"""What tells of something that is not so, or not yet: futures, plans, offers, threats, fears."""
_WISHES = Words(
    """want* wish* seek* sought hope* urg* demand* ask asks asked possible likely willing interest* hint*
    vuole vogliono voleva spera mira mirano chied* chiest* sollecit* possibil* interess* accenn*
    zel* nada* trazi* traze* zahtev* moguc* hoce hteo hteli htela zainteres* interes* nagove*
    deshir* shpres* kerko* kerku* mundshem nese duan aludo*
    akar* szeretn* kivan* remel* kert kerte kerik kovetel* lehetseges erdekl* utal* celoz*"""
)
"""What leaves a claim open, in any of the languages; a source with it is too often told with other verbs."""
_SERBIAN_FUTURE = re.compile(r"\w{2,}[aieu]ce(?:mo|te)?")
"""Many nouns end so too; it only keeps a claim from being taken for one of the past."""
_UNREAL_FORMS = {
    "it": re.compile(r"\w{2,}(?:[eai]rà|[eai]ranno|rebbe|rebbero)"),
    "hu": re.compile(r"\w{3,}(?:[ae]?h[ae]t|h[ae]tna|h[ae]tne|n[ae]n[ae]k|h[ae]tn[ae]k|hato|heto)"),
}
_DONE = {
    "en": re.compile(
        r"has|have|had|was|were|did|\w{2,}ed|bought|sold|began|went|took|gave|made|became|won|lost|paid|sent|left|met|"
        r"held|built|fell|rose|got|found|shut|cut|broke|chose|spent|brought|came"
    ),
    "it": re.compile(r"\w{3,}(?:at|ut|it|rt|tt|es|is|us|rs|st)[oaie]|fu|furono|\w{3,}(?:arono|irono)"),
    "sr": re.compile(r"\w{3,}(?:ao|io|eo|uo|la|li|le|lo)"),
    "sq": re.compile(r"ka|kane|u|ishte|ishin|kishte|kishin|\w{2,}(?:oi|uan|uar|ua|eu|iti|ori|ajti|ajten)"),
    "hu": re.compile(
        r"(?!miatt|alatt|mellett|felett|kozott|elott|helyett)\w{2,}(?:[aeo]tt|tt[ae]k?|t[ae]k|ult|olt|t[ae])"
    ),
}
"""Forms that tell of what is past; Italian and Albanian ones are written with an auxiliary."""
_CAUSE = {
    "en": Words("because owing thanks caused due"),
    "it": Words("perche poiche causa grazie mancanza"),
    "sr": Words("zbog jer usled uslijed zahvaljujuci"),
    "sq": Words("sepse shkak shkaku fale"),
    "hu": Words("miatt mert koszonheto* koszonhetoen hala okan"),
}
_REACH = 3  # content words after a cue that may be what it bears on first


def whole(claim: Reading, source: Reading) -> str:
    """The word of a claim that speaks of all, where its source speaks of all nowhere; "" for none."""
    table = WHOLE.get(source.language)
    mine = WHOLE.get(claim.language)
    if table is None or mine is None or any(token.folded in table for token in source.tokens):
        return ""
    return next((token.text for token in claim.tokens if token.folded in mine), "")


def realised(claim: Reading, source: Reading, met: Met) -> str:
    """The word of a source that makes a plan, an offer or a fear of what a claim tells as done; "" for none."""
    if claim.language not in _DONE or source.language not in _UNREAL or not _is_done(claim):
        return ""
    reached = {place for found in met.found for place in found}
    for place in _unreal(source):
        word = source.tokens[place].folded
        if place in reached or any(synonymous(token.folded, word) for token in claim.tokens):
            continue
        heads = _heads(source, place)
        for found in map(set, met.found):
            if found and found <= set(heads) and heads[0] in found:
                return source.tokens[place].text
    return ""


def caused(claim: Reading, met: Met) -> str:
    """The word by which a claim gives a cause that is nowhere in its source; "" for none."""
    table = _CAUSE.get(claim.language)
    best = met.near.max(axis=1, initial=0.0)
    for place, token in enumerate(claim.tokens):
        if table is None or token.folded not in table:
            continue
        given = _given(claim, place)
        rows = [row for row, at in enumerate(met.claim) if at in given]
        suspected = any(claim.tokens[at].folded in SUSPECTS for at in given)
        if rows and not suspected and all(best[row] < MET for row in rows):
            return token.text
    return ""


def _given(claim: Reading, place: int) -> set[int]:
    """The content words of a cause: after its cue, in Hungarian before a postposition."""
    clause = claim.tokens[place].clause
    own = [other for other in claim.content if claim.tokens[other].clause == clause]
    if claim.language == "hu" and claim.tokens[place].folded != "mert":
        return set([other for other in own if other < place][-2:])
    return set([other for other in own if other > place][:4])


def _is_done(claim: Reading) -> bool:
    """Whether a claim tells of something past, and leaves nothing open."""
    if claim.hedges or claim.negations or claim.denials or claim.withheld or claim.is_modal or _unreal(claim):
        return False
    if claim.language == "sr" and any(_SERBIAN_FUTURE.fullmatch(token.folded) for token in claim.tokens):
        return False
    if any(token.folded in _WISHES for token in claim.tokens):
        return False
    said = {cue.place for cue in claim.reports}
    form = _DONE[claim.language]
    return any(form.fullmatch(_form(token, claim)) for at, token in enumerate(claim.tokens) if at not in said)


def _form(token: Token, reading: Reading) -> str:
    """A word as the patterns have it; in Italian an accent tells "is" from "and", and a future from a noun."""
    return token.text.lower() if reading.language == "it" else token.folded


def _unreal(reading: Reading) -> list[int]:
    table, forms = _UNREAL[reading.language], _UNREAL_FORMS.get(reading.language)
    return [
        place
        for place, token in enumerate(reading.tokens)
        if token.folded in table or (forms and forms.fullmatch(_form(token, reading)))
    ]


def _heads(source: Reading, place: int) -> list[int]:
    """The first content words that a cue bears on: after it in its clause, else in the next."""
    word, clause = source.tokens[place].folded, source.tokens[place].clause
    own = [other for other in source.content if source.tokens[other].clause == clause]
    if place in own and word not in _UNREAL[source.language]:  # the form of the verb tells
        return [place]
    ahead = [other for other in own if other > place]
    ahead = ahead or [other for other in source.content if source.tokens[other].clause == clause + 1]
    before = [other for other in own if other < place]
    if source.language == "sr" and word in {"bi", "ce"} and before:
        return [before[-1], *ahead[:_REACH]]
    return ahead[:_REACH] or before[-1:] or [place]
