from itertools import count

import numpy as np
import pytest

from rag.agree import one_event
from rag.agree.one_event import OneEvent
from rag.agree.statement import Statement


def joined(one: list[str], other: list[str], near: float) -> bool:
    """Whether two articles of some sentences, all as near as told, tell of one event; their first ones are compared."""
    row = count()
    told = {
        name: [(Statement(text, "en"), next(row)) for text in ("Who knows?", *texts)]
        for name, texts in (("one", one), ("other", other))
    }
    rows = next(row)
    return OneEvent(told, np.full((rows, rows), near, dtype=np.float32)).joins("one", "other", 0, len(one) + 1)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Then the Orikum sank.", "Later the Orikumi was raised.", True),
        ("Then the Orikum sank.", "Later the Liria was raised.", False),
        ("He flew to Moscow then.", "She left Moscow later.", False),
        ("It fell in September 2021.", "It rose in September 2021.", False),
        ("Orikum sank.", "Orikum was raised.", False),
        ("In Moscow the Orikum sank.", "The Orikum was in Moscow.", True),
    ],
    ids=["name", "names", "place", "month", "opening", "both"],
)
def test_sentences_that_are_less_near_need_a_name_that_both_articles_hold(one: str, other: str, found: bool) -> None:
    some = ["Rain fell on Monday.", one], [other, "Snow fell on Friday."]
    assert joined(*some, near=0.3) is found
    assert joined(*some, near=0.4) and not joined(*some, near=0.2)


def test_only_sentences_that_may_hold_a_shared_name_are_read_for_places_and_dates(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[str] = []
    placed = one_event.placed

    def counted(statement: Statement) -> object:
        read.append(statement.text)
        return placed(statement)

    monkeypatch.setattr(one_event, "placed", counted)
    one = ["We saw the Vlahovo burn.", "We saw the Sokolac go."]
    other = ["They raised the Vlahovo.", "They fear the Brestov."]
    assert joined(one, other, near=0.3)
    assert sorted(read) == ["They raised the Vlahovo.", "We saw the Vlahovo burn."]
