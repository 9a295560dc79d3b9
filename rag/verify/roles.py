"""The part that each name plays in a sentence: who acts, from whom, to whom; by word order, prepositions and cases.

What a language marks in no way keeps the part
that its place in the clause gives it: the first unmarked name acts, the next one is acted on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rag.names.places import mentions as known_places
from rag.numbers.tokens import lexicon
from rag.verify.clauses import Reading, Token, read
from rag.verify.cues import ACCUSES, LANGUAGES, Words, cues
from rag.verify.role_tables import (
    AFTER,
    ALBANIAN,
    ARTICLES,
    BEFORE,
    GETS,
    GIVES,
    HUNGARIAN,
    HUNGARIAN_FROM,
    LOSES,
    PASSIVE,
    SERBIAN_ENDINGS,
    SERBIAN_INTO,
    Role,
)

_GIVING, _GETTING = (Words(" ".join(table.values())) for table in (GIVES, GETS))


def converse(one: str, other: str) -> bool:
    """Whether one verb gives what the other gets: "sell" and "buy", in any of the languages."""
    return (one in _GIVING and other in _GETTING) or (one in _GETTING and other in _GIVING)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text: where its words stand, the countries or cities it may mean, its clause, the part it plays.

    `acts` says that it is the subject of its clause, whatever part its verb gives to that.
    """

    places: tuple[int, ...]
    known: frozenset[str]
    clause: tuple[int, int]
    role: Role
    acts: bool = False


def mentions(reading: Reading) -> tuple[Mention, ...]:
    """The names of a text and the parts they play; () in a language without tables."""
    return _mentions(reading.text, reading.language) if reading.language else ()


@lru_cache(maxsize=4096)
def _mentions(text: str, code: str) -> tuple[Mention, ...]:
    reading = read(text, code)
    found: list[Mention] = []
    for group, known in _groups(reading):
        clause = _part(reading, group[0])
        own = [mention for mention in found if mention.clause == clause]
        marked = _marked(reading, group)
        if marked is not None:
            role = marked
        elif own and (_one_phrase(own[-1], group) or _joined(reading, own[-1].places[-1], group[0])):
            role = own[-1].role
        else:
            acting = any(mention.role is Role.AGENT for mention in own) or _pronoun_before(reading, group[0], clause)
            role = Role.PATIENT if acting and code != "hu" else Role.AGENT
        found.append(Mention(group, known, clause, role))
    return tuple(_voiced(reading, found))


def _pronoun_before(reading: Reading, first: int, part: tuple[int, int]) -> bool:
    """Whether a pronoun already acts in the clause of a name."""
    table = cues(reading.language)
    return table is not None and any(
        reading.tokens[place].folded in table.pronouns
        for place in range(max(0, first - 8), first)
        if _part(reading, place) == part
    )


def _one_phrase(former: Mention, group: Sequence[int]) -> bool:
    """ "Rusko Ministarstvo", "Russian President Putin": names side by side are one phrase, but not after a city."""
    if former.places[-1] + 1 != group[0] or any(place.startswith("/") for place in former.known):
        return False
    return former.role in {Role.AGENT, Role.PATIENT}


def _groups(reading: Reading) -> Iterator[tuple[tuple[int, ...], frozenset[str]]]:
    """Places and peoples, also in small letters, and other runs of capitalised words; in order."""
    tokens = reading.tokens
    taken: dict[int, tuple[tuple[int, ...], frozenset[str]]] = {}
    folded = [token.folded for token in tokens]
    capitals = [token.text[0].isupper() for token in tokens]
    acronyms = [token.text.isupper() and len(token.folded) > 1 for token in tokens]
    for mention in sorted(known_places(folded, capitals, acronyms), key=lambda some: some.start - some.end):
        span = tuple(range(mention.start, mention.end))
        if not any(place in taken for place in span):
            taken.update(dict.fromkeys(span, (span, mention.places)))
    run: list[int] = []
    for place, token in enumerate(tokens):
        plain = place in taken or not capitals[place] or _is_plain(token)
        apart = bool(run) and (run[-1] + 1 != place or tokens[run[-1]].clause != token.clause)
        if run and (plain or apart):
            yield tuple(run), frozenset()
            run = []
        if place in taken and taken[place][0][0] == place:
            yield taken[place]
        elif not plain:
            run.append(place)
    if run:
        yield tuple(run), frozenset()


def _is_plain(token: Token) -> bool:
    """A word that a capital does not make a name: the small words and the days that begin a sentence."""
    if any("weekday" in lexicon(code)[0].get(token.folded, ()) for code in LANGUAGES):
        return True
    return not token.is_content and not (token.text.isupper() and len(token.text) > 1)


def _joined(reading: Reading, last: int, first: int) -> bool:
    """Whether only "and" and articles stand between two names."""
    table = cues(reading.language)
    articles = Words(ARTICLES[reading.language])
    between = [reading.tokens[place].folded for place in range(last + 1, first)]
    return (
        bool(between)
        and table is not None
        and all(word in table.coordinating or word in articles for word in between)
        and any(word in table.coordinating for word in between)
    )


