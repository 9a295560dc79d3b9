"""The shipped fact set: what the loader cannot see in one file, and what it would be easy to lose in an edit."""

from collections import Counter
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from eval.cases import FACTS_FOLDER, load_facts
from eval.match import find_any, find_fact
from eval.normal import normalise
from eval.records import REASONS, FactSet, Kind
from eval.sources import read_sources
from rag.records import Kind as Differing
from rag.wording import MESSAGES, Message, say

LANGUAGES = ("en", "sq", "sr", "it", "hu")
LEAST = {
    Kind.COMMON: 25,
    Kind.SINGLE_SOURCE: 25,
    Kind.CROSS_LINGUAL: 25,
    Kind.DISCREPANCY: 10,
    Kind.NOT_SPECIFIED: 6,
    Kind.UNANSWERABLE: 24,
    Kind.ROBUSTNESS: 10,
    Kind.INJECTION: 5,
}
# That articles differ is asked of many facts; it stands in no article and so cannot be learnt from one.
ABOUT_ARTICLES = {"notes_difference"}


@pytest.fixture(scope="module")
def fact_set() -> FactSet:
    return load_facts(FACTS_FOLDER, read_sources(Path(__file__).parents[1] / "seeds"))


def test_no_sentence_outside_the_support_states_a_fact(fact_set):
    assert fact_set.leaks == ()
    assert fact_set.warnings == ()


def test_every_kind_has_its_least_number_of_questions(fact_set):
    counts = Counter(case.kind for case in fact_set.cases)
    assert {kind: counts[kind] for kind, least in LEAST.items() if counts[kind] < least} == {}


def test_every_language_has_questions_of_every_kind_that_needs_all(fact_set):
    asked = Counter(case.language for case in fact_set.cases)
    assert min(asked[language] for language in LANGUAGES) >= 24
    for kind in (Kind.COMMON, Kind.SINGLE_SOURCE, Kind.UNANSWERABLE, Kind.ROBUSTNESS, Kind.INJECTION):
        assert {case.language for case in fact_set.cases if case.kind is kind} == set(LANGUAGES), kind
    for reason in REASONS:
        assert {case.language for case in fact_set.cases if case.reason == reason} == set(LANGUAGES), reason


def test_some_serbian_questions_are_in_cyrillic(fact_set):
    assert sum(any("а" <= letter <= "ш" for letter in case.question) for case in fact_set.cases) >= 5


def test_translations_of_a_question_are_in_the_same_half(fact_set):
    half = {case.id: case.split for case in fact_set.cases}
    assert [case.id for case in fact_set.cases if case.pair and half[case.pair] != case.split] == []


def test_translations_of_a_question_ask_for_the_same_facts(fact_set):
    vital = {case.id: set(case.vital) for case in fact_set.cases}
    assert [case.id for case in fact_set.cases if case.pair and vital[case.pair] != vital[case.id]] == []


def test_a_fact_that_decides_in_one_half_decides_in_no_question_of_the_other(fact_set):
    halves: dict[str, set[str]] = {}
    for case in fact_set.cases:
        for fact in case.vital:
            halves.setdefault(fact, set()).add(case.split)
    assert {fact for fact, found in halves.items() if len(found) > 1} == ABOUT_ARTICLES


def test_each_example_is_matched_by_a_pattern_of_its_own_language(fact_set):
    missed = [
        (fact.id, language, text)
        for fact in fact_set.facts.values()
        for language, texts in fact.examples.items()
        for text in texts
        if not find_fact(fact, [text], language)
    ]
    assert missed == []


def test_every_fact_has_a_counter_example(fact_set):
    assert [fact.id for fact in fact_set.facts.values() if not fact.counter] == []


def test_the_articles_own_sentences_answer_every_question_and_say_nothing_forbidden(fact_set):
    for case in fact_set.cases:
        facts = [fact_set.facts[id] for id in case.vital]
        said = [min((one.sentence for one in fact.support), key=len) for fact in facts if fact.support]
        assert [fact.id for fact in facts if fact.support and not find_fact(fact, said)] == [], case.id
        assert find_any(case.must_not, [normalise(text) for text in said]) is None, case.id


def test_what_chorus_says_of_itself_states_no_fact_and_nothing_forbidden(fact_set):
    texts = [text for told in MESSAGES.values() for text in told.values()]
    values = {name: "…" for text in texts for _, name, _, _ in Formatter().parse(text) if name}
    differing = {
        "sides_differ",
        "sides_differ_in",
        "sides_put",
        "sides_put_as",
        "sides_put_else",
        "differs",
        "differing",
    }
    # A label names a kind of difference and states nothing; "tagadás" alone is no denial.
    plain = [message for message in get_args(Message) if message not in {*differing, *map(str, Differing)}]
    own = [say(message, language, **values) for message in plain for language in LANGUAGES]
    assert [(fact.id, text) for fact in fact_set.facts.values() for text in own if find_fact(fact, [text])] == []
    assert [case.id for case in fact_set.cases if find_any(case.must_not, [normalise(text) for text in own])] == []


def test_what_chorus_says_of_articles_that_differ_is_judged_as_saying_so(fact_set):
    for message in ("sides_differ", "sides_differ_in", "sides_put", "sides_put_as", "sides_put_else"):
        for language in LANGUAGES:
            text = say(message, language, sides="“a” (BBC, hu), “b” (AP, it)")
            assert find_fact(fact_set.facts["notes_difference"], [text]), text
