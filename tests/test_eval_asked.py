"""What is counted of the agreement that a reader sees beside a sentence that answers."""

from __future__ import annotations

from dataclasses import replace

from eval.agreement.asked import Score, judge, known
from eval.agreement.corpora import Corpus, corpora
from eval.records import Split
from eval.support import Wanted
from rag.records import Agreement, Citation, Claim, Differing, Kind


def _ferry() -> Corpus:
    return next(corpus for corpus in corpora("dev") if corpus.name == "ferry")


def _toll(corpus: Corpus) -> Wanted:
    """The question for the death toll: twelve in four articles, eleven in the English one."""
    text = {hit.article.id: hit.passage.text for hit in corpus.hits}
    snippets = tuple(
        text[article][start:end] for name in ("deaths_12", "deaths_11") for article, (start, end) in corpus.facts[name]
    )
    return Wanted("ferry", "toll", "en", "How many died?", "own", (snippets,), Split.DEV)


def _citation(corpus: Corpus, fact: str, number: int) -> Citation:
    [(article, (start, end))] = [place for place in corpus.facts[fact] if place[0].startswith(f"{number:03d}_")]
    return Citation(article, "", "", "", start, end, "")


def test_who_else_gives_the_figure_counts_and_who_shares_something_else_does_not() -> None:
    corpus = _ferry()
    claim = Claim("Dodici i morti.", "it", (_citation(corpus, "deaths_12", 2),))
    other_matter = _citation(corpus, "day", 3)
    said = Agreement(
        same=(_citation(corpus, "deaths_12", 0), other_matter),
        differs=(Differing(_citation(corpus, "deaths_11", 3), Kind.FIGURE, "dodici", "Eleven"),),
    )
    score = Score()
    judge(replace(claim, agreement=said), known(corpus, _toll(corpus)), score)
    assert sorted(score.same_found) == [False, False, True]
    assert score.same_right == [True, False]
    assert (score.differs_found, score.differs_right) == ([True], [True])
