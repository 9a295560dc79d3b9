"""The answer that a language model writes: every sentence cited, and shown only once it passed its checks."""

from __future__ import annotations

import re
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field

from index.errors import ModelFailed
from index.language import detect
from rag.evidence import is_statement
from rag.generate.drafts import Draft
from rag.generate.markers import Marked
from rag.generate.prompts import Prompt, again, answering, refuses, tokens_in
from rag.llm import LanguageModel, Message
from rag.records import Claim, Dropped, Hit, Query, Usage
from rag.verify import Source, Verdict, Verifier

ANSWER_TOKENS = 600
"""Room for five sentences in a language that tokenizers cut small, such as Serbian in Cyrillic."""
MOST_TOKENS = 4_000
"""What a model may write where its context has the room: one that thinks first needs more than its answer takes."""
MOST_READ = 40
"""Sentences of a reply that are read; one that goes on after them is not listened to."""
MOST_CITED = 5
"""Sentences that one sentence may cite: behind many, something of nearly anything stands somewhere."""
_SHOWN_AGAIN = 1_500  # characters of a reply that are shown to the model that is to mend it
_SURELY = 0.8  # how sure the detector must be for a sentence to be in the wrong language
_TELLING_WORDS = 6  # shorter sentences are mostly names
_ADDRESS = re.compile(
    r"\b(?:[a-z]{2,12}://|www\.)\S+|\b[\w.+-]+@[\w-]+\.\w+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}/\S*", re.I
)


@dataclass(frozen=True, slots=True)
class Written:
    """What a language model wrote: the claims that hold, the sentences that do not, and why.

    `refused` says that it found no answer; `left_out` counts the passages that had no room; `model_ms` is the time
    spent waiting for the model.
    """

    claims: tuple[Claim, ...]
    dropped: tuple[Dropped, ...]
    usage: Usage | None
    left_out: int
    refused: bool
    model_ms: float


class LLMAnswerer:
    """Lets a language model answer from passages, and shows what is verified of it.

    :param max_words: how long the claims may be together.
    """

    def __init__(self, model: LanguageModel, verifier: Verifier, max_words: int = 120) -> None:
        self._model = model
        self._verifier = verifier
        self._max_words = max_words

    def stream(self, query: Query, hits: Sequence[Hit]) -> Iterator[Claim | Written]:
        """Each claim as soon as it is whole and holds; what the model wrote altogether last.

        Sentences that fail, one in another language than the question's among them, are asked for once more, all in one
        call; what fails again is dropped. No claims and no refusal means that nothing of the answer held.

        :raises ModelFailed: the model did not answer or broke off; claims that came before count for nothing.
        """
        prompt = answering(query, hits, self._model.context_tokens, ANSWER_TOKENS)
        if not prompt.sources:
            raise ModelFailed(
                f"the language model {self._model.name} has a context of {self._model.context_tokens} tokens, too few "
                "for one passage"
            )
        writing = _Writing(query, prompt, self._verifier, self._max_words)
        yield from self._round(prompt.messages, writing)
        if writing.failed and not writing.refused:
            failed = [(one.text, one.check) for one in writing.failed]
            try:
                yield from self._round(again(prompt, query, writing.draft[:_SHOWN_AGAIN], failed), writing)
            except ModelFailed:
                if not writing.claims:
                    raise
        yield writing.written()

    def _round(self, messages: Sequence[Message], writing: _Writing) -> Iterator[Claim]:
        """One call of the model; each sentence is checked as soon as it is whole."""
        writing.begin()
        draft = Draft(writing.query.language)
        room = self._model.context_tokens - sum(tokens_in(message.text) for message in messages)
        most = max(ANSWER_TOKENS, min(MOST_TOKENS, room))
        with closing(_timed(self._model.stream(messages, most), writing)) as pieces:
            for piece in pieces:
                if isinstance(piece, Usage):
                    writing.used(piece)
                    continue
                writing.draft += piece
                for sentence in draft.add(piece):
                    yield from writing.take(sentence)
                if writing.read > MOST_READ or writing.refused:
                    break
        for sentence in draft.end():
            yield from writing.take(sentence)
        writing.end(messages)


