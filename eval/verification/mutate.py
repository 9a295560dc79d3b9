"""False claims made from true ones: a figure, a date, a name, a negation, who does what to whom, a citation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from eval.verification.entities import DATES, FIGURES, FORMS, NEGATIONS
from eval.verification.records import Case

Tables = Mapping[str, Mapping[str, str | dict[str, str]]]
"""For each language, patterns and what is put in their place: a template, or one text for each match."""
_AWAY = 11  # a source that far down the list is about something else
_EACH_CITATION = 6


def mutants(cases: Sequence[Case]) -> Iterator[Case]:
    """Every mutant of every claim, in order; which are false is for `removed.txt` to say."""
    for place, case in enumerate(cases):
        yield from _turned(case, "figure", FIGURES)
        yield from _turned(case, "date", DATES)
        yield from _renamed(case)
        yield from _turned(case, "negation", NEGATIONS)
        yield from _swapped(case)
        if other := _elsewhere(cases, place):
            cited = {"article": other.article, "sentence": other.sentence, "source_language": other.source_language}
            yield case.mutant("source", case.claim, **cited)
        if place % _EACH_CITATION == 0:
            yield case.mutant("citation", case.claim, article="", sentence="")


def _turned(case: Case, kind: str, tables: Tables) -> Iterator[Case]:
    for number, (pattern, put) in enumerate(tables[case.language].items()):
        instead = put if isinstance(put, str) else lambda match, put=put: put[match.group()]
        text = re.sub(pattern, instead, case.claim, count=1)
        if text != case.claim:
            yield case.mutant(f"{kind}{number}", text)


def _families(language: str) -> list[list[str]]:
    return [line.strip().split("|") for line in FORMS[language].strip().splitlines()]


def _renamed(case: Case) -> Iterator[Case]:
    """One name at a time becomes one that the articles do not have."""
    families = _families(case.language)
    strange = [row for row in families if row[0].startswith("~") and len(row) > 1]
    done = 0
    for row in families:
        if row[0].startswith("~"):
            continue
        if len(row) == 2 and row[1].startswith("~"):
            forms, puts = row[:1], [row[1][1:]]
        else:
            new = next(other for other in strange if len(other) == len(row))
            forms, puts = row, [form[1:] for form in new]
        text = _put(case.claim, dict(zip(forms, puts, strict=True)))
        if text != case.claim and done < 2:
            done += 1
            yield case.mutant(f"name{done}", text)


def _swapped(case: Case) -> Iterator[Case]:
    """Two names of a claim change places, each in the form that the other had."""
    rows = [row for row in _families(case.language) if not row[0].startswith("~") and len(row) > 2]
    for one, first in enumerate(rows):
        for second in rows[one + 1 :]:
            if len(first) == len(second) and _has(case.claim, first) and _has(case.claim, second):
                text = _put(case.claim, dict(zip([*first, *second], [*second, *first], strict=True)))
                if text != case.claim:
                    yield case.mutant("direction", text)


def _has(text: str, forms: Sequence[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) for form in forms)


def _put(text: str, changes: Mapping[str, str]) -> str:
    longest = sorted(changes, key=len, reverse=True)
    pattern = "|".join(rf"(?<!\w){re.escape(form)}(?!\w)" for form in longest)
    return re.sub(pattern, lambda match: changes[match.group()], text)


def _elsewhere(cases: Sequence[Case], place: int) -> Case | None:
    """A case of the same split whose sentence is another one, of the same language where there is one."""
    case = cases[place]
    for step in range(_AWAY, _AWAY + 20):
        other = cases[(place + step) % len(cases)]
        if other.split == case.split and other.sentence != case.sentence:
            return other
    return None
