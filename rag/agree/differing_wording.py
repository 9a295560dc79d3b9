"""What two sentences call the same thing: "views as an invasion rehearsal" against "smatra provokacijom"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rag.agree.among_tables import AS, CALLS, HU_AS, NOT_CALLED, SR_AS
from rag.agree.pairs import Pair
from rag.agree.statement import Statement, Word
from rag.records import Kind

_OTHER_WORDS = 0.5
"""Below this, no word of the one name comes near the words of the other."""
_SAME_THING = 0.7
_REACH = 8
_ABOUT = 14
_LONGEST = 5

Called = tuple[tuple[int, ...], tuple[int, ...]]
"""Places of the words that name a thing, and of the words of content before them."""


def wording(pair: Pair) -> Iterator[tuple[Kind, str, str]]:
    """One thing that the two sentences call by other words."""
    for mine, about in called(pair.one):
        for other, also in called(pair.other):
            same_thing = about and also and float(pair.near[list(about)][:, list(also)].max()) >= _SAME_THING
            if same_thing and pair.context(mine, other) < _OTHER_WORDS:
                yield Kind.WORDING, pair.one.part(mine[0], mine[-1]), pair.other.part(other[0], other[-1])
                return


@lru_cache(maxsize=2048)
def called(statement: Statement) -> tuple[Called, ...]:
    """What a sentence calls things, by its verbs of calling."""
    words = statement.words()
    plain, *others = CALLS.get(statement.grammar, (None,))
    found: list[Called] = []
    for place, word in enumerate(words):
        name: tuple[int, ...] = ()
        if any(verb.fullmatch(word.folded) for verb in others):
            name = _after_as(statement, place)
        if not name and plain is not None and plain.fullmatch(word.folded):
            name = _after_as(statement, place) or _plain(statement, place)
        if name:
            before = range(max(0, min(name[0], place) - _ABOUT), max(name[0], place))
            about = tuple(p for p in before if p != place and p not in name and _is_thing(words[p]))
            found.append((name, about))
    return tuple(found)


def _is_thing(word: Word) -> bool:
    return not word.small and not word.capital


def _after_as(statement: Statement, verb: int) -> tuple[int, ...]:
    """The words of content behind "as", which follows the verb or what the verb is about."""
    words, sign = statement.words(), AS.get(statement.grammar, "")
    for at in range(verb + 1, min(verb + _REACH, len(words))):
        if words[at].folded == sign:
            return _words_from(statement, at + 1)
    return ()


def _plain(statement: Statement, verb: int) -> tuple[int, ...]:
    """What stands right behind the verb, or in the case of the language that says so."""
    words = statement.words()
    if verb + 1 < len(words) and words[verb + 1].folded in NOT_CALLED:
        return ()
    marks = {"sr": SR_AS, "hu": HU_AS}.get(statement.grammar)
    if marks is None:
        quoted = next((p for p in range(verb + 1, min(verb + _REACH, len(words))) if _quoted(statement, p)), verb + 1)
        return _words_from(statement, quoted)
    near = (verb + 1, verb + 2, verb - 1) if statement.grammar == "hu" else range(verb + 1, verb + _LONGEST)
    places = (p for p in near if 0 <= p < len(words) and not words[p].small and (p < verb or not words[p].opens))
    marked = next((p for p in places if marks.fullmatch(words[p].folded)), None)
    return (marked,) if marked is not None else ()


def _quoted(statement: Statement, place: int) -> bool:
    """Whether a quotation opens before a word."""
    start = statement.words()[place].start
    return bool(start) and statement.text[start - 1] in '"“„«»”'


def _words_from(statement: Statement, start: int) -> tuple[int, ...]:
    """The words of content from a place on, to the end of the phrase."""
    words = statement.words()
    kept: list[int] = []
    for place in range(start, min(start + _LONGEST, len(words))):
        if kept and words[place].opens:
            break
        if not words[place].small:
            kept.append(place)
    return tuple(kept)
