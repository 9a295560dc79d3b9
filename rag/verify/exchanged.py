"""Whether two words of a claim have changed parts: "the unions offered what the company demanded".

In a language that tells by order who does what, so do words that stand the other way round about a verb; in Hungarian,
where the accusative tells it, so do words that have changed their case.
"""

from __future__ import annotations

from rag.verify.alignment import Alignment, Gap
from rag.verify.role_tables import ARTICLES
from rag.verify.support import MET

_SHARE = 0.7  # of a claim that must be aligned for two words to have changed places in it
_SURE = 0.99  # how near the words must be about which others have turned
_STEM = 5  # letters that two forms of a noun share
_OBJECT = 3  # words after a verb among which its object stands


def exchanged(sides: Alignment) -> str:
    """The first word of a claim that plays another part than in its source; "" for none."""
    changed = _other_object(sides) or _other_case(sides)
    return changed or ("" if sides.is_converse else _crossed(sides) or _turned(sides))


def _crossed(sides: Alignment) -> str:
    """A word that stands in the place of another, which stands in its place."""
    if sides.share(names=True) < _SHARE:
        return ""
    crossing = [
        (row, second)
        for n, gap in enumerate(sides.gaps)
        for other in sides.gaps[n + 1 :]
        for row in gap.rows
        for second in other.rows
        if _cross(sides, row, gap, second, other)
    ]
    # Two pairs that cross together are a phrase told in another order: "2.6 in July, 2.2 in August".
    if len(crossing) != 1 or _declined(sides, *crossing[0]):
        return ""
    return sides.word(crossing[0][0])


def _cross(sides: Alignment, row: int, gap: Gap, second: int, other: Gap) -> bool:
    def meets(one: int, some: Gap) -> bool:
        return any(sides.near[one, column] >= MET for column in some.columns)

    return meets(row, other) and not meets(row, gap) and meets(second, gap)


def _declined(sides: Alignment, row: int, second: int) -> bool:
    """Whether their endings say that two words of one clause play the parts that they play in the source."""
    words = {token.folded for token in sides.source.tokens}
    if not sides.is_free_order or any(
        sides.claim.tokens[sides.met.claim[one]].folded not in words for one in (row, second)
    ):
        return False
    at = [sides.met.source[int(sides.near[one].argmax())] for one in (row, second)]
    return sides.source.tokens[at[0]].clause == sides.source.tokens[at[1]].clause


def _turned(sides: Alignment) -> str:
    """The first word of a clause, before a word that it follows in the source, while what follows here is before it."""
    if sides.is_free_order:
        return ""
    exact = _exact(sides)
    here = [sides.claim.tokens[place].clause for place in sides.met.claim]
    there = [sides.source.tokens[place].clause for place in sides.met.source]
    for verb, at in exact.items():
        first = verb - 1
        if verb in sides.free or first in sides.free or first not in exact or here[first] != here[verb]:
            continue
        if not 0 < exact[first] - at <= _OBJECT or there[at] != there[exact[first]]:
            continue
        opens = all(here[row] != here[verb] or row in _phrase(sides, first) for row in range(first))
        after = [row for row in range(verb + 1, len(here)) if here[row] == here[verb] and row in exact]
        if opens and any(exact[row] < at for row in after):
            return sides.word(first)
    return ""


def _exact(sides: Alignment) -> dict[int, int]:
    """The rows that one column alone is met by."""
    hits = {row: [int(at) for at in (line >= _SURE).nonzero()[0]] for row, line in enumerate(sides.near)}
    return {row: columns[0] for row, columns in hits.items() if len(columns) == 1}


def _phrase(sides: Alignment, row: int) -> set[int]:
    name = sides.asked.get(sides.met.claim[row])
    return {row} if name is None else {sides.met.claim.index(at) for at in name.places if at in sides.met.claim}


def _other_object(sides: Alignment) -> str:
    """A name right after a verb that has another name there in the source."""
    if sides.is_free_order:
        return ""
    articles = ARTICLES[sides.claim.language].split()
    for row, column in _exact(sides).items():
        names = []
        for reading, place, known in (
            (sides.claim, sides.met.claim[row], sides.asked),
            (sides.source, sides.met.source[column], sides.known),
        ):
            after = place + 1
            while after < len(reading.tokens) and reading.tokens[after].folded in articles:
                after += 1
            same_clause = after < len(reading.tokens) and reading.tokens[after].clause == reading.tokens[place].clause
            names.append(known.get(after) if same_clause and place not in known else None)
        mine, other = names
        if mine and other and mine.known and other.known and not sides.same(mine, other):
            return " ".join(sides.claim.tokens[place].text for place in mine.places)
    return ""


def _other_case(sides: Alignment) -> str:
    """In Hungarian, an object that was no object, beside one that is none any more."""
    if sides.claim.language != "hu":
        return ""
    gained, lost = [], []
    for row, place in enumerate(sides.met.claim):
        one = sides.claim.tokens[place].folded
        others = [sides.source.tokens[at].folded for at in sides.met.source]
        akin = [other for other in others if other[:_STEM] == one[:_STEM]]
        if len(akin) != 1 or len(one) < _STEM:
            continue
        if one[-1] == "t" and akin[0][-1] != "t" and one.startswith(akin[0][:-1]):
            gained.append(row)
        if akin[0][-1] == "t" and one[-1] != "t" and akin[0].startswith(one[:-1]):
            lost.append(row)
    return sides.word(gained[0]) if gained and lost else ""
