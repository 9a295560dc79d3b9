"""How the answer step was tuned: run `python -m eval.bench.answer_grid`.

The `dev` half of the fact set is asked over `seeds/`, one setting of `rag.extract.Tuning` changed at a time. Percent:
`shown`, the facts asked for that stand in a shown sentence; `also`, in one of those or in a sentence of another article
that is said to say the same; `first`, questions whose first sentence states one; `right`, shown sentences that do.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np

from eval.build import pipeline_over
from eval.cases import FACTS_FOLDER, load_facts
from eval.records import Case, FactSet, Split, Support
from eval.sources import as_sources, read_articles
from index.bundled import BundledEmbedder
from index.terminal import guarded
from rag.extract import Draft, ExtractiveAnswerer, Tuning
from rag.pipeline import SEEDS
from rag.records import Citation, Hit, Query
from rag.settings import RagSettings
from rag.words import WordAligner


@dataclass(frozen=True)
class Asked:
    """A development question with what was retrieved for it."""

    case: Case
    query: Query
    hits: list[Hit]


def ask_dev() -> tuple[FactSet, list[Asked]]:
    """Retrieve for every development question that is asked of the articles as they are."""
    articles = read_articles(SEEDS)
    facts = load_facts(FACTS_FOLDER, as_sources(articles))
    asked = []
    with pipeline_over(articles) as pipeline:
        for case in facts.cases:
            if case.split is Split.DEV and not case.poison:
                query = pipeline.query(case.question, case.language)
                asked.append(Asked(case, query, pipeline.retriever.retrieve(query, pipeline.settings.top_k)))
    return facts, asked


def figures(facts: FactSet, asked: Iterable[Asked], answerer: ExtractiveAnswerer) -> dict[str, float]:
    """One line of the table; questions that no article answers are left out."""
    rows = []
    for one in asked:
        vital = [facts.facts[id].support for id in one.case.vital if facts.facts[id].support]
        if vital:
            okay = [support for id in one.case.okay for support in facts.facts[id].support]
            rows.append(_figures(answerer.answer(one.query, one.hits), vital, okay))
    return {name: 100 * float(np.mean([row[name] for row in rows])) for name in rows[0]}


def _figures(draft: Draft, vital: Sequence[Sequence[Support]], okay: Sequence[Support]) -> dict[str, float]:
    shown = [citation for claim in draft.claims for citation in claim.citations]
    also = shown + [citation for claim in draft.claims for citation in claim.agreement.same]
    every = [support for some in vital for support in some] + list(okay)
    right = [_states(citation, every) for citation in shown] or [False]
    return {
        "shown": float(np.mean([any(_states(one, support) for one in shown) for support in vital])),
        "also": float(np.mean([any(_states(one, support) for one in also) for support in vital])),
        "first": float(right[0]),
        "right": float(np.mean(right)),
    }


def _states(citation: Citation, supports: Iterable[Support]) -> bool:
    """A cited sentence states a fact when it is, or holds, one of the sentences the fact was written from."""
    quote = " ".join(citation.quote.split())
    return any(
        support.file == citation.article_id and " ".join(support.sentence.split()).removeprefix("- ") in quote
        for support in supports
    )


def grid() -> Iterator[tuple[str, Tuning]]:
    """The default, then one setting changed at a time."""
    yield "default", Tuning()
    tried = {
        "before": (0.0, 0.5),
        "same": (0.5, 0.6, 0.65),
        "also": (0.45, 0.6),
        "prefer_own": (0.7, 0.8, 0.9, 1.0),
        "lose": (0.03, 0.1, 1.0),
        "lead_own": (0.85, 0.9, 1.0),
        "keep": (0.0, 0.1, 0.3, 0.5, 0.7),
        "max_claims": (1, 2, 3, 6),
    }
    for field in fields(Tuning):
        for value in tried[field.name]:
            yield f"{field.name} {value}", replace(Tuning(), **{field.name: value})  # type: ignore[arg-type]


def main() -> None:
    """Print the table."""
    facts, asked = ask_dev()
    aligner = WordAligner(BundledEmbedder())
    for name, tuning in grid():
        line = figures(facts, asked, ExtractiveAnswerer(aligner, RagSettings().max_words, tuning))
        print(f"{name:16s}", "  ".join(f"{column} {value:5.1f}" for column, value in line.items()), flush=True)


if __name__ == "__main__":
    sys.exit(guarded(main))
