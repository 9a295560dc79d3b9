"""Whether a claim has got, or been given, what its source only asks for: "Greece has asked for four aircraft"."""

from __future__ import annotations

from rag.verify.clauses import Reading
from rag.verify.cues import Words
from rag.verify.support import Met

_ASKS = Words(
    """ask asks asked asking request* demand* chied* chiest* richied* richiest* trazi traze trazil* trazio zatraz*
    zahtev* kerkon kerkoi kerkuan kerkuar kerkojne kert kertek keri kerik koveteli kovetelt kovetelik"""
)
_GOT = Words(
    """receiv* got gets obtain* won wins given gave gives grant* ricev* otten* dato data dati diede concess* dobi*
    primi* dao dala dali mori moren marre morri fitoi fituan dha dhane dhene kapott kaptak kap adott adtak
    megkap* elnyert*"""
)
_ASKED = 0.5  # of a claim that must stand in what is asked for


def got(claim: Reading, source: Reading, met: Met) -> str:
    """The word of a source that only asks for what a claim says was got or given; "" for none."""
    if claim.is_modal or claim.hedges or claim.negations or claim.denials or claim.withheld:
        return ""
    if any(token.folded in _ASKS for token in claim.tokens) or any(token.folded in _GOT for token in source.tokens):
        return ""
    if not any(token.folded in _GOT for token in claim.tokens):
        return ""
    for place, token in enumerate(source.tokens):
        if token.folded in _ASKS:
            asked = {at for at in source.content if at > place and source.tokens[at].clause == token.clause}
            told = [bool(asked & set(found)) for found in met.found if found]
            if told and sum(told) >= _ASKED * len(told):
                return token.text
    return ""
