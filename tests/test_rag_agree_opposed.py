"""Who denies what another admits does not say the same."""

from __future__ import annotations

import pytest

from eval.build import pipeline_over
from index.records import Article

AGROUND = "The ferry ran aground off Bari on Monday. Blue Lines denied that the ferry had been overloaded."


@pytest.mark.parametrize(("verb", "same"), [("ha ammesso", []), ("ha negato", ["it"])])
def test_an_admission_is_not_named_as_saying_what_a_denial_says(verb: str, same: list[str]) -> None:
    """Seen: "denied that the vessel had been overloaded", and below it "the same in" one that says "admitted"."""
    told = f"Il traghetto si è incagliato lunedì al largo di Bari. Blue Lines {verb} che il traghetto era sovraccarico."
    articles = [Article(id="en", text=AGROUND, language="en"), Article(id="it", text=told, language="it")]
    with pipeline_over(articles) as pipeline:
        claims = pipeline.ask("Did Blue Lines say that the ferry was overloaded?").claims
    found = next(claim for claim in claims if "denied" in claim.text)
    assert [one.article_id for one in found.agreement.same] == same


def test_a_denial_of_an_act_is_not_named_as_saying_that_it_was_done() -> None:
    """Seen: "has been suspended", and below it "the same in" one that says "denied that he was"."""
    done = "The hospital of Halas burned on Monday. Its director, Marton Lantos, has been suspended on full pay."
    told = (
        "L'ospedale di Halas è bruciato lunedì. Il ministero ha smentito che il direttore Márton Lantos sia sospeso a "
        "stipendio pieno."
    )
    articles = [Article(id="en", text=done, language="en"), Article(id="it", text=told, language="it")]
    with pipeline_over(articles) as pipeline:
        claims = pipeline.ask("Was the hospital director suspended?").claims
    found = next(claim for claim in claims if "suspended" in claim.text)
    assert not found.agreement.same
