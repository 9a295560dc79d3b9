"""python -m eval.agreement: how surely "differs" is found between articles, and how seldom it is said in vain."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from eval.agreement import asked
from eval.agreement.cases import KINDS, RELATED, SAME, SPLITS, load
from eval.agreement.corpora import SPLITS as CORPUS_SPLITS
from eval.agreement.corpora import corpora, score
from eval.agreement.measure import Judged, judge, precision, recall, share
from index.bundled import BundledEmbedder
from index.terminal import guarded
from rag.agree.agreeing import Agreeing
from rag.words import WordAligner


def main(argv: Sequence[str] | None = None) -> int:
    """The command; returns its exit status, 1 when the pairs cannot be read."""
    return guarded(lambda: _run(_parse(argv)))


def _parse(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m eval.agreement", description=__doc__.splitlines()[0])
    parser.add_argument("--split", choices=SPLITS, help="only this set; settings are chosen on dev alone")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--corpora", action="store_true", help="the articles of eval/corpora in place of the pairs")
    what.add_argument("--asked", action="store_true", help="the answers to the questions of eval/corpora")
    parser.add_argument("--wrong", action="store_true", help="list what is judged wrongly; never of test corpora")
    arguments = parser.parse_args(argv)
    of_corpora = arguments.corpora or arguments.asked
    if of_corpora and arguments.split not in (None, *CORPUS_SPLITS):
        parser.error(f"corpora are of the split {' or '.join(CORPUS_SPLITS)}, not {arguments.split}")
    return arguments


def _run(arguments: argparse.Namespace) -> None:
    """Print the rates of each set by kind and language."""
    if arguments.asked:
        _show_asked(arguments.split or CORPUS_SPLITS[0])
        return
    agreeing = Agreeing(WordAligner(BundledEmbedder()))
    if arguments.corpora:
        _show_corpora(agreeing, arguments.split or CORPUS_SPLITS[0], arguments.wrong)
        return
    for split in [arguments.split] if arguments.split else SPLITS:
        judged = [judge(agreeing, case) for case in load(split)]
        _show(split, judged)
        if arguments.wrong:
            _list(judged)


def _show(split: str, judged: Sequence[Judged]) -> None:
    changed = [one for one in judged if one.case.changed]
    print(f'{split}: "differs", on changed pairs and pairs without a change')
    print(f"  precision            {precision(judged)}")
    print(f"  recall               {recall(judged)}")
    print(f"  kind and words right {share(changed, lambda one: one.kind_right)}")
    for kind in KINDS:
        print(f"  recall, {kind:12} {recall(one for one in changed if one.case.kind == kind)}")
    for language in sorted({one.case.other.language for one in judged}):
        some = [one for one in judged if language in (one.case.one.language, one.case.other.language)]
        print(f"  with {language}: precision {precision(some)}, recall {recall(some)}")
    for name, across in (("one language", False), ("two languages", True)):
        some = [one for one in judged if (one.case.one.language != one.case.other.language) == across]
        print(f"  {name}: precision {precision(some)}, recall {recall(some)}")
    same = [one for one in judged if one.case.kind == SAME]
    related = [one for one in judged if one.case.kind == RELATED]
    print(f"  without a change, said to agree    {share(same, lambda one: one.agree)}")
    print(f"  another event, said to differ      {share(related, lambda one: bool(one.differs))}")
    print(f"  another event, said to agree       {share(related, lambda one: one.agree)}")
    print(f"  differences from other stories     {sum(one.stray for one in judged)} in {len(judged)} pairs")


def _show_corpora(agreeing: Agreeing, split: str, wrong: bool) -> None:
    some = corpora(split)
    if wrong and split != "test":
        for corpus in some:
            print(*score(agreeing, [corpus]).wrong, sep="\n")
    print(f"{split}: {len(some)} corpora, every sentence set against all of its corpus")
    for name, rate in score(agreeing, some).rates():
        print(f"  {name:55} {rate}")


def _show_asked(split: str) -> None:
    print(f"{split}: answers to the questions of eval/corpora")
    for name, rate in asked.score(split).rates():
        print(f"  {name:55} {rate}")


def _list(judged: Sequence[Judged]) -> None:
    for one in judged:
        case = one.case
        if case.changed != bool(one.differs):
            found = "; ".join(f"{each.kind.value}: {each.here} / {each.there}" for each in one.differs) or "nothing"
            print(f"  {case.story}, {case.kind}, {case.one.language}-{case.other.language}: {found}")


if __name__ == "__main__":
    sys.exit(main())
