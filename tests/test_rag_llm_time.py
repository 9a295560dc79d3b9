from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence

import pytest

from index.errors import ModelFailed
from rag.llm import Message
from rag.llm.time_limits import Deadline, Patience, Retrying
from rag.records import Usage

PROMPT = [Message("user", "?")]
PATIENT = Patience(total_s=60.0)


class Model:
    """Gives its lines one call after the other: text is written, an exception raised."""

    name = "fake"
    context_tokens = 100

    def __init__(self, *calls: Sequence[str | Usage | Exception]) -> None:
        self.calls = list(calls)

    def stream(self, messages: Sequence[Message], max_tokens: int) -> Iterator[str | Usage]:
        for item in self.calls.pop(0):
            if isinstance(item, Exception):
                raise item
            yield item


def retrying(model: Model, slept: list[float], patience: Patience = PATIENT) -> Retrying:
    return Retrying(Deadline(model, "the model", patience), patience, slept.append)


def failed(retry_after_s: float | None = 0.0) -> list[ModelFailed]:
    return [ModelFailed("busy", retry_after_s)]


def test_what_may_help_is_tried_twice_more_with_longer_pauses() -> None:
    slept: list[float] = []
    model = Model(failed(), failed(), ["Rain", Usage(1, 1)])
    assert list(retrying(model, slept).stream(PROMPT, 9)) == ["Rain", Usage(1, 1)]
    assert slept == [0.5, 1.0]
    model = Model(failed(), failed(7.0), failed(), ["never"])
    with pytest.raises(ModelFailed, match="busy"):
        list(retrying(model, slept).stream(PROMPT, 9))
    assert slept[2:] == [0.5, 7.0]
    assert len(model.calls) == 1


@pytest.mark.parametrize(
    ("first", "patience"),
    [
        (failed(None), PATIENT),
        (failed(3600.0), PATIENT),
        (failed(61.0), PATIENT),
        (["Rain", *failed()], PATIENT),
        (failed(), Patience(retries=0)),
    ],
    ids=["of no use", "an hour", "beyond the total", "after a piece", "switched off"],
)
def test_what_cannot_help_is_not_tried(first: Sequence[str | Exception], patience: Patience) -> None:
    slept: list[float] = []
    model = Model(first, ["again"])
    with pytest.raises(ModelFailed, match="busy"):
        list(retrying(model, slept, patience).stream(PROMPT, 9))
    assert not slept
    assert len(model.calls) == 1


def test_an_error_of_our_own_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        list(retrying(Model([ZeroDivisionError()]), []).stream(PROMPT, 9))


def test_retries_share_one_total() -> None:
    """The second request begins when the total is over, as if the pause had taken it all."""
    patience = Patience(first_token_s=5.0, total_s=0.7)
    model = Model(failed(), ["late"])
    asked = Retrying(Deadline(model, "the model", patience), patience, lambda _: threading.Event().wait(0.8) and None)
    with pytest.raises(ModelFailed, match=r"did not finish within 0\.7 s"):
        list(asked.stream(PROMPT, 9))


def test_a_model_that_never_answers_is_left_behind() -> None:
    class Hanging(Model):
        def stream(self, messages: Sequence[Message], max_tokens: int) -> Iterator[str | Usage]:
            threading.Event().wait(30)
            yield "late"

    patience = Patience(first_token_s=0.2, total_s=5.0)
    with pytest.raises(ModelFailed, match=r"the model wrote nothing within 0\.2 s"):
        list(retrying(Hanging(), [], patience).stream(PROMPT, 9))


def test_signs_of_life_keep_a_model_waited_for_and_are_not_passed_on() -> None:
    class Thinking(Model):
        def stream(self, messages: Sequence[Message], max_tokens: int) -> Iterator[str | Usage]:
            for _ in range(6):
                threading.Event().wait(0.1)
                yield ""
            yield "Rain"

    patience = Patience(first_token_s=0.5, total_s=30.0)
    assert list(retrying(Thinking(), [], patience).stream(PROMPT, 9)) == ["Rain"]
