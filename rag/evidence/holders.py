"""Who holds an office: "Who is the mayor?" is answered by a sentence that names a mayor, and by no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from rag.evidence.belonging import Belonging
from rag.evidence.beside import PlacedWords
from rag.evidence.office import ANOTHER, OF_FIELDS, PATTERNS, Office, described
from rag.names import Name, unlicensed

_AROUND, _NAMED = 4, 7
"""Words around an office that may tell its field, and after it its holder."""
_WHERE, _WHERE_IN = (2, 4), {"hu": (3, 0)}
"""Words before and after an office that may tell its country."""
_AND = frozenset({"and", "dhe", "i", "ed", "es"})


@lru_cache(maxsize=4096)
def unheld_office(
    sentence: str, language: str, question: str, wanted: Office, abroad: frozenset[str] = frozenset()
) -> float:
    """How far a sentence is from naming who holds an office, in [0, `ANOTHER`].

    :param abroad: who is known to hold it in another country, as `held_abroad` tells.
    """
    return min(
        (
            ANOTHER if _untold(told) and _is_one_of(name, language, abroad) else wanted.differs(told)
            for told, name in _held(sentence, language, question, wanted)
        ),
        default=1.0,
    )


def held_abroad(sentences: Iterable[tuple[str, str]], question: str, wanted: Office) -> frozenset[str]:
    """The names of those whom some sentences, each with its language, tell to hold an office elsewhere alone.

    "President Putin" is no president of Ukraine, in whatever sentence, where another says that he is Russia's.
    """
    found: dict[bool | None, dict[str, str]] = {True: {}, False: {}, None: {}}
    for sentence, language in sentences:
        for told, name in _held(sentence, language, question, wanted):
            found[_is_elsewhere(wanted, told)][name.text] = language
    here = found[False]
    # Where one is told to hold it here, another of whom nothing is told holds it elsewhere.
    strange = {name: language for name, language in found[None].items() if here and wanted.of}
    return frozenset(
        name for name, language in (found[True] | strange).items() if not here or unlicensed(name, language, [*here])
    )


def holders(sentences: Iterable[tuple[str, str]], question: str, name: str) -> frozenset[str]:
    """The folded last words of those whom some sentences, each with its language, tell to hold an office."""
    wanted = Office(name)
    told = (pair for text, language in sentences for pair in _held(text, language, question, wanted))
    return frozenset(some.words[-1].folded for _, some in told)


def _is_elsewhere(wanted: Office, told: Office) -> bool | None:
    """Whether an office is another country's or town's than the one wanted; None where that is not told."""
    if wanted.countries and told.countries:
        return wanted.countries.isdisjoint(told.countries)
    return told.elsewhere


def _untold(told: Office) -> bool:
    """Whether nothing tells of which country, place or institution an office is."""
    return not told.countries and told.elsewhere is None


def _is_one_of(name: Name, language: str, others: Iterable[str]) -> bool:
    """Whether a name is one of some others, however each of them is written."""
    return any(not unlicensed(name.text, language, [other]) for other in others)


def _held(sentence: str, language: str, question: str, wanted: Office) -> Iterator[tuple[Office, Name]]:
    """The offices like one wanted that a sentence names somebody for whom the question does not name, and whom."""
    name = wanted.name
    placed = PlacedWords.of(sentence)
    joined = " ".join(placed.folded)
    found = list(PATTERNS[name].finditer(joined))
    if not found:
        return
    belonging = Belonging(sentence, language, question, wanted.of, wanted.bodies)
    holders = belonging.persons
    begins, ends = {at: some for at, _, some in holders}, {end - 1: some for _, end, some in holders}
    for match in found:
        first = joined.count(" ", 0, match.start())
        last = first + match.group().count(" ") + 1
        low, high = max(0, first - _AROUND), min(len(placed.folded), last + _AROUND)
        after = next((at for at in range(last, min(len(placed.folded), last + _NAMED)) if at in begins), 0)
        before = next((at for at in range(first - 1, low - 1, -1) if at in ends or placed.folded[at] in _AND), -1)
        if not after and (before < 0 or placed.folded[before] in _AND):
            continue
        start = len(" ".join([*placed.folded[low:first], ""]))
        span = (start, start + len(match.group()))
        ahead, behind = _WHERE_IN.get(language, _WHERE)
        # What stands beyond the name of a holder tells of something else: "President Putin and the Korean leader".
        where = max(0, first - ahead, before + 1), min(last + behind, after or last + behind)
        told = described(name, language, _part(sentence, placed, *where), " ".join(placed.folded[low:high]), span)
        elsewhere = None if name in OF_FIELDS else belonging.elsewhere(where[0], after or where[1], name, first)
        yield replace(told, elsewhere=elsewhere), begins[after] if after else ends[before]


def _part(sentence: str, placed: PlacedWords, first: int, end: int) -> str:
    """A sentence from the place of one word to that of another, as written."""
    return sentence[placed.starts[first] : placed.starts[end] if end < len(placed.starts) else len(sentence)]
