"""A sentence as words in clauses, each with what turns, softens or attributes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from index.fold import fold
from index.language_tables import ALL_SMALL_WORDS, SMALL_WORDS
from rag.verify.cues import ACCUSES, EXISTS, Cues, cues, grammar

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\d[\d.,]*\d|[^\W_]+")
_BREAK = re.compile(r"[,;:()!?…\n]|\s[-–—]\s|[–—]")
_CLOSING = re.compile(r"[\"”“»][,.]?\s|,[\"”“»]\s")
_OPENING = tuple('"„“«»')
_FULL_STOP = re.compile(r"\.[\"'”»’)]*\s")
_CONTRACTED = frozenset(
    [
        "don",
        "didn",
        "doesn",
        "isn",
        "aren",
        "wasn",
        "weren",
        "haven",
        "hasn",
        "hadn",
        "won",
        "wouldn",
        "couldn",
        "shouldn",
        "can",
        "mustn",
        "needn",
        "ain",
    ]
)
MAX_WORDS = 2_000
"""Words of a text that are read; a cited sentence has at most 8,000 characters."""
_BEFORE = 12
"""Words before a negation among which its subject is looked for."""
_REACH = 2
"""Content words that a negation or a hedge bears on: the verb, and what stands next to it."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word: as written, folded, the number of its clause, and whether it carries content.

    `hyphened` says that a hyphen joins it to the word before.
    """

    text: str
    folded: str
    clause: int
    is_content: bool
    hyphened: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that turns, softens or attributes some others.

    `heads` are the places of the words it bears on first, `scope` of all that it bears on.
    """

    place: int
    heads: tuple[int, ...]
    scope: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read by the tables of its language; without tables it has words and no cues.

    `negations` are particles and pronouns, `denials` verbs such as "denied", `withheld` verbs such as "omitted" and
    "banned", `privative` the places of words such as "unhurt"; `hedges` make a statement only possible, `reports` give
    it to a speaker.
    """

    text: str
    language: str
    tokens: tuple[Token, ...]
    negations: tuple[Cue, ...] = ()
    denials: tuple[Cue, ...] = ()
    withheld: tuple[Cue, ...] = ()
    hedges: tuple[Cue, ...] = ()
    reports: tuple[Cue, ...] = ()
    privative: frozenset[int] = frozenset()
    is_modal: bool = False

    @property
    def content(self) -> list[int]:
        """Places of the words that carry content."""
        return [place for place, token in enumerate(self.tokens) if token.is_content]


@lru_cache(maxsize=4096)
def read(text: str, language: str) -> Reading:
    """Read a text; linear in its length.

    :param language: ISO 639-1; without tables for it the text has words and clauses by punctuation only.
    """
    code = grammar(language)
    table = cues(code)
    tokens = tuple(islice(_tokens(text, code, table), MAX_WORDS))
    if table is None:
        return Reading(text, code, tokens)
    found: dict[str, list[Cue]] = {"negations": [], "denials": [], "withheld": [], "hedges": [], "reports": []}
    last = _ends(tokens)
    for place, token in enumerate(tokens):
        if _is_negation(tokens, place, code, table):
            found["negations"].append(_near(tokens, place, last, table, code))
        elif token.folded in table.denials:
            found["denials"].append(_beyond(tokens, place, last, table))
        elif token.folded in table.withheld or _turned_down(tokens, place):
            found["withheld"].append(_beyond(tokens, place, last, table))
        elif code == "hu" and token.folded == "e" and token.hyphened and place:
            found["hedges"].append(Cue(place, (place - 1,), (place - 1,)))  # "kapott-e": whether
        elif table.hedged(token.folded, code):
            own = token.folded not in table.hedges
            found["hedges"].append(Cue(place, (place,), (place,)) if own else _near(tokens, place, last, table, code))
        elif _is_report(tokens, place, table):
            found["reports"].append(_reported(text, tokens, place, last, table))
    privative = frozenset(place for place, token in enumerate(tokens) if table.privative(token.folded, code))
    modal = any(table.modal(token.folded, code) for token in tokens)
    return Reading(
        text, code, tokens, **{kind: tuple(some) for kind, some in found.items()}, privative=privative, is_modal=modal
    )


def parts(reading: Reading) -> Iterator[list[int]]:
    """The places of each clause of a text, cut at "and" too, but not within a score such as "3–1"."""
    table = cues(reading.language)
    part: list[int] = []
    for place, token in enumerate(reading.tokens):
        joins = table is not None and token.folded in table.coordinating and not _is_no_and(token, reading.language)
        if part and (joins or _parts_from(reading.tokens[place - 1], token)):
            yield part
            part = []
        part.append(place)
    if part:
        yield part


def _is_no_and(token: Token, language: str) -> bool:
    """Whether a word only looks like "and": Italian "è" (is), and the "e" that joins Albanian words to nouns."""
    return token.folded == "e" and (language == "sq" or token.text.lower() != "e")


def _parts_from(former: Token, token: Token) -> bool:
    return former.clause != token.clause and not (former.text[-1].isdigit() and token.text[0].isdigit())


def _turned_down(tokens: Sequence[Token], place: int) -> bool:
    following = tokens[place + 1].folded if place + 1 < len(tokens) else ""
    return following == "down" and tokens[place].folded.startswith("turn")


def _is_report(tokens: Sequence[Token], place: int, table: Cues) -> bool:
    """Whether a word gives a statement to a speaker; Hungarian "írja alá" signs."""
    following = tokens[place + 1].folded if place + 1 < len(tokens) else ""
    if tokens[place].folded in table.opening:
        return _opens(tokens, place)
    return tokens[place].folded in table.reports and following != "ala"


def _opens(tokens: Sequence[Token], place: int) -> bool:
    return not place or tokens[place].clause != tokens[place - 1].clause


def _tokens(text: str, code: str, table: Cues | None) -> Iterator[Token]:
    small = SMALL_WORDS.get(code, ALL_SMALL_WORDS)
    clause = end = 0
    former = ""
    for match in _TOKEN.finditer(text):
        word = match.group()
        folded = fold(word if word[0].isdigit() else word.replace(".", ""))
        gap = text[end : match.start()]
        stop = bool(_FULL_STOP.match(gap)) and end - _begin(text, end) > 1
        # "Még nem" (not yet) is no "and not", though "meg" is one too.
        joined = table is not None and former in table.coordinating and former != "meg"
        opens = table is not None and (folded in table.clauses or (folded in table.negations and joined))
        if end and (_BREAK.search(gap) or stop or opens):
            clause += 1
        content = len(folded) > 1 and folded not in small
        if table is not None:
            content = folded in table.reports or (content and not _is_plain(folded, table))
        yield Token(word, folded, clause, content, gap in {"-", "‑"}, match.start(), match.end())
        end, former = match.end(), folded


def _is_plain(word: str, table: Cues) -> bool:
    """Whether a word only shapes its statement; a verb of saying is none, though many lists of small words have it."""
    return any(word in some for some in (table.negations, table.hedges, table.clauses, table.contrasts))


def _begin(text: str, end: int) -> int:
    """Where the word that ends at a place begins, looking back two characters at most."""
    start = end
    while start > max(0, end - 2) and text[start - 1].isalnum():
        start -= 1
    return start


def _ends(tokens: Sequence[Token]) -> list[int]:
    """For each place, the place after the last word of its clause."""
    ends = [len(tokens)] * len(tokens)
    for place in range(len(tokens) - 2, -1, -1):
        same = tokens[place].clause == tokens[place + 1].clause
        ends[place] = ends[place + 1] if same else place + 1
    return ends


def _is_negation(tokens: Sequence[Token], place: int, code: str, table: Cues) -> bool:
    word = tokens[place].folded
    after = tokens[place + 1].folded if place + 1 < len(tokens) else ""
    if code == "en" and word == "t":
        return place > 0 and tokens[place - 1].folded in _CONTRACTED
    if code == "it" and word == "ne":
        return tokens[place].text.lower() in {"né", "nè"}
    if code == "en" and word == "no" and after[:1].isdigit():
        return False
    votes = code == "hu" and after.startswith("szavazat")  # "12 nem szavazattal": votes against
    if votes or _is_serbian_name(tokens[place], place, code):
        return False
    if table.anonymous(" ".join(token.folded for token in tokens[place : place + 7])):
        return False
    # "Not only X" says X, "no longer" and "no later" turn what follows.
    return word in table.negations and after not in table.only


def _is_serbian_name(token: Token, place: int, code: str) -> bool:
    """Whether what folds to "nisu" (are not) is the town of Niš, or what folds to "niko" (nobody) a man's name."""
    if code != "sr" or token.folded not in {"nisu", "niko"}:
        return False
    return any(letter in token.text.lower() for letter in "šш") or (place > 0 and token.text.istitle())


