"""Does a follow-up question get its answer: `python -m eval.conversations [--half A|B] [--show]`.

Holds the conversations of `eval/conversations.yaml`, each over a temporary index of its corpus. Columns, by half, by
place in the conversation and by language: questions; answered with a supporting sentence shown, and with it first;
rightly refused; questions that stand by themselves and took something from those before, or the other way round; and
answers to leaning questions that say more than that the articles do not, or may not, answer them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import yaml

from eval.build import pipeline_over
from eval.sources import read_articles
from eval.support import CORPORA, MOST_WORDS, QUESTIONS
from index.records import Article
from index.terminal import guarded
from rag.pipeline import SEEDS
from rag.records import Answer, Status
from rag.wording import Message, say

_GENERAL: tuple[Message, ...] = ("not_in_sources", "unsure")
CONVERSATIONS = Path(__file__).with_name("conversations.yaml")


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and snippets of the sentences that answer it; none where it must be refused."""

    half: str
    place: int
    text: str
    snippets: tuple[str, ...]
    alone: bool

    def shown(self, answer: Answer, most_claims: int = MOST_WORDS) -> bool:
        """Whether a snippet stands in the first words that an answer shows."""
        left = MOST_WORDS
        for claim in answer.claims[:most_claims]:
            left -= len(claim.text.split())
            if left >= 0 and any(snippet in " ".join(claim.text.split()) for snippet in self.snippets):
                return True
        return False

    def invents(self, answer: Answer) -> bool:
        """Whether the answer to a leaning question says more than that the articles do not, or may not, answer it."""
        said = {say(message, answer.question_language, answer.question) for message in _GENERAL}
        return bool(answer.standing and answer.reason and answer.reason not in said)


@dataclass(frozen=True, slots=True)
class Talk:
    """The turns of one conversation over a corpus."""

    corpus: str
    turns: tuple[Turn, ...]


def load() -> list[Talk]:
    """Every conversation of the file.

    :raises KeyError: a fact that its corpus does not have.
    """
    talks = []
    for one in yaml.safe_load(CONVERSATIONS.read_text(encoding="utf-8"))["conversations"]:
        corpus = one["corpus"]
        known = _facts(QUESTIONS if corpus == "seeds" else CORPORA / corpus / "questions.yaml")
        turns = (
            Turn(
                one["half"],
                place,
                turn["ask"],
                (*(some for name in turn.get("wants", ()) for some in known[name]), *turn.get("says", ())),
                turn.get("alone", place == 0),
            )
            for place, turn in enumerate(one["turns"])
        )
        talks.append(Talk(corpus, tuple(turns)))
    return talks


@cache
def _facts(path: Path) -> dict[str, list[str]]:
    read = yaml.safe_load(path.read_text(encoding="utf-8"))["facts"]
    return {name: [one for some in places.values() for one in some] for name, places in read.items()}


def hold(talks: Sequence[Talk], together: bool = False) -> Iterator[tuple[Turn, Answer]]:
    """Ask the questions of the conversations, each over a temporary index of its corpus, or of all corpora at once."""
    corpora = tuple(dict.fromkeys(talk.corpus for talk in talks))
    for some in [corpora] if together else [(corpus,) for corpus in corpora]:
        with pipeline_over(article for corpus in some for article in _articles(corpus)) as pipeline:
            for talk in talks:
                if talk.corpus in some:
                    chat = pipeline.chat()
                    yield from ((turn, chat.ask(turn.text)) for turn in talk.turns)


def _articles(corpus: str) -> Iterator[Article]:
    for article in read_articles(SEEDS if corpus == "seeds" else CORPORA / corpus):
        yield replace(article, id=f"{corpus}-{article.id}")


def table(held: Sequence[tuple[Turn, Answer]]) -> Iterator[str]:
    """A line for each half, each place in the conversation and each language."""
    yield f"{'':16}{'n':>5}{'shown':>9}{'first':>9}{'refused':>9}{'leaning':>9}{'invents':>9}"
    for half in sorted({turn.half for turn, _ in held}):
        own = [pair for pair in held if pair[0].half == half]
        yield _line(half, own)
        yield _line("    first", [pair for pair in own if not pair[0].place])
        later = [pair for pair in own if pair[0].place]
        yield _line("    later", later)
        for language in sorted({answer.question_language for _, answer in later}):
            yield _line(f"        {language}", [pair for pair in later if pair[1].question_language == language])


def _line(name: str, held: Sequence[tuple[Turn, Answer]]) -> str:
    yes = [(turn, answer) for turn, answer in held if turn.snippets]
    shares = (
        _share(turn.shown(answer) for turn, answer in yes),
        _share(turn.shown(answer, 1) for turn, answer in yes),
        _share(answer.status is Status.REFUSED for turn, answer in held if not turn.snippets),
        _share(_leaning(turn, answer) for turn, answer in held),
        str(sum(turn.invents(answer) for turn, answer in held)),
    )
    return f"{name:16}{len(held):>5}" + "".join(f"{share:>9}" for share in shares)


def _leaning(turn: Turn, answer: Answer) -> bool:
    """Whether a question leant on those before exactly where it had to."""
    return bool(answer.standing) != turn.alone


def _share(some: Iterable[bool]) -> str:
    held = list(some)
    return f"{sum(held)}/{len(held)}" if held else "–"


def _wrong(turn: Turn, answer: Answer) -> bool:
    right = turn.shown(answer, 1) if turn.snippets else answer.status is Status.REFUSED
    return not right or not _leaning(turn, answer) or turn.invents(answer)


def main() -> None:
    """Ask and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=["A", "B"], help="one half only")
    parser.add_argument("--show", action="store_true", help="also the answers that miss")
    parser.add_argument("--together", action="store_true", help="over one index of all the corpora")
    options = parser.parse_args()
    talks = [talk for talk in load() if options.half in {None, talk.turns[0].half}]
    held = list(hold(talks, options.together))
    for turn, answer in held if options.show else ():
        if _wrong(turn, answer):
            print(f"{turn.place} {turn.text}  ->  {answer.standing or '–'}")
            missed = "" if turn.shown(answer) else "NOT SHOWN"
            print(f"    {answer.status}, {answer.confidence:.2f} {answer.reason} {missed}")
            print(*(f"    - {claim.text}" for claim in answer.claims), sep="\n")
    print(*table(held), sep="\n")


if __name__ == "__main__":
    sys.exit(guarded(main))
