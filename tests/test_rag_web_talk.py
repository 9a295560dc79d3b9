"""A conversation as a tab holds it, without a browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from index.errors import StoreError
from index.records import Filter
from rag.records import Answer, Claim, Status
from rag.web.talk import MOST_TURNS, Talk
from rag.web.turn import to_record

CLAIMS = tuple(Claim(text, "en", ()) for text in ("One.", "Two."))


class Said:
    """Gives the claims and the answer, or fails after so many of them."""

    def __init__(self, fails_after: int = 9, error: Exception | None = None) -> None:
        self._fails_after = fails_after
        self._error = error or StoreError("/srv/secret/store is being written to")

    def stream(self, question: str, *, language: str = "", where: Filter = Filter()) -> Iterator[Claim | Answer]:
        for number, claim in enumerate(CLAIMS):
            if number == self._fails_after:
                raise self._error
            yield claim
        yield Answer(question, "en", Status.ANSWERED, CLAIMS)


def asked(talk: Talk, question: str = "Why?", said: Said | None = None) -> list[int]:
    return [len(live.claims) for live in talk.ask(said or Said(), question, Filter(), "en")]


def test_an_answer_comes_claim_by_claim_and_ends_as_a_turn() -> None:
    talk = Talk()
    assert asked(talk) == [0, 1, 2]
    assert [turn.answer.claims for turn in talk.turns] == [CLAIMS]
    assert talk.live is None


def test_a_stopped_answer_keeps_what_had_come_and_nothing_comes_after() -> None:
    talk = Talk()
    going = talk.ask(Said(), "Why?", Filter(), "en")
    next(going), next(going)
    talk.stop()
    assert list(going) == []
    assert [(turn.stopped, turn.answer.claims) for turn in talk.turns] == [(True, CLAIMS[:1])]


def test_a_tab_that_is_closed_leaves_nothing_running() -> None:
    talk = Talk()
    going = talk.ask(Said(), "Why?", Filter(), "en")
    next(going)
    going.close()
    assert (talk.live, talk.turns) == (None, [])


@pytest.mark.parametrize("error", [StoreError("/srv/secret"), RuntimeError("key sk-123"), MemoryError()])
def test_a_failure_is_told_in_one_sentence_without_its_cause(error: Exception, capsys: Any) -> None:
    talk = Talk()
    asked(talk, said=Said(fails_after=1, error=error))
    [turn] = talk.turns
    assert turn.answer.status is Status.REFUSED
    assert turn.answer.reason == "Something went wrong while answering; please ask again."
    assert type(error).__name__ in capsys.readouterr().err


def test_asking_again_takes_the_turn_and_all_after_it_away() -> None:
    talk = Talk()
    for question in ("One?", "Two?", "Three?"):
        asked(talk, question)
    assert talk.back_to(1) == "Two?"
    assert [turn.answer.question for turn in talk.turns] == ["One?"]
    assert talk.back_to(7) == ""


def test_a_conversation_is_taken_up_from_what_a_browser_kept() -> None:
    talk, later = Talk(), Talk()
    asked(talk)
    later.restore(json.dumps([to_record(turn) for turn in talk.turns]))
    assert [turn.answer.claims for turn in later.turns] == [CLAIMS]
    for kept in ("", "{", "{}", "[1, null]", "[" * 100_000, json.dumps(["x"] * 500)):
        later.restore(kept)
        assert later.turns == []


def test_a_conversation_keeps_only_its_last_turns() -> None:
    talk = Talk()
    for number in range(MOST_TURNS + 3):
        asked(talk, f"{number}?")
    assert len(talk.turns) == MOST_TURNS
    assert talk.turns[0].answer.question == "3?"


def test_only_an_answer_that_is_there_is_rated_and_only_up_or_down() -> None:
    talk = Talk()
    asked(talk)
    assert talk.rate(0, "sideways", False) is None
    assert talk.rate(1, "up", False) is None
    rated = talk.rate(0, "down", True)
    assert rated is not None
    assert (rated.rating, rated.noted) == ("down", True)
