"""The same questions asked several times, since a language model need not answer twice alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eval.observe import Detect
from eval.replies import CLEAN, Reply
from eval.scores import Run, score_run


@dataclass(frozen=True, slots=True)
class Repeats:
    """How alike several runs are: the share of right answers in each, and the questions that are not always right."""

    correct: tuple[float, ...]
    flaky: tuple[str, ...]
    questions: int

    def lines(self) -> list[str]:
        """For a report."""
        shares = ", ".join(f"{100 * share:.1f} %" for share in self.correct)
        named = f": {', '.join(self.flaky)}" if self.flaky else ""
        share = 100 * len(self.flaky) / self.questions if self.questions else 0.0
        return [
            f"Asked {len(self.correct)} times; each question counts by the majority. Correct in each run: {shares}.",
            f"Flaky: {len(self.flaky)} of {self.questions} questions ({share:.1f} %) are right in some runs{named}.",
        ]


def majority(runs: Sequence[Run], detect: Detect) -> tuple[Run, Repeats]:
    """One run in which each question has the first reply that is judged as most of its replies are; a tie is wrong."""
    fact_set = runs[0].fact_set
    replies: dict[str, Reply] = {}
    flaky = []
    for place, case in enumerate(fact_set.cases):
        verdicts = [run.judgements[place].correct for run in runs]
        is_right = 2 * sum(verdicts) > len(verdicts)
        chosen = runs[verdicts.index(is_right)].replies
        replies |= {id: chosen[id] for id in (case.id, case.id + CLEAN) if id in chosen}
        if len(set(verdicts)) > 1:
            flaky.append(case.id)
    shares = tuple(sum(one.correct for one in run.judgements) / (len(run.judgements) or 1) for run in runs)
    return score_run(fact_set, replies, detect), Repeats(shares, tuple(flaky), len(fact_set.cases))
