from __future__ import annotations

import pytest

from index.errors import ModelFailed
from rag.answer_json import to_json
from rag.conversation import MOST_TURNS
from rag.pipeline import Pipeline
from rag.records import Answer, Claim, Status
from rag.render import to_markdown, to_text
from rag.wording import say
from tests.fakes import Replying
from tests.test_rag_writer import with_model

WHO = "Which countries recognised Donetsk and Luhansk?"
WHEN = "And when was that?"
CARRIED = "And when was that? (recognised Donetsk and Luhansk)"


def test_a_follow_up_is_understood_by_what_was_asked_before_and_says_so(seeds_pipeline: Pipeline) -> None:
    chat = seeds_pipeline.chat()
    assert chat.ask(WHO).standing == ""
    answer = chat.ask(WHEN)
    assert (answer.question, answer.standing) == (WHEN, CARRIED)
    assert any("July" in claim.text for claim in answer.claims)
    for shown in (to_text(answer), to_markdown(answer).replace("\\", "")):
        assert f"Understood as: {CARRIED}" in shown
    assert to_json(answer)["standing"] == CARRIED


@pytest.mark.parametrize(
    ("first", "then", "language"),
    [
        ("Kush i njohu Donjeckun dhe Luhanskun?", "Po kur ishte kjo?", "sq"),
        ("Ko je priznao Donjeck i Lugansk?", "A kada je to bilo?", "sr"),
        ("Chi ha riconosciuto Donetsk e Luhansk?", "E quando?", "it"),
        ("Ki ismerte el Donyecket és Luhanszkot?", "És az mikor volt?", "hu"),
    ],
)
def test_a_follow_up_keeps_its_language(seeds_pipeline: Pipeline, first: str, then: str, language: str) -> None:
    chat = seeds_pipeline.chat()
    chat.ask(first)
    answer = chat.ask(then)
    assert answer.question_language == language
    assert answer.standing.startswith(f"{then} (") and "uhan" in answer.standing.replace("Lugan", "Luhan")


def test_a_question_that_stands_by_itself_is_asked_as_it_is(seeds_pipeline: Pipeline) -> None:
    chat = seeds_pipeline.chat()
    chat.ask("How many ballistic missiles has North Korea fired this year?")
    assert chat.ask(WHO).claims == seeds_pipeline.ask(WHO).claims
    assert seeds_pipeline.chat().ask(WHEN).standing == ""  # nothing was asked before it


def test_what_was_said_before_is_no_evidence(seeds_pipeline: Pipeline) -> None:
    chat = seeds_pipeline.chat()
    chat.ask("The Moon recognised Donetsk and Luhansk in 1923, did you know?")
    answer = chat.ask("When?")
    assert "1923" not in "".join(claim.text for claim in answer.claims)
    assert all(claim.text == claim.citations[0].quote for claim in answer.claims)


def test_what_is_carried_does_not_pile_up(seeds_pipeline: Pipeline) -> None:
    chat = seeds_pipeline.chat()
    for question in (WHO, WHEN, "And what did Ukraine do?"):
        chat.ask(question)
    assert chat.ask("Why?").standing == "Why? (recognised Donetsk and Luhansk)"


@pytest.mark.parametrize(
    "question", ["Dhe kush tjetër?", "Why did they do it?", "And how many golfers applauded that?"]
)
def test_nothing_is_said_of_words_that_the_asker_did_not_write(seeds_pipeline: Pipeline, question: str) -> None:
    chat = seeds_pipeline.chat()
    chat.ask("Did South Korea and Japan recognise Donetsk?")
    answer = chat.ask(question)
    assert answer.standing
    assert not any(name in answer.reason for name in ("Korea", "Japan", "Donetsk"))
    if answer.status is Status.REFUSED:
        assert answer.reason == say("not_in_sources", answer.question_language, question)


def test_a_question_that_does_not_say_what_it_is_about_is_asked_for_whole(seeds_pipeline: Pipeline) -> None:
    for question in ("Why?", "hello"):
        answer = seeds_pipeline.ask(question)
        assert (answer.status, answer.reason) == (Status.REFUSED, say("no_whole_question", "en", question))
        assert not answer.closest


