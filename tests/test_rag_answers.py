"""What other articles answer to the question of a claim, however unlike their sentences are otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eval.build import pipeline_over
from index.records import Article
from rag.extract.answered import joined
from rag.records import Agreement, Citation, Claim, Differing, Kind

LOAN = (
    "Voltana will lend the three governments 480 million euros for the dam on the Lim, its director Eva Kertész said. "
    "The money would be paid out in three parts, the first one on the day of the signing."
)

QUESTION = "How much money will Voltana lend for the dam?"


def test_an_article_that_gives_another_sum_is_named_beside_the_claim() -> None:
    other = "Digën mbi Lim do ta financojë Voltana me një hua prej 520 milionë eurosh, shkruan gazeta nga Tirana."
    found = _claim(other, "sq")
    assert [(one.citation.article_id, one.kind, one.here, one.there) for one in found.agreement.differs] == [
        ("other", Kind.FIGURE, "480 million euros", "520 milionë eurosh")
    ]
    assert not found.agreement.same


@pytest.mark.parametrize(
    ("other", "language"),
    [
        ("Digën mbi Lim do ta financojë Voltana me një hua prej 480 milionë eurosh, shkruan gazeta nga Tirana.", "sq"),
        # The one sum of a sentence need not stand beside the loan.
        (
            "Voltana, kompania nga Budapesti që do ta financojë digën mbi Lim, i ka paraqitur qeverive një dokument të "
            "gjatë, ku në faqen e fundit, të firmosur nga drejtorët e saj, lexohet shifra 480 milionë euro.",
            "sq",
        ),
        # 480 million of the euros before.
        (
            "Punimet kushtojnë 790 milionë euro, nga të cilat 480 milionë do t'i japë hua Voltana për digën mbi Lim.",
            "sq",
        ),
        ("Za branu na Limu Voltana daje zajam od 480 miliona evra, pod uslovima koje niko neće da otkrije.", "sr"),
    ],
)
def test_an_article_that_gives_the_same_sum_in_an_unlike_sentence_says_the_same(other: str, language: str) -> None:
    found = _claim(other, language)
    assert [one.article_id for one in found.agreement.same] == ["other"]
    assert not found.agreement.differs


@pytest.mark.parametrize(
    "other",
    [
        # Both sums: no contradiction.
        "Voltana spoke of a loan of 520 million euros for the dam at first, and of 480 million euros in the end.",
        # Both, in two sentences: one of them is of another thing.
        "Voltana will lend 480 million euros, a source says. For the dam on the Lim the three governments must lend "
        "themselves 520 million euros.",
        # Another thing by far.
        "Voltana, which will lend money for the dam on the Lim, sold 12 euros worth of mugs at the fair.",
    ],
)
def test_what_holds_the_same_sum_too_or_counts_another_thing_does_not_differ(other: str) -> None:
    assert not _claim(other, "en").agreement.differs


def test_times_that_cannot_be_compared_are_neither_the_same_nor_different() -> None:
    """Seen: "last week" in one article, "in August" in another, and "the same in" below."""
    one = "Last week Voltana received its turbines, said a director who would not tell what they cost or who had paid."
    other = "Ad agosto la Voltana ha ricevuto le turbine, scrive un giornale di Skopje che cita fonti del ministero."
    articles = [Article(id="one", text=one, language="en"), Article(id="other", text=other, language="it")]
    with pipeline_over(articles) as pipeline:
        claims = pipeline.ask("When did Voltana receive the turbines?").claims
    found = next(claim for claim in claims if claim.citations[0].article_id == "one").agreement
    assert not found.same
    assert not found.differs


def test_who_gives_another_figure_is_not_named_as_saying_the_same() -> None:
    mine, theirs = (Citation(name, "", "", "en", 0, 4, "text") for name in ("mine", "theirs"))
    differing = Differing(mine, Kind.FIGURE, "5", "6")
    stated = Agreement(same=(mine, theirs), differs=(replace(differing, here="7"),), origins=("one",))
    assert joined(stated, Agreement(differs=(differing,))) == Agreement((theirs,), (differing,), ("one",))


def test_no_article_says_the_same_and_otherwise_but_of_whom_it_credits() -> None:
    """Seen: "is buying", in the answer's own figure, the same in and different from "has bought"."""
    one = Citation("one", "", "", "en", 0, 4, "text")
    stage = Differing(one, Kind.STAGE, "is buying", "has bought")
    credit = Differing(one, Kind.ATTRIBUTION, "AP", "Reuters")
    assert joined(Agreement(differs=(stage,)), Agreement(same=(one,))) == Agreement((), (stage,))
    assert joined(Agreement(differs=(credit,)), Agreement(same=(one,))) == Agreement((one,), (credit,))


def _claim(other: str, language: str) -> Claim:
    """What is claimed by the article on the loan, asked over it and another one."""
    articles = [Article(id="loan", text=LOAN, language="en"), Article(id="other", text=other, language=language)]
    with pipeline_over(articles) as pipeline:
        answer = pipeline.ask(QUESTION)
    return next(claim for claim in answer.claims if claim.citations[0].article_id == "loan")
