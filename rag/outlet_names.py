"""Which outlets a question names, in whatever form: "the Courier", "AP-a", "a BBC-nél"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.fold import shared_start
from rag.agree.credits import canonical, spellings
from rag.names.tables import ENDINGS
from rag.outlet_tables import ARTICLES, JOINS, PAPERS
from rag.words import words as folded_words

_STEM, _ENDING = 4, 3
"""The letters that forms of one word of a name share at least, and those in which they may part at most."""


@dataclass(frozen=True, slots=True)
class Found:
    """An outlet named in a question, from one word up to another that is not of it."""

    start: int
    end: int
    name: str


def outlets_in(words: Sequence[re.Match[str]], folded: Sequence[str], known: Iterable[str]) -> Iterator[Found]:
    """The outlets that a question names, the longest where several begin at one place."""
    table = _by_first_letters(frozenset(known))
    end = 0
    for place, word in enumerate(words):
        if place < end or not (word.group()[0].isupper() or word.group()[0].isdigit()):
            continue
        rows = sorted(table.get(folded[place][:3], ()), key=lambda row: -len(row[0]))
        for parts, name in rows:
            here = folded[place : place + len(parts)]
            if len(here) == len(parts) and all(map(_is_form, here, parts)):
                end = place + len(parts)
                # "AP-a", "BBC-nél": the ending is a word of its own here, behind a hyphen.
                if end < len(words) and folded[end] in ENDINGS and _joined(words[end - 1], words[end]):
                    end += 1
                yield Found(place, end, name)
                break


def _joined(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether a hyphen or an apostrophe alone stands between two words."""
    return other.string[one.end() : other.start()] in {"-", "‑", "'", "’"}


@lru_cache(maxsize=8)
def _by_first_letters(known: frozenset[str]) -> Mapping[str, Collection[tuple[tuple[str, ...], str]]]:
    """The folded words of each spelling of each outlet, with its usual name, by the first letters."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in sorted(known):
        usual = canonical(name)
        for spelling in {name, *spellings(usual)}:
            parts = folded_words(spelling)
            parts = parts[1:] if len(parts) > 1 and parts[0] in ARTICLES else parts
            if parts:
                table.setdefault(parts[0][:3], []).append((tuple(parts), usual))
    for part, names in _short(known).items():
        if len(names) == 1:
            table.setdefault(part[:3], []).append(((part,), names.pop()))
    return table


def _short(known: Iterable[str]) -> dict[str, set[str]]:
    """The usual names of some outlets by the word for a paper that each is called by for short: "the Courier"."""
    names: dict[str, set[str]] = {}
    for name in known:
        for part in folded_words(name):
            if PAPERS.fullmatch(part):
                names.setdefault(part, set()).add(canonical(name))
    return names


def _is_form(word: str, part: str) -> bool:
    """Whether a word is one of a name, with another ending at most."""
    if word == part:
        return True
    shared = shared_start(word, part)
    return shared >= _STEM and max(len(word), len(part)) - shared <= _ENDING


def groups(folded: Sequence[str], found: Sequence[Found]) -> list[list[Found]]:
    """The outlets that stand together: "AP and The New York Times"."""
    groups: list[list[Found]] = []
    for one in found:
        between = folded[groups[-1][-1].end : one.start] if groups else ["?"]
        if groups and all(word in JOINS | ARTICLES for word in between):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups
