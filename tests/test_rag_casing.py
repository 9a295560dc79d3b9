from __future__ import annotations

import numpy as np
import pytest

from rag.casing import recased
from rag.pipeline import Pipeline
from rag.records import Query, Status
from tests.builders import hit

PASSAGES = (
    hit(
        "On Monday the mayor of Rome, Anna Rossi, met Viktor Novák of the EBRD and pleaded for the ferry.",
        language="en",
    ),
    hit("Il sindaco ha visto l’Ungheria e la signora Rossi.", language="it"),
)


@pytest.mark.parametrize(
    ("language", "question", "read"),
    [
        ("en", "Who Met Viktor Novak Of The Ebrd?", "Who met Viktor Novak of the EBRD?"),
        ("en", "WHO MET VIKTOR NOVAK?", "Who met Viktor Novak?"),
        ("en", "Who Pleaded?", "Who Pleaded?"),
        ("en", "Who Pleaded Guilty?", "Who pleaded guilty?"),
        ("en", "Did the Mayor of Rome Plead?", "Did the Mayor of Rome Plead?"),
        ("en", "Is the Mayor of Rome Anna Rossi Of Budapest?", "Is the mayor of Rome Anna Rossi of Budapest?"),
        ("en", "Who is Angela Merkel?", "Who is Angela Merkel?"),
        ("en", "Visited Anna Rossi Angela Merkel?", "Visited Anna Rossi Angela Merkel?"),
        ("en", "who met viktor novak?", "who met viktor novak?"),
        ("it", "Chi Ha Visto L'Ungheria?", "Chi ha visto l'Ungheria?"),
        ("sr", "Ко Је Видео Виктора Новака У Београду?", "Ко је видео виктора новака у Београду?"),
    ],
)
def test_a_question_in_capitals_has_those_of_the_passages_and_of_places(
    language: str, question: str, read: str
) -> None:
    assert recased(Query(question, language, np.zeros(1)), PASSAGES).text == read


def test_what_a_question_carries_stays_as_it_is() -> None:
    query = Query("Who Met The Mayor? (Anna Rossi)", "en", np.zeros(1), carried="Anna Rossi")
    assert recased(query, PASSAGES).text == "Who met the mayor? (Anna Rossi)"


def test_a_question_in_capitals_is_answered_as_any_other_and_shown_as_it_was_asked(seeds_pipeline: Pipeline) -> None:
    """Seen: "Who Bought Shells?" was refused for the name Bought Shells, and China was overlooked in a long one."""
    answer = seeds_pipeline.ask("Who Is Buying Shells?")
    assert (answer.status, answer.question) == (Status.ANSWERED, "Who Is Buying Shells?")
    assert "this of: China" in seeds_pipeline.ask("Did Russia Buy Shells From China?").reason
