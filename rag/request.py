"""What is asked and how it is to be answered, and the two calls by which anybody asks."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from datetime import date

from index.records import Filter
from rag.records import Answer, Claim


@dataclass(frozen=True, slots=True)
class Request:
    """A question with how it is to be answered.

    `language` is its ISO 639-1 code, "" where it is to be detected; `where` tells which articles may be used; `top_k`
    how many passages reach the answer step, 0 for the settings' own. `carried` is what a question that leans on others
    takes from them, of which a refusal never speaks; `loosely` that this only tells which articles are meant, while the
    question's own words are what is to be answered.
    """

    question: str
    language: str = ""
    where: Filter = Filter()
    top_k: int = 0
    carried: str = ""
    loosely: bool = False

    @classmethod
    def of(
        cls, question: str, language: str = "", where: Filter = Filter(), top_k: int = 0, as_of: date | None = None
    ) -> Request:
        """What a caller asks, with what was published by a day."""
        if as_of is not None:
            where = replace(where, until=min(as_of, where.until or as_of))
        return cls(question, language, where, top_k)


class Answering(ABC):
    """Answers requests."""

    @abstractmethod
    def respond(self, request: Request) -> Iterator[Claim | Answer]:
        """Claim by claim as each passes its checks, then the whole answer."""

    def ask(
        self,
        question: str,
        *,
        language: str = "",
        where: Filter = Filter(),
        top_k: int = 0,
        as_of: date | None = None,
    ) -> Answer:
        """Answer a question, or refuse it in its own language; a refusal is a result, never an exception.

        :param language: ISO 639-1 code of the question; detected when "".
        :param where: which articles may be used.
        :param top_k: passages that reach the answer step, twice as many where it asks how the articles differ; 0 for
            the settings' own.
        :param as_of: answer from what was published by that day; articles without a date are left out.
        """
        return whole(self.respond(Request.of(question, language, where, top_k, as_of)))

    def stream(
        self,
        question: str,
        *,
        language: str = "",
        where: Filter = Filter(),
        top_k: int = 0,
        as_of: date | None = None,
    ) -> Generator[Claim | Answer]:
        """As `ask`, claim by claim as each passes its checks; the last item is the whole answer, which is what counts.

        Only in the whole answer does a claim that a model wrote have its agreement. An answer that had to be given up,
        as when a language model breaks off, may hold other claims than those before.
        """
        yield from self.respond(Request.of(question, language, where, top_k, as_of))


def whole(items: Iterator[Claim | Answer]) -> Answer:
    """The whole answer, after its claims."""
    *_, answer = items
    assert isinstance(answer, Answer)
    return answer
