"""A conversation: a question that leans on the ones before it is put so that it stands by itself, then asked alone.

What was said before only helps to understand a question. It is never evidence: each answer rests on passages that are
found for the question as it stands, and numbers them anew.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable
from dataclasses import replace
from datetime import date

from index.clean import clean
from index.errors import ModelFailed
from index.language import detect
from index.records import Filter
from rag.followup import carried, leans
from rag.generate.plain import plain
from rag.generate.prompts import standing_question
from rag.llm import LanguageModel, Message
from rag.names import unlicensed
from rag.pipeline import Pipeline
from rag.records import Answer, Claim, Status, Usage
from rag.settings import MAX_QUESTION_CHARACTERS

MOST_TURNS = 4
"""The turns that are remembered; a follow-up leans on the last ones."""
REWRITE_TOKENS = 120
_SURE_LANGUAGE = 0.7


class Conversation:
    """One reader's questions in a row; another reader has a conversation of their own. Not for several threads at once.

    :param model: puts follow-up questions by themselves; without one, or when it fails, a rule does.
    """

    def __init__(self, pipeline: Pipeline, model: LanguageModel | None = None) -> None:
        self._pipeline = pipeline
        self._model = model
        self._turns: deque[Answer] = deque(maxlen=MOST_TURNS)

    def resume(self, answers: Iterable[Answer]) -> None:
        """Go on after answers that were given before, the oldest first; those that found nothing say nothing here."""
        found = (answer for answer in answers if answer.claims or answer.closest)
        self._turns.extend(replace(answer, question=answer.standing or answer.question) for answer in found)

    def ask(
        self,
        question: str,
        *,
        language: str = "",
        where: Filter = Filter(),
        top_k: int = 0,
        as_of: date | None = None,
    ) -> Answer:
        """Answer a question, as `Pipeline.ask` does."""
        *_, answer = self.stream(question, language=language, where=where, top_k=top_k, as_of=as_of)
        assert isinstance(answer, Answer)
        return answer

    def stream(
        self,
        question: str,
        *,
        language: str = "",
        where: Filter = Filter(),
        top_k: int = 0,
        as_of: date | None = None,
    ) -> Generator[Claim | Answer]:
        """As `Pipeline.stream`; the answer's `standing` is the question as understood, "" where it was plain."""
        standing, language = self._standing(question, language)
        asked = standing or question
        for item in self._pipeline.stream(asked, language=language, where=where, top_k=top_k, as_of=as_of):
            if isinstance(item, Answer):
                if item.hits:
                    self._turns.append(item)
                yield replace(item, question=_one_line(question), standing=standing) if standing else item
            else:
                yield item

    def recall(self, question: str) -> None:
        """Take up a question that was asked elsewhere before, so that the next one may lean on it; nothing is asked."""
        line = _one_line(question)
        if not line or len(line) > MAX_QUESTION_CHARACTERS:
            return
        language = self.language_of(line) or detect(line).code
        standing = carried(line, self._turns[-1].question) if self._turns and leans(line) else ""
        self._turns.append(Answer(standing or line, language, Status.ANSWERED))

    def language_of(self, question: str) -> str:
        """ISO 639-1 code of a question that follows others, "" where none came before.

        Two or three words are too few to tell: then it is the language that is being spoken.
        """
        if not self._turns:
            return ""
        found = detect(_one_line(question))
        return found.code if found.confidence >= _SURE_LANGUAGE else self._turns[-1].question_language

    def _standing(self, question: str, language: str) -> tuple[str, str]:
        """The question put so that it stands by itself, "" where it does already; and its language, as far as known."""
        line = _one_line(question)
        if not self._turns or len(line) > MAX_QUESTION_CHARACTERS:
            return "", language
        before = self._turns[-1]
        language = language or self.language_of(line)
        if not leans(line):
            return "", language
        return self._rewritten(line, language) or carried(line, before.question), language

    def _rewritten(self, question: str, language: str) -> str:
        """The model's wording, "" where there is no model or its wording names what nobody spoke of."""
        if self._model is None:
            return ""
        said = [(turn.question, " ".join(claim.text for claim in turn.claims)) for turn in self._turns]
        try:
            messages = standing_question(question, language, said)
            text = _first_line(self._model, messages)
        except ModelFailed:
            return ""
        spoken = [question, *(part for turn in said for part in turn)]
        if not text.endswith("?") or len(text) > MAX_QUESTION_CHARACTERS or unlicensed(text, language, spoken):
            return ""
        return text


def _first_line(model: LanguageModel, messages: tuple[Message, ...]) -> str:
    pieces = [piece for piece in model.stream(messages, REWRITE_TOKENS) if not isinstance(piece, Usage)]
    lines = [plain(line).strip("\"'“”„«» ") for line in "".join(pieces).splitlines()]
    return next((line for line in lines if line), "")


def _one_line(question: str) -> str:
    return " ".join(clean(question[: 4 * MAX_QUESTION_CHARACTERS]).split())
