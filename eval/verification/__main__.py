"""python -m eval.verification: how many false claims the verifier rejects, and how many true ones it keeps."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import cache

from eval.verification.measure import (
    attacking_cases,
    fuzzy,
    held_out_cases,
    kinds,
    lying_cases,
    other_cases,
    rate,
    seed_cases,
    unseen_cases,
    verdict,
    writers_cases,
)
from eval.verification.records import Case
from index.bundled import BundledEmbedder
from index.terminal import guarded
from rag.verify import Verifier
from rag.words import WordAligner

SPLITS = (
    *("dev", "test", "held_out", "blind", "unseen", "last", "others", "others_test", "lies", "lies_test", "writers"),
    "attacks",
)


def main(argv: Sequence[str] | None = None) -> int:
    """The command; returns its exit status, 1 when the cases cannot be read."""
    return guarded(lambda: _run(_parse(argv)))


def _parse(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m eval.verification", description=__doc__.splitlines()[0])
    parser.add_argument("--wrong", action="store_true", help="list every case that is judged wrongly")
    parser.add_argument("--split", choices=SPLITS, help="only these cases")
    return parser.parse_args(argv)


def _run(arguments: argparse.Namespace) -> None:
    """Print the rates by kind and language."""
    sets = (seed_cases, held_out_cases, unseen_cases, other_cases, lying_cases, writers_cases, attacking_cases)
    everything = [case for some in sets for case in some()]
    verifier = Verifier(WordAligner(BundledEmbedder()))

    @cache
    def check(case: Case) -> str:
        return verdict(verifier, case).check

    for split in [arguments.split] if arguments.split else SPLITS:
        cases = [case for case in everything if case.split == split]
        _show(split, cases, check)
        if arguments.wrong:
            _list([case for case in cases if bool(check(case)) != bool(case.kind)], verifier)


def _show(split: str, cases: Sequence[Case], check: Callable[[Case], str]) -> None:
    print(f"\n{split}: untouched kept, mutants rejected")
    print(f"{'':12}{'verifier':>16}{'fuzzy 35 %':>16}")
    mutated = [case for case in cases if case.kind]
    rows = [(kind or "untouched", [case for case in cases if case.kind == kind]) for kind in kinds(cases)]
    rows.append(("all mutants", mutated))
    for language in dict.fromkeys(case.language for case in cases):
        for name, some in (("kept", [case for case in cases if not case.kind]), ("rejected", mutated)):
            rows.append((f"{language} {name}", [case for case in some if case.language == language]))
    across = [case for case in cases if case.language != case.source_language]
    rows.append(("across kept", [case for case in across if not case.kind]))
    rows.append(("across rej.", [case for case in across if case.kind]))
    for name, some in rows:
        print(f"{name:12}{rate(some, check)!s:>16}{rate(some, fuzzy)!s:>16}")


def _list(cases: Sequence[Case], verifier: Verifier) -> None:
    for case in cases:
        found = verdict(verifier, case)
        told = f"{found.check}: {found.reason}" if found.check else f"kept, {found.support:.2f}"
        print(f"  {case.id} ({told})\n    {case.claim}\n    << {case.sentence}")


if __name__ == "__main__":
    sys.exit(main())
