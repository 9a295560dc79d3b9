"""How well questions that the articles do not answer are told from those that they do: `python -m eval.answerability`.

Asks the twins of `eval/twins.yaml` and the fact set over `seeds/` by the whole pipeline, the halves apart: settings
are chosen on `dev`, `test` reports them. Columns: answerable and unanswerable questions; AUROC of the confidence;
refused of the unanswerable and, wrongly, of the answerable; and what would be refused of the unanswerable at the bar
that refuses one answerable question in ten of that line.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from eval.build import pipeline_over
from eval.cases import FACTS_FOLDER, load_facts
from eval.records import Split
from eval.sources import as_sources, read_articles
from eval.stats import auroc
from eval.twins import load_twins
from index.terminal import guarded
from rag.pipeline import SEEDS
from rag.records import Status

FALSE_REFUSAL = 0.1


@dataclass(frozen=True, slots=True)
class Question:
    """A question that is answerable or not; `of` names its set, `kind` says why not."""

    of: str
    split: Split
    language: str
    text: str
    answerable: bool
    kind: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the confidence of its answer."""

    question: Question
    confidence: float
    refused: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """What the module's text lists, of some questions; None where there are too few to tell."""

    answerable: int
    unanswerable: int
    auroc: float | None
    refusal_recall: float | None
    false_refusal: float | None
    recall_at_bar: float | None

    @classmethod
    def of(cls, asked: Sequence[Asked]) -> Figures:
        """Count."""
        right = [one for one in asked if one.question.answerable]
        wrong = [one for one in asked if not one.question.answerable]
        sure, unsure = [one.confidence for one in right], [one.confidence for one in wrong]
        bar = sorted(sure)[int(FALSE_REFUSAL * len(sure))] if sure else 0.0
        return cls(
            answerable=len(right),
            unanswerable=len(wrong),
            auroc=auroc(sure, unsure),
            refusal_recall=_share(one.refused for one in wrong),
            false_refusal=_share(one.refused for one in right),
            recall_at_bar=_share(confidence < bar for confidence in unsure) if sure else None,
        )

    def line(self, name: str) -> str:
        """A line of the table."""
        shares = (self.refusal_recall, self.false_refusal, self.recall_at_bar)
        area = "–" if self.auroc is None else f"{self.auroc:.3f}"
        told = "".join(f"{'–' if share is None else f'{share:.0%}':>9}" for share in shares)
        return f"{name:28}{self.answerable:>5}{self.unanswerable:>5}{area:>8}{told}"


def _share(some: Iterable[bool]) -> float | None:
    held = list(some)
    return sum(held) / len(held) if held else None


def questions() -> Iterator[Question]:
    """The twins, and the fact set without what it plants."""
    for twin in load_twins():
        yield Question("twins", twin.split, twin.language, twin.question, twin.answerable, twin.reason)
    for case in load_facts(FACTS_FOLDER, as_sources(read_articles(SEEDS))).cases:
        if not case.poison:
            yield Question("fact set", case.split, case.language, case.question, case.answerable, case.reason)


def ask(some: Iterable[Question]) -> list[Asked]:
    """Ask over a temporary index of the seeds."""
    with pipeline_over(read_articles(SEEDS)) as pipeline:
        answers = [(question, pipeline.ask(question.text)) for question in some]
    return [Asked(question, answer.confidence, answer.status is Status.REFUSED) for question, answer in answers]


def table(asked: Sequence[Asked]) -> Iterator[str]:
    """Each set and half that was asked, then by language, then the unanswerable by kind."""
    yield f"{'':28}{'yes':>5}{'no':>5}{'AUROC':>8}{'refused':>9}{'wrongly':>9}{'at 10 %':>9}"
    for name in dict.fromkeys(one.question.of for one in asked):
        for split in Split:
            some = [one for one in asked if (one.question.of, one.question.split) == (name, split)]
            if not some:
                continue
            yield Figures.of(some).line(f"{name}, {split}")
            for language in sorted({one.question.language for one in some}):
                yield Figures.of([one for one in some if one.question.language == language]).line(f"    {language}")
            for kind in sorted({one.question.kind for one in some if not one.question.answerable}):
                of_kind = [one for one in some if one.question.kind == kind and not one.question.answerable]
                yield Figures.of(of_kind).line(f"    {kind}")


def main() -> None:
    """Ask and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=[str(split) for split in Split], help="one half only")
    chosen = parser.parse_args().split
    for line in table(ask(question for question in questions() if chosen in {None, str(question.split)})):
        print(line)


if __name__ == "__main__":
    sys.exit(guarded(main))