def _near(tokens: Sequence[Token], place: int, last: Sequence[int], table: Cues, code: str) -> Cue:
    """A particle bears on the next words of its clause; a postposition, or one at the end, on the word before it.

    What is wanted, planned or possible follows its verb, in Serbian in a clause of its own: "nije želeo da govori".
    """
    clause = tuple(other for other in range(place + 1, last[place]) if tokens[other].is_content)
    behind = next((other for other in range(place - 1, max(-1, place - 6), -1) if tokens[other].is_content), None)
    if behind is not None and (tokens[place].folded == "nelkul" or last[place] == place + 1):
        return Cue(place, (behind,), (behind,))
    exists = tokens[place].folded.startswith("nincs") or (bool(clause) and tokens[clause[0]].folded in EXISTS)
    if exists or not clause:  # "l'acqua negli idranti non c'era"
        before = [other for other in range(place - 1, max(-1, place - 1 - _BEFORE), -1) if tokens[other].is_content]
        subject = [other for other in before if tokens[other].clause == tokens[place].clause]
        heads = (*(subject or ([] if clause else before)), *clause)
        return Cue(place, heads, heads)
    wanted = bool(clause) and table.modal(tokens[clause[0]].folded, code)
    if wanted and len(clause) == 1 and last[place] < len(tokens):
        following = range(last[place], last[last[place]])
        clause += tuple(other for other in following if tokens[other].is_content)
    heads = (clause[1], clause[0]) if wanted and len(clause) > 1 else clause[:_REACH]
    return Cue(place, heads, clause)


