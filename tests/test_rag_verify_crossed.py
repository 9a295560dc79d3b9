"""Two clauses of a claim that have exchanged a part: every word is in the source, each in the wrong place."""

from __future__ import annotations

import pytest

from rag.records import Citation
from rag.verify import Source, Verifier

SENTENCE = "The miners want a 7 percent rise; the owner offers 3."


def source(sentence: str, language: str) -> Source:
    return Source(Citation("a", "", "", language, 0, len(sentence), sentence), sentence)


CROSSED = [
    ("en", "The owner offers a 7 percent rise; the miners want 3.", "en", SENTENCE),
    (
        "en",
        "The mayor praised the plan, while the minister called it dangerous.",
        "sr",
        "Ministar je pohvalio plan, dok ga je gradonačelnik nazvao opasnim.",
    ),
    (
        "it",
        "Il padrone chiede un aumento di 200 euro, mentre gli operai offrono la metà.",
        "it",
        "Gli operai chiedono un aumento di 200 euro, mentre il padrone offre la metà.",
    ),
]
TOLD_OTHERWISE = [
    ("en", "The owner offers 3, whereas the miners want a rise of 7 percent.", "en", SENTENCE),
    (
        "en",
        "The minister praised the plan, while the mayor called it dangerous.",
        "sr",
        "Ministar je pohvalio plan, dok ga je gradonačelnik nazvao opasnim.",
    ),
    (
        "it",
        "Il padrone offre la metà, mentre gli operai chiedono un aumento di 200 euro.",
        "it",
        "Gli operai chiedono un aumento di 200 euro, mentre il padrone offre la metà.",
    ),
]


@pytest.mark.parametrize(("language", "claim", "source_language", "sentence"), CROSSED)
def test_parts_that_have_changed_clauses_are_rejected(
    verifier: Verifier, language: str, claim: str, source_language: str, sentence: str
) -> None:
    verdict = verifier.check(claim, language, [source(sentence, source_language)])
    assert verdict.check == "direction", verdict


@pytest.mark.parametrize(("language", "claim", "source_language", "sentence"), TOLD_OTHERWISE)
def test_clauses_told_in_another_order_are_kept(
    verifier: Verifier, language: str, claim: str, source_language: str, sentence: str
) -> None:
    verdict = verifier.check(claim, language, [source(sentence, source_language)])
    assert verdict.holds, verdict


def test_serbian_previously_is_no_threat(verifier: Verifier) -> None:
    sentence = "Vlada je prethodno potvrdila da je vojska u avgustu dobila isporuku dronova."
    claim = "Vlada je potvrdila da je vojska u avgustu dobila dronove."
    assert verifier.check(claim, "sr", [source(sentence, "sr")]).holds
