"""A name in the place where the other sentence has another one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rag.agree.pairs import Pair
from rag.agree.statement import Statement, around
from rag.names import unlicensed
from rag.names.places import mentions
from rag.records import Kind

_KNOWN, _SURELY_KNOWN = 0.5, 0.6
"""A name this near in meaning or sound to a name of the other sentence, or to any word of it, is there."""
_UNKNOWN = 0.5
_SAME_WORD = 0.85
_SAME_CONTEXT = 0.37

Run = tuple[int, int]
"""Offsets of a name in its sentence."""
_LANDMARKS = frozenset(
    """cape mount lake river island isle port harbour bay street square bridge airport valley strait
    capo monte lago fiume isola porto baia via piazza ponte aeroporto valle stretto
    kepi kepit mali malit liqeni liqenit lumi lumit ishulli ishullit porti portit gjiri ura urat sheshi aeroporti
    rt planina jezero jezera reka reke ostrvo ostrva luka zaliv ulica trg most aerodrom dolina moreuz
    fok fokot hegy folyo sziget kikoto obol utca hid repuloter volgy szoros""".split()  # noqa: SIM905
)
"""Folded words, in five languages, by which a name is that of no person and of no company."""


def names(pair: Pair) -> Iterator[tuple[Kind, str, str]]:
    """One name that only the one has, where only the other has another; none where either has several."""
    left, right = left_out(pair), left_out(pair.turned())
    if len(left) == 1 and not right:
        right = _peoples(pair.turned()) or _opening(pair.turned())
    if len(right) == 1 and not left:
        left = _peoples(pair) or _opening(pair)
    if not left and not right:
        left, right = _peoples(pair), _peoples(pair.turned())
    if len(left) == 1 and len(right) == 1:
        one, other = left[0], right[0]
        alike = pair.context(around(pair.one, *one), around(pair.other, *other)) >= _SAME_CONTEXT
        if alike and _one_kind(pair, one, other):
            yield Kind.NAME, pair.one.text[slice(*one)], pair.other.text[slice(*other)]


def left_out(pair: Pair) -> list[Run]:
    """Offsets of the names of the one that the other does not hold, in whatever spelling."""
    runs = []
    for name in unlicensed(pair.one.text, pair.one.grammar, [pair.other.text]):
        start = pair.one.text.find(name)
        if start >= 0:
            run = _whole(pair, start, start + len(name))
            if run is not None and (_elsewhere(pair, run) or not _is_near(pair, *run)):
                runs.append(run)
    return runs


def _whole(pair: Pair, start: int, end: int) -> Run | None:
    """The name with the capitals beside it ("Air" of "Air France"), without a common word that opens the sentence."""
    words = pair.one.words()
    places = [place for place, word in enumerate(words) if start <= word.start < end]
    if places and places[0] == 0 and len(places) > 1 and float(pair.near[0].max(initial=0.0)) >= _SURELY_KNOWN:
        places = places[1:]
    while places and places[0] > 0 and _belongs(pair, places[0] - 1) and not words[places[0]].opens:
        places.insert(0, places[0] - 1)
    return (words[places[0]].start, words[places[-1]].end) if places else None


def _belongs(pair: Pair, place: int) -> bool:
    word = pair.one.words()[place]
    return word.capital and not word.small and float(pair.near[place].max(initial=0.0)) < _SURELY_KNOWN


def _is_near(pair: Pair, start: int, end: int) -> bool:
    """Whether the words' vectors know a name of the other for this one: Újvidék, Novi Sad."""
    words, others = pair.one.words(), pair.other.words()
    return any(
        pair.near[place, there] >= (_KNOWN if other.capital else _SURELY_KNOWN)
        for place, word in enumerate(words)
        if start <= word.start < end
        for there, other in enumerate(others)
    )


def _one_kind(pair: Pair, one: Run, other: Run) -> bool:
    """No country against a person or a company, and no cape: "the Biden administration" is the United States here."""
    return all(of_kind(pair.one, one) == of_kind(pair.other, other) for of_kind in (_is_country, _is_landmark))


def _is_landmark(statement: Statement, run: Run) -> bool:
    """Whether a name of several words has one for what lies in a landscape or a city: "Cape Rodi", "Lago Salto"."""
    own = [word.folded for word in statement.words() if run[0] <= word.start < run[1]]
    return len(own) > 1 and not _LANDMARKS.isdisjoint((own[0], own[-1]))


def _is_country(statement: Statement, run: Run) -> bool:
    return any(run == place and not any(code.startswith("/") for code in codes) for place, codes in _places(statement))


def _peoples(pair: Pair) -> list[Run]:
    """Countries that only the one has, as written in small letters: "spagnole", "nigériai"."""
    theirs = frozenset().union(*(places for _, places in _places(pair.other)))
    return [
        run
        for run, places in _places(pair.one)
        if not places & theirs and (_elsewhere(pair, run) or not _is_near(pair, *run))
    ]


def _elsewhere(pair: Pair, run: Run) -> bool:
    """Whether a name is of one country where the other sentence has another: vectors find Bulgaria near Romania."""
    mine = [codes for place, codes in _places(pair.one) if place == run and all(map(_is_code, codes))]
    theirs = [codes for _, codes in _places(pair.other) if all(map(_is_code, codes))]
    apart = bool(mine and theirs) and all(mine[0].isdisjoint(codes) for codes in theirs)
    return apart and _nearest(pair, *run) < _SAME_WORD  # "brit" in small letters is known to the vectors alone


def _nearest(pair: Pair, start: int, end: int) -> float:
    places = [place for place, word in enumerate(pair.one.words()) if start <= word.start < end]
    return float(pair.near[places].max(initial=0.0))


def two_countries(pair: Pair, one: Run | None = None, other: Run | None = None) -> bool:
    """Whether each sentence names countries, and none of them the other does: they may be of two events.

    :param one, other: offsets of the part of each sentence that is looked at; the whole sentence without.
    """
    mine, theirs = (
        {
            code
            for run, codes in _places(statement)
            if part is None or (part[0] <= run[0] and run[1] <= part[1])
            for code in codes
            if _is_code(code)
        }
        for statement, part in ((pair.one, one), (pair.other, other))
    )
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _is_code(code: str) -> bool:
    """Whether a code is a country's (ISO 3166), not a city's or a continent's."""
    return len(code) == 2 and code.isalpha()


def _opening(pair: Pair) -> list[Run]:
    """The first word, which may be a name, where nothing in the other is near it."""
    words = pair.one.words()
    unmet = bool(words) and not words[0].small and float(pair.near[0].max(initial=0.0)) < _UNKNOWN
    return [(words[0].start, words[0].end)] if unmet else []


def placed(statement: Statement) -> list[Run]:
    """Where a sentence names a country or a city that is known as one."""
    return [run for run, _ in _places(statement)]


def countries_of(statement: Statement) -> list[tuple[Run, frozenset[str]]]:
    """Where a sentence names a country or a people, with its codes."""
    return [(run, codes) for run, codes in _places(statement) if all(map(_is_code, codes))]


@lru_cache(maxsize=2048)
def _places(statement: Statement) -> tuple[tuple[Run, frozenset[str]], ...]:
    words = statement.words()
    found = mentions([w.folded for w in words], [w.capital for w in words], [w.text.isupper() for w in words])
    return tuple(((words[one.start].start, words[one.end - 1].end), one.places) for one in found)
