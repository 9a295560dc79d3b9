"""Does an answer show a sentence that answers: `python -m eval.support [--split dev|test] [--show]`.

Asks the questions of `eval/support.yaml` over a temporary index of the seeds, and those of each folder of
`eval/corpora`, articles about another event, over an index of that. Columns, by corpus, by kind and by language:
questions; answered with a supporting sentence shown; wrongly refused; and, of the unanswerable, rightly refused. A
question is `foreign` where no article in its own language has a supporting sentence. Those of a `near.yaml`, which come
near what the articles tell, and of an `acts.yaml`, about acts that nobody told and that are told in other words, have
lines and kinds of their own. Settings are chosen on `dev`, `test` reports them: every second topic of the seeds, and
whole corpora of the others. Of `test`, `--show` shows nothing.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import product
from pathlib import Path

import yaml

from eval.build import pipeline_over
from eval.records import Split
from eval.sources import read_articles
from index.records import Article
from index.terminal import guarded
from rag.pipeline import SEEDS
from rag.records import Answer, Status

QUESTIONS = Path(__file__).with_name("support.yaml")
CORPORA = Path(__file__).with_name("corpora")
TRAPS = ("near", "acts")
"""Files of a corpus with harder questions, beside its `questions.yaml`."""
LANGUAGES = ("en", "sq", "sr", "it", "hu")
MOST_WORDS = 120


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question and snippets of the sentences that answer it: one of each side; no sides where nothing answers.

    `trap` is the file of harder questions that it is from; "" for none.
    """

    corpus: str
    topic: str
    language: str
    text: str
    kind: str
    sides: tuple[tuple[str, ...], ...]
    split: Split
    trap: str = ""

    def supported(self, answer: Answer) -> bool:
        """Whether a snippet of each side stands in what an answer shows in its first words."""
        shown, left = [], MOST_WORDS
        for claim in answer.claims:
            left -= len(claim.text.split())
            shown.append(" ".join(claim.text.split()) if left >= 0 else "")
        return all(any(snippet in text for snippet in side for text in shown) for side in self.sides)


