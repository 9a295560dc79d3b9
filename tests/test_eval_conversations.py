from __future__ import annotations

import pytest

from eval.conversations import Talk, Turn, load, table
from eval.sources import read_articles
from eval.support import CORPORA
from rag.pipeline import SEEDS
from rag.records import Answer, Status
from rag.wording import say

TALKS = load()
TURN = Turn("A", 1, "And why?", ("for money",), alone=False)


@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: f"{talk.corpus}-{talk.turns[0].text}")
def test_each_snippet_stands_in_an_article_of_its_corpus(talk: Talk) -> None:
    articles = read_articles(SEEDS if talk.corpus == "seeds" else CORPORA / talk.corpus)
    texts = [" ".join(article.text.split()) for article in articles]
    for turn in talk.turns:
        assert all(any(snippet in text for text in texts) for snippet in turn.snippets)


def test_a_leaning_question_may_be_told_no_more_than_that_it_is_not_answered() -> None:
    said = Answer("And why?", "en", Status.REFUSED, standing="And why? (Oslo)", reason=say("not_in_sources", "en"))
    named = Answer("And why?", "en", Status.REFUSED, standing="And why? (Oslo)", reason="Not said of: Oslo.")
    assert not TURN.invents(said)
    assert TURN.invents(named)
    assert list(table([(TURN, said), (TURN, named)]))[1].split() == ["A", "2", "0/2", "0/2", "–", "2/2", "1"]
