"""Does an answer show a sentence that answers: `python -m eval.support [--half A|B] [--show]`.

Asks the questions of `eval/support.yaml` over a temporary index of the seeds. Columns, by kind and by language:
questions; answered with a supporting sentence shown; wrongly refused; and, of the unanswerable, rightly refused. A
question is `foreign` where no article in its own language has a supporting sentence. Half A is for choosing settings,
half B for confirming them; a topic is in one half.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from eval.build import index_articles
from eval.sources import read_articles
from index.records import Article
from rag.pipeline import SEEDS, Pipeline, open_pipeline
from rag.records import Answer, Status
from rag.settings import RagSettings

QUESTIONS = Path(__file__).with_name("support.yaml")
LANGUAGES = ("en", "sq", "sr", "it", "hu")
MOST_WORDS = 120


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question and snippets of the sentences that answer it: one of each side; no sides where nothing answers."""

    topic: str
    language: str
    text: str
    kind: str
    sides: tuple[tuple[str, ...], ...]
    half: str

    def supported(self, answer: Answer) -> bool:
        """Whether a snippet of each side stands in what an answer shows in its first words."""
        shown, left = [], MOST_WORDS
        for claim in answer.claims:
            left -= len(claim.text.split())
            shown.append(" ".join(claim.text.split()) if left >= 0 else "")
        return all(any(snippet in text for snippet in side for text in shown) for side in self.sides)


def load_wanted(articles: Sequence[Article], path: Path = QUESTIONS) -> list[Wanted]:
    """Every question of the file; facts name the articles by their place.

    :raises ValueError: a snippet that its article does not hold.
    """
    read = yaml.safe_load(path.read_text(encoding="utf-8"))
    texts = [" ".join(article.text.split()) for article in articles]
    for fact, places in read["facts"].items():
        for place, snippets in places.items():
            for snippet in snippets:
                if snippet not in texts[place]:
                    raise ValueError(f"{path}: {fact}: {articles[place].id} does not hold {snippet!r}")
    half = _halves(read["questions"])
    return [
        _wanted(topic, language, half[topic["id"]], read["facts"], [article.language for article in articles])
        for topic in read["questions"]
        for language in LANGUAGES
        if language in topic
    ]


def _halves(topics: Sequence[dict[str, str]]) -> dict[str, str]:
    """A or B for each topic: every second one of a sort, in the order of their digests."""
    sort = {topic["id"]: next(key for key in ("wants", "sides", "reason") if key in topic) for topic in topics}
    order = sorted(sort, key=lambda name: (sort[name], sha256(name.encode()).digest()))
    return {name: "AB"[place % 2] for place, name in enumerate(order)}


def _wanted(
    topic: dict[str, str], language: str, half: str, facts: dict[str, dict[int, list[str]]], of: Sequence[str]
) -> Wanted:
    sides = [[fact] for fact in topic["sides"]] if "sides" in topic else [topic["wants"]] if "wants" in topic else []
    own = any(of[place] == language for side in sides for fact in side for place in facts[fact])
    kind = topic.get("reason", "") or ("differ" if "sides" in topic else "own" if own else "foreign")
    snippets = (tuple(one for fact in side for some in facts[fact].values() for one in some) for side in sides)
    return Wanted(topic["id"], language, topic[language], kind, tuple(snippets), half)


def over_seeds(folder: Path) -> Pipeline:
    """A pipeline over the seeds, indexed in a folder."""
    settings = RagSettings()
    settings = replace(settings, index=replace(settings.index, store=folder / "store"))
    index_articles(read_articles(SEEDS), settings.index)
    return open_pipeline(settings)


def table(asked: Sequence[tuple[Wanted, Answer]]) -> Iterator[str]:
    """A line for each half, each of its kinds and each of its languages."""
    yield f"{'':24}{'n':>5}{'shown':>9}{'refused':>9}{'rightly':>9}"
    for half in "AB":
        own = [pair for pair in asked if pair[0].half == half]
        if own:
            yield _line(f"half {half}", own)
            for kind in sorted({wanted.kind for wanted, _ in own}):
                yield _line(f"    {kind}", [pair for pair in own if pair[0].kind == kind])
            for language in LANGUAGES:
                yield _line(f"    {language}", [pair for pair in own if pair[0].language == language])


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
    yield f"{wanted.half} {wanted.topic}, {wanted.language}, {wanted.kind}: {wanted.text}"
    yield f"    {answer.status}, {answer.confidence:.2f}"
    yield from (f"    - {claim.text}" for claim in answer.claims)


def main() -> None:
    """Ask and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=["A", "B"], help="one half only")
    parser.add_argument("--show", action="store_true", help="also the answers that miss")
    options = parser.parse_args()
    wanted = [one for one in load_wanted(read_articles(SEEDS)) if options.half in {None, one.half}]
    with TemporaryDirectory(prefix="chorus-support-") as folder:
        pipeline = over_seeds(Path(folder))
        asked = [(one, pipeline.ask(one.text)) for one in wanted]
        pipeline.close()
    for one, answer in asked if options.show else ():
        if not (one.supported(answer) if one.sides else answer.status is Status.REFUSED):
            print(*_shown(one, answer), sep="\n")
    print(*table(asked), sep="\n")


if __name__ == "__main__":
    main()