def _beyond(tokens: Sequence[Token], place: int, last: Sequence[int], table: Cues) -> Cue:
    """A verb bears on the rest of its clause and on the clause after it, but for a "but" (Serbian "a")."""
    end = last[place]
    if end < len(tokens) and tokens[end].folded not in table.contrasts and tokens[end].folded != "a":
        end = last[end]
    scope = tuple(other for other in range(place + 1, end) if tokens[other].is_content)
    return Cue(place, scope[:_REACH], scope)


def _reported(text: str, tokens: Sequence[Token], place: int, last: Sequence[int], table: Cues) -> Cue:
    """What is said follows the verb of saying, up to a contrast; or comes before a verb that ends the sentence.

    After a quotation only that is said, not what a clause about the speaker tells.
    """
    speech = text.lstrip()[:1] in _OPENING
    if speech and place and _CLOSING.search(text[tokens[place - 1].end : tokens[place].start]):
        quoted = tuple(other for other in range(place) if tokens[other].is_content)
        return Cue(place, quoted[:_REACH], quoted)
    opening = place
    while opening and tokens[opening - 1].clause == tokens[place].clause:
        opening -= 1
    end = next((other for other in range(last[place], len(tokens)) if tokens[other].folded in table.contrasts), None)
    ahead = tuple(other for other in range(place + 1, end or len(tokens)) if tokens[other].is_content)
    # "..., which North Korea considers a provocation" says nothing of what comes before it.
    closes = last[place] == len(tokens) and opening > 0 and tokens[opening].folded not in table.clauses
    closes = closes and tokens[place].folded not in ACCUSES
    if closes and (len(ahead) <= _REACH + 1 or place - opening <= 1):
        ahead = tuple(other for other in range(opening) if tokens[other].is_content)
    return Cue(place, ahead[:_REACH], ahead)
