"""What the other articles say to the claims of an answer, and how many independent origins stand behind it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from index.records import Filter
from index.store import Store
from rag.agree.agreeing import Agreeing
from rag.agree.origins import Origins, backing
from rag.crediting import as_catalogued, only_credited
from rag.elsewhere import elsewhere
from rag.extract.answered import answered, joined
from rag.extract.answers import Answers
from rag.records import Agreement, Answer, Backing, Claim, Hit, Mode
from rag.words import WordAligner


class Others:
    """Sets claims beside the articles of one store."""

    def __init__(self, store: Store, aligner: WordAligner) -> None:
        self.origins = Origins(store, aligner)
        self.agreeing = Agreeing(aligner)
        self._store = store

    def weigh(
        self, claims: Sequence[Claim], hits: Sequence[Hit], where: Filter, answers: Answers | None
    ) -> tuple[tuple[Claim, ...], Backing]:
        """The claims with what the other articles say to each, and what stands behind them all.

        :param where: which articles may be looked at beyond the hits.
        :param answers: what the articles answer to the question of the claims, if they answer one.
        """
        weighed = self.agreeing.weigh(claims, hits, elsewhere(self._store, claims, hits, where))
        if answers:
            weighed = tuple(self._with_answers(claim, answers) for claim in weighed)
        return self.backing(weighed)

    def backing(self, weighed: Sequence[Claim]) -> tuple[tuple[Claim, ...], Backing]:
        """The claims with the origins behind each, and what stands behind them all."""
        cited = [one for claim in weighed for one in claim.behind()]
        origins = as_catalogued(self.origins.of(one.article_id for one in cited), cited)
        named = tuple(replace(claim, agreement=_with_origins(claim, origins)) for claim in weighed)
        return named, only_credited(backing(named, origins), origins)

    def beside(
        self, written: Iterable[Claim | Answer], where: Filter, answers: Answers | None
    ) -> Iterator[Claim | Answer]:
        """What a model writes; of it the whole answer has what the other articles say to it."""
        for item in written:
            if isinstance(item, Answer) and item.mode is Mode.LLM:
                yield self._behind(item, where, answers)
            else:
                yield item

    def _behind(self, written: Answer, where: Filter, answers: Answers | None) -> Answer:
        """A written answer with what the other articles say to it."""
        started = time.perf_counter()
        claims, behind = self.weigh(written.claims, written.hits, where, answers)
        took_ms = round(1000 * (time.perf_counter() - started), 3)
        before_ms = written.timings_ms.get("agree", 0.0)
        times = {**written.timings_ms, "agree": before_ms + took_ms}
        return replace(written, claims=claims, backing=behind, timings_ms=times)

    def _with_answers(self, claim: Claim, answers: Answers) -> Claim:
        found = answered(claim, answers, self.agreeing.contradict)
        return replace(claim, agreement=joined(claim.agreement, found))


def _with_origins(claim: Claim, origins: Mapping[str, str]) -> Agreement:
    named = tuple(dict.fromkeys(origins[one.article_id] for one in claim.behind() if one.article_id in origins))
    return replace(claim.agreement, origins=named)