def _marked(reading: Reading, group: Sequence[int]) -> Role | None:
    """The part that a preposition, postposition or case gives a name; None where it is unmarked."""
    tokens, code = reading.tokens, reading.language
    articles = Words(ARTICLES[code])
    if code == "hu":
        return _hungarian(reading, group)
    after = tokens[group[-1] + 1] if group[-1] + 1 < len(tokens) else None
    if code == "en" and after is not None and after.folded == "s" and after.start - tokens[group[-1]].end == 1:
        return Role.OWNER
    place = group[0] - 1
    if code in {"it", "sq"} and not tokens[group[0]].text[0].isupper():
        place -= 1  # "dall'esercito russo": the adjective follows its noun
    while place >= 0 and tokens[place].clause == tokens[group[0]].clause:
        word = tokens[place].folded
        for role, listed in BEFORE[code].items():
            if word in listed.split():
                into = code == "sr" and word in {"u", "na"} and SERBIAN_INTO.fullmatch(tokens[group[0]].folded)
                return Role.GOAL if into else role
        if word not in articles:
            break
        place -= 1
    return _case(tokens[group[0]], tokens[group[0] - 1] if group[0] else None, code)


def _case(token: Token, former: Token | None, code: str) -> Role | None:
    word = token.folded
    if code == "sr" and len(word) > 3:
        for role, endings in SERBIAN_ENDINGS:
            if word.endswith(tuple(endings.split())):
                return role
    if code == "sq":
        linked = former is not None and former.folded in {"i", "e", "te", "se"}
        if former is not None and linked and former.text.lower() != "se":  # "that"; the link is "së"
            return Role.OWNER
        for role, pattern in ALBANIAN:
            if pattern.fullmatch(word):
                return role
    return None


def _hungarian(reading: Reading, group: Sequence[int]) -> Role | None:
    tokens = reading.tokens
    hyphened = group[-1] + 1 < len(tokens) and tokens[group[-1] + 1].hyphened
    after = tokens[group[-1] + 1].folded if group[-1] + 1 < len(tokens) else ""
    for role, listed in AFTER["hu"].items():
        if after in listed.split():
            return role
    word = tokens[group[-1]].folded
    if hyphened and len(after) < 4 and tokens[group[-1] + 1].text.islower():
        word = f"{word}{after}"  # "az Apple-t"
    elif not tokens[group[-1]].text[0].isupper() and after:
        word = after  # "orosz hadsereget": the case is on the noun
    if HUNGARIAN_FROM.fullmatch(word):
        return Role.SOURCE
    return next((role for role, pattern in HUNGARIAN if pattern.fullmatch(word)), None)


def _voiced(reading: Reading, found: list[Mention]) -> list[Mention]:
    """Turn a passive clause round, and a clause of buying or selling into who gives and who gets."""
    gets, gives, loses = (Words(table[reading.language]) for table in (GETS, GIVES, LOSES))
    passive = Words(PASSIVE.get(reading.language, ""))
    clauses: dict[tuple[int, int], list[str]] = {}
    for place, token in enumerate(reading.tokens):
        clauses.setdefault(_part(reading, place), []).append(token.folded)
    turned = []
    for mention in found:
        words = clauses[mention.clause]
        role = mention.role
        is_passive = any(word in passive for word in words) or any(
            other.role is Role.BY and other.clause == mention.clause for other in found
        )
        if is_passive:
            role = {Role.AGENT: Role.PATIENT, Role.BY: Role.AGENT}.get(role, role)
            if reading.language in PASSIVE and role is Role.SOURCE:
                role = Role.AGENT
        if role is Role.AGENT and _speaks(reading, mention):
            role = Role.SPEAKER
        if any(word in loses for word in words):
            loser = role is Role.AGENT
            winner = role in {Role.GOAL, Role.SOURCE, Role.AGAINST, Role.WITH}
            role = Role.PATIENT if loser else Role.AGENT if winner else role
        acts = role is Role.AGENT
        getting, giving = (any(word in table for word in words) for table in (gets, gives))
        if getting != giving and role is Role.AGENT:
            role = Role.GOAL if getting else Role.SOURCE
        if giving and not getting and role is Role.OWNER:
            role = Role.SOURCE
        turned.append(replace(mention, role=role, acts=acts))
    return turned


def _part(reading: Reading, place: int) -> tuple[int, int]:
    """The clause of a word, cut after each verb of saying in it: who speaks is not who acts."""
    clause = reading.tokens[place].clause
    return clause, sum(cue < place and reading.tokens[cue].clause == clause for cue in _said(reading))


def _said(reading: Reading) -> list[int]:
    return [cue.place for cue in reading.reports if reading.tokens[cue.place].folded not in ACCUSES]


def _speaks(reading: Reading, mention: Mention) -> bool:
    """Whether a name is the speaker: before a verb of saying, or in a clause that opens with one."""
    first = next(place for place, token in enumerate(reading.tokens) if token.clause == mention.clause[0])
    said = [place for place in _said(reading) if reading.tokens[place].clause == mention.clause[0]]
    closing = any(cue.place in said and cue.scope and cue.scope[-1] < cue.place for cue in reading.reports)
    return any(place > mention.places[-1] for place in said) or first in said or (closing and mention.clause[1] > 0)
