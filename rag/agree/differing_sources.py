"""Who is said to have said or reported it: "Reuters reported", "the police said", "prvi je objavio Njujork tajms"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rag.agree.credits import canonical, is_known
from rag.agree.differing_names import left_out
from rag.agree.pairs import Pair
from rag.agree.statement import Statement
from rag.names import concepts
from rag.records import Kind

_OTHER = 0.25
"""Below this, no word for the one source comes near any word for the other."""
_LONGEST = 7


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SAYS = {
    "en": _words("said says reported reports wrote writes announced told stated revealed"),
    "sq": _words(
        "tha thane thote raportoi raporton raportuan njoftoi njoftoji njoftuan shkroi shkruan deklaroi transmeton ditur"
    ),
    "sr": _words(
        "rekao rekla rekli rekle kazao kazala kazu saopstio saopstila saopstilo saopstili objavio objavila objavilo "
        "objavili javlja javio javila prenosi preneo prenela pise napisao napisala napisali izvestio izvestila navodi "
        "navodio tvrdi naveo navela"
    ),
    "it": _words(
        "detto dichiarato riferito riferisce riportato scritto scrive annunciato comunicato riporta afferma affermato"
    ),
    "hu": _words(
        "kozolte mondta jelentette jelentett irja irta szamolt szamoltak nyilatkozta bejelentette allitja derul kiderul"
    ),
}
_INSTITUTIONS = _words(
    "ministry police court government parliament bank university hospital army church prosecution council"
)
_ACCORDING = {"en": "to", "sq": "sipas", "sr": "prema", "it": "secondo", "hu": "szerint"}
_GENERIC = _words(
    """
    beri bere bene ben official officials source sources report reports people he she it they statement person
    spokesman spokeswoman
    website page first time two three zyrtar zyrtare zyrtaret burime raport raporti dy faqen tij pari pare here
    zvanicnik zvanicnici zvanicnika izvor izvori izvestaj dva prvi sajtu svom put
    funzionario funzionari fonte fonti rapporto due sito suo primo prima volta
    tisztviselo tisztviselok forras forrasok jelentes ketto ket honlapjan elsokent meg
    agency agencija agencia agenzia agjencia hirugynokseg newspaper gazeta list quotidiano lap dnevnik cimu nevu
    monday tuesday wednesday thursday friday saturday sunday
    """
)


def sources(pair: Pair) -> Iterator[tuple[Kind, str, str]]:
    """Another source in each: no word for the one near a word for the other, however each is spelled."""
    for mine in credited(pair.one):
        for other in credited(pair.other):
            if _differ(pair, mine, other):
                yield Kind.ATTRIBUTION, pair.one.part(mine[0], mine[-1]), pair.other.part(other[0], other[-1])
                return


def _differ(pair: Pair, mine: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Two outlets of other names; or two others, of which no word comes near any word of the other sentence."""
    known, there = _outlet(pair.one, mine), _outlet(pair.other, other)
    if known or there:
        return bool(known and there) and known != there
    words, others = pair.one.words(), pair.other.words()
    named, also = [p for p in mine if words[p].capital], [p for p in other if others[p].capital]
    if named or also:
        return _among(pair.one, named, left_out(pair)) and _among(pair.other, also, left_out(pair.turned()))
    kinds, others_kinds = _kinds(pair.one, mine), _kinds(pair.other, other)
    if kinds and others_kinds:
        return kinds.isdisjoint(others_kinds)
    return float(pair.near[list(mine)].max()) < _OTHER and float(pair.near[:, list(other)].max()) < _OTHER


def _kinds(statement: Statement, places: tuple[int, ...]) -> frozenset[str]:
    """What kind of institution speaks, a ministry or the police; empty where no word tells."""
    words = statement.words()
    return frozenset().union(*(concepts(words[place].folded) & _INSTITUTIONS for place in places))


def _among(statement: Statement, places: list[int], runs: list[tuple[int, int]]) -> bool:
    """Whether some of the words are of the names that the other sentence does not hold."""
    words = statement.words()
    return any(start <= words[place].start < end for place in places for start, end in runs)


def _outlet(statement: Statement, places: tuple[int, ...]) -> str:
    """The paper or agency among some words or just before them, by its usual name; "" for none."""
    return outlet_among(statement, range(max(0, places[0] - 1), places[-1] + 1))


def outlet_among(statement: Statement, places: range, longest: int = 4) -> str:
    """The first paper or agency that words in some places name, by its usual name; "" for none."""
    for start in places:
        for end in range(min(start + longest, places.stop) - 1, start - 1, -1):
            part = statement.part(start, end)
            if is_known(part):
                return canonical(part)
    return ""


@lru_cache(maxsize=4096)
def credited(statement: Statement) -> tuple[tuple[int, ...], ...]:
    """The sources that a sentence names, each as the places of its words of content; none for "an official"."""
    words = statement.words()
    says = _SAYS.get(statement.grammar, frozenset())
    according = _ACCORDING.get(statement.grammar, "")
    found = []
    for place, word in enumerate(words):
        if word.folded in says:
            found.append(_source(statement, place, after=_stands_before(statement, place)))
        elif word.folded == according and (according != "to" or words[place - 1].folded == "according"):
            source = _source(statement, place, after=statement.grammar != "hu")
            # "According to the survey" and "prema popisu" may be of one source, whatever the words.
            found.append(source if any(words[p].capital for p in source) else ())
    return tuple(dict.fromkeys(places for places in found if places))


def _stands_before(statement: Statement, place: int) -> bool:
    """Whether the source follows its verb: ", said the police", "– közölte a rendőrség", "ha riferito l'ANSA"."""
    words = statement.words()
    while place > 0 and (words[place].small or place == 0) and not words[place].opens:
        place -= 1
    for at in range(place, max(place - 4, -1), -1):
        if words[at].opens and at:
            return all(not words[p].capital and (words[p].small or p == place) for p in range(at, place + 1))
    return False


def _source(statement: Statement, place: int, after: bool) -> tuple[int, ...]:
    words = statement.words()
    places = []
    step = 1 if after else -1
    at = place + step
    while 0 <= at < len(words) and abs(at - place) <= _LONGEST:
        if after and words[at].opens:
            break
        places.append(at)
        if not after and words[at].opens:
            break
        at += step
    kept = [p for p in sorted(places) if not words[p].small and words[p].folded not in _GENERIC]
    return tuple(p for p in kept if not words[p].folded.isdigit())