@dataclass
class _Writing:
    """What came of one question so far."""

    query: Query
    prompt: Prompt
    verifier: Verifier
    max_words: int
    claims: list[Claim] = field(default_factory=list)
    failed: list[Dropped] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    usage: Usage | None = None
    refused: bool = False
    model_ms: float = 0.0
    draft: str = ""
    read: int = 0
    rounds: int = 0
    _told: bool = False

    def begin(self) -> None:
        """Start a call: what failed in the one before is dropped."""
        self.rounds += 1
        self.dropped += self.failed
        self.failed, self.draft, self.read, self._told = [], "", 0, False

    def used(self, usage: Usage) -> None:
        """Count the tokens of a call."""
        before = self.usage or Usage(0, 0)
        self._told = True
        self.usage = Usage(
            before.prompt_tokens + usage.prompt_tokens,
            before.completion_tokens + usage.completion_tokens,
            before.estimated or usage.estimated,
        )

    def end(self, messages: Sequence[Message]) -> None:
        """End a call; one that told no usage is reckoned."""
        if not self._told:
            prompt = sum(tokens_in(message.text) for message in messages)
            self.used(Usage(prompt, tokens_in(self.draft), estimated=True))

    def take(self, sentence: Marked) -> Iterator[Claim]:
        """Check a sentence: a claim if it holds."""
        self.read += 1
        if self.refused:
            return
        if refuses(sentence.text):
            # Where it has said something that holds, or only was to mend what it said, the word means nothing.
            self.refused = self.refused or (self.rounds == 1 and not self.claims)
        elif self.read <= MOST_READ and any(letter.isalnum() for letter in sentence.text):
            yield from self._judge(sentence)

    def written(self) -> Written:
        """What came of it. A refusal is not believed where the passages hold orders to a machine: it may be one's."""
        return Written(
            claims=tuple(self.claims),
            dropped=tuple(dict.fromkeys((*self.dropped, *self.failed))),
            usage=self.usage,
            left_out=self.prompt.left_out,
            refused=self.refused and not self.claims and not self.prompt.has_orders,
            model_ms=self.model_ms,
        )

    def _judge(self, sentence: Marked) -> Iterator[Claim]:
        text = sentence.text
        if any(claim.text == text for claim in self.claims):
            return
        known = [number for number in sentence.numbers if 1 <= number <= len(self.prompt.sources)]
        if not known and not is_statement(text):
            self.dropped.append(Dropped(text, "it states nothing and cites nothing", "markers"))
            return
        sources = [self.prompt.sources[number - 1] for number in known]
        fault = self._fault(text, sources)
        verdict = fault or self.verifier.check(text, self.query.language, sources)
        if verdict.check:
            self.failed.append(Dropped(text, verdict.reason, verdict.check))
        elif (
            sum(len(claim.text.split()) for claim in (*self.claims,)) + len(text.split()) > self.max_words
            and self.claims
        ):
            self.dropped.append(Dropped(text, f"the answer has its {self.max_words} words", "length"))
        else:
            citations = tuple(sources[place].citation for place in verdict.carried)
            claim = Claim(text, self.query.language, citations, checks=verdict.checks, support=verdict.support)
            self.claims.append(claim)
            yield claim

    def _words(self) -> int:
        return sum(len(claim.text.split()) for claim in self.claims)

    def _fault(self, text: str, sources: Sequence[Source]) -> Verdict | None:
        """What is wrong with a sentence before its sources are read."""
        if len(sources) > MOST_CITED:
            return Verdict("markers", f"it cites {len(sources)} sentences at once, more than {MOST_CITED}", (), 0.0)
        if is_foreign(text, self.query.language):
            return Verdict("language", f"it is not in the language of the question ({self.query.language})", (), 0.0)
        quoted = " ".join(source.citation.quote for source in sources)
        strange = [address for address in _ADDRESS.findall(text) if address not in quoted]
        if strange:
            return Verdict("names", f"its source does not hold the address {strange[0][:80]}", (), 0.0)
        return None


def is_foreign(text: str, language: str) -> bool:
    """Whether a sentence is surely in another language."""
    if len(text.split()) < _TELLING_WORDS or not language:
        return False
    found = detect(text)
    return found.code != language and found.confidence >= _SURELY


def _timed(stream: Iterator[str | Usage], writing: _Writing) -> Generator[str | Usage]:
    """The same pieces, with the time it took the model to give them added up."""
    iterator = iter(stream)
    try:
        while True:
            started = time.perf_counter()
            try:
                piece = next(iterator)
            except StopIteration:
                return
            finally:
                writing.model_ms += 1000 * (time.perf_counter() - started)
            yield piece
    finally:
        if hasattr(iterator, "close"):
            iterator.close()
