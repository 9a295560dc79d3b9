"""Run fact files as test cases of any project, three lines in a test file:

from eval.pytest_plugin import fact_tests
from my_news_bot import ask  # question → text, "" for a refusal; or a rag.records.Answer
test_facts = fact_tests("facts", "articles", ask)
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from eval.cases import load_facts
from eval.judge import judge
from eval.records import Case
from eval.replies import Reply, Sentence
from eval.sources import read_sources
from index.sentences import sentence_spans
from rag.records import Answer, Status


def fact_tests(facts: str | Path, articles: str | Path, ask: Callable[[str], str | Answer]) -> Callable[[Any], None]:
    """A test function with one case a question; it fails with the reasons why the answer is not correct.

    Questions of kind injection are skipped, since they need an index of the poisoned articles.

    :param ask: answers one question; "" is a refusal. Citations are judged where an Answer has them.
    :raises FactFileError: a fact file breaks a rule.
    """
    import pytest

    fact_set = load_facts(Path(facts), read_sources(Path(articles)))
    skip = pytest.mark.skip(reason="needs an index of the poisoned articles; see python -m eval.run")
    cases = [pytest.param(case, id=case.id, marks=[skip] if case.poison else []) for case in fact_set.cases]

    @pytest.mark.parametrize("case", cases)
    def test_facts(case: Case) -> None:
        reply = as_reply(case, ask(case.question))
        wrong = judge(case, fact_set, {case.id: reply}).wrong
        assert not wrong, "\n".join([case.question, *wrong, f"the answer: {' '.join(reply.texts) or reply.reason}"])

    return test_facts


def as_reply(case: Case, answer: str | Answer) -> Reply:
    """An answer as it is judged; of a text each sentence, without citations."""
    if isinstance(answer, Answer):
        return Reply.of(case.id, answer, ms=0.0)
    spans = sentence_spans(answer, case.language)
    status = Status.ANSWERED if spans else Status.REFUSED
    sentences = tuple(Sentence(answer[start:end], case.language, ()) for start, end in spans)
    return Reply(case.id, str(status), sentences)
