"""Figures that have no unit of their own: those of a change, parts of a whole, and ages."""

from __future__ import annotations

import pytest

from rag.numbers import Kind, values

CHANGES = [
    ("en", "cutting the journey from 75 minutes to 35.", ["4500 s", "2100 s"]),
    ("en", "35 minutes instead of 75", ["2100 s", "4500 s"]),
    ("en", "it fell from 12 to 9 percent", ["12 %", "9 %"]),
    ("en", "from 174 million euros to 160", ["1.74e+08 EUR", "1.6e+08 EUR"]),
    ("sq", "nga 75 minuta në 35", ["4500 s", "2100 s"]),
    ("sr", "уместо 75 трајати 35 минута", ["4500 s", "2100 s"]),
    ("sr", "porasla sa 174 na 186 miliona evra", ["1.74e+08 EUR", "1.86e+08 EUR"]),
    ("it", "35 minuti contro i 75 di oggi", ["2100 s", "4500 s", "0 day"]),
    ("hu", "75 percről 35-re csökken", ["4500 s", "2100 s"]),
    ("hu", "75 helyett 35 perc alatt", ["4500 s", "2100 s"]),
    ("it", "Dei 191 milioni di euro, 110 arrivano dalla banca", ["1.91e+08 EUR", "1.1e+08 EUR"]),
    ("sr", "Od 191 miliona evra, 110 daje banka", ["1.91e+08 EUR", "1.1e+08 EUR"]),
    ("en", "Réka Somogyi, 34, fell", ["408 month"]),
    ("sr", "Шомођијева (34) је повређена", ["408 month"]),
    ("sq", "Shomogji, 34 vjeçe, u nxor", ["408 month"]),
    ("sq", "34-vjeçarja u nxor", ["408 month"]),
]
NONE = [
    ("en", "from 75 minutes to 35 trains", ["4500 s", "35 "]),
    ("en", "of the 90 minutes, 12 players", ["5400 s", "12 "]),
    ("en", "for 75 minutes 35 people waited", ["4500 s", "35 "]),
    ("hu", "75 perc és 35", ["4500 s", "35 "]),
    ("en", "the Boeing, 737, fell", ["737 "]),
    ("en", "on Monday, 14, it said", ["0 ", "14 "]),
    ("en", "the law (12) says", ["12 "]),
]


def told(text: str, language: str) -> list[str]:
    return [f"{value.low:.4g} {value.unit}" for value in values(text, language)]


@pytest.mark.parametrize(("language", "text", "expected"), CHANGES, ids=[row[1] for row in CHANGES])
def test_a_figure_takes_the_unit_that_stands_beside_it(language: str, text: str, expected: list[str]) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(("language", "text", "expected"), NONE, ids=[row[1] for row in NONE])
def test_a_figure_of_something_else_takes_none(language: str, text: str, expected: list[str]) -> None:
    assert told(text, language) == expected


def test_an_age_keeps_its_offsets_and_is_one_with_an_age_in_words() -> None:
    text = "Réka Somogyi, 34, fell"
    [alone], [worded] = values(text, "en"), values("Somogyi, 34 anni, è caduta", "it")
    assert text[alone.start : alone.end] == "34"
    assert (alone.kind, alone.unit, alone.low) == (Kind.MEASURE, worded.unit, worded.low)