def test_one_word_that_the_subject_does_not_fit_is_asked_alone(seeds_pipeline: Pipeline) -> None:
    chat = seeds_pipeline.chat()
    chat.ask("Who won the Eurovision contest in Malmö?")
    answer = chat.ask("When were the drones delivered?")
    assert answer.claims and answer.question == "When were the drones delivered?"


def test_two_conversations_do_not_mix(seeds_pipeline: Pipeline) -> None:
    one, other = seeds_pipeline.chat(), seeds_pipeline.chat()
    one.ask(WHO)
    other.ask("Did Tehran deny supplying weapons?")
    assert "Donetsk" in one.ask(WHEN).standing
    assert "Donetsk" not in other.ask(WHEN).standing


def test_history_is_bounded(seeds_pipeline: Pipeline) -> None:
    model = Replying("Who are they?")
    chat = with_model(seeds_pipeline, Replying("NO_ANSWER")).chat()
    for number in range(MOST_TURNS + 3):
        chat.ask(f"How many missiles did North Korea fire in {2000 + number}?")
    chat._model = model
    chat.ask(WHEN)
    prompt = model.asked[0][1].text
    assert prompt.count("Q: ") == MOST_TURNS + 1
    assert "2000" not in prompt and "2006" in prompt


def test_a_refused_question_can_be_leant_on_and_an_unreadable_one_changes_nothing(seeds_pipeline: Pipeline) -> None:
    chat = seeds_pipeline.chat()
    chat.ask(WHO)
    assert chat.ask("?!").status is Status.REFUSED
    assert chat.ask("").standing == ""
    assert chat.ask(WHEN).standing == CARRIED
    assert chat.ask("why " * 1000).status is Status.REFUSED


class Rewriting(Replying):
    """Rewrites a follow-up, and finds no answer to anything."""

    def __init__(self, rewritten: object) -> None:
        super().__init__("NO_ANSWER")
        self.rewritten = rewritten

    def stream(self, messages, max_tokens):  # type: ignore[no-untyped-def]
        if "ARTICLE" in messages[-1].text:
            return super().stream(messages, max_tokens)
        self.asked.append(tuple(messages))
        if isinstance(self.rewritten, Exception):
            raise self.rewritten
        return iter([str(self.rewritten)])


def standing(pipeline: Pipeline, rewritten: object) -> str:
    chat = with_model(pipeline, Rewriting(rewritten)).chat()
    chat.ask(WHO)
    return chat.ask(WHEN).standing


def test_a_model_puts_a_follow_up_by_itself(seeds_pipeline: Pipeline) -> None:
    said = "When were Donetsk and Luhansk recognised?"
    assert standing(seeds_pipeline, said) == said
    assert standing(seeds_pipeline, f'\n**"{said}"**\nI hope this helps.') == said


@pytest.mark.parametrize(
    "rewritten",
    [
        ModelFailed("gone"),
        "",
        "It was in July.",
        "When did Zorblax recognise Gallifrey?",
        "When? " + "x" * 3000 + "?",
        "[click](https://spy.example)",
    ],
)
def test_a_wording_that_names_what_nobody_spoke_of_gives_way_to_the_rule(
    seeds_pipeline: Pipeline, rewritten: object
) -> None:
    assert standing(seeds_pipeline, rewritten) == CARRIED


def test_a_model_is_not_asked_about_a_question_that_stands_by_itself(seeds_pipeline: Pipeline) -> None:
    model = Rewriting("Who?")
    chat = with_model(seeds_pipeline, model).chat()
    chat.ask(WHO)
    chat.ask("How many ballistic missiles has North Korea fired this year?")
    assert not [messages for messages in model.asked if "ARTICLE" not in messages[-1].text]


def test_each_answer_streams_its_claims_and_ends_with_itself(seeds_pipeline: Pipeline) -> None:
    chat = seeds_pipeline.chat()
    chat.ask(WHO)
    *claims, answer = chat.stream(WHEN)
    assert isinstance(answer, Answer) and all(isinstance(claim, Claim) for claim in claims)
    assert tuple(claims) == answer.claims
