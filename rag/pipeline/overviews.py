"""Answers to questions about all that the articles tell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from index.records import Filter
from index.store import Store
from rag.agree.agreeing import Agreeing
from rag.evidence import Sentence, dropped
from rag.extract import Draft, claim_of, statement_of
from rag.extract.sides import Sides
from rag.followup import says_nothing
from rag.outlets import Told
from rag.overview import asks_for_all, asks_how_all_differ, by_event, overview
from rag.overview_differing import MOST_ARTICLES as MOST_COMPARED
from rag.overview_differing import PASSAGES, differing
from rag.records import Claim, Hit, Query
from rag.wording import say
from rag.words import WordAligner

MOST_ARTICLES = 40
"""The newest articles are read: the work is bounded, and these are the news."""
CONFIDENCE = 0.9
"""Of an overview: it says what the articles say, but which of it is the most important is a guess."""


class Overviews:
    """Drafts an overview of what a question may use."""

    def __init__(self, store: Store, aligner: WordAligner, agreeing: Agreeing) -> None:
        self._store = store
        self._aligner = aligner
        self._agreeing = agreeing

    def draft(self, query: Query, where: Filter, told: Told | None) -> tuple[Draft, list[Hit]] | None:
        """The overview that a question asks for and the passages that it is made of.

        None where it asks for something else, or no article says anything.

        :param told: the outlets that alone are asked about, if any.
        """
        differ = asks_how_all_differ(query.text)
        every = differ or asks_for_all(query.text) or (told is not None and says_nothing(query.text, query.language))
        if query.carried or not every:
            return None
        leads = self._leads(where, told)
        parted = self._parted(query, leads) if differ else None
        if parted:
            return parted
        shown = tuple(overview(leads, query.language, self._aligner))
        sides = Sides(tuple((one,) for one in shown), "sides_put") if differ and shown else None
        said = [statement_of(query, sides)] if sides else []
        return (self._drafted(query, leads, said, shown, sides), leads) if shown else None

    def _parted(self, query: Query, leads: Sequence[Hit]) -> tuple[Draft, list[Hit]] | None:
        """The draft that tells in what the articles on the most told event differ; None where nothing was found."""
        event = [lead.article.id for lead in by_event(leads, self._aligner)[:MOST_COMPARED]]
        with self._store.reading() as view:
            hits = [Hit(one, 1.0, {}) for one in view.leads(event, PASSAGES)]
        found = differing(hits, query.language, self._agreeing)
        shown = tuple({one.place: one for parted in found for one, _ in parted.sides}.values())
        if not shown:
            return None
        told = "; ".join(map(str, found))
        text = say("sides_differ_in", query.language, query.text, sides=told)
        statement = Claim(text, query.language, tuple(one.citation() for one in shown))
        sides = Sides(tuple((one,) for one in shown), "sides_differ")
        return self._drafted(query, hits, [statement], shown, sides), hits

    def _drafted(
        self, query: Query, hits: Sequence[Hit], said: Sequence[Claim], shown: tuple[Sentence, ...], sides: Sides | None
    ) -> Draft:
        claims = (*said, *map(claim_of, shown))
        alignment = self._aligner.align(query.sought, [sentence.text for sentence in shown])
        return Draft(claims, shown, shown, np.zeros((0, 0)), alignment, tuple(dropped(hits)), sides)

    def _leads(self, where: Filter, told: Told | None) -> list[Hit]:
        """The first passages of the newest articles."""
        with self._store.reading() as view:
            infos = [info for info in view.articles() if where.passes(info) and (told is None or told.by(info))]
            infos.sort(key=lambda info: info.published or date.min, reverse=True)
            return [Hit(lead, 1.0, {}) for lead in view.leads([info.id for info in infos[:MOST_ARTICLES]])]
