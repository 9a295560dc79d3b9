"""Whether a claim says by a word other than "not" that something was not done, or how, and its sentence does not.

"Forgot to sign", "pretended to sign" and "almost signed" say that nobody signed; "secretly signed" says what a sentence
that has "signed" does not tell. Vectors do not part these from the plain verb, so the words are listed.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.numbers import values
from rag.verify.clauses import Reading
from rag.verify.cues import Words
from rag.verify.overreach import WHOLE
from rag.verify.support import Met

_VERBS = {
    "en": "refus* fail* forgot* forget* neglect* pretend* omit* avoid* declin* hesitat*",
    "it": "rifiut* dimentic* finto finge fingono fingeva fingendo finsero evita* omess* omett* esita*",
    "hu": "elfelejt* elmulaszt* megtagad* szinlel* vonakod* elkerult*",
    "sq": "refuz* harro* shmang* shtir* hezito*",
    "sr": "odbi* zaborav* pretvara* propust* izbeg* oklev*",
}
_NEARLY = {
    "en": "almost nearly hardly barely scarcely",
    "it": "quasi malapena",
    "hu": "majdnem szinte alig kishijan",
    "sq": "gati pothuajse thuajse mezi",
    "sr": "umalo zamalo skoro gotovo jedva",
}
_MANNER = {
    "en": """secretly covertly illegally unlawfully deliberately intentionally purposely fraudulently knowingly wrongly
        falsely mistakenly accidentally""",
    "it": """segretamente illegalmente illecitamente deliberatamente intenzionalmente fraudolentemente consapevolmente
        falsamente erroneamente accidentalmente abusivamente""",
    "hu": """titokban titkosan illegalisan torvenytelenul jogellenesen szandekosan veletlenul hamisan tevedesbol
        jogtalanul""",
    "sq": "fshehurazi fshehtas ilegalisht paligjshem qellimisht qellimshem rastesisht gabimisht",
    "sr": "tajno potajno ilegalno nezakonito protivzakonito namerno slucajno lazno greskom svesno",
}
_BEFORE_VERBS = {"en": ("to",), "it": ("di", "d", "a"), "sq": ("te", "ta", "t"), "sr": ("da",)}
_TABLES = {
    language: (Words(_VERBS[language]), Words(_NEARLY[language]), Words(_MANNER[language])) for language in _VERBS
}
_TOLD = 0.33  # from here on a word of the sentence means nearly the same


def undone(claim: Reading, source: Reading, met: Met) -> str:
    """The word by which a claim undoes or colours what its source says plainly; "" for none."""
    if claim.language not in _TABLES:
        return ""
    verbs, nearly, manner = _TABLES[claim.language]
    found = [place for place, token in enumerate(claim.tokens) if token.folded in manner and not _told(place, met)]
    if not _turns(source):
        found += [place for place, token in enumerate(claim.tokens) if token.folded in verbs and _governs(claim, place)]
        found += [
            place for place, token in enumerate(claim.tokens) if token.folded in nearly and not _rounds(claim, place)
        ]
    return next((claim.tokens[place].text for place in found if _bears_on(claim, place, met)), "")


def _turns(reading: Reading) -> bool:
    """Whether a text says of anything that it is not so, or not quite."""
    if reading.negations or reading.denials or reading.withheld or reading.hedges or reading.language not in _TABLES:
        return True
    verbs, nearly, _ = _TABLES[reading.language]
    return any(token.folded in verbs or token.folded in nearly for token in reading.tokens)


def _governs(claim: Reading, place: int) -> bool:
    """Whether a verb bears on another verb: "declined to sign"; "sales declined" and "rejected the offer" do not."""
    after = claim.tokens[place + 1].folded if place + 1 < len(claim.tokens) else ""
    if claim.language == "hu":
        before = claim.tokens[place - 1].folded if place else ""
        return after.endswith("ni") or before.endswith("ni")
    return after in _BEFORE_VERBS[claim.language] or (claim.language == "en" and after.endswith("ing"))


def _rounds(claim: Reading, place: int) -> bool:
    """Whether "almost" is of a figure or of "all" behind it, which other checks compare."""
    if place + 1 == len(claim.tokens):
        return False
    after = claim.tokens[place + 1]
    return after.folded in WHOLE[claim.language] or any(
        value.start <= after.start < value.end for value in values(claim.text, claim.language, None)
    )


def _told(place: int, met: Met) -> bool:
    return place in met.claim and bool(met.near[met.claim.index(place)].max(initial=0.0) >= _TOLD)


def _bears_on(claim: Reading, place: int, met: Met) -> bool:
    """Whether the source has the word beside a cue, or in Hungarian before it, and the cue itself stands for none."""
    return not met.of(place) and any(met.of(other) for other in _beside(claim, place))


def _beside(claim: Reading, place: int) -> Sequence[int]:
    """The next word of content; in Hungarian, or at the end of a clause, the one before it."""
    clause = claim.tokens[place].clause
    former = [other for other in claim.content if other < place and claim.tokens[other].clause == clause][-1:]
    following = [other for other in claim.content if other > place][:1]
    if claim.language == "hu":
        return [*former, *following]
    goes_on = place + 1 < len(claim.tokens) and (
        claim.tokens[place + 1].clause == clause or claim.tokens[place + 1].folded in _BEFORE_VERBS[claim.language]
    )
    return following if goes_on else former
