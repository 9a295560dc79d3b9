"""A conversation: a question that leans on the ones before it is put so that it stands by itself, then asked alone.

What was said before only helps to understand a question. It is never evidence: each answer rests on passages that are
found for the question as it stands, and numbers them anew.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from index.clean import clean
from index.errors import ModelFailed
from index.language import detect
from rag.courtesy import without_courtesy
from rag.evidence.holder_asked import holder_asked, office_alone
from rag.followup import Leaning, Subject, carried, leaning
from rag.followup.another import replaced
from rag.generate.plain import plain
from rag.generate.prompts import standing_question
from rag.llm import LanguageModel, Message
from rag.names import unlicensed
from rag.overview import asks_for_all, is_of_the_articles
from rag.pipeline import Pipeline
from rag.pipeline.faults import READ_CHARACTERS, as_text
from rag.records import Answer, Claim, Status, Usage
from rag.request import Answering, Request
from rag.settings import MAX_QUESTION_CHARACTERS

MOST_TURNS = 4
"""The turns that are remembered; a follow-up leans on the last ones."""
REWRITE_TOKENS = 120
_SURE_LANGUAGE = 0.7


class Conversation(Answering):
    """One reader's questions in a row; another reader has a conversation of their own. Not for several threads at once.

    :param model: puts follow-up questions by themselves; without one, or when it fails, a rule does.
    """

    def __init__(self, pipeline: Pipeline, model: LanguageModel | None = None) -> None:
        self._pipeline = pipeline
        self._model = model
        self._turns: deque[Answer] = deque(maxlen=MOST_TURNS)
        self._subject: Subject | None = None

    def resume(self, answers: Iterable[Answer]) -> None:
        """Go on after answers that were given before, the oldest first; those that found nothing say nothing here."""
        for answer in answers:
            if answer.claims or answer.closest:
                self._remember(answer)

    def respond(self, request: Request) -> Iterator[Claim | Answer]:
        """As `Pipeline.respond`; the answer's `standing` is the question as understood, "" where it was plain."""
        line = _one_line(request.question)
        language, how, taken = self._understood(line, request.language)
        standing = self._rewritten(line, language) if how is not Leaning.NOT else ""
        standing = standing or self._of_another(line, language, how)
        tried = ["" if standing else taken]
        if tried[0] and (how is Leaning.PERHAPS or self._is_of_another_office(line, language)):
            tried.append("")  # the one word of such a question may be all that it asks about
        for asked in tried:
            shown = False
            loosely = bool(asked) and how is not Leaning.WHOLLY
            put = replace(
                request, question=standing or request.question, language=language, carried=asked, loosely=loosely
            )
            for item in self._pipeline.respond(put):
                if isinstance(item, Answer):
                    answer = item
                else:
                    shown = True
                    yield item
            if shown or answer.status is not Status.REFUSED:
                break
        if asked:
            standing = f"{line} ({asked})"
        if standing:
            answer = replace(answer, question=line, standing=standing)
        if answer.hits:
            self._remember(answer)
        yield answer

    def recall(self, question: str) -> None:
        """Take up a question that was asked elsewhere before, so that the next one may lean on it; nothing is asked."""
        line = _one_line(question)
        if not line or len(line) > MAX_QUESTION_CHARACTERS:
            return
        language, how, taken = self._understood(line, self.language_of(line) or detect(line).code)
        standing = self._of_another(line, language, how) or (f"{line} ({taken})" if taken else "")
        self._remember(Answer(line, language, Status.ANSWERED, standing=standing))

    def language_of(self, question: str) -> str:
        """ISO 639-1 code of a question that follows others, "" where none came before.

        Two or three words are too few to tell: then it is the language that is being spoken.
        """
        if not self._turns:
            return ""
        found = detect(_one_line(question))
        return found.code if found.confidence >= _SURE_LANGUAGE else self._turns[-1].question_language

    def _remember(self, answer: Answer) -> None:
        self._turns.append(answer)
        asked = answer.standing or answer.question
        if not asked.startswith(f"{answer.question} ("):
            asked = without_courtesy(asked, answer.question_language)
            self._subject = Subject.of(asked, answer.question_language, answer.claims, answer.hits)

    def _understood(self, question: str, language: str) -> tuple[str, Leaning, str]:
        """The question's language, as far as known, how it leans on those before, and what it takes from them."""
        if not self._turns or self._subject is None or len(question) > MAX_QUESTION_CHARACTERS:
            return language, Leaning.NOT, ""
        language = language or self.language_of(question)
        if is_of_the_articles(question) and asks_for_all(question):
            return language, Leaning.NOT, ""
        # So few words may be of another language than those before.
        for code in dict.fromkeys((language, detect(question).code)):
            question = without_courtesy(question, code)
            how = leaning(question, code)
            if how is not Leaning.NOT:
                taken = carried(question, code, self._subject)
                fits = len(question) + len(taken) + 3 <= MAX_QUESTION_CHARACTERS
                return language, how, taken if fits else ""
        return language, Leaning.NOT, ""

    def _is_of_another_office(self, question: str, language: str) -> bool:
        """Whether a question names an office alone, after one that asked for no holder: it may be of anywhere."""
        before = self._subject
        asked_before = before is not None and bool(holder_asked(before.question, before.language))
        return office_alone(question, language) is not None and not asked_before

    def _of_another(self, question: str, language: str, how: Leaning) -> str:
        """The question before, of whom or of what this one names in another's place; "" where it names nothing else."""
        if how is not Leaning.WHOLLY or self._subject is None or self._subject.language != language:
            return ""
        return replaced(question, self._subject.question, language)

    def _rewritten(self, question: str, language: str) -> str:
        """The model's wording, "" where there is no model or its wording names what nobody spoke of."""
        if self._model is None:
            return ""
        said = [(turn.standing or turn.question, " ".join(claim.text for claim in turn.claims)) for turn in self._turns]
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
    return " ".join(clean(as_text(question)[:READ_CHARACTERS]).split())
