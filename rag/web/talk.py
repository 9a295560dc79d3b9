"""A conversation as one visitor's tab holds it: its turns, the question being answered, and what stops it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol

from index.records import Filter
from index.terminal import say
from rag.records import Answer, Claim, Status
from rag.web.texts import told
from rag.web.turn import Turn, from_record

MOST_TURNS = 50
_MOST_RECORD_CHARACTERS = 5_000_000


class Answering(Protocol):
    """What a question is put to: a conversation, or a pipeline."""

    def stream(self, question: str, *, language: str = "", where: Filter = Filter()) -> Iterator[Claim | Answer]:
        """Give claims as they pass their checks, and the whole answer last."""


@dataclass(slots=True, eq=False)
class Live:
    """A question that is being answered, and the claims that have come."""

    question: str
    where: Filter
    claims: list[Claim] = field(default_factory=list)


@dataclass(slots=True)
class Talk:
    """The turns of a conversation, oldest first, and the question being answered, if any."""

    turns: list[Turn] = field(default_factory=list)
    live: Live | None = None

    def ask(self, pipeline: Answering, question: str, where: Filter, reader: str) -> Iterator[Live]:
        """Ask a question; gives what there is of its answer, each time more came, and ends with it in `turns`.

        Whatever goes wrong becomes an answer that says so in one line.
        """
        live = self.live = Live(question, where)
        try:
            yield live
            for item in pipeline.stream(question, where=where):
                if self.live is not live:  # stopped, or another conversation was opened
                    return
                if isinstance(item, Answer):
                    self._end(Turn.of(item, where))
                    return
                live.claims.append(item)
                yield live
        except Exception as error:  # a page stays up whatever a question runs into
            self._fail(live, error, reader)
        finally:
            if self.live is live:
                self.live = None

    def stop(self) -> None:
        """End the question being answered; the claims that came until then stay."""
        live, self.live = self.live, None
        if live is not None:
            language = live.claims[0].language if live.claims else ""
            answer = Answer(live.question, language, Status.PARTIAL, claims=tuple(live.claims))
            self._end(Turn(answer, where=live.where, stopped=True))

    def back_to(self, number: int) -> str:
        """Take a turn and all after it away; gives its question, "" where there is no such turn."""
        self.live = None
        if not 0 <= number < len(self.turns):
            return ""
        question = self.turns[number].answer.question
        del self.turns[number:]
        return question

    def rate(self, number: int, rating: str, noted: bool) -> Turn | None:
        """Keep what a reader thinks of an answer; gives the turn, None where there is no such turn or rating."""
        if rating not in ("up", "down") or not 0 <= number < len(self.turns):
            return None
        self.turns[number] = replace(self.turns[number], rating=rating, noted=noted)
        return self.turns[number]

    def restore(self, kept: str) -> None:
        """Take up a conversation that a browser kept; what is no turn of one is left out."""
        self.live = None
        try:
            records = json.loads(kept[:_MOST_RECORD_CHARACTERS]) if kept else []
        except (ValueError, RecursionError):
            records = []
        turns = [from_record(record) for record in records[-MOST_TURNS:]] if isinstance(records, list) else []
        self.turns = [turn for turn in turns if turn is not None]

    def _end(self, turn: Turn) -> None:
        self.live = None
        self.turns = [*self.turns, turn][-MOST_TURNS:]

    def _fail(self, live: Live, error: Exception, reader: str) -> None:
        # The whole of it goes to whoever runs the page; it may name paths, which are no visitor's business.
        say(f"error: {type(error).__name__}: {error}")
        if self.live is live:
            answer = Answer(live.question, "", Status.REFUSED, reason=told("failed", reader))
            self._end(Turn(answer, where=live.where))
