"""What is said of the sides is true of every line of the answer."""

from __future__ import annotations

import numpy as np
import pytest

from index.bundled import BundledEmbedder
from rag.evidence import Sentence
from rag.extract import Draft
from rag.extract.noted import noted, with_who_parts, without_other_sides
from rag.extract.sides import Sides, Told
from rag.records import Agreement, Citation, Claim, Differing, Kind, Query
from rag.words import WordAligner
from tests.builders import hit

CARRIED = hit("The ferry carried 214 passengers.", article="a", outlet="Post")
RESCUED = hit("Rescuers searched the ferry for passengers.", article="b", outlet="Herald")
THERE = Citation("c", "", "Gazzetta", "it", 0, 34, "Il traghetto portava 218 passeggeri.")


@pytest.fixture(scope="module")
def aligner() -> WordAligner:
    return WordAligner(BundledEmbedder())


def said(aligner: WordAligner, question: str, told: Told, *agreements: Agreement, language: str = "en") -> Claim:
    """The statement over as many of the two sentences as have an agreement."""
    sentences = [Sentence(one, 0, 0, one.passage.text, 0.5, 0.5, 0.5) for one in (CARRIED, RESCUED)[: len(agreements)]]
    shown = [Claim(one.text, "en", (one.citation(),)) for one in sentences]
    statement = Claim("as drafted", language, tuple(one.citation() for one in sentences))
    sides = Sides(tuple((one,) for one in sentences), told, ("",) * len(sentences))
    draft = Draft(
        (statement, *shown), tuple(sentences), tuple(sentences), np.zeros((0, 0)), aligner.align("", []), sides=sides
    )
    claims = [
        Claim(one.text, one.language, one.citations, weighed) for one, weighed in zip(shown, agreements, strict=True)
    ]
    query = Query(question, language, np.zeros(2), subject="number of passengers")
    (claim,) = noted(query, draft, claims, aligner)
    return claim


FIGURE = Agreement(differs=(Differing(THERE, Kind.FIGURE, "214", "218"),))
NAME = Agreement(differs=(Differing(THERE, Kind.NAME, "Post", "Posta"),))
ASKED = "Do the papers agree on the number of passengers?"


def test_a_difference_under_a_line_shown_is_named_in_place_of_no_contradiction(aligner: WordAligner) -> None:
    """Seen: "no contradiction was found" above "Differs: figure 218, here 214"."""
    claim = said(aligner, ASKED, "sides_put", FIGURE, Agreement())
    assert claim.text == "The articles differ: “214” (Post, en), “218” (Gazzetta, it)."
    assert [one.article_id for one in claim.citations] == ["a", "b", "c"]


def test_a_difference_in_something_else_leaves_the_figure_the_same(aligner: WordAligner) -> None:
    other = Agreement(differs=(Differing(THERE, Kind.NAME, "Rosa", "Zosa"),))
    assert said(aligner, ASKED, "sides_same", other).text == "as drafted"


@pytest.mark.parametrize("told", ["sides_same", "sides_one"])
def test_the_same_is_not_said_above_a_difference(aligner: WordAligner, told: Told) -> None:
    assert said(aligner, ASKED, told, FIGURE).text == "The articles differ: “214” (Post, en), “218” (Gazzetta, it)."


def test_a_difference_in_something_else_is_pointed_to(aligner: WordAligner) -> None:
    claim = said(aligner, ASKED, "sides_put", NAME, Agreement())
    assert claim.text.startswith("The articles put this differently; the differences that were found stand")


def test_one_article_does_not_speak_alone_where_others_say_the_same(aligner: WordAligner) -> None:
    claim = said(aligner, ASKED, "sides_one", Agreement(same=(THERE,)))
    assert claim.text == "The articles that speak of this say the same."


def test_without_a_difference_nothing_changes(aligner: WordAligner) -> None:
    assert said(aligner, ASKED, "sides_put", Agreement(), Agreement()).text == "as drafted"


@pytest.mark.parametrize(
    ("kind", "here", "there", "differ"),
    [
        (Kind.STAGE, "signed", "potpisaće", True),
        (Kind.STAGE, "sank", "è affondato", False),
        (Kind.NEGATION, "did not sign", "potpisala", True),
    ],
)
def test_a_stage_answers_where_it_is_of_the_verb_asked_about(
    aligner: WordAligner, kind: Kind, here: str, there: str, differ: bool
) -> None:
    sentence = Sentence(CARRIED, 0, 0, CARRIED.passage.text, 0.5, 0.5, 0.5)
    shown = Claim(
        sentence.text, "en", (sentence.citation(),), Agreement(differs=(Differing(THERE, kind, here, there),))
    )
    drafted = (Claim("as drafted", "en", shown.citations), shown)
    draft = Draft(
        drafted,
        (sentence,),
        (sentence,),
        np.zeros((0, 0)),
        aligner.align("", []),
        sides=Sides(((sentence,),), "sides_put", ("",)),
    )
    query = Query(
        "Do the papers agree on whether the deal was signed?", "en", np.zeros(2), subject="the deal was signed"
    )
    (claim,) = noted(query, draft, [shown], aligner)
    assert claim.text.startswith("The articles differ: “") is differ


def test_no_side_is_named_as_saying_what_another_says(aligner: WordAligner) -> None:
    """Seen: “is buying” and “in procinto di acquistare” named as a difference, and the one as the same as the other."""
    sentences = tuple(Sentence(one, 0, 0, one.passage.text, 0.5, 0.5, 0.5) for one in (CARRIED, RESCUED))
    cited = [one.citation() for one in sentences]
    sides = Sides(tuple((one,) for one in sentences), "sides_differ", ("214", "Rescuers"))
    draft = Draft((), sentences, sentences, np.zeros((0, 0)), aligner.align("", []), sides=sides)
    same = (Agreement(same=(cited[1], THERE)), Agreement(same=(cited[0],)))
    claims = [Claim(one.quote, "en", (one,), agreement) for one, agreement in zip(cited, same, strict=True)]
    kept = [[one.article_id for one in claim.agreement.same] for claim in without_other_sides(draft, claims)]
    assert kept == [["c"], []]


def sides_of(aligner: WordAligner, word: str = "") -> tuple[Draft, Claim]:
    """A draft of one side, named by a word if one is given, from which another article parts."""
    shown = Sentence(CARRIED, 0, 0, CARRIED.passage.text, 0.5, 0.5, 0.5)
    sides = Sides(((shown,),), "sides_put", (word,))
    draft = Draft((), (shown,), (shown,), np.zeros((0, 0)), aligner.align("", []), sides=sides)
    return draft, Claim(shown.text, "en", (shown.citation(),), FIGURE)


def test_who_parts_from_a_side_is_shown_behind_it_where_it_was_retrieved(aligner: WordAligner) -> None:
    """Seen: two sentences beside the point were shown, and the one that differs stood with the sources alone."""
    draft, claim = sides_of(aligner)
    there = hit(THERE.quote, article="c", outlet="Gazzetta", language="it")
    [first, second] = with_who_parts(draft, [claim], [CARRIED, there])
    assert first is claim
    assert (second.text, second.language, second.citations) == (THERE.quote, "it", (THERE,))
    assert with_who_parts(draft, [claim], [CARRIED]) == (claim,)


def test_beside_named_sides_nothing_more_is_shown(aligner: WordAligner) -> None:
    draft, claim = sides_of(aligner, word="214")
    there = hit(THERE.quote, article="c", outlet="Gazzetta", language="it")
    assert with_who_parts(draft, [claim], [CARRIED, there]) == (claim,)
