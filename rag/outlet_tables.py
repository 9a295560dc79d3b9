"""Words by which `rag.outlets` knows that a question asks what an outlet says: folded, from grammars."""

from __future__ import annotations

from index.patterns import lazy


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SAYS = _set(
    """
    say says said write writes wrote written report reports reported describe describes described tell tells claim
    claims claimed present presents presented cover covers covered mention mentions mentioned state states stated
    explain explains explained put puts portray give gives gave quote quotes quoted

    thote thone tha thane shkruan shkruajne shkroi shkruar raporton raportojne raportoi raportuar pershkruan
    pershkruajne pershkroi njofton njoftoi permend permendi citon citoi jep japin dha tregon tregojne paraqet
    paraqesin pretendon

    kaze kazu rekao rekla rekli pise pisu pisao pisala pisali napisao napisala objavio objavila objavljuje izvestava
    izvestavaju izvestio izvestila izvjestava prenosi prenose preneo prenela prenijela javlja javljaju javio javila
    opisuje opisuju opisao spominje pominje pominju navodi navode naveo navela tvrdi tvrde daje daju predstavlja

    dice dicono detto scrive scrivono scritto riporta riportano riportato riferisce riferiscono riferito racconta
    raccontano raccontato descrive descrivono descritto afferma affermano sostiene sostengono pubblica pubblicato
    parla parlano parlato cita citano presenta presentano definisce

    ir irja irjak irt irta irtak kozol kozli kozlik kozolt kozolte jelent jelenti jelentett jelentette szamol
    szamolt mond mondja mondjak mondott emlit emliti emlitik allit allitja allitjak fogalmaz idez idezi tudosit
    tudositott leir leirja irnak mondanak allitanak jellemzi jellemzik
    """
)
"""What an outlet does with what it tells; of several outlets also `rag.extract.comparing_tables.AGREE`."""
HELPERS = _set("does do did has have had ha hanno je su ka kane se non nuk nije li")
"""May stand between an outlet and what it does, or before an outlet that then does it."""
BY = _set("sipas prema po secondo")
"""Before an outlet, like "according to"; "szerint" stands after it."""
AFTER_IT = frozenset({"szerint"})
CALLED = frozenset({"cimu", "nevu"})
"""Between the name of an outlet and what it is: "a Danas című lap"."""
WITHIN = ("ban", "ben")
"""Endings of a name in which something is written; names are told apart from other words before."""
KINDS = lazy(
    r"daily|weekly|magazine|radio\w*|television|broadcaster|gazet\w+|portali\w*|agjenci\w+|televizion\w*|revist\w+"
    r"|list[ua]?|dnevni\w+|portal\w*|agencij\w+|televizij\w+|nedeljni\w+|quotidiano|settimanale|rivista"
    r"|(?:napi|heti)?lap|folyoirat|hirportal"
)
"""What an outlet is, before its name; folded."""
PAPERS = lazy(
    r"courier|post|times|ledger|herald|tribune|telegraph|guardian|gazette|journal|dispatch|chronicle|observer|independent"
    r"|mirror|express|monitor|mail|gazeta|zeri|koha|shekulli|panorama|tribuna|fjala"
    r"|dnevnik|novine|novosti|hronika|glasnik|vesti|politika|kurir|blic|danas|vreme|list|glas|pregled"
    r"|corriere|gazzetta|voce|messaggero|stampa|repubblica|giornale|giorno|mattino|secolo|piccolo"
    r"|naplo|hirlap|hirmondo|szemle|figyelo|nemzet|ujsag|hirado|kurir|lapja"
)
"""Words for a paper by which one may be called for short, folded."""
WRITING = _set(
    "pisanju navodima izvestaju izvestavanju tekstu clanku raportit raportimit raportimeve shkrimit artikullit"
    " cikke cikkei jelentese beszamoloja tudositasa ertesulese informacioi"
)
"""What an outlet writes, between it and such a word: "prema pisanju Danasa", "a BBC cikke szerint"."""
IN = _set("in on u na ne su sul sulla sullo nel nella nello sull nell")
"""Before an outlet in which something is said."""
JOINS = _set("and or e ed o oppure dhe apo ose i ili es vagy illetve")
ARTICLES = _set("the a az il lo la l gli i")
TO_THEM = _set("u nak nek")
"""Endings of whom something is told to: "rekao AP-u", "a BBC-nek"."""
NOUN = {"en": "the articles", "sq": "artikujt", "sr": "članci", "it": "gli articoli", "hu": "cikkek"}
"""What stands for several outlets in a question about how they differ."""
