"""A language model's answer in the place of the extractive one, which stands in wherever the model does not do."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.errors import ModelFailed
from rag.generate import LLMAnswerer, Written
from rag.llm import LanguageModel
from rag.records import Answer, Backing, Citation, Claim, Hit, Mode, Query, Status
from rag.wording import say


class Writer:
    """Turns an extractive answer into a written one."""

    def __init__(self, model: LanguageModel, answerer: LLMAnswerer) -> None:
        self._model = model
        self._answerer = answerer

    def stream(
        self, query: Query, hits: Sequence[Hit], extractive: Answer, closest: tuple[Citation, ...]
    ) -> Iterator[Claim | Answer]:
        """The claims of the written answer as they come, then the whole answer.

        :param extractive: the answer by the sentences themselves, whose status and confidence hold for the written one.
        :param closest: what a refusal shows.
        :return: the last item is the extractive answer with a notice where the model failed or nothing of it held.
        """
        started, first_ms = time.perf_counter(), 0.0
        try:
            for item in self._answerer.stream(query, hits):
                if isinstance(item, Written):
                    answer = self._answer(query, extractive, item, closest)
                    times = {"write.model": item.model_ms, "write.first": first_ms or _ms_since(started)}
                    break
                first_ms = first_ms or _ms_since(started)
                yield item
        except ModelFailed as error:
            why = str(error).rstrip(".")
            answer = replace(extractive, notice=say("model_failed", query.language, query.text, why=why))
            times = {}
        times = {name: round(value, 3) for name, value in times.items()}
        yield replace(answer, timings_ms={**extractive.timings_ms, "write": _ms_since(started), **times})

    def _answer(self, query: Query, extractive: Answer, written: Written, closest: tuple[Citation, ...]) -> Answer:
        told = replace(
            extractive,
            model=self._model.name,
            usage=written.usage,
            left_out=written.left_out,
            dropped=(*extractive.dropped, *written.dropped),
        )
        if written.refused:
            reason = say("not_in_sources", query.language, query.text)
            return replace(
                told, status=Status.REFUSED, reason=reason, mode=Mode.LLM, claims=(), backing=Backing(), closest=closest
            )
        if not written.claims:
            return replace(told, notice=say("model_unchecked", query.language, query.text))
        return replace(told, mode=Mode.LLM, claims=written.claims, backing=Backing())


def _ms_since(started: float) -> float:
    return round(1000 * (time.perf_counter() - started), 3)
