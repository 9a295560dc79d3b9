"""Answers to questions about all that the articles tell."""

from __future__ import annotations

from datetime import date

import numpy as np

from index.records import Filter
from index.store import Store
from rag.evidence import dropped
from rag.extract import Draft, claim_of, statement_of
from rag.extract.sides import Sides
from rag.followup import says_nothing
from rag.outlets import Told
from rag.overview import asks_for_all, asks_how_all_differ, overview
from rag.records import Hit, Query
from rag.words import WordAligner

MOST_ARTICLES = 40
"""The newest articles are read: the work is bounded, and these are the news."""
CONFIDENCE = 0.9
"""Of an overview: it says what the articles say, but which of it is the most important is a guess."""


class Overviews:
    """Drafts an overview of what a question may use."""

    def __init__(self, store: Store, aligner: WordAligner) -> None:
        self._store = store
        self._aligner = aligner

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
        shown = tuple(overview(leads, query.language, self._aligner))
        sides = Sides(tuple((one,) for one in shown), "sides_put") if differ and shown else None
        told_of = [statement_of(query, sides)] if sides else []
        claims = (*told_of, *map(claim_of, shown))
        alignment = self._aligner.align(query.sought, [sentence.text for sentence in shown])
        draft = Draft(claims, shown, shown, np.zeros((0, 0)), alignment, tuple(dropped(leads)), sides)
        return (draft, leads) if shown else None

    def _leads(self, where: Filter, told: Told | None) -> list[Hit]:
        """The first passages of the newest articles."""
        with self._store.reading() as view:
            infos = [info for info in view.articles() if where.passes(info) and (told is None or told.by(info))]
            infos.sort(key=lambda info: info.published or date.min, reverse=True)
            return [Hit(lead, 1.0, {}) for lead in view.leads([info.id for info in infos[:MOST_ARTICLES]])]
