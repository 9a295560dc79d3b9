from __future__ import annotations

import pytest

from rag.numbers import unlicensed, values
from tests.figures import PUBLISHED

# language | claim | source | whether the source states every figure and date of the claim
STATED = """
en | 30 rockets | 30 raketa | yes
en | 31 rockets | 30 raketa | no
en | more than 30 rockets | više od 30 raketa | yes
en | more than 30 rockets | 30 raketa | no
en | more than 30 rockets | 35 raketa | yes
en | 30 rockets | više od 30 raketa | no
en | fewer than 30 rockets | više od 30 raketa | no
en | about 30 rockets | 31 raketa | yes
en | 30 rockets | oko 30 raketa | no
en | millions of rockets | miliona raketa | yes
en | several million rockets | miliona raketa | yes
en | millions of rockets | 2,5 miliona raketa | yes
en | 2.5 million rockets | miliona raketa | no
en | thousands of rockets | miliona raketa | no
en | tens of thousands of rockets | hiljade raketa | no
en | $2.5 billion | 2,5 milijarde dolara | yes
en | $2.5 billion | 2,5 milijarde evra | no
en | $2.5 billion | 2.487 miliona dolara | yes
en | $2.5 billion | 2.434 miliona dolara | no
en | 2.5 billion | 2,5 milijarde evra | yes
en | 5 percent | 5 raketa | no
en | half of the votes | 50 odsto glasova | yes
en | 66.7 percent | dve trećine glasova | yes
en | the third time | treći put | yes
en | the third time | četvrti put | no
en | 30 km away | 30 kilometara dalje | yes
en | in September 2022 | 5. septembra 2022. | yes
en | on 5 September 2022 | u septembru 2022. | no
en | on 5 September | 5. septembra 2022. | yes
en | on 6 September | 5. septembra 2022. | no
en | on 5 September 2022 | 5. septembra, a 2022. godine | yes
en | on 5 September 2021 | 5. septembra, a 2022. godine | no
en | on Monday | 5. septembra 2022. | yes
en | on Tuesday | 5. septembra 2022. | no
en | on Tuesday | u ponedeljak | no
en | last month | prošlog meseca | yes
en | last week | prošlog meseca | no
en | in 2022 | u trećem kvartalu 2022. | yes
en | since 2000 | 2000 | yes
en | it rained | 30 raketa | yes
"""
STATED_ROWS = [tuple(cell.strip() for cell in line.split(" | ")) for line in STATED.strip().splitlines()]


@pytest.mark.parametrize(
    ("language", "claim", "source", "stated"), STATED_ROWS, ids=[" | ".join(r) for r in STATED_ROWS]
)
def test_a_source_states_a_figure_by_its_value_and_its_unit(
    language: str, claim: str, source: str, stated: str
) -> None:
    assert (not unlicensed(values(claim, language), values(source, "sr"))) == (stated == "yes")


def test_a_relative_date_is_stated_by_the_day_it_fell_on() -> None:
    claim = values("last month", "en", PUBLISHED)
    assert unlicensed(claim, values("12. avgusta 2022.", "sr")) == []
    assert unlicensed(claim, values("12. septembra 2022.", "sr")) == claim
