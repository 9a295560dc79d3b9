"""Whether a question asks how the articles differ, and what it asks that about.

"Do the outlets agree on when the ship sailed?" asks about the ship; an outlet that agrees is no content of it. Such a
question names outlets in the plural, and says that they are different ones, asks whether they agree, or asks in what
words they put something. The tables were written from grammars of the five languages; they are folded, as the words
that they meet are.
"""

from __future__ import annotations

import re
from itertools import pairwise

from index.fold import fold
from index.language_tables import SMALL_WORDS

_WORD = re.compile(r"[^\W_]+")
_SMALL_WORDS = frozenset().union(*SMALL_WORDS.values())
_OUTLETS = re.compile(
    r"outlets|newspapers|papers|media|articles|sources|reports|accounts|agencies|publications|broadcasters"
    r"|medi(?:at|ave)|gazeta(?:t|ve)|artikuj(?:t|ve)?|burime(?:t|ve)?|portale(?:t|ve)?|agjenci(?:te|ve)|raporte(?:t|ve)?"
    r"|medij(?:i|a|e|ima)|listov(?:i|a|e|ima)|novin(?:e|a|ama)|clan(?:ci|aka|ke|cima)|izvor(?:i|a|e|ima)"
    r"|tekstov(?:i|a|e|ima)|agencij(?:e|a|ama)|portal(?:i|a|ima)|izvestaj(?:i|a|e|ima)"
    r"|testate|giornali|quotidiani|articoli|fonti|agenzie|notiziari|resoconti"
    r"|(?:lapok|ujsagok|cikkek|forrasok|hirugynoksegek|portalok|beszamolok|hiradasok)\w{0,5}"
)
_DIFFERENT = re.compile(
    r"different|various|individual|respective|ndryshem|ndryshme|vecant[ae]|razlicit\w+|razn(?:i|a|e|ih|im|ima)"
    r"|pojedin\w*|divers[ei]|vari[e]?|singol[ei]|kulonbozo|kulonfele|egyes"
)
_AGREE = re.compile(
    r"agree|disagree|differ|concur|coincide|diverge|contradict|match|vary|same|consistent|disagreements?"
    r"|differences?|discrepanc(?:y|ies)|contradictions?"
    r"|pajtohe[nt]|dakord|perputhen|perkojne|ndryshojne|dallojne|dallim(?:e|et)?|njejt[ae]n?|njejt[ae]t|kundershtojne"
    r"|slazu|slaganj\w+|saglasn\w+|razlikuju|razlik[aeu]|poklapaju|podudaraju|protivrece|isto|ist[aieu]|neslaganj\w+"
    r"|concord(?:ano|i|anti)|accordo|coincidono|differiscono|divergono|discordano|contraddicono|differenz[ae]"
    r"|divergenz[ae]|stess[aoei]|diversamente"
    r"|egyeter\w+|egyetert\w+|(?:meg)?egyez\w+|ugyanaz\w*|ugyanugy|elter\w+|ternek|kulonboznek|kulonbseg\w*|ellentmond\w*"
    r"|azonos\w*"
)
_TELL = re.compile(
    r"spell|describe|name|call|put|report|write|present|word|phrase|tell|refer|quote|explain|portray"
    r"|pershkruajne|shkruajne|quajne|raportojne|emertojne|paraqesin|thone|citojne|tregojne"
    r"|opisuju|pisu|navode|nazivaju|zovu|prenose|izvestavaju|predstavljaju|citiraju|kazu"
    r"|descrivono|scrivono|chiamano|riportano|raccontano|definiscono|presentano|riferiscono|citano|dicono|danno"
    r"|irjak|nevezik|kozlik|emlitik|jellemzik|irnak|idezik|fogalmaz\w*|mutatjak|adjak"
)
_NOUN_AFTER = frozenset({"the", "a", "its", "their", "this"})  # "the name" is no telling
_HOW = re.compile(r"how|si|kako|come|hogyan|mikent|hogy")
_PHRASES = re.compile(
    r"\b(?:(?:in )?(?:what|which) (?:words|terms)|me (?:cfare|cilat) (?:fjale|terma)\w*|kojim recima"
    r"|(?:con|in) (?:quali|che) (?:parole|termini)|milyen szavakkal)\b"
)
_ACCORDING = re.compile(
    r"according|sipas|prema|po|secondo|szerint|between|among|across|ndermjet|mes|izmedju|tra|kozott"
)
_GIVE = re.compile(r"give|japin|daju|danno|adnak|adjak|koznek")
# Two sides may be people: "Do Oslo and Bergen agree …?" asks about a stand; "Did they agree to …?" about a deed.
_PARTIES = re.compile(
    r"^(?:do (?:\w+ ){1,4}and (?:\w+ ){1,4}(?:agree|disagree|differ|(?:give|tell|say) the same)"
    r"|a (?:pajtohen|jane dakord|thone te njejt\w+|japin te njejt\w+) (?:\w+ ){1,4}dhe"
    r"|(?:da li se|slazu li se) (?:\w+ ){1,4}i (?:\w+ ){1,4}(?:slazu|razilaze|o|oko|u)"
    r"|(?:\w+ ){1,4}e (?:\w+ ){1,4}(?:concordano|sono d accordo|(?:danno|dicono|raccontano) l[ao] stess[ao])"
    r"|egyetert(?:enek)?(?: e)? (?:\w+ ){1,4}es)\b"
)


def subject(question: str) -> str:
    """What a question about differences is about, without its words about outlets; "" for any other question."""
    found = list(_WORD.finditer(question))
    words = [fold(word.group()) for word in found]
    dropped = _dropped(words)
    if not dropped or all(word in _SMALL_WORDS for place, word in enumerate(words) if place not in dropped):
        return ""
    return " ".join(word.group() for place, word in enumerate(found) if place not in dropped)


def names_outlets(question: str) -> bool:
    """Whether a question names outlets in the plural, and not two other sides."""
    return any(_OUTLETS.fullmatch(fold(word)) for word in _WORD.findall(question))


def _dropped(words: list[str]) -> set[int]:
    """Places of the words that only say that outlets are compared; none where they are not."""
    outlets = _places(words, _OUTLETS)
    agree = _places(words, _AGREE)
    if not outlets:
        return agree if _PARTIES.match(" ".join(words)) else set()
    different = {place for place in _places(words, _DIFFERENT) if _near(place, outlets, 2)}
    put = _phrase(words) or _places(words, _HOW)
    tell = {place for place in _places(words, _TELL) if words[place - 1] not in _NOUN_AFTER}
    if not (different or agree or (put and any(_near(place, outlets, 3) for place in tell))):
        return set()
    aside = outlets | different | agree | _phrase(words)
    aside |= {place for place in tell | _places(words, _GIVE) if _near(place, outlets, 3)}
    return aside | {place for place in _places(words, _ACCORDING) if _near(place, outlets, 4)}


def _places(words: list[str], table: re.Pattern[str]) -> set[int]:
    return {place for place, word in enumerate(words) if table.fullmatch(word)}


def _near(place: int, others: set[int], most: int) -> bool:
    return any(0 < abs(place - other) <= most for other in others)


def _phrase(words: list[str]) -> set[int]:
    """Places of "in what words" and its like."""
    line = " ".join(words)
    ends = [0]
    for word in words:
        ends.append(ends[-1] + len(word) + 1)
    return {
        place
        for found in _PHRASES.finditer(line)
        for place, (start, end) in enumerate(pairwise(ends))
        if start >= found.start() and end - 1 <= found.end()
    }
