"""Ask every question of the fact set, judge the answers, compare them with the accepted run: python -m eval.run.

Exit codes: 0 pass, 1 worse than the baseline, 2 below a floor, 3 could not measure (a wrong call too), 4 bad fact file,
130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

from eval.ask import Ask, PipelineAsker, ask_all
from eval.baseline import BASELINE, read_baseline, write_baseline
from eval.cache import Cache, program_fingerprint
from eval.cases import FACTS_FOLDER, cut_down, load_facts
from eval.compare import find_flips
from eval.gate import BAD_FACTS, PASS, UNMEASURED, Gate, decide
from eval.grid import Variation, expand, parse_variation, render_grid
from eval.history import keep
from eval.llm_judge import opinion
from eval.observe import Detect
from eval.progress import counted
from eval.records import FactSet, Split
from eval.repeats import majority
from eval.report import summary, write_report
from eval.report_md import flip_lines, headline_table, latency_line, worst_lines
from eval.scores import Run, score_run
from eval.sources import as_sources, read_articles
from eval.writing import writing_lines
from index.errors import CannotMeasure, ChorusError, FactFileError
from index.records import Article
from index.terminal import guarded, printable
from rag.llm import check_model, open_model
from rag.settings import RagSettings

OUT = Path("eval/out")
MOST_REPEATS = 99


@dataclass(frozen=True, slots=True)
class Options:
    """What a run is asked to do."""

    facts: Path = FACTS_FOLDER
    articles: Path = Path("seeds")
    split: str = "all"
    baseline: Path | None = None
    accept: bool = False
    out: Path = OUT
    cache: bool = True
    vary: tuple[Variation, ...] = ()
    llm: str = ""
    repeat: int = 1
    judge: str = ""


def main(arguments: Sequence[str] | None = None) -> int:
    """The command: parse, run, print one line for an error."""
    return guarded(lambda: _told(_parse(arguments)))


def _told(options: Options) -> int:
    try:
        code = run(options)
        sys.stdout.flush()
        return code
    except FactFileError as error:
        print(printable(str(error), lines=True), file=sys.stderr)
        return BAD_FACTS
    except ChorusError as error:
        print(printable(f"COULD NOT MEASURE: {error}"), file=sys.stderr)
        return UNMEASURED
    except BrokenPipeError:
        raise
    except Exception:
        # Python ends a crash with 1, which here means "worse than the baseline".
        traceback.print_exc()
        return UNMEASURED


def run(options: Options) -> int:
    """Load the facts and the articles, then one run with a verdict, or a grid of runs with a table."""
    articles = read_articles(options.articles)
    fact_set = cut_down(load_facts(options.facts, as_sources(articles)), options.split)
    settings = RagSettings.from_env(os.environ)
    if options.llm:
        settings = replace(settings, llm=options.llm)
    for spec in (settings.llm, options.judge):
        check_model(spec, os.environ)
    if options.vary:
        return _run_grid(options, fact_set, articles, settings)
    with PipelineAsker(settings, articles, fact_set.cases) as ask:
        runs = [run_once(options, fact_set, settings, ask, "questions", turn=turn) for turn in range(options.repeat)]
    judged, beside = runs[0], []
    if options.repeat > 1:
        judged, repeats = majority(runs, detector())
        beside += repeats.lines()
    if options.judge:
        kept = options.out / "cache" if options.cache else None
        beside += opinion(fact_set, judged.judgements, open_model(options.judge, os.environ), kept).lines()
    return conclude(options, judged, beside)


def run_once(options: Options, fact_set: FactSet, settings: RagSettings, ask: Ask, what: str, *, turn: int = 0) -> Run:
    """Ask and judge every question; kept answers of the same program, in the same turn, are not asked again."""
    cache = None
    if options.cache:
        fingerprint = program_fingerprint(settings, fact_set.sources, os.environ)
        cache = Cache(options.out / "cache", f"{fingerprint} {turn}" if turn else fingerprint)
    replies = ask_all(fact_set.cases, ask, cache, lambda asked: counted(asked, what))
    return score_run(fact_set, replies, detector())


def conclude(options: Options, judged: Run, beside: Sequence[str] = ()) -> int:
    """Gate, report, verdict line; accept the run as the new baseline where that was asked for."""
    before, notes = _baseline(options, judged)
    gate = decide(judged, before, notes)
    folder = options.out / f"run-{options.split}"
    write_report(folder, judged, before, gate, beside)
    keep(options.out, options.split, summary(judged, gate))
    _print(judged, before, gate, folder, beside)
    if options.accept:
        return _accept(options, judged, before)
    return gate.exit_code


def _baseline(options: Options, judged: Run) -> tuple[Run | None, tuple[str, ...]]:
    path = options.baseline or BASELINE
    if not path.exists() and (options.accept or options.baseline is None):
        return None, (f"There is no baseline at {path}, so nothing is gated but floors; make one with --accept.",)
    stored = read_baseline(path)
    notes: tuple[str, ...] = ()
    if stored.facts != judged.fact_set.hash:
        notes = ("The facts changed since the baseline was accepted; both runs are judged by today's.",)
    replies = stored.of(judged.fact_set)
    if options.accept and any(case.id not in replies for case in judged.fact_set.cases):
        return None, ("The questions changed since the baseline was accepted; it is replaced without a comparison.",)
    return score_run(judged.fact_set, replies, detector()), notes


def _accept(options: Options, judged: Run, before: Run | None) -> int:
    """Make the run the baseline, saying what flips."""
    if options.split != "all":
        raise CannotMeasure("only a run of all questions can be accepted; leave out --split")
    path = options.baseline or BASELINE
    flips = find_flips(judged, before) if before else []
    write_baseline(path, judged)
    print(f"Accepted as {path}; {len(flips)} questions changed.")
    return PASS


def _print(judged: Run, before: Run | None, gate: Gate, folder: Path, beside: Sequence[str]) -> None:
    print(printable(gate.verdict))
    for note in gate.notes:
        print(printable(note))
    print()
    print("\n".join(headline_table(judged, before)))
    if gate.flips:
        print(f"\n{len(gate.flips)} questions changed:")
        print("\n".join(flip_lines(gate, printable)))
    print("\nThe worst questions:")
    print("\n".join(worst_lines(judged, printable)))
    for line in (*writing_lines(judged.replies.values()), *beside):
        print(f"\n{printable(line)}")
    print(f"\n{latency_line(judged)}")
    print(f"Report: {folder / 'report.html'}")


def _run_grid(options: Options, fact_set: FactSet, articles: Iterable[Article], settings: RagSettings) -> int:
    """Every combination of the varied settings, as a table with intervals; no gate."""
    rows = []
    articles = list(articles)
    points = expand(settings, options.vary)
    for number, (name, varied) in enumerate(points, start=1):
        with PipelineAsker(varied, articles, fact_set.cases) as ask:
            rows.append((name, run_once(options, fact_set, varied, ask, f"{number} of {len(points)}: {name}")))
    table = render_grid(rows)
    print(table)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "grid.md").write_text(table + "\n", encoding="utf-8")
    return PASS


def detector() -> Detect:
    """The product's own language detector, as the metrics want it."""
    from index.language import detect

    return lambda text: detect(text).code


