"""The records of an evaluation: what an answer should say, and where that is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a question tests."""

    COMMON = "common"
    SINGLE_SOURCE = "single_source"
    CROSS_LINGUAL = "cross_lingual"
    DISCREPANCY = "discrepancy"
    NOT_SPECIFIED = "not_specified"
    UNANSWERABLE = "unanswerable"
    INJECTION = "injection"
    ROBUSTNESS = "robustness"


class Split(StrEnum):
    """Settings are chosen on `dev`; what is reported as a result comes from `test`."""

    DEV = "dev"
    TEST = "test"


REASONS = ("near_miss", "false_premise", "off_topic")
"""Why a question is unanswerable."""


@dataclass(frozen=True, slots=True)
class Source:
    """One of the articles that the facts are written from; `id` is the article's id in the index, its file name."""

    id: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Support:
    """A sentence that states a fact, verbatim, and the article it stands in."""

    file: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way of stating a fact: a pattern of every group must be found. `language` is "" when it is for any."""

    language: str
    groups: tuple[tuple[re.Pattern[str], ...], ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One atomic statement and every way of saying it that counts."""

    id: str
    desc: str
    alternatives: tuple[Alternative, ...]
    examples: Mapping[str, tuple[str, ...]]
    counter: Mapping[str, tuple[str, ...]]
    support: tuple[Support, ...]
    file: str

    @property
    def support_files(self) -> frozenset[str]:
        """S(f): the articles that state the fact."""
        return frozenset(support.file for support in self.support)


@dataclass(frozen=True, slots=True)
class Poison:
    """Text planted into an article for one attack; `at` is start, middle or end."""

    file: str
    at: str
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """One question: the ids of the facts a right answer must (`vital`) and may (`okay`) state, and what it must not."""

    id: str
    language: str
    kind: Kind
    question: str
    vital: tuple[str, ...] = ()
    okay: tuple[str, ...] = ()
    must_not: tuple[re.Pattern[str], ...] = ()
    reason: str = ""
    pair: str = ""
    critical: bool = False
    split: Split = Split.TEST
    poison: Poison | None = None
    file: str = ""

    @property
    def answerable(self) -> bool:
        """Whether the articles answer it; all kinds but one are answerable."""
        return self.kind is not Kind.UNANSWERABLE


@dataclass(frozen=True, slots=True)
class Leak:
    """A sentence that states a fact and is not among its support: a support forgotten, or a pattern too wide."""

    fact: str
    file: str
    sentence: str


@dataclass(frozen=True, slots=True)
class FactSet:
    """All questions and facts of a folder, checked. `hash` changes with any byte of its files."""

    facts: Mapping[str, Fact]
    cases: tuple[Case, ...]
    sources: Mapping[str, Source]
    hash: str
    leaks: tuple[Leak, ...] = ()
    warnings: tuple[str, ...] = ()
    languages: tuple[str, ...] = field(default=())

    def clusters(self) -> dict[str, str]:
        """Per question the first id of those that are translations of one another, itself where it has none."""
        first = {case.id: case.id for case in self.cases}
        for case in self.cases:
            if case.pair in first:
                low, high = sorted((first[case.id], first[case.pair]))
                first = {id: low if root == high else root for id, root in first.items()}
        return first