@dataclass(frozen=True, slots=True)
class _Fact:
    """Snippets of the sentences that tell it, and the languages of their articles."""

    snippets: tuple[str, ...]
    languages: frozenset[str]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles about one event, with questions about them."""

    articles: tuple[Article, ...]
    wanted: tuple[Wanted, ...]


def corpora() -> Iterator[Corpus]:
    """The seeds, then each folder of `eval/corpora`."""
    yield _corpus("seeds", SEEDS, QUESTIONS)
    for path in sorted(CORPORA.glob("*/questions.yaml")):
        yield _corpus(path.parent.name, path.parent, path, *(path.with_name(f"{trap}.yaml") for trap in TRAPS))


def _corpus(name: str, folder: Path, *files: Path) -> Corpus:
    articles = read_articles(folder)
    wanted = (one for file in files if file.exists() for one in load_wanted(articles, file, name))
    return Corpus(tuple(articles), tuple(wanted))


def load_wanted(articles: Sequence[Article], path: Path = QUESTIONS, corpus: str = "seeds") -> list[Wanted]:
    """Every question of the file; facts name the articles by their place.

    :raises ValueError: a snippet that its article does not hold.
    """
    read = yaml.safe_load(path.read_text(encoding="utf-8"))
    facts = {}
    for name, places in read["facts"].items():
        for place, snippets in places.items():
            text = " ".join(articles[place].text.split())
            missing = next((snippet for snippet in snippets if snippet not in text), None)
            if missing is not None:
                raise ValueError(f"{path}: {name}: {articles[place].id} does not hold {missing!r}")
        languages = frozenset(articles[place].language for place in places)
        facts[name] = _Fact(tuple(one for some in places.values() for one in some), languages)
    of_all = Split(read["split"]) if "split" in read else None
    split = _halves(read["questions"])
    wanted = [
        _wanted((corpus, of_all or split[topic["id"]]), topic, language, facts)
        for topic in read["questions"]
        for language in LANGUAGES
        if language in topic
    ]
    return [replace(one, trap=path.stem if path.stem in TRAPS else "") for one in wanted]


def _halves(topics: Sequence[dict[str, str]]) -> dict[str, Split]:
    """A half for each topic: every second one of a sort, in the order of their digests."""
    sort = {topic["id"]: next(key for key in ("wants", "sides", "reason") if key in topic) for topic in topics}
    order = sorted(sort, key=lambda name: (sort[name], sha256(name.encode()).digest()))
    return {name: (Split.DEV, Split.TEST)[place % 2] for place, name in enumerate(order)}


def _wanted(of: tuple[str, Split], topic: dict[str, str], language: str, facts: dict[str, _Fact]) -> Wanted:
    sides = [[fact] for fact in topic["sides"]] if "sides" in topic else [topic["wants"]] if "wants" in topic else []
    own = any(language in facts[fact].languages for side in sides for fact in side)
    kind = topic.get("kind") or topic.get("reason") or ("differ" if "sides" in topic else "own" if own else "foreign")
    snippets = tuple(tuple(one for fact in side for one in facts[fact].snippets) for side in sides)
    corpus, split = of
    return Wanted(corpus, topic["id"], language, topic[language], kind, snippets, split)


def ask(articles: Sequence[Article], wanted: Sequence[Wanted]) -> list[tuple[Wanted, Answer]]:
    """Ask the questions over a temporary index of the articles."""
    with pipeline_over(articles) as pipeline:
        return [(one, pipeline.ask(one.text)) for one in wanted]


def table(asked: Sequence[tuple[Wanted, Answer]]) -> Iterator[str]:
    """A line for each half, each of its corpora, its kinds and its languages; then the same of the harder questions."""
    yield f"{'':24}{'n':>5}{'shown':>9}{'refused':>9}{'rightly':>9}"
    for split, trap in product(Split, ("", *TRAPS)):
        own = [pair for pair in asked if (pair[0].split, pair[0].trap) == (split, trap)]
        if own:
            yield _line(f"{split}, {trap}" if trap else str(split), own)
            for of in _GROUPS:
                yield from (_line(f"    {name}", some) for name, some in _grouped(own, of))


_GROUPS: tuple[Callable[[Wanted], str], ...] = (
    lambda wanted: wanted.corpus,
    lambda wanted: wanted.kind,
    lambda wanted: wanted.language,
)


def _grouped(
    asked: Sequence[tuple[Wanted, Answer]], of: Callable[[Wanted], str]
) -> Iterator[tuple[str, list[tuple[Wanted, Answer]]]]:
    for name in sorted({of(wanted) for wanted, _ in asked}):
        yield name, [pair for pair in asked if of(pair[0]) == name]


def _line(name: str, asked: Sequence[tuple[Wanted, Answer]]) -> str:
    yes = [(wanted, answer) for wanted, answer in asked if wanted.sides]
    no = [answer for wanted, answer in asked if not wanted.sides]
    shares = (
        _share(wanted.supported(answer) for wanted, answer in yes),
        _share(answer.status is Status.REFUSED for _, answer in yes),
        _share(answer.status is Status.REFUSED for answer in no),
    )
    return f"{name:24}{len(asked):>5}" + "".join(f"{share:>9}" for share in shares)


def _share(some: Iterable[bool]) -> str:
    held = list(some)
    return f"{sum(held) / len(held):.0%}" if held else "–"


def _shown(wanted: Wanted, answer: Answer) -> Iterator[str]:
    yield f"{wanted.corpus}, {wanted.topic}, {wanted.language}, {wanted.kind}: {wanted.text}"
    yield f"    {answer.status}, {answer.confidence:.2f}"
    yield from (f"    - {claim.text}" for claim in answer.claims)


def main() -> None:
    """Ask and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=[str(split) for split in Split], help="one half only")
    parser.add_argument("--corpus", help="the seeds or one folder of eval/corpora only")
    parser.add_argument("--show", action="store_true", help="also the answers of dev that miss")
    options = parser.parse_args()
    asked: list[tuple[Wanted, Answer]] = []
    for corpus in corpora():
        wanted = [one for one in corpus.wanted if options.split in {None, one.split} and _named(options.corpus, one)]
        asked += ask(corpus.articles, wanted) if wanted else []
    for one, answer in asked if options.show else ():
        right = one.supported(answer) if one.sides else answer.status is Status.REFUSED
        if one.split is Split.DEV and not right:
            print(*_shown(one, answer), sep="\n")
    print(*table(asked), sep="\n")


def _named(corpus: str | None, wanted: Wanted) -> bool:
    return corpus in {None, wanted.corpus}


if __name__ == "__main__":
    sys.exit(guarded(main))