class _Parser(argparse.ArgumentParser):
    """argparse exits with 2 on a wrong call, which here means "below a floor"."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(UNMEASURED, f"{self.prog}: {message}\n")


def _parse(arguments: Sequence[str] | None) -> Options:
    parser = _Parser(prog="python -m eval.run", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--facts", type=Path, default=FACTS_FOLDER, help="folder of fact files (eval/facts)")
    parser.add_argument("--articles", type=Path, default=Path("seeds"), help="folder of articles (seeds)")
    parser.add_argument("--split", choices=["all", *Split], default="all", help="which questions (all)")
    parser.add_argument("--baseline", type=Path, help="the run to compare with (eval/baseline.json)")
    parser.add_argument("--accept", action="store_true", help="make this run the baseline, printing what flips")
    parser.add_argument("--out", type=Path, default=OUT, help="where reports and kept answers go (eval/out)")
    parser.add_argument("--no-cache", dest="cache", action="store_false", help="ask every question again")
    parser.add_argument(
        "--vary",
        action="append",
        default=[],
        type=parse_variation,
        metavar="SETTING=A,B",
        help="run every combination of these settings and print a table, such as --vary top_k=5,10",
    )
    parser.add_argument("--llm", default="", metavar="SPEC", help="language model that writes the answers (CHORUS_LLM)")
    parser.add_argument(
        "--repeat", type=_times, default=1, metavar="K", help="ask K times; a question counts by majority"
    )
    parser.add_argument(
        "--judge", default="", metavar="SPEC", help="language model whose opinion is shown beside (none)"
    )
    parsed = parser.parse_args(arguments)
    return Options(**{**vars(parsed), "vary": tuple(parsed.vary)})


def _times(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text[:4]) <= MOST_REPEATS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to {MOST_REPEATS}")
    return int(text)


if __name__ == "__main__":
    raise SystemExit(main())
