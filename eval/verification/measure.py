"""Ask a checker about every case, and count what it rejects and keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from eval.verification.mutate import mutants
from eval.verification.records import Case, load
from index.fold import fold
from index.sentences import sentence_spans
from rag.records import Citation
from rag.verify import Source, Verdict, Verifier

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds"
CORPORA = HERE.parent / "corpora"
LANGUAGES = {
    "000_eb6680a13325d8bf.txt": "sq",
    "001_f5175b2c0f44f290.txt": "sr",
    "002_fcade4cba2916e83.txt": "it",
    "003_62f593aff9cfc216.txt": "en",
    "004_da83ba103410cf86.txt": "hu",
}
_AROUND = 2
"""Sentences before and after the cited one that make its passage, which is about as long as an indexed one."""
FUZZY_SHARE = 0.35
Check = Callable[[Case], str]
"""The name of the check that rejects a case, "" where it is kept."""


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of `n` were kept (untouched claims) or rejected (mutants)."""

    good: int
    n: int

    def __str__(self) -> str:
        return f"{self.good}/{self.n} {self.good / self.n:.3f}" if self.n else "0/0"


def seed_cases() -> list[Case]:
    """The true claims about the seeds, and every mutant of them but those that are still true."""
    claims = load(HERE / "claims.jsonl", LANGUAGES)
    removed = set((HERE / "still_true.txt").read_text(encoding="utf-8").split())
    return [*claims, *(case for case in mutants(claims) if case.id not in removed)]


def held_out_cases() -> list[Case]:
    """True and false claims about other texts, which no setting was chosen on."""
    return [*load(HERE / "held_out.jsonl", {}), *load(HERE / "blind.jsonl", {})]


def unseen_cases() -> list[Case]:
    """True and false claims that were written after the verifier, on topics and in wordings of their own."""
    return [*load(HERE / "unseen.jsonl", {}), *load(HERE / "last.jsonl", {})]


def other_cases() -> list[Case]:
    """True and false claims about other events: a half that rules were mended on, and one of other events to report."""
    return [*load(HERE / "others.jsonl", {}), *load(HERE / "others_test.jsonl", {})]


def lying_cases() -> list[Case]:
    """False sentences as a lying language model writes them, and true ones beside them, in the same two halves."""
    return [*load(HERE / "lies.jsonl", LANGUAGES), *load(HERE / "lies_test.jsonl", LANGUAGES)]


def writers_cases() -> list[Case]:
    """Claims about the development corpora as a language model writes them: free true ones, and lies of ten kinds."""
    return load(HERE / "writers.jsonl", {})


def attacking_cases() -> list[Case]:
    """Claims of somebody who attacked the checks: lies of many kinds about short articles, and honest claims beside."""
    return load(HERE / "attacks.jsonl", {})


def verdict(verifier: Verifier, case: Case) -> Verdict:
    """What a verifier says to a case."""
    return verifier.check(case.claim, case.language, _sources(case) if case.sentence else [])


def fuzzy(case: Case) -> str:
    """The baseline: keeps a claim when 35 % of it is found in the passage, letter by letter in order."""
    matcher = SequenceMatcher(None, fold(case.claim), fold(_passage(case)), autojunk=False)
    found = sum(block.size for block in matcher.get_matching_blocks())
    return "" if found >= FUZZY_SHARE * len(case.claim) else "fuzzy"


def rate(cases: Iterable[Case], check: Check) -> Rate:
    """How many cases a check judges rightly."""
    some = list(cases)
    return Rate(sum(bool(check(case)) == bool(case.kind) for case in some), len(some))


def kinds(cases: Sequence[Case]) -> list[str]:
    """The kinds of the cases in their order, untouched ("") first."""
    return list(dict.fromkeys(sorted((case.kind for case in cases), key=lambda kind: kind != "")))


def _sources(case: Case) -> list[Source]:
    citation = Citation(case.article, "", "", case.source_language, 0, len(case.sentence), case.sentence)
    further = (
        Citation(f"{case.article} {n}", "", "", language, 0, len(sentence), sentence)
        for n, (sentence, language) in enumerate(case.also, start=2)
    )
    return [Source(citation, _passage(case)), *(Source(one, one.quote) for one in further)]


def _passage(case: Case) -> str:
    if case.article not in LANGUAGES and "/" not in case.article:  # no article, or none at all
        return case.passage or case.sentence
    text = ((SEEDS if case.article in LANGUAGES else CORPORA) / case.article).read_text(encoding="utf-8")
    spans = sentence_spans(text, case.source_language)
    at = next(place for place, (start, end) in enumerate(spans) if text[start:end] == case.sentence)
    return text[spans[max(0, at - _AROUND)][0] : spans[min(len(spans) - 1, at + _AROUND)][1]]
